//! Feedwater economizer (non-condensing).
//!
//! # Method
//! flue gas is cooled by ε (T_flue − T_feedwater), not below the lowest flue
//! temperature of the fuel; the boiler's stack loss falls accordingly (Siegert)
//!
//! # Applies to
//! steam and hot-water boilers that burn something
//!
//! # Overlaps
//! with oxygen trim and fuel switch through the stack-loss formula
//!
//! # Limits
//! no saving where the flue gas is already at its lowest temperature
//!
//! # Sources
//! `measure_params.csv`, `boiler_economizer.*`

use super::{Context, Missing, boiler_capacity, boilers, burns};
use crate::carrier::Group;
use crate::edit::Edits;
use crate::plant::{Plant, Service};
use crate::scalar::Scalar;

pub(super) fn missing(plant: &Plant) -> Option<Missing> {
    let found =
        boilers(plant).any(|(heat, source, _)| !source.dormant && heat.service != Service::ThermalOil);
    (!found).then_some(Missing::Boiler)
}

/// Units of ten tonnes of steam an hour, as the cost is quoted.
pub(super) fn size(cx: &Context<'_, f64>) -> f64 {
    boiler_capacity(cx, |source, _| !source.dormant) / 10.0
}

pub(super) fn edits<S: Scalar>(cx: &Context<'_, S>, out: &mut Edits<S>) {
    for (heat, _, boiler) in boilers(cx.plant) {
        if heat.service == Service::ThermalOil {
            continue;
        }
        let lowest = match burns(cx.plant, boiler.burner) {
            Group::Gas => cx.param("flue_temperature_min_gas"),
            _ => cx.param("flue_temperature_min_oil"),
        };
        let hot = cx.p[boiler.stack.temperature];
        out.set(boiler.stack.economizer, cx.param("effectiveness") * cx.coverage());
        out.set(boiler.stack.feedwater_temperature, cx.param("feedwater_temperature"));
        // Only the treated part may be cooled that far; the stack here is the mean of all.
        out.set(boiler.stack.minimum_temperature, hot - cx.coverage() * (hot - lowest));
    }
}
