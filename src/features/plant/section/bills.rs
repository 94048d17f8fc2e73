//! The bills: one card for each carrier, and a list to add another.

use super::bill::BillItem;
use crate::features::live::wording;
use crate::features::plant::bill_quantity::blank;
use crate::features::plant::frame::{Section, items};
use crate::i18n::{I18n, k, use_i18n};
use crate::state::ProjectStore;
use crate::state::list::{self, Bills};
use crate::ui::{Choice, EmptyState, Field, IconName, Select};
use lantian_engine::carrier::Carrier;
use leptos::prelude::*;

/// The section of the bills.
#[component]
pub fn BillsSection() -> impl IntoView {
    let (i18n, store) = (use_i18n(), ProjectStore::expect());
    let count = store.len(Bills);
    let empty = Memo::new(move |_| count.get() == 0);
    view! {
        <Section
            id="plant-bills"
            title=move || i18n.t(k::PLANT_BILLS)
            caption=move || i18n.t(k::PLANT_BILLS_HINT)
            count
            open=true
        >
            {move || {
                empty
                    .get()
                    .then(|| view! { <EmptyState icon=IconName::File text=move || i18n.t(k::EMPTY_BILLS) /> })
            }}
            {items(Bills, |at| view! { <BillItem at /> }.into_any())}
            <AddBill />
        </Section>
    }
}

/// The list of carriers that have no bill yet; choosing one adds its bill.
#[component]
fn AddBill() -> impl IntoView {
    let (i18n, store) = (use_i18n(), ProjectStore::expect());
    let open = store.memo(|project| {
        let has = |carrier: &Carrier| project.bills.iter().any(|bill| bill.carrier == carrier.slug());
        Carrier::ALL.iter().copied().filter(|carrier| !has(carrier)).collect::<Vec<_>>()
    });
    // Falls back to the invitation after each choice.
    let value = RwSignal::new(String::new());
    let on_change = move |slug: String| {
        if let Some(carrier) = Carrier::from_slug(&slug) {
            store.run(list::add(Bills, blank(carrier)));
        }
        value.set(slug);
        value.set(String::new());
    };
    view! {
        <div class="lt-add" id="at-bill">
            <Field label=move || i18n.t(k::ACT_ADD_CARRIER)>
                <Select
                    value
                    options=Signal::derive(move || open.with(|open| choices(i18n, open)))
                    on_change
                />
            </Field>
        </div>
    }
}

fn choices(i18n: I18n, open: &[Carrier]) -> Vec<Choice> {
    let named = |carrier: &Carrier| Choice::new(carrier.slug(), wording::carrier_name(i18n, carrier.slug()));
    [Choice::new("", i18n.t(k::START_CHOOSE))].into_iter().chain(open.iter().map(named)).collect()
}
