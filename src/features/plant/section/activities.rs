//! Hired travel and freight, waste and purchases.

mod item;
mod kind;

use crate::features::naming::{activity_group, activity_label};
use crate::features::plant::frame::{Section, add_button, items};
use crate::i18n::{k, use_i18n};
use crate::state::ProjectStore;
use crate::state::list::{self, Activities};
use crate::ui::{Choice, Field, Select, TextInput};
use item::ActivityItem;
use kind::{Kind, blank, rows};
use lantian_engine::data::FactId;
use lantian_engine::project::{Activity, Purpose};
use leptos::prelude::*;

/// The section of activities.
#[component]
pub fn ActivitiesSection() -> impl IntoView {
    let (i18n, store) = (use_i18n(), ProjectStore::expect());
    let add = move |key: crate::i18n::Key, kind: Kind, purpose: Purpose| {
        add_button(Activities, move || i18n.t(key), move || blank(kind, purpose))
    };
    view! {
        <Section
            id="plant-activities"
            title=move || i18n.t(k::PLANT_ACTIVITIES)
            caption=move || i18n.t(k::PLANT_ACTIVITIES_HINT)
            count=store.len(Activities)
        >
            {items(Activities, |at| view! { <ActivityItem at /> }.into_any())}
            <div class="lt-cluster">
                {add(k::PLANT_ADD_TRIPS, Kind::Travel, Purpose::Business)}
                {add(k::PLANT_ADD_COMMUTING, Kind::Travel, Purpose::Commuting)}
                {add(k::PLANT_ADD_FREIGHT, Kind::Freight, Purpose::Business)}
                {add(k::PLANT_ADD_WASTE, Kind::Waste, Purpose::Business)}
            </div>
            <Picker />
        </Section>
    }
}

/// A search box over all rows; choosing one adds an activity.
#[component]
fn Picker() -> impl IntoView {
    let (i18n, store) = (use_i18n(), ProjectStore::expect());
    let wanted = RwSignal::new(String::new());
    let all = Memo::new(move |_| {
        rows()
            .map(|id| (id.slug().to_owned(), activity_group(i18n, id), activity_label(i18n, id)))
            .collect::<Vec<_>>()
    });
    let options = move || {
        let wanted = wanted.get().to_lowercase();
        let words: Vec<&str> = wanted.split_whitespace().collect();
        let fits = |text: &str| words.iter().all(|word| text.contains(word));
        let found: Vec<Choice> = all.with(|all| {
            all.iter()
                .filter(|(_, group, label)| fits(&format!("{group} {label}").to_lowercase()))
                .map(|(slug, group, label)| Choice::new(slug.clone(), label.clone()).in_group(group.clone()))
                .collect()
        });
        let invitation = i18n.tf(k::PLANT_FOUND, [("n", &i18n.format().count(found.len()))]);
        [Choice::new("", invitation)].into_iter().chain(found).collect()
    };
    let value = RwSignal::new(String::new());
    let on_change = move |slug: String| {
        if let Some(id) = FactId::from_slug(&slug) {
            let new = Activity { factor: slug.clone(), ..blank(Kind::of(id), Purpose::Business) };
            store.run(list::add(Activities, new));
        }
        value.set(slug);
        value.set(String::new());
    };
    view! {
        <div class="lt-add lt-fields">
            <Field label=move || i18n.t(k::PLANT_SEARCH_ACTIVITY)>
                <TextInput value=wanted on_input=move |text: String| wanted.set(text) />
            </Field>
            <Field label=move || i18n.t(k::PLANT_ADD_ACTIVITY)>
                <Select value options=Signal::derive(options) on_change />
            </Field>
        </div>
    }
}
