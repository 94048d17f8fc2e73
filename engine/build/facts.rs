//! Fact rows: numbers in one column each, the short fields packed, keys as one typed row per table.

use std::fmt::Write as _;

use lantian_factpack::{Fact, Pack, Table};

use crate::names::{number, optional_unit, path, source, type_of, unit};

pub fn generate(pack: &Pack) -> String {
    let facts: Vec<&Fact> = pack.tables.iter().flat_map(|table| &table.facts).collect();
    assert!(facts.len() < usize::from(u16::MAX), "FactId has 16 bits");
    let mut text = String::new();
    let _ = writeln!(
        text,
        "/// Version of the data set.\npub const FACTOR_PACK_VERSION: &str = {:?};",
        pack.version
    );
    let _ = writeln!(
        text,
        "/// Content hash of the data set.\npub const FACTOR_PACK_HASH: &str = {:?};",
        pack.hash
    );

    let _ = writeln!(text, "pub(super) static VALUES: [f64; {}] = [", facts.len());
    for fact in &facts {
        let _ = writeln!(text, "{},", number(fact.value));
    }
    text.push_str("];\n");
    sparse(&mut text, "BOUND", &facts, |fact| {
        let bounds = [fact.lower, fact.upper].map(|bound| bound.unwrap_or(f64::NAN));
        (fact.lower.is_some() || fact.upper.is_some()).then_some(bounds)
    });
    sparse(&mut text, "PART", &facts, |fact| fact.parts);

    let _ = writeln!(text, "pub(super) static META: [Meta; {}] = [", facts.len());
    for fact in &facts {
        text.push_str(&meta(fact));
    }
    text.push_str("];\n");

    // Lengths compress four times better than offsets, and finding a name is never urgent.
    names(&mut text, pack, "#[cfg(feature = \"fact-ids\")]", |_| true);
    names(&mut text, pack, "#[cfg(not(feature = \"fact-ids\"))]", |table| IN_FILES.contains(&table));

    let mut start = 0;
    let _ = writeln!(text, "pub(super) static STARTS: [u16; {}] = [", pack.tables.len());
    for table in &pack.tables {
        let _ = writeln!(text, "{start},");
        start += table.facts.len();
    }
    text.push_str("];\n");
    for table in &pack.tables {
        keys(&mut text, table);
    }
    text
}

/// Tables whose rows are named in project files; the page carries the names of no others.
const IN_FILES: [&str; 2] = ["transport", "waste_water_materials"];

/// The ids of the rows of some tables, end to end, with their lengths; 0 for the others.
fn names(text: &mut String, pack: &Pack, condition: &str, wanted: impl Fn(&str) -> bool) {
    let ids: Vec<&str> = pack
        .tables
        .iter()
        .flat_map(|table| {
            let keep = wanted(&table.name);
            table.facts.iter().map(move |fact| if keep { fact.id.as_str() } else { "" })
        })
        .collect();
    let _ = writeln!(text, "{condition}\npub(super) static ID_LENGTHS: [u8; {}] = [", ids.len());
    for id in &ids {
        assert!(u8::try_from(id.len()).is_ok(), "{id} is too long");
        let _ = writeln!(text, "{},", id.len());
    }
    let _ = writeln!(text, "];\n{condition}\npub(super) static IDS: &str = {:?};", ids.concat());
}

/// Values only some rows have: the row numbers, and beside them the values.
fn sparse<const N: usize>(
    text: &mut String,
    name: &str,
    facts: &[&Fact],
    get: impl Fn(&Fact) -> Option<[f64; N]>,
) {
    let rows: Vec<(usize, [f64; N])> =
        facts.iter().enumerate().filter_map(|(row, fact)| Some((row, get(fact)?))).collect();
    let _ = writeln!(text, "pub(super) static {name}_ROWS: [u16; {}] = [", rows.len());
    for (row, _) in &rows {
        let _ = writeln!(text, "{row},");
    }
    let _ = writeln!(text, "];\npub(super) static {name}S: [[f64; {N}]; {}] = [", rows.len());
    for (_, values) in &rows {
        let values: Vec<String> = values.iter().map(|value| number(*value)).collect();
        let _ = writeln!(text, "[{}],", values.join(", "));
    }
    text.push_str("];\n");
}

fn meta(fact: &Fact) -> String {
    // Validity is kept by the year; no row begins or ends inside one year against another.
    let since_1900 = |date: &Option<String>| {
        let year = date.as_deref().and_then(|date| date.get(..4)).and_then(|year| year.parse::<u16>().ok());
        year.map_or(0, |year| year - 1900)
    };
    format!(
        "Meta {{ num: {}, den: {}, basis: {}, source: {}, evidence: {}, usage: {}, year: {}, from: {}, to: {}, \
         review: {} }},\n",
        unit(&fact.num),
        optional_unit(fact.den.as_ref()),
        path("basis", &fact.basis),
        source(&fact.source),
        path("evidence", &fact.evidence),
        path("use", &fact.usage),
        fact.year.unwrap_or(0),
        since_1900(&fact.valid_from),
        since_1900(&fact.valid_to),
        fact.review_by.map_or(0, |year| year - 1900),
    )
}

/// `FuelGhgKey` and `FUEL_GHG`.
fn keys(text: &mut String, table: &Table) {
    let name = format!("{}Key", type_of(&table.name));
    // A set of GWPs is inside CO2e values only; in its own table it is what the row is about.
    let is_optional = |column: &str| column == "gwp_set" && table.name != "gwp";
    let _ = writeln!(
        text,
        "/// What a row of `{}` is about.\n#[derive(Clone, Copy, Debug, PartialEq, Eq)]\npub struct {name} {{",
        table.name
    );
    for column in &table.key_columns {
        let kind = type_of(column);
        let kind = if is_optional(column) { format!("Option<{kind}>") } else { kind };
        let _ = writeln!(text, "pub {column}: {kind},");
    }
    let _ = writeln!(
        text,
        "}}\npub(super) static {}: [{name}; {}] = [",
        table.name.to_ascii_uppercase(),
        table.facts.len()
    );
    for fact in &table.facts {
        let fields: Vec<String> = table
            .key_columns
            .iter()
            .zip(&fact.keys)
            .map(|(column, key)| match key {
                Some(slug) if is_optional(column) => format!("{column}: Some({})", path(column, slug)),
                Some(slug) => format!("{column}: {}", path(column, slug)),
                None => format!("{column}: None"),
            })
            .collect();
        let _ = writeln!(text, "{name} {{ {} }},", fields.join(", "));
    }
    text.push_str("];\n");
}
