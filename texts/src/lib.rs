//! Reads and checks the texts in `locales/`, and writes what the app loads and compiles.
//!
//! Build-time only: nothing of this crate reaches the browser. The root `build.rs` asks it for the
//! typed key constants, the `lantian-texts` program for the text tables that are served beside the
//! app, so both always come from the same checked locale files.

pub mod check;
pub mod facts;
pub mod keys;
pub mod locale;
pub mod names;
pub mod script;
pub mod table;
pub mod typeset;
pub mod words;

use std::path::Path;

pub use locale::{Language, Locale};

/// Why the texts cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum TextsError {
    #[error("cannot read {path}: {source}")]
    Read { path: String, source: std::io::Error },
    #[error("{path} is not JSON: {source}")]
    Json { path: String, source: serde_json::Error },
    #[error("{path}: {source}")]
    Csv { path: String, source: csv::Error },
    #[error("{path} has no column {column}")]
    Column { path: String, column: &'static str },
    #[error("fact tables: {0}")]
    Facts(String),
    #[error("{} text problem(s):\n{}", .0.len(), check::list(.0))]
    Problems(Vec<check::Problem>),
}

/// All texts of the product, read and checked.
#[derive(Debug)]
pub struct Texts {
    pub locales: Vec<Locale>,
    pub names: Vec<names::Names>,
}

impl Texts {
    /// Reads `locales/` and the names in `data/` under the project's root, and checks them.
    pub fn load(root: &Path) -> Result<Self, TextsError> {
        let locales = Language::ALL
            .into_iter()
            .map(|language| Locale::read(&root.join("locales"), language))
            .collect::<Result<Vec<_>, _>>()?;
        let names = locales
            .iter()
            .map(|locale| names::Names::read(&root.join("data"), locale))
            .collect::<Result<Vec<_>, _>>()?;
        let problems = check::all(&locales, &names);
        if problems.is_empty() { Ok(Self { locales, names }) } else { Err(TextsError::Problems(problems)) }
    }

    /// The keys with their English text and placeholders, sorted: the order of every table.
    pub fn keys(&self) -> keys::KeyList {
        keys::KeyList::of(self.locales.first().map(|english| &english.texts).into_iter().flatten())
    }

    /// File name and content of the text table of each language.
    pub fn tables(&self) -> Vec<(String, String)> {
        let hash = self.keys().hash();
        self.locales
            .iter()
            .zip(&self.names)
            .map(|(locale, names)| {
                (format!("ui.{}.txt", locale.language.code()), table::write(&hash, locale, names))
            })
            .collect()
    }
}
