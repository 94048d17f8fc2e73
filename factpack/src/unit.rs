//! The closed unit list.

use std::collections::{HashMap, HashSet};

use crate::files::Files;
use crate::pack::Names;
use crate::problem::{Place, Report};
use crate::sheet::{Row, Sheet, is_slug};

/// One unit: `value x factor + offset` is the value in the base unit.
#[derive(Clone, Debug)]
pub struct Unit {
    pub place: Place,
    pub slug: String,
    /// Symbols, not names: what stands behind a number.
    pub symbols: Names,
    pub dimension: String,
    pub factor: f64,
    pub offset: f64,
    pub base: String,
    /// Whether the factor is a definition.
    pub exact: bool,
    pub aliases: Vec<Alias>,
    pub note: String,
}

/// What people type for a unit; with a context it counts only there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alias {
    pub text: String,
    pub context: Option<String>,
}

const COLUMNS: [&str; 11] = [
    "slug",
    "symbol_en",
    "symbol_zh_hant",
    "symbol_zh_hans",
    "dimension",
    "factor_to_base",
    "offset_to_base",
    "base_unit",
    "exact",
    "aliases",
    "note",
];

pub(crate) fn read(files: &Files, report: &mut Report) -> Vec<Unit> {
    let sheet = Sheet::read("units.csv", files.text("units.csv"), &COLUMNS, report);
    let units: Vec<Unit> = sheet.rows.iter().map(|row| unit(row, report)).collect();
    check(&units, report);
    units
}

fn unit(row: &Row, report: &mut Report) -> Unit {
    let symbols = Names::read(row, ["symbol_en", "symbol_zh_hant", "symbol_zh_hans"], report);
    let factor = row.needed_number("factor_to_base", report);
    if factor.is_some_and(|factor| factor <= 0.0) {
        report.add(&row.place, "factor_to_base must be positive");
    }
    let exact = row.get("exact");
    if exact != "yes" && exact != "no" {
        report.add(&row.place, "exact must be yes or no");
    }
    let aliases = row.list("aliases");
    Unit {
        place: row.place.clone(),
        slug: row.text("slug"),
        symbols,
        dimension: row.text("dimension"),
        factor: factor.unwrap_or(1.0),
        offset: row.number("offset_to_base", report).unwrap_or(0.0),
        base: row.text("base_unit"),
        exact: exact == "yes",
        aliases: aliases.iter().map(|text| alias(text)).collect(),
        note: row.text("note"),
    }
}

fn alias(text: &str) -> Alias {
    match text.split_once('@') {
        Some((text, context)) => Alias { text: text.to_owned(), context: Some(context.to_owned()) },
        None => Alias { text: text.to_owned(), context: None },
    }
}

fn check(units: &[Unit], report: &mut Report) {
    let by_slug: HashMap<&str, &Unit> = units.iter().map(|u| (u.slug.as_str(), u)).collect();
    let mut slugs = HashSet::new();
    let mut aliases: HashMap<(&str, Option<&str>), &str> = HashMap::new();
    for unit in units {
        if !is_slug(&unit.slug) || !slugs.insert(unit.slug.as_str()) {
            report.add(&unit.place, format!("bad or repeated slug {:?}", unit.slug));
        }
        if !is_slug(&unit.dimension) {
            report.add(&unit.place, "dimension is not a slug");
        }
        match by_slug.get(unit.base.as_str()) {
            None => report.add(&unit.place, format!("unknown base unit {:?}", unit.base)),
            Some(base) if base.dimension != unit.dimension || (base.factor - 1.0).abs() > 0.0 => {
                report.add(&unit.place, "base unit of another dimension, or its factor is not 1");
            }
            Some(_) => {}
        }
        for alias in &unit.aliases {
            let key = (alias.text.as_str(), alias.context.as_deref());
            if let Some(other) = aliases.insert(key, &unit.slug) {
                report.add(&unit.place, format!("alias {:?} already means {other}", alias.text));
            }
        }
    }
}
