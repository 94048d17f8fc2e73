//! Turns the locale files into typed keys and text tables before the app is compiled. The app's own
//! source tells which of them the first screen needs.
//!
//! A key that does not exist, or one used with the wrong number of placeholders, is then a compile
//! error. The tables are written beside the keys for tests and for the single-file build; the
//! served app fetches the same tables as files.

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs};

use lantian_texts::Texts;

fn main() -> ExitCode {
    for watched in ["locales", "data", "src"] {
        println!("cargo::rerun-if-changed={watched}");
    }
    match generate() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn generate() -> Result<(), Box<dyn std::error::Error>> {
    let root = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?);
    let out = PathBuf::from(env::var("OUT_DIR")?);
    let texts = Texts::load(&root)?;
    write(&out.join("keys.rs"), &texts.keys().rust_source())?;
    for (name, table) in texts.tables() {
        write(&out.join(name), &table)?;
    }
    Ok(())
}

fn write(path: &Path, content: &str) -> Result<(), String> {
    fs::write(path, content).map_err(|error| format!("{}: {error}", path.display()))
}
