//! Warmer chilled water or cooler condenser water.
//!
//! # Method
//! each kelvin of temperature lift less saves the same part of what is left:
//! COP₂ = COP₁ ÷ (1 − s)^ΔT
//!
//! # Applies to
//! process cooling and central air-conditioning, not room units
//!
//! # Overlaps
//! multiplies with a better chiller; acts on the load that all else leaves
//!
//! # Limits
//! dehumidification and the process set the warmest water; pumps and air handlers may have to
//! move more of it, which is not counted
//!
//! # Sources
//! `measure_params.csv`, `chilled_water_reset.*`

use super::reference::chiller_units;
use super::{Context, Missing, chillers};
use crate::edit::Edits;
use crate::plant::Plant;
use crate::scalar::Scalar;

/// Most that a kelvin can save; beyond it the formula has no meaning.
const MOST_PER_KELVIN: f64 = 0.1;
/// Kelvin of lift that can be taken away.
const MOST_KELVIN: f64 = 15.0;

pub(super) fn missing(plant: &Plant) -> Option<Missing> {
    chillers(plant).next().is_none().then_some(Missing::ChilledWater)
}

/// Plants of up to 1,000 kW of cooling (an assumption); larger ones are several.
pub(super) fn size(cx: &Context<'_, f64>) -> f64 {
    chiller_units(cx)
}

pub(super) fn edits<S: Scalar>(cx: &Context<'_, S>, out: &mut Edits<S>) {
    let left = S::one() - cx.param("saving_per_k").min(S::constant(MOST_PER_KELVIN));
    let factor = left.powf(cx.param("temperature_change").min(S::constant(MOST_KELVIN)));
    for (_, cooling) in chillers(cx.plant) {
        // Electricity of the treated part falls, so its inverse COP does.
        out.scale(cooling.cop, S::one() / cx.covered(factor));
    }
}
