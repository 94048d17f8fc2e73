//! Flue-gas desulphurisation (wet or alkali).
//!
//! # Method
//! SO2 factor × (1 − removal); several devices multiply
//!
//! # Applies to
//! coal and heavy-oil burners
//!
//! # Overlaps
//! void once the boiler burns gas: its SO2 is gone already
//!
//! # Limits
//! its electricity and, with limestone, 44/64 kg CO2 per kg SO2 are not counted
//!
//! # Sources
//! `measure_params.csv`, `flue_gas_desulphurisation.*`

use super::{Context, Missing, burner_capacity, burns, clean};
use crate::carrier::Group;
use crate::edit::Edits;
use crate::plant::{AirPollutant, Plant};
use crate::scalar::Scalar;

fn acts_on(plant: &Plant, burner: usize) -> bool {
    matches!(burns(plant, burner), Group::Coal | Group::Liquid)
}

pub(super) fn missing(plant: &Plant) -> Option<Missing> {
    let found = plant.burners.iter().enumerate().any(|(i, b)| !b.mobile && !b.dormant && acts_on(plant, i));
    (!found).then_some(Missing::SolidFuel)
}

/// Units of ten tonnes of steam an hour.
pub(super) fn size(cx: &Context<'_, f64>) -> f64 {
    burner_capacity(cx, |burner| acts_on(cx.plant, burner)) / 10.0
}

pub(super) fn edits<S: Scalar>(cx: &Context<'_, S>, out: &mut Edits<S>) {
    clean(cx, out, &[AirPollutant::So2], cx.param("removal"), |burner| acts_on(cx.plant, burner));
}
