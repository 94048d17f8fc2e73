//! The parameters of every measure of the catalogue, as slots of the plant.

use super::builder::{Ask, Builder, PURE};
use super::money::Rates;
use crate::data::{MeasureId, ParamSpec, Region};
use crate::measures::{CATALOGUE, MeasureSlots, default_coverage};
use crate::notice::{NoticeKind, Reason};
use crate::origin::{Field, Origin};
use crate::plant::Slot;
use crate::project::{MeasureChoice, Plan};
use crate::units::UnitId;

/// A measure's slots, its cost, and what the user chose.
#[derive(Clone, Debug)]
pub struct MeasureEntry {
    pub slots: MeasureSlots,
    /// Money per unit of size, before exchange.
    pub unit_cost: Slot,
    /// A quotation that replaces size × unit cost.
    pub quote: Option<Slot>,
    /// The user gave the size.
    pub sized: bool,
    pub on: bool,
    pub life: u16,
}

/// Keys of the parameters every measure has besides its own.
pub const COVERAGE: &str = "coverage";
pub const SIZE: &str = "size";
pub const LIFE: &str = "life";
/// What it costs to run besides energy, money a year, in place of the catalogue's own reckoning.
pub const RUNNING: &str = "running_cost";
/// What it saves besides, money a year: labour, scrap, quality.
pub const OTHER_SAVING: &str = "other_saving";
/// Least and largest of both, either way.
pub const MONEY_LIMIT: f64 = 1e12;

pub(super) fn measures(b: &mut Builder<'_>, rates: &Rates, plan: &Plan) -> Vec<MeasureEntry> {
    for choice in &plan.measures {
        if !CATALOGUE.iter().any(|id| id.slug() == choice.measure) {
            let slug = choice.measure.clone();
            b.notice(Field::new("measure", 0, "measure"), NoticeKind::UnknownMeasure { slug });
        }
    }
    let none = MeasureChoice::default();
    CATALOGUE
        .iter()
        .enumerate()
        .map(|(index, &id)| {
            let choice = plan.measures.iter().find(|c| c.measure == id.slug()).unwrap_or(&none);
            entry(b, rates, index, id, choice)
        })
        .collect()
}

fn entry(
    b: &mut Builder<'_>,
    rates: &Rates,
    index: usize,
    id: MeasureId,
    choice: &MeasureChoice,
) -> MeasureEntry {
    let spec = id.spec();
    let mut params = Vec::with_capacity(spec.params.len());
    for (place, param) in spec.params.iter().enumerate() {
        params.push(parameter(b, id, index, place, param, choice.params.get(param.key).copied()));
    }
    let field = |name| Field::new("measure", index, name);
    let coverage = match b
        .said(choice.params.get(COVERAGE).copied(), Ask::amount(field(COVERAGE), PURE).within(0.0, 1.0))
    {
        Some(slot) => slot,
        None => b.fixed(default_coverage(id), PURE, COVERAGE),
    };
    let size_ask = Ask::amount(field(SIZE), PURE);
    let said_size = b.said(choice.params.get(SIZE).copied(), size_ask);
    let suggested = Origin::Suggested { measure: id, param: u16::MAX };
    let size = said_size.unwrap_or_else(|| b.slot(0.0, suggested, PURE, SIZE));
    let money = ("money", "year");
    let mut yearly = |key| {
        let ask = Ask::amount(field(key), money).within(-MONEY_LIMIT, MONEY_LIMIT);
        b.said(choice.params.get(key).copied(), ask)
    };
    let (running, other_saving) = (yearly(RUNNING), yearly(OTHER_SAVING));
    let life_ask = Ask::amount(field(LIFE), ("year", "")).within(1.0, 60.0);
    let life = b.check(choice.params.get(LIFE).copied(), life_ask).unwrap_or(spec.lifetime_years);
    let cost = spec.params.iter().position(|p| p.key == cost_key(b, id));
    let unit_cost = cost.and_then(|place| params.get(place).copied());
    let money = cost.and_then(|place| spec.params.get(place)).map_or(UnitId::Cny, |p| p.num);
    let exchange = rates.slot(b, money);
    MeasureEntry {
        unit_cost: unit_cost.unwrap_or_else(|| b.fixed(0.0, ("money", ""), "capex")),
        quote: b.said(choice.quote, Ask::amount(field("quote"), ("money", ""))),
        sized: said_size.is_some(),
        on: choice.on,
        life: whole_years(life),
        slots: MeasureSlots { id, params, coverage, size, exchange, running, other_saving },
    }
}

