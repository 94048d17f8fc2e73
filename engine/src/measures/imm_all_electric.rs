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

use super::{Context, moulding::hydraulic};
pub(super) use super::moulding::{missing, size};
use crate::edit::Edits;
use crate::scalar::Scalar;

pub(super) fn edits<S: Scalar>(cx: &Context<'_, S>, out: &mut Edits<S>) {
    let machine_factor = cx.param("sec_electric") / cx.param("sec_hydraulic");
    for machine in hydraulic(cx.plant) {
        let saved = (S::one() - machine_factor) / cx.p[machine.drive_share];
        out.set(machine.drive, cx.covered((S::one() - saved).max(S::zero())));
    }
}
