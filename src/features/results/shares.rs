//! What each upgrade adds to the plan: the waterfall and the table of measures.

use super::counting::Counting;
use crate::charts::waterfall::{Item, Waterfall};
use crate::features::naming::{MetricText, inside, metric_key, payback_short, rank_of, spoken};
use crate::features::why::{MoneyFigure, Subject};
use crate::i18n::{I18n, k};
use crate::ui::{Cell, Column, Row, Table};
use lantian_engine::assess::{MeasureOutcome, Outcome};
use lantian_engine::data::MeasureId;
use lantian_engine::explain::Case;
use lantian_engine::finance::Payback;
use lantian_engine::metric::Metric;

/// Figures a waterfall can show.
pub const SHOWN: [Metric; 9] = [
    Metric::Co2e,
    Metric::Cost,
    Metric::CoalEquivalent,
    Metric::So2,
    Metric::Nox,
    Metric::Pm10,
    Metric::Pm25,
    Metric::Voc,
    Metric::Water,
];

/// Stands where a figure is still being worked out.
const WAIT: &str = "…";

/// How savings are counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Count {
    /// Fair shares, which add up.
    #[default]
    InPlan,
    /// Each upgrade by itself.
    Alone,
}

/// A chart with its words and its table.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Shown<D> {
    pub title: String,
    pub caption: String,
    pub data: D,
    pub table: Table,
}

/// What one upgrade saves, in the metric's own unit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Saving {
    pub measure: MeasureId,
    pub value: f64,
}

/// Savings of the plan's upgrades, largest first; `None` while the shares are being worked out.
pub fn savings(outcome: &Outcome, metric: Metric, count: Count) -> Option<Vec<Saving>> {
    let of = |measure: &MeasureOutcome| {
        let totals = match count {
            Count::InPlan => measure.share.as_ref().map(|share| share.in_plan)?,
            Count::Alone => measure.alone?,
        };
        Some(Saving { measure: measure.id, value: totals[metric] })
    };
    let mut savings = outcome.counted().map(of).collect::<Option<Vec<_>>>()?;
    savings.sort_by(|one, other| other.value.total_cmp(&one.value));
    Some(savings)
}

/// Who does most of the work.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Leaders {
    /// The plan saves nothing of this figure.
    Nobody,
    /// One upgrade does at least half, or there is only one.
    One(MeasureId, f64),
    /// The first two together.
    Two(MeasureId, MeasureId, f64),
}

/// The leaders among savings in falling order.
pub fn leaders(savings: &[Saving]) -> Leaders {
    let whole: f64 = savings.iter().map(|saving| saving.value).sum();
    if whole <= 0.0 {
        return Leaders::Nobody;
    }
    match savings {
        [] => Leaders::Nobody,
        [one, ..] if one.value >= whole / 2.0 => Leaders::One(one.measure, (one.value / whole).min(1.0)),
        [one, two, ..] => Leaders::Two(one.measure, two.measure, ((one.value + two.value) / whole).min(1.0)),
        [one] => Leaders::One(one.measure, 1.0),
    }
}

fn measure_name(i18n: I18n, id: MeasureId) -> String {
    i18n.name("measure", id.slug())
}

/// Whether a change is too small to be shown as one.
fn is_nothing(saved: f64, before: f64) -> bool {
    saved.abs() <= before.abs() * 1e-6
}

fn title(text: MetricText, outcome: &Outcome, savings: &[Saving], count: Count) -> String {
    let (i18n, metric) = (text.i18n, text.metric);
    let saved = outcome.saving()[metric];
    let name = i18n.t(metric_key(metric));
    if is_nothing(saved, outcome.before.totals[metric]) {
        return i18n.tf(k::CHART_SAME, [("metric", name)]);
    }
    if saved < 0.0 {
        return i18n.tf(k::CHART_RISES, [("metric", name), ("amount", &text.value(-saved))]);
    }
    if count == Count::Alone {
        let sum: f64 = savings.iter().map(|saving| saving.value).sum();
        let plan = text.value(saved);
        return if (sum - saved).abs() < saved * 0.01 {
            i18n.tf(k::CHART_ALONE_SAME, [("plan", &plan)])
        } else {
            i18n.tf(k::CHART_ALONE_MORE, [("alone", &text.value(sum)), ("plan", &plan)])
        };
    }
    let share = |share: f64| i18n.format().share_words(share);
    match leaders(savings) {
        Leaders::Nobody => i18n.tf(k::CHART_FALLS, [("metric", name), ("amount", &text.value(saved))]),
        Leaders::One(_, part) if savings.len() == 1 || part > 0.99 => {
            i18n.tf(k::CHART_FALLS, [("metric", name), ("amount", &text.value(saved))])
        }
        Leaders::One(one, part) => {
            i18n.tf(k::CHART_WATERFALL_ONE, [("first", &measure_name(i18n, one)), ("share", &share(part))])
        }
        Leaders::Two(one, two, part) => i18n.tf(
            k::CHART_WATERFALL_TWO,
            [
                ("first", &measure_name(i18n, one)),
                ("second", &inside(i18n, &measure_name(i18n, two))),
                ("share", &share(part)),
            ],
        ),
    }
}

