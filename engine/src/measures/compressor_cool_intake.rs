//! Cooler intake air for compressors.
//!
//! # Method
//! users need mass; cooler air is denser, so the same mass is less volume to draw in:
//! V₂/V₁ = 1 − ΔT ÷ T. A machine of fixed displacement takes the same power for the same
//! volume, so the control decides how much of the smaller volume becomes power
//!
//! # Applies to
//! compressed-air stations
//!
//! # Overlaps
//! multiplies with leaks, nozzles and pressure
//!
//! # Limits
//! the plain rule ΔT ÷ T holds for a control that follows the flow; not below outdoor air
//!
//! # Sources
//! `measure_params.csv`, `compressor_cool_intake.*`

use super::reference::station_units;
use super::{Context, Missing, stations};
use crate::edit::Edits;
use crate::plant::Plant;
use crate::scalar::Scalar;
use crate::step::Step;

pub(super) fn missing(plant: &Plant) -> Option<Missing> {
    stations(plant).next().is_none().then_some(Missing::CompressedAir)
}

/// Stations of up to 100 kW (an assumption); larger ones have a duct for each.
pub(super) fn size(cx: &Context<'_, f64>) -> f64 {
    station_units(cx)
}

pub(super) fn edits<S: Scalar>(cx: &Context<'_, S>, out: &mut Edits<S>) {
    let volume = (S::one() - cx.param("temperature_drop") / cx.param("intake_temperature")).max(S::zero());
    let volume = volume.label(Step::FlowRatio, 0);
    for (_, air) in stations(cx.plant) {
        out.scale(air.intake, cx.covered(volume));
    }
}
