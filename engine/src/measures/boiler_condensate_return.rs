//! Condensate return.
//!
//! # Method
//! the share of condensate returned is raised; what is not returned takes its
//! heat above make-up water, and its water, with it
//!
//! # Applies to
//! steam systems
//!
//! # Overlaps
//! with everything that changes the steam used
//!
//! # Limits
//! steam injected into a bath cannot return: the user lowers `return_after`
//!
//! # Sources
//! `measure_params.csv`, `boiler_condensate_return.*`

use super::{Context, Missing, boiler_capacity, steam_systems};
use crate::edit::Edits;
use crate::plant::Plant;
use crate::scalar::Scalar;

pub(super) fn missing(plant: &Plant) -> Option<Missing> {
    steam_systems(plant).next().is_none().then_some(Missing::Steam)
}

/// Systems of ten tonnes of steam an hour, as the cost is quoted.
pub(super) fn size(cx: &Context<'_, f64>) -> f64 {
    (boiler_capacity(cx, |source, _| !source.dormant) / 10.0).max(0.1)
}

pub(super) fn edits<S: Scalar>(cx: &Context<'_, S>, out: &mut Edits<S>) {
    for heat in steam_systems(cx.plant) {
        let now = cx.p[heat.return_base];
        let after = now.max(cx.param("return_after") * S::constant(0.01));
        out.set(heat.condensate_return, now + cx.coverage() * (after - now));
    }
}