/// Stands in for shares that are still being worked out: each upgrade's own saving, scaled so that
/// the drawing closes and keeps its size. Shown without figures.
fn provisional(outcome: &Outcome, metric: Metric) -> Vec<Saving> {
    let mut savings = savings(outcome, metric, Count::Alone).unwrap_or_default();
    let sum: f64 = savings.iter().map(|saving| saving.value).sum();
    let scale = if sum == 0.0 { 0.0 } else { outcome.saving()[metric] / sum };
    for saving in &mut savings {
        saving.value *= scale;
    }
    savings
}

/// The waterfall of one metric. While the shares are being worked out its steps have no figures.
pub fn waterfall(text: MetricText, outcome: &Outcome, count: Count) -> Shown<Waterfall> {
    let (i18n, metric) = (text.i18n, text.metric);
    let found = savings(outcome, metric, count);
    let settled = found.is_some();
    let savings = found.unwrap_or_else(|| provisional(outcome, metric));
    let (before, after) = (outcome.before.totals[metric], outcome.after.totals[metric]);
    let counting = Counting::new(text, before.max(after));
    let key = |measure| match count {
        Count::InPlan => Subject::Share { measure, metric }.key(),
        Count::Alone => Subject::Alone { measure, metric }.key(),
    };
    let total = |label, value: f64, case| Item {
        label: i18n.t(label).to_owned(),
        value: counting.value(value),
        text: counting.show(value),
        key: Subject::Figure { metric, case }.key(),
    };
    let mut steps: Vec<Item> = savings
        .iter()
        .filter(|saving| !is_nothing(saving.value, before))
        .map(|saving| Item {
            label: measure_name(i18n, saving.measure),
            value: counting.value(-saving.value),
            text: if settled { counting.change(-saving.value) } else { WAIT.to_owned() },
            key: if settled { key(saving.measure) } else { String::new() },
        })
        .collect();
    let sum: f64 = savings.iter().map(|saving| saving.value).sum();
    let overlap = after - (before - sum);
    if count == Count::Alone && overlap.abs() > before.abs() * 1e-4 {
        steps.push(Item {
            label: i18n.t(k::CHART_OVERLAP).to_owned(),
            value: counting.value(overlap),
            text: counting.change(overlap),
            key: String::new(),
        });
    }
    let caption = match count {
        Count::InPlan => k::CHART_WATERFALL_OF,
        Count::Alone => k::CHART_WATERFALL_ALONE,
    };
    let mut caption = i18n.tf(caption, [("metric", i18n.t(metric_key(metric))), ("unit", &counting.unit())]);
    if count == Count::InPlan {
        caption.push_str(&sampled(text, outcome));
    }
    let title = title(text, outcome, if settled { &savings } else { &[] }, count);
    let data = Waterfall {
        start: total(k::CHART_TODAY, before, Case::Before),
        steps,
        end: total(k::CHART_PLAN, after, Case::After),
        ..Waterfall::default()
    };
    let table = waterfall_table(i18n, &title, &counting, &data);
    Shown { title, caption, data, table }
}

/// How far sampled shares can be trusted, to follow a caption; empty when they are exact or not there yet.
fn sampled(text: MetricText, outcome: &Outcome) -> String {
    match outcome.sampling_error(text.metric).filter(|_| !outcome.exact) {
        Some(error) => format!(" · {}", text.i18n.tf(k::CHART_SAMPLED, [("error", &text.value(error))])),
        None => String::new(),
    }
}

fn waterfall_table(i18n: I18n, title: &str, counting: &Counting, data: &Waterfall) -> Table {
    let cell = |item: &Item| {
        let name = spoken(i18n, &item.text);
        if item.key.is_empty() {
            item.text.clone().into()
        } else {
            Cell::with_why(&item.text, &item.key, name)
        }
    };
    let row = |item: &Item| Row::new([Cell::from(item.label.clone()), cell(item)]);
    let mut rows = vec![row(&data.start)];
    rows.extend(data.steps.iter().map(row));
    rows.push(row(&data.end).total());
    Table {
        caption: title.to_owned(),
        columns: vec![Column::text(i18n.t(k::RESULTS_ITEM_COLUMN)), Column::number(counting.unit())],
        rows,
    }
}

