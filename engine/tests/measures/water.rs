//! Water saving and membrane reuse.

use crate::common::{GRID_CO2, alone, bill, electric, factory, measure, nothing, outcome, same, saved, with};
use lantian_engine::data::MeasureId::{CoolingWaterReuse, RoWaterReuse};
use lantian_engine::metric::Metric;
use lantian_engine::plant::ElectricKind;
use lantian_engine::project::{Project, Wastewater};

/// 100,000 m3 at 4 a m3, 90,000 m3 of effluent treated on site from 1,200 to 80 mg/L at 3 a m3.
fn mill() -> Project {
    let mut project = factory(10e6);
    project.bills.push(bill("water", 100_000.0, "m3", 4.0));
    project.electricity.push(electric(ElectricKind::Wastewater, 135_000.0));
    project.wastewater = Some(Wastewater {
        volume: Some(90_000.0),
        on_site: true,
        cod_in: Some(1200.0),
        cod_out: Some(80.0),
        cost_per_m3: Some(3.0),
        ..Wastewater::default()
    });
    project
}

/// Liquor ratios of 8:1 to 4.5:1 and to 6.5:1 save 43.75 and 18.75 % of the water; effluent follows, and the 40 % of its treatment that are not blowers: the load stays.
#[test]
fn water_saving_of_the_dyehouse() {
    for fraction in [1.0 - 4.5 / 8.0, 1.0 - 6.5 / 8.0] {
        let outcome = alone(&mill(), CoolingWaterReuse, &[("saving_fraction", fraction)]);
        same(saved(&outcome, Metric::Water), fraction * 100_000.0);
        same(saved(&outcome, Metric::Effluent), fraction * 90_000.0);
        same(saved(&outcome, Metric::SiteElectricity), fraction * 135_000.0 * 0.4);
        let price = 100_000.0 * 4.0 + 90_000.0 * 3.0;
        same(saved(&outcome, Metric::WaterCost), fraction * price);
    }
}

/// The table's screening share, and a third of the lines.
#[test]
fn water_saving_by_share() {
    same(saved(&alone(&mill(), CoolingWaterReuse, &[]), Metric::Water), 9000.0);
    let third = alone(&mill(), CoolingWaterReuse, &[("coverage", 1.0 / 3.0)]);
    same(saved(&third, Metric::Water), 3000.0);
}

/// 54 % of the water through a membrane that recovers 65 %: 35.1 % is reused (plant (a): 35 %) at
/// 1.5 kWh/m3. The COD stays; less water carries it.
#[test]
fn membrane_reuse_costs_power_and_concentrates() {
    let outcome = alone(&mill(), RoWaterReuse, &[("coverage", 0.54)]);
    let reused = 100_000.0 * 0.54 * 0.65;
    same(saved(&outcome, Metric::Water), reused);
    same(saved(&outcome, Metric::Effluent), reused);
    same(-saved(&outcome, Metric::GridElectricity), reused * 1.5);
    same(-saved(&outcome, Metric::Co2e), reused * 1.5 * GRID_CO2 / 1000.0);
    nothing(saved(&outcome, Metric::Cod), 7200.0);
    let strength = |totals: &lantian_engine::metric::Totals<f64>| {
        totals[Metric::Cod] / totals[Metric::Effluent] * 1000.0
    };
    same(strength(&outcome.before.totals), 80.0);
    same(strength(&outcome.after.totals), 80.0 * 90_000.0 / (90_000.0 - reused));
    // All of the effluent is still treated: its cost on site stays.
    same(saved(&outcome, Metric::WaterCost), reused * 4.0);
}

/// Plant (c): the park charges 32 a m3 for what is sent there, so each m3 reused saves water and fee.
#[test]
fn membrane_reuse_saves_the_fee_of_the_park() {
    let mut project = mill();
    let wastewater = project.wastewater.as_mut().unwrap();
    (wastewater.on_site, wastewater.cost_per_m3) = (false, Some(32.0));
    let outcome = alone(&project, RoWaterReuse, &[]);
    // Half of the water, 65 % recovered.
    same(saved(&outcome, Metric::WaterCost), 32_500.0 * (4.0 + 32.0));
    // 0.5 × 100,000 m3 over 333.3 days.
    same(measure(&outcome, RoWaterReuse).size, 50_000.0 / (8000.0 / 24.0));
}

/// The nickel-rinse pilots recovered 67.5 and 92 % (bounds of the parameter).
#[test]
fn membrane_recovery_of_the_pilots() {
    for recovery in [0.675, 0.92] {
        let outcome = alone(&mill(), RoWaterReuse, &[("coverage", 0.9), ("recovery", recovery)]);
        same(saved(&outcome, Metric::Water), 0.9 * recovery * 100_000.0);
    }
}

/// No more than the treated effluent can be reused.
#[test]
fn membrane_reuse_is_limited_by_the_effluent() {
    let mut project = mill();
    project.wastewater.as_mut().unwrap().volume = Some(20_000.0);
    let outcome = alone(&project, RoWaterReuse, &[("coverage", 1.0)]);
    same(saved(&outcome, Metric::Water), 20_000.0);
    nothing(outcome.after.totals[Metric::Effluent], 20_000.0);
}

/// Saving first leaves less to reuse: 0.91 of the water, then 32.5 % of that.
#[test]
fn saving_and_reuse_multiply() {
    let list: [(_, &[(&str, f64)]); 2] = [(CoolingWaterReuse, &[]), (RoWaterReuse, &[])];
    let outcome = with(&mill(), &list);
    same(outcome.after.totals[Metric::Water], 100_000.0 * 0.91 * (1.0 - 0.325));
}

#[test]
fn water_measures_need_a_water_bill() {
    let dry = outcome(&factory(1e6));
    assert!(measure(&dry, CoolingWaterReuse).missing.is_some());
    assert!(measure(&dry, RoWaterReuse).missing.is_some());
}
