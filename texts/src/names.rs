//! Names that controls look up by slug: sectors, carriers, units, measures and their parameters.
//!
//! They come from `data/`, typeset for reading, so that a new carrier or measure needs no locale
//! entry. The `names` section of a locale file adds further ones (`step.stack_loss`) and replaces
//! single names where the reader needs another word than the table.

use std::collections::{BTreeMap, BTreeSet};

use lantian_factpack::{Measure, Pack};

use crate::locale::{Language, Locale};
use crate::typeset::typeset;

/// The lists of `keys.csv` that a picker, a table or a badge shows before any fact is opened.
/// The other lists are read on the sources page only and stand in its own file.
pub const SHOWN_LISTS: &[&str] = &[
    "basis",
    "blend",
    "carrier",
    "emission",
    "equipment",
    "evidence",
    "exclusive_group",
    "fuel",
    "gas",
    "greenhouse_gas",
    "gwp_set",
    "industry",
    "material",
    "measure_group",
    "mode",
    "pollutant",
    "price_item",
    "region",
    "route",
    "scenario",
    "sector",
    "technology",
    "transport_vehicle",
    "treatment",
    "variant",
    "vehicle",
    "wwm_activity",
];

/// The names of one language, by slug.
#[derive(Debug)]
pub struct Names {
    pub language: Language,
    pub entries: BTreeMap<String, String>,
}

impl Names {
    pub fn of(pack: &Pack, locale: &Locale) -> Self {
        let language = locale.language;
        let mut entries = BTreeMap::new();
        let mut add = |slug: String, name: &str| entries.insert(slug, typeset(language, name));

        for list in pack.keys.lists.iter().filter(|list| SHOWN_LISTS.contains(&list.name.as_str())) {
            for key in &list.keys {
                add(format!("key.{}.{}", list.name, key.slug), language.of(&key.names));
            }
        }
        for unit in &pack.units {
            let symbol = language.of(&unit.symbols);
            add(format!("unit.{}", unit.slug), symbol);
            // Tables and formulas keep the international symbol where the everyday word differs.
            if symbol != unit.symbols.en && !is_word(&unit.symbols.en) {
                add(format!("symbol.{}", unit.slug), &unit.symbols.en);
            }
        }
        for measure in &pack.measures {
            add(format!("measure.{}", measure.id), language.of(&measure.names));
        }
        for (slug, name) in param_names(&pack.measures, language) {
            add(slug, name);
        }
        entries.extend(locale.names.iter().map(|(slug, name)| (slug.clone(), name.clone())));
        Self { language, entries }
    }
}

/// Symbols as long as a word.
const LONG_SYMBOLS: [&str; 3] = ["kcal", "kgce", "psig"];

/// Whether an English unit is spelt out ("room-night") and so no symbol for other languages.
fn is_word(unit: &str) -> bool {
    unit.split(|c: char| !c.is_ascii_alphabetic()).any(|part| part.len() > 3 && !LONG_SYMBOLS.contains(&part))
}

/// Most measures share names such as "Implementation cost": the commonest name of a parameter is
/// stored once under `param.<param>`, the others under `param.<measure>.<param>`.
fn param_names(measures: &[Measure], language: Language) -> Vec<(String, &str)> {
    let rows: Vec<_> = measures
        .iter()
        .flat_map(|measure| {
            measure.params.iter().map(|param| (&*measure.id, &*param.key, language.of(&param.names)))
        })
        .collect();
    shared_names(&rows)
}

fn shared_names<'a>(rows: &[(&'a str, &'a str, &'a str)]) -> Vec<(String, &'a str)> {
    let uses = |param, name| rows.iter().filter(|row| (row.1, row.2) == (param, name)).count();
    let params: BTreeSet<_> = rows.iter().map(|row| row.1).collect();
    let mut names = Vec::new();
    for param in params {
        let own = || rows.iter().filter(|row| row.1 == param);
        let most = own().map(|row| uses(param, row.2)).max();
        // The first of equals, so that the choice does not depend on anything but the file.
        let Some(common) = own().find(|row| Some(uses(param, row.2)) == most).map(|row| row.2) else {
            continue;
        };
        names.push((format!("param.{param}"), common));
        let special = own().filter(|row| row.2 != common);
        names.extend(special.map(|row| (format!("param.{}.{param}", row.0), row.2)));
    }
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spelt_out_units_are_no_symbols() {
        for word in ["room-night", "tonne-km", "Towngas unit (48 MJ)", "pollution equivalent"] {
            assert!(is_word(word), "{word}");
        }
        for symbol in ["kWh", "10,000 kcal", "kgce", "mg", "m³", "GJ", "kg CO₂e", "t/h"] {
            assert!(!is_word(symbol), "{symbol}");
        }
    }

    #[test]
    fn a_shared_parameter_name_is_stored_once() {
        let rows = [("led", "capex", "Cost"), ("pv", "capex", "Cost"), ("chp", "capex", "Cost per kW")];
        let names = shared_names(&rows);
        assert_eq!(
            names,
            [("param.capex".to_owned(), "Cost"), ("param.chp.capex".to_owned(), "Cost per kW")]
        );
    }
}
