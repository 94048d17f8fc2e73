//! What measures cost besides money: electricity, carbon and pollutants they bring.

use crate::common::{
    GAS_CO2, alone, bill, boiler, factory, gas_steam, measure, near, nothing, outcome, plain_system, same,
    saved, stated, with, with_priced_gas,
};
use lantian_engine::assess::Outcome;
use lantian_engine::data::MeasureId::{
    self, BagFilter, BoilerBiomassPellets, BoilerCoalToGas, Chp, FlueGasDesulphurisation, RoWaterReuse,
    ScrSncr, StenterHeatRecovery,
};
use lantian_engine::metric::Metric;
use lantian_engine::project::{Bill, FiredUse, Project};

type Plan<'a> = (MeasureId, &'a [(&'a str, f64)]);

/// 23,000 GJ of coal with 0.6 % sulphur, flue gas of 180 °C with 9 % oxygen: 2 × 1,000 t × 0.6 % × 0.95 =
/// 11.4 t of SO2, 180 g/GJ of NOx (EMEP/EEA).
fn coal() -> Project {
    let mut project = factory(1e6);
    let fuel = Bill { ncv: Some(23.0), sulphur: Some(0.6), ..bill("bituminous_coal", 1000.0, "t", 860.0) };
    project.bills.push(fuel);
    project.heat.push(plain_system("steam", vec![boiler("bituminous_coal", 180.0, 9.0, 2.0)]));
    with_priced_gas(project)
}

/// Flue gas of that boiler, m3 a year: 274 Nm3/GJ × 21 / (21 − 9), at 180 °C.
const FLUE_GAS: f64 = 23_000.0 * 274.0 * 21.0 / 12.0 * (180.0 + 273.15) / 273.15;

/// Yearly cost of a measure besides energy, water and tax.
fn running_cost(outcome: &Outcome, id: MeasureId) -> f64 {
    let entry = measure(outcome, id);
    let alone = entry.alone.as_ref().unwrap();
    let bills = [Metric::ElectricityCost, Metric::FuelCost, Metric::WaterCost, Metric::Tax];
    let besides =
        bills.iter().map(|m| alone[*m]).sum::<f64>() - entry.appraisal.as_ref().unwrap().yearly_saving;
    near(-alone[Metric::RunningCost], besides, 1e-9);
    besides
}

/// A scrubber takes 1 to 2 % of a power station's output, here 1.5 % of 38 % of the fuel's energy; its
/// limestone gives off 44/64 kg of CO2 for each of the 10,488 kg of SO2 it binds.
#[test]
fn scrubbers_take_power_and_limestone() {
    let outcome = alone(&coal(), FlueGasDesulphurisation, &[]);
    same(-saved(&outcome, Metric::SiteElectricity), 23_000.0 * 0.015 * 0.38 / 0.0036);
    same(-saved(&outcome, Metric::Co2), 10_488.0 * 44.0 / 64.0 / 1000.0);
    assert!(saved(&outcome, Metric::Co2e) < 0.0);
    let caustic = alone(&coal(), FlueGasDesulphurisation, &[("limestone_share", 0.0)]);
    nothing(saved(&caustic, Metric::Co2), 2000.0);
    // Half of the boilers: half of both.
    let half = alone(&coal(), FlueGasDesulphurisation, &[("coverage", 0.5)]);
    same(saved(&half, Metric::Co2), 0.5 * saved(&outcome, Metric::Co2));
    same(saved(&half, Metric::SiteElectricity), 0.5 * saved(&outcome, Metric::SiteElectricity));
    // After the switch to gas there is nothing to scrub and nothing to pay for.
    let switch: Plan<'_> = (BoilerCoalToGas, &[]);
    let both = with(&coal(), &[switch, (FlueGasDesulphurisation, &[])]);
    let switched = with(&coal(), &[switch]);
    nothing(saved(&both, Metric::SiteElectricity) - saved(&switched, Metric::SiteElectricity), 1e6);
    nothing(saved(&both, Metric::Co2) - saved(&switched, Metric::Co2), 2000.0);
}

/// 1,500 Pa at a fan efficiency of 65 %: 0.64 kWh for each thousand m3.
#[test]
fn filters_take_fan_power() {
    let outcome = alone(&coal(), BagFilter, &[]);
    same(-saved(&outcome, Metric::SiteElectricity), FLUE_GAS * 1500.0 / 0.65 / 3.6e6);
    // About 480 Nm3/GJ of dry flue gas at 9 % oxygen, some 800 m3 as it flows.
    near(FLUE_GAS / 23_000.0, 795.0, 2e-3);
    nothing(saved(&outcome, Metric::Fuel), 23_000.0);
}

/// 800 Pa for the fan; 4,140 kg of NOx × 0.85 × 17/46 × 1.275 of ammonia at 4 a kg.
#[test]
fn catalysts_take_fan_power_and_ammonia() {
    let outcome = alone(&coal(), ScrSncr, &[]);
    same(-saved(&outcome, Metric::SiteElectricity), FLUE_GAS * 800.0 / 0.65 / 3.6e6);
    let ammonia = 23_000.0 * 0.180 * 0.85 * 17.0 / 46.0 * 1.275;
    same(running_cost(&outcome, ScrSncr), ammonia * 4.0);
    let half = alone(&coal(), ScrSncr, &[("coverage", 0.5)]);
    same(running_cost(&half, ScrSncr), ammonia * 2.0);
}

/// The Lehigh example moves 6,500 cfm (11,044 m3/h) with 3 hp (2.24 kW) more.
#[test]
fn exchangers_take_fan_power() {
    let mut project = factory(1e6);
    project.bills.push(bill("natural_gas", 1e6, "m3", 4.2));
    project.fired.push(FiredUse {
        kind: "stenter".into(),
        carrier: "natural_gas".into(),
        share: Some(100.0),
        count: Some(2.0),
        exhaust_flow: Some(11_044.0),
        exhaust_temperature: Some(165.0),
        hours: Some(6000.0),
        ..FiredUse::default()
    });
    let outcome = alone(&project, StenterHeatRecovery, &[]);
    let kwh = -saved(&outcome, Metric::SiteElectricity);
    same(kwh, 2.0 * 11_044.0 * 6000.0 * 440.0 / 0.6 / 3.6e6);
    near(kwh / 12_000.0, 2.24, 0.01);
    assert!(saved(&outcome, Metric::Fuel) > 0.0);
}

/// 32,500 m3 a year: 1.5 kWh and membranes of 3 a m3.
#[test]
fn membranes_wear() {
    let mut project = factory(1e6);
    project.bills.push(bill("water", 100_000.0, "m3", 4.0));
    let outcome = alone(&project, RoWaterReuse, &[]);
    same(-saved(&outcome, Metric::SiteElectricity), 32_500.0 * 1.5);
    same(running_cost(&outcome, RoWaterReuse), 32_500.0 * 3.0);
}

/// Pellets instead of gas: no fossil CO2, but biogenic, and dust where there was next to none.
#[test]
fn pellets_bring_dust() {
    let mut project = gas_steam(stated("natural_gas", Some(90.0)));
    project.bills.push(bill("biomass_pellets", 0.0, "t", 1100.0));
    let outcome = alone(&project, BoilerBiomassPellets, &[]);
    same(saved(&outcome, Metric::Co2), 36_000.0 * GAS_CO2 / 1000.0);
    assert!(saved(&outcome, Metric::Biogenic) < -1000.0);
    assert!(outcome.after.totals[Metric::Pm10] > 10.0 * outcome.before.totals[Metric::Pm10]);
    assert!(saved(&outcome, Metric::Co) < 0.0);
}

/// An engine emits 135 g of NOx a GJ, the boiler it replaces 40 (EMEP/EEA tier 2): less at the power
/// station, more at home.
#[test]
fn engines_bring_nitrogen_oxides() {
    let project = gas_steam(stated("natural_gas", Some(90.0)));
    let outcome = alone(&project, Chp, &[("size", 100.0)]);
    let plant = &outcome.model.lowered.plant;
    let engine = outcome.after.burner[plant.engines[0].burner];
    let boiler: f64 = 36_000.0 - (outcome.after.totals[Metric::Fuel] - engine);
    assert!(engine > 1000.0 && boiler > 0.0);
    same(-saved(&outcome, Metric::Nox), engine * 0.135 - boiler * 0.040);
    assert!(saved(&outcome, Metric::Nox) < 0.0 && saved(&outcome, Metric::StationNox) > 0.0);
}

/// Nothing of all this stands in the base case.
#[test]
fn the_base_case_has_no_side_effects() {
    let before = outcome(&coal()).before;
    let added = before.auxiliary_energy + before.vehicle_energy + before.biogas_total + before.biogas_leak;
    nothing(added + before.anaerobic + before.solvent_burnt, 1.0);
}
