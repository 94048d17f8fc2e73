//! High-efficiency (water-cooled, oil-free) chiller.
//!
//! # Method
//! electricity = load ÷ COP; a change from air to water cooling adds tower and
//! condenser-water pumps per kW of cooling
//!
//! # Applies to
//! cooling plants and central air-conditioning
//!
//! # Overlaps
//! exclusive with split-unit replacement; every kWh less inside lowers its load
//!
//! # Limits
//! none where the plant is already as good
//!
//! # Sources
//! `measure_params.csv`, `chiller_high_cop.*`

use super::{AIR_COOLED_BELOW, Context, Missing, coolings};
use crate::edit::Edits;
use crate::plant::Plant;
use crate::scalar::Scalar;

pub(super) fn missing(plant: &Plant) -> Option<Missing> {
    coolings(plant).next().is_none().then_some(Missing::Cooling)
}

/// kW of cooling.
pub(super) fn size(cx: &Context<'_, f64>) -> f64 {
    coolings(cx.plant).map(|(e, c)| cx.p[e.energy] * cx.p[c.cop_base]).sum::<f64>()
        / cx.param("full_load_hours").max(1.0)
}

pub(super) fn edits<S: Scalar>(cx: &Context<'_, S>, out: &mut Edits<S>) {
    for (_, cooling) in coolings(cx.plant) {
        let now = cx.p[cooling.cop_base];
        let with_tower = S::one() / (S::one() / cx.param("cop_after") + cx.param("tower_pump_power"));
        let new = S::select(S::constant(AIR_COOLED_BELOW) - now, with_tower, cx.param("cop_after"));
        // Old and new machines share the load, so their inverse COPs mix.
        let mixed = S::one() / (cx.coverage() / new.max(now) + (S::one() - cx.coverage()) / now);
        out.set(cooling.cop, mixed);
    }
}
