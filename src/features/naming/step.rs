//! Intermediate results: what they are called and which unit they have.

use super::place::Places;
use crate::i18n::{I18n, k};
use lantian_engine::assess::Outcome;
use lantian_engine::carrier::Carrier;
use lantian_engine::explain::{Case, StepLine};
use lantian_engine::metric::Metric;
use lantian_engine::plant::Category;
use lantian_engine::step::Step;

/// The case of a step in words; `single` when one upgrade takes the place of the plan.
pub fn case_name(i18n: I18n, case: Case, single: bool) -> &'static str {
    i18n.t(match (case, single) {
        (Case::Before, _) => k::WHY_BEFORE,
        (Case::After, false) => k::WHY_AFTER,
        (Case::After, true) => k::WHY_AFTER_ONE,
        (Case::Saving, false) => k::WHY_SAVED,
        (Case::Saving, true) => k::WHY_SAVED_ONE,
    })
}

/// The name of a step with what it belongs to: `Boiler fuel · Steam, raw coal`. Its case stands with
/// it where it is not the one of the step above (`within`).
pub fn step_name(
    i18n: I18n,
    outcome: &Outcome,
    line: &StepLine,
    metric: Metric,
    within: Case,
    single: bool,
) -> String {
    let name = plain_name(i18n, outcome, line, metric);
    if line.case == within && !matches!(line.step, Step::Before | Step::After | Step::Saving) {
        return name;
    }
    if matches!(line.step, Step::Before | Step::After | Step::Saving) {
        return i18n
            .tf(k::WHY_METRIC_CASE, [("metric", &name), ("case", case_name(i18n, line.case, single))]);
    }
    i18n.tf(k::WHY_STEP_CASE, [("step", &name), ("case", case_name(i18n, line.case, single))])
}

fn plain_name(i18n: I18n, outcome: &Outcome, line: &StepLine, metric: Metric) -> String {
    let places = Places::new(i18n, outcome);
    let name = match (line.step, line.index) {
        (Step::TreatmentGas, 1) => i18n.name("step", "treatment_n2o"),
        (Step::TreatmentGas, _) => i18n.name("step", "treatment_ch4"),
        (Step::SupplyGas, 1) => i18n.name("step", "sewage_gas"),
        (Step::Scope3Category, index) => Category::ALL
            .get(index)
            .map_or_else(String::new, |c| i18n.t(super::metric_key(Metric::of_category(*c))).to_owned()),
        (Step::Before | Step::After | Step::Saving, _) => i18n.t(super::metric_key(metric)).to_owned(),
        (step, _) => i18n.name("step", step.slug()),
    };
    let what = match line.step {
        Step::ElectricUse
        | Step::AirFlow
        | Step::AirLeaks
        | Step::AirVolume
        | Step::AirWork
        | Step::CoolingLoad => places.electric(line.index),
        Step::HeatSent
        | Step::HeatUse
        | Step::HeatLoss
        | Step::CondensateLoss
        | Step::RecoveredHeat
        | Step::HeatNeeded
        | Step::EngineSteam => places.heat(line.index),
        Step::SourceHeat
        | Step::FlueTemperature
        | Step::StackLoss
        | Step::BoilerEfficiency
        | Step::BoilerFuel => places.source(line.index),
        Step::FiredFuel => places.fired(line.index),
        Step::FleetFuel => places.fleet(line.index),
        Step::BillEnergy | Step::CarrierEnergy | Step::FuelCo2 | Step::CarrierCost => {
            places.supply(line.index)
        }
        Step::Activity => places.activity(line.index),
        Step::StackPollutant | Step::AvailableHeat | Step::AvailableHeatAfter | Step::ExhaustHeat => {
            places.burner(line.index)
        }
        Step::Pollutant => Metric::ALL
            .iter()
            .find(|m| is_pollutant(**m, line.index))
            .map_or_else(String::new, |m| i18n.t(super::short_key(*m)).to_owned()),
        _ => String::new(),
    };
    if what.is_empty() { name } else { i18n.tf(k::WHY_STEP_OF, [("step", &name), ("what", &what)]) }
}

fn is_pollutant(metric: Metric, index: usize) -> bool {
    use lantian_engine::plant::AirPollutant;
    AirPollutant::ALL.get(index).is_some_and(|p| Metric::of(*p) == metric)
}

/// Unit slugs of a step's value; a share of one for what has no unit.
pub fn step_unit(outcome: &Outcome, line: &StepLine, metric: Metric) -> (&'static str, &'static str) {
    let energy = |index: usize| {
        let supplies = &outcome.model.lowered.plant.supplies;
        let electric = supplies.get(index).is_some_and(|s| s.carrier == Carrier::Electricity);
        if electric { ("kwh", "") } else { ("gj", "") }
    };
    match line.step {
        Step::BillEnergy | Step::CarrierEnergy => energy(line.index),
        step => match step.unit() {
            Some(("", "")) => ("ratio", ""),
            Some(unit) => unit,
            None => (metric.unit(), ""),
        },
    }
}
