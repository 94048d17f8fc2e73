//! The numbers behind a figure with their sources, and how many of them are unverified.

use super::figure::Told;
use super::given::{OriginView, SourceLine, source_line};
use super::lazy::LazyDetails;
use super::library::Library;
use super::slots::slot_name;
use crate::features::naming::{amount, currency_of, is_factor, is_unverified};
use crate::i18n::{I18n, k, use_i18n};
use crate::state::ProjectStore;
use lantian_engine::assess::Outcome;
use lantian_engine::origin::{Origin, SlotInfo};
use lantian_engine::plant::Slot;
use leptos::prelude::*;

/// Factors and defaults among numbers, each row of the tables once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Register {
    /// One slot for each different factor.
    pub factors: Vec<Slot>,
    /// How many of them are unverified.
    pub unverified: usize,
}

/// Which row of the tables a number is, to count it once.
fn identity(info: &SlotInfo) -> (u8, usize, usize) {
    match info.origin {
        Origin::Fact(id) => (0, id.index(), 0),
        Origin::Sector(row, _) => (1, std::ptr::from_ref(row) as usize, 0),
        Origin::Measure { measure, param, .. } => (2, measure.index(), usize::from(param)),
        _ => (3, 0, 0),
    }
}

/// The factors among the numbers in `slots`.
pub fn register(outcome: &Outcome, slots: impl IntoIterator<Item = Slot>) -> Register {
    let mut seen = std::collections::BTreeSet::new();
    let mut register = Register::default();
    for slot in slots {
        let Some(info) = outcome.model.lowered.plant.slots.get(slot.index()) else { continue };
        if is_factor(&info.origin) && seen.insert(identity(info)) {
            register.factors.push(slot);
            register.unverified += usize::from(is_unverified(&info.origin));
        }
    }
    register
}

/// A factor as a line of a printed list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RegisterLine {
    pub name: String,
    pub value: String,
    pub source: SourceLine,
    pub evidence: String,
}

impl RegisterLine {
    /// The line of one factor, in the language on screen.
    pub fn new(
        i18n: I18n,
        outcome: &Outcome,
        slot: Slot,
        library: Library,
        currency: crate::i18n::Currency,
    ) -> Option<Self> {
        let lowered = &outcome.model.lowered;
        let info = lowered.plant.slots.get(slot.index())?;
        let words: Vec<&str> =
            crate::features::naming::kind_of(&info.origin).into_iter().map(|(_, key)| i18n.t(key)).collect();
        Some(RegisterLine {
            name: slot_name(i18n, outcome, slot, library.book(i18n.lang()).as_deref()),
            value: amount(i18n, lowered.params[slot], info.unit, info.name, currency),
            source: source_line(i18n, outcome, slot, library),
            evidence: words.join(" · "),
        })
    }
}

/// All numbers behind the figure: the visitor's own first, then factors.
#[component]
pub fn FactorList(told: Told) -> impl IntoView {
    let (i18n, store, library) = (use_i18n(), ProjectStore::expect(), Library::expect());
    let of = StoredValue::new(told);
    let found = of
        .with_value(|told| told.with(|outcome, e| register(outcome, e.inputs.iter().copied())))
        .unwrap_or_default();
    let (all, unverified) = (found.factors.len(), found.unverified);
    let summary = move || {
        let format = i18n.format();
        i18n.tf(
            k::FINDING_DOUBT_PLAIN,
            [("unverified", &format.count(unverified)), ("all", &format.count(all))],
        )
    };
    let own = of
        .with_value(|told| {
            told.with(|outcome, e| {
                let slots = &outcome.model.lowered.plant.slots;
                let is_own =
                    |slot: &Slot| slots.get(slot.index()).is_some_and(|info| !is_factor(&info.origin));
                e.inputs.iter().copied().filter(is_own).collect::<Vec<_>>()
            })
        })
        .unwrap_or_default();
    let slots = StoredValue::new([own, found.factors].concat());
    let row = move |slot: Slot| {
        let name = move || {
            of.with_value(|told| {
                told.with(|o, _| slot_name(i18n, o, slot, library.book(i18n.lang()).as_deref()))
            })
        };
        let value = move || {
            let currency = store.with(currency_of);
            of.with_value(|told| {
                told.with(|o, _| {
                    let lowered = &o.model.lowered;
                    let info = lowered.plant.slots.get(slot.index());
                    info.map(|info| amount(i18n, lowered.params[slot], info.unit, info.name, currency))
                })
            })
        };
        view! {
            <li class="lt-why-given">
                <span class="lt-why-given__name">{name}</span>
                <span class="lt-why-given__value">{value}</span>
                <span class="lt-why-given__origin"><OriginView told=of.get_value() at=slot /></span>
            </li>
        }
    };
    view! {
        <section class="lt-why-part">
            <h3>{move || i18n.t(k::WHY_INPUTS)}</h3>
            {(all > 0).then(|| view! { <p>{summary}</p> })}
            <Show when=move || library.failed(i18n.lang())>
                <p class="lt-remark">{move || i18n.t(k::SOURCES_FAILED)}</p>
            </Show>
            <LazyDetails summary=move || i18n.t(k::WHY_ALL_INPUTS)>
                <ul class="lt-why-parts">
                    {move || slots.get_value().into_iter().map(row).collect_view()}
                </ul>
            </LazyDetails>
        </section>
    }
}
