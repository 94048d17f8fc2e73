//! Gas-engine or gas-turbine cogeneration.
//!
//! # Method
//! power = capacity × hours × availability; fuel = power ÷ electrical efficiency;
//! useful heat per kWh by size, half as steam and half as hot water; steam is used
//! up to the system's need, hot water up to the preheating sink
//!
//! # Applies to
//! sites with a steam or hot-water system
//!
//! # Overlaps
//! shares the heat sink; everything that saves steam leaves less for it to do
//!
//! # Limits
//! heat beyond the need is lost, power beyond the need is exported; no stand-by charge
//!
//! # Sources
//! `measure_params.csv`, `chp.*`; efficiency and heat by size: `data/formulas.md`
//! (MEASUR table)

use super::{Context, Missing};
use crate::edit::Edits;
use crate::evaluate::GJ_PER_KWH;
use crate::plant::Plant;
use crate::scalar::Scalar;
use crate::step::Step;

/// Size in kW, electrical efficiency, useful heat in Btu per kWh.
const BY_SIZE: [(f64, f64, f64); 8] = [
    (50.0, 0.27, 6700.0),
    (600.0, 0.345, 4392.0),
    (1000.0, 0.368, 3854.0),
    (3300.0, 0.404, 3233.0),
    (5000.0, 0.289, 4893.0),
    (10_000.0, 0.273, 5262.0),
    (20_000.0, 0.332, 3821.0),
    (45_000.0, 0.36, 3141.0),
];
/// Btu in a kilowatt-hour, by definition.
const BTU_PER_KWH: f64 = 3_412.141_633;
/// Part of an engine's useful heat that is hot enough for steam: exhaust gas against jacket and
/// charge air, which are about equal (worked dyeing mill: 19 % and 21 % of fuel).
const STEAM_PART: f64 = 0.5;
/// First guess: this part of the site's average power, so that little is exported.
const GUESS: f64 = 0.6;

pub(super) fn missing(plant: &Plant) -> Option<Missing> {
    plant.engines.is_empty().then_some(Missing::HeatSink)
}

/// kW: part of the average electricity, but no more than the heat systems can use the heat of.
pub(super) fn size(cx: &Context<'_, f64>) -> f64 {
    let hours = cx.p[cx.plant.hours].max(1.0);
    let average: f64 = cx.plant.electric.iter().map(|e| cx.p[e.energy]).sum::<f64>() / hours;
    let heat: f64 = cx.plant.heat.iter().flat_map(|h| &h.uses).map(|u| cx.p[u.heat]).sum::<f64>();
    // One kWh of power comes with about one kWh of useful heat in the sizes that matter.
    let by_heat = heat / GJ_PER_KWH / hours;
    (GUESS * average.min(by_heat) / 10.0).round() * 10.0
}

/// Linear interpolation over the size table, flat beyond its ends.
fn by_size<S: Scalar>(size: S, column: impl Fn(&(f64, f64, f64)) -> f64) -> S {
    let mut value = S::constant(BY_SIZE.first().map_or(0.0, &column));
    for pair in BY_SIZE.windows(2) {
        if let [low, high] = pair {
            let step = S::constant((column(high) - column(low)) / (high.0 - low.0));
            let inside = (size - S::constant(low.0)).max(S::zero()).min(S::constant(high.0 - low.0));
            value = value + step * inside;
        }
    }
    value
}

pub(super) fn edits<S: Scalar>(cx: &Context<'_, S>, out: &mut Edits<S>) {
    let Some(engine) = cx.plant.engines.first() else { return };
    let size = cx.size();
    let electrical = by_size(size, |row| row.1).label(Step::ElectricalEfficiency, 0);
    let heat = by_size(size, |row| row.2) * S::constant(1.0 / BTU_PER_KWH) * cx.param("heat_utilisation");
    // Per fuel: kWh of heat per kWh of power × power per fuel.
    let heat_per_fuel = (heat * electrical).label(Step::HeatEfficiency, 0);
    out.add(engine.capacity, size * cx.coverage());
    out.set(engine.hours, cx.p[cx.plant.hours] * cx.param("availability"));
    out.set(engine.electrical_efficiency, electrical);
    out.set(engine.steam_share, heat_per_fuel * S::constant(STEAM_PART));
    out.set(engine.water_share, heat_per_fuel * S::constant(1.0 - STEAM_PART));
    out.add(engine.upkeep, cx.money(cx.param("om_cost")));
}
