//! Emission factors of purchased electricity.

use super::choose::{best, best_default, rows, steps_up};
use super::fact::FactId;
use super::keys::{GridEmission, GridMethod, Region, Scenario, Table, Use};
use super::tables::{GRID_ELECTRICITY, TRAJECTORIES};

/// The default row of the nearest region for one emission and one method.
pub fn grid(region: Region, emission: GridEmission, method: GridMethod) -> Option<FactId> {
    best_default(Table::GridElectricity, &GRID_ELECTRICITY, |key| {
        if key.emission != emission || key.grid_method != method {
            return None;
        }
        steps_up(region, key.region)
    })
}

/// The location-based greenhouse-gas factor, CO2e or CO2 as the region publishes it. Where the supplier is not
/// known, the default of the territory.
pub fn grid_ghg(region: Region) -> Option<FactId> {
    best_default(Table::GridElectricity, &GRID_ELECTRICITY, |key| {
        let method = match key.grid_method {
            GridMethod::LocationAverage => 0,
            GridMethod::TerritoryDefault => 1,
            _ => return None,
        };
        let emission = match key.emission {
            GridEmission::Co2e => 0,
            GridEmission::Co2 => 1,
            _ => return None,
        };
        Some((steps_up(region, key.region)?, method, emission))
    })
}

/// SO2, NOx or PM10 at the power station: figures of the supplier, then the caps of the territory, then the
/// thermal fleet of the country.
pub fn grid_pollutant(region: Region, emission: GridEmission) -> Option<FactId> {
    best_default(Table::GridElectricity, &GRID_ELECTRICITY, |key| {
        let is_pollutant = !matches!(key.emission, GridEmission::Co2 | GridEmission::Co2e);
        if key.emission != emission || !is_pollutant {
            return None;
        }
        let method = match key.grid_method {
            GridMethod::UtilitySales => 0,
            GridMethod::CapBased => 1,
            GridMethod::ThermalGeneration => 2,
            _ => return None,
        };
        Some((steps_up(region, key.region)?, method))
    })
}

/// The row that holds for one year: of that very year, or the default when its validity covers the year. Rows of
/// earlier years are right for a baseline of that year; named reports are never returned. `None` means that this
/// year is not in the tables.
pub fn grid_for_year(
    region: Region,
    emission: GridEmission,
    method: GridMethod,
    year: u16,
) -> Option<FactId> {
    best(Table::GridElectricity, &GRID_ELECTRICITY, |id, key| {
        if key.emission != emission || key.grid_method != method || id.usage() == Use::ReportOnly {
            return None;
        }
        let fact = id.fact();
        let covers = fact.valid_from.is_some_and(|from| from <= year)
            && fact.valid_to.is_none_or(|to| year <= to)
            && id.usage() != Use::Alternative;
        let age = match fact.year {
            Some(own) if own == year => 0,
            _ if covers => 1,
            _ => return None,
        };
        Some((steps_up(region, key.region)?, age, id.usage()))
    })
}

/// The assumed path of the factor in the nearest region that has one for this scenario: that region, and the
/// points in order of years. Empty where no region above the site has one.
pub fn grid_path(site: Region, scenario: Scenario) -> (Region, Vec<FactId>) {
    let of_scenario = || rows(Table::Trajectories, &TRAJECTORIES).filter(|(_, key)| key.scenario == scenario);
    let nearest = of_scenario().filter_map(|(_, key)| Some((steps_up(site, key.region)?, key.region)));
    let Some((_, region)) = nearest.min_by_key(|(steps, _)| *steps) else { return (site, Vec::new()) };
    let mut points: Vec<FactId> =
        of_scenario().filter(|(_, key)| key.region == region).map(|(id, _)| id).collect();
    points.sort_by_key(|id| id.fact().year);
    (region, points)
}
