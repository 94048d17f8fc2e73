//! From demand to purchase: the one function everything else follows from.
//!
//! Order of evaluation, each stage using only earlier ones: solvents → direct-fired heat and its flue
//! gas → fleets → electricity uses and compressed air → cooling (with the heat those uses no longer give
//! off, and the cold that flue gas makes) → water → engines → recovered heat, limited by its sink → heat
//! systems, their losses and sources → gas of effluent, limited by what the boilers burn → generation →
//! purchased carriers → emissions after stack cleaning → cost.
//!
//! Total and allocation-free once [`Flows`] exists: any lowered plant evaluates.

mod fired;
mod heat;

use crate::flows::Flows;
use crate::impacts;
use crate::plant::{Air, Cooling, Electric, Params, Plant, SolventNode, SourceKind, Special};
use crate::scalar::{Scalar, sum};
use crate::step::Step;
pub(crate) use heat::{efficiency, stack_loss};

/// GJ in a kilowatt-hour, by definition.
pub const GJ_PER_KWH: f64 = 0.0036;

/// Evaluates the plant; every figure of a year ends in `out`.
pub fn evaluate<S: Scalar>(plant: &Plant, p: &Params<S>, out: &mut Flows<S>) {
    solvents(plant, p, out);
    fired::fired(plant, p, out);
    electricity_uses(plant, p, out);
    water(plant, p, out);
    engines(plant, p, out);
    heat::heat_systems(plant, p, out);
    biogas(plant, p, out);
    generation_and_purchase(plant, p, out);
    impacts::impacts(plant, p, out);
}

/// `energy × demand × (1 + drive_share (drive − 1) + heat_share (heat − 1))`, without added load.
fn served<S: Scalar>(node: &Electric, p: &Params<S>) -> S {
    let mix = S::one()
        + p[node.drive_share] * (p[node.drive] - S::one())
        + p[node.heat_share] * (p[node.heat] - S::one());
    p[node.energy] * p[node.demand] * mix
}

/// The part of [`served`] that goes through drives.
fn served_drives<S: Scalar>(node: &Electric, p: &Params<S>) -> S {
    p[node.energy] * p[node.demand] * p[node.drive_share] * p[node.drive]
}

fn electricity_uses<S: Scalar>(plant: &Plant, p: &Params<S>, out: &mut Flows<S>) {
    for (index, (node, kwh)) in plant.electric.iter().zip(&mut out.electric).enumerate() {
        let used = match &node.special {
            Special::Air(air) => served(node, p) * air_factor(air, p, index).label(Step::AirFlow, index),
            Special::None | Special::Treatment => served(node, p),
            Special::Cooling(_) => S::zero(),
        };
        *kwh = (used + p[node.added]).label(Step::ElectricUse, index);
    }
    let mut cold = out.flue_heat * p[plant.absorption_cop] * S::constant(1.0 / GJ_PER_KWH);
    out.tower_water = S::zero();
    for (index, node) in plant.electric.iter().enumerate() {
        if let Special::Cooling(cooling) = &node.special {
            let load = cooling_load(node, cooling, plant, p, &out.electric).label(Step::CoolingLoad, index);
            // Chillers driven by flue heat come first, and cool no more than there is to cool.
            let by_heat = cold.min(load);
            cold = cold - by_heat;
            out.tower_water = out.tower_water + by_heat * p[cooling.absorption_water];
            let load = load - by_heat;
            let driven = load * (S::one() - p[cooling.free]) / p[cooling.cop];
            let free = load * p[cooling.free] * p[cooling.free_power];
            let driven = driven + by_heat * p[cooling.absorption_power];
            let kwh = (driven + free + p[node.added]).label(Step::ElectricUse, index);
            if let Some(place) = out.electric.get_mut(index) {
                *place = kwh;
            }
        }
    }
}

