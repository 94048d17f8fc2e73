//! The best plan for a budget: what is wanted, the search in a worker, what was found.

mod form;
mod found;
mod front;
mod front_view;
mod search;
mod wish;
mod words;

use crate::features::naming::currency_of;
use crate::features::why::LazyDetails;
use crate::i18n::{k, use_i18n};
use crate::state::{Answers, ProjectStore};
use crate::ui::{Button, ButtonKind, LiveRegion};
use form::WishForm;
use found::FoundPlan;
use lantian_compute::Question;
use lantian_engine::best::{Ask, Goal, Part};
use lantian_engine::metric::Metric;
use leptos::prelude::*;
use search::{BestSearch, Stage};

/// The section on the page of the upgrades, closed until it is asked for or has something to show.
#[component]
pub fn BestPlan() -> impl IntoView {
    let (i18n, search) = (use_i18n(), BestSearch::expect());
    let begun = search.stage.get_untracked() != Stage::Idle;
    view! {
        <section class="lt-card lt-best lt-no-print" aria-label=move || i18n.t(k::BEST_TITLE)>
            <LazyDetails summary=move || i18n.t(k::BEST_TITLE) open=begun>
                <p class="lt-best__lead">{move || i18n.t(k::BEST_LEAD)}</p>
                <WishForm />
                <Actions />
                <FoundPlan />
            </LazyDetails>
        </section>
    }
}

/// Start, or what runs and the way to stop it.
#[component]
fn Actions() -> impl IntoView {
    let (i18n, answers, store) = (use_i18n(), Answers::expect(), ProjectStore::expect());
    let search = BestSearch::expect();
    let ask = move || {
        let currency = store.with(currency_of);
        answers.with(|answer| {
            answer.outcome.as_ref().and_then(|outcome| search.wish.with(|wish| wish.ask(outcome, currency)))
        })
    };
    let start = move |()| {
        if let Some(ask) = untrack(ask) {
            search.start(store, Question::Best(ask));
        }
    };
    let start_front = move |()| {
        if let Some(ask) = untrack(ask) {
            let ask = Ask { goal: Goal::Saving(Metric::Co2e), ..ask };
            search.start(store, Question::Front(ask, Part::WHOLE));
        }
    };
    let running = Memo::new(move |_| search.stage.get() == Stage::Running);
    let unclear = Memo::new(move |_| ask().is_none());
    let effort = move || i18n.tf(k::BEST_RUNNING, [("n", &i18n.format().count(count(search.effort.get())))]);
    let said = move || match search.stage.get() {
        Stage::Idle => String::new(),
        Stage::Running => i18n.t(k::BEST_BEGUN).to_owned(),
        Stage::Done => i18n.t(k::BEST_DONE).to_owned(),
        Stage::Stopped => i18n.t(k::BEST_ENDED).to_owned(),
        Stage::Failed => i18n.t(k::BEST_FAILED).to_owned(),
    };
    view! {
        <div class="lt-cluster lt-best__actions">
            <Show
                when=move || running.get()
                fallback=move || view! {
                    <Button
                        kind=ButtonKind::Primary
                        label=move || i18n.t(k::BEST_FIND)
                        disabled=unclear
                        on_press=start
                    />
                    <Button label=move || i18n.t(k::BEST_FRONT_SHOW) disabled=unclear on_press=start_front />
                }
            >
                <Button label=move || i18n.t(k::BEST_STOP) on_press=move |()| search.stop() />
                <span class="lt-best__effort">{effort}</span>
            </Show>
        </div>
        <Show when=move || search.stage.get() == Stage::Failed>
            <p class="lt-notice" role="alert">{move || i18n.t(k::BEST_FAILED)}</p>
        </Show>
        <LiveRegion text=said />
    }
}

/// A count of evaluations fits any machine's word long before a visitor has waited for it.
fn count(evaluations: u64) -> usize {
    usize::try_from(evaluations).unwrap_or(usize::MAX)
}
