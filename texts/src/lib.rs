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
    pub pack: Pack,
}

impl Texts {
    /// Reads `locales/` and `data/` under the project's root, and checks the texts.
    pub fn load(root: &Path) -> Result<Self, TextsError> {
        let pack = Pack::load(&root.join("data")).map_err(TextsError::Data)?;
        let locales = Language::ALL
            .into_iter()
            .map(|language| Locale::read(&root.join("locales"), language))
            .collect::<Result<Vec<_>, _>>()?;
        let names: Vec<_> = locales.iter().map(|locale| names::Names::of(&pack, locale)).collect();
        let problems = check::all(&locales, &names);
        if problems.is_empty() {
            Ok(Self { locales, names, pack })
        } else {
            Err(TextsError::Problems(problems))
        }
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
