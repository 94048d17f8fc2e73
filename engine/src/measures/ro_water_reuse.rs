//! Membrane reuse of treated effluent.
//!
//! # Method
//! reused water = process water × coverage × recovery, at most the treated
//! effluent; it costs electricity, membranes and chemicals per m3 of permeate
//!
//! # Applies to
//! sites with a water bill
//!
//! # Overlaps
//! with water saving: less to reuse
//!
//! # Limits
//! uses power; the pollutant load stays and concentrates
//!
//! # Sources
//! `measure_params.csv`, `ro_water_reuse.*`

use super::{Context, Missing};
use crate::edit::Edits;
use crate::plant::Plant;
use crate::scalar::Scalar;

pub(super) fn missing(plant: &Plant) -> Option<Missing> {
    plant.water.is_none().then_some(Missing::Water)
}

/// m3 a day of feed.
pub(super) fn size(cx: &Context<'_, f64>) -> f64 {
    let intake = cx.plant.water.as_ref().map_or(0.0, |w| cx.p[w.intake]);
    intake * cx.coverage() / (cx.p[cx.plant.hours] / 24.0).max(1.0)
}

pub(super) fn edits<S: Scalar>(cx: &Context<'_, S>, out: &mut Edits<S>) {
    if let Some(water) = &cx.plant.water {
        out.set(water.reuse, cx.coverage() * cx.param("recovery"));
        out.set(water.reuse_energy, cx.param("energy"));
        out.add(water.reuse_cost, cx.money(cx.param("om_cost")));
    }
}
