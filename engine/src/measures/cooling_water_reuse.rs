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

use super::reference::sites;
use super::{Context, Missing};
use crate::edit::Edits;
use crate::plant::Plant;
use crate::scalar::Scalar;

pub(super) fn missing(plant: &Plant) -> Option<Missing> {
    plant.water.is_none().then_some(Missing::Water)
}

/// Sites of 100,000 m3 of water a year (an assumption), a tenth at least.
pub(super) fn size(cx: &Context<'_, f64>) -> f64 {
    sites(cx.plant.water.as_ref().map_or(0.0, |w| cx.p[w.intake]), 100_000.0, 0.1)
}

pub(super) fn edits<S: Scalar>(cx: &Context<'_, S>, out: &mut Edits<S>) {
    if let Some(water) = &cx.plant.water {
        out.scale(water.demand, cx.covered(S::one() - cx.param("saving_fraction")));
    }
}