/// The parameter that quotes a measure's cost here: panels cost several times more in Hong Kong.
fn cost_key(b: &Builder<'_>, id: MeasureId) -> &'static str {
    let hong_kong = b.region.ancestors().any(|r| r == Region::Hk);
    if id == MeasureId::SolarPv && hong_kong { "capex_hk" } else { "capex" }
}

/// Years as a whole number, at least one.
#[expect(clippy::cast_sign_loss, reason = "clamped to 1..=60 before")]
pub(super) fn whole_years(years: f64) -> u16 {
    years.round().clamp(1.0, 60.0) as u16
}

/// A parameter: the user's, the table's default, or the middle of its range where the table has
/// no default (a suggestion, shown as such).
fn parameter(
    b: &mut Builder<'_>,
    id: MeasureId,
    index: usize,
    place: usize,
    spec: &'static ParamSpec,
    said: Option<f64>,
) -> Slot {
    let field = Field::new("measure", index, spec.key);
    let unit = (spec.num.slug(), spec.den.map_or("", UnitId::slug));
    let (low, high) = bounds(spec);
    let ask = Ask { reason: reason(spec), ..Ask::amount(field, unit).within(low, high) };
    let origin = |changed| Origin::Measure { measure: id, param: place as u16, changed };
    if let Some(value) = b.check(said, ask) {
        return b.slot(value, origin(true), unit, spec.key);
    }
    match spec.default {
        Some(value) => b.slot(value, origin(false), unit, spec.key),
        None => {
            let value = match (spec.min, spec.max) {
                (Some(low), Some(high)) => f64::midpoint(low, high),
                (Some(one), None) | (None, Some(one)) => one,
                (None, None) => 0.0,
            };
            b.slot(value, Origin::Suggested { measure: id, param: place as u16 }, unit, spec.key)
        }
    }
}

/// Parameters that something is divided by: none of them is zero anywhere.
const DIVISORS: &[&str] = &[
    "aeration_fine",
    "ambient_pressure",
    "available_heat",
    "baths",
    "boiler_efficiency_biomass",
    "boiler_efficiency_new",
    "charging_efficiency",
    "concentration_after",
    "concentration_before",
    "conductivity",
    "convection",
    "dilution_ratio",
    "drive_efficiency",
    "drive_share",
    "efficiency_new",
    "efficiency_old",
    "efficiency_optimal",
    "electric_efficiency",
    "fan_efficiency",
    "fuel_use",
    "humidity_after",
    "intake_temperature",
    "lamp_power_old",
    "liquor_ratio_before",
    "load_factor",
    "load_factor_after",
    "load_factor_before",
    "load_rate",
    "mixing_efficiency",
    "power_factor_after",
    "power_factor_before",
    "sec_hydraulic",
    "sewing_share",
    "stages",
    "thickness",
    "yield_after",
];

/// Least coefficient of performance of a machine that work drives.
pub(super) const LEAST_COP: f64 = 1.0;
/// Coefficients of performance of machines that work drives. A machine that heat drives may give
/// less cold than it takes heat.
const MACHINES: [&str; 4] = ["cop", "cop_after", "cop_before", "cop_electric"];
/// Parameters that are a flow of air or water, or a part of one.
const FLOWS: [&str; 5] = ["exhaust_flow", "flow", "flow_fraction", "flow_fraction_min", "flow_ratio"];

/// Why a parameter has its least value, where that needs saying.
pub fn reason(spec: &ParamSpec) -> Option<Reason> {
    match spec.key {
        "cop" => Some(Reason::HeatPumpBelowOne),
        key if MACHINES.contains(&key) => Some(Reason::CoolingBelowOne),
        key => FLOWS.contains(&key).then_some(Reason::FlowBelowZero),
    }
}

/// What a parameter may be: shares of one stay shares, divisors stay above a tenth of the table's
/// least; otherwise any amount.
pub fn bounds(spec: &ParamSpec) -> (f64, f64) {
    let share = spec.num == UnitId::Fraction;
    let percent = spec.num == UnitId::Percent;
    let low = if spec.min.is_some_and(|m| m < 0.0) {
        -1.0
    } else if MACHINES.contains(&spec.key) {
        LEAST_COP
    } else if DIVISORS.contains(&spec.key) {
        spec.min.or(spec.default).unwrap_or(0.0) * 0.1
    } else {
        0.0
    };
    let high = if share {
        1.0
    } else if percent {
        100.0
    } else {
        1e12
    };
    (low, high)
}
