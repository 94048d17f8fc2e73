//! `measures` and `factors`: what the engine can compute and the rows it rests on.

use crate::json::write;
use crate::names;
use crate::table::{Align::Left, Align::Right, Table, figure};
use lantian_engine::data::{FACTOR_PACK_HASH, FACTOR_PACK_VERSION, Fact, FactId, MeasureId, ParamSpec};
use lantian_engine::lower::{COVERAGE, LIFE, SIZE, bounds, reason};
use lantian_engine::measures::{CATALOGUE, default_coverage};
use lantian_engine::notice::Reason;
use lantian_engine::units::UnitId;

#[derive(Debug, serde::Serialize)]
struct MeasureList {
    version: &'static str,
    hash: &'static str,
    measures: Vec<Measure>,
}

#[derive(Debug, serde::Serialize)]
struct Measure {
    id: &'static str,
    code: &'static str,
    name: &'static str,
    group: &'static str,
    /// Years.
    life: f64,
    evidence: &'static str,
    sources: Vec<&'static str>,
    sectors: Vec<&'static str>,
    exclusive_groups: Vec<&'static str>,
    params: Vec<Param>,
    /// What every measure has besides: share of the equipment treated, size, life and a quotation.
    common: [Common; 4],
}

/// A parameter that every measure has.
#[derive(Debug, serde::Serialize)]
struct Common {
    key: &'static str,
    unit: &'static str,
    /// `null`: suggested for the plant, or none.
    default: Option<f64>,
    least: f64,
    most: Option<f64>,
}

#[derive(Debug, serde::Serialize)]
struct Param {
    key: &'static str,
    unit: String,
    default: Option<f64>,
    min: Option<f64>,
    max: Option<f64>,
    low: Option<f64>,
    typical: Option<f64>,
    high: Option<f64>,
    /// What is refused: below `least`, above `most`, and why where that needs saying.
    least: f64,
    most: f64,
    reason: Option<&'static str>,
    source: &'static str,
    evidence: &'static str,
}

#[derive(Debug, serde::Serialize)]
struct FactorList {
    version: &'static str,
    hash: &'static str,
    factors: Vec<Factor>,
}

#[derive(Debug, serde::Serialize)]
struct Factor {
    id: &'static str,
    table: &'static str,
    name: &'static str,
    value: f64,
    lower: Option<f64>,
    upper: Option<f64>,
    unit: String,
    basis: &'static str,
    year: Option<u16>,
    valid_from: Option<u16>,
    valid_to: Option<u16>,
    source: &'static str,
    evidence: &'static str,
    review_by: Option<u16>,
}

/// Slugs of a unit: `kg_co2/kwh`.
pub fn unit(num: UnitId, den: Option<UnitId>) -> String {
    match den {
        Some(den) => format!("{}/{}", num.slug(), den.slug()),
        None => num.slug().to_owned(),
    }
}

pub fn measures_json() -> String {
    let param = |p: &'static ParamSpec| Param {
        key: p.key,
        unit: unit(p.num, p.den),
        default: p.default,
        min: p.min,
        max: p.max,
        low: p.low,
        typical: p.typical,
        high: p.high,
        least: bounds(p).0,
        most: bounds(p).1,
        reason: reason(p).map(Reason::slug),
        source: p.source.slug(),
        evidence: p.evidence.slug(),
    };
    let measures = CATALOGUE.iter().map(|&id| {
        let spec = id.spec();
        Measure {
            id: id.slug(),
            code: spec.code,
            name: names::measure(id),
            group: spec.group.slug(),
            life: spec.lifetime_years,
            evidence: spec.evidence.slug(),
            sources: spec.sources.iter().map(|source| source.slug()).collect(),
            sectors: spec.sectors.iter().map(|sector| sector.slug()).collect(),
            exclusive_groups: spec.exclusive_groups.iter().map(|group| group.slug()).collect(),
            params: spec.params.iter().map(param).collect(),
            common: [
                Common {
                    key: COVERAGE,
                    unit: "fraction",
                    default: Some(default_coverage(id)),
                    least: 0.0,
                    most: Some(1.0),
                },
                Common { key: SIZE, unit: cost_unit(id), default: None, least: 0.0, most: None },
                Common {
                    key: LIFE,
                    unit: "year",
                    default: Some(spec.lifetime_years),
                    least: 1.0,
                    most: Some(60.0),
                },
                Common { key: "quote", unit: "money", default: None, least: 0.0, most: None },
            ],
        }
    });
    let measures = measures.collect();
    write(&MeasureList { version: FACTOR_PACK_VERSION, hash: FACTOR_PACK_HASH, measures })
}

/// What the cost of a measure is quoted for one of: the unit of its size.
fn cost_unit(id: MeasureId) -> &'static str {
    id.param("capex").and_then(|(_, param)| param.den).map_or("", UnitId::slug)
}

pub fn measures_text() -> String {
    let align = [Left, Left, Left, Right, Left];
    let mut table = Table::new(["code", "id", "group", "life", "upgrade"], align);
    for &id in CATALOGUE {
        let spec = id.spec();
        table.row([
            spec.code.to_owned(),
            id.slug().to_owned(),
            spec.group.slug().to_owned(),
            spec.lifetime_years.to_string(),
            names::measure(id).to_owned(),
        ]);
    }
    table.render()
}

pub fn factors_json() -> String {
    let factors = FactId::all().map(|id| {
        let fact: Fact = id.fact();
        Factor {
            id: id.slug(),
            table: fact.table.slug(),
            name: names::fact(id),
            value: fact.value,
            lower: fact.lower,
            upper: fact.upper,
            unit: unit(fact.num, fact.den),
            basis: fact.basis.slug(),
            year: fact.year,
            valid_from: fact.valid_from,
            valid_to: fact.valid_to,
            source: fact.source.slug(),
            evidence: fact.evidence.slug(),
            review_by: fact.review_by,
        }
    });
    let factors = factors.collect();
    write(&FactorList { version: FACTOR_PACK_VERSION, hash: FACTOR_PACK_HASH, factors })
}

pub fn factors_text() -> String {
    let align = [Left, Right, Left, Left, Left, Left];
    let mut table = Table::new(["id", "value", "unit", "evidence", "source", "name"], align);
    for id in FactId::all() {
        let fact = id.fact();
        table.row([
            id.slug().to_owned(),
            figure(fact.value),
            unit(fact.num, fact.den),
            fact.evidence.slug().to_owned(),
            fact.source.slug().to_owned(),
            names::fact(id).to_owned(),
        ]);
    }
    table.render()
}
