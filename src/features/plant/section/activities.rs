//! Travel, freight, waste and bought materials: an amount and the row of the tables it is
//! multiplied with.

use crate::features::plant::figure_text::Holds;
use crate::features::plant::frame::{Item, Section, delete, items};
use crate::features::plant::row::{row_figure, text};
use crate::i18n::{I18n, k, use_i18n};
use crate::state::list::{self, Activities};
use crate::state::{Answers, ProjectStore};
use crate::ui::{Choice, Field, Select, TextInput};
use lantian_engine::data::{FactId, FactKey, Gas, Table, Use};
use lantian_engine::origin;
use lantian_engine::project::Activity;
use lantian_engine::units::UnitId;
use leptos::prelude::*;

/// The section of activities.
#[component]
pub fn ActivitiesSection() -> impl IntoView {
    let (i18n, store) = (use_i18n(), ProjectStore::expect());
    view! {
        <Section
            id="plant-activities"
            title=move || i18n.t(k::PLANT_ACTIVITIES)
            caption=move || i18n.t(k::PLANT_ACTIVITIES_HINT)
            count=store.len(Activities)
        >
            {items(Activities, |at| view! { <ActivityItem at /> }.into_any())}
            <Picker />
        </Section>
    }
}

/// One activity with its amount.
#[component]
fn ActivityItem(
    /// Its place.
    at: usize,
) -> impl IntoView {
    let (i18n, store, answers) = (use_i18n(), ProjectStore::expect(), Answers::expect());
    let row = store.row(Activities, at);
    let fact = Memo::new(move |_| row.get().and_then(|row| FactId::from_slug(&row.factor)));
    let name = Signal::derive(move || {
        let row = row.get().unwrap_or_default();
        match fact.get() {
            Some(id) if row.name.is_empty() => label(i18n, id),
            _ if row.name.is_empty() => row.factor,
            _ => i18n.own_name(&row.name),
        }
    });
    let holds = Signal::derive(move || match fact.get().and_then(|id| id.fact().den) {
        Some(unit) => Holds::Unit(unit),
        None => Holds::Number,
    });
    let tonnes = answers.of_outcome(move |outcome| {
        let lowered = &outcome.model.lowered;
        let node = lowered.plant.activities.get(at)?;
        Some(lowered.params[node.amount] * lowered.params[node.factor] * 1e-3)
    });
    let result = move || {
        tonnes.get().flatten().filter(|tonnes| *tonnes > 0.0).map(|tonnes| {
            let value = i18n.format().co2e(tonnes);
            view! { <p class="lt-remark">{i18n.tf(k::QUANTITY_PER_YEAR_EQUALS, [("value", &value)])}</p> }
        })
    };
    let field = move |name| origin::Field::new("activity", at, name);
    view! {
        <Item id=format!("at-activity-{at}-0") name on_delete=delete(Activities, at)>
            <div class="lt-fields">
                {row_figure!(Activities, at, field, amount, holds)}
                {text(Activities, at, field("name"), |row| row.name.clone(), |row, name| row.name = name)}
            </div>
            {result}
        </Item>
    }
}

/// Rows in kg CO2e that are defaults of the tables, by group.
fn rows() -> Vec<FactId> {
    let carbon = |id: &FactId| id.fact().num == UnitId::KgCo2e && id.fact().den.is_some();
    let default = |id: &FactId| id.fact().usage == Use::Default;
    let of_gas = |id: &FactId| match id.key() {
        FactKey::Transport(key) => key.gas == Gas::Co2e,
        _ => true,
    };
    [Table::Transport, Table::WasteWaterMaterials]
        .into_iter()
        .flat_map(FactId::of_table)
        .filter(carbon)
        .filter(default)
        .filter(of_gas)
        .collect()
}

/// The name of a row out of the names of its keys.
fn label(i18n: I18n, id: FactId) -> String {
    let mut parts: Vec<String> = Vec::new();
    match id.key() {
        FactKey::Transport(key) => {
            parts.push(i18n.key_name("transport_vehicle", key.transport_vehicle.slug()));
            if key.variant.slug() != "none" {
                parts.push(i18n.key_name("variant", key.variant.slug()));
            }
        }
        FactKey::WasteWaterMaterials(key) => {
            if key.material.slug() != "none" {
                parts.push(i18n.key_name("material", key.material.slug()));
            }
            parts.push(match key.route.slug() {
                "none" => i18n.key_name("wwm_activity", key.wwm_activity.slug()),
                route => i18n.key_name("route", route),
            });
        }
        _ => parts.push(id.slug().to_owned()),
    }
    let unit = id.fact().den.map(|unit| i18n.unit(unit.slug())).unwrap_or_default();
    parts.push(i18n.tf(k::LIVE_PER_UNIT, [("unit", &unit)]));
    let join = |all: String, part: &String| i18n.tf(k::FIELD_OF, [("thing", &all), ("field", part)]);
    let mut rest = parts.iter();
    let first = rest.next().cloned().unwrap_or_default();
    rest.fold(first, join)
}

/// The heading a row stands under.
fn group(i18n: I18n, id: FactId) -> String {
    match id.key() {
        FactKey::Transport(key) => i18n.key_name("mode", key.mode.slug()),
        FactKey::WasteWaterMaterials(key) => i18n.key_name("wwm_activity", key.wwm_activity.slug()),
        _ => String::new(),
    }
}

/// A search box over all rows; choosing one adds an activity.
#[component]
fn Picker() -> impl IntoView {
    let (i18n, store) = (use_i18n(), ProjectStore::expect());
    let wanted = RwSignal::new(String::new());
    let all = Memo::new(move |_| {
        rows()
            .into_iter()
            .map(|id| (id.slug().to_owned(), group(i18n, id), label(i18n, id)))
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
        if FactId::from_slug(&slug).is_some() {
            let factor = slug.clone();
            store.run(list::add(Activities, Activity { factor, ..Activity::default() }));
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_engine_takes_every_row_offered() {
        use lantian_engine::assess::{Depth, assess};
        use lantian_engine::project::{Bill, Project};
        let rows = rows();
        assert!(rows.len() > 50, "{}", rows.len());
        let activity =
            |id: &FactId| Activity { factor: id.slug().to_owned(), amount: Some(2.0), ..Activity::default() };
        let mut project = Project { activities: rows.iter().map(activity).collect(), ..Project::new() };
        project.site.sector = "plastics".to_owned();
        project.site.region = "hk_clp".to_owned();
        project.bills =
            vec![Bill { carrier: "electricity".to_owned(), amount: Some(1e6), ..Bill::default() }];
        assert_eq!(assess(&project, Depth::Quick).problems, []);
    }
}
