//! Waste-gas heat cascade to a cooler process.
//!
//! # Method
//! flue heat between two temperatures, per fuel, is the difference of the available heat at both
//! (correlation in `furnace.rs`); it takes the place of what the burner of the cooler process gives:
//! fuel saved = heat ÷ that burner's efficiency
//!
//! # Applies to
//! furnaces and kilns beside direct-fired dryers, ovens or stenters; clean flue gas only
//!
//! # Overlaps
//! a preheater takes its heat first; an absorption chiller gets what the cascade leaves
//!
//! # Limits
//! the heat the cooler process needs, in the hours when both run
//!
//! # Sources
//! `measure_params.csv`, `waste_heat_cascade.*`

use super::furnace::{AMBIENT, available_heat, flue, furnaces, machines, uses};
use super::{Context, Missing};
use crate::edit::Edits;
use crate::plant::{Fired, FiredKind, Plant};
use crate::scalar::Scalar;

fn cooler(plant: &Plant) -> impl Iterator<Item = &Fired> {
    uses(plant, &[FiredKind::Dryer, FiredKind::Oven, FiredKind::Stenter])
}

pub(super) fn missing(plant: &Plant) -> Option<Missing> {
    if furnaces(plant).next().is_none() {
        return Some(Missing::Furnace);
    }
    cooler(plant).next().is_none().then_some(Missing::CoolerProcess)
}

/// Furnaces: one duct each.
pub(super) fn size(cx: &Context<'_, f64>) -> f64 {
    machines(cx, furnaces(cx.plant))
}

pub(super) fn edits<S: Scalar>(cx: &Context<'_, S>, out: &mut Edits<S>) {
    let air = S::constant(AMBIENT);
    for furnace in furnaces(cx.plant) {
        let available = |flue: S| available_heat(flue, air, cx.param("flue_o2"));
        let hot = available(flue(cx, furnace, "inlet_temperature"));
        let between = (available(cx.param("outlet_temperature")) - hot).max(S::zero());
        out.set(furnace.flue.cascade, between * cx.param("overlap") * cx.coverage());
    }
    for node in cooler(cx.plant) {
        out.set(node.flue.accepts, cx.param("overlap"));
    }
}
