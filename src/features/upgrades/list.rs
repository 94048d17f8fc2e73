//! The cards by system, and at the end what does not apply here, with the reason.

use super::Choosing;
use super::card::UpgradeCard;
use super::order::{Listing, Section, listing};
use crate::features::why::LazyDetails;
use crate::i18n::{k, use_i18n};
use crate::state::Answers;
use lantian_engine::data::MeasureId;
use leptos::prelude::*;

/// All cards that pass filter and search.
#[component]
pub fn CardList(choosing: Choosing) -> impl IntoView {
    let (i18n, answers) = (use_i18n(), Answers::expect());
    // What applies here decides which cards there are. The ticks do not: a card stays where it is.
    let there = answers.of_outcome(|outcome| outcome.measures.iter().map(|m| m.missing).collect::<Vec<_>>());
    let listed = Memo::new(move |_| {
        there.track();
        let needle = choosing.search.get().trim().to_lowercase();
        let found = |id: MeasureId| {
            needle.is_empty() || i18n.name("measure", id.slug()).to_lowercase().contains(&needle)
        };
        let answer = answers.get_untracked();
        let (filter, sort, metric) = (choosing.filter.get(), choosing.sort.get(), choosing.metric.get());
        answer.outcome.as_ref().map_or_else(Listing::default, |outcome| {
            let around = (&outcome.measures[..], &outcome.before.totals, outcome.model.lowered.sector);
            listing(around, filter, sort, metric, found)
        })
    });
    let empty = Memo::new(move |_| {
        listed.with(|l| l.sections.is_empty() && l.foreign.is_empty() && l.missing.is_empty())
    });
    view! {
        <div class="lt-stack lt-upgrades">
            <For
                each=move || listed.with(|listed| listed.sections.clone())
                key=|section| format!("{section:?}")
                let(section)
            >
                <CardSection section choosing />
            </For>
            <Show when=move || empty.get()>
                <p>{move || i18n.t(k::UPGRADES_NONE_FOUND)}</p>
            </Show>
            <Show when=move || listed.with(|listed| !listed.foreign.is_empty())>
                <Foreign listed choosing />
            </Show>
            <Show when=move || listed.with(|listed| !listed.missing.is_empty())>
                <Missing listed />
            </Show>
        </div>
    }
}

#[component]
fn CardSection(section: Section, choosing: Choosing) -> impl IntoView {
    let i18n = use_i18n();
    let count = section.measures.len();
    let heading = section.group.map(|group| view! {
        <h2 class="lt-upgrades__group">
            {move || i18n.key_name("measure_group", group.slug())}
            " "
            <small>{move || i18n.count(k::UPGRADES_GROUP_COUNT_ONE, k::UPGRADES_GROUP_COUNT, count)}</small>
        </h2>
    });
    let cards = section.measures.into_iter().map(|id| view! { <UpgradeCard id choosing /> }).collect_view();
    view! {
        <section class="lt-stack">
            {heading}
            <div class="lt-grid">{cards}</div>
        </section>
    }
}

/// What is usual in other sectors, behind a line: it can be chosen all the same.
#[component]
fn Foreign(listed: Memo<Listing>, choosing: Choosing) -> impl IntoView {
    let i18n = use_i18n();
    let count = move || i18n.format().count(listed.with(|listed| listed.foreign.len()));
    view! {
        <LazyDetails summary=move || i18n.tf(k::UPGRADES_OTHER_SECTORS, [("n", &count())])>
            <div class="lt-grid">
                <For each=move || listed.with(|listed| listed.foreign.clone()) key=|id| *id let(id)>
                    <UpgradeCard id choosing />
                </For>
            </div>
        </LazyDetails>
    }
}

#[component]
fn Missing(listed: Memo<Listing>) -> impl IntoView {
    let (i18n, answers) = (use_i18n(), Answers::expect());
    let rows = move || {
        let ids = listed.with(|listed| listed.missing.clone());
        answers.with(|answer| {
            let measures = answer.outcome.as_ref().map(|outcome| &outcome.measures[..]).unwrap_or_default();
            let reason = |id: MeasureId| measures.iter().find(|m| m.id == id).and_then(|m| m.missing);
            ids.into_iter()
                .map(|id| {
                    let idle = || i18n.t(k::UPGRADES_NO_EFFECT).to_owned();
                    let why = reason(id).map_or_else(idle, |missing| i18n.name("missing", missing.slug()));
                    (i18n.name("measure", id.slug()), why)
                })
                .collect::<Vec<_>>()
        })
    };
    let count = move || i18n.format().count(listed.with(|listed| listed.missing.len()));
    view! {
        <LazyDetails summary=move || i18n.tf(k::UPGRADES_NOT_APPLICABLE_COUNT, [("n", &count())])>
            <dl class="lt-upgrades__missing">
                {move || rows()
                    .into_iter()
                    .map(|(name, why)| view! { <div><dt>{name}</dt><dd>{why}</dd></div> })
                    .collect_view()}
            </dl>
        </LazyDetails>
    }
}
