//! Heat from stenter exhaust, warm effluent and engines, and the sinks that limit it.

use crate::common::{
    GAS_CO2, GAS_NCV, GRID_CO2, alone, bill, case, compressors, factory, gas_steam, measure, near, nothing,
    outcome, same, saved, stated, with,
};
use lantian_engine::data::MeasureId::{
    Chp, CompressorHeatRecovery, DyehouseWastewaterHeatRecovery, StenterHeatRecovery,
};
use lantian_engine::metric::Metric;
use lantian_engine::project::{FiredUse, Project};

/// The ten stenters of plant (a): 94 % of 63.1 TJ of gas, exhaust 3,200 m3/h each at 165 °C.
fn stenters(gas: f64) -> Project {
    let mut project = factory(10e6);
    project.bills.push(bill("natural_gas", gas, "m3", 4.2));
    project.fired.push(FiredUse {
        kind: "stenter".into(),
        carrier: "natural_gas".into(),
        share: Some(94.0),
        efficiency: Some(85.0),
        count: Some(10.0),
        exhaust_flow: Some(3200.0),
        exhaust_temperature: Some(165.0),
        hours: Some(6900.0),
        ..FiredUse::default()
    });
    project
}

/// Air of 353 / 438.15 = 0.8057 kg/m3 at 1.006 kJ/(kg K) above fresh air of 30 °C: 32,000 m3/h for
/// 6,900 h carry 24,159 GJ.
const EXHAUST: f64 = 32_000.0 * (353.0 / 438.15) * 1.006 * 135.0 * 6900.0 * 1e-6;

/// 35 % of the exhaust heat to the fresh air, at 85 % burner efficiency: gas, not steam.
#[test]
fn stenter_exhaust_by_hand() {
    near(EXHAUST, 24_159.0, 1e-4);
    let outcome = alone(&stenters(1_620_000.0), StenterHeatRecovery, &[("effectiveness", 0.35)]);
    same(saved(&outcome, Metric::Fuel), 0.35 * EXHAUST / 0.85);
    same(saved(&outcome, Metric::Co2), 0.35 * EXHAUST / 0.85 * GAS_CO2 / 1000.0);
    same(measure(&outcome, StenterHeatRecovery).size, 10.0);
    // The screening range of the table: 8 to 30 % of the stenters' fuel.
    let share = saved(&outcome, Metric::Fuel) / (1620.0 * GAS_NCV);
    assert!((0.08..=0.30).contains(&share), "{share}");
}

/// The fresh air takes no more than the burner gives: with little gas all of it is saved and no
/// more, the 389 GJ of the bill, which the stenters have to themselves.
#[test]
fn stenter_saves_no_more_than_it_burns() {
    let outcome = alone(&stenters(10_000.0), StenterHeatRecovery, &[]);
    same(saved(&outcome, Metric::Fuel), 10.0 * GAS_NCV);
}

/// Gas steam at 80 % with so much of its 28,800 GJ for warming cold water; effluent 90 % of
/// 1,000,000 m3.
fn dyehouse(preheatable: f64) -> Project {
    let mut project = gas_steam(stated("natural_gas", Some(80.0)));
    project.site.hours = Some(7920.0);
    project.bills.push(bill("water", 1e6, "m3", 1.0));
    project.heat[0].uses[0].preheatable = Some(preheatable);
    project
}

/// 100 m3 a day for 330 days from 55 °C, fresh water at 20 °C, effectiveness 0.75, simultaneity 0.8:
/// 33,000 × 4.186 MJ × 35 × 0.6 = 2,900.9 GJ of heat.
const EFFLUENT_HEAT: f64 = 33_000.0 * 0.004_186 * 35.0 * 0.75 * 0.8;

#[test]
fn effluent_heat_by_hand() {
    near(EFFLUENT_HEAT, 2900.9, 1e-4);
    let outcome = alone(&dyehouse(50.0), DyehouseWastewaterHeatRecovery, &[("size", 0.1)]);
    same(saved(&outcome, Metric::Fuel), EFFLUENT_HEAT / 0.8);
    nothing(saved(&outcome, Metric::Effluent), 1e6);
}

/// The sink binds: 5 % of 28,800 GJ, 1,440 GJ, can be preheated.
#[test]
fn effluent_heat_into_a_small_sink() {
    let outcome = alone(&dyehouse(5.0), DyehouseWastewaterHeatRecovery, &[("size", 0.1)]);
    same(saved(&outcome, Metric::Fuel), 1440.0 / 0.8);
}

