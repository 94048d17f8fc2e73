//! Local air pollutants: combustion, mobile machines, abatement and process VOC.
//!
//! SO2 of coal and oil is never taken from a factor but from the sulphur in the fuel, see [`so2_per_sulphur`]:
//! for them [`air_combustion`] has no row on purpose.

use super::choose::{best_default, fuel_steps, nearness, ranked};
use super::fact::FactId;
use super::keys::{
    AbatementScope, AirKind, Equipment, Evidence, Fuel, Pollutant, Region, Table, Technology, Tier, Use,
    Vehicle, VocKind, VocProcess,
};
use super::tables::{ABATEMENT, AIR_COMBUSTION, AIR_MOBILE, AirCombustionKey, PROCESS_VOC};

/// How well a combustion factor fits what was asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fit {
    /// This equipment and this fuel or its group.
    Exact,
    /// This fuel in a boiler of the other size class.
    OtherSize,
    /// This equipment with the usual fuel of the group: bituminous coal for another coal.
    ProxyFuel,
    /// Equipment not known to the tables: industrial combustion in general.
    Generic,
}

/// The emission factor of a pollutant for this equipment and fuel. Among the defaults, rows that were read go before
/// recalled ones, then national coefficients, Tier 2, Tier 1 and single studies, then the nearest region.
pub fn air_combustion(
    equipment: Equipment,
    fuel: Fuel,
    pollutant: Pollutant,
    region: Region,
) -> Option<FactId> {
    match air_combustion_nearest(equipment, fuel, pollutant, region) {
        Some((id, Fit::Exact)) => Some(id),
        _ => None,
    }
}

/// Like [`air_combustion`]; where there is no such row, the nearest that can stand in, and how well it fits. A
/// caller has to tell the user about anything but [`Fit::Exact`].
pub fn air_combustion_nearest(
    equipment: Equipment,
    fuel: Fuel,
    pollutant: Pollutant,
    region: Region,
) -> Option<(FactId, Fit)> {
    let rank = |id: FactId, key: &AirCombustionKey| {
        if key.pollutant != pollutant || key.air_kind != AirKind::EmissionFactor {
            return None;
        }
        let (equipment_fit, equipment_steps) = equipment_fit(equipment, key.equipment)?;
        if id.usage() != Use::Default {
            return None;
        }
        let (fuel_fit, fuel_steps) = fuel_fit(fuel, key.fuel, pollutant)?;
        let fit = equipment_fit.max(fuel_fit);
        let is_recalled = id.evidence() == Evidence::Unverified;
        let fits = (fit, equipment_fit, fuel_fit);
        let order = (fits, is_recalled, tier_order(key.tier), equipment_steps, fuel_steps);
        Some((order, nearness(region, key.region)?))
    };
    let ((((fit, ..), ..), _), id) = ranked(Table::AirCombustion, &AIR_COMBUSTION, rank)?;
    Some((id, fit))
}

/// Small and large boilers stand under different names in the tables, depending on the fuel.
const SMALL_BOILERS: [Equipment; 3] =
    [Equipment::Boiler50kw1mw, Equipment::BoilerLe1mw, Equipment::BoilerLt1mw];
const LARGE_BOILERS: [Equipment; 2] = [Equipment::Boiler150mw, Equipment::BoilerGt1mw];

fn equipment_fit(wanted: Equipment, row: Equipment) -> Option<(Fit, usize)> {
    let both = |class: &[Equipment]| class.contains(&wanted) && class.contains(&row);
    let is_boiler =
        |equipment: Equipment| SMALL_BOILERS.contains(&equipment) || LARGE_BOILERS.contains(&equipment);
    if wanted == row {
        Some((Fit::Exact, 0))
    } else if both(&SMALL_BOILERS) || both(&LARGE_BOILERS) {
        Some((Fit::Exact, 1))
    } else if row == Equipment::Any {
        Some((Fit::Exact, 2))
    } else if is_boiler(wanted) && is_boiler(row) {
        Some((Fit::OtherSize, 0))
    } else if row == Equipment::IndustryGeneric {
        Some((Fit::Generic, 0))
    } else {
        None
    }
}

