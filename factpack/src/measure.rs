//! Clean-production measures and their parameters.

use std::collections::{BTreeMap, HashSet};

use crate::files::Files;
use crate::pack::{Names, Pack};
use crate::problem::{Place, Report};
use crate::sheet::{Row, Sheet, is_slug};

/// One measure of the catalogue.
#[derive(Clone, Debug)]
pub struct Measure {
    pub place: Place,
    pub id: String,
    pub code: String,
    pub group: String,
    pub names: Names,
    /// Plain words: which part of the plant it acts on.
    pub acts_on: String,
    pub stage: u8,
    /// `a` before `b` inside a stage.
    pub stage_part: Option<char>,
    pub exclusive_groups: Vec<String>,
    pub sectors: Vec<String>,
    pub lifetime_years: f64,
    pub formula: String,
    pub om_change: String,
    pub overlaps: String,
    pub sources: Vec<String>,
    pub evidence: String,
    pub note: String,
    pub params: Vec<Param>,
}

/// One parameter of a measure: default with bounds, or a triangle low, typical, high.
#[derive(Clone, Debug)]
pub struct Param {
    pub place: Place,
    pub key: String,
    pub names: Names,
    pub num: String,
    pub den: Option<String>,
    pub default: Option<f64>,
    pub min: Option<f64>,
    pub max: Option<f64>,
    pub low: Option<f64>,
    pub typical: Option<f64>,
    pub high: Option<f64>,
    pub source: String,
    pub evidence: String,
    pub note: String,
}

const COLUMNS: [&str; 19] = [
    "id",
    "code",
    "group",
    "name_en",
    "name_zh_hant",
    "name_zh_hans",
    "acts_on",
    "stage",
    "stage_part",
    "exclusive_group",
    "sectors",
    "sectors_text",
    "lifetime_years",
    "formula",
    "om_change",
    "overlaps",
    "source_ids",
    "evidence",
    "note",
];
const PARAM_COLUMNS: [&str; 16] = [
    "measure_id",
    "param",
    "name_en",
    "name_zh_hant",
    "name_zh_hans",
    "unit_num",
    "unit_den",
    "default",
    "min",
    "max",
    "low",
    "typical",
    "high",
    "source_id",
    "evidence",
    "note",
];

pub(crate) fn read(files: &Files, report: &mut Report) -> Vec<Measure> {
    let sheet = Sheet::read("measures.csv", files.text("measures.csv"), &COLUMNS, report);
    let mut measures: Vec<Measure> = sheet.rows.iter().map(|row| measure(row, report)).collect();
    let name = "measure_params.csv";
    let sheet = Sheet::read(name, files.text(name), &PARAM_COLUMNS, report);
    for row in &sheet.rows {
        let param = param(row, report);
        match measures.iter_mut().find(|measure| measure.id == row.get("measure_id")) {
            Some(measure) => measure.params.push(param),
            None => report.add(&row.place, format!("unknown measure {:?}", row.get("measure_id"))),
        }
    }
    measures
}

fn measure(row: &Row, report: &mut Report) -> Measure {
    let stage = row.get("stage");
    if !matches!(stage.as_bytes(), [b'1'..=b'8']) {
        report.add(&row.place, format!("stage {stage:?} is not 1 to 8"));
    }
    let part = row.get("stage_part");
    if !matches!(part, "" | "a" | "b") {
        report.add(&row.place, format!("stage_part {part:?} is not a or b"));
    }
    Measure {
        place: row.place.clone(),
        id: row.text("id"),
        code: row.text("code"),
        group: row.text("group"),
        names: Names::read(row, ["name_en", "name_zh_hant", "name_zh_hans"], report),
        acts_on: row.text("acts_on"),
        stage: stage.parse().unwrap_or(0),
        stage_part: part.chars().next(),
        exclusive_groups: row.list("exclusive_group"),
        sectors: row.list("sectors"),
        lifetime_years: row.needed_number("lifetime_years", report).unwrap_or(0.0),
        formula: row.text("formula"),
        om_change: row.text("om_change"),
        overlaps: row.text("overlaps"),
        sources: row.list("source_ids"),
        evidence: row.text("evidence"),
        note: row.text("note"),
        params: Vec::new(),
    }
}

fn param(row: &Row, report: &mut Report) -> Param {
    Param {
        place: row.place.clone(),
        key: row.text("param"),
        names: Names::read(row, ["name_en", "name_zh_hant", "name_zh_hans"], report),
        num: row.text("unit_num"),
        den: row.optional("unit_den"),
        default: row.number("default", report),
        min: row.number("min", report),
        max: row.number("max", report),
        low: row.number("low", report),
        typical: row.number("typical", report),
        high: row.number("high", report),
        source: row.text("source_id"),
        evidence: row.text("evidence"),
        note: row.text("note"),
    }
}

