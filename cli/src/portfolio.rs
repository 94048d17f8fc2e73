//! `portfolio`: many plants from a folder, a table, lines or partial summaries, summed up.

mod show;

use std::fs::File;
use std::io::{self, BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use crate::args::{Collection, Form, Gathering, Source};
use crate::failure::{Failure, LINES};
use crate::json::write_line;
use crate::stream::Lines;
use crate::{print, words};
use lantian_engine::portfolio::{Columns, Entry, EntryError, Fault, HEAD, Summary};
use lantian_engine::project::{Project, from_json};

pub fn run(collection: &Collection, gathering: &Gathering, form: Form) -> Result<ExitCode, Failure> {
    let mut summary = Summary::default();
    match collection {
        Collection::Template => return print(&format!("{}\n", HEAD.join(","))),
        Collection::Path(path) if path.is_dir() => folder(path, &mut summary)?,
        Collection::Path(path) => table(path, &mut summary)?,
        Collection::Lines => lines(&mut summary)?,
        Collection::Summaries(sources) => {
            for source in sources {
                merge(source, &mut summary)?;
            }
        }
    }
    let text = match form {
        _ if gathering.partial => write_line(&summary),
        Form::Json => show::json(&summary, gathering.least),
        Form::Csv => show::csv(&summary, gathering.least),
        Form::Text => show::text(&summary, gathering.least),
    };
    print(&text)?;
    Ok(if summary.rejected().0 == 0 { ExitCode::SUCCESS } else { ExitCode::from(LINES) })
}

fn folder(path: &Path, summary: &mut Summary) -> Result<(), Failure> {
    let unreadable = |error| Failure::Unreadable { file: path.display().to_string(), error };
    let mut files: Vec<PathBuf> = Vec::new();
    for entry in path.read_dir().map_err(unreadable)? {
        let file = entry.map_err(unreadable)?.path();
        if file.extension().is_some_and(|extension| extension == "json") {
            files.push(file);
        }
    }
    files.sort();
    for file in files {
        let source = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let text = std::fs::read(&file)
            .map_err(|error| Failure::Unreadable { file: file.display().to_string(), error })?;
        let project = from_json(&String::from_utf8_lossy(&text)).map_err(|error| error.to_string());
        take(summary, &source, 1, project);
    }
    Ok(())
}

fn table(path: &Path, summary: &mut Summary) -> Result<(), Failure> {
    let file = path.display().to_string();
    let unreadable = |error| Failure::Unreadable { file: file.clone(), error };
    let wrong = |reason: String| Failure::Table { file: file.clone(), reason };
    let input: Box<dyn io::Read> = if path == Path::new("-") {
        Box::new(io::stdin().lock())
    } else {
        Box::new(File::open(path).map_err(unreadable)?)
    };
    let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(input);
    let head = reader.headers().map_err(|error| wrong(error.to_string()))?;
    let columns = Columns::new(head.iter()).map_err(|error| wrong(format!("line 1: {error}")))?;
    let mut record = csv::StringRecord::new();
    loop {
        let line = reader.position().line();
        let project = match reader.read_record(&mut record) {
            Ok(false) => return Ok(()),
            Ok(true) => columns.project(record.iter()).map_err(|error| error.to_string()),
            Err(error) => match error.into_kind() {
                csv::ErrorKind::Io(error) => return Err(unreadable(error)),
                csv::ErrorKind::Utf8 { err, .. } => Err(err.to_string()),
                kind => return Err(wrong(format!("line {line}: {kind:?}"))),
            },
        };
        let line = record.position().map_or(line, csv::Position::line);
        take(summary, "", line, project);
    }
}

fn lines(summary: &mut Summary) -> Result<(), Failure> {
    let mut lines = Lines::new(io::stdin().lock());
    let unreadable = |error| Failure::Unreadable { file: Source::Input.to_string(), error };
    while let Some((line, project)) = lines.next().map_err(unreadable)? {
        take(summary, "", line, project.map_err(|fault| fault.text));
    }
    Ok(())
}

/// Computes a plant and adds it, or says on standard error why not.
fn take(summary: &mut Summary, source: &str, line: u64, project: Result<Project, String>) {
    let reasons = match project {
        Err(reason) => vec![reason],
        Ok(project) => match Entry::new(&project).0 {
            Ok(entry) => return summary.add(&entry),
            Err(EntryError::Problems(problems)) => {
                problems.iter().map(|problem| words::problem(&project, problem)).collect()
            }
            Err(EntryError::TooLarge) => vec!["a figure beyond what a plant can have".to_owned()],
        },
    };
    let text = reasons.join("; ");
    let place = if source.is_empty() { format!("line {line}") } else { source.to_owned() };
    eprintln!("rejected: {place}: {text}");
    summary.reject(Fault { source: source.to_owned(), line, text });
}

/// Adds the partial summaries of a source, one a line.
fn merge(source: &Source, summary: &mut Summary) -> Result<(), Failure> {
    let unreadable = |error| Failure::Unreadable { file: source.to_string(), error };
    let mut input: Box<dyn BufRead> = match source {
        Source::Input => Box::new(io::stdin().lock()),
        Source::File(path) => Box::new(BufReader::new(File::open(path).map_err(unreadable)?)),
    };
    let mut text = String::new();
    let mut number = 0;
    loop {
        text.clear();
        if input.read_line(&mut text).map_err(unreadable)? == 0 {
            return Ok(());
        }
        number += 1;
        if text.trim().is_empty() {
            continue;
        }
        let part: Result<Summary, String> = serde_json::from_str(&text).map_err(|error| error.to_string());
        let merged = part.and_then(|part| summary.merge(&part).map_err(|error| error.to_string()));
        merged.map_err(|reason| Failure::Table {
            file: source.to_string(),
            reason: format!("line {number}: {reason}"),
        })?;
    }
}
