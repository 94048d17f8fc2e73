//! Fans, pumps and moulding machines.

use crate::common::{GRID_CO2, alone, electric, factory, measure, near, nothing, outcome, same, saved, with};
use lantian_engine::data::MeasureId::{FanVsd, ImmAllElectric, ImmServoRetrofit, PumpVsd};
use lantian_engine::metric::Metric;
use lantian_engine::plant::ElectricKind;
use lantian_engine::project::{ElectricUse, Project};

fn plant(uses: Vec<ElectricUse>) -> Project {
    let mut project = factory(10e6);
    project.electricity = uses;
    project
}

/// Affinity law without any allowance: at 80 % flow 0.8³ = 0.512 of the power.
#[test]
fn fan_by_the_cube_law() {
    let project = plant(vec![electric(ElectricKind::Fans, 1e6)]);
    let ideal = [("exponent", 3.0), ("drive_efficiency", 1.0), ("realisation", 1.0)];
    let outcome = alone(&project, FanVsd, &ideal);
    same(saved(&outcome, Metric::SiteElectricity), 488_000.0);
    same(saved(&outcome, Metric::Co2e), 488.0 * GRID_CO2);
}

/// As the table has it: 0.8^2.7 = 0.54747, over the drive's 0.97 0.56440; three quarters of the
/// saving are reached: 32.67 %.
#[test]
fn fan_with_drive_loss_and_realisation() {
    let project = plant(vec![electric(ElectricKind::Fans, 1e6)]);
    near(saved(&alone(&project, FanVsd, &[]), Metric::SiteElectricity), 326_700.0, 1e-4);
    // A third of the fans.
    let third = alone(&project, FanVsd, &[("coverage", 1.0 / 3.0)]);
    near(saved(&third, Metric::SiteElectricity), 108_900.0, 1e-4);
}

/// The fan does not run below its least flow: 10 % asked for is 30 %.
#[test]
fn fan_has_a_least_flow() {
    let project = plant(vec![electric(ElectricKind::Fans, 1e6)]);
    let of = |flow: f64| {
        let params = [("flow_fraction", flow), ("exponent", 3.0), ("realisation", 1.0)];
        saved(&alone(&project, FanVsd, &params), Metric::SiteElectricity)
    };
    same(of(0.1), of(0.3));
    same(of(0.3), 1e6 * (1.0 - 0.027 / 0.97));
}

/// A fan that must give full flow all the time only gains the losses of the drive.
#[test]
fn fan_at_full_flow_loses() {
    let project = plant(vec![electric(ElectricKind::Fans, 1e6)]);
    let params = [("flow_fraction", 1.0), ("realisation", 1.0)];
    same(saved(&alone(&project, FanVsd, &params), Metric::SiteElectricity), 1e6 * (1.0 - 1.0 / 0.97));
}

/// P2/P1 = [(Hs + (H1 − Hs) f²) f / H1] / η: with 30 % static head at 80 % flow 0.748 × 0.8 / 0.97
/// = 0.61691.
#[test]
fn pump_with_static_head() {
    let project = plant(vec![electric(ElectricKind::Pumps, 1_298_880.0)]);
    let outcome = alone(&project, PumpVsd, &[]);
    near(saved(&outcome, Metric::SiteElectricity), 1_298_880.0 * (1.0 - 0.616_907), 1e-6);
}

/// Static head limits the cube law: none of it gives 1 − 0.512/0.97, all of it 1 − 0.8/0.97.
#[test]
fn static_head_limits_the_cube_law() {
    let project = plant(vec![electric(ElectricKind::Pumps, 1e6)]);
    let of =
        |head: f64| saved(&alone(&project, PumpVsd, &[("static_head_share", head)]), Metric::SiteElectricity);
    same(of(0.0), 1e6 * (1.0 - 0.512 / 0.97));
    same(of(1.0), 1e6 * (1.0 - 0.8 / 0.97));
    assert!(of(0.0) > of(0.3) && of(0.3) > of(0.8));
}

