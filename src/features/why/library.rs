//! Names, places in the sources and notes of the facts: a file a language, fetched when someone
//! first opens a source.

use crate::i18n::Lang;
use crate::platform::fetch;
use lantian_engine::data::{FACTOR_PACK_HASH, FactId, MeasureId, SourceId};
use leptos::prelude::*;
use leptos::task::spawn_local;
use serde::Deserialize;
use std::sync::Arc;

/// The file of one language, in the order of the engine's ids.
#[derive(Debug, Deserialize)]
pub struct FactBook {
    hash: String,
    facts: Vec<(String, String, String)>,
    sources: Vec<(String, String, Option<i32>, String, String, String)>,
    /// Notes on the parameters of each measure.
    params: Vec<Vec<String>>,
}

/// What the file says about a fact.
#[derive(Clone, Copy, Debug)]
pub struct FactWords<'a> {
    pub name: &'a str,
    /// Table and page.
    pub locator: &'a str,
    pub note: &'a str,
}

/// What the file says about a source.
#[derive(Clone, Copy, Debug)]
pub struct SourceWords<'a> {
    pub title: &'a str,
    pub publisher: &'a str,
    pub year: Option<i32>,
    /// Empty where there is none to open.
    pub url: &'a str,
}

impl FactBook {
    /// Reads the file; `None` for anything else, and for the file of another pack.
    pub fn read(text: &str) -> Option<Self> {
        let book: FactBook = serde_json::from_str(text).ok()?;
        (book.hash == FACTOR_PACK_HASH && book.facts.len() == FactId::COUNT).then_some(book)
    }

    pub fn fact(&self, id: FactId) -> Option<FactWords<'_>> {
        let (name, locator, note) = self.facts.get(id.index())?;
        Some(FactWords { name, locator, note })
    }

    /// The note on a parameter, if there is one.
    pub fn param_note(&self, measure: MeasureId, key: &str) -> Option<&str> {
        let (place, _) = measure.param(key)?;
        let note = self.params.get(measure.index())?.get(place)?;
        Some(note.as_str()).filter(|note| !note.is_empty())
    }

    pub fn source(&self, id: SourceId) -> Option<SourceWords<'_>> {
        let (title, publisher, year, url, _, _) = self.sources.get(id.index())?;
        // Only a web address may become a link.
        let url = if url.starts_with("https://") || url.starts_with("http://") { url } else { "" };
        Some(SourceWords { title, publisher, year: *year, url })
    }
}

/// A file that is here, on its way, or could not be had.
#[derive(Clone, Debug, Default)]
enum Shelf {
    #[default]
    Empty,
    Coming,
    Here(Arc<FactBook>),
    Failed,
}

/// The files fetched so far. A context; cheap to copy.
#[derive(Clone, Copy, Debug)]
pub struct Library {
    shelves: RwSignal<[Shelf; 3]>,
}

impl Library {
    pub(super) fn new() -> Self {
        Library { shelves: RwSignal::new(Default::default()) }
    }

    /// The library provided above the calling component.
    pub fn expect() -> Self {
        expect_context()
    }

    /// The file of a language once it is here. Tracked. Call [`Library::want`] to have it fetched.
    pub fn book(self, lang: Lang) -> Option<Arc<FactBook>> {
        self.shelves.with(|shelves| match shelves.get(place_of(lang)) {
            Some(Shelf::Here(book)) => Some(Arc::clone(book)),
            _ => None,
        })
    }

    /// Whether the file of a language could not be had. Tracked.
    pub fn failed(self, lang: Lang) -> bool {
        self.shelves.with(|shelves| matches!(shelves.get(place_of(lang)), Some(Shelf::Failed)))
    }

    /// Fetches the file of a language unless it is here or on its way.
    pub fn want(self, lang: Lang) {
        let known = self.shelves.with_untracked(|shelves| {
            matches!(shelves.get(place_of(lang)), Some(Shelf::Coming | Shelf::Here(_)))
        });
        if known {
            return;
        }
        self.put(lang, Shelf::Coming);
        spawn_local(async move {
            let path = format!("texts/data.{}.json", lang.code());
            let mut book = None;
            // A copy kept from another version is asked for again, once.
            for copy in [fetch::Copy::Stored, fetch::Copy::Fresh] {
                book = fetch::text(&path, copy).await.ok().and_then(|text| FactBook::read(&text));
                if book.is_some() {
                    break;
                }
            }
            self.put(lang, book.map_or(Shelf::Failed, |book| Shelf::Here(Arc::new(book))));
        });
    }

    fn put(self, lang: Lang, shelf: Shelf) {
        // The page may be gone when the file arrives.
        let _ = self.shelves.try_update(|shelves| {
            if let Some(place) = shelves.get_mut(place_of(lang)) {
                *place = shelf;
            }
        });
    }
}

fn place_of(lang: Lang) -> usize {
    Lang::ALL.iter().position(|known| *known == lang).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_our_own_file_is_read() {
        for text in ["", "<!doctype html>", "{}", r#"{"hash":"0","facts":[],"sources":[],"params":[]}"#] {
            assert!(FactBook::read(text).is_none(), "{text}");
        }
    }
}
