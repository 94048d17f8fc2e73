//! Less scrap and rework: right first time.
//!
//! # Method
//! for the same good output everything that follows production falls to Y₁ ÷ Y₂: process electricity,
//! process heat, process water with its load, solvents
//!
//! # Applies to
//! sites with production machines, process heat or direct-fired machines
//!
//! # Overlaps
//! multiplies with everything downstream; exclusive with the scrap programme of moulding machines,
//! which acts on the same scrap
//!
//! # Limits
//! lighting, rooms, offices, kitchens and vehicles do not follow production; materials count only where
//! their cost is given
//!
//! # Sources
//! `measure_params.csv`, `yield_right_first_time.*`

use super::reference::by_energy_bill;
use super::{Context, Missing};
use crate::edit::Edits;
use crate::plant::{Electric, ElectricKind, Fired, FiredKind, HeatKind, HeatUse, Plant};
use crate::scalar::Scalar;
use crate::step::Step;

/// Electricity that follows what is made. Treatment follows the water.
fn machines(plant: &Plant) -> impl Iterator<Item = &Electric> {
    plant.electric.iter().filter(|e| {
        matches!(
            e.kind,
            ElectricKind::ProcessMachines
                | ElectricKind::MouldingMachines
                | ElectricKind::Fans
                | ElectricKind::Pumps
                | ElectricKind::CompressedAir
                | ElectricKind::ProcessCooling
                | ElectricKind::ProcessHeat
                | ElectricKind::Rectifiers
        )
    })
}

fn heat(plant: &Plant) -> impl Iterator<Item = &HeatUse> {
    let uses = plant.heat.iter().flat_map(|h| &h.uses);
    uses.filter(|u| !matches!(u.kind, HeatKind::HotWater | HeatKind::Space))
}

fn fired(plant: &Plant) -> impl Iterator<Item = &Fired> {
    let made = |f: &&Fired| !f.dormant && !matches!(f.kind, FiredKind::Cooking | FiredKind::Oxidiser);
    plant.fired.iter().filter(made)
}

/// Machines that make something; fans and pumps alone may serve a building.
pub(super) fn missing(plant: &Plant) -> Option<Missing> {
    let makes = |e: &Electric| {
        matches!(
            e.kind,
            ElectricKind::ProcessMachines
                | ElectricKind::MouldingMachines
                | ElectricKind::ProcessHeat
                | ElectricKind::Rectifiers
        )
    };
    let found = plant.electric.iter().any(makes) || fired(plant).next().is_some();
    (!found).then_some(Missing::Production)
}

/// Sites of the reference energy bill: a programme for each production line of a kind.
pub(super) fn size(cx: &Context<'_, f64>) -> f64 {
    by_energy_bill(cx, 0.25)
}

/// What is still needed for the same good output.
fn needed<S: Scalar>(cx: &Context<'_, S>) -> S {
    cx.covered((cx.param("yield_before") / cx.param("yield_after")).min(S::one()).label(Step::FlowRatio, 0))
}

pub(super) fn edits<S: Scalar>(cx: &Context<'_, S>, out: &mut Edits<S>) {
    let needed = needed(cx);
    for use_ in machines(cx.plant) {
        out.scale(use_.demand, needed);
    }
    for use_ in heat(cx.plant) {
        out.scale(use_.demand, needed);
    }
    for use_ in fired(cx.plant) {
        out.scale(use_.demand, needed);
    }
    if let Some(water) = &cx.plant.water {
        out.scale(water.demand, needed);
        out.scale(water.load, needed);
    }
    for solvent in &cx.plant.solvents {
        out.scale(solvent.factor, needed);
    }
    let material = cx.param("material_cost") * (S::one() - needed);
    out.add(cx.plant.running, -cx.money(material));
}
