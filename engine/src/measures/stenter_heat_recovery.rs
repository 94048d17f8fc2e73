//! Stenter exhaust heat recovery to the fresh air.
//!
//! # Method
//! exhaust heat = n V ρ c (T_exhaust − T_fresh) h with ρ = 353 / (273 + T);
//! the exchanger gives back its effectiveness of it, at most what the burner gives; the fan works
//! against the exchanger's pressure drop
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
    stenters(cx.plant).map(|f| f.machines.unwrap_or(1.0)).sum()
}

/// Number, flow, temperature and hours of the exhaust.
fn exhaust<S: Scalar>(cx: &Context<'_, S>, fired: &Fired) -> (S, S, S, S) {
    match &fired.exhaust {
        Some(e) => (cx.p[e.count], cx.p[e.flow], cx.p[e.temperature], cx.p[e.hours]),
        None => (
            S::constant(fired.machines.unwrap_or(1.0)),
            cx.param("exhaust_flow"),
            cx.param("exhaust_temperature"),
            cx.param("hours"),
        ),
    }
}

/// Heat in the exhaust above fresh air, GJ a year.
fn exhaust_heat<S: Scalar>(cx: &Context<'_, S>, fired: &Fired) -> S {
    let (count, flow, temperature, hours) = exhaust(cx, fired);
    air_heat(count * flow * hours, temperature, cx.param("fresh_temperature"))
}

/// Heat of a volume of warm air above fresh air, GJ.
pub(super) fn air_heat<S: Scalar>(volume: S, temperature: S, fresh: S) -> S {
    let density = S::constant(AIR_DENSITY_KELVIN) / (temperature + S::constant(273.15));
    let lift = (temperature - fresh).max(S::zero());
    volume * density * S::constant(AIR_HEAT) * lift * S::constant(1e-6)
}

pub(super) fn edits<S: Scalar>(cx: &Context<'_, S>, out: &mut Edits<S>) {
    for fired in stenters(cx.plant) {
        out.set(fired.exhaust_heat, exhaust_heat(cx, fired));
        out.set(fired.recovery, cx.param("effectiveness") * cx.coverage());
        let (count, flow, _, hours) = exhaust(cx, fired);
        out.add(cx.plant.auxiliary, count * flow * hours * fan_energy(cx) * cx.coverage());
    }
}
