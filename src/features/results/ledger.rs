//! The ledger at the side: every headline figure before and after, each line opening its explanation.

use super::counting::Mass;
use crate::features::naming::{MetricText, currency_of, metric_key};
use crate::features::why::WhyPanel;
use crate::i18n::{I18n, Key, k, use_i18n};
use crate::state::{Answers, ProjectStore};
use crate::ui::{Stat, StatRow, Trend};
use lantian_engine::explain::Case;
use lantian_engine::metric::{Metric, Totals};
use leptos::prelude::*;

/// The lines in their order.
pub const LINES: [Metric; 15] = [
    Metric::Co2e,
    Metric::Scope1,
    Metric::Scope2,
    Metric::CoalEquivalent,
    Metric::Energy,
    Metric::Cost,
    Metric::So2,
    Metric::Nox,
    Metric::Pm10,
    Metric::Pm25,
    Metric::Voc,
    Metric::Co,
    Metric::Water,
    Metric::Effluent,
    Metric::Cod,
];

/// Relative changes below this are rounding, not news: less than the last digit shown.
const SAME: f64 = 0.0005;

/// The lines this plant has: those that are zero before and after are left out.
pub fn lines(before: &Totals<f64>, after: &Totals<f64>) -> Vec<Metric> {
    LINES.into_iter().filter(|metric| before[*metric] != 0.0 || after[*metric] != 0.0).collect()
}

/// Which way a figure goes that should be low.
pub fn trend(before: f64, after: f64) -> Trend {
    let change = after - before;
    if change.abs() <= SAME * before.abs() {
        Trend::Same
    } else if change < 0.0 {
        Trend::Better
    } else {
        Trend::Worse
    }
}

/// A line in words. Without a plan there is nothing to compare with.
pub fn stat(text: MetricText, before: f64, after: f64, planned: bool) -> Stat {
    let i18n = text.i18n;
    let label = i18n.t(metric_key(text.metric)).to_owned();
    let mass = Mass::of(before.max(after));
    let shown = |value: f64| match text.metric.unit() {
        // A long amount of money would not fit beside its name.
        "money" => text.value(value),
        "kg" => mass.show(i18n, value),
        _ => text.table(value),
    };
    let unit = match text.metric.unit() {
        "money" => String::new(),
        "kg" => mass.unit(i18n).to_owned(),
        _ => text.unit(),
    };
    let value = text.said(after);
    if !planned {
        let name = i18n.tf(k::A11Y_LEDGER_TODAY, [("value", &value)]);
        return Stat { label, value: shown(after), unit, name, ..Stat::default() };
    }
    let trend = trend(before, after);
    let change = change_text(text, before, after, trend);
    let name = i18n.tf(k::A11Y_LEDGER, [("value", &value), ("change", &said_change(i18n, &change, trend))]);
    Stat {
        label,
        value: shown(after),
        unit,
        before: i18n.tf(k::RESULTS_FROM, [("value", &shown(before))]),
        change,
        trend,
        bar: Some((before, after)),
        name,
    }
}

fn change_text(text: MetricText, before: f64, after: f64, trend: Trend) -> String {
    match trend {
        Trend::Same => text.i18n.t(k::FORMAT_UNCHANGED).to_owned(),
        _ if before > 0.0 => text.i18n.format().percent((after - before) / before),
        // From nothing there is no percentage.
        _ => text.change(after - before),
    }
}

/// The change without its sign, which screen readers skip.
fn said_change(i18n: I18n, change: &str, trend: Trend) -> String {
    let direction: Key<1> = match trend {
        Trend::Same => return change.to_owned(),
        Trend::Better => k::A11Y_CHANGE_DOWN,
        Trend::Worse => k::A11Y_CHANGE_UP,
    };
    i18n.tf(direction, [("change", change.trim_start_matches(['−', '+']))])
}

