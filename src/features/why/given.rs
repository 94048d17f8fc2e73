//! A given number: its name and value, where it comes from, and how to change it.

use super::figure::Told;
use super::library::Library;
use super::slots::{slot_name, slot_place, slot_source};
use crate::features::naming::{amount, currency_of, kind_of};
use crate::i18n::{Currency, I18n, k, use_i18n};
use crate::state::ProjectStore;
use crate::ui::Badge;
use lantian_engine::assess::Outcome;
use lantian_engine::origin::Origin;
use lantian_engine::plant::Slot;
use leptos::prelude::*;

/// What a line says about its source.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SourceLine {
    /// Title, place in it, year.
    pub words: String,
    pub url: String,
}

/// The source of a number in words; empty when it has none or the file is not here yet.
pub fn source_line(i18n: I18n, outcome: &Outcome, slot: Slot, library: Library) -> SourceLine {
    let Some(source) = slot_source(outcome, slot) else { return SourceLine::default() };
    let Some(book) = library.book(i18n.lang()) else { return SourceLine::default() };
    let Some(words) = book.source(source) else { return SourceLine::default() };
    let info = outcome.model.lowered.plant.slots.get(slot.index());
    let mut parts = vec![words.title.to_owned()];
    let mut year = words.year.map(|year| year.to_string());
    let mut review = None;
    if let Some(Origin::Fact(id)) = info.map(|info| info.origin) {
        let fact = id.fact();
        parts.extend(book.fact(id).map(|fact| fact.locator.to_owned()).filter(|text| !text.is_empty()));
        year = fact.year.map(|year| year.to_string()).or(year);
        review = fact.review_by.map(|year| i18n.tf(k::WHY_REVIEW_BY, [("year", &year.to_string())]));
    }
    parts.extend(year);
    parts.extend(review);
    SourceLine { words: parts.join(" · "), url: words.url.to_owned() }
}

/// A number inside a formula.
#[component]
pub fn GivenRow(told: Told, at: Slot, value: f64) -> impl IntoView {
    let slot = at;
    let (i18n, store, library) = (use_i18n(), ProjectStore::expect(), Library::expect());
    let of = StoredValue::new(told);
    let with = move |read: fn(I18n, &Outcome, Slot, Library, f64, Currency) -> String| {
        move || {
            let currency = store.with(currency_of);
            of.with_value(|told| told.with(|outcome, _| read(i18n, outcome, slot, library, value, currency)))
        }
    };
    let name = with(|i18n, outcome, slot, library, _, _| {
        slot_name(i18n, outcome, slot, library.book(i18n.lang()).as_deref())
    });
    let shown = with(|i18n, outcome, slot, _, value, currency| {
        let info = outcome.model.lowered.plant.slots.get(slot.index());
        info.map_or_else(String::new, |info| amount(i18n, value, info.unit, info.name, currency))
    });
    view! {
        <div class="lt-why-given">
            <span class="lt-why-given__name">{name}</span>
            <span class="lt-why-given__value">{shown}</span>
            <span class="lt-why-given__origin">
                <OriginView told=of.get_value() at=slot />
            </span>
        </div>
    }
}

/// Badges and source of a number, and the link that leads to its field.
#[component]
pub fn OriginView(told: Told, at: Slot) -> impl IntoView {
    let slot = at;
    let (i18n, library, panel) = (use_i18n(), Library::expect(), super::WhyPanel::expect());
    let of = StoredValue::new(told);
    let badges = of
        .with_value(|told| {
            told.with(|outcome, _| {
                let info = outcome.model.lowered.plant.slots.get(slot.index());
                info.map(|info| kind_of(&info.origin)).unwrap_or_default()
            })
        })
        .unwrap_or_default();
    let place = of.with_value(|told| told.with(|outcome, _| slot_place(outcome, slot))).flatten();
    let source = move || {
        of.with_value(|told| told.with(|outcome, _| source_line(i18n, outcome, slot, library)))
            .unwrap_or_default()
    };
    view! {
        {badges
            .into_iter()
            .map(|(kind, word)| view! { <Badge kind text=move || i18n.t(word) /> })
            .collect_view()}
        {move || {
            let SourceLine { words, url } = source();
            let link = (!url.is_empty()).then(|| view! {
                <a href=url target="_blank" rel="noopener noreferrer">{move || i18n.t(k::WHY_OPEN_SOURCE)}</a>
            });
            view! { <span lang="en">{words}</span> {link} }
        }}
        {place.map(|place| view! {
            <a href=place.to_string() on:click=move |_| panel.close()>{move || i18n.t(k::UI_CHANGE)}</a>
        })}
    }
}