/// The forty fixed-pump machines of plant (b): 4,416,000 kWh.
fn machines(drive: &str) -> ElectricUse {
    ElectricUse {
        kind: ElectricKind::MouldingMachines.slug().into(),
        count: Some(40.0),
        kw: Some(18.4),
        hours: Some(6000.0),
        drive: Some(drive.into()),
        ..ElectricUse::default()
    }
}

/// Plant (b): the pump saves 45 %, the machine 30 %, so two thirds of its energy drive the pump.
#[test]
fn servo_saves_the_drive_share_only() {
    let project = plant(vec![machines("fixed_pump")]);
    let outcome = alone(&project, ImmServoRetrofit, &[("drive_share", 2.0 / 3.0)]);
    same(saved(&outcome, Metric::SiteElectricity), 0.30 * 4_416_000.0);
    same(measure(&outcome, ImmServoRetrofit).size, 40.0);
}

/// A drive share of 0.75 and the table's 20 to 60 % of the drive bracket the published 40 %
/// (`published/cases.csv`, C-08).
#[test]
fn servo_range_holds_the_published_saving() {
    let mut project = factory(60e6);
    project.electricity.push(electric(ElectricKind::MouldingMachines, 58.5e6));
    let of =
        |params: &[(&str, f64)]| saved(&alone(&project, ImmServoRetrofit, params), Metric::SiteElectricity);
    assert!(of(&[("drive_saving", 0.20)]) < of(&[]) && of(&[]) < 23.4e6);
    assert!(of(&[("drive_saving", 0.60)]) > 23.4e6);
}

/// Machines with a servo or a variable pump already gain nothing.
#[test]
fn servo_needs_a_fixed_pump() {
    for drive in ["variable_pump", "servo", "electric"] {
        let outcome = outcome(&plant(vec![machines(drive)]));
        assert!(measure(&outcome, ImmServoRetrofit).missing.is_some(), "{drive}");
        assert!(measure(&outcome, ImmAllElectric).missing.is_some(), "{drive}");
    }
    let mixed = plant(vec![machines("fixed_pump"), machines("servo")]);
    let outcome = alone(&mixed, ImmServoRetrofit, &[]);
    same(saved(&outcome, Metric::SiteElectricity), 0.75 * 0.45 * 4_416_000.0);
}

/// The table's 0.60 and 0.28 kWh/kg. The whole machine is replaced, whatever its drive share was.
#[test]
fn all_electric_by_specific_energy() {
    let project = plant(vec![machines("fixed_pump")]);
    let of = |params: &[(&str, f64)]| {
        saved(&alone(&project, ImmAllElectric, params), Metric::SiteElectricity) / 4_416_000.0
    };
    same(of(&[]), 1.0 - 0.28 / 0.60);
    // Ten of the forty machines.
    same(of(&[("coverage", 0.25)]), 0.25 * (1.0 - 0.28 / 0.60));
}

/// One machine gets one drive: the servo retrofit excludes the new machine.
#[test]
fn servo_and_all_electric_exclude_each_other() {
    let mut project = plant(vec![machines("fixed_pump")]);
    crate::common::tick(&mut project, ImmServoRetrofit, &[]);
    crate::common::tick(&mut project, ImmAllElectric, &[]);
    let both = outcome(&project);
    assert_eq!(measure(&both, ImmAllElectric).excluded_by, Some(ImmServoRetrofit));
    assert!(!measure(&both, ImmAllElectric).counted);
    let servo = alone(&project, ImmServoRetrofit, &[]);
    nothing(saved(&both, Metric::SiteElectricity) - saved(&servo, Metric::SiteElectricity), 1e6);
}

/// Drives of different machines do not touch each other.
#[test]
fn drives_add_up_over_machines() {
    let uses = vec![
        electric(ElectricKind::Fans, 1e6),
        electric(ElectricKind::Pumps, 1e6),
        electric(ElectricKind::ProcessMachines, 1e6),
    ];
    let project = plant(uses);
    let of = |list: &[_]| saved(&with(&project, list), Metric::SiteElectricity);
    let fans: (_, &[(&str, f64)]) = (FanVsd, &[]);
    let pumps: (_, &[(&str, f64)]) = (PumpVsd, &[]);
    same(of(&[fans, pumps]), of(&[fans]) + of(&[pumps]));
}
