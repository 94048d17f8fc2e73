//! What was found, in words. Pure.

use super::search::{Found, Known, Stage};
use crate::features::naming::{MetricText, payback_short};
use crate::i18n::{Currency, I18n, Key, k};
use crate::ui::Trend;
use lantian_engine::assess::Outcome;
use lantian_engine::best::{Best, Goal, Impossible};
use lantian_engine::data::MeasureId;
use lantian_engine::metric::Metric;
use lantian_engine::set::MeasureSet;

/// A plan with what it does.
#[derive(Clone, Debug, PartialEq)]
pub struct Plan {
    pub finding: String,
    pub figures: Vec<Figure>,
    /// Name and cost of each upgrade.
    pub upgrades: Vec<(MeasureId, String)>,
}

/// A figure of the plan.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    pub label: String,
    pub text: String,
    pub trend: Trend,
}

/// A worth in the unit of the goal.
pub fn worth(i18n: I18n, goal: Goal, value: f64, currency: Currency) -> String {
    match goal {
        Goal::Npv => i18n.format().money_sentence(value, currency),
        Goal::Saving(metric) => MetricText::new(i18n, metric, currency).value(value),
    }
}

fn finding(i18n: I18n, found: &Found, best: &Best, stage: Stage, currency: Currency) -> String {
    let value = |amount: f64| worth(i18n, found.goal, amount, currency);
    if best.proven {
        let key = if best.plan.is_empty() { k::BEST_NOTHING } else { k::BEST_PROVEN };
        return i18n.t(key).to_owned();
    }
    let (best, bound) = (value(best.worth), best.bound);
    if !bound.is_finite() {
        return i18n.tf(k::BEST_SO_FAR_OPEN, [("value", &best)]);
    }
    let values = [("value", best.as_str()), ("bound", &value(bound))];
    i18n.tf(if stage == Stage::Stopped { k::BEST_STOPPED } else { k::BEST_SO_FAR }, values)
}

/// A plan of the search, evaluated and in words; `None` for what is no plan.
pub fn plan(i18n: I18n, outcome: &Outcome, found: &Found, stage: Stage, currency: Currency) -> Option<Plan> {
    let Known::Plan(best) = &found.known else { return None };
    let finding = finding(i18n, found, best, stage, currency);
    Some(plan_of(i18n, outcome, finding, best.plan, found.goal, currency))
}

/// A plan with this finding, evaluated and in words.
pub fn plan_of(
    i18n: I18n,
    outcome: &Outcome,
    finding: String,
    set: MeasureSet,
    goal: Goal,
    currency: Currency,
) -> Plan {
    let upgrades = set
        .iter()
        .filter_map(|place| outcome.measures.get(place))
        .map(|measure| (measure.id, i18n.format().money_sentence(measure.cost, currency)))
        .collect();
    Plan { finding, figures: figures(i18n, outcome, set, goal, currency), upgrades }
}

fn figures(i18n: I18n, outcome: &Outcome, set: MeasureSet, goal: Goal, currency: Currency) -> Vec<Figure> {
    let model = &outcome.model;
    let mut scratch = model.scratch();
    model.evaluate(set, &mut scratch);
    let saved = outcome.before.totals.minus(&scratch.flows.totals);
    let appraisal = model.appraise(set, &saved);
    let trend = |value: f64| match value {
        value if value > 0.0 => Trend::Better,
        value if value < 0.0 => Trend::Worse,
        _ => Trend::Same,
    };
    let money = |label: Key, value: f64, trend| Figure {
        label: i18n.t(label).to_owned(),
        text: i18n.format().money_sentence(value, currency),
        trend,
    };
    let mut metrics = vec![Metric::Co2e];
    if let Goal::Saving(metric) = goal
        && metric != Metric::Co2e
    {
        metrics.insert(0, metric);
    }
    let mut figures: Vec<Figure> = metrics
        .into_iter()
        .map(|metric| Figure {
            label: i18n.t(crate::features::naming::short_key(metric)).to_owned(),
            text: MetricText::new(i18n, metric, currency).change(-saved[metric]),
            trend: trend(saved[metric]),
        })
        .collect();
    figures.extend([
        money(k::FINANCE_NPV_SHORT, appraisal.npv, trend(appraisal.npv)),
        money(k::FINANCE_SAVING_YEAR, appraisal.yearly_saving, trend(appraisal.yearly_saving)),
        money(k::FINANCE_IMPLEMENTATION_COST, appraisal.investment, Trend::Same),
        Figure {
            label: i18n.t(k::UPGRADES_PAYBACK).to_owned(),
            text: payback_short(i18n, appraisal.simple_payback),
            trend: Trend::Same,
        },
    ]);
    figures
}

/// Why no plan meets what was asked.
pub fn impossible(i18n: I18n, reason: &Impossible, currency: Currency) -> String {
    let name = |id: MeasureId| i18n.name("measure", id.slug());
    match reason {
        Impossible::NotApplicable(id) => i18n.tf(k::BEST_NOT_APPLICABLE, [("measure", &name(*id))]),
        Impossible::Forbidden(id) => i18n.tf(k::BEST_FORBIDDEN, [("measure", &name(*id))]),
        Impossible::Excluded(one, other) => {
            i18n.tf(k::BEST_EXCLUDED, [("measure", &name(*one)), ("other", &name(*other))])
        }
        Impossible::Budget(cost) => {
            i18n.tf(k::BEST_BUDGET, [("cost", &i18n.format().money_sentence(*cost, currency))])
        }
        Impossible::Payback => i18n.t(k::BEST_PAYBACK).to_owned(),
        Impossible::Limit => i18n.t(k::BEST_LIMIT).to_owned(),
    }
}
