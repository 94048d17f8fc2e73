//! Fuller trucks: consolidated loads.
//!
//! # Method
//! a truck emits `full × (e + (1 − e) × load)` per km, with e what the empty one emits of the full one; per
//! tonne-km that is divided by the load, so the factor changes by
//! `(e + (1 − e) after) ÷ after ÷ ((e + (1 − e) before) ÷ before)`. Trips, and what is paid for them, fall by
//! before ÷ after
//!
//! # Applies to
//! hired road freight entered as an activity
//!
//! # Overlaps
//! with nothing: the company's own trucks are vehicles
//!
//! # Limits
//! the goods stay as many tonne-kilometres; deliveries become fewer and may come later. Whether the haulier
//! passes the saving on is a matter of the contract
//!
//! # Sources
//! `measure_params.csv`, `freight_consolidation.*`

use super::{Context, Missing};
use crate::data::{FactKey, TransportMode};
use crate::edit::Edits;
use crate::plant::{Activity, Plant};
use crate::scalar::Scalar;

fn trucks(plant: &Plant) -> impl Iterator<Item = &Activity> {
    plant.activities.iter().filter(
        |row| matches!(row.fact.key(), FactKey::Transport(key) if key.mode == TransportMode::RoadFreight),
    )
}

pub(super) fn missing(plant: &Plant) -> Option<Missing> {
    trucks(plant).next().is_none().then_some(Missing::HiredTrucks)
}

/// One programme.
pub(super) fn size(_: &Context<'_, f64>) -> f64 {
    1.0
}

pub(super) fn edits<S: Scalar>(cx: &Context<'_, S>, out: &mut Edits<S>) {
    let before = cx.param("load_factor_before");
    let after = cx.param("load_factor_after").max(before);
    let empty = cx.param("empty_share");
    let per_km = |load: S| empty + (S::one() - empty) * load;
    let trips = before / after;
    let factor = per_km(after) / per_km(before) * trips;
    for row in trucks(cx.plant) {
        out.scale(row.factor, cx.covered(factor));
        out.scale(row.price, cx.covered(trips));
    }
}
