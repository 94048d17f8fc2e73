//! Counter-current rinsing in several stages.
//!
//! # Method
//! rinse water of n stages in counter-current = drag-out × dilution ratio^(1/n) ÷ mixing efficiency.
//! With a known drag-out this stands against the rinse water of today; without one it stands against
//! one stage of the same quality, which needs drag-out × dilution ratio, and no more is saved than
//! the saving fraction seen in practice
//!
//! # Applies to
//! process water with a share for rinsing in single stages
//!
//! # Overlaps
//! before membrane reuse, which then has less effluent to work on
//!
//! # Limits
//! the load of the effluent stays and concentrates; room for more tanks and longer handling are not
//! counted
//!
//! # Sources
//! `measure_params.csv`, `counter_current_rinsing.*`; the formula is the usual mass balance of ideal
//! stages

use super::{Context, Missing};
use crate::edit::Edits;
use crate::plant::Plant;
use crate::scalar::Scalar;

/// L in a cubic metre.
const LITRES: f64 = 1000.0;

pub(super) fn missing(plant: &Plant) -> Option<Missing> {
    plant.water.is_none().then_some(Missing::Water)
}

/// Lines.
pub(super) fn size(_: &Context<'_, f64>) -> f64 {
    1.0
}

/// Water of the stages for each litre of drag-out.
fn per_drag_out<S: Scalar>(cx: &Context<'_, S>) -> S {
    let stages = cx.param("stages").max(S::one());
    cx.param("dilution_ratio").max(S::one()).powf(S::one() / stages) / cx.param("mixing_efficiency")
}

pub(super) fn edits<S: Scalar>(cx: &Context<'_, S>, out: &mut Edits<S>) {
    let Some(water) = &cx.plant.water else { return };
    let rinse = cx.p[water.intake] * cx.param("rinse_share");
    let stages = per_drag_out(cx);
    let drag_out = cx.param("drag_out") * cx.p[cx.plant.hours] * S::constant(1.0 / LITRES);
    let by_drag_out = rinse.divides(drag_out * stages);
    let by_stages =
        (stages / cx.param("dilution_ratio").max(S::one())).max(S::one() - cx.param("saving_fraction"));
    let left = S::select(drag_out, by_drag_out, by_stages).min(S::one());
    out.scale(water.demand, cx.covered(S::one() - cx.param("rinse_share") * (S::one() - left)));
}
