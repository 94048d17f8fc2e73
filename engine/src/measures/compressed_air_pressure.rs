//! Lower compressed-air pressure.
//!
//! # Method
//! work of compression per flow falls with the pressure ratio; leaks fall with
//! absolute pressure
//!
//! # Applies to
//! compressed-air stations with positive-displacement machines
//!
//! # Overlaps
//! with leak repair: the leaks are counted once
//!
//! # Limits
//! not below what the tools need; not valid for centrifugal compressors
//!
//! # Sources
//! `measure_params.csv`, `compressed_air_pressure.*`

use super::reference::station_units;
use super::{Context, Missing, stations};
use crate::edit::Edits;
use crate::plant::Plant;
use crate::scalar::Scalar;

pub(super) fn missing(plant: &Plant) -> Option<Missing> {
    stations(plant).next().is_none().then_some(Missing::CompressedAir)
}

/// Stations of up to 100 kW (an assumption); larger ones are several.
pub(super) fn size(cx: &Context<'_, f64>) -> f64 {
    station_units(cx)
}

pub(super) fn edits<S: Scalar>(cx: &Context<'_, S>, out: &mut Edits<S>) {
    for (_, air) in stations(cx.plant) {
        let now = cx.p[air.pressure_base];
        let after = now.min(cx.param("pressure_after"));
        out.set(air.pressure, now - cx.coverage() * (now - after));
    }
}
