//! Sector figures: intensities, splits, plausible ranges and equipment defaults, and the typical measures of a
//! sector.

use std::collections::{BTreeMap, HashSet};

use crate::files::Files;
use crate::pack::Pack;
use crate::problem::{Place, Report};
use crate::sheet::{Row, Sheet, is_slug};

/// One figure of a sector. Sector, kind and key together are its identity.
#[derive(Clone, Debug)]
pub struct SectorRow {
    pub place: Place,
    pub sector: String,
    pub kind: String,
    pub key: String,
    pub low: Option<f64>,
    pub typical: Option<f64>,
    pub high: Option<f64>,
    pub num: String,
    pub den: Option<String>,
    /// What the figure is per, or a share of: product, gross floor area, electricity ….
    pub base: String,
    pub basis: String,
    pub source: String,
    pub locator: String,
    pub evidence: String,
    pub note: String,
}

impl SectorRow {
    /// `sector.kind.key`, unique.
    pub fn id(&self) -> String {
        format!("{}.{}.{}", self.sector, self.kind, self.key)
    }
}

/// A measure that suits a sector, in the order to offer it.
#[derive(Clone, Debug)]
pub struct SectorMeasure {
    pub place: Place,
    pub sector: String,
    pub measure: String,
    pub evidence: String,
}

/// Kinds whose typical values are parts of one whole.
const SPLITS: [&str; 2] = ["elec_share_default", "fuel_share_default"];

const COLUMNS: [&str; 14] = [
    "sector",
    "quantity_kind",
    "key",
    "low",
    "typical",
    "high",
    "unit_num",
    "unit_den",
    "base",
    "basis",
    "source_id",
    "locator",
    "evidence",
    "note",
];

pub(crate) fn read(files: &Files, report: &mut Report) -> Vec<SectorRow> {
    let sheet = Sheet::read("sectors.csv", files.text("sectors.csv"), &COLUMNS, report);
    sheet.rows.iter().map(|row| sector_row(row, report)).collect()
}

fn sector_row(row: &Row, report: &mut Report) -> SectorRow {
    SectorRow {
        place: row.place.clone(),
        sector: row.text("sector"),
        kind: row.text("quantity_kind"),
        key: row.text("key"),
        low: row.number("low", report),
        typical: row.number("typical", report),
        high: row.number("high", report),
        num: row.text("unit_num"),
        den: row.optional("unit_den"),
        base: row.text("base"),
        basis: row.text("basis"),
        source: row.text("source_id"),
        locator: row.text("locator"),
        evidence: row.text("evidence"),
        note: row.text("note"),
    }
}

pub(crate) fn read_measures(files: &Files, report: &mut Report) -> Vec<SectorMeasure> {
    let name = "sector_measures.csv";
    let sheet = Sheet::read(name, files.text(name), &["sector", "measure_id", "evidence"], report);
    let rows = sheet.rows.iter();
    rows.map(|row| SectorMeasure {
        place: row.place.clone(),
        sector: row.text("sector"),
        measure: row.text("measure_id"),
        evidence: row.text("evidence"),
    })
    .collect()
}

pub(crate) fn check(pack: &Pack, report: &mut Report) {
    let mut ids = HashSet::new();
    for row in &pack.sectors {
        if !ids.insert(row.id()) {
            report.add(&row.place, format!("{} stands here twice", row.id()));
        }
        check_row(pack, row, report);
    }
    check_sums(pack, report);
    let mut pairs = HashSet::new();
    for row in &pack.sector_measures {
        if !pack.keys.has("sector", &row.sector) {
            report.add(&row.place, format!("sector {:?} is not in keys.csv", row.sector));
        }
        if !pack.measures.iter().any(|measure| measure.id == row.measure) {
            report.add(&row.place, format!("unknown measure {:?}", row.measure));
        }
        if !pairs.insert((&row.sector, &row.measure)) {
            report.add(&row.place, "the same measure for the same sector again");
        }
        if !pack.keys.has("evidence", &row.evidence) {
            report.add(&row.place, format!("evidence {:?} is not in keys.csv", row.evidence));
        }
    }
}

fn check_row(pack: &Pack, row: &SectorRow, report: &mut Report) {
    let lists = [
        ("sector", &row.sector),
        ("quantity_kind", &row.kind),
        ("sector_base", &row.base),
        ("basis", &row.basis),
        ("evidence", &row.evidence),
    ];
    for (list, slug) in lists {
        if !pack.keys.has(list, slug) {
            report.add(&row.place, format!("{list} {slug:?} is not in keys.csv"));
        }
    }
    if !is_slug(&row.key) {
        report.add(&row.place, format!("key {:?} is not a slug", row.key));
    }
    let numbers: Vec<f64> = [row.low, row.typical, row.high].into_iter().flatten().collect();
    if numbers.is_empty() {
        report.add(&row.place, "no number");
    }
    if !numbers.is_sorted() {
        report.add(&row.place, "low, typical and high must rise");
    }
    for unit in std::iter::once(&row.num).chain(&row.den) {
        if pack.dimension(unit).is_none() {
            report.add(&row.place, format!("unknown unit {unit:?}"));
        }
    }
    if !pack.has_source(&row.source) {
        report.add(&row.place, format!("unknown source {:?}", row.source));
    }
}

/// Default splits and monthly profiles are parts of one whole: 100 % to the printed digit.
fn check_sums(pack: &Pack, report: &mut Report) {
    let mut wholes: BTreeMap<String, (f64, usize)> = BTreeMap::new();
    for row in &pack.sectors {
        let whole = if SPLITS.contains(&row.kind.as_str()) {
            format!("{} {}", row.sector, row.kind)
        } else if row.kind == "monthly_share" {
            let profile = row.key.rsplit_once('_').map_or("", |(profile, _)| profile);
            format!("{} {} {profile}", row.sector, row.kind)
        } else {
            continue;
        };
        let entry = wholes.entry(whole).or_default();
        entry.0 += row.typical.unwrap_or(0.0);
        entry.1 += 1;
    }
    let file = Place::file("sectors.csv");
    for (whole, (sum, count)) in wholes {
        if (sum - 100.0).abs() > 0.051 {
            report.add(&file, format!("{whole} sums to {sum} %"));
        }
        if whole.contains("monthly_share") && count != 12 {
            report.add(&file, format!("{whole} has {count} months"));
        }
    }
}
