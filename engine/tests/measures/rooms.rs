//! Light, cooling, and electricity from the roof.

use crate::common::{alone, electric, factory, hotel, measure, near, nothing, same, saved, with};
use lantian_engine::data::MeasureId::{
    ChillerHighCop, LightingControls, LightingLed, SolarPv, SplitUnitReplacement,
};
use lantian_engine::metric::Metric;
use lantian_engine::plant::ElectricKind;
use lantian_engine::project::{ElectricUse, Project, Solar};

fn lighting(count: f64, watt: f64, hours: f64) -> ElectricUse {
    ElectricUse {
        kind: ElectricKind::Lighting.slug().into(),
        count: Some(count),
        kw: Some(watt / 1000.0),
        hours: Some(hours),
        lamp_watt: Some(watt),
        ..ElectricUse::default()
    }
}

fn cooling(kind: ElectricKind, kwh: f64, cop: f64) -> ElectricUse {
    ElectricUse { cop: Some(cop), ..electric(kind, kwh) }
}

fn works(uses: Vec<ElectricUse>) -> Project {
    let mut project = factory(10e6);
    project.electricity = uses;
    project
}

fn rooms(uses: Vec<ElectricUse>) -> Project {
    let mut project = hotel(10e6);
    project.electricity = uses;
    project
}

/// A T8 lamp of 32 W with 4 W of electronic ballast becomes 15 W: 58.3 % less.
#[test]
fn led_of_an_unknown_lamp() {
    let outcome = alone(&works(vec![electric(ElectricKind::Lighting, 380_160.0)]), LightingLed, &[]);
    same(saved(&outcome, Metric::SiteElectricity), 380_160.0 * (1.0 - 15.0 / 36.0));
}

/// A lamp that is as good already stays.
#[test]
fn led_of_an_led() {
    let outcome = alone(&works(vec![lighting(100.0, 12.0, 4000.0)]), LightingLed, &[]);
    nothing(saved(&outcome, Metric::SiteElectricity), 4800.0);
}

/// Controls cut a quarter of what LED leaves: factors multiply, savings do not add.
#[test]
fn controls_after_led() {
    let project = works(vec![lighting(1650.0, 36.0, 6400.0)]);
    let led: (_, &[(&str, f64)]) = (LightingLed, &[]);
    let controls: (_, &[(&str, f64)]) = (LightingControls, &[]);
    let of = |list: &[_]| saved(&with(&project, list), Metric::SiteElectricity);
    same(of(&[controls]), 0.25 * 380_160.0);
    same(of(&[led, controls]), 380_160.0 * (1.0 - 15.0 / 36.0 * 0.75));
    // HKGBC: a third of the power for a third of the time.
    same(of(&[(LightingControls, &[("saving_fraction", 0.33 * 0.33)])]), 0.1089 * 380_160.0);
}

/// In a cooled building 80 % of a kWh of light saved need not be carried away at COP 4.
#[test]
fn led_also_saves_cooling() {
    let uses = || vec![lighting(1000.0, 36.0, 4000.0), cooling(ElectricKind::Hvac, 500_000.0, 4.0)];
    let light = 144_000.0 * (1.0 - 15.0 / 36.0);
    let outcome = alone(&rooms(uses()), LightingLed, &[]);
    same(saved(&outcome, Metric::SiteElectricity), light * (1.0 + 0.8 / 4.0));
    // In a factory hall nothing cools.
    let outcome = alone(&works(uses()), LightingLed, &[]);
    same(saved(&outcome, Metric::SiteElectricity), light);
}

/// Plant (e): water-cooled chillers from COP 4.5 to 6.0 save a quarter.
#[test]
fn chiller_of_the_circuit_board_works() {
    let project = works(vec![cooling(ElectricKind::ProcessCooling, 4e6, 4.5)]);
    let outcome = alone(&project, ChillerHighCop, &[("cop_after", 6.0)]);
    same(saved(&outcome, Metric::SiteElectricity), 1e6);
}

