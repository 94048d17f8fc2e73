//! The arguments of the command line.

use std::ffi::OsStr;
use std::fmt;
use std::path::PathBuf;

use crate::failure::Failure;
use lexopt::{Arg, ValueExt as _};

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
    Optimise(Source, Wish),
    Trajectory(Source, Ahead),
    Measures,
    Factors,
    Help,
    Version,
}

/// What the best plan is to be best at, and within what limits; slugs are checked later.
#[derive(Debug, Default)]
pub struct Wish {
    /// `npv`, or the slug of a figure to save.
    pub goal: Option<String>,
    pub budget: Option<f64>,
    pub payback: Option<f64>,
    pub require: Vec<String>,
    pub exclude: Vec<String>,
    /// Whether any of them was given.
    given: bool,
}

/// What the years ahead are to bring, in place of what the file says; checked later.
#[derive(Debug, Default)]
pub struct Ahead {
    /// Last year.
    pub to: Option<u16>,
    pub scenario: Option<String>,
    /// Per cent a year.
    pub growth: Option<f64>,
    pub csv: bool,
    /// Whether any of them was given.
    given: bool,
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
    let mut wish = Wish::default();
    let mut ahead = Ahead::default();
    let mut words = Vec::new();
    while let Some(arg) = parser.next()? {
        match arg {
            Arg::Short('h') | Arg::Long("help") => return Ok(Invocation { command: Command::Help, json }),
            Arg::Short('V') | Arg::Long("version") => {
                return Ok(Invocation { command: Command::Version, json });
            }
            Arg::Long("json") => json = true,
            Arg::Long("goal") => wish.set().goal = Some(text(&parser.value()?)),
            Arg::Long("budget") => wish.set().budget = Some(parser.value()?.parse()?),
            Arg::Long("payback") => wish.set().payback = Some(parser.value()?.parse()?),
            Arg::Long("require") => wish.set().require.extend(list(&parser.value()?)),
            Arg::Long("exclude") => wish.set().exclude.extend(list(&parser.value()?)),
            Arg::Long("to") => ahead.set().to = Some(parser.value()?.parse()?),
            Arg::Long("scenario") => ahead.set().scenario = Some(text(&parser.value()?)),
            Arg::Long("growth") => ahead.set().growth = Some(parser.value()?.parse()?),
            Arg::Long("csv") => ahead.set().csv = true,
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
        Some("optimise") => Command::Optimise(source()?, std::mem::take(&mut wish)),
        Some("trajectory") => Command::Trajectory(source()?, std::mem::take(&mut ahead)),
        Some("measures") => Command::Measures,
        Some("factors") => Command::Factors,
        _ => return Err(Failure::UnknownCommand(name.to_string_lossy().into_owned())),
    };
    if wish.given {
        return Err(Failure::OnlyOptimise);
    }
    if ahead.given {
        return Err(Failure::OnlyTrajectory);
    }
    match words.next() {
        None => Ok(Invocation { command, json }),
        Some(word) => Err(Failure::TooMany(word.to_string_lossy().into_owned())),
    }
}

impl Wish {
    fn set(&mut self) -> &mut Self {
        self.given = true;
        self
    }
}

impl Ahead {
    fn set(&mut self) -> &mut Self {
        self.given = true;
        self
    }
}

fn text(word: &OsStr) -> String {
    word.to_string_lossy().into_owned()
}

/// `a,b` as two words.
fn list(word: &OsStr) -> Vec<String> {
    text(word).split(',').map(str::trim).filter(|part| !part.is_empty()).map(str::to_owned).collect()
}
