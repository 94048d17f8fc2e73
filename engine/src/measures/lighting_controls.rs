//! Occupancy and daylight controls.
//!
//! # Method
//! lighting hours fall by the saving fraction of the controlled area
//!
//! # Applies to
//! lighting
//!
//! # Overlaps
//! multiplies with LED; less heat for the cooling to carry away
//!
//! # Limits
//! screening fraction, not a daylight study
//!
//! # Sources
//! `measure_params.csv`, `lighting_controls.*`

use super::{Context, Missing, electric_of};
use crate::edit::Edits;
use crate::plant::{ElectricKind, Plant};
use crate::scalar::Scalar;

/// W that one sensor commands: eight twin fittings of 40 W. Sizing only.
const WATTS_PER_SENSOR: f64 = 640.0;

pub(super) fn missing(plant: &Plant) -> Option<Missing> {
    electric_of(plant, ElectricKind::Lighting).next().is_none().then_some(Missing::Lighting)
}

/// Sensors.
pub(super) fn size(cx: &Context<'_, f64>) -> f64 {
    let kw = super::power(cx, electric_of(cx.plant, ElectricKind::Lighting));
    (kw * 1000.0 / WATTS_PER_SENSOR).ceil()
}

pub(super) fn edits<S: Scalar>(cx: &Context<'_, S>, out: &mut Edits<S>) {
    for lighting in electric_of(cx.plant, ElectricKind::Lighting) {
        out.scale(lighting.demand, cx.covered(S::one() - cx.param("saving_fraction")));
    }
}
