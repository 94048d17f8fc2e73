//! What was found: the finding, the figures, the upgrades, and the way to take the plan over.

use super::front_view::FrontView;
use super::search::{BestSearch, Known, Stage};
use super::words::{Plan, impossible, plan};
use crate::features::naming::currency_of;
use crate::i18n::{k, use_i18n};
use crate::state::upgrades::select;
use crate::state::{Answers, ProjectStore};
use crate::ui::{Button, Trend};
use lantian_engine::data::MeasureId;
use leptos::prelude::*;

/// What is shown.
#[derive(Clone, Debug, PartialEq)]
enum Shown {
    Nothing,
    Impossible(String),
    Plan(Plan),
    Front,
}

/// The answer, as far as there is one.
#[component]
pub fn FoundPlan() -> impl IntoView {
    let (i18n, answers, store) = (use_i18n(), Answers::expect(), ProjectStore::expect());
    let search = BestSearch::expect();
    let holds = Memo::new(move |_| {
        let found = search.found.get();
        found.is_none_or(|found| store.with(|project| found.holds_for(project)))
    });
    let shown = Memo::new(move |_| {
        let (currency, stage) = (store.with(currency_of), search.stage.get());
        search.found.with(|found| {
            let Some(found) = found else { return Shown::Nothing };
            if let Known::Impossible(reason) = &found.known {
                return Shown::Impossible(impossible(i18n, reason, currency));
            }
            if matches!(found.known, Known::Front(_)) {
                return Shown::Front;
            }
            let plan = answers.with(|answer| {
                answer.outcome.as_ref().and_then(|outcome| plan(i18n, outcome, found, stage, currency))
            });
            plan.map_or(Shown::Nothing, Shown::Plan)
        })
    });
    view! {
        <Show when=move || !holds.get()>
            <p class="lt-notice">{move || i18n.t(k::BEST_STALE)}</p>
        </Show>
        {move || match shown.get() {
            Shown::Nothing => ().into_any(),
            Shown::Impossible(text) => view! { <p class="lt-notice" role="alert">{text}</p> }.into_any(),
            Shown::Front => view! { <FrontView /> }.into_any(),
            Shown::Plan(plan) => view! { <PlanView plan /> }.into_any(),
        }}
    }
}

/// A plan with what it does, and the way to take it over.
#[component]
pub fn PlanView(plan: Plan) -> impl IntoView {
    let (i18n, answers, store) = (use_i18n(), Answers::expect(), ProjectStore::expect());
    let stage = BestSearch::expect().stage;
    let ids: Vec<MeasureId> = plan.upgrades.iter().map(|(id, _)| *id).collect();
    let mine = ids.clone();
    let adopted = answers.memo(move |answer| {
        let ticked = answer.outcome.iter().flat_map(|outcome| &outcome.measures).filter(|m| m.on);
        ticked.map(|m| m.id).eq(mine.iter().copied())
    });
    let adopt = Callback::new(move |()| {
        store.run(select(ids.iter().map(|id| id.slug().to_owned()).collect()));
    });
    let class = |trend: Trend| trend.class("", "lt-better", "lt-worse");
    view! {
        <h3 class="lt-best__finding">{plan.finding}</h3>
        <dl class="lt-best__figures">
            {plan.figures.into_iter().map(|figure| view! {
                <div><dt>{figure.label}</dt><dd class=class(figure.trend)>{figure.text}</dd></div>
            }).collect_view()}
        </dl>
        <ul class="lt-best__upgrades">
            {plan.upgrades.into_iter().map(|(id, cost)| view! {
                <li><span>{move || i18n.name("measure", id.slug())}</span> <span>{cost}</span></li>
            }).collect_view()}
        </ul>
        <Show
            when=move || !adopted.get()
            fallback=move || view! { <p class="lt-best__adopted">{move || i18n.t(k::BEST_ADOPTED)}</p> }
        >
            <Show when=move || stage.get() != Stage::Running>
                <Button label=move || i18n.t(k::BEST_ADOPT) on_press=adopt />
            </Show>
        </Show>
    }
}
