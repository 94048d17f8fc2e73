//! Boiler fuel switch to biomass pellets.
//!
//! # Method
//! useful heat stays; new fuel = useful heat ÷ new efficiency. CO2 and pollutants
//! are the new fuel's, never a credit for the old one.
//!
//! # Applies to
//! boilers on any fossil fuel
//!
//! # Overlaps
//! exclusive with the other boiler fuel switches; stack cleaning of the old
//! boiler loses its effect by itself
//!
//! # Limits
//! particulates and CO rise without a filter; many high-pollution-fuel zones forbid it: the user must check the local rule
//!
//! # Sources
//! `measure_params.csv`, `boiler_biomass_pellets.*`

use super::{Context, Missing, boiler_capacity, burns, fuel_switch};
use crate::carrier::Group;
use crate::edit::Edits;
use crate::plant::Plant;
use crate::scalar::Scalar;

const FROM: &[Group] = &[Group::Coal, Group::Liquid, Group::Gas];

pub(super) fn missing(plant: &Plant) -> Option<Missing> {
    (!fuel_switch::has(plant, FROM)).then_some(Missing::CombustionBoiler)
}

pub(super) fn size(cx: &Context<'_, f64>) -> f64 {
    boiler_capacity(cx, |source, boiler| !source.dormant && FROM.contains(&burns(cx.plant, boiler.burner)))
}

pub(super) fn edits<S: Scalar>(cx: &Context<'_, S>, out: &mut Edits<S>) {
    fuel_switch::switch(cx, out, FROM, Group::Biomass, cx.param("boiler_efficiency_biomass"));
}
