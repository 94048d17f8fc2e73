//! All-electric injection-moulding machines.
//!
//! # Method
//! the machine's specific energy falls from hydraulic to electric; the change is
//! laid on the drive, since barrels and moulds stay
//!
//! # Applies to
//! hydraulic machines at the end of their life
//!
//! # Overlaps
//! exclusive with the servo retrofit
//!
//! # Limits
//! use the extra cost when the machine is replaced anyway
//!
//! # Sources
//! `measure_params.csv`, `imm_all_electric.*`

use super::{Context, Missing, electric_of};
use crate::edit::Edits;
use crate::plant::{Electric, ElectricKind, Plant};
use crate::scalar::Scalar;

/// Machines whose hydraulic pump runs at constant speed.
fn hydraulic(plant: &Plant) -> impl Iterator<Item = &Electric> {
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

pub(super) fn edits<S: Scalar>(cx: &Context<'_, S>, out: &mut Edits<S>) {
    let machine_factor = cx.param("sec_electric") / cx.param("sec_hydraulic");
    for machine in hydraulic(cx.plant) {
        let saved = (S::one() - machine_factor) / cx.p[machine.drive_share];
        out.set(machine.drive, cx.covered((S::one() - saved).max(S::zero())));
    }
}
