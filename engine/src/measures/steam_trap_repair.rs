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
use crate::step::Step;

/// Failed share of a maintained population: the upper end of "below 5 %" (DOE steam tip 1).
const MAINTAINED: f64 = 0.05;
/// Orifice of the tip sheet's example, 1/8 inch.
const ORIFICE_MM: f64 = 3.175;
/// Absolute pressure at the usual 0.8 MPa gauge, bar. Sizing only.
const PRESSURE_BAR: f64 = 9.013;
const FLOW_CONSTANT: f64 = 0.300;

/// Steam through a trap that is stuck open, kg/h, at an absolute pressure in bar through a hole in mm.
pub fn flow(pressure: f64, orifice: f64) -> f64 {
    FLOW_CONSTANT * pressure * orifice * orifice
}

pub(super) fn missing(plant: &Plant) -> Option<Missing> {
    steam_systems(plant).next().is_none().then_some(Missing::Steam)
}

/// Steam lost through failed traps today, kg/h.
fn lost(cx: &Context<'_, f64>) -> f64 {
    steam_systems(cx.plant)
        .map(|h| cx.p[h.trap_loss] / cx.p[h.steam_heat].max(0.1) * 1000.0 / cx.param("hours").max(1.0))
        .sum()
}

/// Traps: those that would explain the loss, if so large a part of them has failed.
pub(super) fn size(cx: &Context<'_, f64>) -> f64 {
    let each = flow(PRESSURE_BAR, ORIFICE_MM);
    (lost(cx) / each / cx.param("failed_share").max(0.01)).ceil().max(1.0)
}

pub(super) fn sizing(cx: &Context<'_, f64>) -> Vec<(Step, f64)> {
    vec![(Step::SteamLost, lost(cx)), (Step::FlowPerTrap, flow(PRESSURE_BAR, ORIFICE_MM))]
}

pub(super) fn edits<S: Scalar>(cx: &Context<'_, S>, out: &mut Edits<S>) {
    let left = (S::constant(MAINTAINED) / cx.param("failed_share")).min(S::one());
    for heat in steam_systems(cx.plant) {
        out.scale(heat.trap_factor, cx.covered(left));
    }
}

#[cfg(test)]
mod tests {
    use super::flow;

    /// US DOE steam tip sheet 1: orifice in inches, psig, lb/h.
    const TIP_SHEET: [(f64, f64, f64); 6] = [
        (1.0 / 32.0, 15.0, 0.85),
        (1.0 / 32.0, 100.0, 3.3),
        (1.0 / 32.0, 150.0, 4.8),
        (1.0 / 16.0, 15.0, 3.4),
        (1.0 / 16.0, 100.0, 13.2),
        (1.0 / 8.0, 150.0, 75.8),
    ];

    fn pounds(inch: f64, psig: f64) -> f64 {
        flow((psig + 14.7) * 0.068_947_57, inch * 25.4) / 0.453_592_37
    }

    #[test]
    fn every_value_of_the_tip_sheet() {
        for (inch, psig, expected) in TIP_SHEET {
            let got = pounds(inch, psig);
            assert!((got / expected - 1.0).abs() < 0.015, "{inch} in at {psig} psig: {got}");
        }
    }
}
