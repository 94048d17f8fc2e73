//! Carbon factors of carriers, and their sulphur.

use super::content::energy_of;
use crate::carrier::{Carrier, Group};
use crate::data::{self, Application, FactId, FactorSet, Fuel, FuelGhg, FuelProperty, Gas, StageGhg};
use crate::lower::builder::{Ask, Builder, PURE};
use crate::notice::{NoticeKind, ProblemKind};
use crate::origin::{Field, Origin};
use crate::plant::Slot;
use crate::units::UnitId;

/// kg CO2 per GJ (per kWh for electricity), and whether the factor already holds CH4 and N2O.
pub(super) fn carbon(
    b: &mut Builder<'_>,
    carrier: Carrier,
    fuel: Option<Fuel>,
    field: Field,
) -> (Slot, bool) {
    let per_gj = ("kg_co2", "gj");
    if carrier == Carrier::Electricity {
        let row = data::grid_ghg(b.region);
        let slot = row.and_then(|id| {
            if let (Some(bills), Some(factor)) = (b.project.site.year, id.fact().year)
                && bills != factor
            {
                b.notice(Field::new("site", 0, "year"), NoticeKind::GridYear { fact: id, year: factor });
            }
            b.fact(id, UnitId::KgCo2, Some(UnitId::Kwh), ("kg_co2", "kwh"), "grid_factor")
                .or_else(|| b.fact(id, UnitId::KgCo2e, Some(UnitId::Kwh), ("kg_co2e", "kwh"), "grid_factor"))
        });
        return (slot.unwrap_or_else(|| no_factor(b, field)), true);
    }
    if carrier == Carrier::Steam {
        let row = data::fuel_ghg(Fuel::PurchasedHeat, Gas::Co2, Application::Any, StageGhg::Supply, b.region);
        let slot = row.and_then(|id| b.fact(id, UnitId::KgCo2, Some(UnitId::Gj), per_gj, "heat_factor"));
        return (slot.unwrap_or_else(|| no_factor(b, field)), true);
    }
    let Some(fuel) = fuel else { return (no_factor(b, field), true) };
    if let Some(slot) = guideline_carbon(b, fuel) {
        return (slot, false);
    }
    let stage = if carrier.group() == Group::Biomass { StageGhg::Biogenic } else { StageGhg::Combustion };
    for application in [Application::Any, Application::Stationary] {
        match data::fuel_ghg_set(fuel, application, stage, b.region) {
            Some(FuelGhg::PerGas { co2, .. }) => {
                if let Some(slot) = b.fact(co2, UnitId::KgCo2, Some(UnitId::Gj), per_gj, "co2_factor") {
                    return (slot, false);
                }
            }
            Some(FuelGhg::Co2e { split: Some([co2, ..]), .. }) if b.weighs_anew() => {
                if let Some(slot) = b.fact(co2, UnitId::KgCo2, Some(UnitId::Gj), per_gj, "co2_factor") {
                    return (slot, false);
                }
            }
            Some(FuelGhg::Co2e { total: id, .. }) => {
                if let Some(slot) = b.fact(id, UnitId::KgCo2e, Some(UnitId::Gj), per_gj, "co2_factor") {
                    return (slot, true);
                }
            }
            None => {}
        }
    }
    // Coals without a row of their own burn like bituminous coal.
    if carrier.group() == Group::Coal && fuel != Fuel::BituminousCoal {
        return carbon(b, carrier, Some(Fuel::BituminousCoal), field);
    }
    (no_factor(b, field), true)
}

/// Without a carbon factor there is no honest result: zero would be a lie.
fn no_factor(b: &mut Builder<'_>, field: Field) -> Slot {
    b.problem(field, ProblemKind::NoFactor);
    b.fixed(0.0, ("kg_co2", "gj"), "co2_factor")
}

/// Carbon content × oxidation × 44/12 of the Mainland guideline, where it has the fuel.
fn guideline_carbon(b: &mut Builder<'_>, fuel: Fuel) -> Option<Slot> {
    let set = Some(FactorSet::ChinaGuideline);
    let region = b.region;
    if !region.ancestors().any(|r| r == data::Region::Cn) {
        return None;
    }
    let row = |property| data::fuel_property(fuel, property, region, set);
    let is_default = |id: FactId| id.fact().usage == data::Use::Default;
    let content = row(FuelProperty::CarbonContent).filter(|&id| is_default(id))?;
    let oxidation = row(FuelProperty::Oxidation)?;
    let content = b.fact(content, UnitId::KgC, Some(UnitId::Gj), ("kg_c", "gj"), "carbon_content")?;
    let oxidation = b.fact(oxidation, UnitId::Fraction, None, PURE, "oxidation")?;
    Some(b.derive(44.0 / 12.0, &[content, oxidation], &[], ("kg_co2", "gj"), "co2_factor"))
}

/// kg CO2e per GJ before the gate, where a row exists.
pub(super) fn upstream(
    b: &mut Builder<'_>,
    carrier: Carrier,
    fuel: Option<Fuel>,
    ncv: Slot,
    density: Option<Slot>,
) -> Slot {
    let unit = ("kg_co2e", "gj");
    let found = fuel.and_then(|fuel| {
        let stages = [StageGhg::Upstream, StageGhg::Production];
        stages.into_iter().find_map(|stage| {
            let rows = [Application::Any, Application::Stationary];
            let id = rows.into_iter().find_map(|a| data::fuel_ghg(fuel, Gas::Co2e, a, stage, b.region))?;
            let fact = id.fact();
            let per_unit = fact.value_in(UnitId::KgCo2e, fact.den).ok()?;
            let energy = energy_of(b, carrier, fact.den?, ncv, density)?;
            Some((id, per_unit / energy))
        })
    });
    match found {
        Some((id, value)) => b.slot(value, Origin::Fact(id), unit, "upstream_factor"),
        None => b.fixed(0.0, unit, "upstream_factor"),
    }
}

/// Per cent by mass: measured, else the legal limit of the region for liquids.
pub(super) fn sulphur(
    b: &mut Builder<'_>,
    carrier: Carrier,
    fuel: Option<Fuel>,
    said: Option<f64>,
    field: Field,
) -> Option<Slot> {
    if !matches!(carrier.group(), Group::Coal | Group::Liquid) {
        return None;
    }
    let ask = Ask::amount(field, ("percent", "")).within(0.0, 10.0);
    if let Some(slot) = b.said(said, ask) {
        return Some(slot);
    }
    let id = data::fuel_property(fuel?, FuelProperty::SulphurLimit, b.region, None)?;
    b.fact(id, UnitId::Percent, None, ("percent", ""), "sulphur")
}
