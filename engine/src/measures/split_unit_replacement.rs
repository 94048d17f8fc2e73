//! Replacement of split and packaged units.
//!
//! # Method
//! electricity = load ÷ COP, with COP = EER ÷ 3.412
//!
//! # Applies to
//! air-conditioning of rooms
//!
//! # Overlaps
//! exclusive with a new chiller; every kWh less inside lowers its load
//!
//! # Limits
//! none where the units are already as good
//!
//! # Sources
//! `measure_params.csv`, `split_unit_replacement.*`; 3.412 Btu/h per W by definition

use super::{Context, Missing, coolings};
use crate::edit::Edits;
use crate::plant::{Cooling, Electric, ElectricKind, Plant};
use crate::scalar::Scalar;

const BTU_PER_WH: f64 = 3.412_141_633;

fn rooms(plant: &Plant) -> impl Iterator<Item = (&Electric, &Cooling)> {
    coolings(plant).filter(|(e, _)| e.kind == ElectricKind::Hvac)
}

pub(super) fn missing(plant: &Plant) -> Option<Missing> {
    rooms(plant).next().is_none().then_some(Missing::RoomCooling)
}

/// kW of cooling.
pub(super) fn size(cx: &Context<'_, f64>) -> f64 {
    let load: f64 = rooms(cx.plant).map(|(e, c)| cx.p[e.energy] * cx.p[c.cop_base]).sum();
    load / (cx.p[cx.plant.hours] * cx.param("load_factor")).max(1.0)
}

pub(super) fn edits<S: Scalar>(cx: &Context<'_, S>, out: &mut Edits<S>) {
    for (_, cooling) in rooms(cx.plant) {
        let now = cx.p[cooling.cop_base];
        let new = (cx.param("eer_after") / S::constant(BTU_PER_WH)).max(now);
        out.set(cooling.cop, S::one() / (cx.coverage() / new + (S::one() - cx.coverage()) / now));
    }
}
