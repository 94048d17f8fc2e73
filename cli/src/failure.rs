//! Why a command could not be carried out, and its exit code. The codes are listed in `help.txt`.

use std::io;
use std::process::ExitCode;

use crate::finance::FlowsError;
use lantian_engine::project::FileError;

/// Exit code of a project whose entries must be mended.
pub const PROBLEMS: u8 = 1;

/// Exit code of a stream or a portfolio with lines that have no answer; the others have.
pub const LINES: u8 = 7;

#[derive(Debug, thiserror::Error)]
pub enum Failure {
    #[error("{0}; see lantian --help")]
    Usage(#[from] lexopt::Error),
    #[error("no command given; see lantian --help")]
    NoCommand,
    #[error("unknown command '{0}'; see lantian --help")]
    UnknownCommand(String),
    #[error("no file given; - reads standard input")]
    NoFile,
    #[error("one argument too many: '{0}'; see lantian --help")]
    TooMany(String),
    #[error("{file}: {error}")]
    Unreadable { file: String, error: io::Error },
    #[error("cannot write: {0}")]
    Unwritable(io::Error),
    #[error("--{option} does not belong to {command}; see lantian --help")]
    Stray { option: &'static str, command: String },
    #[error("no upgrade given; lantian measures lists them")]
    NoMeasure,
    #[error("--set {0}: expected name=value")]
    NotASetting(String),
    #[error("--set {name}: {text:?} is not a number")]
    NotANumber { name: String, text: String },
    #[error("--set {name}: {reason}")]
    Setting { name: String, reason: String },
    #[error("--range {0}: expected name=low,high")]
    NotARange(String),
    #[error("--range {name}: {reason}")]
    Range { name: String, reason: String },
    #[error("--trials: 1 to {0}")]
    Trials(u32),
    #[error("{measure} has nothing to act on: the plant lacks {missing}")]
    NothingToActOn { measure: &'static str, missing: &'static str },
    #[error("compare shows two to four, not {0}")]
    Columns(usize),
    #[error("--plan compares the plans of one project; {0} files were given")]
    PlansOfOne(usize),
    #[error("unknown plan '{name}'; the project has: {known}")]
    UnknownPlan { name: String, known: String },
    #[error("unknown upgrade '{0}'; lantian measures lists them")]
    UnknownMeasure(String),
    #[error("unknown goal '{0}': npv, or a figure that lantian evaluate lists, such as co2e, nox or water")]
    UnknownGoal(String),
    #[error("no plan meets this: {0}")]
    Impossible(String),
    #[error("no plan that meets this was found in {0} evaluations; there may be one")]
    NotFound(u64),
    #[error("{file}: {reason}")]
    Table { file: String, reason: String },
    #[error("{file}: {error}")]
    Flows { file: String, error: FlowsError },
    #[error("{file}: {error}")]
    Project { file: String, error: FileError },
}

impl Failure {
    pub fn code(&self) -> ExitCode {
        ExitCode::from(match self {
            Failure::Usage(_)
            | Failure::NoCommand
            | Failure::UnknownCommand(_)
            | Failure::NoFile
            | Failure::TooMany(_)
            | Failure::Stray { .. }
            | Failure::NoMeasure
            | Failure::NotASetting(_)
            | Failure::NotANumber { .. }
            | Failure::Setting { .. }
            | Failure::NotARange(_)
            | Failure::Range { .. }
            | Failure::Trials(_)
            | Failure::Columns(_)
            | Failure::PlansOfOne(_)
            | Failure::UnknownPlan { .. }
            | Failure::UnknownMeasure(_)
            | Failure::UnknownGoal(_) => 2,
            Failure::Impossible(_) | Failure::NotFound(_) | Failure::NothingToActOn { .. } => 6,
            Failure::Unreadable { .. } | Failure::Unwritable(_) => 3,
            Failure::Project { error: FileError::Newer { .. }, .. } => 5,
            Failure::Project { .. } | Failure::Flows { .. } | Failure::Table { .. } => 4,
        })
    }
}
