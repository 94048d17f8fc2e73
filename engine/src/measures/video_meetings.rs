//! Video meetings in place of business trips.
//!
//! # Method
//! a share of the trips is not made: travel × (1 − share), with its fares and hotel nights
//!
//! # Applies to
//! business travel and hotel stays entered as activities; not the way to work
//!
//! # Overlaps
//! multiplies with travel by rail: what is not travelled need not change its mode
//!
//! # Limits
//! electricity of screens and networks is not counted, nor the time won; trips in the company's own cars
//! burn fuel of its bills and are not among them
//!
//! # Sources
//! `measure_params.csv`, `video_meetings.*`

use super::{Context, Missing};
use crate::edit::Edits;
use crate::plant::{Activity, Category, Plant};
use crate::scalar::Scalar;

fn trips(plant: &Plant) -> impl Iterator<Item = &Activity> {
    plant.activities.iter().filter(|row| row.category == Category::Travel)
}

pub(super) fn missing(plant: &Plant) -> Option<Missing> {
    trips(plant).next().is_none().then_some(Missing::BusinessTravel)
}

/// One room with screen and camera.
pub(super) fn size(_: &Context<'_, f64>) -> f64 {
    1.0
}

pub(super) fn edits<S: Scalar>(cx: &Context<'_, S>, out: &mut Edits<S>) {
    for row in trips(cx.plant) {
        out.scale(row.amount, cx.covered(S::one() - cx.param("saving_fraction")));
    }
}
