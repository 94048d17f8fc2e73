//! What moves, is thrown away or bought: amounts, categories, and what is left out with a word.

use crate::common::{near, outcome};
use crate::random::{often, project};
use lantian_engine::assess::{Depth, assess};
use lantian_engine::metric::Metric;
use lantian_engine::notice::NoticeKind;
use lantian_engine::plant::Category;
use lantian_engine::project::{Activity, Bill, Project, Purpose, Wastewater};
use proptest::prelude::*;

const COACH: &str = "desnz_2025.coach.average";

/// A workshop in the delta with these activities; its grid emits 0.4419 kg a kWh.
fn workshop(activities: Vec<Activity>) -> Project {
    let mut project = Project { activities, ..Project::new() };
    project.site.region = "cn_prd".into();
    project.site.sector = "plastics".into();
    project.bills = vec![bill("electricity", 1e6)];
    project
}

fn bill(carrier: &str, amount: f64) -> Bill {
    Bill { carrier: carrier.to_owned(), amount: Some(amount), ..Bill::default() }
}

fn row(factor: &str) -> Activity {
    Activity { factor: factor.to_owned(), ..Activity::default() }
}

/// The notices about activities: field and kind.
fn notices(project: &Project) -> Vec<(&'static str, NoticeKind)> {
    let notices = assess(project, Depth::Quick).notices.into_iter();
    notices.filter(|n| n.field.part == "activity").map(|n| (n.field.name, n.kind)).collect()
}

fn amount(activity: Activity) -> f64 {
    let outcome = outcome(&workshop(vec![activity]), Depth::Quick);
    let lowered = &outcome.model.lowered;
    lowered.params[lowered.plant.activities[0].amount]
}

proptest! {
    #![proptest_config(often(60))]

    /// The categories are the whole of scope 3, and nothing of it is in scope 1 and 2.
    #[test]
    fn categories_add_up(project in project()) {
        let outcome = outcome(&project, Depth::Quick);
        for flows in [&outcome.before, &outcome.after] {
            let totals = &flows.totals;
            let sum: f64 = Category::ALL.iter().map(|c| totals[Metric::of_category(*c)]).sum();
            near(sum, totals[Metric::Scope3], 1e-12);
            near(totals[Metric::Co2e], totals[Metric::Scope1] + totals[Metric::Scope2], 1e-12);
        }
    }

    /// However much is moved to another mode, the amount stays, and no row emits less than nothing.
    #[test]
    fn what_moves_is_not_lost(share in 0.0..=1.0) {
        let mut project = workshop(vec![Activity { amount: Some(1000.0), ..row(COACH) }]);
        let choice = lantian_engine::project::MeasureChoice {
            measure: "rail_travel".to_owned(),
            on: true,
            params: [("coach_share".to_owned(), share)].into(),
            ..Default::default()
        };
        project.plans[0].measures.push(choice);
        let outcome = outcome(&project, Depth::Quick);
        // Coach 0.02776 kg, train 0.03 kg: between the two, in proportion.
        let expected = 0.02776 + share * (0.03 - 0.02776);
        near(outcome.after.totals[Metric::Scope3Travel], expected, 1e-9);
    }
}

#[test]
fn an_amount_out_of_trips() {
    let trips = Activity { count: Some(12.0), times: Some(42.0), distance: Some(140.0), ..row(COACH) };
    // 12 people × 42 trips × 140 km, there and back twice that.
    assert_eq!(amount(trips.clone()).to_bits(), 70_560.0_f64.to_bits());
    assert_eq!(amount(Activity { both_ways: true, ..trips.clone() }).to_bits(), 141_120.0_f64.to_bits());
    // Only trips, or only people: the other is one.
    assert_eq!(amount(Activity { count: None, ..trips.clone() }).to_bits(), 5880.0_f64.to_bits());
    assert_eq!(amount(Activity { times: None, ..trips.clone() }).to_bits(), 1680.0_f64.to_bits());
    // A total that is said counts as it is.
    let said = Activity { amount: Some(7.0), both_ways: true, ..trips };
    assert_eq!(amount(said).to_bits(), 7.0_f64.to_bits());
}

#[test]
fn what_is_said_in_part_counts_nothing_and_says_so() {
    let not_counted = |name| vec![(name, NoticeKind::NotCounted)];
    let of = |activity: Activity| notices(&workshop(vec![activity]));
    assert_eq!(of(row(COACH)), not_counted("amount"));
    assert_eq!(of(Activity { count: Some(3.0), ..row(COACH) }), not_counted("distance"));
    assert_eq!(of(Activity { distance: Some(3.0), ..row(COACH) }), not_counted("count"));
    let waste = "desnz_2025.waste.commercial_industrial.landfill";
    let only_trips = Activity { count: Some(3.0), distance: Some(3.0), ..row(waste) };
    assert_eq!(of(only_trips), not_counted("amount"), "waste is not counted by kilometres");
    let nothing = outcome(&workshop(vec![row(COACH)]), Depth::Quick);
    assert_eq!(nothing.before.totals[Metric::Scope3Travel].to_bits(), 0.0_f64.to_bits());
    // Nobody said how many sit in the car: one, with a notice, and only where it matters.
    let car = row("desnz_2025.car_average.unknown_fuel.per_vehicle_km");
    let people = Activity { count: Some(3.0), distance: Some(3.0), ..car.clone() };
    assert_eq!(of(people), [("occupancy", NoticeKind::DefaultUsed { value: 1.0, unit: "" })]);
    assert_eq!(of(Activity { amount: Some(9.0), ..car }), []);
}

