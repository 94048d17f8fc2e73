//! Writes the TypeScript types of the project file from its Rust source, with their comments.
//!
//! `record!` and `word!` of `engine/src/project` are one field or word a line; whatever does not fit
//! that stops the build, so that no field is left out.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs};

fn main() -> ExitCode {
    let folder = Path::new("../engine/src/project");
    println!("cargo::rerun-if-changed={}", folder.display());
    println!("cargo::rerun-if-changed=build.rs");
    match write(folder) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            println!("cargo::error={error}");
            ExitCode::FAILURE
        }
    }
}

fn write(folder: &Path) -> Result<(), String> {
    let mut types = String::new();
    for file in ["mod.rs", "beyond.rs", "finance.rs", "outlook.rs"] {
        let path = folder.join(file);
        let source = fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
        types += &typed(&source).map_err(|error| format!("{}: {error}", path.display()))?;
    }
    let out = env::var_os("OUT_DIR").map(PathBuf::from).ok_or("cargo sets OUT_DIR")?;
    fs::write(out.join("project.d.ts"), types).map_err(|error| error.to_string())
}

/// The macros of a file as TypeScript.
fn typed(source: &str) -> Result<String, String> {
    let mut out = String::new();
    let mut lines = source.lines().map(str::trim);
    while let Some(line) = lines.next() {
        let is_record = line == "record! {";
        if !is_record && line != "word! {" {
            continue;
        }
        let mut words = Vec::new();
        for line in lines.by_ref() {
            if line.starts_with('}') && is_record == (line == "}") {
                break;
            }
            if let Some(comment) = line.strip_prefix("///") {
                comment_line(&mut out, comment.trim(), is_record || words.is_empty());
            } else if let Some(name) = line.strip_prefix("pub struct ") {
                let name = name.trim_end_matches(" {");
                push(&mut out, &format!("export interface {name} {{"));
            } else if let Some(name) = line.strip_prefix("pub enum ") {
                push(&mut out, &format!("export type {} =", name.trim_end_matches(" {")));
            } else if let Some((name, kind)) =
                line.strip_prefix("pub ").and_then(|line| line.split_once(": "))
            {
                let mark = if name == "format" { "" } else { "?" };
                push(&mut out, &format!("  {name}{mark}: {};", kind_of(kind.trim_end_matches(','))?));
            } else if let Some((_, word)) = line.split_once(" = ").filter(|_| !is_record) {
                words.push(word.trim_end_matches(',').to_owned());
                push(&mut out, &format!("  | {}", words.last().map_or("", |word| word)));
            } else if !line.is_empty() {
                return Err(format!("not a field or word: {line}"));
            }
        }
        push(&mut out, if is_record { "}\n" } else { "  ;\n" });
    }
    Ok(out)
}

fn comment_line(out: &mut String, comment: &str, shown: bool) {
    if shown {
        push(out, &format!("  /** {} */", comment.replace("*/", "")));
    }
}

fn push(out: &mut String, line: &str) {
    // Writing to a text cannot fail.
    let _ = writeln!(out, "{line}");
}

fn kind_of(rust: &str) -> Result<String, String> {
    let inside = |name: &str| rust.strip_prefix(name)?.strip_prefix('<')?.strip_suffix('>');
    if let Some(kind) = inside("Option") {
        return Ok(format!("{} | null", kind_of(kind)?));
    }
    if let Some(kind) = inside("Vec") {
        return Ok(format!("{}[]", kind_of(kind)?));
    }
    if let Some(kind) = inside("BTreeMap").and_then(|both| both.strip_prefix("String, ")) {
        return Ok(format!("Record<string, {}>", kind_of(kind)?));
    }
    Ok(match rust {
        "String" => "string",
        "bool" => "boolean",
        "f64" | "u16" | "u32" | "usize" => "number",
        name if name.chars().all(char::is_alphanumeric) && name.starts_with(char::is_uppercase) => name,
        other => return Err(format!("no TypeScript type for {other}")),
    }
    .to_owned())
}
