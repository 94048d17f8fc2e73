//! Ranges in words: findings, table, histograms, what to measure.

use crate::charts::histogram::Histogram;
use crate::features::naming::{MetricText, metric_key};
use crate::features::results::counting::Counting;
use crate::features::results::shares::Shown;
use crate::i18n::{Currency, I18n, k};
use crate::ui::{Column, Row, Table};
use lantian_engine::metric::Metric;
use lantian_engine::uncertainty::{Case, Figure, Range, Ranges};

/// Bars of a drawing, at most.
const BARS: usize = 32;

/// What the plan saves, as far as it stands in the table.
const PLAN: [Metric; 4] = [Metric::Co2e, Metric::Energy, Metric::Water, Metric::Cost];

/// Figures of today in the table.
const TODAY: [Metric; 7] =
    [Metric::Co2e, Metric::Cost, Metric::So2, Metric::Nox, Metric::Pm10, Metric::Pm25, Metric::Voc];

fn metric_of(figure: Figure) -> Metric {
    match figure {
        Figure::Yearly(_, metric) => metric,
        // Counted in money as the bill is.
        Figure::Npv(_) => Metric::Cost,
    }
}

fn name(i18n: I18n, figure: Figure) -> &'static str {
    match figure {
        Figure::Yearly(_, metric) => i18n.t(metric_key(metric)),
        Figure::Npv(_) => i18n.t(k::FINANCE_NPV),
    }
}

fn counting(i18n: I18n, figure: Figure, range: &Range, currency: Currency) -> Counting {
    let largest = range.p10.abs().max(range.p90.abs());
    Counting::new(MetricText::new(i18n, metric_of(figure), currency), largest)
}

/// The finding on a figure of the plan.
pub fn finding(i18n: I18n, figure: Figure, range: &Range, currency: Currency) -> String {
    let text = MetricText::new(i18n, metric_of(figure), currency);
    let (low, high) = (text.value(range.p10), text.value(range.p90));
    let values = [("low", low.as_str()), ("high", &high)];
    match figure {
        Figure::Npv(_) => i18n.tf(k::RANGES_NPV, values),
        Figure::Yearly(..) if range.p10 > 0.0 => i18n.tf(k::RANGES_SAVES, values),
        Figure::Yearly(..) => i18n.tf(k::RANGES_CHANGES, values),
    }
}

/// How likely the plan is worth its money.
pub fn chance(i18n: I18n, range: &Range) -> String {
    match range.positive {
        all if all >= 1.0 => i18n.t(k::RANGES_ALWAYS).to_owned(),
        none if none <= 0.0 => i18n.t(k::RANGES_NEVER).to_owned(),
        most if most > 0.99 => i18n.t(k::RANGES_MOSTLY).to_owned(),
        few if few < 0.01 => i18n.t(k::RANGES_HARDLY).to_owned(),
        some => i18n.tf(k::RANGES_CHANCE, [("share", &i18n.format().share(some))]),
    }
}

/// The table of all figures.
pub fn table(i18n: I18n, ranges: &Ranges, planned: bool, currency: Currency) -> Table {
    let row = |figure: Figure| {
        let range = ranges.of(figure).filter(|range| range.p10.abs() + range.p90.abs() > 0.0)?;
        let counting = counting(i18n, figure, range, currency);
        let cells = [range.p10, range.p50, range.p90].map(|value| counting.show(value));
        let [low, middle, high] = cells;
        Some(Row::new([name(i18n, figure).to_owned(), low, middle, high, counting.unit()]))
    };
    let mut rows = Vec::new();
    if planned {
        rows.push(Row::new([i18n.t(k::RANGES_SAVED)]).group());
        rows.extend(PLAN.into_iter().filter_map(|metric| row(Figure::Yearly(Case::Plan, metric))));
        rows.extend(row(Figure::Npv(Case::Plan)));
    }
    rows.push(Row::new([i18n.t(k::RESULTS_NOW)]).group());
    rows.extend(TODAY.into_iter().filter_map(|metric| row(Figure::Yearly(Case::Before, metric))));
    Table {
        caption: i18n.t(k::RANGES_TITLE).to_owned(),
        columns: vec![
            Column::text(i18n.t(k::RESULTS_ITEM_COLUMN)),
            Column::number(i18n.t(k::RANGES_LOW)),
            Column::number(i18n.t(k::RANGES_MIDDLE)),
            Column::number(i18n.t(k::RANGES_HIGH)),
            Column::text(i18n.t(k::RESULTS_UNIT_COLUMN)),
        ],
        rows,
    }
}

/// The bars between the first and the last that hold anything, put together to at most [`BARS`], with
/// their bounds.
fn bars(range: &Range) -> Option<(f64, f64, Vec<f64>)> {
    let first = range.bars.iter().position(|count| *count > 0)?;
    let last = range.bars.iter().rposition(|count| *count > 0)?;
    let seen = range.bars.get(first..=last)?;
    let each = seen.len().div_ceil(BARS);
    let bars: Vec<f64> = seen.chunks(each).map(|part| part.iter().copied().map(f64::from).sum()).collect();
    let width = (range.high - range.low) / range.bars.len() as f64;
    let from = range.low + width * first as f64;
    let to = from + width * (bars.len() * each) as f64;
    Some((from, to, bars))
}

