//! Heat recovery from dye-bath and rinse effluent.
//!
//! # Method
//! Q = V ρ c (T_waste − T_fresh) ε × simultaneity, offered to the pool of water
//! that can be preheated; the pool takes no more than it needs
//!
//! # Applies to
//! heat systems with preheatable uses, and warm effluent
//!
//! # Overlaps
//! shares the sink with compressor heat and engine hot water
//!
//! # Limits
//! the sink, not the source, decides once several measures feed it
//!
//! # Sources
//! `measure_params.csv`, `dyehouse_wastewater_heat_recovery.*`

use super::{Context, Missing};
use crate::edit::Edits;
use crate::plant::Plant;
use crate::scalar::Scalar;
use crate::step::Step;

/// GJ per m3 and kelvin of water: 4.186 kJ/(kg K) at 1,000 kg/m3.
const WATER_HEAT: f64 = 0.004_186;
const HOURS_PER_DAY: f64 = 24.0;

pub(super) fn missing(plant: &Plant) -> Option<Missing> {
    if plant.heat.is_empty() {
        return Some(Missing::HeatSink);
    }
    plant.water.is_none().then_some(Missing::WarmEffluent)
}

/// Warm effluent in thousand m3 a day. Where the user does not say how much of the effluent is
/// warm: as much as gives the screening fraction of the heat used, at most all of it.
pub(super) fn size(cx: &Context<'_, f64>) -> f64 {
    let days = (cx.p[cx.plant.hours] / HOURS_PER_DAY).max(1.0);
    let all = cx.plant.water.as_ref().map_or(0.0, |w| cx.p[w.effluent]) / days / 1000.0;
    let used: f64 = cx.plant.heat.iter().flat_map(|h| &h.uses).map(|u| cx.p[u.heat]).sum();
    let each = recovered(cx, 1000.0 * days);
    if each > 0.0 { all.min(cx.param("saving_fraction") * used / each) } else { all }
}

/// Heat recovered from a yearly volume of warm effluent, GJ.
fn recovered<S: Scalar>(cx: &Context<'_, S>, volume: S) -> S {
    let lift = (cx.param("waste_temperature") - cx.param("fresh_temperature")).max(S::zero());
    volume * S::constant(WATER_HEAT) * lift * cx.param("effectiveness") * cx.param("simultaneity")
}

pub(super) fn edits<S: Scalar>(cx: &Context<'_, S>, out: &mut Edits<S>) {
    let days = cx.p[cx.plant.hours] / S::constant(HOURS_PER_DAY);
    let volume = cx.size() * S::constant(1000.0) * days * cx.coverage();
    out.add(cx.plant.effluent_heat, recovered(cx, volume).label(Step::HeatOffered, 0));
}
