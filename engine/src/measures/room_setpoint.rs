//! Room set-point of 25.5 °C and a thermostat schedule.
//!
//! # Method
//! each kelvin warmer leaves out the same part of the cooling load that remains:
//! Q₂ = Q₁ (1 − s)^ΔT
//!
//! # Applies to
//! air-conditioning of rooms
//!
//! # Overlaps
//! multiplies with better machines and free cooling; heat gains of lamps stay as they are
//!
//! # Limits
//! comfort; rooms whose process needs its temperature; the rate per kelvin stands for the
//! degree-hours of the place
//!
//! # Sources
//! `measure_params.csv`, `room_setpoint.*`

use super::{Context, Missing, coolings};
use crate::edit::Edits;
use crate::plant::{Cooling, Electric, ElectricKind, Plant};
use crate::scalar::Scalar;

/// Most per cent that a kelvin can save, and most kelvin that rooms can be warmer.
const MOST_PERCENT: f64 = 10.0;
const MOST_KELVIN: f64 = 10.0;
/// kW of cooling that one thermostat commands: a zone of about 100 m2 at 0.15 kW/m2. Sizing only.
const ZONE_KW: f64 = 15.0;

fn rooms(plant: &Plant) -> impl Iterator<Item = (&Electric, &Cooling)> {
    coolings(plant).filter(|(e, _)| e.kind == ElectricKind::Hvac)
}

pub(super) fn missing(plant: &Plant) -> Option<Missing> {
    rooms(plant).next().is_none().then_some(Missing::RoomCooling)
}

/// Zones.
pub(super) fn size(cx: &Context<'_, f64>) -> f64 {
    let load: f64 =
        rooms(cx.plant).map(|(e, c)| super::power(cx, core::iter::once(e)) * cx.p[c.cop_base]).sum();
    (load / ZONE_KW).ceil()
}

pub(super) fn edits<S: Scalar>(cx: &Context<'_, S>, out: &mut Edits<S>) {
    let percent = cx.param("saving_per_k").min(S::constant(MOST_PERCENT));
    let left = S::one() - percent * S::constant(0.01);
    let factor = left.powf(cx.param("temperature_change").min(S::constant(MOST_KELVIN)));
    for (room, _) in rooms(cx.plant) {
        out.scale(room.demand, cx.covered(factor));
    }
}
