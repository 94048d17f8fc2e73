//! One enum for each closed list, for the sources, the tables and the measures.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use lantian_factpack::{KeyList, Pack};

use crate::names::{key_enum, type_of, variant};

pub fn generate(pack: &Pack) -> String {
    let mut text = String::new();
    for list in &pack.keys.lists {
        let slugs: Vec<&str> = list.keys.iter().map(|key| key.slug.as_str()).collect();
        let name = type_of(&list.name);
        text.push_str(&key_enum(&format!("Closed list `{}`.", list.name), &name, &slugs));
        parents(&mut text, list, &name);
    }
    let sources: Vec<&str> = pack.sources.iter().map(|source| source.id.as_str()).collect();
    text.push_str(&key_enum("A source of `sources.csv`.", "SourceId", &sources));
    let tables: Vec<&str> = pack.tables.iter().map(|table| table.name.as_str()).collect();
    text.push_str(&key_enum("A fact table.", "Table", &tables));
    let measures: Vec<&str> = pack.measures.iter().map(|measure| measure.id.as_str()).collect();
    text.push_str(&key_enum("A measure of the catalogue.", "MeasureId", &measures));
    let keys: BTreeSet<&str> = pack.sectors.iter().map(|row| row.key.as_str()).collect();
    let keys: Vec<&str> = keys.into_iter().collect();
    text.push_str(&key_enum("What a sector figure is about.", "SectorKey", &keys));
    text
}

/// `parent()` only where the list has parents.
fn parents(text: &mut String, list: &KeyList, name: &str) {
    if list.keys.iter().all(|key| key.parent.is_none()) {
        return;
    }
    let _ = writeln!(
        text,
        "impl {name} {{\n/// The wider key it belongs to.\npub const fn parent(self) -> Option<Self> {{\nmatch self {{"
    );
    let parents: BTreeSet<&str> = list.keys.iter().filter_map(|key| key.parent.as_deref()).collect();
    for parent in parents {
        let children: Vec<String> = list
            .keys
            .iter()
            .filter(|key| key.parent.as_deref() == Some(parent))
            .map(|key| format!("Self::{}", variant(&key.slug)))
            .collect();
        let _ = writeln!(text, "{} => Some(Self::{}),", children.join(" | "), variant(parent));
    }
    let roots: Vec<String> = list
        .keys
        .iter()
        .filter(|key| key.parent.is_none())
        .map(|key| format!("Self::{}", variant(&key.slug)))
        .collect();
    let _ = writeln!(text, "{} => None,", roots.join(" | "));
    text.push_str(
        "}\n}\n\n/// Itself, its parent, the parent of that, and so on.\n\
         pub fn ancestors(self) -> impl Iterator<Item = Self> {\n\
         std::iter::successors(Some(self), |key| key.parent())\n}\n}\n\n",
    );
}
