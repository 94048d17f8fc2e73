//! Selective catalytic reduction.
//!
//! # Method
//! NOx factor × (1 − removal); several devices multiply
//!
//! # Applies to
//! boilers, furnaces and engines: a catalyst needs a hot flue, which kitchens and
//! direct-fired dryers do not have
//!
//! # Overlaps
//! multiplies with low-NOx burners
//!
//! # Limits
//! reagent and its ammonia slip are not counted
//!
//! # Sources
//! `measure_params.csv`, `scr_sncr.*`

use super::{Context, Missing, burner_capacity, burns, clean, fired_kind};
use crate::carrier::Group;
use crate::edit::Edits;
use crate::plant::{AirPollutant, FiredKind, Plant};
use crate::scalar::Scalar;

fn acts_on(plant: &Plant, burner: usize) -> bool {
    let has_flue = matches!(fired_kind(plant, burner), None | Some(FiredKind::Furnace));
    has_flue && burns(plant, burner) != Group::None
}

pub(super) fn missing(plant: &Plant) -> Option<Missing> {
    let found = plant.burners.iter().enumerate().any(|(i, b)| !b.mobile && !b.dormant && acts_on(plant, i));
    (!found).then_some(Missing::CombustionBoiler)
}

/// Units of ten tonnes of steam an hour.
pub(super) fn size(cx: &Context<'_, f64>) -> f64 {
    burner_capacity(cx, |burner| acts_on(cx.plant, burner)) / 10.0
}

pub(super) fn edits<S: Scalar>(cx: &Context<'_, S>, out: &mut Edits<S>) {
    clean(cx, out, &[AirPollutant::Nox], cx.param("removal_scr"), |burner| acts_on(cx.plant, burner));
}