/// The upgrades of the plan: what each saves, costs and when it pays back, with a total.
pub fn measures_table(text: MetricText, outcome: &Outcome) -> Shown<()> {
    let (i18n, metric) = (text.i18n, text.metric);
    let counted: Vec<&MeasureOutcome> = outcome.counted().collect();
    let counting = Counting::new(text, outcome.before.totals[metric]);
    let mut order = counted.clone();
    let in_plan = |measure: &MeasureOutcome| measure.share.as_ref().map(|share| share.in_plan[metric]);
    let size =
        |measure: &MeasureOutcome| in_plan(measure).or(measure.alone.map(|a| a[metric])).unwrap_or(0.0);
    order.sort_by(|one, other| size(other).total_cmp(&size(one)));
    let mut caption = i18n
        .tf(k::RESULTS_TABLE_CAPTION, [("metric", i18n.t(metric_key(metric))), ("unit", &counting.unit())]);
    caption.push_str(&sampled(text, outcome));
    let columns = vec![
        Column::text(i18n.t(k::RESULTS_ITEM_COLUMN)),
        Column::number(i18n.t(k::UPGRADES_IN_PLAN)),
        Column::number(i18n.t(k::UPGRADES_ALONE)),
        Column::number(i18n.t(k::UPGRADES_LAST_IN)),
        Column::number(i18n.t(k::UPGRADES_COST)),
        Column::number(i18n.t(k::UPGRADES_PAYBACK)),
    ];
    let mut rows: Vec<Row> = order.iter().map(|measure| measure_row(text, counting, measure)).collect();
    rows.push(total_row(text, counting, outcome));
    let table = Table { caption: caption.clone(), columns, rows };
    Shown { title: table_title(i18n, &counted), caption, data: (), table }
}

fn table_title(i18n: I18n, counted: &[&MeasureOutcome]) -> String {
    let mut timed: Vec<(MeasureId, Payback)> = counted
        .iter()
        .filter_map(|measure| Some((measure.id, measure.appraisal.as_ref()?.simple_payback)))
        .filter(|(_, payback)| matches!(payback, Payback::Years(_)))
        .collect();
    timed.sort_by(|one, other| rank_of(one.1).total_cmp(&rank_of(other.1)));
    match timed.first() {
        Some((first, payback)) if counted.len() > 1 => i18n.tf(
            k::RESULTS_TABLE_FIRST,
            [("measure", &measure_name(i18n, *first)), ("time", &payback_short(i18n, *payback))],
        ),
        _ => i18n.t(k::RESULTS_TABLE_TITLE).to_owned(),
    }
}

/// A cell that opens its explanation.
fn cell(i18n: I18n, text: String, subject: Subject) -> Cell {
    let name = spoken(i18n, &text);
    Cell::with_why(text, subject.key(), name)
}

fn measure_row(text: MetricText, counting: Counting, measure: &MeasureOutcome) -> Row {
    let (i18n, metric, id) = (text.i18n, text.metric, measure.id);
    let none = || Cell::from(i18n.format().none());
    let share = measure.share.as_ref();
    let wait = || Cell::from(WAIT);
    let money = |figure| Subject::Money { measure: Some(id), figure };
    let cost = i18n.format().money_table(measure.cost, text.currency);
    let payback = measure.appraisal.as_ref().map(|a| payback_short(i18n, a.simple_payback));
    Row::new([
        Cell::from(measure_name(i18n, id)),
        share.map_or_else(wait, |s| {
            cell(i18n, counting.show(s.in_plan[metric]), Subject::Share { measure: id, metric })
        }),
        measure.alone.map_or_else(none, |a| {
            cell(i18n, counting.show(a[metric]), Subject::Alone { measure: id, metric })
        }),
        share.map_or_else(wait, |s| Cell::from(counting.show(s.last_in[metric]))),
        cell(i18n, cost, money(MoneyFigure::Investment)),
        payback.map_or_else(none, |text| cell(i18n, text, money(MoneyFigure::Payback))),
    ])
}

fn total_row(text: MetricText, counting: Counting, outcome: &Outcome) -> Row {
    let (i18n, metric) = (text.i18n, text.metric);
    let money = |figure| Subject::Money { measure: None, figure };
    let saved = counting.show(outcome.saving()[metric]);
    let cost = i18n.format().money_table(outcome.appraisal.investment, text.currency);
    let payback = payback_short(i18n, outcome.appraisal.simple_payback);
    Row::new([
        Cell::from(i18n.t(k::UPGRADES_PLAN_TOTAL)),
        cell(i18n, saved, Subject::Figure { metric, case: Case::Saving }),
        Cell::default(),
        Cell::default(),
        cell(i18n, cost, money(MoneyFigure::Investment)),
        cell(i18n, payback, money(MoneyFigure::Payback)),
    ])
    .total()
}

#[cfg(test)]
#[path = "shares_tests.rs"]
mod tests;
