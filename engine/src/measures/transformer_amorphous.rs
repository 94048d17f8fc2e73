//! High-efficiency (amorphous) transformers.
//!
//! # Method
//! with nameplates: saved = n ((P₀ − P₀′) + (P_k − P_k′) β²) × 8,760 h, as a share of the site's
//! electricity; without: the screening share
//!
//! # Applies to
//! sites that own their transformer
//!
//! # Overlaps
//! multiplies with all that saves electricity
//!
//! # Limits
//! where the grid company meters behind its own transformer there is nothing to save; the
//! no-load part does not shrink with the load, which a share neglects
//!
//! # Sources
//! `measure_params.csv`, `transformer_amorphous.*`

use super::{Context, Missing};
use crate::edit::Edits;
use crate::plant::Plant;
use crate::scalar::{Scalar, sum};
use crate::step::Step;

const HOURS_OF_YEAR: f64 = 8760.0;
/// Power factor that turns kW into kVA where it is not known. Sizing only.
const POWER_FACTOR: f64 = 0.9;

pub(super) fn missing(_: &Plant) -> Option<Missing> {
    None
}

/// kVA that carry the average power at the load rate.
pub(super) fn size(cx: &Context<'_, f64>) -> f64 {
    super::average_power(cx) / POWER_FACTOR / cx.param("load_rate")
}

/// Share of the site's electricity that is no longer lost.
fn saved<S: Scalar>(cx: &Context<'_, S>) -> S {
    let load = cx.param("load_rate") * cx.param("load_rate");
    let loss = |no_load: &str, full: &str| cx.param(no_load) + cx.param(full) * load;
    let (old, new) = (loss("no_load_loss", "load_loss"), loss("no_load_loss_new", "load_loss_new"));
    let kw = (old - new).max(S::zero()) * cx.param("transformers") * S::constant(0.001);
    let kw = kw.label(Step::PowerSaved, 0);
    let site = sum(cx.plant.electric.iter().map(|e| cx.p[e.energy]));
    let by_nameplate = site.divides(kw * S::constant(HOURS_OF_YEAR)).min(S::one());
    // Both nameplates, or neither.
    let known = cx.param("no_load_loss").min(cx.param("no_load_loss_new"));
    S::select(known, by_nameplate, cx.param("saving_fraction"))
}

pub(super) fn edits<S: Scalar>(cx: &Context<'_, S>, out: &mut Edits<S>) {
    out.scale(cx.plant.lines, cx.covered(S::one() - saved(cx)));
}
