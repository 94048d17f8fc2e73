//! Before and after side by side: emissions by part, costs, pollutants on site and at the power station.

use super::counting::{Counting, Mass};
use super::parts::{Division, Part, Who, label, parts};
use super::shares::Shown;
use super::verdict::NEWS;
use crate::charts::before_after::{self, Bar, BeforeAfter};
use crate::charts::pollutants::{Lengths, Pair, Pairs};
use crate::features::naming::{MetricText, carrier_name, inside, short_key, spoken};
use crate::features::why::Subject;
use crate::i18n::{Currency, I18n, k};
use crate::ui::{Cell, Column, Row, Table};
use lantian_engine::assess::Outcome;
use lantian_engine::explain::Case;
use lantian_engine::metric::{Metric, Totals};

/// Air pollutants in the order of the chart.
const POLLUTANTS: [Metric; 6] =
    [Metric::So2, Metric::Nox, Metric::Pm10, Metric::Pm25, Metric::Voc, Metric::Co];

/// Figures of the power station.
const STATION: [Metric; 3] = [Metric::StationSo2, Metric::StationNox, Metric::StationPm10];

/// Costs below this part of the bill are not drawn; the total still holds them.
const TRIFLE: f64 = 1e-4;

/// A row of a before-and-after table.
struct Line {
    label: String,
    before: f64,
    after: f64,
    /// Figure behind the row, if there is one.
    metric: Option<Metric>,
}

/// A table of lines with their change.
fn table(i18n: I18n, caption: &str, counting: Counting, lines: &[Line], total: &Line) -> Table {
    let cell = |value: f64, metric: Option<Metric>, case: Case| {
        let text = counting.show(value);
        match metric {
            Some(metric) => {
                let name = spoken(i18n, &text);
                Cell::with_why(text, Subject::Figure { metric, case }.key(), name)
            }
            None => Cell::from(text),
        }
    };
    let row = |line: &Line| {
        Row::new([
            Cell::from(line.label.clone()),
            cell(line.before, line.metric, Case::Before),
            cell(line.after, line.metric, Case::After),
            Cell::from(change(i18n, line.before, line.after)),
        ])
    };
    let mut rows: Vec<Row> = lines.iter().map(row).collect();
    rows.push(row(total).total());
    Table {
        caption: caption.to_owned(),
        columns: vec![
            Column::text(i18n.t(k::RESULTS_ITEM_COLUMN)),
            Column::number(i18n.t(k::RESULTS_NOW)),
            Column::number(i18n.t(k::RESULTS_PLAN)),
            Column::number(i18n.t(k::RESULTS_CHANGE)),
        ],
        rows,
    }
}

/// A change as a percentage; empty where it starts from nothing.
fn change(i18n: I18n, before: f64, after: f64) -> String {
    if before > 0.0 { i18n.format().percent((after - before) / before) } else { String::new() }
}

/// Two stacked bars of `lines`, with their totals.
fn bars(i18n: I18n, counting: Counting, lines: &[Line], total: (f64, f64)) -> BeforeAfter {
    let part = |line: &Line| before_after::Part {
        label: line.label.clone(),
        before: counting.value(line.before),
        after: counting.value(line.after),
        text: [counting.show(line.before), counting.show(line.after)].join(" → "),
        key: line
            .metric
            .map_or_else(String::new, |metric| Subject::Figure { metric, case: Case::After }.key()),
    };
    let bar = |key, value| Bar { label: i18n.t(key).to_owned(), text: counting.show(value) };
    BeforeAfter {
        before: bar(k::CHART_TODAY, total.0),
        after: bar(k::CHART_PLAN, total.1),
        parts: lines.iter().map(part).collect(),
    }
}

