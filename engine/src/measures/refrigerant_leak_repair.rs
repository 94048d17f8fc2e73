//! Finding and mending leaks of refrigerant.
//!
//! # Method
//! a share of what is lost in a year is no longer lost
//!
//! # Applies to
//! refrigerants entered as topped up
//!
//! # Overlaps
//! with nothing: the machines' electricity is left alone
//!
//! # Limits
//! the gas no longer bought is not counted in money; a machine short of gas also works worse, which is not
//! counted either
//!
//! # Sources
//! `measure_params.csv`, `refrigerant_leak_repair.*`

use super::{Context, Missing};
use crate::edit::Edits;
use crate::plant::Plant;
use crate::scalar::Scalar;

pub(super) fn missing(plant: &Plant) -> Option<Missing> {
    plant.refrigerants.is_empty().then_some(Missing::Refrigerant)
}

/// One round of inspection and repair.
pub(super) fn size(_: &Context<'_, f64>) -> f64 {
    1.0
}

pub(super) fn edits<S: Scalar>(cx: &Context<'_, S>, out: &mut Edits<S>) {
    for gas in &cx.plant.refrigerants {
        out.scale(gas.amount, cx.covered(S::one() - cx.param("saving_fraction")));
    }
}
