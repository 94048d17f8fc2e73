//! Cogged and synchronous belts.
//!
//! # Method
//! the same shaft work through a better belt: factor = η_old ÷ (η_old + gain), at most the
//! efficiency of a synchronous belt
//!
//! # Applies to
//! fans and process machines driven by V-belts; pumps are coupled directly
//!
//! # Overlaps
//! multiplies with motors, drives and replacement
//!
//! # Limits
//! a belt that cannot slip turns a fan faster: choose the pulleys for the same speed; shock
//! loads need cogged belts
//!
//! # Sources
//! `measure_params.csv`, `synchronous_belts.*`; 98 % for synchronous belts: MEASUR help text

use super::{Context, Missing, count};
use crate::edit::Edits;
use crate::plant::{Electric, ElectricKind, Plant};
use crate::scalar::Scalar;
use crate::step::Step;

/// Efficiency of a synchronous belt.
const BEST: f64 = 0.98;
/// Average power of a belt drive, kW, where machines are not listed: the finishing machines of
/// the worked dyeing mill.
const COMMON_DRIVE_KW: f64 = 11.6;

fn driven(plant: &Plant) -> impl Iterator<Item = &Electric> {
    plant.electric.iter().filter(|e| matches!(e.kind, ElectricKind::Fans | ElectricKind::ProcessMachines))
}

pub(super) fn missing(plant: &Plant) -> Option<Missing> {
    driven(plant).next().is_none().then_some(Missing::BeltDrives)
}

/// Drives.
pub(super) fn size(cx: &Context<'_, f64>) -> f64 {
    count(cx, driven(cx.plant), COMMON_DRIVE_KW)
}

pub(super) fn edits<S: Scalar>(cx: &Context<'_, S>, out: &mut Edits<S>) {
    let old = cx.param("efficiency_old");
    let new = (old + cx.param("efficiency_gain")).min(S::constant(BEST)).max(old);
    for machine in driven(cx.plant) {
        out.scale(machine.drive, cx.covered((old / new).label(Step::PowerRatio, 0)));
    }
}
