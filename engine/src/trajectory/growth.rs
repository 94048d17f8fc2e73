//! What follows the output of a plant and what does not.
//!
//! # Method
//! Machines, process heat, process cooling, fleets, water, solvents, freight, waste and materials
//! follow output. Light, air conditioning, offices, lifts, kitchens' cold rooms, the heating of
//! rooms, what pipes, vessels and traps lose, leaks of compressed air and of refrigerants, people's
//! travel, standing charges and what the site generates itself stay as they are: they follow hours,
//! weather, pressure or size. Cooking, laundry and hot water follow guests, the output of a hotel.
//!
//! # Limits
//! The division is one of kinds and an assumption: a machine that idles uses power without output,
//! and more machines warm cooled rooms. A measure acts on the grown plant with the size it was
//! bought with.

use crate::plant::{Activity, Category, ElectricKind, FiredKind, HeatKind, Params, Plant, Slot, Special};
use crate::scalar::Scalar;

/// Multiplies what follows output by `output` (1 in the base year).
pub fn grow<S: Scalar>(plant: &Plant, p: &mut Params<S>, output: S) {
    let mut follow = |slot: Slot| p[slot] = p[slot] * output;
    for node in plant.electric.iter().filter(|node| electric_follows(node.kind)) {
        match &node.special {
            // Users take more air; leaks stay.
            Special::Air(air) => follow(air.useful),
            Special::None | Special::Cooling(_) | Special::Treatment => follow(node.energy),
        }
    }
    for use_ in plant.heat.iter().flat_map(|heat| &heat.uses) {
        if use_.kind != HeatKind::Space {
            follow(use_.heat);
        }
    }
    // The air through an oxidiser follows the hours of the line.
    for node in plant.fired.iter().filter(|node| node.kind != FiredKind::Oxidiser) {
        follow(node.fuel);
        if let Some(exhaust) = &node.exhaust {
            follow(exhaust.count);
        }
    }
    for fleet in &plant.fleets {
        follow(fleet.fuel);
    }
    if let Some(water) = &plant.water {
        // Make-up of the steam systems is part of the intake.
        for slot in [water.intake, water.effluent, water.makeup_base] {
            follow(slot);
        }
    }
    for solvent in &plant.solvents {
        follow(solvent.mass);
    }
    for activity in plant.activities.iter().filter(|activity| !is_travel(activity)) {
        follow(activity.amount);
    }
}

fn electric_follows(kind: ElectricKind) -> bool {
    use ElectricKind as K;
    !matches!(kind, K::Hvac | K::Lighting | K::OfficeIt | K::Lifts | K::KitchenRefrigeration)
}

/// People on the way: they follow staff, not output.
fn is_travel(activity: &Activity) -> bool {
    matches!(activity.category, Category::Travel | Category::Commuting)
}
