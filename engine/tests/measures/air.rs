//! Compressed air: pressure, leaks, and the heat of compressors.

use crate::common::{
    GAS_CO2, GRID_CO2, alone, compressors, factory, gas_steam, measure, near, nothing, same, saved, stated,
    with,
};
use lantian_engine::data::MeasureId::{CompressedAirLeaks, CompressedAirPressure, CompressorHeatRecovery};
use lantian_engine::metric::Metric;
use lantian_engine::project::Project;

/// A station of so many kWh among a million others.
fn station(kwh: f64, leaks: f64, pressure: f64, control: &str) -> Project {
    let mut project = factory(kwh + 1e6);
    project.electricity.push(compressors(kwh, leaks, pressure, control));
    project
}

/// bar in a pound per square inch.
const PSI: f64 = 0.068_947_572_93;

/// MEASUR, compressed air reduction: 200 kW for 8,760 h at 100 psig lowered to 90 psig uses
/// 1,650,714.71 kWh. Its atmosphere is 14.7 psi.
#[test]
fn pressure_reduction_follows_measur() {
    let project = station(1_752_000.0, 0.0, 100.0 * PSI, "start_stop");
    let params = [("pressure_after", 90.0 * PSI), ("ambient_pressure", 14.7 * PSI)];
    let outcome = alone(&project, CompressedAirPressure, &params);
    near(saved(&outcome, Metric::SiteElectricity), 1_752_000.0 - 1_650_714.71, 1e-6);
    // Guangdong 0.4419 kg/kWh: 101,285.29 kWh are 44.76 t.
    near(saved(&outcome, Metric::Co2e), 44.758, 1e-4);
}

/// Rule of thumb, seen at two utilities: one per cent for two psi.
#[test]
fn pressure_rule_of_thumb() {
    let project = station(1e6, 0.0, 100.0 * PSI, "start_stop");
    let outcome = alone(&project, CompressedAirPressure, &[("pressure_after", 98.0 * PSI)]);
    near(saved(&outcome, Metric::SiteElectricity), 10_000.0, 0.25);
}

/// Leaks grow with absolute pressure, and the control turns only its part of the smaller flow
/// into power: 7.5 to 6.5 bar at 30 % leaks and control 0.48.
#[test]
fn pressure_also_lowers_leaks() {
    let outcome = alone(&station(1e6, 30.0, 7.5, "load_unload_short"), CompressedAirPressure, &[]);
    let leaks = 0.30 / 0.70 * (6.5 + 1.013) / (7.5 + 1.013);
    let flow = 0.70 * (1.0 + leaks);
    let exponent = 0.395 / 1.395;
    let work = |gauge: f64| libm::pow((gauge + 1.013) / 1.013, exponent) - 1.0;
    let expected = (1.0 - 0.48 * (1.0 - flow)) * work(6.5) / work(7.5);
    same(saved(&outcome, Metric::SiteElectricity), 1e6 * (1.0 - expected));
}

/// Pressure that is low already is not raised.
#[test]
fn low_pressure_stays() {
    let outcome = alone(&station(1e6, 20.0, 6.0, "vsd"), CompressedAirPressure, &[]);
    nothing(saved(&outcome, Metric::SiteElectricity), 1e6);
}

/// 28 % to 8 % leaves 0.72/0.92 of the flow; each control turns its part of the rest into power
/// (the factors of MEASUR: modulating 0.30 … start-stop 1, blow-off none).
#[test]
fn leak_repair_by_control() {
    let controls = [
        ("modulating", 0.30),
        ("variable_displacement", 0.60),
        ("load_unload_short", 0.48),
        ("load_unload_long", 0.68),
        ("vsd", 0.97),
        ("start_stop", 1.0),
        ("blow_off", 0.0),
    ];
    for (control, factor) in controls {
        let outcome = alone(&station(673_200.0, 28.0, 8.0, control), CompressedAirLeaks, &[]);
        let expected = 673_200.0 * factor * (1.0 - 0.72 / 0.92);
        nothing(saved(&outcome, Metric::SiteElectricity) - expected, 673_200.0);
    }
}

