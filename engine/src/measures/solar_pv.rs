//! Rooftop photovoltaics.
//!
//! # Method
//! generation = kWp × yield; the self-used part displaces grid electricity, the
//! rest is exported
//!
//! # Applies to
//! every site
//!
//! # Overlaps
//! sized on the roof, so it does not shrink with other measures; what the site
//! can no longer use is exported
//!
//! # Limits
//! yearly balance, no hourly match; first-year yield without degradation
//!
//! # Sources
//! `measure_params.csv`, `solar_pv.*`

use super::{Context, Missing};
use crate::edit::Edits;
use crate::plant::Plant;
use crate::scalar::Scalar;

/// Watt-peak in a kilowatt-peak: the cost is quoted per Wp.
const WP: f64 = 1000.0;
/// Share of the site's electricity that a first guess covers when no roof is given: the middle
/// of the screening range.
const GUESS: f64 = 0.1;

pub(super) fn missing(_: &Plant) -> Option<Missing> {
    None
}

/// Wp: the usable roof at the middle of the density range, else a tenth of the electricity.
pub(super) fn size(cx: &Context<'_, f64>) -> f64 {
    let density = cx.own.id.param("power_density").map_or(0.0, |(_, spec)| {
        f64::midpoint(spec.min.unwrap_or(0.0), spec.max.unwrap_or(0.0))
    });
    let roof = cx.p[cx.plant.solar.usable_roof];
    if roof > 0.0 {
        return roof * density * WP;
    }
    let site: f64 = cx.plant.electric.iter().map(|e| cx.p[e.energy]).sum();
    (GUESS * site / cx.param("yield").max(1.0)).round() * WP
}

pub(super) fn edits<S: Scalar>(cx: &Context<'_, S>, out: &mut Edits<S>) {
    let solar = &cx.plant.solar;
    out.add(solar.added, cx.size() * S::constant(1.0 / WP) * cx.coverage());
    out.set(solar.added_yield, cx.param("yield"));
    out.set(solar.self_use, cx.param("self_use"));
}
