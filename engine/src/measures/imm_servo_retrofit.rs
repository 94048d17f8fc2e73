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

use super::{Context, moulding::hydraulic};
pub(super) use super::moulding::{missing, size};
use crate::edit::Edits;
use crate::scalar::Scalar;

pub(super) fn edits<S: Scalar>(cx: &Context<'_, S>, out: &mut Edits<S>) {
    for machine in hydraulic(cx.plant) {
        out.set(machine.drive, cx.covered(S::one() - cx.param("drive_saving")));
    }
}
