//! The factor register: every published number behind the figures, with its source and how it was
//! read, and the list of sources.

use super::digest::Digest;
use super::facts::Desk;
use super::parts::{Points, Section};
use crate::features::naming::{currency_of, kind_of};
use crate::features::why::{Library, RegisterLine, slot_source};
use crate::i18n::{Currency, I18n, Key, k};
use crate::state::ProjectStore;
use crate::ui::{Badge, BadgeKind};
use lantian_engine::origin::Origin;
use lantian_engine::plant::Slot;
use leptos::prelude::*;
use std::collections::BTreeSet;
use std::sync::Arc;

/// A factor with its badges.
#[derive(Clone, Debug, PartialEq)]
struct Line {
    said: RegisterLine,
    badges: Vec<(BadgeKind, Key)>,
}

/// Factors under a heading.
type Group = (Key, Vec<Line>);

fn origin_of(digest: &Digest, slot: Slot) -> Option<Origin> {
    Some(digest.outcome()?.model.lowered.plant.slots.get(slot.index())?.origin)
}

fn heading(origin: &Origin) -> Key {
    match origin {
        Origin::Sector(..) => k::REPORT_REGISTER_SECTOR,
        Origin::Measure { .. } => k::REPORT_REGISTER_MEASURES,
        _ => k::REPORT_REGISTER_FACTS,
    }
}

fn groups(i18n: I18n, digest: &Digest, library: Library, currency: Currency) -> Vec<Group> {
    let Some(outcome) = digest.outcome() else { return Vec::new() };
    let mut groups: Vec<Group> =
        [k::REPORT_REGISTER_FACTS, k::REPORT_REGISTER_SECTOR, k::REPORT_REGISTER_MEASURES]
            .map(|key| (key, Vec::new()))
            .to_vec();
    for &slot in &digest.register.factors {
        let Some(origin) = origin_of(digest, slot) else { continue };
        let Some(said) = RegisterLine::new(i18n, outcome, slot, library, currency) else { continue };
        let under = heading(&origin);
        if let Some((_, lines)) = groups.iter_mut().find(|(key, _)| *key == under) {
            lines.push(Line { said, badges: kind_of(&origin) });
        }
    }
    groups.retain(|(_, lines)| !lines.is_empty());
    for (_, lines) in &mut groups {
        lines.sort_by(|one, other| one.said.name.cmp(&other.said.name));
    }
    groups
}

/// Title, publisher, year and address of every source once.
fn sources(i18n: I18n, digest: &Digest, library: Library) -> Vec<String> {
    let (Some(outcome), Some(book)) = (digest.outcome(), library.book(i18n.lang())) else {
        return Vec::new();
    };
    let ids: BTreeSet<_> =
        digest.register.factors.iter().filter_map(|slot| slot_source(outcome, *slot)).collect();
    let line = |id| {
        let source = book.source(id)?;
        let year = source.year.map(|year| year.to_string()).unwrap_or_default();
        // The tables say "none" where nobody published it.
        let publisher = if source.publisher == "none" { "" } else { source.publisher };
        let parts = [source.title, publisher, &year, source.url];
        Some(parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · "))
    };
    let mut lines: Vec<String> = ids.into_iter().filter_map(line).collect();
    lines.sort();
    lines
}

fn lead(i18n: I18n, digest: &Digest) -> String {
    let count = |n: usize| i18n.format().count(n);
    let (all, unverified) = (count(digest.register.factors.len()), count(digest.register.unverified));
    i18n.tf(k::REPORT_REGISTER_LEAD, [("all", &all), ("unverified", &unverified)])
}

/// The section. Names and sources are fetched when it is first shown.
#[component]
pub fn FactorRegister(#[prop(into)] digest: Signal<Option<Arc<Digest>>>) -> impl IntoView {
    let i18n = Desk::expect().i18n;
    let (library, store) = (Library::expect(), ProjectStore::expect());
    Effect::new(move || library.want(i18n.lang()));
    let groups = Memo::new(move |_| {
        let currency = store.with(currency_of);
        digest.with(|found| {
            found.as_ref().map(|found| groups(i18n, found, library, currency)).unwrap_or_default()
        })
    });
    let lead = move || {
        digest.with(|found| match found {
            Some(found) => lead(i18n, found),
            None => i18n.t(k::REPORT_REGISTER_WAITING).to_owned(),
        })
    };
    let sources = Memo::new(move |_| {
        digest.with(|found| found.as_ref().map(|found| sources(i18n, found, library)).unwrap_or_default())
    });
    view! {
        <Section title=k::REPORT_FACTOR_REGISTER>
            <p>{lead}</p>
            <Show when=move || library.failed(i18n.lang())>
                <p class="lt-remark">{move || i18n.t(k::SOURCES_FAILED)}</p>
            </Show>
            <RegisterTable groups />
            <Show when=move || sources.with(|list| !list.is_empty())>
                <p class="lt-report__label">{move || i18n.t(k::REPORT_SOURCES_LIST)}</p>
                <div class="lt-report__sources">
                    <Points texts=sources />
                </div>
            </Show>
        </Section>
    }
}

#[component]
fn RegisterTable(groups: Memo<Vec<Group>>) -> impl IntoView {
    let i18n = Desk::expect().i18n;
    let head =
        [k::REPORT_COLUMN_FACTOR, k::REPORT_COLUMN_VALUE, k::REPORT_COLUMN_SOURCE, k::REPORT_COLUMN_EVIDENCE];
    view! {
        <div class="lt-table-box" role="region" tabindex="0" aria-label=move || i18n.t(k::REPORT_FACTOR_REGISTER)>
            <table class="lt-table lt-report__register">
                <thead>
                    <tr>{head.map(|key| view! { <th scope="col">{move || i18n.t(key)}</th> })}</tr>
                </thead>
                <tbody>
                    {move || {
                        groups
                            .get()
                            .into_iter()
                            .map(|(key, lines)| view! {
                                <tr class="lt-table__group">
                                    <th scope="rowgroup" colspan="4">{i18n.t(key)}</th>
                                </tr>
                                {lines.into_iter().map(|line| register_row(i18n, line)).collect_view()}
                            })
                            .collect_view()
                    }}
                </tbody>
            </table>
        </div>
    }
}

fn register_row(i18n: I18n, line: Line) -> impl IntoView {
    let Line { said, badges } = line;
    let badge = |(kind, word)| view! { <Badge kind text=i18n.t(word) /> };
    // A long unit breaks after its slash rather than inside a word.
    let parts = said.value.split_inclusive('/').map(str::to_owned);
    let value = parts.map(|part| view! { {part}<wbr /> }).collect_view();
    view! {
        <tr>
            <th scope="row">{said.name}</th>
            <td>{value}</td>
            <td lang="en">{said.source.words}</td>
            <td>{badges.into_iter().map(badge).collect_view()}</td>
        </tr>
    }
}
