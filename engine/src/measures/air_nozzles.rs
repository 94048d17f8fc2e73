//! Engineered nozzles instead of open pipes, blowers instead of compressed air.
//!
//! # Method
//! the air used for blowing falls to the new share of flow; the control turns only part of the
//! smaller flow into power
//!
//! # Applies to
//! compressed-air stations
//!
//! # Overlaps
//! leaks stay; with lower pressure and variable speed the effects are computed together
//!
//! # Limits
//! none behind a control that blows off
//!
//! # Sources
//! `measure_params.csv`, `air_nozzles.*`

use super::{Context, Missing, power, stations};
use crate::edit::Edits;
use crate::plant::Plant;
use crate::scalar::Scalar;

/// kW per m3/min of free air, lubricated screw: 20 kW per 100 scfm.
const SPECIFIC_POWER: f64 = 7.06;
/// Free air that an open pipe of 4 mm takes at 7 bar absolute, m3/min: choked flow
/// 0.0404 A p ÷ √T is 0.0208 kg/s. Sizing only.
const OPEN_PIPE: f64 = 1.04;

pub(super) fn missing(plant: &Plant) -> Option<Missing> {
    stations(plant).next().is_none().then_some(Missing::CompressedAir)
}

/// Nozzles.
pub(super) fn size(cx: &Context<'_, f64>) -> f64 {
    stations(cx.plant)
        .map(|(station, air)| {
            let flow = power(cx, core::iter::once(station)) / SPECIFIC_POWER;
            let blown = flow * (1.0 - cx.p[air.leak_base]) * cx.param("blowing_share");
            (blown / OPEN_PIPE).ceil()
        })
        .sum()
}

pub(super) fn edits<S: Scalar>(cx: &Context<'_, S>, out: &mut Edits<S>) {
    let avoided = cx.param("blowing_share") * (S::one() - cx.param("flow_ratio")).max(S::zero());
    for (_, air) in stations(cx.plant) {
        out.scale(air.useful, cx.covered(S::one() - avoided));
    }
}
