//! The power supply, sewing machines, and what no electrical machine does.

use crate::common::{alone, electric, factory, hotel, measure, near, nothing, same, saved, tick, with};
use lantian_engine::assess::{Depth, Outcome, assess};
use lantian_engine::data::MeasureId::{
    self, AirNozzles, ChillerHighCop, FanVsd, PowerFactorCorrection, ServoSewingMachines,
    TransformerAmorphous,
};
use lantian_engine::metric::Metric;
use lantian_engine::notice::{Problem, ProblemKind, Reason};
use lantian_engine::plant::ElectricKind::{Fans, ProcessCooling, ProcessMachines};
use lantian_engine::project::{ElectricUse, Project};

fn plant(uses: Vec<ElectricUse>) -> Project {
    let mut project = factory(10e6);
    project.electricity = uses;
    project
}

fn kwh(outcome: &Outcome) -> f64 {
    saved(outcome, Metric::SiteElectricity)
}

fn cooling(cop: f64) -> ElectricUse {
    ElectricUse { cop: Some(cop), ..electric(ProcessCooling, 1e6) }
}

/// MEASUR's relation: 0.87 to 0.95 needs tan φ 0.56673 − 0.32868 = 0.23804 kvar per kW. Feeder loss
/// of 2 % falls by 1 − (0.87/0.95)² = 16.133 %: 0.32266 %; the capacitors lose 0.0119 %.
#[test]
fn power_factor_saves_hardly_any_energy() {
    let mut project = factory(8e6);
    project.bills[0].price = Some(0.8);
    let outcome = alone(&project, PowerFactorCorrection, &[]);
    near(measure(&outcome, PowerFactorCorrection).size, 238.04, 1e-4);
    near(kwh(&outcome) / 8e6, 0.003_226_6 - 0.000_119_0, 1e-4);
    // Mainland tariff: three points of surcharge at 0.5 % and five of rebate at 0.15 %, 2.25 % of what
    // is left of 6.4 million yuan when the energy is saved.
    let yearly = measure(&outcome, PowerFactorCorrection).appraisal.as_ref().unwrap().yearly_saving;
    let energy = kwh(&outcome) * 0.8;
    same(yearly, energy + 0.0225 * (6.4e6 - energy));
    same(saved(&outcome, Metric::Cost), yearly);
    // Good already.
    nothing(kwh(&alone(&project, PowerFactorCorrection, &[("power_factor_before", 0.97)])), 8e6);
}

/// Hong Kong charges demand in kVA: 8.421 % of it.
#[test]
fn power_factor_in_hong_kong() {
    let mut project = hotel(8e6);
    let energy = saved(&alone(&project, PowerFactorCorrection, &[]), Metric::ElectricityCost);
    project.bills[0].fixed_cost = Some(1e6);
    let outcome = alone(&project, PowerFactorCorrection, &[]);
    near(saved(&outcome, Metric::ElectricityCost) - energy, 84_210.5, 1e-5);
}

/// Two transformers of 1,700 W and 10,300 W at load rate 0.4 become 450 W and 9,000 W: 1,250 + 1,300
/// × 0.16 = 1,458 W each, 25,544 kWh a year. Without nameplates 0.7 % of the site.
#[test]
fn transformer_by_its_nameplate() {
    let project = factory(8e6);
    let plates = [
        ("no_load_loss", 1700.0),
        ("load_loss", 10_300.0),
        ("no_load_loss_new", 450.0),
        ("load_loss_new", 9000.0),
        ("transformers", 2.0),
    ];
    near(kwh(&alone(&project, TransformerAmorphous, &plates)), 25_544.2, 1e-5);
    let screening = alone(&project, TransformerAmorphous, &[]);
    same(kwh(&screening), 56_000.0);
    same(kwh(&alone(&project, TransformerAmorphous, &plates[..2])), 56_000.0);
    // 1,000 kW at 0.9 and 40 %: 2,778 kVA.
    near(measure(&screening, TransformerAmorphous).size, 2777.8, 1e-4);
    // Better plates on the old one: nothing.
    nothing(kwh(&alone(&project, TransformerAmorphous, &[plates[2], ("no_load_loss", 1.0)])), 8e6);
}

/// Losses of the supply shrink what all uses take at the meter, and only once.
#[test]
fn supply_measures_multiply() {
    let project = factory(8e6);
    let none: &[(&str, f64)] = &[];
    let of = |list: &[_]| 1.0 - kwh(&with(&project, list)) / 8e6;
    let (factor, transformer) = ((PowerFactorCorrection, none), (TransformerAmorphous, none));
    same(of(&[factor, transformer]), of(&[factor]) * of(&[transformer]));
}

/// Servo drives cut 67 % of the sewing. Of a garment factory's machines 60 % sew.
#[test]
fn servo_sewing() {
    let mut project = plant(vec![electric(ProcessMachines, 1e6)]);
    project.site.sector = "garment".into();
    same(kwh(&alone(&project, ServoSewingMachines, &[])), 1e6 * 0.6 * 0.67);
    same(kwh(&alone(&project, ServoSewingMachines, &[("sewing_share", 1.0)])), 0.67e6);
    // A line told by its drive, whatever the sector; 200 machines.
    let sewing = ElectricUse {
        kind: ProcessMachines.slug().into(),
        drive: Some("clutch".into()),
        count: Some(200.0),
        kw: Some(0.25),
        hours: Some(3000.0),
        ..ElectricUse::default()
    };
    let outcome = alone(&plant(vec![sewing]), ServoSewingMachines, &[("sewing_share", 1.0)]);
    same(kwh(&outcome), 0.67 * 150_000.0);
    same(measure(&outcome, ServoSewingMachines).size, 200.0);
    // Machines elsewhere do not sew.
    let elsewhere = crate::common::outcome(&plant(vec![electric(ProcessMachines, 1e6)]));
    assert!(measure(&elsewhere, ServoSewingMachines).missing.is_some());
}

/// What no machine does is refused, with the limit and why it stands there.
#[test]
fn impossible_machines_are_refused() {
    let refused = |project: &Project| {
        let problems = assess(project, Depth::Quick).problems;
        match &problems[..] {
            [Problem { kind: ProblemKind::OutOfRange { min, reason, .. }, .. }] => (*min, *reason),
            other => panic!("{other:?}"),
        }
    };
    let said = |id: MeasureId, key: &str, value: f64| {
        let mut project = plant(vec![cooling(4.0), electric(Fans, 1e6)]);
        tick(&mut project, id, &[(key, value)]);
        refused(&project)
    };
    let chiller = plant(vec![cooling(0.9)]);
    assert_eq!(refused(&chiller), (1.0, Some(Reason::CoolingBelowOne)));
    assert_eq!(said(ChillerHighCop, "cop_after", 0.99), (1.0, Some(Reason::CoolingBelowOne)));
    assert_eq!(said(FanVsd, "flow_fraction", -0.1), (0.0, Some(Reason::FlowBelowZero)));
    assert_eq!(said(AirNozzles, "flow_ratio", -0.5), (0.0, Some(Reason::FlowBelowZero)));
    // Beyond the other end nothing needs saying.
    assert_eq!(said(FanVsd, "flow_fraction", 1.1), (0.0, None));
    assert_eq!(refused(&plant(vec![cooling(99.0)])), (1.0, None));
    // A machine of exactly one is only poor.
    assert!(assess(&plant(vec![cooling(1.0)]), Depth::Quick).problems.is_empty());
}
