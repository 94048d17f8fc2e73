//! From demand to purchase: the one function everything else follows from.
//!
//! Order of evaluation, each stage using only earlier ones: electricity uses and compressed air
//! → cooling (with the heat those uses no longer give off) → water → engines → recovered heat,
//! limited by its sink → heat systems, their losses and sources → direct-fired heat → fleets →
//! generation → purchased carriers → emissions after stack cleaning → cost.
//!
//! Total and allocation-free once [`Flows`] exists: any lowered plant evaluates.

use crate::flows::Flows;
use crate::impacts;
use crate::plant::{Air, Boiler, Cooling, Electric, Fired, Heat, Params, Plant, SourceKind, Special, Stack};
use crate::scalar::{Scalar, sum};
use crate::step::Step;

/// GJ in a kilowatt-hour, by definition.
pub const GJ_PER_KWH: f64 = 0.0036;

/// Evaluates the plant; every figure of a year ends in `out`.
pub fn evaluate<S: Scalar>(plant: &Plant, p: &Params<S>, out: &mut Flows<S>) {
    electricity_uses(plant, p, out);
    water(plant, p, out);
    engines(plant, p, out);
    heat_systems(plant, p, out);
    fired(plant, p, out);
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

fn electricity_uses<S: Scalar>(plant: &Plant, p: &Params<S>, out: &mut Flows<S>) {
    for (index, (node, kwh)) in plant.electric.iter().zip(&mut out.electric).enumerate() {
        let used = match &node.special {
            Special::Air(air) => served(node, p) * air_factor(air, p).label(Step::AirFlow, index),
            Special::None | Special::Treatment => served(node, p),
            Special::Cooling(_) => S::zero(),
        };
        *kwh = (used + p[node.added]).label(Step::ElectricUse, index);
    }
    for (index, node) in plant.electric.iter().enumerate() {
        if let Special::Cooling(cooling) = &node.special {
            let load = cooling_load(node, cooling, plant, p, &out.electric).label(Step::CoolingLoad, index);
            let kwh = (load / p[cooling.cop] + p[node.added]).label(Step::ElectricUse, index);
            if let Some(place) = out.electric.get_mut(index) {
                *place = kwh;
            }
        }
    }
}

/// Power of a compressor station relative to the base case.
///
/// Flow: useful air plus leaks; leaks grow with absolute pressure. A smaller flow saves only the
/// part the control turns into power. Work of compression per flow follows the pressure ratio,
/// `(((p+a)/a)^c − 1)`.
pub(crate) fn air_factor<S: Scalar>(air: &Air, p: &Params<S>) -> S {
    let one = S::one();
    let useful = one - p[air.leak_base];
    let pressure = (p[air.pressure] + p[air.ambient]) / (p[air.pressure_base] + p[air.ambient]);
    let leaks = p[air.leak] / (one - p[air.leak]) * pressure;
    let flow = useful * (one + leaks);
    let work = |gauge: S| ((gauge + p[air.ambient]) / p[air.ambient]).powf(p[air.exponent]) - one;
    (one - p[air.control] * (one - flow)) * (work(p[air.pressure]) / work(p[air.pressure_base]))
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
    for (index, (use_, kwh)) in plant.electric.iter().zip(&mut out.electric).enumerate() {
        if matches!(use_.special, Special::Treatment) {
            *kwh = (*kwh * p[node.demand]).label(Step::ElectricUse, index);
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

fn heat_systems<S: Scalar>(plant: &Plant, p: &Params<S>, out: &mut Flows<S>) {
    let (mut pool, engines) = recoverable(plant, p, out);
    // Which warm water is used is not told: every offer is taken in the same proportion.
    let of_engines = engines / pool.max(S::constant(NO_WARM_WATER));
    let mut source_index = 0;
    let mut makeup = S::zero();
    for (index, heat) in plant.heat.iter().enumerate() {
        let asked = sum(heat.uses.iter().map(|u| p[u.heat] * p[u.demand]));
        let sink = sum(heat.uses.iter().map(|u| p[u.heat] * p[u.demand] * p[u.preheatable]));
        // Recovered heat cannot exceed the cold water there is to heat.
        let recovered = pool.min(sink).label(Step::RecoveredHeat, index);
        pool = pool - recovered;
        let used = (asked - recovered).label(Step::HeatUse, index);
        let lost = used * (S::one() - p[heat.condensate_return]) * p[heat.condensate_heat];
        let lost = lost.label(Step::CondensateLoss, index);
        let losses = p[heat.pipe_loss] * p[heat.pipe_factor] + p[heat.trap_loss] * p[heat.trap_factor];
        let losses = losses.label(Step::HeatLoss, index);
        let needed = (used + lost + losses).label(Step::HeatNeeded, index);
        makeup = makeup + used * (S::one() - p[heat.condensate_return]) * p[heat.steam_water];
        set(&mut out.heat_recovered, index, recovered);
        set(&mut out.engine_water, index, recovered * of_engines);
        set(&mut out.heat_needed, index, needed);

        let mut steam = S::zero();
        for &engine in &heat.engines {
            if let Some(node) = plant.engines.get(engine)
                && let Some(&fuel) = out.burner.get(node.burner)
            {
                steam = steam + fuel * p[node.steam_share];
            }
        }
        let from_engines = steam.min(needed).label(Step::EngineSteam, index);
        set(&mut out.engine_steam, index, from_engines);
        let rest = needed - from_engines;
        sources(heat, p, rest, source_index, out);
        source_index += heat.sources.len();
    }
    out.makeup = makeup;
}

fn sources<S: Scalar>(heat: &Heat, p: &Params<S>, rest: S, first: usize, out: &mut Flows<S>) {
    for (offset, source) in heat.sources.iter().enumerate() {
        let index = first + offset;
        let duty = (rest * p[source.share]).label(Step::SourceHeat, index);
        set(&mut out.source, index, duty);
        match &source.kind {
            SourceKind::Boiler(boiler) => {
                let (raised, gross, own) = raised(boiler, p, duty);
                let fuel = raised / efficiency(boiler, p, index);
                set(&mut out.burner, boiler.burner, fuel.label(Step::BoilerFuel, index));
                set(&mut out.turbine, index, gross);
                set(&mut out.station_use, index, own);
            }
            SourceKind::Purchased { .. } => {}
        }
    }
}

/// Heat a boiler must raise for a duty, with blowdown and the work of its turbine; and the
/// turbine's gross generation and the power station's own use, kWh.
fn raised<S: Scalar>(boiler: &Boiler, p: &Params<S>, duty: S) -> (S, S, S) {
    let bled = S::one() + p[boiler.blowdown];
    match &boiler.turbine {
        None => (duty * bled, S::zero(), S::zero()),
        Some(turbine) => {
            let gross = duty * p[turbine.power_to_heat];
            let work = gross * S::constant(GJ_PER_KWH) / p[turbine.efficiency];
            ((duty + work) * bled, gross, duty * p[turbine.own_per_heat])
        }
    }
}

/// Boiler efficiency on net calorific value: one less stack, shell, unburnt and other losses.
pub(crate) fn efficiency<S: Scalar>(boiler: &Boiler, p: &Params<S>, index: usize) -> S {
    let losses = stack_loss(&boiler.stack, p).label(Step::StackLoss, index)
        + p[boiler.shell_loss]
        + p[boiler.unburnt_loss]
        + p[boiler.other_loss];
    (S::one() - losses).label(Step::BoilerEfficiency, index)
}

/// Siegert: `(T_flue − T_air) (A / (21 − O2) + B) / 100`, with the flue gas cooled by an
/// economizer towards the feedwater but not below its minimum temperature.
pub(crate) fn stack_loss<S: Scalar>(stack: &Stack, p: &Params<S>) -> S {
    let hot = p[stack.temperature];
    let cooled = p[stack.economizer] * (hot - p[stack.feedwater_temperature]).max(S::zero());
    let room = (hot - p[stack.minimum_temperature]).max(S::zero());
    let flue = hot - cooled.min(room);
    let slope = p[stack.siegert_a] / (S::constant(21.0) - p[stack.oxygen]) + p[stack.siegert_b];
    (flue - p[stack.air_temperature]).max(S::zero()) * slope * S::constant(0.01)
}

fn fired<S: Scalar>(plant: &Plant, p: &Params<S>, out: &mut Flows<S>) {
    for (index, node) in plant.fired.iter().enumerate() {
        let fuel = fired_fuel(node, p).label(Step::FiredFuel, index);
        set(&mut out.burner, node.burner, fuel);
    }
    for (index, node) in plant.fleets.iter().enumerate() {
        let fuel = (p[node.fuel] * p[node.demand]).label(Step::FleetFuel, index);
        set(&mut out.burner, node.burner, fuel);
    }
}

/// Fuel of a direct-fired use: what it needs less what its exhaust gives back to the fresh air.
fn fired_fuel<S: Scalar>(node: &Fired, p: &Params<S>) -> S {
    let need = p[node.fuel] * p[node.demand];
    let offered = p[node.exhaust_heat] * p[node.demand] * p[node.recovery];
    // The fresh air cannot take up more heat than the burner gives to the process.
    let recovered = offered.min(need * p[node.efficiency]);
    need - recovered / p[node.efficiency] + p[node.added]
}

fn generation_and_purchase<S: Scalar>(plant: &Plant, p: &Params<S>, out: &mut Flows<S>) {
    let turbines = sum(out.turbine.iter().copied());
    let engines = sum(out.engine_power.iter().copied());
    let solar = &plant.solar;
    let standing = p[solar.capacity] * p[solar.yield_base];
    let added = p[solar.added] * p[solar.added_yield];
    let sun = (standing + added).label(Step::SolarGeneration, 0);
    let own_use = sum(out.station_use.iter().copied());
    let site = sum(out.electric.iter().copied()) + own_use + out.reuse_energy;
    let site = site.label(Step::SiteElectricity, 0);
    let own = turbines + engines + standing + added * p[solar.self_use];
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
            if let SourceKind::Purchased { carrier, .. } = source.kind
                && let (Some(total), Some(&duty)) = (out.carrier.get_mut(carrier), out.source.get(index))
            {
                *total = *total + duty;
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
