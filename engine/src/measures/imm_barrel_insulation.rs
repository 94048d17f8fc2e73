//! Insulation jackets on the barrels of moulding machines.
//!
//! # Method
//! heat kept per machine = U A (T_before − T_after) × hours; the heaters need that much less, at
//! most the part of their heat that a surface so much cooler no longer loses
//!
//! # Applies to
//! injection-moulding machines
//!
//! # Overlaps
//! adds to the servo retrofit, which acts on the drive
//!
//! # Limits
//! the heaters' share of the machine; U rises above 150 °C, where radiation prevails
//!
//! # Sources
//! `measure_params.csv`, `imm_barrel_insulation.*`

use super::{
    Context, Missing, count, electric_of,
    moulding::{COMMON_MACHINE_KW, machine_count},
};
use crate::edit::Edits;
use crate::plant::{Electric, ElectricKind, Plant};
use crate::scalar::Scalar;

/// Air in the hall, degC, as for the other heat measures.
const AMBIENT: f64 = 30.0;

fn machines(plant: &Plant) -> impl Iterator<Item = &Electric> {
    electric_of(plant, ElectricKind::MouldingMachines)
}

pub(super) fn missing(plant: &Plant) -> Option<Missing> {
    machines(plant).next().is_none().then_some(Missing::MouldingMachines)
}

/// Machines.
pub(super) fn size(cx: &Context<'_, f64>) -> f64 {
    count(cx, machines(cx.plant), COMMON_MACHINE_KW)
}

/// Part of a line's heater electricity that is saved.
fn saved<S: Scalar>(cx: &Context<'_, S>, line: &Electric) -> S {
    let (hot, cool) = (cx.param("surface_temperature_before"), cx.param("surface_temperature_after"));
    let drop = (hot - cool).max(S::zero());
    let most = (hot - S::constant(AMBIENT)).divides(drop).unit_range();
    let heaters = cx.p[line.energy] * cx.p[line.heat_share];
    // Barrels are hot while the machine runs, and no longer than the user says.
    let running = line.machines.map_or(cx.p[cx.plant.hours], |m| S::constant(m.hours));
    let hours = cx.param("hours").min(running);
    let kept = cx.param("surface_coefficient") * cx.param("area") * drop * hours * S::constant(0.001);
    // What the drive takes of the machine is not the heaters'.
    let left = cx.p[line.heat_share].divides(S::one() - cx.p[line.drive_share]).max(S::zero());
    heaters.divides(kept * machine_count(cx, line)).min(most).min(left)
}

pub(super) fn edits<S: Scalar>(cx: &Context<'_, S>, out: &mut Edits<S>) {
    for line in machines(cx.plant) {
        out.scale(line.heat, cx.covered(S::one() - saved(cx, line)));
    }
}
