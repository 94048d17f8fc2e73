//! Control of dissolved oxygen in aerated basins, with variable-speed blowers.
//!
//! # Method
//! air for the same oxygen ∝ 1 ÷ (β Cs − DO): before to after (β Cs − DO₁) ÷ (β Cs − DO₂). The part of
//! the air saved that becomes power is the realisation; it acts on the blowers' share of the
//! electricity of treatment
//!
//! # Applies to
//! electricity for wastewater treatment
//!
//! # Overlaps
//! multiplies with fine bubbles; an anaerobic stage leaves less to aerate
//!
//! # Limits
//! none where the oxygen is already as low; the α factor cancels out, mixing may need more air than
//! oxygen does
//!
//! # Sources
//! `measure_params.csv`, `aeration_do_control.*`

use super::{Context, Missing, electric_of, treated_per_day};
use crate::edit::Edits;
use crate::plant::{ElectricKind, Plant};
use crate::scalar::Scalar;
use crate::step::Step;

/// Least oxygen deficit that air is driven by, mg/L.
const LEAST_DEFICIT: f64 = 0.1;

pub(super) fn missing(plant: &Plant) -> Option<Missing> {
    electric_of(plant, ElectricKind::Wastewater).next().is_none().then_some(Missing::Treatment)
}

/// Thousand m3 a day.
pub(super) fn size(cx: &Context<'_, f64>) -> f64 {
    treated_per_day(cx) / 1000.0
}

/// Air after to before.
fn air<S: Scalar>(cx: &Context<'_, S>) -> S {
    let saturation = cx.param("beta") * cx.param("saturation");
    let deficit = |oxygen: S| (saturation - oxygen).max(S::constant(LEAST_DEFICIT));
    (deficit(cx.param("do_before")) / deficit(cx.param("do_after"))).min(S::one())
}

pub(super) fn edits<S: Scalar>(cx: &Context<'_, S>, out: &mut Edits<S>) {
    let air = air(cx).label(Step::FlowRatio, 0);
    let power = (S::one() - cx.param("realisation") * (S::one() - air)).label(Step::PowerRatio, 0);
    for use_ in electric_of(cx.plant, ElectricKind::Wastewater) {
        out.scale(use_.drive, cx.covered(power));
    }
}
