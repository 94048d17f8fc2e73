//! Wastewater: aeration and digestion.

use crate::common::{GAS_CO2, alone, measure, near, nothing, same, saved, tick, with};
use crate::fleet_water::{mill, outcome_of_factory};
use lantian_engine::assess::{Depth, assess};
use lantian_engine::data::MeasureId::{self, AerationDoControl, AnaerobicBiogas, FineBubbleDiffusers};
use lantian_engine::metric::Metric;
use lantian_engine::notice::{ProblemKind, Reason};

type Plan<'a> = (MeasureId, &'a [(&'a str, f64)]);

/// β Cs = 0.92 × 9.17 = 8.4364 mg/L: from 4 to 1.5 mg/L the air falls to 4.4364 / 6.9364 = 63.96 %. Three
/// quarters of that saving reach the meter, on the 60 % that blowers use.
#[test]
fn oxygen_control() {
    let air: f64 = 4.4364 / 6.9364;
    near(air, 0.6396, 1e-4);
    let outcome = alone(&mill(), AerationDoControl, &[]);
    same(saved(&outcome, Metric::SiteElectricity), 135_000.0 * 0.6 * 0.75 * (1.0 - air));
    same(measure(&outcome, AerationDoControl).size, 90.0 / (8000.0 / 24.0));
    // Nothing to gain where the oxygen is low already.
    let low = alone(&mill(), AerationDoControl, &[("do_before", 1.0)]);
    nothing(saved(&low, Metric::SiteElectricity), 135_000.0);
}

/// Water cannot hold more oxygen than saturates it: 0.92 × 9.17 mg/L.
#[test]
fn oxygen_beyond_saturation_is_refused() {
    let mut project = mill();
    tick(&mut project, AerationDoControl, &[("do_before", 8.5)]);
    let problems = assess(&project, Depth::Quick).problems;
    let [problem] = &problems[..] else { panic!("{problems:?}") };
    assert_eq!(problem.field.name, "do_before");
    let ProblemKind::OutOfRange { max, reason, .. } = problem.kind else { panic!("{problem:?}") };
    near(max, 8.4364, 1e-9);
    assert_eq!(reason, Some(Reason::OxygenAboveSaturation));
}

/// MEASUR's table: coarse 1.9, fine 3.1 lb of O2 a hp·h; the same oxygen takes 61.3 % of the power. Both
/// measures multiply on the blowers.
#[test]
fn fine_bubbles() {
    let outcome = alone(&mill(), FineBubbleDiffusers, &[]);
    same(saved(&outcome, Metric::SiteElectricity), 135_000.0 * 0.6 * (1.0 - 1.9 / 3.1));
    let list: [Plan<'_>; 2] = [(AerationDoControl, &[]), (FineBubbleDiffusers, &[])];
    let control = 1.0 - 0.75 * (1.0 - 4.4364 / 6.9364);
    let left = 0.4 + 0.6 * control * 1.9 / 3.1;
    same(saved(&with(&mill(), &list), Metric::SiteElectricity), 135_000.0 * (1.0 - left));
    let none = outcome_of_factory();
    assert!(measure(&none, FineBubbleDiffusers).missing.is_some());
    assert!(measure(&none, AerationDoControl).missing.is_some());
}

/// 108 t of COD, 80 % removed without air: 86.4 t × 0.35 m3 = 30,240 m3 of CH4; 3 % leaks, 80 % of the
/// rest is burnt at 35.8 MJ/m3: 840 GJ of gas in the boiler, 75.2 t of CO2 that are not bought.
#[test]
fn biogas_of_the_mill() {
    let outcome = alone(&mill(), AnaerobicBiogas, &[]);
    let methane = 108_000.0 * 0.8 * 0.35;
    let burnt = methane * 0.97 * 0.80 * 0.0358;
    near(burnt, 840.1, 1e-4);
    same(saved(&outcome, Metric::Fuel), burnt);
    same(saved(&outcome, Metric::Co2), burnt * GAS_CO2 / 1000.0);
    // 54.6 kg of biogenic CO2 a GJ (IPCC 2006).
    same(-saved(&outcome, Metric::Biogenic), burnt * 54.6 / 1000.0);
    // What leaks, and 1 kg/TJ of each gas when burnt.
    same(-saved(&outcome, Metric::Ch4), 86_400.0 * 0.25 * 0.03 + burnt * (0.001 - 0.001));
    // Of the 100.8 t that treatment removes, 86.4 t need no air: the blowers' 60 % falls by that share.
    let spared = 135_000.0 * 0.6 * 86.4 / 100.8;
    same(saved(&outcome, Metric::SiteElectricity), spared);
    nothing(saved(&outcome, Metric::Cod), 7200.0);
    same(measure(&outcome, AnaerobicBiogas).size, 108_000.0 / (8000.0 / 24.0));
}

/// Not more COD than there is, not more gas than the boilers burn; without COD figures the screening 15 %.
#[test]
fn biogas_has_limits() {
    let much = alone(&mill(), AnaerobicBiogas, &[("size", 1e9)]);
    let most = 108_000.0 * 0.35 * 0.97 * 0.80 * 0.0358;
    same(saved(&much, Metric::Fuel), most);
    let mut small = mill();
    small.bills[1].amount = Some(10_000.0);
    let outcome = alone(&small, AnaerobicBiogas, &[]);
    same(saved(&outcome, Metric::Fuel), 360.0);
    nothing(outcome.after.totals[Metric::Fuel], 360.0);
    let mut unknown = mill();
    let wastewater = unknown.wastewater.as_mut().unwrap();
    (wastewater.cod_in, wastewater.cod_out) = (None, None);
    let outcome = alone(&unknown, AnaerobicBiogas, &[]);
    same(saved(&outcome, Metric::Fuel), 36_000.0 * 0.15);
    nothing(saved(&outcome, Metric::SiteElectricity), 135_000.0);
    // Where the park treats the effluent, it gets what is left of the load.
    let mut park = mill();
    let wastewater = park.wastewater.as_mut().unwrap();
    (wastewater.on_site, wastewater.cod_out) = (false, Some(1200.0));
    same(alone(&park, AnaerobicBiogas, &[]).after.totals[Metric::Cod], 108_000.0 * 0.2);
}
