//! Infrared or catalytic oven in place of a convection oven.
//!
//! # Method
//! energy × new ÷ old specific energy; a gas oven becomes catalytic and stays on gas, an electric one
//! stays electric
//!
//! # Applies to
//! direct-fired ovens and electric process heat
//!
//! # Overlaps
//! exclusive with wall insulation of the same oven
//!
//! # Limits
//! flat parts in line of sight: the user lowers the part treated
//!
//! # Sources
//! `measure_params.csv`, `infrared_oven.*`

use super::furnace::{electric, machines, uses};
use super::{Context, Missing};
use crate::edit::Edits;
use crate::plant::{Fired, FiredKind, Plant};
use crate::scalar::Scalar;

fn ovens(plant: &Plant) -> impl Iterator<Item = &Fired> {
    uses(plant, &[FiredKind::Oven])
}

pub(super) fn missing(plant: &Plant) -> Option<Missing> {
    (ovens(plant).next().is_none() && electric(plant).next().is_none()).then_some(Missing::Oven)
}

/// Lines. Heaters of one electric use stand in one line.
pub(super) fn size(cx: &Context<'_, f64>) -> f64 {
    machines(cx, ovens(cx.plant)) + electric(cx.plant).count() as f64
}

pub(super) fn edits<S: Scalar>(cx: &Context<'_, S>, out: &mut Edits<S>) {
    for oven in ovens(cx.plant) {
        out.scale(oven.specific, cx.covered(cx.param("sec_ratio")));
    }
    for node in electric(cx.plant) {
        out.scale(node.demand, cx.covered(cx.param("sec_ratio")));
    }
}
