//! Servo motors on sewing machines.
//!
//! # Method
//! a clutch motor turns all day, a servo only while a seam is sewn: the drives' share of the
//! machines falls by the part of the time without a seam
//!
//! # Applies to
//! the process machines of garment factories, and machines entered with a clutch drive
//!
//! # Overlaps
//! multiplies with other changes of the same machines
//!
//! # Limits
//! energy alone does not pay back in the time that suppliers quote, which counts output too
//!
//! # Sources
//! `measure_params.csv`, `servo_sewing_machines.*`

use super::{Context, Missing, count};
use crate::edit::Edits;
use crate::plant::{Electric, Plant};
use crate::scalar::Scalar;

/// Average power of a machine with a clutch motor, kW, where machines are not listed; an
/// assumption for sizing only.
const COMMON_MACHINE_KW: f64 = 0.25;

fn machines(plant: &Plant) -> impl Iterator<Item = &Electric> {
    plant.electric.iter().filter(|e| e.sewing)
}

pub(super) fn missing(plant: &Plant) -> Option<Missing> {
    machines(plant).next().is_none().then_some(Missing::SewingMachines)
}

/// Machines.
pub(super) fn size(cx: &Context<'_, f64>) -> f64 {
    let listed = machines(cx.plant).filter(|e| e.machines.is_some());
    let lumped = machines(cx.plant).filter(|e| e.machines.is_none());
    let drives = count(cx, lumped, COMMON_MACHINE_KW / cx.param("sewing_share"));
    count(cx, listed, COMMON_MACHINE_KW) + drives
}

pub(super) fn edits<S: Scalar>(cx: &Context<'_, S>, out: &mut Edits<S>) {
    let factor = S::one() - cx.param("sewing_share") * cx.param("saving");
    for machine in machines(cx.plant) {
        out.scale(machine.drive, cx.covered(factor));
    }
}
