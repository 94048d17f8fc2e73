//! End of pipe: NOx, SO2 and dust, and what is left of them after a fuel switch.

use crate::common::{
    alone, bill, factory, measure, nothing, outcome, plain_system, same, saved, stated, with, with_priced_gas,
};
use lantian_engine::data::MeasureId::{
    BagFilter, BoilerCoalToGas, FlueGasDesulphurisation, LowNoxBurner, ScrSncr,
};
use lantian_engine::metric::Metric;
use lantian_engine::project::{Bill, Device, FiredUse, Project};

/// 23,000 GJ of coal with 0.6 % sulphur in one boiler.
fn coal() -> Project {
    let mut project = factory(1e6);
    let fuel = Bill { ncv: Some(23.0), sulphur: Some(0.6), ..bill("bituminous_coal", 1000.0, "t", 860.0) };
    project.bills.push(fuel);
    project.heat.push(plain_system("steam", vec![stated("bituminous_coal", Some(72.0))]));
    with_priced_gas(project)
}

/// 36,000 GJ of gas in one boiler: NOx 40 g/GJ (EMEP/EEA tier 2, 1 to 50 MW), 1,440 kg.
fn gas() -> Project {
    crate::common::gas_steam(stated("natural_gas", Some(89.0)))
}

/// 2 × 1,000 t × 0.6 % × 0.95: 11.4 t of SO2; EMEP/EEA coal boilers of 1 to 50 MW: NOx 180, PM10 76,
/// PM2.5 72 g/GJ.
const SO2: f64 = 11_400.0;
const NOX: f64 = 23_000.0 * 0.180;
const PM10: f64 = 23_000.0 * 0.076;
const PM25: f64 = 23_000.0 * 0.072;

#[test]
fn low_nox_burner_halves() {
    let outcome = alone(&gas(), LowNoxBurner, &[]);
    same(outcome.before.totals[Metric::Nox], 1440.0);
    same(saved(&outcome, Metric::Nox), 720.0);
    nothing(saved(&outcome, Metric::Co2), 2000.0);
    // The delta's limit: 150 mg/m3 (44.2 g/GJ) to 50 mg/m3 (14.7 g/GJ) removes two thirds.
    let two_thirds = alone(&gas(), LowNoxBurner, &[("removal", 1.0 - 14.7 / 44.2)]);
    same(outcome.before.totals[Metric::Nox] - saved(&two_thirds, Metric::Nox), 1440.0 * 14.7 / 44.2);
}

/// Devices in series multiply: 0.5 × 0.15 of the NOx passes.
#[test]
fn low_nox_burner_and_catalyst_multiply() {
    let project = gas();
    let burner: (_, &[(&str, f64)]) = (LowNoxBurner, &[]);
    let catalyst: (_, &[(&str, f64)]) = (ScrSncr, &[]);
    same(saved(&with(&project, &[catalyst]), Metric::Nox), 0.85 * 1440.0);
    same(saved(&with(&project, &[burner, catalyst]), Metric::Nox), 1440.0 * (1.0 - 0.5 * 0.15));
    // Non-catalytic reduction removes 45 %.
    same(saved(&alone(&project, ScrSncr, &[("removal_scr", 0.45)]), Metric::Nox), 0.45 * 1440.0);
}

/// A grate does not take a low-NOx gas burner; a catalyst behind it works.
#[test]
fn catalyst_behind_coal() {
    let outcome = alone(&coal(), ScrSncr, &[]);
    same(saved(&outcome, Metric::Nox), 0.85 * NOX);
}

/// A kitchen has no chimney for a catalyst, and its stoves no burner to exchange.
#[test]
fn stoves_keep_their_burners() {
    let mut project = factory(1e6);
    project.bills.push(bill("natural_gas", 100_000.0, "m3", 4.2));
    project.fired.push(FiredUse {
        kind: "cooking".into(),
        carrier: "natural_gas".into(),
        share: Some(100.0),
        ..FiredUse::default()
    });
    let kitchen = outcome(&project);
    assert!(measure(&kitchen, LowNoxBurner).missing.is_some());
    assert!(measure(&kitchen, ScrSncr).missing.is_some());
}

