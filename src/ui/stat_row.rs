//! One line of the ledger: a figure, what it was, how it changed, and a bar that shows both.

use leptos::prelude::*;

/// Which way a figure went, seen from the plant's interest.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Trend {
    /// No change, or no judgement.
    #[default]
    Same,
    /// Saved.
    Better,
    /// Rises where it should fall.
    Worse,
}

impl Trend {
    /// Picks the class for this trend.
    pub fn class(self, same: &'static str, better: &'static str, worse: &'static str) -> &'static str {
        match self {
            Self::Same => same,
            Self::Better => better,
            Self::Worse => worse,
        }
    }
}

/// A line of the ledger in the reader's language.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Stat {
    /// What is counted.
    pub label: String,
    /// The figure after the plan.
    pub value: String,
    /// Its unit.
    pub unit: String,
    /// What it was ("from 15,800"); empty when there is nothing to compare.
    pub before: String,
    /// The change ("−25%"); empty when there is none.
    pub change: String,
    /// Which way it went.
    pub trend: Trend,
    /// The two values behind the bar, before and after; no bar without them.
    pub bar: Option<(f64, f64)>,
    /// What a screen reader says after the label: value, unit in words, change in words, then the action.
    pub name: String,
}

/// Lengths of the kept and the former part in percent of the row, from values before and after.
///
/// The longer of the two fills the row. Values below zero and non-numbers draw nothing.
fn bar_lengths(before: f64, after: f64) -> (f64, f64) {
    let longest = before.max(after);
    if longest.is_nan() || longest <= 0.0 || longest.is_infinite() {
        return (0.0, 0.0);
    }
    let part = |value: f64| (value.max(0.0) / longest * 100.0).clamp(0.0, 100.0);
    (part(after), part(before))
}

/// A row of the ledger; the whole row opens the explanation.
#[component]
pub fn StatRow(
    /// What to show.
    #[prop(into)]
    stat: Signal<Stat>,
    /// Called to open the explanation.
    #[prop(into)]
    on_why: Callback<()>,
) -> impl IntoView {
    let text = move |pick: fn(&Stat) -> &String| move || stat.with(|s| pick(s).clone());
    let trend = move || stat.with(|s| s.trend);
    view! {
        <button
            type="button"
            class=move || trend().class("lt-stat", "lt-stat lt-stat--better", "lt-stat lt-stat--worse")
            aria-haspopup="dialog"
            on:click=move |_| on_why.run(())
        >
            <span class="lt-stat__label">{text(|s| &s.label)}</span>
            // Readers hear the name and the spoken form; signs and unit symbols are for the eye.
            <span class="lt-hidden">" " {text(|s| &s.name)}</span>
            <span class="lt-stat__value" aria-hidden="true">
                {text(|s| &s.value)} " " <small class="lt-stat__unit">{text(|s| &s.unit)}</small>
            </span>
            {move || stat.with(|s| s.bar).map(|(before, after)| view! { <Bar before after /> })}
            <span class="lt-stat__before" aria-hidden="true">{text(|s| &s.before)}</span>
            <span
                class=move || trend().class("lt-stat__change", "lt-stat__change lt-better", "lt-stat__change lt-worse")
                aria-hidden="true"
            >
                {text(|s| &s.change)}
            </span>
        </button>
    }
}

#[component]
fn Bar(before: f64, after: f64) -> impl IntoView {
    let (kept, former) = bar_lengths(before, after);
    view! {
        <span class="lt-stat__bar" aria-hidden="true">
            <span class="lt-stat__former" style:width=format!("{former:.1}%")></span>
            <span class="lt-stat__kept" style:width=format!("{kept:.1}%")></span>
        </span>
    }
}

#[cfg(test)]
mod tests {
    use super::bar_lengths;

    fn near(actual: (f64, f64), expected: (f64, f64)) {
        assert!((actual.0 - expected.0).abs() < 1e-9 && (actual.1 - expected.1).abs() < 1e-9, "{actual:?}");
    }

    #[test]
    fn a_saving_keeps_part_of_the_former_bar() {
        near(bar_lengths(200.0, 150.0), (75.0, 100.0));
    }

    #[test]
    fn a_rise_makes_the_kept_part_the_longer_one() {
        near(bar_lengths(8.0, 10.0), (100.0, 80.0));
    }

    #[test]
    fn nothing_to_draw_gives_no_length() {
        near(bar_lengths(0.0, 0.0), (0.0, 0.0));
        near(bar_lengths(f64::NAN, f64::NAN), (0.0, 0.0));
        near(bar_lengths(-4.0, -2.0), (0.0, 0.0));
        near(bar_lengths(100.0, -20.0), (0.0, 100.0));
    }
}
