//! Solar thermal collectors for hot water.
//!
//! # Method
//! heat = area × irradiation × collector efficiency × utilisation, offered to the pool of water that can
//! be preheated
//!
//! # Applies to
//! sites with a heat system
//!
//! # Overlaps
//! shares the sink with effluent, compressor and engine heat; panels on the same roof are not taken off
//!
//! # Limits
//! yearly balance: no more than the upper end of the screening range of what can be preheated, because
//! summer heat does not keep until winter
//!
//! # Sources
//! `measure_params.csv`, `solar_thermal.*`; upkeep of 1 % of the cost a year: `measures.csv`, REN-02

use super::{Context, Missing};
use crate::edit::Edits;
use crate::evaluate::GJ_PER_KWH;
use crate::plant::Plant;
use crate::scalar::{Scalar, sum};
use crate::step::Step;

/// Share of the cost that upkeep takes every year.
const UPKEEP: f64 = 0.01;

pub(super) fn missing(plant: &Plant) -> Option<Missing> {
    plant.heat.is_empty().then_some(Missing::HeatSink)
}

/// Heat that can be preheated, GJ.
fn sink<S: Scalar>(cx: &Context<'_, S>) -> S {
    sum(cx.plant.heat.iter().flat_map(|h| &h.uses).map(|u| cx.p[u.heat] * cx.p[u.preheatable]))
}

/// Heat of a square metre, GJ a year.
fn by_area<S: Scalar>(cx: &Context<'_, S>) -> S {
    let used = cx.param("efficiency") * cx.param("utilisation");
    cx.param("irradiation") * used * S::constant(GJ_PER_KWH)
}

/// m2: the screening share of the sink, at most the roof where it is known.
pub(super) fn size(cx: &Context<'_, f64>) -> f64 {
    let roof = cx.p[cx.plant.solar.usable_roof];
    let area = cx.param("saving_fraction") * sink(cx) / by_area(cx).max(1e-3);
    if roof > 0.0 { area.min(roof) } else { area }
}

pub(super) fn edits<S: Scalar>(cx: &Context<'_, S>, out: &mut Edits<S>) {
    let most = cx.own.id.param("saving_fraction").and_then(|(_, spec)| spec.high).unwrap_or(1.0);
    let heat = (cx.size() * by_area(cx)).label(Step::SolarHeat, 0).min(sink(cx) * S::constant(most));
    out.add(cx.plant.effluent_heat, heat * cx.coverage());
    super::upkeep(cx, out, UPKEEP);
}