fn fuel_fit(wanted: Fuel, row: Fuel, pollutant: Pollutant) -> Option<(Fit, usize)> {
    if let Some(steps) = fuel_steps(wanted, row) {
        return Some((Fit::Exact, steps));
    }
    // The same gas under another name.
    let is_natural_gas = matches!(wanted, Fuel::Lng | Fuel::Cng | Fuel::NaturalGasMineral);
    if is_natural_gas && row == Fuel::NaturalGas {
        return Some((Fit::Exact, 1));
    }
    if row == Fuel::Any {
        return Some((Fit::Exact, usize::MAX));
    }
    // Sulphur differs from fuel to fuel: no proxy.
    if pollutant == Pollutant::So2 {
        return None;
    }
    let usual = match wanted.ancestors().last()? {
        Fuel::GroupGas => Fuel::NaturalGas,
        Fuel::GroupCoal => Fuel::BituminousCoal,
        Fuel::GroupLiquid if matches!(wanted, Fuel::Kerosene | Fuel::GasOil | Fuel::DieselBlendUk) => {
            Fuel::Diesel
        }
        Fuel::GroupLiquid if matches!(wanted, Fuel::Diesel | Fuel::FuelOilNo5 | Fuel::UsedOil) => {
            Fuel::FuelOil
        }
        Fuel::GroupBiomass => Fuel::Wood,
        _ => return None,
    };
    (row == usual).then_some((Fit::ProxyFuel, 0))
}

fn tier_order(tier: Tier) -> u8 {
    match tier {
        Tier::National => 0,
        Tier::Tier2 => 1,
        Tier::Tier1 => 2,
        Tier::Study => 3,
        _ => 4,
    }
}

/// The limit of a permit, in mass per normal cubic metre of dry flue gas: for users who say that it applies.
pub fn air_limit(equipment: Equipment, fuel: Fuel, pollutant: Pollutant, region: Region) -> Option<FactId> {
    let is_boiler =
        |equipment: Equipment| SMALL_BOILERS.contains(&equipment) || LARGE_BOILERS.contains(&equipment);
    best_default(Table::AirCombustion, &AIR_COMBUSTION, |key| {
        let fits = key.equipment == equipment || key.equipment == Equipment::Boiler && is_boiler(equipment);
        if key.air_kind != AirKind::EmissionLimit || key.pollutant != pollutant || !fits {
            return None;
        }
        Some((nearness(region, key.region)?, fuel_steps(fuel, key.fuel)?))
    })
}

/// Slope and intercept of the dry flue gas: volume = slope x NCV + intercept.
pub fn flue_gas(fuel: Fuel) -> Option<(FactId, FactId)> {
    let row = |kind: AirKind| {
        best_default(Table::AirCombustion, &AIR_COMBUSTION, |key| {
            if key.air_kind != kind {
                return None;
            }
            fuel_fit(fuel, key.fuel, Pollutant::So2)
        })
    };
    Some((row(AirKind::FlueGasSlope)?, row(AirKind::FlueGasIntercept)?))
}

/// kg SO2 per kg sulphur.
pub fn so2_per_sulphur() -> Option<FactId> {
    best_default(Table::AirCombustion, &AIR_COMBUSTION, |key| {
        (key.air_kind == AirKind::SulphurConversion).then_some(())
    })
}

/// The share of sulphur that stays in the ash; `None` for gas and oil.
pub fn sulphur_retained_in_ash(fuel: Fuel) -> Option<FactId> {
    best_default(Table::AirCombustion, &AIR_COMBUSTION, |key| {
        if key.air_kind != AirKind::SulphurRetention {
            return None;
        }
        fuel_steps(fuel, key.fuel)
    })
}

/// Per mass of fuel in vehicles and mobile machines.
pub fn air_mobile(vehicle: Vehicle, fuel: Fuel, pollutant: Pollutant, region: Region) -> Option<FactId> {
    best_default(Table::AirMobile, &AIR_MOBILE, |key| {
        if key.vehicle != vehicle || key.pollutant != pollutant {
            return None;
        }
        Some((nearness(region, key.region)?, fuel_steps(fuel, key.fuel)?))
    })
}

/// The share removed by a technique: for this use of it first, then for any.
pub fn abatement(
    technology: Technology,
    pollutant: Pollutant,
    scope: AbatementScope,
    region: Region,
) -> Option<FactId> {
    best_default(Table::Abatement, &ABATEMENT, |key| {
        if key.technology != technology || key.pollutant != pollutant {
            return None;
        }
        let scope_steps = match key.abatement_scope {
            own if own == scope => 0,
            AbatementScope::Any => 1,
            _ => return None,
        };
        Some((scope_steps, nearness(region, key.region)?))
    })
}

/// VOC of a process, or the content limit of a product.
pub fn process_voc(process: VocProcess, kind: VocKind, region: Region) -> Option<FactId> {
    best_default(Table::ProcessVoc, &PROCESS_VOC, |key| {
        if key.voc_process != process || key.voc_kind != kind {
            return None;
        }
        nearness(region, key.region)
    })
}
