//! Where numbers come from, each source once.

use std::collections::HashSet;

use crate::files::Files;
use crate::problem::{Place, Report};
use crate::sheet::{Sheet, is_slug};

/// A document, data set or convention.
#[derive(Clone, Debug)]
pub struct Source {
    pub place: Place,
    pub id: String,
    pub title: String,
    pub publisher: String,
    pub year: Option<u16>,
    pub url: String,
    pub licence: String,
    pub note: String,
}

/// The licences a source may have, in the order `LICENSES.md` lists them.
pub const LICENCES: [&str; 5] = ["OGL v3", "CC BY", "public domain", "facts only", "unknown"];

const COLUMNS: [&str; 7] = ["id", "title", "publisher", "year", "url", "licence", "note"];

pub(crate) fn read(files: &Files, report: &mut Report) -> Vec<Source> {
    let sheet = Sheet::read("sources.csv", files.text("sources.csv"), &COLUMNS, report);
    let mut ids = HashSet::new();
    let mut sources = Vec::new();
    for row in &sheet.rows {
        let source = Source {
            place: row.place.clone(),
            id: row.text("id"),
            title: row.text("title"),
            publisher: row.text("publisher"),
            year: row.year("year", report),
            url: row.text("url"),
            licence: row.text("licence"),
            note: row.text("note"),
        };
        if !is_slug(&source.id) || !ids.insert(source.id.clone()) {
            report.add(&source.place, format!("bad or repeated id {:?}", source.id));
        }
        if source.title.is_empty() {
            report.add(&source.place, "no title");
        }
        if !LICENCES.contains(&source.licence.as_str()) {
            report.add(&source.place, format!("licence {:?} is not known", source.licence));
        }
        sources.push(source);
    }
    sources
}

/// Every source is used by some row.
pub(crate) fn check_used(sources: &[Source], used: &HashSet<String>, report: &mut Report) {
    for source in sources {
        if !used.contains(&source.id) {
            report.add(&source.place, format!("source {} is never used", source.id));
        }
    }
}