/// Plant (a): 35 % of the heat of 4,000 m3 a day at 65 °C above 20 °C are 87 TJ, and the sink takes
/// them: 60 % of the dyeing machines' 247.8, 80 % of the washing ranges' 36.4, all hot water's 7.3 and
/// 30 % of the 7.3 TJ of the auxiliaries, 187 TJ, of which the part that is the condensate's own is
/// not given up in the use (2 to 8 %).
#[test]
fn effluent_heat_of_the_dyeing_mill() {
    let mill = case("dyeing_mill");
    let recovered = |params: &[(&str, f64)]| {
        alone(&mill, DyehouseWastewaterHeatRecovery, params).after.heat_recovered[0] / 1000.0
    };
    let source = |size: f64| {
        [("size", size), ("waste_temperature", 65.0), ("effectiveness", 0.35), ("simultaneity", 1.0)]
    };
    near(recovered(&source(4.0)), 4000.0 * 330.0 * 0.004_186 * 45.0 * 0.35 / 1000.0, 1e-9);
    near(recovered(&source(4.0)), 87.0, 1e-3);
    let sink: f64 = 0.6 * 247.8 + 0.8 * 36.4 + 7.3 + 0.3 * 7.3;
    let taken = recovered(&source(100.0));
    assert!((0.92 * sink..0.98 * sink).contains(&taken), "{taken} of {sink}");
}

/// Two sources on one sink: the second gets the remainder.
#[test]
fn effluent_and_compressors_share_the_sink() {
    // 10 % of 28,800 GJ are 2,880; the effluent offers 2,901, the compressors 1,008.
    let mut project = dyehouse(10.0);
    project.bills[0].amount = Some(3e6);
    project.electricity.push(compressors(1e6, 0.0, 7.0, "vsd"));
    let effluent: (_, &[(&str, f64)]) = (DyehouseWastewaterHeatRecovery, &[("size", 0.05)]);
    let air: (_, &[(&str, f64)]) = (CompressorHeatRecovery, &[]);
    let of = |list: &[_]| saved(&with(&project, list), Metric::Fuel);
    same(of(&[effluent]), EFFLUENT_HEAT / 2.0 / 0.8);
    same(of(&[effluent, air]), (EFFLUENT_HEAT / 2.0 + 1008.0) / 0.8);
    let full: (_, &[(&str, f64)]) = (DyehouseWastewaterHeatRecovery, &[("size", 0.1)]);
    same(of(&[full, air]), 2880.0 / 0.8);
}

/// MEASUR's table of gas engines and turbines: size in kW, electrical efficiency in per cent, useful
/// heat in Btu per kWh (`data/formulas.md`).
const MEASUR: [(f64, f64, f64); 8] = [
    (50.0, 27.0, 6700.0),
    (600.0, 34.5, 4392.0),
    (1000.0, 36.8, 3854.0),
    (3300.0, 40.4, 3233.0),
    (5000.0, 28.9, 4893.0),
    (10_000.0, 27.3, 5262.0),
    (20_000.0, 33.2, 3821.0),
    (45_000.0, 36.0, 3141.0),
];

/// A works that uses so many times the heat and power of an engine: 8,000 h, steam at 80 %.
fn works(kilowatts: f64) -> Project {
    let mut project = gas_steam(stated("natural_gas", Some(80.0)));
    let kwh = kilowatts * 8000.0;
    project.bills[0].amount = Some(2.0 * kwh);
    // GJ of gas for five times the engine's power as heat.
    project.bills[1].amount = Some(5.0 * kwh * 0.0036 / 0.036);
    project.heat[0].uses[0].preheatable = Some(50.0);
    project
}

/// Every size of the table: power = size × 8,000 h × 0.95, fuel = power / efficiency, useful heat
/// × 0.90 saves boiler fuel at 80 %.
#[test]
fn engine_by_the_measur_table() {
    for (size, electrical, btu) in MEASUR {
        let outcome = alone(&works(size), Chp, &[("size", size)]);
        let power = size * 8000.0 * 0.95;
        same(saved(&outcome, Metric::GridElectricity), power);
        let fuel = power * 0.0036 / (electrical / 100.0);
        let heat = power * btu / 3_412.141_633 * 0.0036 * 0.90;
        same(-saved(&outcome, Metric::Fuel), fuel - heat / 0.8);
        let co2 = (power * GRID_CO2 - (fuel - heat / 0.8) * GAS_CO2) / 1000.0;
        near(saved(&outcome, Metric::Co2) + saved(&outcome, Metric::Scope2), co2, 1e-9);
        // No machine of the table gives more than it burns.
        assert!(power * 0.0036 + heat < fuel, "{size} kW");
    }
}

