//! Burner tune-up and oxygen trim.
//!
//! # Method
//! oxygen in the flue gas is set to the new value where it is higher now; stack
//! loss by Siegert
//!
//! # Applies to
//! gas and oil boilers (a grate needs its excess air)
//!
//! # Overlaps
//! with economizer and fuel switch through the stack-loss formula
//!
//! # Limits
//! none where the burner is already tuned
//!
//! # Sources
//! `measure_params.csv`, `boiler_tuning_o2_trim.*`

use super::reference::boiler_units;
use super::{Context, Missing, boilers, burns};
use crate::carrier::Group;
use crate::edit::Edits;
use crate::plant::Plant;
use crate::scalar::Scalar;

fn trimmed(plant: &Plant, burner: usize) -> bool {
    matches!(burns(plant, burner), Group::Gas | Group::Liquid)
}

pub(super) fn missing(plant: &Plant) -> Option<Missing> {
    let found = boilers(plant).any(|(_, s, b)| !s.dormant && trimmed(plant, b.burner));
    (!found).then_some(Missing::GasOrOilBoiler)
}

/// Boilers, of ten tonnes of steam an hour at most.
pub(super) fn size(cx: &Context<'_, f64>) -> f64 {
    boiler_units(cx, |_, s, b| !s.dormant && trimmed(cx.plant, b.burner))
}

pub(super) fn edits<S: Scalar>(cx: &Context<'_, S>, out: &mut Edits<S>) {
    for (_, _, boiler) in boilers(cx.plant).filter(|(_, _, b)| trimmed(cx.plant, b.burner)) {
        let now = cx.p[boiler.stack.oxygen];
        let after = now.min(cx.param("o2_after"));
        out.set(boiler.stack.oxygen, now - cx.coverage() * (now - after));
    }
}
