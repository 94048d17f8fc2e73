//! Travel, freight, waste and refrigerants by hand.

use crate::common::{alone, factory, measure, near, same, saved, with};
use lantian_engine::assess::{Depth, assess};
use lantian_engine::data::MeasureId::{
    FreightConsolidation, RailTravel, RefrigerantLeakRepair, VideoMeetings, WasteRecycling,
};
use lantian_engine::metric::Metric;
use lantian_engine::project::{Activity, Project, Purpose, Refrigerant};

const CAR: &str = "desnz_2025.car_average.unknown_fuel.per_vehicle_km";
const COACH: &str = "desnz_2025.coach.average";
const TRUCK: &str = "desnz_2025.hgv_artic_gt33.laden_average.per_tonne_km";

fn row(factor: &str) -> Activity {
    Activity { factor: factor.into(), ..Activity::default() }
}

fn plant(activities: Vec<Activity>) -> Project {
    Project { activities, ..factory(1e6) }
}

/// Six people, 90 return trips each, 95 km one way, 2.5 in a car: 6 × 90 × 2 × 95 ÷ 2.5 = 41,040 vehicle-km.
fn by_car() -> Activity {
    Activity {
        count: Some(6.0),
        times: Some(90.0),
        distance: Some(95.0),
        both_ways: true,
        occupancy: Some(2.5),
        cost: Some(82_080.0),
        ..row(CAR)
    }
}

/// 41,040 × 0.16725 kg = 6.86394 t. Half moves to the train: 51,300 passenger-km × 0.03 kg = 1.539 t.
#[test]
fn cars_to_rail() {
    let project = plant(vec![by_car()]);
    let outcome = alone(&project, RailTravel, &[]);
    near(outcome.before.totals[Metric::Scope3Travel], 6.86394, 1e-9);
    near(saved(&outcome, Metric::Scope3Travel), 6.86394 / 2.0 - 1.539, 1e-9);
    // 82,080 yuan for the cars; the train costs 0.6 a passenger-km: 41,040 − 51,300 × 0.6.
    near(saved(&outcome, Metric::ActivityCost), 41_040.0 - 30_780.0, 1e-9);
    // It is no part of the bills.
    same(saved(&outcome, Metric::Cost), 0.0);
    near(measure(&outcome, RailTravel).appraisal.as_ref().unwrap().yearly_saving, 10_260.0, 1e-9);
    same(saved(&outcome, Metric::Co2e), 0.0);
    // Not said what the cars cost: the train costs nothing either.
    let unpriced = plant(vec![Activity { cost: None, ..by_car() }]);
    same(saved(&alone(&unpriced, RailTravel, &[]), Metric::ActivityCost), 0.0);
}

/// Three tenths of the trips are not made; of the rest half goes by train.
#[test]
fn fewer_trips_of_which_some_by_rail() {
    let both = with(&plant(vec![by_car()]), &[(VideoMeetings, &[]), (RailTravel, &[])]);
    near(both.after.totals[Metric::Scope3Travel], 0.7 * (6.86394 / 2.0 + 1.539), 1e-9);
    // The way to work is no meeting.
    let commuting = Activity { purpose: Purpose::Commuting, ..by_car() };
    let outcome = with(&plant(vec![commuting, by_car()]), &[(VideoMeetings, &[])]);
    same(saved(&outcome, Metric::Scope3Commuting), 0.0);
    near(saved(&outcome, Metric::Scope3Travel), 0.3 * 6.86394, 1e-9);
}

/// Four people × 60 × 2 × 110 km = 52,800 passenger-km: 0.02776 kg by a full coach, 0.03 by train. It rises.
#[test]
fn a_full_coach_is_no_worse_than_the_train() {
    let coach = Activity {
        count: Some(4.0),
        times: Some(60.0),
        distance: Some(110.0),
        both_ways: true,
        ..row(COACH)
    };
    let project = plant(vec![coach]);
    same(saved(&alone(&project, RailTravel, &[]), Metric::Scope3), 0.0);
    let all = alone(&project, RailTravel, &[("coach_share", 1.0)]);
    near(saved(&all, Metric::Scope3), 52.8 * (0.02776 - 0.03), 1e-9);
}

