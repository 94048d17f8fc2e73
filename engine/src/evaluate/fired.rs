//! Direct-fired heat, its flue gas, and fleets.

use super::set;
use crate::flows::Flows;
use crate::plant::{Fired, FiredKind, Params, Plant};
use crate::scalar::Scalar;
use crate::step::Step;

pub(super) fn fired<S: Scalar>(plant: &Plant, p: &Params<S>, out: &mut Flows<S>) {
    let (mut cascade, mut absorption) = (S::zero(), S::zero());
    for node in &plant.fired {
        let fuel = fuel(node, p);
        // What solvents give in an oxidiser that a measure builds, its burner need not.
        let fuel = if node.dormant && node.kind == FiredKind::Oxidiser {
            (fuel - out.solvent_burnt * p[plant.solvent_heat]).max(S::zero())
        } else {
            fuel
        };
        set(&mut out.burner, node.burner, fuel);
        // What the combustion air takes back is no longer in the flue gas.
        let left = |offered: S| fuel * (offered - p[node.flue.returned]).max(S::zero());
        cascade = cascade + left(p[node.flue.cascade]);
        absorption = absorption + left(p[node.flue.absorption]);
    }
    let mut pool = cascade;
    for (index, node) in plant.fired.iter().enumerate() {
        let Some(place) = out.burner.get_mut(node.burner) else { continue };
        // A cooler process takes no more than it needs.
        let taken = pool.min(*place * p[node.flue.accepts] * p[node.efficiency]);
        pool = pool - taken;
        *place = (*place - taken / p[node.efficiency]).label(Step::FiredFuel, index);
    }
    out.flue_heat = (absorption - (cascade - pool)).max(S::zero()).label(Step::FlueHeat, 0);
    fleets(plant, p, out);
}

/// Fuel of a direct-fired use: what it needs less what its exhaust gives back to the fresh air and
/// its flue gas to the combustion air.
fn fuel<S: Scalar>(node: &Fired, p: &Params<S>) -> S {
    let need = p[node.fuel] * p[node.demand] * p[node.specific];
    let offered = p[node.exhaust_heat] * p[node.demand] * p[node.recovery];
    // The fresh air cannot take up more heat than the burner gives to the process.
    let recovered = offered.min(need * p[node.efficiency]);
    (need - recovered / p[node.efficiency]) / (S::one() + p[node.flue.preheat]) + p[node.added]
}

fn fleets<S: Scalar>(plant: &Plant, p: &Params<S>, out: &mut Flows<S>) {
    let mut charged = S::zero();
    for (index, node) in plant.fleets.iter().enumerate() {
        let asked = p[node.fuel] * p[node.demand];
        let replaced = asked * p[node.electric_share];
        charged = charged + replaced * p[node.electric_use];
        let fuel = (asked - replaced).label(Step::FleetFuel, index);
        set(&mut out.burner, node.burner, fuel);
    }
    out.vehicle_energy = charged;
}
