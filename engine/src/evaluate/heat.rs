//! Heat systems: recovered heat and its sinks, losses, heat pumps, boilers and what follows them.

use super::{GJ_PER_KWH, NO_WARM_WATER, recoverable, set};
use crate::flows::Flows;
use crate::plant::{Boiler, Condenser, Heat, Params, Plant, SourceKind, Stack};
use crate::scalar::{Scalar, sum};
use crate::step::Step;

/// GJ per m3 and kelvin of water.
const WATER_HEAT: f64 = 0.004_187;

pub(super) fn heat_systems<S: Scalar>(plant: &Plant, p: &Params<S>, out: &mut Flows<S>) {
    let (mut pool, engines) = recoverable(plant, p, out);
    // Which warm water is used is not told: every offer is taken in the same proportion.
    let of_engines = engines / pool.max(S::constant(NO_WARM_WATER));
    let mut source_index = 0;
    let (mut makeup, mut pumps) = (S::zero(), S::zero());
    for (index, heat) in plant.heat.iter().enumerate() {
        let asked = sum(heat.uses.iter().map(|u| p[u.heat] * p[u.demand])) + p[heat.added];
        let sink = sum(heat.uses.iter().map(|u| p[u.heat] * p[u.demand] * p[u.preheatable]));
        // Recovered heat cannot exceed the cold water there is to heat.
        let recovered = pool.min(sink).label(Step::RecoveredHeat, index);
        pool = pool - recovered;
        // Heat pumps warm what heat that costs nothing has left cold.
        let preheated = (sink - recovered) * p[heat.pump.preheat];
        let used = (asked - recovered - preheated).label(Step::HeatUse, index);
        let lost = used * (S::one() - p[heat.condensate_return]) * p[heat.condensate_heat];
        let lost = lost.label(Step::CondensateLoss, index);
        let losses = p[heat.pipe_loss] * p[heat.pipe_factor] + p[heat.trap_loss] * p[heat.trap_factor];
        let losses = losses.label(Step::HeatLoss, index);
        let needed = (used + lost + losses).label(Step::HeatNeeded, index);
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
        let pumped = (needed - from_engines) * p[heat.pump.supply];
        pumps = pumps + (preheated + pumped) / (p[heat.pump.cop] * S::constant(GJ_PER_KWH));
        let rest = needed - from_engines - pumped;
        let cold = Cold {
            water: used * (S::one() - p[heat.condensate_return]) * p[heat.steam_water],
            preheat: (sink - recovered - preheated) * (S::one() - p[heat.pump.supply]),
        };
        makeup = makeup + sources(heat, p, rest, &cold, source_index, out);
        source_index += heat.sources.len();
    }
    out.makeup = makeup;
    out.auxiliary_energy = out.auxiliary_energy + pumps.label(Step::HeatPump, 0);
}

/// What flue gas below its dew point can still warm: make-up water for the steam that does not
/// return, m3, and cold water of the uses, GJ.
struct Cold<S> {
    water: S,
    preheat: S,
}

/// Heat of the blowdown per heat raised, and what comes back from it to the make-up water.
fn bleed<S: Scalar>(heat: &Heat, p: &Params<S>) -> (S, S) {
    let let_down = p[heat.bleed.heat] * p[heat.bleed.factor];
    // Make-up replaces the condensate that is lost and the blowdown itself.
    let water = S::one() - p[heat.condensate_return] + p[heat.bleed.share] * p[heat.bleed.factor];
    (let_down, (let_down * p[heat.bleed.recovery]).min(p[heat.bleed.sink] * water))
}

/// Make-up for the blowdown, m3 per GJ raised.
fn bleed_water<S: Scalar>(heat: &Heat, p: &Params<S>) -> S {
    p[heat.steam_heat].divides(p[heat.bleed.share] * p[heat.bleed.factor])
}

