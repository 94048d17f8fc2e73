//! The arguments of the command line.
//!
//! Every command has its own options; one that does not belong to it is refused by name.

use std::ffi::{OsStr, OsString};
use std::fmt;
use std::path::PathBuf;

use crate::failure::Failure;
use lexopt::{Arg, Parser, ValueExt as _};

/// What was asked for.
#[derive(Debug)]
pub struct Invocation {
    pub command: Command,
    pub form: Form,
}

/// How the answer is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Form {
    #[default]
    Text,
    Json,
    Csv,
}

#[derive(Debug)]
pub enum Command {
    Evaluate(Source),
    /// Projects from standard input, one a line; with the shares of each measure or without.
    Stream {
        quick: bool,
    },
    Validate(Source),
    Compare(Vec<Source>, Vec<Wanted>),
    Measure(String, Option<Source>, Vec<Setting>),
    Finance(Source),
    Optimise(Source, Wish),
    Trajectory(Source, Ahead),
    Uncertainty(Source, Doubt),
    Portfolio(Collection, Gathering),
    Measures,
    Factors,
    Schema,
    Help,
    Version,
}

/// `--set name=value`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Setting {
    pub name: String,
    pub value: String,
}

/// `--plan NAME` or `--plan NAME=ids`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wanted {
    pub name: String,
    pub measures: Option<Vec<String>>,
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
    /// Not one plan, but all that none beats at both cost and goal.
    pub front: bool,
}

/// How ranges are computed.
#[derive(Debug, Default)]
pub struct Doubt {
    pub trials: Option<u32>,
    pub seed: Option<u64>,
    pub ranges: Vec<Given>,
}

/// `--range NAME=LOW,HIGH`.
#[derive(Clone, Debug, PartialEq)]
pub struct Given {
    pub name: String,
    pub low: f64,
    pub high: f64,
}

/// Where the plants of a portfolio come from.
/// What the years ahead are to bring, in place of what the file says; checked later.
#[derive(Debug, Default)]
pub struct Ahead {
    /// Last year.
    pub to: Option<u16>,
    pub scenario: Option<String>,
    /// Per cent a year.
    pub growth: Option<f64>,
}

/// Where the plants of a portfolio come from.
#[derive(Debug)]
pub enum Collection {
    /// A folder of project files, or a table.
    Path(PathBuf),
    /// Projects from standard input, one a line.
    Lines,
    /// Partial summaries.
    Summaries(Vec<Source>),
    /// None: the empty table.
    Template,
}

/// How a portfolio is summed up.
#[derive(Debug)]
pub struct Gathering {
    /// Groups of fewer plants are not shown.
    pub least: u64,
    /// Write a summary for merging instead of a report.
    pub partial: bool,
}

/// Members of a group below which it would tell about single plants.
const LEAST_GROUP: u64 = 5;

/// Where a document comes from.
#[derive(Clone, Debug)]
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

/// All options as they stood, with those that were given.
#[derive(Debug, Default)]
struct Options {
    given: Vec<&'static str>,
    form: Form,
    wish: Wish,
    ahead: Ahead,
    doubt: Doubt,
    settings: Vec<Setting>,
    plans: Vec<Wanted>,
    least: Option<u64>,
    /// Flags without a value.
    flags: Vec<&'static str>,
}

const FLAGS: [&str; 5] = ["ndjson", "quick", "summaries", "partial", "template"];

pub fn read(mut parser: Parser) -> Result<Invocation, Failure> {
    let mut options = Options::default();
    let mut words = Vec::new();
    while let Some(arg) = parser.next()? {
        match arg {
            Arg::Short('h') | Arg::Long("help") => {
                return Ok(Invocation { command: Command::Help, form: Form::Text });
            }
            Arg::Short('V') | Arg::Long("version") => {
                return Ok(Invocation { command: Command::Version, form: Form::Text });
            }
            Arg::Long(name) => {
                let name = name.to_owned();
                options.take(&name, &mut parser)?;
            }
            Arg::Value(word) => words.push(word),
            other @ Arg::Short(_) => return Err(other.unexpected().into()),
        }
    }
    let mut words = words.into_iter();
    let name = words.next().ok_or(Failure::NoCommand)?;
    let (command, allowed) = command(&text(&name), &mut words, &mut options)?;
    if let Some(stray) = options.given.iter().find(|option| !allowed.contains(option)) {
        return Err(Failure::Stray { option: stray, command: text(&name) });
    }
    match words.next() {
        None => Ok(Invocation { command, form: options.form }),
        Some(word) => Err(Failure::TooMany(text(&word))),
    }
}

/// The command of a name and the options it has.
fn command(
    name: &str,
    words: &mut impl Iterator<Item = OsString>,
    options: &mut Options,
) -> Result<(Command, &'static [&'static str]), Failure> {
    let mut source = || words.next().map(to_source).ok_or(Failure::NoFile);
    Ok(match name {
        "evaluate" if options.has("ndjson") => {
            (Command::Stream { quick: options.has("quick") }, &["ndjson", "quick"])
        }
        "evaluate" => (Command::Evaluate(source()?), &["json"]),
        "validate" => (Command::Validate(source()?), &["json"]),
        "finance" => (Command::Finance(source()?), &["json"]),
        "optimise" => (
            Command::Optimise(source()?, std::mem::take(&mut options.wish)),
            &["json", "goal", "budget", "payback", "require", "exclude", "front"],
        ),
        "trajectory" => (
            Command::Trajectory(source()?, std::mem::take(&mut options.ahead)),
            &["json", "csv", "to", "scenario", "growth"],
        ),
        "uncertainty" => (
            Command::Uncertainty(source()?, std::mem::take(&mut options.doubt)),
            &["json", "trials", "seed", "range"],
        ),
        "compare" => {
            let mut sources = vec![source()?];
            sources.extend(words.map(to_source));
            (Command::Compare(sources, std::mem::take(&mut options.plans)), &["json", "csv", "plan"])
        }
        "measure" => {
            let id = words.next().map(|word| text(&word)).ok_or(Failure::NoMeasure)?;
            let file = words.next().map(to_source);
            (Command::Measure(id, file, std::mem::take(&mut options.settings)), &["json", "set"])
        }
        "portfolio" => portfolio(words, options)?,
        "measures" => (Command::Measures, &["json"]),
        "factors" => (Command::Factors, &["json"]),
        "schema" => (Command::Schema, &["json"]),
        other => return Err(Failure::UnknownCommand(other.to_owned())),
    })
}

