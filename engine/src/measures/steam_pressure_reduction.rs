//! Lower steam pressure.
//!
//! # Method
//! flue gas follows the saturation temperature (IAPWS-IF97), so the stack loss falls; pipes lose in
//! proportion to their temperature above the air, failed traps in proportion to absolute pressure
//!
//! # Applies to
//! steam systems; boilers that drive a turbine keep their own pressure
//!
//! # Overlaps
//! with economizer and oxygen trim through the stack-loss formula, with insulation and trap repair
//! through the losses
//!
//! # Limits
//! not below what the process and the pipes need; not below atmospheric pressure. Less flash steam and
//! the larger heat of evaporation are left out
//!
//! # Sources
//! `measure_params.csv`, `steam_pressure_reduction.*`

use super::furnace::AMBIENT;
use super::reference::boiler_units;
use super::{Context, Missing, steam_systems};
use crate::edit::Edits;
use crate::plant::{Heat, Plant, Service, SourceKind};
use crate::scalar::Scalar;
use crate::steam::saturation_temperature;
use crate::step::Step;

/// MPa in a bar.
const BAR: f64 = 0.1;
/// MPa.
const ATMOSPHERE: f64 = 0.101_325;

pub(super) fn missing(plant: &Plant) -> Option<Missing> {
    steam_systems(plant).next().is_none().then_some(Missing::Steam)
}

/// Steam systems, those with more than ten tonnes of steam an hour as several.
pub(super) fn size(cx: &Context<'_, f64>) -> f64 {
    let boilers = boiler_units(cx, |heat, s, _| !s.dormant && heat.service == Service::Steam);
    boilers.max(steam_systems(cx.plant).count() as f64)
}

/// Saturation before and after, degC, and absolute pressure after over before.
fn states<S: Scalar>(cx: &Context<'_, S>, heat: &Heat) -> (S, S, S) {
    let before = cx.p[heat.pressure];
    let after = (before - cx.param("pressure_drop") * S::constant(BAR)).max(S::zero()).min(before);
    let absolute = |gauge: S| gauge + S::constant(ATMOSPHERE);
    (
        saturation_temperature(before).label(Step::SteamTemperature, 0),
        saturation_temperature(after).label(Step::SteamTemperatureAfter, 0),
        absolute(after) / absolute(before),
    )
}

pub(super) fn edits<S: Scalar>(cx: &Context<'_, S>, out: &mut Edits<S>) {
    let ambient = S::constant(AMBIENT);
    for heat in steam_systems(cx.plant) {
        let (hot, cooler, pressure) = states(cx, heat);
        out.scale(heat.pipe_factor, cx.covered((cooler - ambient) / (hot - ambient)));
        out.scale(heat.trap_factor, cx.covered(pressure));
        for source in &heat.sources {
            if let SourceKind::Boiler(boiler) = &source.kind
                && boiler.turbine.is_none()
            {
                out.add(boiler.stack.temperature, (cooler - hot) * cx.coverage());
            }
        }
    }
}
