//! What measures cost to run follows the flows of the plan, unless the user says what it is.

use crate::common::{
    alone, bill, boiler, factory, measure, near, nothing, plain_system, same, saved, with, with_priced_gas,
};
use lantian_engine::data::MeasureId::{
    HeatPumpHotWater, LightingLed, LowNoxBurner, LowVocMaterials, ScrSncr, SolventRecovery,
};
use lantian_engine::metric::Metric;
use lantian_engine::project::{Project, Solvent};

fn printer() -> Project {
    let mut project = with_priced_gas(factory(10e6));
    let ink = Solvent { name: "ink".into(), tonnes: Some(100.0), volatile: Some(50.0), ..Solvent::default() };
    project.solvents.push(ink);
    project
}

/// 50 t of solvent; materials at 5 % leave 5 t, so that a tenth of the solvent is left to recover, and
/// a tenth of its value.
#[test]
fn what_is_not_bought_is_not_recovered() {
    let recovery = -saved(&alone(&printer(), SolventRecovery, &[]), Metric::RunningCost);
    assert!(recovery < -1e4, "{recovery}");
    let both = with(&printer(), &[(LowVocMaterials, &[]), (SolventRecovery, &[])]);
    same(-saved(&both, Metric::RunningCost), recovery * 0.1);
}

/// Ammonia for the NOx that low-NOx burners leave: their removal multiplies.
#[test]
fn clean_burners_need_less_ammonia() {
    let mut project = factory(1e6);
    project.bills.push(bill("natural_gas", 1e6, "m3", 4.2));
    project.heat.push(plain_system("steam", vec![boiler("natural_gas", 150.0, 4.0, 1.0)]));
    let ammonia = |outcome: &_| -saved(outcome, Metric::RunningCost);
    let catalyst = alone(&project, ScrSncr, &[]);
    let burner = alone(&project, LowNoxBurner, &[]);
    let both = with(&project, &[(LowNoxBurner, &[]), (ScrSncr, &[])]);
    let left = burner.after.totals[Metric::Nox] / burner.before.totals[Metric::Nox];
    assert!(ammonia(&catalyst) > 0.0 && left < 0.9, "{left}");
    nothing(ammonia(&burner), 1.0);
    same(ammonia(&both), ammonia(&catalyst) * left);
    // All of the NOx can be removed without a quotient of nothing.
    let all = alone(&project, ScrSncr, &[("removal_scr", 1.0)]);
    nothing(all.after.totals[Metric::Nox], 100.0);
    assert!(ammonia(&all) > ammonia(&catalyst));
}

/// The user's own figure stands in for the catalogue's, at any coverage; a saving besides adds to it.
#[test]
fn the_user_knows_what_it_costs_to_run() {
    let mut project = factory(1e6);
    project.bills.push(bill("natural_gas", 1e6, "m3", 4.2));
    project.heat.push(plain_system("hot_water", vec![boiler("natural_gas", 150.0, 4.0, 1.0)]));
    let running =
        |params: &[(&str, f64)]| -saved(&alone(&project, HeatPumpHotWater, params), Metric::RunningCost);
    // 1.5 % of what it costs.
    let outcome = alone(&project, HeatPumpHotWater, &[]);
    near(running(&[]), measure(&outcome, HeatPumpHotWater).cost * 0.015, 1e-9);
    same(running(&[("running_cost", 7000.0)]), 7000.0);
    same(running(&[("running_cost", 7000.0), ("coverage", 0.5), ("other_saving", 2500.0)]), 4500.0);
    nothing(running(&[("running_cost", 0.0)]), 1.0);
    // Longer-lived lamps: nobody climbs ladders.
    let lamps = alone(&factory(1e6), LightingLed, &[("other_saving", 5000.0)]);
    same(saved(&lamps, Metric::RunningCost), 5000.0);
    let without = alone(&factory(1e6), LightingLed, &[]);
    let yearly = |outcome| measure(outcome, LightingLed).appraisal.as_ref().unwrap().yearly_saving;
    same(yearly(&lamps), yearly(&without) + 5000.0);
}