fn portfolio(
    words: &mut impl Iterator<Item = OsString>,
    options: &Options,
) -> Result<(Command, &'static [&'static str]), Failure> {
    let gathering =
        Gathering { least: options.least.unwrap_or(LEAST_GROUP), partial: options.has("partial") };
    let all: &[&str] = &["json", "csv", "ndjson", "summaries", "partial", "min-group"];
    if options.has("template") {
        return Ok((Command::Portfolio(Collection::Template, gathering), &["template"]));
    }
    let collection = if options.has("summaries") {
        let sources: Vec<Source> = words.map(to_source).collect();
        Collection::Summaries(if sources.is_empty() { vec![Source::Input] } else { sources })
    } else if options.has("ndjson") {
        Collection::Lines
    } else {
        Collection::Path(words.next().map(PathBuf::from).ok_or(Failure::NoFile)?)
    };
    Ok((Command::Portfolio(collection, gathering), all))
}

impl Options {
    fn has(&self, flag: &str) -> bool {
        self.flags.contains(&flag)
    }

    fn take(&mut self, name: &str, parser: &mut Parser) -> Result<(), Failure> {
        let (known, form) = match name {
            "json" => ("json", Form::Json),
            "csv" => ("csv", Form::Csv),
            other => return self.take_other(other, parser),
        };
        self.given.push(known);
        self.form = form;
        Ok(())
    }

    fn take_other(&mut self, name: &str, parser: &mut Parser) -> Result<(), Failure> {
        let known = match name {
            "goal" => {
                self.wish.goal = Some(text(&parser.value()?));
                "goal"
            }
            "budget" => {
                self.wish.budget = Some(parser.value()?.parse()?);
                "budget"
            }
            "payback" => {
                self.wish.payback = Some(parser.value()?.parse()?);
                "payback"
            }
            "require" => {
                self.wish.require.extend(list(&text(&parser.value()?)));
                "require"
            }
            "front" => {
                self.wish.front = true;
                "front"
            }
            "exclude" => {
                self.wish.exclude.extend(list(&text(&parser.value()?)));
                "exclude"
            }
            "to" => {
                self.ahead.to = Some(parser.value()?.parse()?);
                "to"
            }
            "scenario" => {
                self.ahead.scenario = Some(text(&parser.value()?));
                "scenario"
            }
            "growth" => {
                self.ahead.growth = Some(parser.value()?.parse()?);
                "growth"
            }
            "trials" => {
                self.doubt.trials = Some(parser.value()?.parse()?);
                "trials"
            }
            "seed" => {
                self.doubt.seed = Some(parser.value()?.parse()?);
                "seed"
            }
            "range" => {
                self.doubt.ranges.push(range(&text(&parser.value()?))?);
                "range"
            }
            "set" => {
                self.settings.push(setting(&text(&parser.value()?))?);
                "set"
            }
            "plan" => {
                self.plans.push(wanted(&text(&parser.value()?)));
                "plan"
            }
            "min-group" => {
                self.least = Some(parser.value()?.parse()?);
                "min-group"
            }
            other => match FLAGS.into_iter().find(|flag| *flag == other) {
                Some(flag) => {
                    self.flags.push(flag);
                    flag
                }
                None => return Err(Arg::Long(other).unexpected().into()),
            },
        };
        self.given.push(known);
        Ok(())
    }
}

fn to_source(word: OsString) -> Source {
    if word == "-" { Source::Input } else { Source::File(PathBuf::from(word)) }
}

fn setting(word: &str) -> Result<Setting, Failure> {
    let (name, value) = word.split_once('=').ok_or_else(|| Failure::NotASetting(word.to_owned()))?;
    Ok(Setting { name: name.trim().to_owned(), value: value.trim().to_owned() })
}

fn range(word: &str) -> Result<Given, Failure> {
    let read = || {
        let (name, bounds) = word.rsplit_once('=')?;
        let (low, high) = bounds.split_once(',')?;
        let name = name.trim().to_owned();
        Some(Given { name, low: low.trim().parse().ok()?, high: high.trim().parse().ok()? })
    };
    read().ok_or_else(|| Failure::NotARange(word.to_owned()))
}

fn wanted(word: &str) -> Wanted {
    match word.split_once('=') {
        Some((name, ids)) => Wanted { name: name.trim().to_owned(), measures: Some(list(ids)) },
        None => Wanted { name: word.trim().to_owned(), measures: None },
    }
}

fn text(word: &OsStr) -> String {
    word.to_string_lossy().into_owned()
}

/// `a,b` as two words.
fn list(words: &str) -> Vec<String> {
    words.split(',').map(str::trim).filter(|part| !part.is_empty()).map(str::to_owned).collect()
}