/// All lines; they follow the plan without losing the focus.
#[component]
pub fn Ledger() -> impl IntoView {
    let (i18n, store, answers) = (use_i18n(), ProjectStore::expect(), Answers::expect());
    let shown = answers.memo(|answer| {
        let outcome = answer.outcome.as_ref();
        outcome.map(|o| lines(&o.before.totals, &o.after.totals)).unwrap_or_default()
    });
    let title = store.memo(|project| (project.title.clone(), project.site.sector.clone()));
    let place = move || {
        title.with(|(title, sector)| {
            if title.trim().is_empty() { i18n.key_name("sector", sector) } else { i18n.own_name(title) }
        })
    };
    let year = store.memo(|project| project.site.year);
    let chosen = answers.memo(|answer| answer.outcome.as_ref().map_or(0, |o| o.counted().count()));
    let sub = move || {
        let chosen = i18n.count(k::UPGRADES_CHOSEN_ONE, k::UPGRADES_CHOSEN, chosen.get());
        match year.get() {
            Some(year) => {
                let year = year.to_string();
                i18n.tf(k::RESULTS_LEDGER_SUB, [("year", &year), ("chosen", &chosen)])
            }
            None => chosen,
        }
    };
    view! {
        <section class="lt-ledger lt-results__ledger" aria-labelledby="ledger">
            <h2 class="lt-ledger__title" id="ledger">{place}</h2>
            <p class="lt-ledger__sub">{sub}</p>
            <ul class="lt-results__lines">
                <For each=move || shown.get() key=|metric| *metric let:metric>
                    <Line metric />
                </For>
            </ul>
            <p class="lt-results__note lt-remark">{move || i18n.t(k::RESULTS_LEDGER_NOTE)}</p>
        </section>
    }
}

/// One line with its exact values for whoever compares them with another program.
#[component]
pub fn Line(
    /// Its figure.
    metric: Metric,
) -> impl IntoView {
    let (i18n, store, answers) = (use_i18n(), ProjectStore::expect(), Answers::expect());
    let panel = WhyPanel::expect();
    let values = answers.of_outcome(move |outcome| {
        let planned = outcome.counted().next().is_some();
        (outcome.before.totals[metric], outcome.after.totals[metric], planned)
    });
    let currency = store.memo(currency_of);
    let stat = Memo::new(move |_| {
        let (before, after, planned) = values.get().unwrap_or_default();
        stat(MetricText::new(i18n, metric, currency.get()), before, after, planned)
    });
    let exact = move |pick: fn((f64, f64, bool)) -> f64| move || values.get().map(|v| pick(v).to_string());
    let why = move |()| {
        let planned = values.get_untracked().is_some_and(|(_, _, planned)| planned);
        panel.show(metric, if planned { Case::After } else { Case::Before });
    };
    view! {
        <li data-metric=metric.slug() data-before=exact(|v| v.0) data-after=exact(|v| v.1)>
            <StatRow stat on_why=why />
        </li>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::features::results::sample::english;
    use crate::i18n::Currency;

    #[test]
    fn empty_lines_are_left_out() {
        let mut before = Totals::<f64>::zero();
        let mut after = before;
        before[Metric::Co2e] = 5.0;
        after[Metric::Voc] = 1.0;
        assert_eq!(lines(&before, &after), [Metric::Co2e, Metric::Voc]);
    }

    #[test]
    fn a_saving_reads_as_one() {
        let (_owner, i18n) = english();
        let line = stat(MetricText::new(i18n, Metric::Co2e, Currency::Hkd), 15_800.0, 11_850.0, true);
        assert_eq!((line.value.as_str(), line.before.as_str()), ("11,850", "from 15,800"));
        assert_eq!((line.change.as_str(), line.trend), ("−25%", Trend::Better));
        assert!(line.name.contains("down 25%") && !line.name.contains('−'), "{}", line.name);
    }

    #[test]
    fn a_rise_from_nothing_has_no_percentage() {
        let (_owner, i18n) = english();
        let line = stat(MetricText::new(i18n, Metric::Nox, Currency::Hkd), 0.0, 2500.0, true);
        assert_eq!(line.trend, Trend::Worse);
        assert!(line.change.starts_with('+') && !line.change.contains('%'), "{}", line.change);
    }

    #[test]
    fn without_a_plan_nothing_is_compared() {
        let (_owner, i18n) = english();
        let line = stat(MetricText::new(i18n, Metric::Water, Currency::Hkd), 1000.0, 1000.0, false);
        assert_eq!((line.before.as_str(), line.change.as_str(), line.bar), ("", "", None));
    }
}
