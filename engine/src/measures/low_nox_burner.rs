//! Low-NOx burner or flue-gas recirculation.
//!
//! # Method
//! NOx factor × (1 − removal); several devices multiply
//!
//! # Applies to
//! boilers, furnaces and dryers on gas or oil; kitchens keep their stoves
//!
//! # Overlaps
//! multiplies with catalytic reduction
//!
//! # Limits
//! a small loss of efficiency and fan power is not counted
//!
//! # Sources
//! `measure_params.csv`, `low_nox_burner.*`

use super::{Context, Missing, burner_capacity, burns, clean, fired_kind};
use crate::carrier::Group;
use crate::edit::Edits;
use crate::plant::{AirPollutant, FiredKind, Plant};
use crate::scalar::Scalar;

fn acts_on(plant: &Plant, burner: usize) -> bool {
    let burnable = matches!(burns(plant, burner), Group::Gas | Group::Liquid);
    burnable && fired_kind(plant, burner) != Some(FiredKind::Cooking)
}

pub(super) fn missing(plant: &Plant) -> Option<Missing> {
    let found = plant.burners.iter().enumerate().any(|(i, b)| !b.mobile && !b.dormant && acts_on(plant, i));
    (!found).then_some(Missing::GasOrOilBoiler)
}

/// Units of ten tonnes of steam an hour.
pub(super) fn size(cx: &Context<'_, f64>) -> f64 {
    burner_capacity(cx, |burner| acts_on(cx.plant, burner)) / 10.0
}

pub(super) fn edits<S: Scalar>(cx: &Context<'_, S>, out: &mut Edits<S>) {
    clean(cx, out, &[AirPollutant::Nox], cx.param("removal"), |burner| acts_on(cx.plant, burner));
}
