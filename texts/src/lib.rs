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
pub mod reach;
pub mod script;
pub mod table;
pub mod typeset;
pub mod words;

use std::path::Path;

use lantian_factpack::Pack;
pub use locale::{Language, Locale};

/// Why the texts cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum TextsError {
    #[error("cannot read {path}: {source}")]
    Read { path: String, source: std::io::Error },
    #[error("{path} is not JSON: {source}")]
    Json { path: String, source: serde_json::Error },
    #[error("cannot write {path}: {source}")]
    Write { path: String, source: std::io::Error },
    #[error("cannot tell the texts of the first screen: {0}")]
    Source(String),
    #[error("{} problem(s) in the fact tables:\n{}", .0.len(), lines(.0))]
    Data(Vec<lantian_factpack::Problem>),
    #[error("{} text problem(s):\n{}", .0.len(), check::list(.0))]
    Problems(Vec<check::Problem>),
}

fn lines(problems: &[lantian_factpack::Problem]) -> String {
    problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
}

/// All texts of the product, read and checked.
#[derive(Debug)]
pub struct Texts {
    pub locales: Vec<Locale>,
    pub names: Vec<names::Names>,
    /// What the first screen may show.
    pub first: reach::First,
    pub pack: Pack,
}

impl Texts {
    /// Reads `locales/`, `data/` and `src/` under the project's root, and checks the texts.
    pub fn load(root: &Path) -> Result<Self, TextsError> {
        let pack = Pack::load(&root.join("data")).map_err(TextsError::Data)?;
        let locales = Language::ALL
            .into_iter()
            .map(|language| Locale::read(&root.join("locales"), language))
            .collect::<Result<Vec<_>, _>>()?;
        let names: Vec<_> = locales.iter().map(|locale| names::Names::of(&pack, locale)).collect();
        let first = reach::First::of(&root.join("src"))?;
        let problems = check::all(&locales, &names);
        if problems.is_empty() {
            Ok(Self { locales, names, first, pack })
        } else {
            Err(TextsError::Problems(problems))
        }
    }

    /// The keys with their English text and placeholders, those of the first screen first: the order
    /// of every table.
    pub fn keys(&self) -> keys::KeyList {
        let english = self.locales.first().map(|english| &english.texts);
        keys::KeyList::of(english.into_iter().flatten(), &self.first)
    }

    /// File name and content of the two text tables of each language: what the first screen may show,
    /// and the rest. One after the other they are the whole.
    pub fn tables(&self) -> Vec<(String, String)> {
        let keys = self.keys();
        let languages = self.locales.iter().zip(&self.names);
        languages
            .flat_map(|(locale, names)| {
                let code = locale.language.code();
                let [first, rest] = table::write(&keys, &self.first, locale, names);
                [(format!("ui.{code}.txt"), first), (format!("more.{code}.txt"), rest)]
            })
            .collect()
    }

    /// File name and content of the names and notes behind the facts, for each language.
    pub fn fact_files(&self) -> Vec<(String, String)> {
        self.locales
            .iter()
            .map(|locale| {
                let language = locale.language;
                (format!("data.{}.json", language.code()), facts::write(&self.pack, locale))
            })
            .collect()
    }
}
