//! Servo-hydraulic retrofit of injection-moulding machines.
//!
//! # Method
//! the drive share of the machine saves; barrel heaters are untouched
//!
//! # Applies to
//! machines with a fixed- or variable-speed-less pump (`fixed_pump`, or not said)
//!
//! # Overlaps
//! exclusive with all-electric machines; less hall heat where the hall is cooled
//!
//! # Limits
//! saves the drive share only, so a machine saves less than the pump
//!
//! # Sources
//! `measure_params.csv`, `imm_servo_retrofit.*`

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
    for machine in hydraulic(cx.plant) {
        out.set(machine.drive, cx.covered(S::one() - cx.param("drive_saving")));
    }
}