/// Emissions of today and the plan by scope, carrier or use.
pub fn emissions(
    i18n: I18n,
    outcome: &Outcome,
    division: Division,
    currency: Currency,
) -> Shown<BeforeAfter> {
    let text = MetricText::new(i18n, Metric::Co2e, currency);
    let total = (outcome.before.totals[Metric::Co2e], outcome.after.totals[Metric::Co2e]);
    let counting = Counting::new(text, total.0.max(total.1));
    let parts = parts(outcome, division);
    let line = |part: &Part| Line {
        label: label(i18n, part.who),
        before: part.before,
        after: part.after,
        metric: if let Who::Metric(metric) = part.who { Some(metric) } else { None },
    };
    let lines: Vec<Line> = parts.iter().map(line).collect();
    let largest = lines.iter().max_by(|one, other| one.before.total_cmp(&other.before));
    let title = largest.filter(|_| total.0 > 0.0).map_or_else(
        || i18n.t(k::RESULTS_SHOW_BEFORE_AFTER).to_owned(),
        |largest| {
            let share = i18n.format().share_words(largest.before / total.0);
            i18n.tf(k::CHART_SPLIT_FINDING, [("part", &largest.label), ("share", &share)])
        },
    );
    let sum = Line {
        label: i18n.t(k::UI_TOTAL).to_owned(),
        before: total.0,
        after: total.1,
        metric: Some(Metric::Co2e),
    };
    Shown {
        caption: i18n.t(k::CHART_SPLIT_UNIT).to_owned(),
        data: bars(i18n, counting, &lines, total),
        table: table(i18n, &title, counting, &lines, &sum),
        title,
    }
}

/// Yearly cost of today and the plan by what is paid for.
pub fn costs(i18n: I18n, outcome: &Outcome, currency: Currency) -> Shown<BeforeAfter> {
    let text = MetricText::new(i18n, Metric::Cost, currency);
    let (before, after) = (&outcome.before, &outcome.after);
    let total = (before.totals[Metric::Cost], after.totals[Metric::Cost]);
    let counting = Counting::new(text, total.0.max(total.1));
    let mut lines = cost_lines(i18n, outcome);
    lines.retain(|line| line.before.abs().max(line.after.abs()) > total.0.abs().max(total.1.abs()) * TRIFLE);
    lines.sort_by(|one, other| other.before.max(other.after).total_cmp(&one.before.max(one.after)));
    let title = cost_title(i18n, &lines, total);
    let sum = Line {
        label: i18n.t(k::UI_TOTAL).to_owned(),
        before: total.0,
        after: total.1,
        metric: Some(Metric::Cost),
    };
    Shown {
        caption: i18n.tf(k::CHART_COST_UNIT, [("currency", &counting.unit())]),
        data: bars(i18n, counting, &lines, total),
        table: table(i18n, &title, counting, &lines, &sum),
        title,
    }
}

fn cost_lines(i18n: I18n, outcome: &Outcome) -> Vec<Line> {
    let (before, after) = (&outcome.before, &outcome.after);
    let plant = &outcome.model.lowered.plant;
    let paid = before.carrier_cost.iter().zip(&after.carrier_cost);
    let mut lines: Vec<Line> = plant
        .supplies
        .iter()
        .zip(paid)
        .map(|(supply, (was, is))| Line {
            label: carrier_name(i18n, supply.carrier),
            before: *was,
            after: *is,
            metric: None,
        })
        .collect();
    let of = |metric: Metric| (before.totals[metric], after.totals[metric]);
    for (metric, key) in [(Metric::WaterCost, k::METRIC_WATER_BILL), (Metric::Tax, k::METRIC_TAX)] {
        let (was, is) = of(metric);
        lines.push(Line { label: i18n.t(key).to_owned(), before: was, after: is, metric: Some(metric) });
    }
    // What the cost of electricity lacks against its bill is income from power sold.
    let bill = |costs: &[f64]| costs.get(plant.electricity).copied().unwrap_or_default();
    let (was, is) = of(Metric::ElectricityCost);
    let sold = (was - bill(&before.carrier_cost), is - bill(&after.carrier_cost));
    if sold.0.abs().max(sold.1.abs()) > 1e-6 * bill(&before.carrier_cost).abs() {
        let label = i18n.t(k::CHART_POWER_SOLD).to_owned();
        lines.push(Line { label, before: sold.0, after: sold.1, metric: None });
    }
    lines
}

