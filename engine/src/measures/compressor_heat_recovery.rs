//! Heat recovery from air compressors.
//!
//! # Method
//! compressor electricity × heat share × recovery × utilisation goes to the pool
//! of water that can be preheated
//!
//! # Applies to
//! oil-cooled compressors where a heat system has preheatable uses
//!
//! # Overlaps
//! shares the sink with effluent heat and engine hot water; less air, less heat
//!
//! # Limits
//! the sink
//!
//! # Sources
//! `measure_params.csv`, `compressor_heat_recovery.*`

use super::{Context, Missing, power, stations};
use crate::edit::Edits;
use crate::plant::Plant;
use crate::scalar::Scalar;

pub(super) fn missing(plant: &Plant) -> Option<Missing> {
    if stations(plant).next().is_none() {
        return Some(Missing::CompressedAir);
    }
    plant.heat.is_empty().then_some(Missing::HeatSink)
}

/// kW of compressors.
pub(super) fn size(cx: &Context<'_, f64>) -> f64 {
    power(cx, stations(cx.plant).map(|(station, _)| station))
}

pub(super) fn edits<S: Scalar>(cx: &Context<'_, S>, out: &mut Edits<S>) {
    let share = cx.param("heat_share") * cx.param("recovery") * cx.param("utilisation");
    for (_, air) in stations(cx.plant) {
        out.set(air.heat_recovery, share * cx.coverage());
    }
}
