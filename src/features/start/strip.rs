//! The first answer in one line: on a phone it stands below the form, where nobody sees it appear,
//! so a strip at the lower edge shows its headline while the form is filled in.

use super::typical::Typical;
use crate::features::plant::choices::currency_of;
use crate::i18n::{k, use_i18n};
use crate::platform::lead;
use crate::state::{Answers, ProjectStore};
use crate::ui::{Icon, IconName};
use lantian_engine::metric::Metric;
use leptos::prelude::*;

/// Id of the full answer.
pub const ANSWER: &str = "first-answer";

/// What the usual upgrades would save, once the piece that works it out has arrived.
#[derive(Clone, Copy, Debug)]
pub struct FirstSaving(pub RwSignal<Option<Typical>>);

/// The strip. Its place is kept from the start, so that nothing moves when it fills; the full answer
/// announces what has changed, the strip only shows it.
#[component]
pub fn Strip() -> impl IntoView {
    let (i18n, store, answers) = (use_i18n(), ProjectStore::expect(), Answers::expect());
    let FirstSaving(saving) = expect_context();
    let totals = answers.of_outcome(|outcome| {
        let totals = &outcome.before.totals;
        (totals[Metric::Co2e], totals[Metric::Cost])
    });
    let currency = store.memo(currency_of);
    let there = Memo::new(move |_| totals.with(Option::is_some));
    let figure = |label: &'static str, value: String, class: &'static str| {
        // Three stand side by side on 320 px: here a number may part from its unit.
        let value = value.replace('\u{a0}', " ");
        view! {
            <span class="lt-strip__figure">
                <span class="lt-strip__label">{label}</span>
                " "
                <span class=format!("lt-strip__value {class}")>{value}</span>
            </span>
        }
    };
    let figures = move || {
        let (co2e, cost) = totals.get()?;
        let format = i18n.format();
        let money = |amount| format.money_sentence(amount, currency.get());
        let saved = saving.with(|saving| saving.as_ref().map(|saving| saving.saving[Metric::Cost]));
        let saved = saved.filter(|saved| *saved > 0.0);
        Some((
            figure(i18n.t(k::START_STRIP_CO2E), format.co2e(co2e), ""),
            figure(i18n.t(k::START_STRIP_BILL), money(cost), ""),
            saved.map(|saved| figure(i18n.t(k::START_STRIP_SAVING), money(saved), "lt-save")),
        ))
    };
    view! {
        <div class="lt-strip" class=("lt-strip--there", move || there.get())>
            <button type="button" class="lt-strip__button" on:click=move |_| lead::show(ANSWER)>
                {figures}
                <span class="lt-hidden">{move || i18n.t(k::START_STRIP_MORE)}</span>
                <Icon name=IconName::ChevronDown />
            </button>
        </div>
    }
}
