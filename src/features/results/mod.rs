//! The results: what the plan does in sentences, the ledger of every figure, charts and doubts.

pub mod ahead;
mod cards;
mod cash;
mod compare;
pub mod counting;
mod doubts;
mod elsewhere;
mod energy_flow;
pub mod finding;
#[cfg(test)]
mod fit_tests;
mod ledger;
mod parts;
mod ranges;
#[cfg(test)]
mod sample;
mod sentence;
mod shares;
mod verdict;
pub mod what_if;

use crate::features::live::today::{Today, Unfinished};
use crate::features::naming::currency_of;
use crate::i18n::{k, use_i18n};
use crate::state::{Answers, ProjectStore, Route};
use crate::ui::{Badge, ButtonKind, EmptyState, IconName, LiveRegion};
use ahead::AheadCard;
use cards::{
    AirCards, CashCards, CostCard, EmissionsCard, EnergyCard, MeasuresCard, WaterfallCard, WhatIfCard,
};
use doubts::Doubts;
use elsewhere::Elsewhere;
use finding::Words;
use lantian_engine::metric::Metric;
use ledger::Ledger;
use leptos::prelude::*;
use ranges::RangesCards;
use sentence::Sentence;

/// The page.
#[component]
pub fn ResultsPage() -> impl IntoView {
    let answers = Answers::expect();
    let computed = answers.memo(|answer| answer.outcome.is_some());
    view! {
        <Show when=move || computed.get() fallback=|| view! { <NotYet /> }>
            <Answered />
        </Show>
    }
}

/// Something must be filled in or mended first.
#[component]
fn NotYet() -> impl IntoView {
    let (i18n, store) = (use_i18n(), ProjectStore::expect());
    let blank = store.memo(|project| project.bills.is_empty());
    let link = move || {
        view! {
            <a class=ButtonKind::Primary.class() href=Route::Start.to_string()>
                {move || i18n.t(k::ACT_ADD_BILL)}
            </a>
        }
    };
    view! {
        <div class="lt-stack">
            <h1>{move || i18n.t(k::RESULTS_TITLE)}</h1>
            <div class="lt-card">
                <Show
                    when=move || blank.get()
                    fallback=|| view! { <Unfinished quiet=false /> }
                >
                    <EmptyState
                        icon=IconName::Gauge
                        text=move || i18n.t(k::EMPTY_RESULTS)
                        action=link
                    />
                </Show>
            </div>
        </div>
    }
}

/// Finding, ledger and cards.
#[component]
fn Answered() -> impl IntoView {
    let (i18n, store, answers) = (use_i18n(), ProjectStore::expect(), Answers::expect());
    let about =
        store.memo(|project| (project.site.sector.clone(), currency_of(project), project.illustrative));
    let said = Memo::new(move |last: Option<&Words>| {
        let (sector, currency, _) = about.get();
        let now = answers.with(|a| a.outcome.as_ref().map(|o| finding::words(i18n, o, &sector, currency)));
        now.or_else(|| last.cloned()).unwrap_or_default()
    });
    let planned = answers.memo(|a| a.outcome.as_ref().is_some_and(|o| o.counted().next().is_some()));
    let announced = move || i18n.tf(k::A11Y_HEADLINE_CHANGED, [("finding", &said.with(|s| s.plain.clone()))]);
    view! {
        <div class="lt-results">
            <header class="lt-results__head">
                <Show when=move || about.with(|a| a.2)>
                    <Badge text=move || i18n.t(k::BADGE_ILLUSTRATIVE) />
                </Show>
                <h1 class="lt-finding">
                    <Sentence pieces=Signal::derive(move || said.with(|s| s.heading.clone())) />
                </h1>
                <p class="lt-lede">
                    <Sentence pieces=Signal::derive(move || said.with(|s| s.lead.clone())) />
                </p>
                <LiveRegion text=announced />
            </header>
            <Ledger />
            <div class="lt-results__cards lt-stack">
                <Show when=move || planned.get() fallback=move || view! { <NoPlan planned /> }>
                    <Plan planned />
                </Show>
                <Elsewhere />
                <AheadCard />
                <RangesCards />
                <Doubts />
                <nav class="lt-cluster lt-no-print" aria-label=move || i18n.t(k::NAV_MORE)>
                    <a class=ButtonKind::Primary.class() href=Route::Report.to_string()>
                        {move || i18n.t(k::ACT_SEE_REPORT)}
                    </a>
                    <a class=ButtonKind::Secondary.class() href=Route::Upgrades.to_string()>
                        {move || i18n.t(k::ACT_CHOOSE_UPGRADES)}
                    </a>
                </nav>
            </div>
        </div>
    }
}

/// Nothing is chosen: where the plant stands, and the way to the upgrades.
#[component]
fn NoPlan(planned: Memo<bool>) -> impl IntoView {
    let i18n = use_i18n();
    let link = move || {
        view! {
            <a class=ButtonKind::Primary.class() href=Route::Upgrades.to_string()>
                {move || i18n.t(k::ACT_CHOOSE_UPGRADES)}
            </a>
        }
    };
    view! {
        <div class="lt-card">
            <EmptyState icon=IconName::Gauge text=move || i18n.t(k::EMPTY_UPGRADES) action=link />
        </div>
        <Today />
        <EnergyCard planned />
    }
}

/// The plan in charts.
#[component]
fn Plan(planned: Memo<bool>) -> impl IntoView {
    let metric = RwSignal::new(Metric::Co2e);
    view! {
        <WaterfallCard metric />
        <div class="lt-results__pair">
            <EmissionsCard />
            <CostCard />
        </div>
        <div class="lt-results__pair">
            <div class="lt-stack">
                <AirCards />
            </div>
            <div class="lt-stack">
                <CashCards />
            </div>
        </div>
        <WhatIfCard />
        <EnergyCard planned />
        <MeasuresCard metric />
    }
}
