//! What the two upgrades of injection-moulding machines share: which machines, and how many.

use super::{Context, Missing, electric_of};
use crate::plant::{Electric, ElectricKind, Plant};

/// Machines whose hydraulic pump runs at constant speed.
pub(super) fn hydraulic(plant: &Plant) -> impl Iterator<Item = &Electric> {
    electric_of(plant, ElectricKind::MouldingMachines).filter(|e| e.retrofit)
}

pub(super) fn missing(plant: &Plant) -> Option<Missing> {
    hydraulic(plant).next().is_none().then_some(Missing::HydraulicMachines)
}

/// Machines; where they are not listed, their power over that of a common machine.
pub(super) fn size(cx: &Context<'_, f64>) -> f64 {
    hydraulic(cx.plant)
        .map(|e| match e.machines {
            Some(m) => m.count,
            None => (cx.p[e.energy] / cx.p[cx.plant.hours].max(1.0) / COMMON_MACHINE_KW).ceil(),
        })
        .sum()
}

/// Average power of a mid-size machine, kW: the fixed-pump machines of the worked plastics plant.
const COMMON_MACHINE_KW: f64 = 18.4;
