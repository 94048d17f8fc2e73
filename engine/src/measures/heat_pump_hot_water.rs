//! Heat pumps for hot water.
//!
//! # Method
//! electricity = heat ÷ COP, of all heat of hot-water systems and of the cold water that steam still
//! warms, less a back-up share. COP at most 0.6 of the ideal T_hot / (T_hot − T_cold) in kelvin
//!
//! # Applies to
//! hot-water systems, preheatable uses of steam, and electric hot water
//!
//! # Overlaps
//! takes what effluent, compressor, engine and solar heat leave; the condensing economizer gets the cold
//! water that it leaves
//!
//! # Limits
//! needs no more heat than there is; uses electricity, so carbon falls only where the COP is above grid
//! factor × boiler efficiency ÷ fuel factor
//!
//! # Sources
//! `measure_params.csv`, `heat_pump_hot_water.*`; upkeep of 1.5 % of the cost a year: `measures.csv`,
//! HP-01; full-load share of heat plants: `sectors.csv`, utilisation

use super::{Context, Missing, electric_of};
use crate::data::{Sector, SectorKey, SectorQuantity, sector_default};
use crate::edit::Edits;
use crate::evaluate::GJ_PER_KWH;
use crate::plant::{ElectricKind, Plant, Service};
use crate::scalar::Scalar;
use crate::step::Step;

/// Share of the cost that upkeep takes every year.
const UPKEEP: f64 = 0.015;
/// Part of the ideal COP that machines reach.
const OF_IDEAL: f64 = 0.6;
const KELVIN: f64 = 273.15;

pub(super) fn missing(plant: &Plant) -> Option<Missing> {
    let water = plant.heat.iter().any(|h| h.service != Service::ThermalOil);
    (!water && electric_of(plant, ElectricKind::HotWater).next().is_none()).then_some(Missing::HeatSink)
}

/// kW of heat, at the utilisation of other heat plants.
pub(super) fn size(cx: &Context<'_, f64>) -> f64 {
    let p = cx.p;
    let heat: f64 = cx
        .plant
        .heat
        .iter()
        .map(|h| match h.service {
            Service::HotWater => h.uses.iter().map(|u| p[u.heat]).sum::<f64>() + p[h.pipe_loss],
            Service::Steam => h.uses.iter().map(|u| p[u.heat] * p[u.preheatable]).sum(),
            Service::ThermalOil => 0.0,
        })
        .sum();
    let electric: f64 = electric_of(cx.plant, ElectricKind::HotWater).map(|e| p[e.energy]).sum();
    let row = sector_default(Sector::All, SectorQuantity::BoilerDefault, SectorKey::Utilisation);
    let utilisation = row.and_then(crate::data::SectorRow::typical).unwrap_or(50.0) / 100.0;
    let share = 1.0 - cx.param("backup_share");
    (heat / GJ_PER_KWH + electric) * share / (p[cx.plant.hours].max(1.0) * utilisation)
}

pub(super) fn edits<S: Scalar>(cx: &Context<'_, S>, out: &mut Edits<S>) {
    let lift = (cx.param("hot_temperature") - cx.param("cold_temperature")).max(S::one());
    let ideal = ((cx.param("hot_temperature") + S::constant(KELVIN)) / lift).label(Step::IdealCop, 0);
    let cop = cx.param("cop").min((ideal * S::constant(OF_IDEAL)).max(S::one()));
    let cop = cop.label(Step::MachineCop, 0);
    let share = cx.coverage() * (S::one() - cx.param("backup_share"));
    for heat in &cx.plant.heat {
        match heat.service {
            Service::HotWater => out.set(heat.pump.supply, share),
            Service::Steam => out.set(heat.pump.preheat, share),
            Service::ThermalOil => continue,
        }
        out.set(heat.pump.cop, cop);
    }
    for node in electric_of(cx.plant, ElectricKind::HotWater) {
        out.scale(node.demand, S::one() - share * (S::one() - S::one() / cop));
    }
    super::upkeep(cx, out, UPKEEP);
}