/// Between two sizes the table is a line, beyond its ends flat: 800 kW has 35.65 % and 4,123 Btu/kWh.
/// MEASUR itself looks the efficiency up by the heat demand instead of the size: not repeated here.
#[test]
fn engine_between_the_sizes() {
    let outcome = alone(&works(800.0), Chp, &[("size", 800.0)]);
    let power = 800.0 * 8000.0 * 0.95;
    let heat = power * 4123.0 / 3_412.141_633 * 0.0036 * 0.90;
    same(-saved(&outcome, Metric::Fuel), power * 0.0036 / 0.3565 - heat / 0.8);
    let small = alone(&works(30.0), Chp, &[("size", 30.0)]);
    let power = 30.0 * 8000.0 * 0.95;
    let heat = power * 6700.0 / 3_412.141_633 * 0.0036 * 0.90;
    same(-saved(&small, Metric::Fuel), power * 0.0036 / 0.27 - heat / 0.8);
}

/// Heat beyond the need is lost: half of it is steam, half hot water for preheating. Here nothing
/// can be preheated, and the boilers send out less than the engine's steam.
#[test]
fn engine_heat_is_limited_by_its_sinks() {
    let mut project = works(1000.0);
    let power = 1000.0 * 8000.0 * 0.95;
    let fuel = power * 0.0036 / 0.368;
    let useful = power * 3854.0 / 3_412.141_633 * 0.0036 * 0.90;
    project.heat[0].uses[0].preheatable = Some(0.0);
    let steam_only = alone(&project, Chp, &[("size", 1000.0)]);
    same(-saved(&steam_only, Metric::Fuel), fuel - useful / 2.0 / 0.8);
    // 10,000 GJ of gas, 8,000 GJ of steam: less than the engine's 13,900.
    project.bills[1].amount = Some(10_000.0 / 0.036);
    let small = alone(&project, Chp, &[("size", 1000.0)]);
    same(-saved(&small, Metric::Fuel), fuel - 10_000.0);
}

/// All warm water used is the engine's until the effluent offers some too; then each gives in proportion
/// to its offer: half of the engine's useful heat at 7,920 h, and the effluent's of above. Then 5 % of the
/// heat can be preheated.
#[test]
fn engine_and_effluent_preheat_in_proportion() {
    let mut project = works(1000.0);
    project.site.hours = Some(7920.0);
    project.bills.push(bill("water", 1e6, "m3", 1.0));
    let warm = 1000.0 * 7920.0 * 0.95 * 3854.0 / 3_412.141_633 * 0.0036 * 0.90 / 2.0;
    let engine: (_, &[(&str, f64)]) = (Chp, &[("size", 1000.0)]);
    near(with(&project, &[engine]).after.engine_water[0], warm, 1e-9);
    project.heat[0].uses[0].preheatable = Some(5.0);
    let effluent: (_, &[(&str, f64)]) = (DyehouseWastewaterHeatRecovery, &[("size", 0.1)]);
    let both = with(&project, &[engine, effluent]).after;
    let sink = 0.05 * project.bills[1].amount.unwrap() * 0.036 * 0.8;
    near(both.heat_recovered[0], sink, 1e-9);
    near(both.engine_water[0], sink * warm / (warm + EFFLUENT_HEAT), 1e-9);
    near(with(&project, &[effluent]).after.engine_water[0], 0.0, 1e-9);
}

/// Power beyond the need is exported, and the engine's NOx (EMEP/EEA: 135 against 40 g/GJ of a
/// boiler) rises on site while the power station's falls.
#[test]
fn engine_exports_and_raises_local_nox() {
    let mut project = works(1000.0);
    project.bills[0].amount = Some(4e6);
    let outcome = alone(&project, Chp, &[("size", 1000.0)]);
    same(saved(&outcome, Metric::GridElectricity), 4e6);
    same(outcome.after.exported, 7.6e6 - 4e6);
    let fuel = 7.6e6 * 0.0036 / 0.368;
    let heat = 7.6e6 * 3854.0 / 3_412.141_633 * 0.0036 * 0.90;
    same(-saved(&outcome, Metric::Nox), fuel * 0.135 - heat / 0.8 * 0.040);
    assert!(saved(&outcome, Metric::StationNox) >= 0.0);
}

/// An engine needs somewhere for its heat to go.
#[test]
fn engine_needs_a_heat_system() {
    assert!(measure(&outcome(&stenters(1e6)), Chp).missing.is_some());
    assert!(measure(&outcome(&stenters(1e6)), DyehouseWastewaterHeatRecovery).missing.is_some());
}
