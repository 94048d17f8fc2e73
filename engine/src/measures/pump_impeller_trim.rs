//! Trimmed impellers on oversized pumps.
//!
//! # Method
//! affinity laws of a trimmed impeller: flow ~ D, head ~ D², so power ~ D³
//!
//! # Applies to
//! centrifugal pumps that run at one duty and are throttled
//!
//! # Overlaps
//! exclusive with the variable-speed drive on the same pump; multiplies with replacement
//!
//! # Limits
//! the laws hold down to four fifths of the diameter: a deeper trim counts as one fifth
//!
//! # Sources
//! `measure_params.csv`, `pump_impeller_trim.*`

use super::{Context, Missing, count, electric_of};
use crate::edit::Edits;
use crate::plant::{ElectricKind, Plant};
use crate::scalar::Scalar;
use crate::step::Step;

/// Least ratio of diameters that the affinity laws describe.
const LEAST_RATIO: f64 = 0.80;
/// Average power of a pump, kW, where pumps are not listed: those of the worked dyeing mill.
const COMMON_PUMP_KW: f64 = 41.0;

pub(super) fn missing(plant: &Plant) -> Option<Missing> {
    electric_of(plant, ElectricKind::Pumps).next().is_none().then_some(Missing::Pumps)
}

/// Pumps.
pub(super) fn size(cx: &Context<'_, f64>) -> f64 {
    count(cx, electric_of(cx.plant, ElectricKind::Pumps), COMMON_PUMP_KW)
}

pub(super) fn edits<S: Scalar>(cx: &Context<'_, S>, out: &mut Edits<S>) {
    let ratio = cx.param("diameter_ratio").max(S::constant(LEAST_RATIO)).min(S::one());
    for pump in electric_of(cx.plant, ElectricKind::Pumps) {
        out.scale(pump.drive, cx.covered(ratio.power(3).label(Step::PowerRatio, 0)));
    }
}
