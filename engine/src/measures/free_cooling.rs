//! Free cooling by outside air or cooling tower, and control of fresh air.
//!
//! # Method
//! share of the load carried away without compressors = hours cold enough ÷ hours of the year ×
//! load in those hours against the average; fans and pumps take their power for it
//!
//! # Applies to
//! process cooling and central air-conditioning
//!
//! # Overlaps
//! the rest of the load stays with the chiller, so a better chiller saves less
//!
//! # Limits
//! the short winter of Hong Kong and the delta; fresh air in summer is not counted
//!
//! # Sources
//! `measure_params.csv`, `free_cooling.*`

use super::reference::chiller_units;
use super::{Context, Missing, chillers};
use crate::edit::Edits;
use crate::plant::Plant;
use crate::scalar::Scalar;

const HOURS_OF_YEAR: f64 = 8760.0;

pub(super) fn missing(plant: &Plant) -> Option<Missing> {
    chillers(plant).next().is_none().then_some(Missing::ChilledWater)
}

/// Plants of up to 1,000 kW of cooling (an assumption); larger ones are several.
pub(super) fn size(cx: &Context<'_, f64>) -> f64 {
    chiller_units(cx)
}

pub(super) fn edits<S: Scalar>(cx: &Context<'_, S>, out: &mut Edits<S>) {
    let cold = cx.param("hours_available") / S::constant(HOURS_OF_YEAR);
    let share = (cold * cx.param("load_fraction")).unit_range();
    for (_, cooling) in chillers(cx.plant) {
        out.set(cooling.free, share * cx.coverage());
        out.set(cooling.free_power, cx.param("auxiliary_power"));
    }
}
