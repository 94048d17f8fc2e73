//! Boilers on another fuel: the saving is net, never gross.

use crate::common::{
    COAL_CO2, GAS_CO2, GAS_NCV, GRID_CO2, alone, bill, factory, measure, nothing, outcome, plain_system,
    same, saved, stated, tick, with_priced_gas,
};
use lantian_engine::carrier::Carrier;
use lantian_engine::data::MeasureId::{BoilerBiomassPellets, BoilerCoalToGas, BoilerOilToGas};
use lantian_engine::measures::Missing;
use lantian_engine::metric::Metric;
use lantian_engine::project::{Bill, HeatSource, Project};

fn steam_on(fuel: Bill, efficiency: f64) -> Project {
    let mut project = factory(10e6);
    let carrier = fuel.carrier.clone();
    project.bills.push(fuel);
    project.heat.push(plain_system("steam", vec![stated(&carrier, Some(efficiency))]));
    project
}

fn coal(tonnes: f64, ncv: f64, sulphur: f64) -> Bill {
    Bill { ncv: Some(ncv), sulphur: Some(sulphur), ..bill("bituminous_coal", tonnes, "t", 860.0) }
}

/// GJ of a carrier after the plan.
fn burnt(outcome: &lantian_engine::assess::Outcome, carrier: Carrier) -> f64 {
    let supplies = &outcome.model.lowered.plant.supplies;
    outcome.after.carrier[supplies.iter().position(|s| s.carrier == carrier).unwrap()]
}

/// Useful heat stays: 10,000 t of 23 GJ/t at 72 % are 165,600 GJ of steam, 184,000 GJ of gas at
/// 90 %. CO2 falls by the coal's less the gas's.
#[test]
fn coal_to_gas_keeps_the_useful_heat() {
    let project = with_priced_gas(steam_on(coal(10_000.0, 23.0, 0.6), 72.0));
    let outcome = alone(&project, BoilerCoalToGas, &[]);
    nothing(burnt(&outcome, Carrier::BituminousCoal), 230_000.0);
    same(burnt(&outcome, Carrier::NaturalGas), 184_000.0);
    same(saved(&outcome, Metric::Co2), (230_000.0 * COAL_CO2 - 184_000.0 * GAS_CO2) / 1000.0);
    // Money: coal at 860 a tonne, gas at 4.2 for 38.931 MJ. The bill rises.
    let cost = 10_000.0 * 860.0 - 184_000.0 / GAS_NCV * 1000.0 * 4.2;
    same(saved(&outcome, Metric::FuelCost), cost);
    assert!(cost < 0.0);
    // A quarter of the boilers.
    let quarter = alone(&project, BoilerCoalToGas, &[("coverage", 0.25)]);
    same(burnt(&quarter, Carrier::NaturalGas), 46_000.0);
    same(burnt(&quarter, Carrier::BituminousCoal), 172_500.0);
}

/// At 0.6 % of sulphur, of which 5 % stay in the ash, 2 Mt of coal give 2 × 2,000,000 × 0.006 × 0.95 =
/// 22,800 t of SO2, less the gas's little.
#[test]
fn coal_to_gas_saves_the_sulphur() {
    let project = with_priced_gas(steam_on(coal(2e6, 23.0, 0.6), 72.0));
    let outcome = alone(&project, BoilerCoalToGas, &[]);
    // EMEP/EEA tier 2 for gas boilers of 1 to 50 MW: 0.3 g/GJ.
    same(saved(&outcome, Metric::So2) / 1000.0, 22_800.0 - 2e6 * 23.0 * 0.72 / 0.90 * 0.3e-6);
}

/// The turbine behind the old boiler stops: its power is bought, its own use is gone. Plant (a)'s
/// set: 10,573,294 kWh gross, 2,520,000 kWh own use, 94 % generator and gear.
#[test]
fn coal_to_gas_stops_the_turbine() {
    let (gross, own) = (10_573_294.0, 2_520_000.0);
    let mut project = with_priced_gas(steam_on(coal(22_156.0, 23.0, 0.6), 80.0));
    let source = &mut project.heat[0].sources[0];
    *source = HeatSource {
        kind: "back_pressure".into(),
        gross_generation: Some(gross),
        own_use: Some(own),
        ..source.clone()
    };
    let outcome = alone(&project, BoilerCoalToGas, &[]);
    same(-saved(&outcome, Metric::GridElectricity), gross - own);
    same(saved(&outcome, Metric::SiteElectricity), own);
    // The gas boiler makes the heat only, not the work: 509,588 × 0.8 less 10.57 GWh / 0.94.
    let heat = 22_156.0 * 23.0 * 0.80 - gross * 0.0036 / 0.94;
    same(burnt(&outcome, Carrier::NaturalGas), heat / 0.90);
    let scope2 = (gross - own) * GRID_CO2 / 1000.0;
    same(-saved(&outcome, Metric::Scope2), scope2);
}