/// 4,800 t × 75 km × 0.07703 kg = 27.7308 t. From 68 to 85 % load, an empty truck emitting 0.605 of a full
/// one: 0.94075 ÷ 0.85 against 0.8736 ÷ 0.68. Trips fall by a fifth.
#[test]
fn fuller_trucks() {
    let freight = Activity { count: Some(4800.0), distance: Some(75.0), cost: Some(100_000.0), ..row(TRUCK) };
    let project = plant(vec![freight.clone()]);
    let outcome = alone(&project, FreightConsolidation, &[]);
    near(outcome.before.totals[Metric::Scope3Freight], 27.7308, 1e-9);
    let left = 0.94075 / 0.85 / (0.8736 / 0.68);
    near(saved(&outcome, Metric::Scope3Freight), 27.7308 * (1.0 - left), 1e-9);
    near(saved(&outcome, Metric::ActivityCost), 20_000.0, 1e-9);
    // The table's own row of the full truck is 0.05988 kg: the formula meets it within half a per cent.
    let full = alone(&project, FreightConsolidation, &[("load_factor_after", 1.0)]);
    near(full.after.totals[Metric::Scope3Freight], 360.0 * 0.05988, 5e-3);
    // A load that would fall is not counted.
    same(saved(&alone(&project, FreightConsolidation, &[("load_factor_after", 0.5)]), Metric::Scope3), 0.0);
    let customer = plant(vec![Activity { purpose: Purpose::Customer, ..freight }]);
    let outcome = alone(&customer, FreightConsolidation, &[]);
    near(outcome.before.totals[Metric::Scope3Distribution], 27.7308, 1e-9);
    same(outcome.before.totals[Metric::Scope3Freight], 0.0);
}

/// 17 kg of R-22 a year at 1,760 (AR5): half of it.
#[test]
fn leaks_of_refrigerant() {
    let mut project = factory(1e6);
    project.refrigerants =
        vec![Refrigerant { gas: "hcfc_22".into(), leak: Some(17.0), ..Refrigerant::default() }];
    let outcome = alone(&project, RefrigerantLeakRepair, &[]);
    near(saved(&outcome, Metric::Co2e), 17.0 * 1.760 / 2.0, 1e-9);
    near(saved(&outcome, Metric::Refrigerants), 14.96, 1e-9);
}

/// 100 t of mixed waste at 520.533 kg; two fifths recycled at 4.68568 kg. The fee of 30,000 falls alike.
#[test]
fn sorted_waste() {
    let waste = Activity {
        amount: Some(100.0),
        cost: Some(30_000.0),
        ..row("desnz_2025.waste.commercial_industrial.landfill")
    };
    let outcome = alone(&plant(vec![waste]), WasteRecycling, &[]);
    near(saved(&outcome, Metric::Scope3Waste), 40.0 * (520.533 - 4.68568) / 1000.0, 1e-9);
    near(saved(&outcome, Metric::ActivityCost), 12_000.0, 1e-9);
}

/// Trains on electricity follow the grid of the place: 1,000 km × 0.0812 kWh × 0.38 kg.
#[test]
fn urban_rail_follows_the_grid() {
    let mut project = plant(vec![Activity { amount: Some(1000.0), ..row("hk.mtr.electricity") }]);
    project.site.region = "hk_clp".into();
    project.finance.currency = "hkd".into();
    let outcome = assess(&project, Depth::Quick).outcome.unwrap();
    // CLP 2024: 0.38 kg.
    near(outcome.before.totals[Metric::Scope3Travel], 0.0812 * 0.38, 1e-9);
}
