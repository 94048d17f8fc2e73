//! Writes the English names of measures, facts and worked cases, and the reasons of limits, which the engine does not carry.
#![expect(clippy::expect_used, reason = "a build script that cannot write its output has to stop")]

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs};

use lantian_factpack::Pack;
use lantian_texts::{Language, Locale};

fn main() -> ExitCode {
    let folder = Path::new("../data");
    println!("cargo::rerun-if-changed={}", folder.display());
    println!("cargo::rerun-if-changed=build.rs");
    let pack = match Pack::load(folder) {
        Ok(pack) => pack,
        Err(problems) => {
            for problem in problems {
                println!("cargo::error=data/{problem}");
            }
            return ExitCode::FAILURE;
        }
    };
    // The order of the pack is the order of the engine's ids.
    let measures: Vec<&str> = pack.measures.iter().map(|m| m.names.en.as_str()).collect();
    let facts: Vec<&str> = pack.tables.iter().flat_map(|t| &t.facts).map(|f| f.names.en.as_str()).collect();
    let mut text = String::new();
    for (name, rows) in [("MEASURES", &measures), ("FACTS", &facts)] {
        writeln!(text, "pub static {name}: [&str; {}] = {rows:?};", rows.len()).expect("a string takes all");
    }
    println!("cargo::rerun-if-changed=../locales/en.json");
    let english = match Locale::read(Path::new("../locales"), Language::En) {
        Ok(english) => english,
        Err(error) => {
            println!("cargo::error={error}");
            return ExitCode::FAILURE;
        }
    };
    let cases = english.names.iter().filter_map(|(key, name)| Some((key.strip_prefix("case.")?, name)));
    let cases: Vec<(&str, &String)> = cases.collect();
    writeln!(text, "pub static CASES: [(&str, &str); {}] = {cases:?};", cases.len())
        .expect("a string takes all");
    let reasons = english.names.iter().filter_map(|(key, name)| Some((key.strip_prefix("reason.")?, name)));
    let reasons: Vec<(&str, &String)> = reasons.collect();
    writeln!(text, "pub static REASONS: [(&str, &str); {}] = {reasons:?};", reasons.len())
        .expect("a string takes all");
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets OUT_DIR"));
    fs::write(out.join("names.rs"), text).expect("OUT_DIR can be written");
    ExitCode::SUCCESS
}
