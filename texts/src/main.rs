//! Writes the text files the app loads: `cargo run -p lantian-texts -- OUTDIR`.
//!
//! `ui.<language>.txt` holds every text of the interface, `data.<language>.json` the names and notes
//! behind the facts, loaded only when someone opens a source.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use lantian_texts::{Texts, TextsError};

fn main() -> ExitCode {
    let Some(out) = std::env::args_os().nth(1).map(PathBuf::from) else {
        eprintln!("usage: lantian-texts OUTDIR");
        return ExitCode::from(2);
    };
    match write(&out) {
        Ok(report) => {
            print!("{report}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn write(out: &Path) -> Result<String, TextsError> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap_or(Path::new("."));
    let texts = Texts::load(root)?;
    let mut files = texts.tables();
    files.extend(texts.fact_files());
    std::fs::create_dir_all(out).map_err(|source| failed(out, source))?;
    let mut report = Vec::new();
    for (name, content) in files {
        let path = out.join(&name);
        std::fs::write(&path, &content).map_err(|source| failed(&path, source))?;
        report.push(format!("{name}: {} bytes\n", content.len()));
    }
    Ok(report.concat())
}

fn failed(path: &Path, source: std::io::Error) -> TextsError {
    TextsError::Write { path: path.display().to_string(), source }
}
