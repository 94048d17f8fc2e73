//! Fine-bubble diffusers in place of coarse ones.
//!
//! # Method
//! power for the same oxygen falls with the ratio of aeration efficiencies, coarse to fine; it acts on
//! the blowers' share of the electricity of treatment
//!
//! # Applies to
//! electricity for wastewater treatment
//!
//! # Overlaps
//! multiplies with oxygen control; an anaerobic stage leaves less to aerate
//!
//! # Limits
//! fouling lowers the gain until the next cleaning; plants that have fine bubbles already save nothing
//!
//! # Sources
//! `measure_params.csv`, `fine_bubble_diffusers.*`; blowers' share: `aeration_do_control.aeration_share`

use super::{Context, Missing, electric_of, treated_per_day};
use crate::edit::Edits;
use crate::plant::{ElectricKind, Plant};
use crate::scalar::Scalar;
use crate::step::Step;

pub(super) fn missing(plant: &Plant) -> Option<Missing> {
    electric_of(plant, ElectricKind::Wastewater).next().is_none().then_some(Missing::Treatment)
}

/// Thousand m3 a day.
pub(super) fn size(cx: &Context<'_, f64>) -> f64 {
    treated_per_day(cx) / 1000.0
}

pub(super) fn edits<S: Scalar>(cx: &Context<'_, S>, out: &mut Edits<S>) {
    let power = (cx.param("aeration_coarse") / cx.param("aeration_fine")).min(S::one());
    let power = power.label(Step::PowerRatio, 0);
    for use_ in electric_of(cx.plant, ElectricKind::Wastewater) {
        out.scale(use_.drive, cx.covered(power));
    }
}
