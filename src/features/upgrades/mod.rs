//! The upgrades: cards by system with what each does alone and in the plan, and the plan's sum.

mod best;
mod card;
mod choose;
mod effects;
mod facts;
mod finisher;
mod list;
mod order;
mod param_field;
mod params;
mod refusal;
mod stopped;
mod summary;
mod toolbar;

pub use choose::fastest;
pub use effects::{Effect, effects};
pub use finisher::finish_answers;
pub use stopped::Stopped;

use crate::i18n::{k, site, use_i18n};
use crate::state::{Answers, ProjectStore};
use best::BestPlan;
use leptos::prelude::*;
use list::CardList;
use order::{Filter, Sort};
use summary::PlanBar;
use toolbar::Toolbar;

/// What is shown and how: local to the page.
#[derive(Clone, Copy, Debug)]
pub struct Choosing {
    pub metric: RwSignal<lantian_engine::metric::Metric>,
    pub filter: RwSignal<Filter>,
    pub sort: RwSignal<Sort>,
    pub search: RwSignal<String>,
}

/// The page.
#[component]
pub fn UpgradesPage() -> impl IntoView {
    let (i18n, answers, store) = (use_i18n(), Answers::expect(), ProjectStore::expect());
    let choosing = Choosing {
        metric: RwSignal::new(lantian_engine::metric::Metric::Co2e),
        filter: RwSignal::new(Filter::All),
        sort: RwSignal::new(Sort::Group),
        search: RwSignal::new(String::new()),
    };
    let ready = answers.memo(|answer| answer.outcome.is_some());
    let sector = store.memo(|project| project.site.sector.clone());
    let title = move || i18n.tf(k::UPGRADES_TITLE, [("site", i18n.t(site(&sector.get())))]);
    view! {
        <h1 class="lt-finding">{title}</h1>
        <Show when=move || ready.get() fallback=|| view! { <Stopped /> }>
            <p class="lt-lede">{move || i18n.t(k::UPGRADES_LEAD)}</p>
            <PlanBar />
            <BestPlan />
            <Toolbar choosing />
            <CardList choosing />
        </Show>
    }
}