/// Air-cooled at 2.9 to water-cooled at 5.8: tower and pumps take 0.06 kW for each kW of cold.
/// 574,200 kWh × 2.9 is 1,665,180 kWh of cold; at 1/5.8 + 0.06 it takes 387,010.8 kWh.
#[test]
fn chiller_from_air_to_water() {
    let project = works(vec![cooling(ElectricKind::ProcessCooling, 574_200.0, 2.9)]);
    let outcome = alone(&project, ChillerHighCop, &[]);
    near(saved(&outcome, Metric::SiteElectricity), 574_200.0 - 387_010.8, 1e-9);
    // 1,665,180 kWh of cold in 2,500 full-load hours: 666 kW.
    near(measure(&outcome, ChillerHighCop).size, 666.072, 1e-9);
    // Half of the machines: half of the cold at each COP.
    let half = alone(&project, ChillerHighCop, &[("coverage", 0.5)]);
    near(saved(&half, Metric::SiteElectricity), 0.5 * (574_200.0 - 387_010.8), 1e-9);
}

#[test]
fn good_chillers_stay() {
    let project = works(vec![cooling(ElectricKind::ProcessCooling, 1e6, 6.5)]);
    nothing(saved(&alone(&project, ChillerHighCop, &[]), Metric::SiteElectricity), 1e6);
}

/// EER 11 to 16 Btu/Wh: 1 − 11/16, 31.25 % less; the seasonal COP of EER 11 is 11/3.412.
#[test]
fn split_units_by_energy_efficiency_ratio() {
    let project = rooms(vec![cooling(ElectricKind::Hvac, 472_500.0, 11.0 / 3.412_141_633)]);
    let outcome = alone(&project, SplitUnitReplacement, &[]);
    same(saved(&outcome, Metric::SiteElectricity), 472_500.0 * (1.0 - 11.0 / 16.0));
    // Hong Kong's label: grade 1 room units take 29 % less than grade 5; the default is near it.
    near(saved(&outcome, Metric::SiteElectricity) / 472_500.0, 0.29, 0.10);
}

/// Room units do not replace a process chiller, and one load gets one new machine.
#[test]
fn split_units_are_for_rooms() {
    let process = works(vec![cooling(ElectricKind::ProcessCooling, 1e6, 3.0)]);
    let outcome = crate::common::outcome(&process);
    assert!(measure(&outcome, SplitUnitReplacement).missing.is_some());
    let mut room = rooms(vec![cooling(ElectricKind::Hvac, 1e6, 3.0)]);
    crate::common::tick(&mut room, ChillerHighCop, &[]);
    crate::common::tick(&mut room, SplitUnitReplacement, &[]);
    let outcome = crate::common::outcome(&room);
    assert_eq!(measure(&outcome, SplitUnitReplacement).excluded_by, Some(ChillerHighCop));
}

/// 2.5 MWp at 1,000 kWh/kWp: nine tenths are used on site, the rest is exported for nothing.
#[test]
fn solar_exports_what_the_site_cannot_use() {
    let outcome = alone(&factory(20e6), SolarPv, &[("size", 2.5e6)]);
    same(saved(&outcome, Metric::GridElectricity), 2.25e6);
    same(outcome.after.exported, 0.25e6);
    nothing(saved(&outcome, Metric::SiteElectricity), 20e6);
    // 0.8 a kWh displaced; exports earn nothing unless agreed.
    same(saved(&outcome, Metric::Cost), 2.25e6 * 0.8);
}

/// More sun than load: the grid bill cannot fall below nothing.
#[test]
fn solar_beyond_the_load_is_exported() {
    let outcome = alone(&factory(1e6), SolarPv, &[("size", 2e6), ("self_use", 1.0)]);
    same(saved(&outcome, Metric::GridElectricity), 1e6);
    same(outcome.after.exported, 1e6);
}

/// A usable roof of 7,000 m2 at the middle of 0.10 to 0.18 kWp/m2: 980 kWp.
#[test]
fn solar_is_sized_by_the_roof() {
    let mut project = factory(10e6);
    project.solar = Some(Solar { usable_roof: Some(7000.0), ..Solar::default() });
    let outcome = alone(&project, SolarPv, &[]);
    same(measure(&outcome, SolarPv).size, 980_000.0);
    same(saved(&outcome, Metric::GridElectricity), 0.9 * 980_000.0);
}