/// Power of a compressor station relative to the base case.
///
/// Flow: useful air plus leaks; leaks grow with absolute pressure, and cooler intake air fills the
/// same flow with less volume. A smaller flow saves only the part the control turns into power. Work of compression per flow follows the pressure ratio,
/// `(((p+a)/a)^c − 1)`.
pub(crate) fn air_factor<S: Scalar>(air: &Air, p: &Params<S>, index: usize) -> S {
    let one = S::one();
    let useful = one - p[air.leak_base];
    let pressure = (p[air.pressure] + p[air.ambient]) / (p[air.pressure_base] + p[air.ambient]);
    let leaks = (p[air.leak] / (one - p[air.leak]) * pressure).label(Step::AirLeaks, index);
    let flow = (useful * (p[air.useful] + leaks) * p[air.intake]).label(Step::AirVolume, index);
    let work = |gauge: S| ((gauge + p[air.ambient]) / p[air.ambient]).powf(p[air.exponent]) - one;
    let work = (work(p[air.pressure]) / work(p[air.pressure_base])).label(Step::AirWork, index);
    (one - p[air.control] * (one - flow)) * work
}

/// Heat a cooling plant carries away: its load less what other uses no longer give off.
fn cooling_load<S: Scalar>(node: &Electric, cooling: &Cooling, plant: &Plant, p: &Params<S>, now: &[S]) -> S {
    let mut load = served(node, p) * p[cooling.cop_base];
    for &(other, share) in &cooling.gains {
        if let (Some(source), Some(&kwh)) = (plant.electric.get(other), now.get(other)) {
            load = load - p[share] * (p[source.energy] - kwh);
        }
    }
    load.max(S::zero())
}

fn water<S: Scalar>(plant: &Plant, p: &Params<S>, out: &mut Flows<S>) {
    let Some(node) = &plant.water else { return };
    out.water_process = p[node.intake] * p[node.demand];
    // Treatment works on all effluent; what is reused is taken from its outlet.
    out.treated = p[node.effluent] * p[node.demand];
    out.reused = (out.water_process * p[node.reuse]).min(out.treated);
    out.effluent = (out.treated - out.reused).label(Step::Effluent, 0);
    let reuse_energy = out.reused * p[node.reuse_energy];
    // An anaerobic stage cannot remove more than there is, where that is known.
    let load = p[node.effluent] * p[node.cod_in] * p[node.load];
    let offered = p[node.anaerobic] * p[node.load];
    let limited = S::select(load, offered.min(load), offered);
    out.anaerobic = S::select(offered, limited, S::zero());
    // What it removes needs no air afterwards.
    let needed = (load - out.treated * p[node.cod_out]).max(S::zero());
    let spared = needed.divides(out.anaerobic).min(S::one());
    for (index, (use_, kwh)) in plant.electric.iter().zip(&mut out.electric).enumerate() {
        if matches!(use_.special, Special::Treatment) {
            // The drives of a treatment plant are its blowers: they follow the load, the rest the volume.
            let blowers = served_drives(use_, p);
            let aeration = blowers * (S::one() - spared) * p[node.load];
            *kwh = ((*kwh - blowers) * p[node.demand] + aeration).label(Step::ElectricUse, index);
        }
    }
    out.reuse_energy = reuse_energy;
}

fn engines<S: Scalar>(plant: &Plant, p: &Params<S>, out: &mut Flows<S>) {
    for (index, (node, power)) in plant.engines.iter().zip(&mut out.engine_power).enumerate() {
        *power = (p[node.capacity] * p[node.hours]).label(Step::OwnGeneration, index);
        let fuel =
            (*power * S::constant(GJ_PER_KWH) / p[node.electrical_efficiency]).label(Step::EngineFuel, index);
        if let Some(place) = out.burner.get_mut(node.burner) {
            *place = fuel;
        }
    }
}

/// Solvent recovered and burnt by new equipment; recovery takes electricity.
fn solvents<S: Scalar>(plant: &Plant, p: &Params<S>, out: &mut Flows<S>) {
    let (mut burnt, mut power) = (S::zero(), S::zero());
    for node in &plant.solvents {
        let emitted = emitted(node, p);
        let recovered = emitted * p[node.recovered];
        power = power + recovered * p[node.recovery_energy];
        burnt = burnt + (emitted - recovered) * p[node.burnt];
    }
    out.solvent_burnt = burnt;
    out.auxiliary_energy = p[plant.auxiliary] + power;
}

/// Solvent that leaves what stands today, kg.
pub(crate) fn emitted<S: Scalar>(node: &SolventNode, p: &Params<S>) -> S {
    let kept = S::one() - p[node.capture] * p[node.removal];
    p[node.mass] * S::constant(1000.0) * p[node.volatile] * kept * p[node.factor]
}