/// Fuel oil at 85 % to gas at 90 %; SO2 of oil is 2 kg per kg of sulphur: 20 kg a tonne and per
/// cent (`measures.csv`, BOI-02).
#[test]
fn oil_to_gas_saves_the_sulphur() {
    let oil = Bill { ncv: Some(40.4), sulphur: Some(0.5), ..bill("fuel_oil", 1000.0, "t", 5300.0) };
    let project = with_priced_gas(steam_on(oil, 85.0));
    let outcome = alone(&project, BoilerOilToGas, &[]);
    let gas = 40_400.0 * 0.85 / 0.90;
    same(burnt(&outcome, Carrier::NaturalGas), gas);
    same(saved(&outcome, Metric::So2), 20.0 * 0.5 * 1000.0 - gas * 0.3e-3);
    // Guideline: 21.1 t C/TJ, 98 % oxidised.
    let oil_co2 = 21.1 * 0.98 * 44.0 / 12.0;
    same(saved(&outcome, Metric::Co2), (40_400.0 * oil_co2 - gas * GAS_CO2) / 1000.0);
}

/// Coal is not oil, and gas is not replaced by gas.
#[test]
fn switches_need_their_fuel() {
    let on_coal = outcome(&with_priced_gas(steam_on(coal(1000.0, 23.0, 0.6), 72.0)));
    assert_eq!(measure(&on_coal, BoilerOilToGas).missing, Some(Missing::OilBoiler));
    assert_eq!(measure(&on_coal, BoilerCoalToGas).missing, None);
    let on_gas = outcome(&steam_on(bill("natural_gas", 1e6, "m3", 4.2), 89.0));
    assert_eq!(measure(&on_gas, BoilerCoalToGas).missing, Some(Missing::CoalBoiler));
    assert_eq!(measure(&on_gas, BoilerOilToGas).missing, Some(Missing::OilBoiler));
    // Pellets have no price in the tables: the user must give one.
    assert_eq!(measure(&on_gas, BoilerBiomassPellets).missing, Some(Missing::Price));
}

/// A pellet bill of nothing, so that pellets have a price.
fn with_priced_pellets(mut project: Project) -> Project {
    project.bills.push(bill("biomass_pellets", 0.0, "t", 1100.0));
    project
}

/// 1,000,000 m3 of gas at 89 % become pellets at 80 %: fossil CO2 goes, biogenic CO2 (IPCC 2006:
/// 112 kg/GJ) is shown apart, fine dust rises from 0.45 to 37 g/GJ (EMEP/EEA tier 2).
#[test]
fn pellets_are_low_carbon_but_not_clean() {
    let project = with_priced_pellets(steam_on(bill("natural_gas", 1e6, "m3", 4.2), 89.0));
    let outcome = alone(&project, BoilerBiomassPellets, &[]);
    let (gas, pellets) = (GAS_NCV * 1000.0, GAS_NCV * 1000.0 * 0.89 / 0.80);
    same(burnt(&outcome, Carrier::BiomassPellets), pellets);
    same(saved(&outcome, Metric::Co2), gas * GAS_CO2 / 1000.0);
    same(-saved(&outcome, Metric::Biogenic), pellets * 0.112);
    nothing(outcome.after.totals[Metric::Co2], gas);
    same(-saved(&outcome, Metric::Pm25), (pellets * 37.0 - gas * 0.45) / 1000.0);
    same(-saved(&outcome, Metric::Nox), (pellets * 210.0 - gas * 40.0) / 1000.0);
    // CH4 and N2O of wood still count as greenhouse gases.
    assert!(saved(&outcome, Metric::Co2e) < saved(&outcome, Metric::Co2) + saved(&outcome, Metric::Scope2));
}

/// One boiler gets one new fuel.
#[test]
fn switches_exclude_each_other() {
    let mut project = with_priced_pellets(with_priced_gas(steam_on(coal(1000.0, 23.0, 0.6), 72.0)));
    tick(&mut project, BoilerCoalToGas, &[]);
    tick(&mut project, BoilerBiomassPellets, &[]);
    let both = outcome(&project);
    assert_eq!(measure(&both, BoilerBiomassPellets).excluded_by, Some(BoilerCoalToGas));
    nothing(burnt(&both, Carrier::BiomassPellets), 23_000.0);
}
