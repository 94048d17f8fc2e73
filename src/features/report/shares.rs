//! The fair shares of the upgrades as a waterfall from today to the plan.

use super::facts::{Desk, Facts};
use super::parts::ReportChart;
use crate::charts::{Size, waterfall};
use crate::features::naming::MetricText;
use crate::i18n::{Key, k};
use lantian_engine::metric::Metric;
use leptos::prelude::*;

/// Shares below this part of today's emissions are no bar.
const NOTHING: f64 = 1e-6;

/// The fair shares of the upgrades between today and the plan; empty while there are none.
pub fn steps(facts: &Facts<'_>) -> waterfall::Waterfall {
    let (i18n, outcome) = (facts.i18n, facts.outcome);
    let text = MetricText::new(i18n, Metric::Co2e, facts.currency);
    let item =
        |label: String, value: f64, text: String| waterfall::Item { label, value, text, key: String::new() };
    let total = |key: Key, value: f64| item(i18n.t(key).to_owned(), value, text.table(value));
    let hair = NOTHING * outcome.before.totals[Metric::Co2e].abs();
    let mut steps: Vec<_> = outcome
        .counted()
        .filter_map(|measure| {
            let change = -measure.share.as_ref()?.in_plan[Metric::Co2e];
            let name = i18n.name("measure", measure.id.slug());
            (change.abs() > hair).then(|| item(name, change, text.table_change(change)))
        })
        .collect();
    steps.sort_by(|one, other| one.value.total_cmp(&other.value));
    waterfall::Waterfall {
        start: total(k::CHART_TODAY, outcome.before.totals[Metric::Co2e]),
        steps,
        end: total(k::CHART_PLAN, outcome.after.totals[Metric::Co2e]),
        welcome: waterfall::Welcome::Less,
    }
}

/// What does most of the work.
pub fn steps_finding(facts: &Facts<'_>) -> String {
    let (i18n, data) = (facts.i18n, steps(facts));
    let fall: f64 = data.steps.iter().map(|step| -step.value).sum();
    let share = |done: f64| i18n.format().share_words(done / fall);
    match data.steps.as_slice() {
        [first, second, _, ..] if fall > 0.0 && second.value < 0.0 => i18n.tf(
            k::CHART_WATERFALL_TWO,
            [
                ("first", &first.label),
                ("second", &second.label),
                ("share", &share(-first.value - second.value)),
            ],
        ),
        [first, ..] if fall > 0.0 => {
            i18n.tf(k::CHART_WATERFALL_ONE, [("first", &first.label), ("share", &share(-first.value))])
        }
        _ => i18n.t(k::CHART_WATERFALL_UNIT).to_owned(),
    }
}

/// Decimals a tick needs when the axis goes in steps of `step`.
pub fn step_decimals(step: f64) -> u8 {
    let mut step = step.abs();
    let mut decimals = 0;
    while decimals < 6 && (step - step.round()).abs() > 1e-6 {
        step *= 10.0;
        decimals += 1;
    }
    decimals
}

/// The waterfall; nothing while there are no shares.
#[component]
pub fn SharesChart() -> impl IntoView {
    let desk = Desk::expect();
    let i18n = desk.i18n;
    let steps = desk.memo(steps);
    let tick = move |value: f64, step: f64| i18n.format().table(value, step_decimals(step));
    let draw = move |size: Size| steps.with(|data| waterfall::layout(data, &tick, size));
    let any = Memo::new(move |_| steps.with(|data| !data.steps.is_empty()));
    view! {
        <Show when=move || any.get()>
            <ReportChart draw title=desk.memo(steps_finding) kind=k::CHART_WATERFALL />
        </Show>
    }
}
