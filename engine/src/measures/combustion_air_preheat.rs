//! Combustion-air preheat by recuperator or regenerative burners.
//!
//! # Method
//! fuel = fuel × available heat without ÷ with preheated air, at the same flue temperature and oxygen
//! (correlation in `furnace.rs`)
//!
//! # Applies to
//! direct-fired furnaces and kilns; good above 870 °C, hard to justify below 540 °C
//!
//! # Overlaps
//! works on the fuel that insulation leaves; what the air takes back is no longer there for a cascade or
//! an absorption chiller
//!
//! # Limits
//! the air never gets hotter than the flue gas; NOx rises with the flame temperature
//!
//! # Sources
//! `measure_params.csv`, `combustion_air_preheat.*`; upkeep of 3 % of the cost a year:
//! `measures.csv`, PH-02

use super::furnace::{AMBIENT, available_heat, flue, furnaces, machines};
use super::{Context, Missing};
use crate::edit::Edits;
use crate::plant::{AirPollutant, Plant};
use crate::scalar::Scalar;
use crate::step::Step;

/// Share of the cost that upkeep takes every year.
const UPKEEP: f64 = 0.03;

pub(super) fn missing(plant: &Plant) -> Option<Missing> {
    furnaces(plant).next().is_none().then_some(Missing::Furnace)
}

/// Furnaces.
pub(super) fn size(cx: &Context<'_, f64>) -> f64 {
    machines(cx, furnaces(cx.plant))
}

pub(super) fn edits<S: Scalar>(cx: &Context<'_, S>, out: &mut Edits<S>) {
    let cold = S::constant(AMBIENT);
    for furnace in furnaces(cx.plant) {
        let hot = flue(cx, furnace, "flue_temperature");
        let warm = cx.param("air_temperature_after").min(hot).max(cold);
        let without = available_heat(hot, cold, cx.param("flue_o2")).label(Step::AvailableHeat, furnace.burner);
        let with = available_heat(hot, warm, cx.param("flue_o2")).label(Step::AvailableHeatAfter, furnace.burner);
        out.set(furnace.flue.preheat, S::one() / cx.covered(without / with) - S::one());
        out.set(furnace.flue.returned, (with - without) * cx.coverage());
        if let Some(burner) = cx.plant.burners.get(furnace.burner)
            && let Some(&slot) = burner.pass_new.get(AirPollutant::Nox.index())
        {
            out.scale(slot, cx.covered(cx.param("nox_ratio")));
        }
    }
    super::upkeep(cx, out, UPKEEP);
}