/// Runs the sources of a system for the heat asked of them; returns its make-up water, m3.
fn sources<S: Scalar>(
    heat: &Heat,
    p: &Params<S>,
    rest: S,
    cold: &Cold<S>,
    first: usize,
    out: &mut Flows<S>,
) -> S {
    let (let_down, returned) = bleed(heat, p);
    let mut steam = S::zero();
    for (offset, source) in heat.sources.iter().enumerate() {
        let index = first + offset;
        let duty = (rest * p[source.share]).label(Step::SourceHeat, index);
        set(&mut out.source, index, duty);
        if let SourceKind::Boiler(boiler) = &source.kind {
            let (raised, gross, own) = raised(boiler, p, duty);
            steam = steam + raised;
            set(&mut out.turbine, index, gross);
            set(&mut out.station_use, index, own);
            // Until the fuel is known, its place holds the heat to be raised.
            set(&mut out.burner, boiler.burner, raised * (S::one() + let_down - returned));
        }
    }
    let water = cold.water + steam * bleed_water(heat, p);
    let mut taken = steam * returned;
    for (offset, source) in heat.sources.iter().enumerate() {
        if let SourceKind::Boiler(boiler) = &source.kind
            && let Some(place) = out.burner.get_mut(boiler.burner)
        {
            let condenser = &boiler.stack.condenser;
            let efficiency = efficiency(boiler, p, first + offset);
            let lift = (p[condenser.dew_point] - p[heat.makeup_temperature]).max(S::zero());
            let room = cold.preheat + water * S::constant(WATER_HEAT) * lift - taken;
            let raised = *place;
            let with = raised / (efficiency + condensed(&boiler.stack, condenser, p));
            // What finds no cold water leaves by the chimney as before.
            let fuel = with.max((raised - room.max(S::zero())) / efficiency);
            taken = taken + raised - fuel * efficiency;
            *place = fuel.label(Step::BoilerFuel, first + offset);
        }
    }
    water
}

/// Heat a boiler must raise for a duty with the work of its turbine; and the turbine's gross
/// generation and the power station's own use, kWh.
fn raised<S: Scalar>(boiler: &Boiler, p: &Params<S>, duty: S) -> (S, S, S) {
    match &boiler.turbine {
        None => (duty, S::zero(), S::zero()),
        Some(turbine) => {
            let gross = duty * p[turbine.power_to_heat];
            let work = gross * S::constant(GJ_PER_KWH) / p[turbine.efficiency];
            (duty + work, gross, duty * p[turbine.own_per_heat])
        }
    }
}

/// Boiler efficiency on net calorific value: one less stack, shell, unburnt and other losses.
pub(crate) fn efficiency<S: Scalar>(boiler: &Boiler, p: &Params<S>, index: usize) -> S {
    let losses = stack_loss(&boiler.stack, p, index).label(Step::StackLoss, index)
        + p[boiler.shell_loss]
        + p[boiler.unburnt_loss]
        + p[boiler.other_loss];
    (S::one() - losses).label(Step::BoilerEfficiency, index)
}

/// Siegert's loss for each kelvin: `(A / (21 − O2) + B) / 100`.
pub(crate) fn loss_per_kelvin<S: Scalar>(stack: &Stack, p: &Params<S>) -> S {
    let slope = p[stack.siegert_a] / (S::constant(21.0) - p[stack.oxygen]) + p[stack.siegert_b];
    slope * S::constant(0.01)
}

/// Flue gas behind the boiler, cooled by an economizer towards the feedwater but not below its
/// minimum temperature, degC.
fn flue_temperature<S: Scalar>(stack: &Stack, p: &Params<S>) -> S {
    let hot = p[stack.temperature];
    let cooled = p[stack.economizer] * (hot - p[stack.feedwater_temperature]).max(S::zero());
    let room = (hot - p[stack.minimum_temperature]).max(S::zero());
    hot - cooled.min(room)
}

/// Siegert: `(T_flue − T_air) (A / (21 − O2) + B) / 100`.
pub(crate) fn stack_loss<S: Scalar>(stack: &Stack, p: &Params<S>, index: usize) -> S {
    let flue = flue_temperature(stack, p).label(Step::FlueTemperature, index);
    (flue - p[stack.air_temperature]).max(S::zero()) * loss_per_kelvin(stack, p)
}

/// Heat that a condensing economizer offers, per heat of the fuel: sensible heat down to its outlet and
/// the part of the vapour that condenses below the dew point.
fn condensed<S: Scalar>(stack: &Stack, node: &Condenser, p: &Params<S>) -> S {
    let outlet = p[node.outlet].max(p[stack.air_temperature]);
    let cooled = (flue_temperature(stack, p) - outlet).max(S::zero());
    let below = (p[node.dew_point] - outlet).max(S::zero()).divides(cooled).min(S::one());
    p[node.treated] * (cooled * loss_per_kelvin(stack, p) + p[node.latent] * below)
}