fn cost_title(i18n: I18n, lines: &[Line], total: (f64, f64)) -> String {
    let change = if total.0 > 0.0 { (total.1 - total.0) / total.0 } else { 0.0 };
    let largest_fall = lines.iter().max_by(|a, b| (a.before - a.after).total_cmp(&(b.before - b.after)));
    match largest_fall {
        Some(part) if change <= -NEWS => i18n.tf(
            k::CHART_COST_FALLS,
            [("share", &i18n.format().share(-change)), ("part", &inside(i18n, &part.label))],
        ),
        _ if change >= NEWS => i18n.tf(k::CHART_COST_RISES, [("share", &i18n.format().share(change))]),
        _ => lines.first().filter(|_| total.0 > 0.0).map_or_else(
            || i18n.t(k::RESULTS_MONEY).to_owned(),
            |first| {
                let share = i18n.format().share_words(first.before / total.0);
                i18n.tf(k::CHART_COST_FINDING, [("carrier", &first.label), ("share", &share)])
            },
        ),
    }
}

/// What happens to the air at the stack.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Air {
    Same,
    Cleaner,
    /// Cleaner, except these.
    Except(Vec<Metric>),
    /// These rise, none falls.
    Worse(Vec<Metric>),
}

/// The finding about pollutants on site.
pub fn air(before: &Totals<f64>, after: &Totals<f64>) -> Air {
    let moves = |metric: &Metric, up: bool| {
        let (was, is) = (before[*metric], after[*metric]);
        let change = if up { is - was } else { was - is };
        change > 0.0 && change >= was * NEWS
    };
    let up: Vec<Metric> = POLLUTANTS.into_iter().filter(|metric| moves(metric, true)).collect();
    let falls = POLLUTANTS.iter().any(|metric| moves(metric, false));
    match (up.is_empty(), falls) {
        (true, false) => Air::Same,
        (true, true) => Air::Cleaner,
        (false, true) => Air::Except(up),
        (false, false) => Air::Worse(up),
    }
}

/// Pollutants on site as pairs; `None` where the plant emits none.
pub fn pollutants(i18n: I18n, outcome: &Outcome, currency: Currency) -> Option<Shown<Pairs>> {
    let (before, after) = (&outcome.before.totals, &outcome.after.totals);
    let present: Vec<Metric> =
        POLLUTANTS.into_iter().filter(|metric| before[*metric] != 0.0 || after[*metric] != 0.0).collect();
    if present.is_empty() {
        return None;
    }
    let list = |metrics: &[Metric]| {
        let names: Vec<&str> = metrics.iter().map(|metric| i18n.t(short_key(*metric))).collect();
        i18n.format().list(&names)
    };
    let title = match air(before, after) {
        Air::Same => i18n.t(k::CHART_POLLUTANTS_SAME).to_owned(),
        Air::Cleaner => i18n.t(k::CHART_POLLUTANTS_CLEANER).to_owned(),
        Air::Except(up) => i18n.tf(k::CHART_POLLUTANTS_EXCEPT, [("pollutant", &list(&up))]),
        Air::Worse(up) => i18n.tf(k::CHART_POLLUTANTS_WORSE, [("pollutant", &list(&up))]),
    };
    let mass = mass_of(&present, before, after);
    let pair = |metric: &Metric| Pair {
        label: i18n.t(short_key(*metric)).to_owned(),
        before: Some(before[*metric]),
        after: Some(after[*metric]),
        before_text: mass.show(i18n, before[*metric]),
        after_text: mass.show(i18n, after[*metric]),
        change: change(i18n, before[*metric], after[*metric]),
        key: Subject::Figure { metric: *metric, case: Case::After }.key(),
    };
    let pairs = Pairs { pairs: present.iter().map(pair).collect(), lengths: Lengths::Shared };
    let caption = i18n.tf(k::CHART_POLLUTANTS_IN, [("unit", mass.unit(i18n))]);
    let table = pollutant_table(i18n, &title, &present, (before, after), currency);
    Some(Shown { title, caption, data: pairs, table })
}

/// The unit that fits the largest of some masses.
fn mass_of(metrics: &[Metric], before: &Totals<f64>, after: &Totals<f64>) -> Mass {
    Mass::of(metrics.iter().map(|metric| before[*metric].max(after[*metric])).fold(0.0, f64::max))
}

