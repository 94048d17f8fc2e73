//! Stenter exhaust heat recovery to the fresh air.
//!
//! # Method
//! exhaust heat = n V ρ c (T_exhaust − T_fresh) h with ρ = 353 / (273 + T);
//! the exchanger gives back its effectiveness of it, at most what the burner gives; the fan works
//! against the exchanger's pressure drop. Where neither the exhaust nor the number of stenters is known,
//! the screening share of their fuel is saved, and the fan moves the air that carries it
//!
//! # Applies to
//! direct-fired stenters
//!
//! # Overlaps
//! after exhaust humidity control; the recovered heat saves the stenter's own fuel
//!
//! # Limits
//! the fresh air is the sink: nothing is recovered beyond the burner's heat
//!
//! # Sources
//! `measure_params.csv`, `stenter_heat_recovery.*`; dry air 1.006 kJ/(kg K) and
//! 353 kg K/m3 from the ideal gas law at 101.325 kPa

use super::{Context, Missing, fan_energy};
use crate::edit::Edits;
use crate::plant::{Fired, FiredKind, Plant};
use crate::scalar::Scalar;
use crate::step::Step;

/// kJ/(kg K), dry air.
const AIR_HEAT: f64 = 1.006;
/// Density of air times absolute temperature at one atmosphere, kg K/m3.
const AIR_DENSITY_KELVIN: f64 = 353.0;

pub(super) fn stenters(plant: &Plant) -> impl Iterator<Item = &Fired> {
    plant.fired.iter().filter(|f| f.kind == FiredKind::Stenter)
}

pub(super) fn missing(plant: &Plant) -> Option<Missing> {
    stenters(plant).next().is_none().then_some(Missing::Stenter)
}

/// Stenters.
pub(super) fn size(cx: &Context<'_, f64>) -> f64 {
    super::furnace::machines(cx, stenters(cx.plant))
}

/// What can be known of the exhaust: its volume in m3 a year, its temperature, and the part of its heat
/// that comes back.
struct Exhaust<S> {
    volume: S,
    temperature: S,
    recovery: S,
}

fn exhaust<S: Scalar>(cx: &Context<'_, S>, fired: &Fired) -> Exhaust<S> {
    let recovery = cx.param("effectiveness");
    match (&fired.exhaust, fired.machines) {
        (Some(e), _) => Exhaust {
            volume: cx.p[e.count] * cx.p[e.flow] * cx.p[e.hours],
            temperature: cx.p[e.temperature],
            recovery,
        },
        (None, Some(count)) => Exhaust {
            volume: S::constant(count) * cx.param("exhaust_flow") * cx.param("hours"),
            temperature: cx.param("exhaust_temperature"),
            recovery,
        },
        (None, None) => {
            let temperature = cx.param("exhaust_temperature");
            let carried = air_heat(S::one(), temperature, cx.param("fresh_temperature"));
            let heat = cx.p[fired.fuel] * cx.p[fired.efficiency] * cx.param("saving_fraction");
            Exhaust { volume: (carried * recovery).divides(heat), temperature, recovery }
        }
    }
}

/// Heat of a volume of warm air above fresh air, GJ.
pub(super) fn air_heat<S: Scalar>(volume: S, temperature: S, fresh: S) -> S {
    let density = S::constant(AIR_DENSITY_KELVIN) / (temperature + S::constant(273.15));
    let lift = (temperature - fresh).max(S::zero());
    volume * density * S::constant(AIR_HEAT) * lift * S::constant(1e-6)
}

pub(super) fn edits<S: Scalar>(cx: &Context<'_, S>, out: &mut Edits<S>) {
    for fired in stenters(cx.plant) {
        let Exhaust { volume, temperature, recovery } = exhaust(cx, fired);
        let heat = air_heat(volume, temperature, cx.param("fresh_temperature"));
        out.set(fired.exhaust_heat, heat.label(Step::ExhaustHeat, fired.burner));
        out.set(fired.recovery, recovery * cx.coverage());
        out.add(cx.plant.auxiliary, volume * fan_energy(cx) * cx.coverage());
    }
}
