//! The arguments of the command line.

use std::fmt;
use std::path::PathBuf;

use crate::failure::Failure;
use lexopt::Arg;

/// What was asked for.
#[derive(Debug)]
pub struct Invocation {
    pub command: Command,
    pub json: bool,
}

#[derive(Debug)]
pub enum Command {
    Evaluate(Source),
    Validate(Source),
    Finance(Source),
    Measures,
    Factors,
    Help,
    Version,
}

/// Where a document comes from.
#[derive(Debug)]
pub enum Source {
    Input,
    File(PathBuf),
}

impl fmt::Display for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Source::Input => f.write_str("standard input"),
            Source::File(path) => path.display().fmt(f),
        }
    }
}

pub fn read(mut parser: lexopt::Parser) -> Result<Invocation, Failure> {
    let mut json = false;
    let mut words = Vec::new();
    while let Some(arg) = parser.next()? {
        match arg {
            Arg::Short('h') | Arg::Long("help") => return Ok(Invocation { command: Command::Help, json }),
            Arg::Short('V') | Arg::Long("version") => {
                return Ok(Invocation { command: Command::Version, json });
            }
            Arg::Long("json") => json = true,
            Arg::Value(word) => words.push(word),
            other => return Err(other.unexpected().into()),
        }
    }
    let mut words = words.into_iter();
    let name = words.next().ok_or(Failure::NoCommand)?;
    let mut source = || {
        let word = words.next().ok_or(Failure::NoFile)?;
        Ok::<_, Failure>(if word == "-" { Source::Input } else { Source::File(PathBuf::from(word)) })
    };
    let command = match name.to_str() {
        Some("evaluate") => Command::Evaluate(source()?),
        Some("validate") => Command::Validate(source()?),
        Some("finance") => Command::Finance(source()?),
        Some("measures") => Command::Measures,
        Some("factors") => Command::Factors,
        _ => return Err(Failure::UnknownCommand(name.to_string_lossy().into_owned())),
    };
    match words.next() {
        None => Ok(Invocation { command, json }),
        Some(word) => Err(Failure::TooMany(word.to_string_lossy().into_owned())),
    }
}