/// Leaks and pressure together do not count the same leak twice, and half of the pipes is half of
/// the leaks.
#[test]
fn leaks_and_pressure_overlap() {
    let project = station(1e6, 30.0, 7.5, "vsd");
    let of = |list: &[_]| saved(&with(&project, list), Metric::SiteElectricity);
    let leaks: (_, &[(&str, f64)]) = (CompressedAirLeaks, &[]);
    let pressure: (_, &[(&str, f64)]) = (CompressedAirPressure, &[]);
    let both = of(&[leaks, pressure]);
    assert!(both < of(&[leaks]) + of(&[pressure]), "{both}");
    // 30 % towards 8 % by half: 19 %.
    let half = of(&[(CompressedAirLeaks, &[("coverage", 0.5)])]);
    same(half, 1e6 * 0.97 * (1.0 - 0.70 / 0.81));
}

/// A hole of 1/16 inch at 100 psi takes 6.5 cfm, 0.184 m3/min (`published/cases.csv`, C-52). 100 kW of screw
/// compressors at 7.06 kW per m3/min leak 30 % of 14.16 m3/min: 23.1, so 24 holes.
#[test]
fn leaks_are_counted_by_their_size() {
    let mut project = station(800_000.0, 30.0, 7.0, "vsd");
    project.electricity[0].kw = Some(100.0);
    project.electricity[0].hours = Some(8000.0);
    let outcome = alone(&project, CompressedAirLeaks, &[]);
    same(measure(&outcome, CompressedAirLeaks).size, 24.0);
}

/// A steam plant on gas at 80 % with cold water to warm, and 1 GWh of compressors.
fn with_compressors(preheatable: f64) -> Project {
    let mut project = gas_steam(stated("natural_gas", Some(80.0)));
    project.bills[0].amount = Some(3e6);
    project.electricity.push(compressors(1e6, 0.0, 7.0, "vsd"));
    project.heat[0].uses[0].preheatable = Some(preheatable);
    project
}

/// 80 % of the electricity is heat, half of it recovered, used 70 % of the time: 280,000 kWh or
/// 1,008 GJ of heat, 1,260 GJ of gas. The sink, 20 % of 28,800 GJ, takes it all.
#[test]
fn compressor_heat_into_a_large_sink() {
    let outcome = alone(&with_compressors(20.0), CompressorHeatRecovery, &[]);
    same(saved(&outcome, Metric::Fuel), 1008.0 / 0.8);
    same(saved(&outcome, Metric::Co2), 1260.0 * GAS_CO2 / 1000.0);
    nothing(saved(&outcome, Metric::SiteElectricity), 1e6);
}

/// The sink binds: 1 % of 28,800 GJ is all that can be preheated, 288 GJ.
#[test]
fn compressor_heat_into_a_small_sink() {
    let outcome = alone(&with_compressors(1.0), CompressorHeatRecovery, &[]);
    same(saved(&outcome, Metric::Fuel), 288.0 / 0.8);
}

/// Less air, less heat: with half of the air leaking and all leaks repaired, half of the
/// electricity and half of the heat are left.
#[test]
fn less_air_gives_less_heat() {
    let mut project = with_compressors(100.0);
    project.electricity[0] = compressors(1e6, 50.0, 7.0, "start_stop");
    let list: [(_, &[(&str, f64)]); 2] =
        [(CompressedAirLeaks, &[("leak_share_after", 0.0)]), (CompressorHeatRecovery, &[])];
    let outcome = with(&project, &list);
    same(saved(&outcome, Metric::SiteElectricity), 500_000.0);
    same(saved(&outcome, Metric::Fuel), 504.0 / 0.8);
    let carbon = (500_000.0 * GRID_CO2 + 630.0 * GAS_CO2) / 1000.0;
    // CH4 and N2O of 630 GJ of gas are some kilograms of CO2e.
    near(saved(&outcome, Metric::Co2e), carbon, 1e-3);
}
