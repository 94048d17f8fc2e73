//! Less scrap, shorter cycles and regrind on moulding machines.
//!
//! # Method
//! for the same good parts the mass moulded falls to (1 − s_before) ÷ (1 − s_after); a shorter
//! cycle also cuts the part of the electricity that follows time. What scrap is not reground
//! saves resin: money, and the emissions of resin entered as a material
//!
//! # Applies to
//! injection-moulding machines
//!
//! # Overlaps
//! multiplies with the drive and the barrel jackets; exclusive with right-first-time programmes, which
//! act on the same scrap
//!
//! # Limits
//! the meter falls only while the output stays; more output in the time won is not counted
//!
//! # Sources
//! `measure_params.csv`, `imm_scrap_cycle.*`

use super::moulding::COMMON_MACHINE_KW;
use super::reference::sites;
use super::{Context, Missing, count, electric_of};
use crate::edit::Edits;
use crate::plant::{Activity, ElectricKind, Plant};
use crate::scalar::Scalar;

pub(super) fn missing(plant: &Plant) -> Option<Missing> {
    electric_of(plant, ElectricKind::MouldingMachines).next().is_none().then_some(Missing::MouldingMachines)
}

/// Programmes for twenty machines (an assumption), one at least.
pub(super) fn size(cx: &Context<'_, f64>) -> f64 {
    let machines = count(cx, electric_of(cx.plant, ElectricKind::MouldingMachines), COMMON_MACHINE_KW);
    sites(machines, 20.0, 1.0)
}

/// Mass moulded for the same good parts, against today.
fn mass<S: Scalar>(cx: &Context<'_, S>) -> S {
    let before = cx.param("scrap_before");
    let after = cx.param("scrap_after").min(before);
    (S::one() - after).divides(S::one() - before)
}

/// Part of the resin bought that is no longer needed.
fn resin<S: Scalar>(cx: &Context<'_, S>) -> S {
    (S::one() - mass(cx)) * (S::one() - cx.param("regrind_share"))
}

/// Purchased plastics among the plant's activities.
fn plastics(plant: &Plant) -> impl Iterator<Item = &Activity> {
    plant.activities.iter().filter(|activity| activity.fact.slug().contains(".material.plastic"))
}

pub(super) fn edits<S: Scalar>(cx: &Context<'_, S>, out: &mut Edits<S>) {
    let quicker = S::one() - cx.param("time_share") * cx.param("cycle_reduction");
    for machine in electric_of(cx.plant, ElectricKind::MouldingMachines) {
        out.scale(machine.demand, cx.covered(mass(cx) * quicker));
    }
    for bought in plastics(cx.plant) {
        out.scale(bought.amount, cx.covered(S::one() - resin(cx)));
    }
    let spared = cx.coverage() * cx.param("resin_input") * resin(cx) * cx.param("resin_price");
    out.add(cx.plant.running, -cx.money(spared));
}
