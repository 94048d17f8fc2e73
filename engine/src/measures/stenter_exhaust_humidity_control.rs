//! Exhaust humidity control of stenters.
//!
//! # Method
//! the same moisture leaves with less air: exhaust flow × x_before ÷ x_after. The heat of the air that
//! stays is saved: exhaust heat above fresh air, where flow and temperature are known, else the share of
//! the table
//!
//! # Applies to
//! direct-fired stenters
//!
//! # Overlaps
//! leaves less exhaust heat for recovery to the fresh air
//!
//! # Limits
//! drying slows and oil mist condenses in too damp an exhaust. What the exhaust fan saves is not counted:
//! it is not told apart among the fans
//!
//! # Sources
//! `measure_params.csv`, `stenter_exhaust_humidity_control.*`

use super::furnace::AMBIENT;
use super::stenter_heat_recovery::{air_heat, stenters};
use super::{Context, Missing};
use crate::edit::Edits;
use crate::plant::{Fired, Plant};
use crate::scalar::Scalar;
use crate::step::Step;

pub(super) fn missing(plant: &Plant) -> Option<Missing> {
    stenters(plant).next().is_none().then_some(Missing::Stenter)
}

/// Stenters.
pub(super) fn size(cx: &Context<'_, f64>) -> f64 {
    super::furnace::machines(cx, stenters(cx.plant))
}

/// Share of the burner's heat that leaves with the exhaust air.
fn exhaust_share<S: Scalar>(cx: &Context<'_, S>, fired: &Fired) -> S {
    match &fired.exhaust {
        Some(e) => {
            let flow = cx.p[e.count] * cx.p[e.flow] * cx.p[e.hours];
            let heat = air_heat(flow, cx.p[e.temperature], S::constant(AMBIENT));
            (cx.p[fired.fuel] * cx.p[fired.efficiency]).divides(heat).min(S::one())
        }
        None => cx.param("exhaust_heat_share"),
    }
}

pub(super) fn edits<S: Scalar>(cx: &Context<'_, S>, out: &mut Edits<S>) {
    let flow = (cx.param("humidity_before") / cx.param("humidity_after")).min(S::one());
    let flow = flow.label(Step::FlowRatio, 0);
    for fired in stenters(cx.plant) {
        let saved = exhaust_share(cx, fired) * (S::one() - flow);
        out.scale(fired.specific, cx.covered(S::one() - saved));
        out.scale(fired.exhaust_heat, cx.covered(flow));
    }
}
