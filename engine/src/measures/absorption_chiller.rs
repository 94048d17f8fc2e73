//! Absorption chiller on flue gas.
//!
//! # Method
//! heat = fuel × (1 − available heat) × effectiveness; cold = heat × COP × conversion; electricity saved =
//! cold ÷ COP of the electric chillers that stand. The exhaust temperature, where known, gives the
//! available heat (correlation in `furnace.rs`), else the parameter
//!
//! # Applies to
//! furnaces and kilns where something is cooled
//!
//! # Overlaps
//! gets the flue heat that preheated air and a cascade leave; lowers the load of free cooling and of
//! better chillers
//!
//! # Limits
//! the cooling load; yearly balance, no hourly match. Tower and pumps use electricity, and the tower
//! evaporates water: (1 + 1/COP) of the cold at 2.43 MJ/kg, less what a water-cooled electric chiller
//! evaporated before
//!
//! # Sources
//! `measure_params.csv`, `absorption_chiller.*`; heat of evaporation at 30 °C IAPWS-IF97

use super::furnace::{AMBIENT, available_heat, furnaces};
use super::{AIR_COOLED_BELOW, Context, Missing, coolings};
use crate::edit::Edits;
use crate::evaluate::GJ_PER_KWH;
use crate::plant::{Fired, Plant};
use crate::scalar::Scalar;
use crate::step::Step;

/// Oxygen in flue gas, per cent: the middle of the range that the preheat table gives for furnaces.
const OXYGEN: f64 = 4.0;
/// m3 of water that a kilowatt-hour evaporates: 3.6 MJ at 2.43 MJ/kg.
const EVAPORATION: f64 = 3.6 / 2.43e3;

pub(super) fn missing(plant: &Plant) -> Option<Missing> {
    if furnaces(plant).next().is_none() {
        return Some(Missing::Furnace);
    }
    coolings(plant).next().is_none().then_some(Missing::Cooling)
}

/// Flue heat that the chiller takes up, per fuel.
fn taken_up<S: Scalar>(cx: &Context<'_, S>, furnace: &Fired) -> S {
    let available = match &furnace.exhaust {
        Some(e) => available_heat(cx.p[e.temperature], S::constant(AMBIENT), S::constant(OXYGEN)),
        None => cx.param("available_heat"),
    };
    (S::one() - available) * cx.param("effectiveness")
}

fn cold_per_heat<S: Scalar>(cx: &Context<'_, S>) -> S {
    (cx.param("cop_absorption") * cx.param("conversion")).label(Step::MachineCop, 0)
}

/// kW of cold on average, at most the cooling load.
pub(super) fn size(cx: &Context<'_, f64>) -> f64 {
    let heat: f64 = furnaces(cx.plant).map(|f| cx.p[f.fuel] * taken_up(cx, f)).sum();
    let load: f64 = coolings(cx.plant).map(|(e, c)| cx.p[e.energy] * cx.p[c.cop_base]).sum();
    (heat * cold_per_heat(cx) / GJ_PER_KWH).min(load) / cx.p[cx.plant.hours].max(1.0)
}

pub(super) fn edits<S: Scalar>(cx: &Context<'_, S>, out: &mut Edits<S>) {
    for furnace in furnaces(cx.plant) {
        out.set(furnace.flue.absorption, taken_up(cx, furnace) * cx.coverage());
    }
    out.set(cx.plant.absorption_cop, cold_per_heat(cx));
    for (_, cooling) in coolings(cx.plant) {
        let electric = cx.p[cooling.cop_base];
        let water_cooled = S::one() + S::one() / electric;
        let before = S::select(electric - S::constant(AIR_COOLED_BELOW), water_cooled, S::zero());
        let rejected = S::one() + cx.param("cop_absorption").divides(S::one());
        let more = (rejected - before).max(S::zero());
        out.set(cooling.absorption_power, cx.param("tower_pump_power"));
        out.set(cooling.absorption_water, more * S::constant(EVAPORATION));
    }
}
