//! Power-factor correction.
//!
//! # Method
//! the same power at a better power factor is less current: feeder loss falls to (pf₁ ÷ pf₂)²;
//! capacitors of tan φ₁ − tan φ₂ per kW lose a little themselves. The bill falls by the
//! surcharge and rebate of the Mainland tariff, or elsewhere by the smaller demand in kVA
//!
//! # Applies to
//! every site
//!
//! # Overlaps
//! multiplies with all that saves electricity, and with a better transformer
//!
//! # Limits
//! saves money, hardly any energy: of the losses only those on the site's side of the capacitors;
//! standing charges are taken as demand charges in kVA outside the Mainland
//!
//! # Sources
//! `measure_params.csv`, `power_factor_correction.*`

use super::{Context, Missing};
use crate::data::Region;
use crate::edit::Edits;
use crate::plant::Plant;
use crate::scalar::Scalar;
use crate::step::Step;

/// The Mainland's rebate grows up to this power factor.
const REBATE_ENDS: f64 = 0.95;
/// Keeps the root of tan φ away from its vertical end at a power factor of one.
const SMALL: f64 = 1e-9;

pub(super) fn missing(_: &Plant) -> Option<Missing> {
    None
}

/// Power factor after, never worse than before.
fn after<S: Scalar>(cx: &Context<'_, S>) -> S {
    cx.param("power_factor_after").max(cx.param("power_factor_before"))
}

/// Reactive per active power: tan of the angle whose cosine is the power factor.
fn tangent<S: Scalar>(factor: S) -> S {
    (S::one() - factor * factor).max(S::constant(SMALL)).powf(S::constant(0.5)) / factor
}

/// kvar of capacitors per kW.
fn capacitors<S: Scalar>(cx: &Context<'_, S>) -> S {
    (tangent(cx.param("power_factor_before")) - tangent(after(cx))).label(Step::Capacitors, 0)
}

/// kvar at the average power of the site.
pub(super) fn size(cx: &Context<'_, f64>) -> f64 {
    super::average_power(cx) * capacitors(cx)
}

pub(super) fn edits<S: Scalar>(cx: &Context<'_, S>, out: &mut Edits<S>) {
    let current = cx.param("power_factor_before") / after(cx);
    let saved = cx.param("feeder_loss") * (S::one() - current * current);
    let own = (capacitors(cx) * cx.param("capacitor_loss") * S::constant(0.001)).min(S::one());
    out.scale(cx.plant.lines, cx.covered(S::one() - saved + own));
    let (before, after) = (cx.param("power_factor_before"), after(cx));
    if cx.plant.region.ancestors().any(|r| r == Region::Cn) {
        let remitted = adjustment(cx, before) - adjustment(cx, after);
        out.add(cx.plant.bill_rebate, remitted * cx.coverage());
    } else if let Some(supply) = cx.plant.supplies.get(cx.plant.electricity) {
        let remitted = cx.p[supply.fixed_cost] * (S::one() - before / after);
        out.add(cx.plant.bill_remission, remitted * cx.coverage());
    }
}

/// Surcharge less rebate of the Mainland tariff, as a share of the bill.
fn adjustment<S: Scalar>(cx: &Context<'_, S>, factor: S) -> S {
    let standard = cx.param("standard_factor");
    let points = S::constant(100.0);
    let below = (standard - factor).max(S::zero()) * points * cx.param("surcharge_per_point");
    let above = (factor.min(S::constant(REBATE_ENDS)) - standard).max(S::zero()) * points;
    below - above * cx.param("rebate_per_point")
}
