//! The bill is the truth: the calibrated base case buys exactly what the bills say.

use crate::common::{cases, near, outcome};
use crate::random::{often, project};
use lantian_engine::assess::{Depth, Outcome};
use lantian_engine::carrier::Carrier;
use lantian_engine::metric::Metric;
use lantian_engine::project::{Bill, Project, ReadingKind};
use proptest::prelude::*;

/// The year's amount of a bill in its own unit; `None` where the engine has to find the price or
/// the amount itself.
fn year(bill: &Bill) -> Option<f64> {
    if !bill.months.is_empty() {
        return Some(bill.months.iter().sum());
    }
    let amount = bill.amount? * bill.period.per_year();
    match bill.kind {
        ReadingKind::Value => Some(amount),
        ReadingKind::Money => Some(amount / bill.price?),
        ReadingKind::Unknown => None,
    }
}

#[track_caller]
fn assert_bills(project: &Project, outcome: &Outcome) {
    let lowered = &outcome.model.lowered;
    for (index, supply) in lowered.plant.supplies.iter().enumerate() {
        let amount = outcome.before.carrier[index] / lowered.params[supply.content];
        let Some(bill) = supply.bill.map(|place| &project.bills[place]) else {
            assert!(amount.abs() < 1e-9, "{:?} was not bought", supply.carrier);
            continue;
        };
        let Some(expected) = year(bill) else { continue };
        near(amount, expected, 1e-9);
        if let Some(price) = bill.price {
            near(outcome.before.carrier_cost[index], expected * price + bill.fixed_cost.unwrap_or(0.0), 1e-9);
        }
    }
    if let Some(expected) = project.bills.iter().find(|b| b.carrier == Carrier::Water.slug()).and_then(year) {
        near(outcome.before.totals[Metric::Water], expected, 1e-9);
    }
}

#[test]
fn the_cases_buy_what_their_bills_say() {
    for (_, project) in cases() {
        assert_bills(&project, &outcome(&project, Depth::Quick));
    }
}

proptest! {
    #![proptest_config(often(200))]

    #[test]
    fn any_plant_buys_what_its_bills_say(project in project()) {
        assert_bills(&project, &outcome(&project, Depth::Quick));
    }

    /// The equipment list plus own use is the site's electricity: bought plus generated.
    #[test]
    fn electricity_closes(project in project()) {
        let outcome = outcome(&project, Depth::Quick);
        for flows in [&outcome.before, &outcome.after] {
            let listed: f64 = flows.electric.iter().chain(&flows.station_use).sum();
            let added = flows.reuse_energy + flows.vehicle_energy + flows.auxiliary_energy;
            let used = listed + added;
            near(used, flows.site_electricity, 1e-9);
            near(flows.totals[Metric::GridElectricity] + flows.own_used, flows.site_electricity, 1e-9);
        }
    }
}
