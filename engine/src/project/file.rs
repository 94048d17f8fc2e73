//! The project file as text: reading with clear failures, writing, and format migrations.

use super::Project;
use serde::Deserialize;

/// The file format this engine writes. A change of [`Project`]'s shape raises it and adds a
/// migration from the one before.
pub const FORMAT: u32 = 1;

/// Longest project text that is read, bytes. A project of 200 meters with monthly bills stays
/// below a tenth of it; what is larger is not a project.
const LIMIT: usize = 2 * 1024 * 1024;

/// Why a project text could not be opened. Nothing is changed when it occurs.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FileError {
    /// More bytes than any project has.
    #[error("too large: {size} bytes, limit {limit}")]
    TooLarge { size: usize, limit: usize },
    /// Not JSON, or cut short.
    #[error("damaged at line {line}, column {column}")]
    Damaged { line: usize, column: usize },
    /// JSON, but not a project: where and what serde found.
    #[error("not a project at line {line}, column {column}: {detail}")]
    NotAProject { line: usize, column: usize, detail: String },
    /// Written by a newer version.
    #[error("format {found} is newer than {supported}")]
    Newer { found: u32, supported: u32 },
}

#[derive(Deserialize)]
struct Head {
    format: Option<u32>,
}

/// Reads a project.
///
/// Non-finite numbers cannot occur in JSON; absurd but finite ones are left for the checks at
/// their field.
pub fn from_json(text: &str) -> Result<Project, FileError> {
    let text = text.trim_start_matches('\u{feff}');
    if text.len() > LIMIT {
        return Err(FileError::TooLarge { size: text.len(), limit: LIMIT });
    }
    let head: Head = serde_json::from_str(text).map_err(|e| file_error(&e))?;
    match head.format {
        Some(found) if found > FORMAT => Err(FileError::Newer { found, supported: FORMAT }),
        Some(FORMAT) => {
            let mut project: Project = serde_json::from_str(text).map_err(|e| file_error(&e))?;
            if project.plans.is_empty() {
                project.plans.push(super::Plan::default());
            }
            project.active_plan = project.active_plan.min(project.plans.len().saturating_sub(1));
            Ok(project)
        }
        Some(_) | None => Err(FileError::NotAProject { line: 1, column: 1, detail: "format".to_owned() }),
    }
}

fn file_error(error: &serde_json::Error) -> FileError {
    let (line, column) = (error.line(), error.column());
    match error.classify() {
        serde_json::error::Category::Data => {
            FileError::NotAProject { line, column, detail: error.to_string() }
        }
        _ => FileError::Damaged { line, column },
    }
}

/// Writes a project as indented JSON, keys in declaration order.
pub fn to_json(project: &Project) -> String {
    // A tree of strings, numbers and vectors cannot fail to serialise; the empty string would be
    // refused by `from_json`, so no half-written file could pass for a project.
    serde_json::to_string_pretty(project).unwrap_or_default()
}
