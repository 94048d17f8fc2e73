//! The closed lists behind every key column.

use std::collections::{HashMap, HashSet};

use crate::files::Files;
use crate::pack::Names;
use crate::problem::{Place, Report};
use crate::sheet::{Row, Sheet, is_slug};

/// One entry of a closed list.
#[derive(Clone, Debug)]
pub struct Key {
    pub place: Place,
    pub slug: String,
    pub names: Names,
    /// A wider region, a fuel group, a wider sector.
    pub parent: Option<String>,
    pub note: String,
}

/// A closed list in file order.
#[derive(Clone, Debug)]
pub struct KeyList {
    pub name: String,
    pub keys: Vec<Key>,
}

impl KeyList {
    pub fn find(&self, slug: &str) -> Option<&Key> {
        self.keys.iter().find(|key| key.slug == slug)
    }
}

/// All lists, with a quick look-up of "is this slug in that list".
#[derive(Clone, Debug, Default)]
pub struct Keys {
    pub lists: Vec<KeyList>,
    slugs: HashMap<String, HashSet<String>>,
}

impl Keys {
    pub fn list(&self, name: &str) -> Option<&KeyList> {
        self.lists.iter().find(|list| list.name == name)
    }

    pub fn has(&self, list: &str, slug: &str) -> bool {
        self.slugs.get(list).is_some_and(|slugs| slugs.contains(slug))
    }
}

const COLUMNS: [&str; 7] = ["list", "slug", "name_en", "name_zh_hant", "name_zh_hans", "parent", "note"];

pub(crate) fn read(files: &Files, report: &mut Report) -> Keys {
    let sheet = Sheet::read("keys.csv", files.text("keys.csv"), &COLUMNS, report);
    let mut keys = Keys::default();
    for row in &sheet.rows {
        let key = key(row, report);
        let name = row.get("list");
        let is_new = keys.slugs.entry(name.to_owned()).or_default().insert(key.slug.clone());
        if !is_slug(&key.slug) || !is_new {
            report.add(&key.place, format!("bad or repeated slug {:?}", key.slug));
        }
        if let Some(list) = keys.lists.iter_mut().find(|list| list.name == name) {
            list.keys.push(key);
            continue;
        }
        if !is_slug(name) {
            report.add(&key.place, "list is not a slug");
        }
        keys.lists.push(KeyList { name: name.to_owned(), keys: vec![key] });
    }
    for list in &keys.lists {
        check_parents(list, report);
    }
    keys
}

fn key(row: &Row, report: &mut Report) -> Key {
    Key {
        place: row.place.clone(),
        slug: row.text("slug"),
        names: Names::read(row, ["name_en", "name_zh_hant", "name_zh_hans"], report),
        parent: row.optional("parent"),
        note: row.text("note"),
    }
}

/// Every parent is in the list and climbing ends.
fn check_parents(list: &KeyList, report: &mut Report) {
    let parents: HashMap<&str, Option<&str>> =
        list.keys.iter().map(|key| (key.slug.as_str(), key.parent.as_deref())).collect();
    for key in &list.keys {
        let mut here = key.slug.as_str();
        for _ in 0..=list.keys.len() {
            match parents.get(here) {
                Some(Some(parent)) if !parents.contains_key(parent) => {
                    if here == key.slug {
                        report.add(&key.place, format!("unknown parent {parent:?}"));
                    }
                    here = "";
                    break;
                }
                Some(Some(parent)) => here = parent,
                _ => {
                    here = "";
                    break;
                }
            }
        }
        if !here.is_empty() {
            report.add(&key.place, "parents go round in a circle");
        }
    }
}
