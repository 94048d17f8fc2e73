//! The first answer: what the usual upgrades would save, and where the plant stands today.

use super::strip::FirstSaving;
use super::typical::{Typical, typical};
use crate::features::live::today::{Today, Unfinished};
use crate::features::plant::choices::currency_of;
use crate::i18n::{I18n, Key, k, use_i18n};
use crate::state::{Answers, ProjectStore};
use crate::ui::{Badge, BadgeKind, EmptyState, IconName, LiveRegion};
use lantian_engine::finance::Payback;
use lantian_engine::metric::Metric;
use leptos::prelude::*;

/// The column beside the form.
#[component]
pub fn FirstAnswer() -> impl IntoView {
    let (i18n, store, answers) = (use_i18n(), ProjectStore::expect(), Answers::expect());
    let saving = Memo::new(move |_| {
        let project = store.get();
        answers.with(|answer| typical(&project, answer))
    });
    if let Some(FirstSaving(shared)) = use_context() {
        Effect::new(move || shared.set(saving.get()));
    }
    let has_outcome = answers.memo(|answer| answer.outcome.is_some());
    let blank = store.memo(|project| project.bills.is_empty());
    let headline = move || {
        let saving = saving.get();
        saving.map(|s| i18n.format().co2e_change(-s.saving[Metric::Co2e])).unwrap_or_default()
    };
    view! {
        <LiveRegion text=move || {
                let finding = headline();
                if finding.is_empty() {
                    String::new()
                } else {
                    i18n.tf(k::A11Y_HEADLINE_CHANGED, [("finding", &finding)])
                }
            } />
            {move || saving.get().map(|saving| view! { <Saving saving /> })}
            {move || {
                if has_outcome.get() {
                    view! { <Today /> }.into_any()
                } else if blank.get() {
                    view! {
                        <div class="lt-card">
                            <EmptyState icon=IconName::Factory text=move || i18n.t(k::START_RESULT_WAIT) />
                            <Unfinished quiet=true />
                        </div>
                    }
                        .into_any()
                } else {
                    view! {
                        <div class="lt-card">
                            <Unfinished quiet=false />
                        </div>
                    }
                        .into_any()
                }
            }}
    }
}

/// What the usual upgrades would save.
#[component]
fn Saving(
    /// The plan of usual upgrades.
    saving: Typical,
) -> impl IntoView {
    let (i18n, store) = (use_i18n(), ProjectStore::expect());
    let count = saving.count.to_string();
    let saving = StoredValue::new(saving);
    let figure = move || {
        let cut = saving.with_value(|s| s.saving[Metric::Co2e]);
        i18n.format().headline(cut, i18n.t(k::FORMAT_T_CO2E))
    };
    let share = move || {
        let (cut, all) = saving.with_value(|s| (s.saving[Metric::Co2e], s.before[Metric::Co2e]));
        if all > 0.0 { i18n.format().percent(-cut / all) } else { String::new() }
    };
    let cells = move || saving.with_value(|s| cells(i18n, store, s));
    view! {
        <section class="lt-answer" aria-labelledby="first-saving">
            <div class="lt-answer__head">
                <p class="lt-answer__label" id="first-saving">
                    {move || i18n.tf(k::START_RESULT_SAVES, [("n", &count)])}
                </p>
                <p class="lt-answer__figure lt-save">
                    {figure} " "
                    <small>
                        {move || i18n.t(k::UI_PER_YEAR)} " · " {share}
                    </small>
                </p>
                <p class="lt-start__basis">
                    <Badge kind=BadgeKind::Estimated text=move || i18n.t(k::FIELD_ESTIMATED_BADGE) />
                    <span class="lt-remark">{move || i18n.t(k::START_TYPICAL_BASIS)}</span>
                </p>
            </div>
            <dl class="lt-answer__grid">{cells}</dl>
        </section>
    }
}

/// Pollutants shown beside money, as far as the plant has them.
const BESIDES: [(Metric, Key); 4] = [
    (Metric::So2, k::METRIC_SHORT_SO2),
    (Metric::Nox, k::METRIC_SHORT_NOX),
    (Metric::Pm10, k::METRIC_SHORT_PM10),
    (Metric::Water, k::METRIC_WATER),
];

fn cells(i18n: I18n, store: ProjectStore, saving: &Typical) -> Vec<AnyView> {
    let currency = store.with(currency_of);
    let money = saving.saving[Metric::Cost];
    let cell = |label: String, value: String, class: &'static str| {
        let value = value.replace('\u{a0}', " ");
        view! {
            <div class="lt-answer__cell">
                <dt>{label}</dt>
                <dd class=class>{value}</dd>
            </div>
        }
        .into_any()
    };
    let trend = |saved: f64| match saved {
        better if better > 0.0 => "lt-better",
        worse if worse < 0.0 => "lt-worse",
        _ => "",
    };
    let mut cells = vec![
        cell(
            i18n.t(k::START_MONEY_YEAR).to_owned(),
            i18n.format().money_sentence(money, currency),
            trend(money),
        ),
        cell(i18n.t(k::START_PAYBACK).to_owned(), payback(i18n, saving.payback), ""),
    ];
    for (metric, key) in BESIDES {
        let (before, saved) = (saving.before[metric], saving.saving[metric]);
        // Less than half a per cent is no news.
        if before > 0.0 && (saved / before).abs() >= 0.005 {
            cells.push(cell(i18n.t(key).to_owned(), i18n.format().percent(-saved / before), trend(saved)));
        }
    }
    cells
}

fn payback(i18n: I18n, payback: Payback) -> String {
    match payback {
        Payback::Years(years) => i18n.format().years(years),
        Payback::Immediate | Payback::NoCost => i18n.t(k::START_AT_ONCE).to_owned(),
        Payback::NoSaving | Payback::CostRises | Payback::BeyondLife(_) | Payback::BeyondHorizon => {
            i18n.t(k::START_NEVER).to_owned()
        }
    }
}
