//! Electric forklifts in place of diesel or LPG ones.
//!
//! # Method
//! work at the wheels stays: kWh charged = fuel × engine efficiency ÷ (drive efficiency × charging
//! efficiency)
//!
//! # Applies to
//! forklifts that burn fuel
//!
//! # Overlaps
//! with nothing else; solar panels may charge them
//!
//! # Limits
//! lower maintenance is not counted; a second battery or a charging break may be needed in three
//! shifts
//!
//! # Sources
//! `measure_params.csv`, `electric_forklifts.*`

use super::{Context, Missing, fleets_of};
use crate::data::Vehicle;
use crate::edit::Edits;
use crate::evaluate::GJ_PER_KWH;
use crate::plant::{Fleet, Plant};
use crate::scalar::Scalar;

fn forklifts(plant: &Plant) -> impl Iterator<Item = &Fleet> {
    fleets_of(plant, &[Vehicle::Forklift])
}

pub(super) fn missing(plant: &Plant) -> Option<Missing> {
    forklifts(plant).next().is_none().then_some(Missing::Forklifts)
}

/// Forklifts: the year's fuel over what one of them burns.
pub(super) fn size(cx: &Context<'_, f64>) -> f64 {
    let fuel: f64 = forklifts(cx.plant).map(|fleet| cx.p[fleet.fuel]).sum();
    (fuel / cx.param("fuel_per_truck").max(1e-9)).ceil()
}

pub(super) fn edits<S: Scalar>(cx: &Context<'_, S>, out: &mut Edits<S>) {
    let drive = cx.param("electric_efficiency") * cx.param("charging_efficiency");
    for fleet in forklifts(cx.plant) {
        out.set(fleet.electric_share, cx.coverage());
        out.set(fleet.electric_use, cx.param("engine_efficiency") / drive / S::constant(GJ_PER_KWH));
    }
}
