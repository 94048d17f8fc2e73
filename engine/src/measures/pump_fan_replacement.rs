//! Restoring or replacing inefficient pumps and fans.
//!
//! # Method
//! the same head and flow at a better efficiency: factor = η_actual ÷ η_optimal
//!
//! # Applies to
//! pumps and fans
//!
//! # Overlaps
//! multiplies with drives, trims, belts and motors
//!
//! # Limits
//! efficiencies are measured at the duty point, not read from the nameplate; none where the
//! machine is as good already
//!
//! # Sources
//! `measure_params.csv`, `pump_fan_replacement.*`

use super::{Context, Missing, power};
use crate::edit::Edits;
use crate::plant::{Electric, ElectricKind, Plant};
use crate::scalar::Scalar;
use crate::step::Step;

fn turbo(plant: &Plant) -> impl Iterator<Item = &Electric> {
    plant.electric.iter().filter(|e| matches!(e.kind, ElectricKind::Fans | ElectricKind::Pumps))
}

pub(super) fn missing(plant: &Plant) -> Option<Missing> {
    turbo(plant).next().is_none().then_some(Missing::PumpsOrFans)
}

/// kW of pumps and fans.
pub(super) fn size(cx: &Context<'_, f64>) -> f64 {
    power(cx, turbo(cx.plant))
}

pub(super) fn edits<S: Scalar>(cx: &Context<'_, S>, out: &mut Edits<S>) {
    let factor = (cx.param("efficiency_actual") / cx.param("efficiency_optimal")).min(S::one());
    let factor = factor.label(Step::PowerRatio, 0);
    for machine in turbo(cx.plant) {
        out.scale(machine.drive, cx.covered(factor));
    }
}
