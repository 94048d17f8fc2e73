//! Blowdown control and heat recovery.
//!
//! # Method
//! control by conductivity lets down less water: blowdown × after ÷ before; an exchanger gives back its
//! effectiveness of the heat of what is still let down, (h' − h_makeup) for each kilogram, to the make-up
//! water. The blowdown of the plant is the share before; water that stays is saved as make-up
//!
//! # Applies to
//! steam boilers
//!
//! # Overlaps
//! with condensate return: less make-up takes up less heat; the condensing economizer warms the make-up
//! water after it
//!
//! # Limits
//! make-up water is not warmed beyond 100 °C; the boiler's limit of conductivity is not checked
//!
//! # Sources
//! `measure_params.csv`, `boiler_blowdown_recovery.*`

use super::reference::boiler_units;
use super::{Context, Missing, boilers, steam_systems};
use crate::edit::Edits;
use crate::plant::{Plant, Service};
use crate::scalar::Scalar;

pub(super) fn missing(plant: &Plant) -> Option<Missing> {
    (!boilers(plant).any(|(heat, source, _)| !source.dormant && heat.service == Service::Steam))
        .then_some(Missing::Boiler)
}

/// Boilers, of ten tonnes of steam an hour at most.
pub(super) fn size(cx: &Context<'_, f64>) -> f64 {
    boiler_units(cx, |heat, s, _| !s.dormant && heat.service == Service::Steam)
}

pub(super) fn edits<S: Scalar>(cx: &Context<'_, S>, out: &mut Edits<S>) {
    for heat in steam_systems(cx.plant) {
        let before = cx.p[heat.bleed.share];
        let after = before.min(cx.param("blowdown_after"));
        out.set(heat.bleed.factor, cx.covered(before.divides(after)));
        out.set(heat.bleed.recovery, cx.param("effectiveness") * cx.coverage());
    }
}
