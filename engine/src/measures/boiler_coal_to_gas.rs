//! Boiler fuel switch from coal to natural gas.
//!
//! # Method
//! useful heat stays; new fuel = useful heat ÷ new efficiency. CO2 and pollutants
//! are the new fuel's, never a credit for the old one.
//!
//! # Applies to
//! boilers on coal, coke included
//!
//! # Overlaps
//! exclusive with the other boiler fuel switches; stack cleaning of the old
//! boiler loses its effect by itself
//!
//! # Limits
//! the fuel bill usually rises; a back-pressure turbine behind the old boiler stops
//!
//! # Sources
//! `measure_params.csv`, `boiler_coal_to_gas.*`

use super::{Context, Missing, boiler_capacity, burns, fuel_switch};
use crate::carrier::Group;
use crate::edit::Edits;
use crate::plant::Plant;
use crate::scalar::Scalar;

const FROM: &[Group] = &[Group::Coal];

pub(super) fn missing(plant: &Plant) -> Option<Missing> {
    (!fuel_switch::has(plant, FROM)).then_some(Missing::CoalBoiler)
}

pub(super) fn size(cx: &Context<'_, f64>) -> f64 {
    boiler_capacity(cx, |source, boiler| !source.dormant && FROM.contains(&burns(cx.plant, boiler.burner)))
}

pub(super) fn edits<S: Scalar>(cx: &Context<'_, S>, out: &mut Edits<S>) {
    fuel_switch::switch(cx, out, FROM, Group::Gas, cx.param("boiler_efficiency_new"));
}