/// The histogram of a figure of the plan; nothing where it is the same in every trial.
pub fn histogram(
    i18n: I18n,
    ranges: &Ranges,
    figure: Figure,
    currency: Currency,
) -> Option<Shown<Histogram>> {
    let range = ranges.of(figure)?;
    let (from, to, bars) = bars(range)?;
    let counting = counting(i18n, figure, range, currency);
    let mark = |key, value: f64| {
        let shown = counting.show(value);
        (counting.value(value), i18n.tf(k::RANGES_MARK, [("what", i18n.t(key)), ("value", &shown)]))
    };
    let marks = [
        mark(k::RANGES_LOW_SHORT, range.p10),
        mark(k::RANGES_MIDDLE_SHORT, range.p50),
        mark(k::RANGES_HIGH_SHORT, range.p90),
    ];
    let title = finding(i18n, figure, range, currency);
    let unit = counting.unit();
    let caption = i18n.tf(
        k::RANGES_CAPTION,
        [
            ("figure", name(i18n, figure)),
            ("unit", &unit),
            ("n", &i18n.format().count(ranges.trials as usize)),
        ],
    );
    let (all, each) = (bars.iter().sum::<f64>(), (to - from) / bars.len() as f64);
    let rows = bars.iter().enumerate().map(|(place, bar)| {
        let (low, high) = (from + each * place as f64, from + each * (place + 1) as f64);
        Row::new([counting.show(low), counting.show(high), i18n.format().share(bar / all)])
    });
    let table = Table {
        caption: title.clone(),
        columns: vec![
            Column::number(i18n.tf(k::RANGES_FROM, [("unit", &unit)])),
            Column::number(i18n.tf(k::RANGES_TO, [("unit", &unit)])),
            Column::number(i18n.t(k::RANGES_SHARE)),
        ],
        rows: rows.collect(),
    };
    let data = Histogram { from: counting.value(from), to: counting.value(to), bars, marks };
    Some(Shown { title, caption, data, table })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::features::results::sample::{english, mill, outcome};
    use lantian_engine::uncertainty::{CHUNK, Study};

    fn ranges(measures: &[&str]) -> Ranges {
        let outcome = outcome(&mill(measures));
        Study::new(&outcome.model, outcome.plan, &[], 1).unwrap().finish(CHUNK)
    }

    fn range(p10: f64, p90: f64, positive: f64) -> Range {
        Range { p10, p50: f64::midpoint(p10, p90), p90, positive, low: p10, high: p90, bars: Vec::new() }
    }

    #[test]
    fn findings_fit_what_the_plan_does() {
        let (_owner, i18n) = english();
        let say = |figure, p10, p90| {
            finding(i18n, figure, &range(p10, p90, 0.5), Currency::Hkd).replace('\u{a0}', " ")
        };
        let saved = Figure::Yearly(Case::Plan, Metric::Co2e);
        assert_eq!(
            say(saved, 100.0, 300.0),
            "In 8 of 10 cases the plan saves between 100 t CO₂e and 300 t CO₂e a year"
        );
        assert!(
            say(saved, -100.0, 300.0).starts_with("In 8 of 10 cases what the plan saves lies between −100")
        );
        assert!(say(Figure::Npv(Case::Plan), -1e6, 3e6).contains("between −HK$1"));
    }

    #[test]
    fn a_chance_is_never_rounded_to_certainty() {
        let (_owner, i18n) = english();
        let say = |positive| chance(i18n, &range(-1.0, 1.0, positive));
        let said = [0.0, 0.001, 0.25, 0.9999, 1.0].map(say);
        assert!(said[1].contains("1 of 100") && said[3].contains("99 of 100"), "{said:?}");
        assert!(said[2].contains("25%"), "{said:?}");
        assert!(said[0].contains("no case") && said[4].contains("every case"), "{said:?}");
    }

    #[test]
    fn the_table_holds_plan_and_today_from_low_to_high() {
        let (_owner, i18n) = english();
        let ranges = ranges(&["lighting_led", "boiler_condensate_return"]);
        let shown = table(i18n, &ranges, true, Currency::Cny);
        assert!(shown.rows.len() > 8);
        let names = shown.rows.iter().map(|row| row.cells[0].text.as_str()).collect::<Vec<_>>();
        assert!(
            names.contains(&"Net present value (NPV)") || names.contains(&"Net present value"),
            "{names:?}"
        );
        let without = table(i18n, &ranges, false, Currency::Cny);
        assert!(without.rows.len() < shown.rows.len());
    }

    #[test]
    fn a_drawing_holds_every_trial() {
        let (_owner, i18n) = english();
        let ranges = ranges(&["lighting_led", "boiler_condensate_return"]);
        for figure in [Figure::Yearly(Case::Plan, Metric::Co2e), Figure::Npv(Case::Plan)] {
            let shown = histogram(i18n, &ranges, figure, Currency::Cny).unwrap();
            let all: f64 = shown.data.bars.iter().sum();
            assert!((all - CHUNK as f64).abs() < 0.5, "{all}");
            assert!(shown.data.bars.len() <= BARS && shown.table.rows.len() == shown.data.bars.len());
            let [low, middle, high] = shown.data.marks.map(|(value, _)| value);
            assert!(shown.data.from < low && low < middle && middle < high && high < shown.data.to);
            // A tenth of all lies below the first mark, as far as whole bars can tell.
            let each = (shown.data.to - shown.data.from) / shown.data.bars.len() as f64;
            let ends = (1..).map(|n| shown.data.from + each * f64::from(n));
            let whole = ends.take_while(|end| *end <= low).count();
            let below = |bars: usize| shown.data.bars[..bars].iter().sum::<f64>() / all;
            assert!(below(whole) <= 0.1 && below(whole + 1) >= 0.1, "{}", below(whole));
        }
    }

    #[test]
    fn what_does_not_vary_has_no_drawing() {
        let (_owner, i18n) = english();
        let certain = Ranges {
            trials: 1,
            figures: vec![(Figure::Npv(Case::Plan), range(5.0, 5.0, 1.0))],
            influences: Vec::new(),
        };
        assert_eq!(histogram(i18n, &certain, Figure::Npv(Case::Plan), Currency::Hkd), None);
    }
}