fn pollutant_table(
    i18n: I18n,
    caption: &str,
    metrics: &[Metric],
    (before, after): (&Totals<f64>, &Totals<f64>),
    currency: Currency,
) -> Table {
    let mass = mass_of(metrics, before, after);
    let line = |metric: &Metric| {
        let text = MetricText::new(i18n, *metric, currency);
        let cell = |value: f64, case| {
            let shown = mass.show(i18n, value);
            let name = spoken(i18n, &text.said(value));
            Cell::with_why(shown, Subject::Figure { metric: *metric, case }.key(), name)
        };
        Row::new([
            Cell::from(i18n.t(short_key(*metric))),
            cell(before[*metric], Case::Before),
            cell(after[*metric], Case::After),
            Cell::from(change(i18n, before[*metric], after[*metric])),
        ])
    };
    Table {
        caption: caption.to_owned(),
        columns: vec![
            Column::text(i18n.t(k::RESULTS_ITEM_COLUMN)),
            Column::number(i18n.t(k::RESULTS_NOW)),
            Column::number(i18n.t(k::RESULTS_PLAN)),
            Column::number(i18n.t(k::RESULTS_CHANGE)),
        ],
        rows: metrics.iter().map(line).collect(),
    }
}

/// Pollutants of the power station, apart; `None` where no factor is known.
pub fn station(i18n: I18n, outcome: &Outcome, currency: Currency) -> Option<Shown<()>> {
    let (before, after) = (&outcome.before.totals, &outcome.after.totals);
    let present: Vec<Metric> =
        STATION.into_iter().filter(|metric| before[*metric] != 0.0 || after[*metric] != 0.0).collect();
    let first = *present.first()?;
    let was = before[first];
    let moved = if was > 0.0 { (after[first] - was) / was } else { 0.0 };
    let words = [("pollutant", i18n.t(short_key(first)))];
    let with = |share: f64| {
        let [name] = words;
        (name, i18n.format().share(share))
    };
    let title = if moved <= -NEWS {
        let (name, share) = with(-moved);
        i18n.tf(k::CHART_STATION_FALLS, [name, ("share", &share)])
    } else if moved >= NEWS {
        let (name, share) = with(moved);
        i18n.tf(k::CHART_STATION_RISES, [name, ("share", &share)])
    } else {
        i18n.t(k::CHART_STATION_SAME).to_owned()
    };
    let mass = mass_of(&present, before, after);
    let caption = i18n.tf(k::CHART_STATION_IN, [("unit", mass.unit(i18n))]);
    let table = pollutant_table(i18n, &title, &present, (before, after), currency);
    Some(Shown { title, caption, data: (), table })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::features::results::sample::{english, mill, outcome};

    fn totals(values: &[(Metric, f64)]) -> Totals<f64> {
        let mut totals = Totals::zero();
        for (metric, value) in values {
            totals[*metric] = *value;
        }
        totals
    }

    #[test]
    fn the_finding_about_air_covers_every_case() {
        let before = totals(&[(Metric::So2, 100.0), (Metric::Nox, 100.0)]);
        let after = |so2, nox| totals(&[(Metric::So2, so2), (Metric::Nox, nox)]);
        assert_eq!(air(&before, &after(100.0, 100.2)), Air::Same);
        assert_eq!(air(&before, &after(20.0, 100.0)), Air::Cleaner);
        assert_eq!(air(&before, &after(20.0, 104.0)), Air::Except(vec![Metric::Nox]));
        assert_eq!(air(&before, &after(101.0, 104.0)), Air::Worse(vec![Metric::So2, Metric::Nox]));
        // Out of nothing.
        let with_voc = totals(&[(Metric::So2, 100.0), (Metric::Nox, 100.0), (Metric::Voc, 1.0)]);
        assert_eq!(air(&before, &with_voc), Air::Worse(vec![Metric::Voc]));
    }

    #[test]
    fn the_costs_add_up() {
        let (_owner, i18n) = english();
        let outcome = outcome(&mill(&["lighting_led", "solar_pv", "boiler_condensate_return"]));
        let shown = costs(i18n, &outcome, Currency::Cny);
        let sum = |pick: fn(&before_after::Part) -> f64| shown.data.parts.iter().map(pick).sum::<f64>() * 1e6;
        let (before, after) = (outcome.before.totals[Metric::Cost], outcome.after.totals[Metric::Cost]);
        // Up to the trifles that are not drawn.
        assert!((sum(|part| part.before) - before).abs() < 2.0 * TRIFLE * before);
        assert!((sum(|part| part.after) - after).abs() < 2.0 * TRIFLE * after);
    }
}
