//! Names, places in the source and notes of the facts, for the sources page and "Why this number?".
//!
//! One file a language, loaded when someone first opens a source. The lists stand in the order of
//! the fact pack, which is the order of the engine's ids: entry 17 of `facts` belongs to the fact
//! with index 17. `hash` is the pack's: a file of another pack must not be used. Notes and titles
//! are kept in the language of their source; the reader marks them as English.

use lantian_factpack::Pack;
use serde_json::{Map, Value, json};

use crate::locale::Locale;
use crate::names::SHOWN_LISTS;
use crate::typeset::typeset;

pub fn write(pack: &Pack, locale: &Locale) -> String {
    let language = locale.language;
    let facts: Vec<Value> = pack
        .tables
        .iter()
        .flat_map(|table| &table.facts)
        .map(|fact| json!([typeset(language, language.of(&fact.names)), fact.locator, fact.note]))
        .collect();
    let sources: Vec<Value> = pack
        .sources
        .iter()
        .map(|source| {
            json!([source.title, source.publisher, source.year, source.url, source.licence, source.note])
        })
        .collect();
    let measures: Vec<Value> = pack
        .measures
        .iter()
        .map(|measure| json!([measure.formula, measure.om_change, measure.overlaps, measure.note]))
        .collect();
    let params: Vec<Value> = pack
        .measures
        .iter()
        .map(|measure| measure.params.iter().map(|param| json!(param.note)).collect())
        .collect();
    let mut keys = Map::new();
    // The lists a picker shows are in the interface table already.
    for list in pack.keys.lists.iter().filter(|list| !SHOWN_LISTS.contains(&list.name.as_str())) {
        for key in &list.keys {
            let slug = format!("{}.{}", list.name, key.slug);
            let name = locale.names.get(&format!("key.{slug}")).cloned();
            keys.insert(
                slug,
                Value::from(name.unwrap_or_else(|| typeset(language, language.of(&key.names)))),
            );
        }
    }
    let file = json!({
        "hash": pack.hash,
        "facts": facts,
        "sources": sources,
        "measures": measures,
        "params": params,
        "keys": keys,
    });
    file.to_string()
}