/// Direct-fired dryers get other burners but no catalyst; furnaces take both.
#[test]
fn machines_and_furnaces() {
    let fired = |kind: &str| {
        let mut project = factory(1e6);
        project.bills.push(bill("natural_gas", 1e6, "m3", 4.2));
        project.fired.push(FiredUse {
            kind: kind.into(),
            carrier: "natural_gas".into(),
            share: Some(100.0),
            ..FiredUse::default()
        });
        project
    };
    for kind in ["stenter", "dryer", "oven"] {
        let outcome = alone(&fired(kind), LowNoxBurner, &[]);
        same(saved(&outcome, Metric::Nox), 0.5 * outcome.before.totals[Metric::Nox]);
        assert!(measure(&outcome, ScrSncr).missing.is_some(), "{kind}");
    }
    let furnace = alone(&fired("furnace"), ScrSncr, &[]);
    same(saved(&furnace, Metric::Nox), 0.85 * furnace.before.totals[Metric::Nox]);
}

#[test]
fn desulphurisation_by_removal() {
    let outcome = alone(&coal(), FlueGasDesulphurisation, &[]);
    same(outcome.before.totals[Metric::So2], SO2);
    same(saved(&outcome, Metric::So2), 0.92 * SO2);
    // The lower end of the table, on half of the boilers.
    let half = alone(&coal(), FlueGasDesulphurisation, &[("removal", 0.80), ("coverage", 0.5)]);
    same(saved(&half, Metric::So2), 0.40 * SO2);
    nothing(saved(&outcome, Metric::Nox), NOX);
}

/// A second scrubber acts on what the first lets through: 10 % of 8 %.
#[test]
fn desulphurisation_behind_a_scrubber() {
    let mut project = coal();
    project.heat[0].sources[0].devices =
        vec![Device { name: "wet alkali".into(), removal: [("so2".to_owned(), 90.0)].into() }];
    let outcome = alone(&project, FlueGasDesulphurisation, &[]);
    same(outcome.before.totals[Metric::So2], 0.1 * SO2);
    same(outcome.after.totals[Metric::So2], 0.1 * 0.08 * SO2);
}

/// Gas has no sulphur to remove: after coal to gas the scrubber is void, and so is the filter.
#[test]
fn cleaning_is_void_after_the_switch() {
    let project = coal();
    let switch: (_, &[(&str, f64)]) = (BoilerCoalToGas, &[]);
    let scrubber: (_, &[(&str, f64)]) = (FlueGasDesulphurisation, &[]);
    let filter: (_, &[(&str, f64)]) = (BagFilter, &[]);
    let switched = with(&project, &[switch]);
    let all = with(&project, &[switch, scrubber, filter]);
    for metric in [Metric::So2, Metric::Pm10, Metric::Pm25] {
        nothing(saved(&all, metric) - saved(&switched, metric), saved(&switched, metric));
    }
    // With half of the boilers switched, half of the scrubber's work is left.
    let half = with(&project, &[(BoilerCoalToGas, &[("coverage", 0.5)]), scrubber]);
    let gas = 11_500.0 * 0.72 / 0.90 * 0.3e-3;
    same(half.after.totals[Metric::So2], 0.5 * 0.08 * SO2 + gas);
}

/// A catalyst stays useful: it also treats the new boiler.
#[test]
fn catalyst_after_the_switch() {
    let list: [(_, &[(&str, f64)]); 2] = [(BoilerCoalToGas, &[]), (ScrSncr, &[])];
    let outcome = with(&coal(), &list);
    same(outcome.after.totals[Metric::Nox], 23_000.0 * 0.72 / 0.90 * 0.040 * 0.15);
}

/// A bag filter holds back 99 % of both sizes, of dust only.
#[test]
fn bag_filter_by_removal() {
    let outcome = alone(&coal(), BagFilter, &[]);
    same(saved(&outcome, Metric::Pm10), 0.99 * PM10);
    same(saved(&outcome, Metric::Pm25), 0.99 * PM25);
    nothing(saved(&outcome, Metric::So2), SO2);
    // Plant (i): 180 to 20 mg/m3 behind the wood boiler.
    let mut wood = factory(1e6);
    wood.bills.push(Bill { ncv: Some(15.5), ..bill("wood", 3900.0, "t", 0.0) });
    wood.heat.push(plain_system("steam", vec![stated("wood", Some(74.0))]));
    let outcome = alone(&wood, BagFilter, &[("removal", 1.0 - 20.0 / 180.0)]);
    same(outcome.after.totals[Metric::Pm10], outcome.before.totals[Metric::Pm10] / 9.0);
}

/// Gas has no dust to filter.
#[test]
fn bag_filter_needs_solid_fuel() {
    assert!(measure(&outcome(&gas()), BagFilter).missing.is_some());
    assert!(measure(&outcome(&gas()), FlueGasDesulphurisation).missing.is_some());
}
