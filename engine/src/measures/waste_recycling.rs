//! Sorting waste for recycling.
//!
//! # Method
//! a share of what is dumped or burnt is recycled instead; the tonnes stay as many. What is paid for disposal
//! falls by the same share
//!
//! # Applies to
//! waste to landfill or incineration entered as an activity
//!
//! # Overlaps
//! with programmes against scrap, which act on what is bought
//!
//! # Limits
//! recyclables are taken to be collected without a fee or a price; the factors count what happens to the
//! waste, not what the recycled material spares elsewhere
//!
//! # Sources
//! `measure_params.csv`, `waste_recycling.*`; factors of the same list in `waste_water_materials.csv`

use super::{Context, Missing};
use crate::edit::Edits;
use crate::plant::{Activity, Category, Plant};
use crate::scalar::Scalar;

fn dumped(plant: &Plant) -> impl Iterator<Item = &Activity> {
    plant.activities.iter().filter(|row| row.category == Category::Waste && row.alternative.is_some())
}

pub(super) fn missing(plant: &Plant) -> Option<Missing> {
    dumped(plant).next().is_none().then_some(Missing::SortableWaste)
}

/// One set of bins and its rounds.
pub(super) fn size(_: &Context<'_, f64>) -> f64 {
    1.0
}

pub(super) fn edits<S: Scalar>(cx: &Context<'_, S>, out: &mut Edits<S>) {
    for row in dumped(cx.plant) {
        out.set(row.moved, cx.coverage() * cx.param("saving_fraction"));
    }
}
