//! Counter-current rinsing in several stages.
//!
//! # Method
//! rinse water of n stages in counter-current = drag-out × dilution ratio^(1/n) ÷ mixing efficiency.
//! With a known drag-out this stands against the rinse water of today; without one it stands against
//! one stage of the same quality, which needs drag-out × dilution ratio, and no more is saved than
//! the saving fraction seen in practice
//!
//! # Applies to
//! process water with a share for rinsing in single stages, in plating, circuit boards and textiles, or
//! where there are rectifiers
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

use super::{Context, Missing, electric_of};
use crate::data::MeasureId;
use crate::edit::Edits;
use crate::plant::{ElectricKind, Plant};
use crate::scalar::Scalar;
use crate::step::Step;

/// m3/h that a line rinses with. Sizing only.
const LINE: f64 = 1.0;
/// L in a cubic metre.
const LITRES: f64 = 1000.0;

pub(super) fn missing(plant: &Plant) -> Option<Missing> {
    if plant.water.is_none() {
        return Some(Missing::Water);
    }
    let rinses = MeasureId::CounterCurrentRinsing.spec().suits(plant.sector)
        || electric_of(plant, ElectricKind::Rectifiers).next().is_some();
    (!rinses).then_some(Missing::Rinsing)
}

/// Lines, each with its rinse water.
pub(super) fn size(cx: &Context<'_, f64>) -> f64 {
    let rinse = cx.plant.water.as_ref().map_or(0.0, |w| cx.p[w.intake]) * cx.param("rinse_share");
    (rinse / cx.p[cx.plant.hours].max(1.0) / LINE).ceil()
}

/// Water of the stages for each litre of drag-out.
fn per_drag_out<S: Scalar>(cx: &Context<'_, S>) -> S {
    let stages = cx.param("stages").max(S::one());
    let ratio = cx.param("dilution_ratio").max(S::one()).powf(S::one() / stages);
    (ratio / cx.param("mixing_efficiency")).label(Step::RinseRatio, 0)
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
    let left = left.label(Step::FlowRatio, 0);
    out.scale(water.demand, cx.covered(S::one() - cx.param("rinse_share") * (S::one() - left)));
}
