//! Variable-speed drive on fans.
//!
//! # Method
//! P₂/P₁ = φᵏ / η_drive at flow fraction φ; the realisation factor is the part of
//! that saving which plants reach
//!
//! # Applies to
//! fans that run at constant speed
//!
//! # Overlaps
//! multiplies with other changes of the fans' demand
//!
//! # Limits
//! flow not below the least flow; not for positive displacement
//!
//! # Sources
//! `measure_params.csv`, `fan_vsd.*`

use super::{Context, Missing, electric_of, power};
use crate::edit::Edits;
use crate::plant::{ElectricKind, Plant};
use crate::scalar::Scalar;
use crate::step::Step;

pub(super) fn missing(plant: &Plant) -> Option<Missing> {
    electric_of(plant, ElectricKind::Fans).next().is_none().then_some(Missing::Fans)
}

/// kW of fan motors.
pub(super) fn size(cx: &Context<'_, f64>) -> f64 {
    power(cx, electric_of(cx.plant, ElectricKind::Fans))
}

pub(super) fn edits<S: Scalar>(cx: &Context<'_, S>, out: &mut Edits<S>) {
    let flow = cx.param("flow_fraction").max(cx.param("flow_fraction_min"));
    let power = (flow.powf(cx.param("exponent")) / cx.param("drive_efficiency")).label(Step::IdealPowerRatio, 0);
    let factor = (S::one() - cx.param("realisation") * (S::one() - power)).label(Step::PowerRatio, 0);
    for fan in electric_of(cx.plant, ElectricKind::Fans) {
        out.scale(fan.drive, cx.covered(factor));
    }
}
