//! Variable-speed compressor, or a sequencer with one.
//!
//! # Method
//! share of full-load power at load L: (1 − c) + c L for the old control, where c is the share
//! of a flow reduction that it turns into power (modulation 0.3 L + 0.7, load-unload near
//! 0.5 L + 0.5, blow-off 1), and the measured curve of a variable-speed machine; afterwards the
//! station follows its flow as variable speed does
//!
//! # Applies to
//! compressor stations that do not run at variable speed yet
//!
//! # Overlaps
//! leaks, nozzles and intake air save more behind it, because the control then follows the flow
//!
//! # Limits
//! at full load a variable-speed machine takes 5 % more than a fixed one; below a fifth of its
//! flow it takes no less
//!
//! # Sources
//! `measure_params.csv`, `compressor_vsd.*`, `compressed_air_leaks.control_factor_vsd`; part-load
//! curves: `data/formulas.md` (Lehigh templates)

use super::{Context, Missing, power, stations};
use crate::data::MeasureId;
use crate::edit::Edits;
use crate::plant::{Air, Electric, Plant};
use crate::scalar::Scalar;
use crate::step::Step;

/// Share of full-load power at 20, 25 … 100 % of flow.
const CURVE: [f64; 17] =
    [0.25, 0.28, 0.33, 0.38, 0.42, 0.47, 0.52, 0.57, 0.61, 0.65, 0.70, 0.75, 0.80, 0.85, 0.90, 0.95, 1.05];
const FIRST: f64 = 0.20;
const STEP: f64 = 0.05;

fn fixed_speed(plant: &Plant) -> impl Iterator<Item = (&Electric, &Air)> {
    stations(plant).filter(|(_, air)| !air.variable)
}

pub(super) fn missing(plant: &Plant) -> Option<Missing> {
    if stations(plant).next().is_none() {
        return Some(Missing::CompressedAir);
    }
    fixed_speed(plant).next().is_none().then_some(Missing::FixedSpeedCompressors)
}

/// The variable-speed curve, straight between its points and flat below the first: a hinge where
/// the slope changes, so that the curve has one slope at every point.
fn curve<S: Scalar>(load: S) -> S {
    let mut value = S::constant(CURVE.first().copied().unwrap_or(0.0));
    let mut slope = 0.0;
    for (place, pair) in CURVE.windows(2).enumerate() {
        if let [low, high] = pair {
            let next = (high - low) / STEP;
            let beyond = (load - S::constant(FIRST + STEP * place as f64)).max(S::zero());
            value = value + beyond * S::constant(next - slope);
            slope = next;
        }
    }
    value
}

/// Share of full-load power that the old control takes at this load.
fn before<S: Scalar>(cx: &Context<'_, S>, air: &Air) -> S {
    S::one() - cx.p[air.control] * (S::one() - cx.param("load").min(S::one()))
}

/// kW at full load: the nameplate, or what the stations draw over their share of it.
pub(super) fn size(cx: &Context<'_, f64>) -> f64 {
    let nameplate = cx.param("full_load_power");
    if nameplate > 0.0 {
        return nameplate;
    }
    fixed_speed(cx.plant).map(|(e, air)| power(cx, core::iter::once(e)) / before(cx, air).max(FIRST)).sum()
}

pub(super) fn edits<S: Scalar>(cx: &Context<'_, S>, out: &mut Edits<S>) {
    let follows = MeasureId::CompressedAirLeaks.param("control_factor_vsd").and_then(|(_, row)| row.default);
    let follows = S::constant(follows.unwrap_or(1.0));
    let after = curve(cx.param("load").min(S::one())).label(Step::PartLoadAfter, 0);
    for (station, air) in fixed_speed(cx.plant) {
        let before = before(cx, air).max(S::constant(FIRST)).label(Step::PartLoad, 0);
        out.scale(station.drive, cx.covered((after / before).label(Step::PowerRatio, 0)));
        let now = cx.p[air.control];
        out.set(air.control, now + cx.coverage() * (follows - now));
    }
}