/// Below this, GJ, no warm water is offered; the divisor that shares it out stays above it.
const NO_WARM_WATER: f64 = 1e-9;

/// Warm water offered to preheating: effluent heat, compressors, engines; and what engines offer of it. GJ.
fn recoverable<S: Scalar>(plant: &Plant, p: &Params<S>, out: &Flows<S>) -> (S, S) {
    let mut pool = p[plant.effluent_heat];
    for (node, &kwh) in plant.electric.iter().zip(&out.electric) {
        if let Special::Air(air) = &node.special {
            pool = pool + kwh * p[air.heat_recovery] * S::constant(GJ_PER_KWH);
        }
    }
    let mut engines = S::zero();
    for node in &plant.engines {
        if let Some(&fuel) = out.burner.get(node.burner) {
            engines = engines + fuel * p[node.water_share];
        }
    }
    (pool + engines, engines)
}

/// Gas of an anaerobic stage takes the place of the boilers' own fuels, in proportion.
fn biogas<S: Scalar>(plant: &Plant, p: &Params<S>, out: &mut Flows<S>) {
    let Some(node) = &plant.water else { return };
    let boilers = || {
        plant.heat.iter().flat_map(|h| &h.sources).filter_map(|source| match &source.kind {
            SourceKind::Boiler(boiler) => Some(boiler.burner),
            SourceKind::Purchased { .. } => None,
        })
    };
    let burnt = sum(boilers().filter_map(|burner| out.burner.get(burner).copied()));
    let made = out.anaerobic * p[node.gas_yield];
    let used = S::select(made, made.min(burnt), S::zero());
    let part = burnt.divides(used);
    for burner in boilers() {
        if let Some(fuel) = out.burner.get_mut(burner) {
            let gas = *fuel * part;
            *fuel = *fuel - gas;
            set(&mut out.biogas, burner, gas);
        }
    }
    out.biogas_total = used;
    out.biogas_leak = out.anaerobic * p[node.gas_leak];
}

fn generation_and_purchase<S: Scalar>(plant: &Plant, p: &Params<S>, out: &mut Flows<S>) {
    let turbines = sum(out.turbine.iter().copied());
    let engines = sum(out.engine_power.iter().copied());
    let solar = &plant.solar;
    let standing = p[solar.capacity] * p[solar.yield_base];
    let extra = p[solar.added] * p[solar.added_yield];
    let sun = (standing + extra).label(Step::SolarGeneration, 0);
    for kwh in &mut out.electric {
        *kwh = *kwh * p[plant.lines];
    }
    let own_use = sum(out.station_use.iter().copied());
    let cleaning = sum(plant.burners.iter().zip(&out.burner).map(|(b, &fuel)| fuel * p[b.power]));
    out.auxiliary_energy = out.auxiliary_energy + cleaning;
    let added = out.reuse_energy + out.vehicle_energy + out.auxiliary_energy;
    let site = sum(out.electric.iter().copied()) + own_use + added;
    let site = site.label(Step::SiteElectricity, 0);
    let own = turbines + engines + standing + extra * p[solar.self_use];
    let used = own.min(site).label(Step::OwnGeneration, 0);
    out.solar = sun;
    out.site_electricity = site;
    out.own_used = used;
    out.exported = turbines + engines + sun - used;

    out.carrier.fill(S::zero());
    set(&mut out.carrier, plant.electricity, (site - used).label(Step::GridElectricity, 0));
    for (burner, &fuel) in plant.burners.iter().zip(&out.burner) {
        if let Some(total) = out.carrier.get_mut(burner.carrier) {
            *total = *total + fuel;
        }
    }
    let mut index = 0;
    for heat in &plant.heat {
        for source in &heat.sources {
            if let SourceKind::Purchased { carrier, delivery, .. } = source.kind
                && let (Some(total), Some(&duty)) = (out.carrier.get_mut(carrier), out.source.get(index))
            {
                *total = *total + duty * p[delivery];
            }
            index += 1;
        }
    }
    for (index, total) in out.carrier.iter_mut().enumerate() {
        *total = total.label(Step::CarrierEnergy, index);
    }
}

/// Writes into a row that was sized for this plant.
pub(crate) fn set<S>(row: &mut [S], index: usize, value: S) {
    if let Some(place) = row.get_mut(index) {
        *place = value;
    }
}
