//! Reuse of cooling and rinse water, metering, leak repair.
//!
//! # Method
//! process water demand falls by the saving fraction; effluent and its treatment
//! follow
//!
//! # Applies to
//! sites with a water bill
//!
//! # Overlaps
//! before membrane reuse, which then has less effluent to work on
//!
//! # Limits
//! screening fraction
//!
//! # Sources
//! `measure_params.csv`, `cooling_water_reuse.*`

use super::{Context, Missing};
use crate::edit::Edits;
use crate::plant::Plant;
use crate::scalar::Scalar;

pub(super) fn missing(plant: &Plant) -> Option<Missing> {
    plant.water.is_none().then_some(Missing::Water)
}

/// One project.
pub(super) fn size(_: &Context<'_, f64>) -> f64 {
    1.0
}

pub(super) fn edits<S: Scalar>(cx: &Context<'_, S>, out: &mut Edits<S>) {
    if let Some(water) = &cx.plant.water {
        out.scale(water.demand, cx.covered(S::one() - cx.param("saving_fraction")));
    }
}