/// 10,000 m3 supplied with 0.264 kWh each; 9,000 m3 treated elsewhere at 0.23 kg.
#[test]
fn water_from_elsewhere_and_to_elsewhere() {
    let mut project = workshop(Vec::new());
    project.bills.push(bill("water", 10_000.0));
    project.wastewater = Some(Wastewater { volume: Some(9000.0), ..Wastewater::default() });
    let totals = |project: &Project| outcome(project, Depth::Quick).before.totals;
    near(totals(&project)[Metric::Scope3Goods], 10.0 * 0.264 * 0.4419, 1e-9);
    near(totals(&project)[Metric::Scope3Waste], 9.0 * 0.23, 1e-9);
    // Treated on site it is scope 1.
    project.wastewater.as_mut().unwrap().on_site = true;
    assert_eq!(totals(&project)[Metric::Scope3Waste].to_bits(), 0.0_f64.to_bits());
    // Hong Kong: no figure of supply of its own, so the British one; sewage 0.29 kWh at CLP's 0.38 kg.
    project.wastewater.as_mut().unwrap().on_site = false;
    project.site.region = "hk_clp".to_owned();
    project.site.sector = "hotel".to_owned();
    near(totals(&project)[Metric::Scope3Goods], 10.0 * 0.1913, 1e-9);
    near(totals(&project)[Metric::Scope3Waste], 9.0 * 0.29 * 0.38, 1e-9);
}

/// The bill of water stands for its supply: the same as an activity would count twice.
#[test]
fn water_is_not_counted_twice() {
    let supply = Activity { amount: Some(10_000.0), ..row("desnz_2025.water_supply") };
    let alone = workshop(vec![supply]);
    assert_eq!(notices(&alone), []);
    near(outcome(&alone, Depth::Quick).before.totals[Metric::Scope3Goods], 1.913, 1e-9);
    let mut with_bill = alone.clone();
    with_bill.bills.push(bill("water", 10_000.0));
    assert!(matches!(notices(&with_bill)[..], [("factor", NoticeKind::FollowsBill { .. })]));
    let goods = outcome(&with_bill, Depth::Quick).before.totals[Metric::Scope3Goods];
    near(goods, 10.0 * 0.264 * 0.4419, 1e-9);
}

#[test]
fn who_travels_and_who_pays_decides_the_category() {
    let of = |factor: &str, purpose| {
        let row = Activity { amount: Some(1e6), purpose, ..row(factor) };
        let totals = outcome(&workshop(vec![row]), Depth::Quick).before.totals;
        let used = |c: &&Category| **c != Category::Energy && totals[Metric::of_category(**c)] > 0.0;
        Category::ALL.iter().filter(used).copied().collect::<Vec<_>>()
    };
    let truck = "desnz_2025.hgv_artic_gt33.laden_average.per_tonne_km";
    for (factor, purpose, category) in [
        (COACH, Purpose::Business, Category::Travel),
        (COACH, Purpose::Commuting, Category::Commuting),
        (truck, Purpose::Business, Category::Freight),
        (truck, Purpose::Customer, Category::Distribution),
        ("desnz_2025.hotel.hong_kong", Purpose::Commuting, Category::Travel),
        ("desnz_2025.material.paper.primary", Purpose::Business, Category::Goods),
        ("desnz_2025.waste.paper.landfill", Purpose::Business, Category::Waste),
    ] {
        assert_eq!(of(factor, purpose), [category], "{factor}");
    }
    assert_eq!(Category::ALL.iter().map(|c| c.number()).collect::<Vec<_>>(), [1, 3, 4, 5, 6, 7, 9]);
}

/// 100 units of Towngas: 2.5529 kg as published with AR5 inside; with AR6 2.549 kg of CO2, 44.6 mg of methane
/// at 27.9 and 9.9 mg of nitrous oxide at 273.
#[test]
fn towngas_is_weighed_with_the_set_that_is_chosen() {
    let of = |set: Option<&str>| {
        let mut project = workshop(Vec::new());
        project.site.region = "hk_clp".to_owned();
        project.site.sector = "hotel".to_owned();
        project.site.gwp_set = set.map(str::to_owned);
        project.bills.push(Bill { price: Some(15.0), ..bill("towngas", 100.0) });
        outcome(&project, Depth::Quick).before.totals[Metric::Scope1]
    };
    near(of(None), 0.25529, 1e-9);
    near(of(Some("ar5")), 0.25529, 1e-9);
    near(of(Some("ar6")), 0.1 * (2.549 + 4.46e-5 * 27.9 + 9.9e-6 * 273.0), 1e-9);
}
