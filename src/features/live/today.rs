//! Where the plant stands today: emissions, cost and what causes them; or what is still missing.

use super::contributors::{contributors, name};
use super::jump::FieldLink;
use super::wording;
use crate::features::plant::choices::currency_of;
use crate::i18n::{I18n, k, site, use_i18n};
use crate::state::{Answers, ProjectStore};
use crate::ui::{Icon, IconName};
use lantian_engine::assess::Outcome;
use lantian_engine::metric::Metric;
use lantian_engine::notice::ProblemKind;
use leptos::prelude::*;

/// Contributors listed by name.
const LISTED: usize = 6;

/// Emissions and cost of the base case with their largest causes.
#[component]
pub fn Today() -> impl IntoView {
    let (i18n, store, answers) = (use_i18n(), ProjectStore::expect(), Answers::expect());
    let sector = store.memo(|project| project.site.sector.clone());
    let here = move || sector.with(|sector| i18n.t(site(sector)));
    let totals = answers.of_outcome(|outcome| {
        let totals = &outcome.before.totals;
        (totals[Metric::Co2e], totals[Metric::Cost])
    });
    let currency = store.memo(currency_of);
    let emissions = move || totals.get().map(|(co2e, _)| i18n.format().co2e(co2e));
    let cost = move || totals.get().map(|(_, cost)| i18n.format().money_sentence(cost, currency.get()));
    let unpriced = answers.memo(|answer| answer.outcome.as_ref().map(unpriced).unwrap_or_default());
    let left_out = move || {
        unpriced.with(|carriers| {
            (!carriers.is_empty()).then(|| {
                let names: Vec<String> = carriers.iter().map(|c| wording::carrier_name(i18n, c)).collect();
                let names: Vec<&str> = names.iter().map(String::as_str).collect();
                let text = i18n.tf(k::LIVE_UNPRICED, [("carriers", &i18n.format().list(&names))]);
                view! { <p class="lt-remark">{text}</p> }
            })
        })
    };
    let parts = answers.of_outcome(contributors);
    view! {
        <section class="lt-card lt-today" aria-labelledby="today">
            <h2 class="lt-card__title" id="today">
                {move || i18n.tf(k::START_RESULT_NOW, [("site", here())])}
            </h2>
            <dl class="lt-today__figures">
                <div>
                    <dt>{move || i18n.t(k::LIVE_CO2E_YEAR)}</dt>
                    <dd>{emissions}</dd>
                </div>
                <div>
                    <dt>{move || i18n.t(k::LIVE_ENERGY_BILL)}</dt>
                    <dd>{cost}</dd>
                </div>
            </dl>
            {left_out}
            <h3 class="lt-today__heading">{move || i18n.t(k::LIVE_FROM)}</h3>
            <ul class="lt-today__parts">
                {move || {
                    let parts = parts.get().unwrap_or_default();
                    let all: f64 = parts.iter().map(|part| part.tonnes).sum();
                    let mut lines: Vec<(String, f64)> = parts
                        .iter()
                        .take(LISTED)
                        .map(|part| (name(i18n, part.emitter), part.tonnes))
                        .collect();
                    let rest: f64 = parts.iter().skip(LISTED).map(|part| part.tonnes).sum();
                    if rest > 0.0 {
                        lines.push((i18n.t(k::LIVE_OTHERS).to_owned(), rest));
                    }
                    lines.into_iter().map(|(name, tonnes)| line(i18n, name, tonnes, all)).collect_view()
                }}
            </ul>
        </section>
    }
}

fn line(i18n: I18n, name: String, tonnes: f64, all: f64) -> impl IntoView {
    let share = if all > 0.0 { tonnes / all } else { 0.0 };
    let format = i18n.format();
    view! {
        <li class="lt-today__part">
            <span>{name}</span>
            <span class="lt-number">{format.co2e(tonnes)} " · " {format.share(share)}</span>
            <span class="lt-today__bar" aria-hidden="true">
                <span style:width=format!("{:.1}%", share * 100.0)></span>
            </span>
        </li>
    }
}

/// Carriers that are bought without a known price.
fn unpriced(outcome: &Outcome) -> Vec<&'static str> {
    let supplies = outcome.model.lowered.plant.supplies.iter();
    supplies.filter(|s| s.bill.is_some() && !s.priced).map(|s| s.carrier.slug()).collect()
}

/// What must be filled in or mended before there can be an answer, each line leading to its field.
#[component]
pub fn Unfinished(
    /// Nothing is wrong yet, only empty: no warning.
    quiet: bool,
) -> impl IntoView {
    let (i18n, store, answers) = (use_i18n(), ProjectStore::expect(), Answers::expect());
    let lines = Memo::new(move |_| {
        let project = store.get();
        answers.with(|answer| {
            let line = |problem: &lantian_engine::notice::Problem| {
                let empty = problem.kind == ProblemKind::Missing;
                (problem.field, empty, wording::problem(i18n, &project, problem))
            };
            answer.problems.iter().map(line).collect::<Vec<_>>()
        })
    });
    view! {
        <div class="lt-unfinished">
            {(!quiet).then(|| view! { <p class="lt-unfinished__title">{move || i18n.t(k::LIVE_STOPPED)}</p> })}
            <ul>
                {move || {
                    lines
                        .get()
                        .into_iter()
                        .map(|(at, empty, text)| {
                            let icon = if empty { IconName::Edit } else { IconName::Warning };
                            view! {
                                <li class="lt-unfinished__line" class=("lt-unfinished__line--wrong", !empty)>
                                    <Icon name=icon />
                                    <FieldLink at>{text}</FieldLink>
                                </li>
                            }
                        })
                        .collect_view()
                }}
            </ul>
        </div>
    }
}
