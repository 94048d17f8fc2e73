//! The bill is the truth: solves the unknown demands so that evaluating the unchanged plant
//! gives the bills back.
//!
//! Every stage of [`crate::evaluate`] is inverted in closed form, so no iteration is needed and
//! the reproduction is exact to rounding:
//! bills → fuel of each burner → heat its source sends out → heat of each use and loss; bills +
//! own generation → electricity of each use, the last line taking what the others leave.

use crate::evaluate::{GJ_PER_KWH, efficiency, stack_loss};
use crate::plant::{Boiler, Heat, Params, Plant, Size, SourceKind};
use crate::scalar::{Scalar, sum};
use crate::step::Step;

/// Fills the derived and solved slots of `p`.
pub fn calibrate<S: Scalar>(plant: &Plant, p: &mut Params<S>) {
    for derived in &plant.derived {
        let mut value = S::constant(derived.constant);
        for &slot in &derived.times {
            value = value * p[slot];
        }
        for &slot in &derived.over {
            value = value / p[slot];
        }
        p[derived.target] = value;
    }
    let mut own_generation = p[plant.solar.capacity] * p[plant.solar.yield_base];
    let mut makeup = S::zero();
    let mut sources = 0;
    for (index, heat) in plant.heat.iter().enumerate() {
        let (net, raised) = solve_heat(plant, heat, index, sources, p);
        own_generation = own_generation + net;
        sources += heat.sources.len();
        let used = sum(heat.uses.iter().map(|u| p[u.heat]));
        makeup = makeup + used * (S::one() - p[heat.return_base]) * p[heat.steam_water];
        makeup = makeup + raised * p[heat.steam_heat].divides(p[heat.bleed.share]);
    }
    if let Some(water) = &plant.water {
        p[water.makeup_base] = makeup;
    }
    for fired in &plant.fired {
        p[fired.fuel] = burner_fuel(plant, fired.burner, p);
    }
    for fleet in &plant.fleets {
        p[fleet.fuel] = burner_fuel(plant, fleet.burner, p);
    }
    solve_electricity(plant, own_generation, p);
}

/// Energy of a supply's bill: GJ, kWh for electricity.
fn bill_energy<S: Scalar>(plant: &Plant, carrier: usize, p: &Params<S>) -> S {
    plant
        .supplies
        .get(carrier)
        .map_or_else(S::zero, |s| (p[s.quantity] * p[s.content]).label(Step::BillEnergy, carrier))
}

fn burner_fuel<S: Scalar>(plant: &Plant, burner: usize, p: &Params<S>) -> S {
    plant.burners.get(burner).map_or_else(S::zero, |b| bill_energy(plant, b.carrier, p) * p[b.bill_share])
}

/// Heat a boiler sends out, and heat in the steam it raises, in the base case. A stated efficiency
/// first fixes its other losses.
fn boiler_output<S: Scalar>(plant: &Plant, boiler: &Boiler, index: usize, p: &mut Params<S>) -> (S, S) {
    if let Some(stated) = boiler.efficiency {
        let known = stack_loss(&boiler.stack, p, index) + p[boiler.shell_loss] + p[boiler.unburnt_loss];
        p[boiler.other_loss] = S::one() - p[stated] - known;
    }
    let raised =
        burner_fuel(plant, boiler.burner, p) * efficiency(boiler, p, index) / (S::one() + p[boiler.blowdown]);
    match &boiler.turbine {
        None => (raised, raised),
        Some(turbine) => {
            let work = p[turbine.gross] * S::constant(GJ_PER_KWH) / p[turbine.efficiency];
            ((raised - work).max(S::zero()), raised)
        }
    }
}

/// Solves a heat system whose sources are numbered from `first`; returns the net generation of its
/// turbines, kWh, and the heat its boilers raise, GJ.
fn solve_heat<S: Scalar>(
    plant: &Plant,
    heat: &Heat,
    index: usize,
    first: usize,
    p: &mut Params<S>,
) -> (S, S) {
    let mut steam = S::zero();
    let mut outputs = Vec::with_capacity(heat.sources.len());
    for (offset, source) in heat.sources.iter().enumerate() {
        outputs.push(match &source.kind {
            SourceKind::Boiler(boiler) => {
                let (output, raised) = boiler_output(plant, boiler, first + offset, p);
                steam = steam + raised;
                output
            }
            SourceKind::Purchased { carrier, bill_share, .. } => {
                bill_energy(plant, *carrier, p) * p[*bill_share]
            }
        });
    }
    let sent = sum(outputs.iter().copied()).label(Step::HeatSent, index);
    let mut net = S::zero();
    for (source, output) in heat.sources.iter().zip(outputs) {
        p[source.share] = sent.divides(output);
        let SourceKind::Boiler(boiler) = &source.kind else { continue };
        if !boiler.capacity_known {
            let tonnes = output / S::constant(boiler.tonne_heat);
            p[boiler.capacity] = tonnes / p[plant.hours];
        }
        if let Some(turbine) = &boiler.turbine {
            p[turbine.power_to_heat] = output.divides(p[turbine.gross]);
            p[turbine.own_per_heat] = output.divides(p[turbine.own_use]);
            net = net + p[turbine.gross] - p[turbine.own_use];
        }
    }
    // A use's share of the heat sent includes its part of the condensate that is not returned.
    let with_condensate = S::one() + (S::one() - p[heat.return_base]) * p[heat.condensate_heat];
    for use_ in &heat.uses {
        p[use_.heat] = p[use_.share] * sent / with_condensate;
    }
    p[heat.pipe_loss] = p[heat.pipe_share] * sent;
    p[heat.trap_loss] = p[heat.trap_share] * sent;
    (net, steam)
}

fn solve_electricity<S: Scalar>(plant: &Plant, own: S, p: &mut Params<S>) {
    let total = (bill_energy(plant, plant.electricity, p) + own).label(Step::SiteTotal, 0);
    let size = |size: Size, p: &Params<S>| match size {
        Size::Given(slot) => p[slot],
        Size::Share(slot) => p[slot] * total,
        Size::Rest => S::zero(),
    };
    let listed = sum(plant.electric.iter().map(|e| size(e.size, p)));
    let scale = if plant.scale_list { listed.divides(total) } else { S::one() };
    let mut given = S::zero();
    for node in &plant.electric {
        if node.size != Size::Rest {
            let energy = size(node.size, p) * scale;
            p[node.energy] = energy;
            given = given + energy;
        }
    }
    for node in plant.electric.iter().filter(|e| e.size == Size::Rest) {
        p[node.energy] = (total - given).max(S::zero());
    }
}
