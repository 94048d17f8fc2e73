//! What the two upgrades of injection-moulding machines share: which machines, and how many.

use super::{Context, Missing, count, electric_of};
use crate::plant::{Electric, ElectricKind, Plant};
use crate::scalar::Scalar;

/// Machines whose hydraulic pump runs at constant speed.
pub(super) fn hydraulic(plant: &Plant) -> impl Iterator<Item = &Electric> {
    electric_of(plant, ElectricKind::MouldingMachines).filter(|e| e.retrofit)
}

pub(super) fn missing(plant: &Plant) -> Option<Missing> {
    hydraulic(plant).next().is_none().then_some(Missing::HydraulicMachines)
}

/// Machines; where they are not listed, their power over that of a common machine.
pub(super) fn size(cx: &Context<'_, f64>) -> f64 {
    count(cx, hydraulic(cx.plant), COMMON_MACHINE_KW)
}

/// The same for one line in any number, without rounding up.
pub(super) fn machine_count<S: Scalar>(cx: &Context<'_, S>, line: &Electric) -> S {
    match line.machines {
        Some(m) => S::constant(m.count),
        None => cx.p[line.energy] / (cx.p[cx.plant.hours] * S::constant(COMMON_MACHINE_KW)),
    }
}

/// Average power of a mid-size machine, kW: the fixed-pump machines of the worked plastics plant.
pub(super) const COMMON_MACHINE_KW: f64 = 18.4;
