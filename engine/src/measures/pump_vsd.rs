//! Variable-speed drive on pumps.
//!
//! # Method
//! P₂/P₁ = φ (s + (1 − s) φ²) / η_drive: head falls with the square of flow except
//! for its static share s
//!
//! # Applies to
//! centrifugal pumps at constant speed
//!
//! # Overlaps
//! multiplies with other changes of the pumps' demand
//!
//! # Limits
//! static head limits the cube law
//!
//! # Sources
//! `measure_params.csv`, `pump_vsd.*`

use super::{Context, Missing, electric_of, power};
use crate::edit::Edits;
use crate::plant::{ElectricKind, Plant};
use crate::scalar::Scalar;
use crate::step::Step;

pub(super) fn missing(plant: &Plant) -> Option<Missing> {
    electric_of(plant, ElectricKind::Pumps).next().is_none().then_some(Missing::Pumps)
}

/// kW of pump motors.
pub(super) fn size(cx: &Context<'_, f64>) -> f64 {
    power(cx, electric_of(cx.plant, ElectricKind::Pumps))
}

pub(super) fn edits<S: Scalar>(cx: &Context<'_, S>, out: &mut Edits<S>) {
    let (flow, still) = (cx.param("flow_fraction"), cx.param("static_head_share"));
    let head = still + (S::one() - still) * flow * flow;
    let head = head.label(Step::HeadRatio, 0);
    let factor = (flow * head / cx.param("drive_efficiency")).label(Step::PowerRatio, 0);
    for pump in electric_of(cx.plant, ElectricKind::Pumps) {
        out.scale(pump.drive, cx.covered(factor));
    }
}
