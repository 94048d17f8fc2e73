//! Furnace and oven wall insulation.
//!
//! # Method
//! wall loss q = h (T_s − T_a) + ε σ (T_s⁴ − T_a⁴) before less after, times area and running hours;
//! fuel saved = that heat ÷ available heat (1 for electric heating). The area is the user's; without it,
//! the suggestion is the wall that explains the screening share of the energy
//!
//! # Applies to
//! direct-fired furnaces and ovens, and electric process heat; they share the wall by their energy
//!
//! # Overlaps
//! exclusive with an infrared oven; a preheater on the same furnace works on the fuel that is left
//!
//! # Limits
//! never more than the energy of the furnace; the hours are those of the exhaust, else of the site
//!
//! # Sources
//! `measure_params.csv`, `furnace_insulation.*`; Stefan–Boltzmann constant CODATA 2018

use super::furnace::{AMBIENT, electric, uses};
use super::{Context, Missing};
use crate::edit::Edits;
use crate::evaluate::GJ_PER_KWH;
use crate::plant::{Fired, FiredKind, Plant};
use crate::scalar::{Scalar, sum};
use crate::step::Step;

/// W/(m2 K4).
const STEFAN_BOLTZMANN: f64 = 5.670_374_419e-8;
const KELVIN: f64 = 273.15;
/// GJ in a watt for an hour.
const GJ_PER_WH: f64 = 3.6e-6;

fn fired(plant: &Plant) -> impl Iterator<Item = &Fired> {
    uses(plant, &[FiredKind::Furnace, FiredKind::Oven])
}

pub(super) fn missing(plant: &Plant) -> Option<Missing> {
    (fired(plant).next().is_none() && electric(plant).next().is_none()).then_some(Missing::ProcessHeat)
}

/// Heat saved by a square metre in an hour, GJ.
fn saved_by_area<S: Scalar>(cx: &Context<'_, S>) -> S {
    let ambient = S::constant(AMBIENT);
    let kelvin = |t: S| (t + S::constant(KELVIN)).power(4);
    let loss = |surface: S| {
        let radiation = cx.param("emissivity") * S::constant(STEFAN_BOLTZMANN);
        cx.param("convection") * (surface - ambient) + radiation * (kelvin(surface) - kelvin(ambient))
    };
    let (before, after) = (cx.param("surface_temperature_before"), cx.param("surface_temperature_after"));
    let (before, after) = (loss(before).label(Step::SurfaceLoss, 0), loss(after).label(Step::SurfaceLossAfter, 0));
    (before - after).max(S::zero()) * S::constant(GJ_PER_WH)
}

/// Energy of all the equipment, GJ.
fn energy<S: Scalar>(cx: &Context<'_, S>) -> S {
    let burnt = sum(fired(cx.plant).map(|f| cx.p[f.fuel]));
    burnt + sum(electric(cx.plant).map(|e| cx.p[e.energy])) * S::constant(GJ_PER_KWH)
}

fn hours<S: Scalar>(cx: &Context<'_, S>, fired: &Fired) -> S {
    fired.exhaust.as_ref().map_or_else(|| cx.p[cx.plant.hours], |e| cx.p[e.hours])
}

/// m2 of wall: as much as saves the screening share.
pub(super) fn size(cx: &Context<'_, f64>) -> f64 {
    let all = energy(cx);
    if all <= 0.0 {
        return 0.0;
    }
    let each = saved_by_area(cx);
    let of_fired: f64 =
        fired(cx.plant).map(|f| cx.p[f.fuel] * hours(cx, f) / cx.param("available_heat")).sum();
    let of_electric: f64 = electric(cx.plant).map(|e| cx.p[e.energy] * GJ_PER_KWH).sum();
    let by_area = each * (of_fired + of_electric * cx.p[cx.plant.hours]) / all;
    if by_area > 0.0 { cx.param("saving_fraction") * all / by_area } else { 0.0 }
}

pub(super) fn edits<S: Scalar>(cx: &Context<'_, S>, out: &mut Edits<S>) {
    let per_energy = energy(cx).divides(cx.size() * saved_by_area(cx));
    for fired in fired(cx.plant) {
        let saved = (per_energy * hours(cx, fired) / cx.param("available_heat")).min(S::one());
        out.scale(fired.specific, cx.covered(S::one() - saved));
    }
    for node in electric(cx.plant) {
        let saved = (per_energy * cx.p[cx.plant.hours]).min(S::one());
        out.scale(node.demand, cx.covered(S::one() - saved));
    }
}
