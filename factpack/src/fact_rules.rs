//! The rules every fact must keep.

use std::collections::{BTreeMap, HashMap, HashSet};

use crate::fact::{Fact, Table};
use crate::pack::Pack;
use crate::problem::Report;
use crate::sheet::{is_date, is_id};

/// Gases whose name must agree with the unit: 5 kg CH4 is never a CO2 value.
const GASES: [&str; 4] = ["co2", "co2e", "ch4", "n2o"];

pub(crate) fn check(pack: &Pack, report: &mut Report) {
    let mut ids: HashMap<&str, &str> = HashMap::new();
    for table in &pack.tables {
        for column in &table.default_key {
            if !table.key_columns.contains(column)
                && !["unit_den", "basis", "year"].contains(&column.as_str())
            {
                report.add(&table.place, format!("default_key {column} is no column of the key"));
            }
        }
        for fact in &table.facts {
            if !is_id(&fact.id) {
                report.add(&fact.place, format!("id {:?} is not a snake_case slug", fact.id));
            }
            if let Some(other) = ids.insert(&fact.id, &table.name) {
                report.add(&fact.place, format!("id {} also in {other}", fact.id));
            }
            check_keys(pack, table, fact, report);
            check_value(table, fact, report);
            check_unit(pack, table, fact, report);
            check_provenance(pack, fact, report);
            check_dates(table, fact, report);
        }
        check_unique(table, report);
    }
}

fn check_keys(pack: &Pack, table: &Table, fact: &Fact, report: &mut Report) {
    for (column, key) in table.key_columns.iter().zip(&fact.keys) {
        match key {
            // Only a CO2e value has a set of GWPs inside.
            None if column == "gwp_set" => {}
            None => report.add(&fact.place, format!("{column} is empty")),
            Some(slug) if !pack.keys.has(column, slug) => {
                report.add(&fact.place, format!("{column} {slug:?} is not in keys.csv"));
            }
            Some(_) => {}
        }
    }
}

fn check_value(table: &Table, fact: &Fact, report: &mut Report) {
    let value = fact.value;
    if let Some(lower) = fact.lower.filter(|lower| *lower > value) {
        report.add(&fact.place, format!("lower {lower} > value {value}"));
    }
    if let Some(upper) = fact.upper.filter(|upper| *upper < value) {
        report.add(&fact.place, format!("upper {upper} < value {value}"));
    }
    if !(table.min..=table.max).contains(&value) {
        report.add(&fact.place, format!("value {value} outside {}..{}", table.min, table.max));
    }
    if let Some(parts) = fact.parts {
        let sum: f64 = parts.iter().sum();
        // Printed parts are rounded to five places.
        if (sum - value).abs() > f64::max(2.1e-5, 1e-3 * value) {
            report.add(&fact.place, format!("parts sum to {sum}, value {value}"));
        }
    }
}

fn check_unit(pack: &Pack, table: &Table, fact: &Fact, report: &mut Report) {
    let num = pack.dimension(&fact.num);
    if !num.is_some_and(|num| table.num_dimensions.iter().any(|allowed| allowed == num)) {
        report.add(&fact.place, format!("unit_num {:?} is not allowed here", fact.num));
    }
    let den = match &fact.den {
        Some(den) => pack.dimension(den),
        None => Some(""),
    };
    if !den.is_some_and(|den| table.den_dimensions.iter().any(|allowed| allowed == den)) {
        let den = fact.den.as_deref().unwrap_or("");
        report.add(&fact.place, format!("unit_den {den:?} is not allowed here"));
    }
    for column in ["gas", "quantity", "emission"] {
        let gas = table.key(fact, column).filter(|gas| GASES.contains(gas));
        if let (Some(gas), Some(num)) = (gas, num)
            && num.starts_with("mass")
            && num.strip_prefix("mass_") != Some(gas)
        {
            report.add(&fact.place, format!("{column} {gas} but unit {}", fact.num));
        }
    }
}

fn check_provenance(pack: &Pack, fact: &Fact, report: &mut Report) {
    for (list, slug) in [("basis", &fact.basis), ("evidence", &fact.evidence), ("use", &fact.usage)] {
        if !pack.keys.has(list, slug) {
            report.add(&fact.place, format!("{list} {slug:?} is not in keys.csv"));
        }
    }
    if !pack.has_source(&fact.source) {
        report.add(&fact.place, format!("unknown source {:?}", fact.source));
    }
    if fact.evidence != "by_definition" && fact.review_by.is_none_or(|year| year < 2000) {
        report.add(&fact.place, "review_by must be a year of this century");
    }
}

fn check_dates(table: &Table, fact: &Fact, report: &mut Report) {
    for (column, date) in [("valid_from", &fact.valid_from), ("valid_to", &fact.valid_to)] {
        if let Some(date) = date.as_deref().filter(|date| !is_date(date)) {
            report.add(&fact.place, format!("{column} {date:?} is not a date"));
        }
    }
    if let (Some(from), Some(to)) = (&fact.valid_from, &fact.valid_to)
        && from.get(..4) > to.get(..4)
    {
        report.add(&fact.place, "valid_from after valid_to");
    }
    let is_history = table.name == "grid_electricity" && fact.usage == "history";
    if is_history && fact.year.is_some() && fact.valid_to.is_none() {
        report.add(&fact.place, "history row without valid_to");
    }
}

/// One default for each default key, and no two rows that say the same.
fn check_unique(table: &Table, report: &mut Report) {
    let mut defaults: BTreeMap<String, &Fact> = BTreeMap::new();
    let mut seen: HashSet<String> = HashSet::new();
    for fact in &table.facts {
        let year = fact.year.map(|year| year.to_string()).unwrap_or_default();
        let column = |name: &str| match name {
            "unit_den" => fact.den.as_deref().unwrap_or(""),
            "year" => &year,
            "basis" => &fact.basis,
            _ => table.key(fact, name).unwrap_or(""),
        };
        if fact.usage == "default" {
            let key: Vec<&str> = table.default_key.iter().map(|name| column(name)).collect();
            let key = key.join("/");
            if let Some(other) = defaults.get(&key) {
                report.add(&fact.place, format!("two defaults for {key}: {} and {}", other.id, fact.id));
            }
            defaults.insert(key, fact);
        }
        let mut key: Vec<&str> = table.key_columns.iter().map(|name| column(name)).collect();
        key.extend([&year, column("unit_den"), column("basis"), &fact.source, &fact.usage]);
        if !seen.insert(key.join("/")) {
            report.add(&fact.place, format!("{}: same keys, year, unit, source and use again", fact.id));
        }
    }
}
