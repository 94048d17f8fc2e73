//! Compressed-air leak survey and repair.
//!
//! # Method
//! useful air stays; leaks fall to the new share of output; the control turns only
//! part of the smaller flow into power
//!
//! # Applies to
//! compressed-air stations
//!
//! # Overlaps
//! with pressure reduction: leaks grow with absolute pressure
//!
//! # Limits
//! leaks form again: survey every year
//!
//! # Sources
//! `measure_params.csv`, `compressed_air_leaks.*`

use super::{Context, Missing, power, stations};
use crate::edit::Edits;
use crate::plant::Plant;
use crate::scalar::Scalar;
use crate::step::Step;

pub(super) fn missing(plant: &Plant) -> Option<Missing> {
    stations(plant).next().is_none().then_some(Missing::CompressedAir)
}

/// kW per m3/min; the air one leak takes, m3/min: a hole of 1/16 inch at 100 psi passes 6.5 cfm
/// (case C-52; another table says 3.8).
const LEAK_FLOW: f64 = 0.184;

/// Air that the compressors give and that is lost through leaks today, m3/min.
fn flows<'a>(cx: &'a Context<'_, f64>) -> impl Iterator<Item = (f64, f64)> + 'a {
    stations(cx.plant).map(|(station, air)| {
        let flow = power(cx, core::iter::once(station)) / cx.param("specific_power_screw");
        (flow, flow * cx.p[air.leak_base])
    })
}

/// Leaks to repair: what is lost today over the flow of a typical hole.
pub(super) fn size(cx: &Context<'_, f64>) -> f64 {
    flows(cx).map(|(_, lost)| (lost / LEAK_FLOW).ceil()).sum()
}

pub(super) fn sizing(cx: &Context<'_, f64>) -> Vec<(Step, f64)> {
    vec![
        (Step::AirDelivered, flows(cx).map(|(flow, _)| flow).sum()),
        (Step::LeakFlow, flows(cx).map(|(_, lost)| lost).sum()),
        (Step::FlowPerLeak, LEAK_FLOW),
    ]
}

pub(super) fn edits<S: Scalar>(cx: &Context<'_, S>, out: &mut Edits<S>) {
    for (_, air) in stations(cx.plant) {
        let now = cx.p[air.leak_base];
        let after = now.min(cx.param("leak_share_after"));
        out.set(air.leak, now - cx.coverage() * (now - after));
    }
}
