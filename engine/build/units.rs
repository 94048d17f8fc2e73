//! The closed unit list with its aliases.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use lantian_factpack::Pack;

use crate::names::{key_enum, number, unit, variant};

pub fn generate(pack: &Pack) -> String {
    let slugs: Vec<&str> = pack.units.iter().map(|unit| unit.slug.as_str()).collect();
    let mut text = key_enum("A unit of the closed list.", "UnitId", &slugs);
    let dimensions: BTreeSet<&str> = pack.units.iter().map(|unit| unit.dimension.as_str()).collect();
    let dimensions: Vec<&str> = dimensions.into_iter().collect();
    text.push_str(&key_enum("What a unit measures.", "Dimension", &dimensions));
    let aliases = || pack.units.iter().flat_map(|unit| &unit.aliases);
    let contexts: BTreeSet<&str> = aliases().filter_map(|alias| alias.context.as_deref()).collect();
    let contexts: Vec<&str> = contexts.into_iter().collect();
    text.push_str(&key_enum("Where a word for a unit counts.", "UnitContext", &contexts));

    let _ = writeln!(text, "static UNITS: [UnitSpec; {}] = [", pack.units.len());
    for row in &pack.units {
        let _ = writeln!(
            text,
            "UnitSpec {{ dimension: Dimension::{}, factor: {}, offset: {}, base: {} }},",
            variant(&row.dimension),
            number(row.factor),
            number(row.offset),
            unit(&row.base)
        );
    }
    let _ = writeln!(text, "];\n\nstatic ALIASES: [Alias; {}] = [", aliases().count());
    for row in &pack.units {
        for alias in &row.aliases {
            let context = alias
                .context
                .as_ref()
                .map_or("None".to_owned(), |context| format!("Some(UnitContext::{})", variant(context)));
            let _ = writeln!(
                text,
                "Alias {{ text: {:?}, context: {context}, unit: {} }},",
                alias.text,
                unit(&row.slug)
            );
        }
    }
    text.push_str("];\n");
    text
}
