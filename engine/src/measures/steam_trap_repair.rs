//! Steam-trap survey and repair.
//!
//! # Method
//! the heat lost through failed traps shrinks from the share failed today to
//! below 5 %, the level of a maintained population
//!
//! # Applies to
//! steam systems
//!
//! # Overlaps
//! none of its own: it removes a loss that the network adds to every use
//!
//! # Limits
//! cannot save more than the trap loss of the baseline; decays without re-testing
//!
//! # Sources
//! `measure_params.csv`, `steam_trap_repair.*`; trap flow 0.300 p D² (kg/h, bar
//! absolute, mm), fitted to the US DOE steam tip sheet 1 table

use super::{Context, Missing, steam_systems};
use crate::edit::Edits;
use crate::plant::Plant;
use crate::scalar::Scalar;

/// Failed share of a maintained population: the upper end of "below 5 %" (DOE steam tip 1).
const MAINTAINED: f64 = 0.05;
/// Orifice of a typical trap, 1/8 inch, and gauge pressure in the tip sheet's examples.
const ORIFICE_MM: f64 = 3.175;
const PRESSURE_BAR: f64 = 9.0;
const FLOW_CONSTANT: f64 = 0.300;

pub(super) fn missing(plant: &Plant) -> Option<Missing> {
    steam_systems(plant).next().is_none().then_some(Missing::Steam)
}

/// Traps: those that would explain the loss, if so large a part of them has failed.
pub(super) fn size(cx: &Context<'_, f64>) -> f64 {
    let lost: f64 = steam_systems(cx.plant)
        .map(|h| cx.p[h.trap_loss] / cx.p[h.steam_heat].max(0.1) * 1000.0 / cx.param("hours").max(1.0))
        .sum();
    let each = FLOW_CONSTANT * PRESSURE_BAR * ORIFICE_MM * ORIFICE_MM;
    (lost / each / cx.param("failed_share").max(0.01)).ceil().max(1.0)
}

pub(super) fn edits<S: Scalar>(cx: &Context<'_, S>, out: &mut Edits<S>) {
    let left = (S::constant(MAINTAINED) / cx.param("failed_share")).min(S::one());
    for heat in steam_systems(cx.plant) {
        out.scale(heat.trap_factor, cx.covered(left));
    }
}
