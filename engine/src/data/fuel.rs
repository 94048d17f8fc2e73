//! Fuel properties and greenhouse gases of fuels and purchased heat.

use super::choose::{best, best_default, fuel_steps, nearness};
use super::fact::{FactId, FactKey};
use super::keys::{Application, FactorSet, Fuel, FuelProperty, Gas, Region, StageGhg, Table, Use};
use super::tables::{FUEL_GHG, FUEL_PROPERTIES, FuelGhgKey};

/// A property of a fuel. Without a set, the default of the nearest region; with one, the row of that set, which
/// keeps a calculation inside one consistent set.
pub fn fuel_property(
    fuel: Fuel,
    property: FuelProperty,
    region: Region,
    set: Option<FactorSet>,
) -> Option<FactId> {
    best(Table::FuelProperties, &FUEL_PROPERTIES, |id, key| {
        let is_wanted = match set {
            Some(set) => key.factor_set == set && id.usage() != Use::ReportOnly,
            None => id.usage() == Use::Default,
        };
        if key.fuel_property != property || !is_wanted {
            return None;
        }
        let steps = fuel_steps(fuel, key.fuel)?;
        Some((nearness(region, key.region)?, steps, id.usage()))
    })
}

/// The default factor of one gas for one use of a fuel.
pub fn fuel_ghg(
    fuel: Fuel,
    gas: Gas,
    application: Application,
    stage: StageGhg,
    region: Region,
) -> Option<FactId> {
    best_default(Table::FuelGhg, &FUEL_GHG, |key| rank(*key, fuel, gas, application, stage, region))
}

/// The row of a named set, whether or not it is the default.
pub fn fuel_ghg_in_set(
    fuel: Fuel,
    gas: Gas,
    application: Application,
    stage: StageGhg,
    region: Region,
    set: FactorSet,
) -> Option<FactId> {
    best(Table::FuelGhg, &FUEL_GHG, |id, key| {
        if key.factor_set != set || id.usage() == Use::ReportOnly {
            return None;
        }
        Some((rank(*key, fuel, gas, application, stage, region)?, id.usage()))
    })
}

type Rank = (usize, usize, usize);

fn rank(
    key: FuelGhgKey,
    fuel: Fuel,
    gas: Gas,
    application: Application,
    stage: StageGhg,
    region: Region,
) -> Option<Rank> {
    if key.gas != gas || key.stage_ghg != stage {
        return None;
    }
    // What is told by a glance rules most rows out before the walks up to wider fuels and regions.
    let application = application_steps(application, key.application)?;
    let fuel = fuel_steps(fuel, key.fuel)?;
    Some((nearness(region, key.region)?, fuel, application))
}

/// Steps from a use to a wider use of the table.
fn application_steps(wanted: Application, row: Application) -> Option<usize> {
    let wider = match wanted {
        Application::Manufacturing | Application::Commercial | Application::EnergyIndustry => {
            Some(Application::Stationary)
        }
        Application::PassengerCar
        | Application::PrivateVan
        | Application::LightVan
        | Application::LightGoodsVehicle
        | Application::LightBus
        | Application::HeavyGoodsVehicle
        | Application::Motorcycle => Some(Application::Road),
        _ => None,
    };
    if row == wanted {
        Some(0)
    } else if Some(row) == wider {
        Some(1)
    } else if row == Application::Any {
        Some(2)
    } else {
        None
    }
}

/// How the greenhouse gases of a fuel are known at a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FuelGhg {
    /// Gas by gas: any set of GWPs can be applied.
    PerGas { co2: FactId, ch4: Option<FactId>, n2o: Option<FactId> },
    /// One CO2e value with AR5 inside. `split` are CO2, CH4 and N2O of the same set, where it has them: they give
    /// the total with AR5 and allow another set of GWPs.
    Co2e { total: FactId, split: Option<[FactId; 3]> },
}

/// The gases of a fuel from the nearest region; gas by gas where that region gives both.
pub fn fuel_ghg_set(
    fuel: Fuel,
    application: Application,
    stage: StageGhg,
    region: Region,
) -> Option<FuelGhg> {
    let near = |gas: Gas| {
        let id = fuel_ghg(fuel, gas, application, stage, region)?;
        let FactKey::FuelGhg(key) = id.key() else { return None };
        Some((rank(key, fuel, gas, application, stage, region)?, id, key))
    };
    let (co2, co2e) = (near(Gas::Co2), near(Gas::Co2e));
    match (co2, co2e) {
        (_, Some((rank, total, key))) if co2.is_none_or(|(co2_rank, ..)| rank < co2_rank) => {
            let own =
                |gas| fuel_ghg_in_set(key.fuel, gas, key.application, stage, key.region, key.factor_set);
            let split = match (own(Gas::Co2), own(Gas::Ch4), own(Gas::N2o)) {
                (Some(co2), Some(ch4), Some(n2o)) => Some([co2, ch4, n2o]),
                _ => None,
            };
            Some(FuelGhg::Co2e { total, split })
        }
        (Some((_, co2, _)), _) => Some(FuelGhg::PerGas {
            co2,
            ch4: fuel_ghg(fuel, Gas::Ch4, application, stage, region),
            n2o: fuel_ghg(fuel, Gas::N2o, application, stage, region),
        }),
        _ => None,
    }
}