pub(crate) fn check(pack: &Pack, report: &mut Report) {
    let mut ids = HashSet::new();
    let mut codes = HashSet::new();
    let mut members: BTreeMap<&str, usize> = BTreeMap::new();
    for measure in &pack.measures {
        if !is_slug(&measure.id) || !ids.insert(&measure.id) {
            report.add(&measure.place, format!("bad or repeated id {:?}", measure.id));
        }
        if !is_code(&measure.code) || !codes.insert(&measure.code) {
            report.add(&measure.place, format!("bad or repeated code {:?}", measure.code));
        }
        check_words(pack, measure, report);
        for group in &measure.exclusive_groups {
            *members.entry(group).or_default() += 1;
        }
        check_params(pack, measure, report);
    }
    for (group, count) in members {
        if count < 2 {
            let file = Place::file("measures.csv");
            report.add(&file, format!("exclusive group {group} has one member"));
        }
    }
}

/// Two or three capitals or digits, a dash, two digits: `BOI-01`.
fn is_code(code: &str) -> bool {
    code.split_once('-').is_some_and(|(letters, digits)| {
        (2..=3).contains(&letters.len())
            && letters.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit())
            && digits.len() == 2
            && digits.bytes().all(|b| b.is_ascii_digit())
    })
}

fn check_words(pack: &Pack, measure: &Measure, report: &mut Report) {
    let place = &measure.place;
    if !pack.keys.has("measure_group", &measure.group) {
        report.add(place, format!("group {:?} is not in keys.csv", measure.group));
    }
    if measure.sectors.is_empty() {
        report.add(place, "no sector");
    }
    for sector in &measure.sectors {
        if !pack.keys.has("sector", sector) {
            report.add(place, format!("sector {sector:?} is not in keys.csv"));
        }
    }
    for group in &measure.exclusive_groups {
        if !pack.keys.has("exclusive_group", group) {
            report.add(place, format!("exclusive_group {group:?} is not in keys.csv"));
        }
    }
    if measure.sources.is_empty() {
        report.add(place, "no source");
    }
    for source in &measure.sources {
        if !pack.has_source(source) {
            report.add(place, format!("unknown source {source:?}"));
        }
    }
    if !pack.keys.has("evidence", &measure.evidence) {
        report.add(place, format!("evidence {:?} is not in keys.csv", measure.evidence));
    }
}

fn check_params(pack: &Pack, measure: &Measure, report: &mut Report) {
    let mut keys = HashSet::new();
    for param in &measure.params {
        let place = &param.place;
        if !is_slug(&param.key) || !keys.insert(param.key.as_str()) {
            report.add(place, format!("bad or repeated param {:?}", param.key));
        }
        for unit in std::iter::once(&param.num).chain(&param.den) {
            if pack.dimension(unit).is_none() {
                report.add(place, format!("unknown unit {unit:?}"));
            }
        }
        if !pack.has_source(&param.source) {
            report.add(place, format!("unknown source {:?}", param.source));
        }
        if !pack.keys.has("evidence", &param.evidence) {
            report.add(place, format!("evidence {:?} is not in keys.csv", param.evidence));
        }
        check_numbers(param, report);
    }
    for needed in ["saving_fraction", "capex"] {
        if !keys.contains(needed) {
            report.add(&measure.place, format!("{} has no {needed}", measure.id));
        }
    }
}

fn check_numbers(param: &Param, report: &mut Report) {
    let place = &param.place;
    if let (Some(min), Some(max)) = (param.min, param.max)
        && min > max
    {
        report.add(place, "min > max");
    }
    let below = param.default.zip(param.min).is_some_and(|(default, min)| default < min);
    let above = param.default.zip(param.max).is_some_and(|(default, max)| default > max);
    if below || above {
        report.add(place, "default outside min..max");
    }
    let triangle = [param.low, param.typical, param.high];
    match triangle {
        [None, None, None] => {}
        [Some(low), Some(typical), Some(high)] if low <= typical && typical <= high => {
            if param.default.is_none_or(|default| (default - typical).abs() > 0.0) {
                report.add(place, "default differs from typical");
            }
        }
        _ => report.add(place, "low, typical and high must all be there and rise"),
    }
    let numbers = [param.default, param.min, param.max, param.low, param.typical, param.high];
    if numbers.iter().all(Option::is_none) && !param.note.contains("ser enters") {
        report.add(place, "no number, and the note does not say that the user enters it");
    }
}
