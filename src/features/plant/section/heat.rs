//! Steam, hot water and thermal oil: what uses the heat, what is lost, what makes it.

use super::electricity::named;
use super::source::SourceItem;
use crate::features::live::wording;
use crate::features::plant::figure_text::Holds;
use crate::features::plant::frame::{Item, Section, add_button, delete, items};
use crate::features::plant::marks::Marks;
use crate::features::plant::row::{choice, row_figure, text};
use crate::i18n::{I18n, k, use_i18n};
use crate::state::command::{Command, Part};
use crate::state::list::{HeatSources, HeatSystems, HeatUses};
use crate::state::{Answers, ProjectStore};
use crate::ui::{Badge, BadgeKind, Button, ButtonKind, Disclosure};
use lantian_engine::origin;
use lantian_engine::project::{HeatSource, HeatSystem, HeatUse, Project};
use lantian_engine::units::UnitId;
use leptos::prelude::*;

const SERVICES: [&str; 3] = ["steam", "hot_water", "thermal_oil"];
const USES: [&str; 7] = ["dyeing", "washing", "drying", "hot_water", "tanks", "space", "other"];

/// The section of heat systems.
#[component]
pub fn HeatSection() -> impl IntoView {
    let (i18n, store) = (use_i18n(), ProjectStore::expect());
    let count = store.len(HeatSystems);
    let blank = || HeatSystem { service: "steam".to_owned(), ..HeatSystem::default() };
    view! {
        <Section
            id="plant-heat"
            title=move || i18n.t(k::PLANT_HEAT_SYSTEMS)
            caption=move || i18n.t(k::PLANT_HEAT_HINT)
            count
        >
            <Implied />
            {items(HeatSystems, |at| view! { <SystemItem at /> }.into_any())}
            {add_button(HeatSystems, move || i18n.t(k::PLANT_ADD_SYSTEM), blank)}
        </Section>
    }
}

/// What the engine made up because a fuel has no place yet: the systems, direct-fired uses and
/// vehicles of the completed project that are not in the user's own.
fn made_up(own: &Project, full: &Project, i18n: I18n) -> Vec<String> {
    let carrier = |slug: &str| wording::carrier_name(i18n, slug);
    let with =
        |thing: String, fuel: &str| i18n.tf(k::LIVE_WITH_FUEL, [("thing", &thing), ("fuel", &carrier(fuel))]);
    let mut lines = Vec::new();
    for (index, system) in full.heat.iter().enumerate() {
        let known = own.heat.get(index).map_or(0, |system| system.sources.len());
        for source in system.sources.iter().skip(known) {
            lines.push(with(i18n.name("service", &system.service), &source.carrier));
        }
    }
    lines.extend(
        full.fired
            .iter()
            .skip(own.fired.len())
            .map(|use_| with(i18n.name("fired", &use_.kind), &use_.carrier)),
    );
    let vehicles = full.vehicles.iter().skip(own.vehicles.len());
    lines.extend(vehicles.map(|use_| with(i18n.key_name("vehicle", &use_.kind), &use_.carrier)));
    lines
}

/// The made-up systems, and a button that makes them one's own.
#[component]
fn Implied() -> impl IntoView {
    let (i18n, store, answers) = (use_i18n(), ProjectStore::expect(), Answers::expect());
    let lines = Memo::new(move |_| {
        let own = store.get();
        answers.with(|answer| {
            let full = answer.outcome.as_ref().map(|outcome| &outcome.model.lowered.project);
            full.map(|full| made_up(&own, full, i18n)).unwrap_or_default()
        })
    });
    let take = move |()| {
        let answer = answers.get_untracked();
        if let Some(outcome) = &answer.outcome {
            let full = outcome.model.lowered.project.clone();
            store.run(Command::once(Part::HeatSystems, move |project| {
                project.heat = full.heat;
                project.fired = full.fired;
                project.vehicles = full.vehicles;
            }));
        }
    };
    move || {
        let lines = lines.get();
        (!lines.is_empty()).then(|| {
            view! {
                <div class="lt-implied">
                    <p class="lt-cluster">
                        <span>{move || i18n.t(k::PLANT_IMPLIED_HEAT)}</span>
                        <Badge kind=BadgeKind::Estimated text=move || i18n.t(k::FIELD_ESTIMATED_BADGE) />
                    </p>
                    <ul>{lines.into_iter().map(|line| view! { <li class="lt-implied__line">{line}</li> }).collect_view()}</ul>
                    <Button
                        kind=ButtonKind::Secondary
                        label=move || i18n.t(k::PLANT_DESCRIBE_OWN)
                        on_press=take
                    />
                </div>
            }
        })
    }
}

/// One system.
#[component]
fn SystemItem(
    /// Its place.
    at: usize,
) -> impl IntoView {
    let (i18n, store) = (use_i18n(), ProjectStore::expect());
    let row = store.row(HeatSystems, at);
    let service = Memo::new(move |_| row.get().map(|row| row.service).unwrap_or_default());
    let name = Signal::derive(move || {
        let own = row.get().map(|row| row.name).unwrap_or_default();
        if own.is_empty() {
            service.with(|service| i18n.name("service", service))
        } else {
            i18n.own_name(&own)
        }
    });
    let steam = Memo::new(move |_| service.with(|service| service == "steam"));
    let field = move |name| origin::Field::new("heat", at, name);
    let message = Marks::expect().message(field("uses"));
    let shares =
        move || message.get().map(|m| view! { <p class="lt-message lt-message--notice">{m.text}</p> });
    let blank_source = || HeatSource { kind: "boiler".to_owned(), ..HeatSource::default() };
    let blank_use = || HeatUse { kind: "other".to_owned(), ..HeatUse::default() };
    view! {
        <Item id=format!("at-heat-{at}-0") name on_delete=delete(HeatSystems, at)>
            <div class="lt-fields">
                {choice(
                    HeatSystems,
                    at,
                    field("service"),
                    move || named(i18n, "service", &SERVICES),
                    |row| row.service.clone(),
                    |row, slug| row.service = slug,
                )}
                {text(HeatSystems, at, field("name"), |row| row.name.clone(), |row, name| row.name = name)}
            </div>
            <h4 class="lt-item__part">{move || i18n.t(k::PLANT_SOURCES)}</h4>
            {items(HeatSources(at), move |child| view! { <SourceItem system=at at=child /> }.into_any())}
            {add_button(HeatSources(at), move || i18n.t(k::ACT_ADD_BOILER), blank_source)}
            <h4 class="lt-item__part" id=format!("at-heat-{at}-0-uses")>{move || i18n.t(k::PLANT_HEAT_USES)}</h4>
            {shares}
            {items(HeatUses(at), move |child| view! { <HeatUseItem system=at at=child /> }.into_any())}
            {add_button(HeatUses(at), move || i18n.t(k::PLANT_ADD_USE), blank_use)}
            <Disclosure summary=move || i18n.t(k::PLANT_LOSSES)>
                <div class="lt-fields">
                    {move || steam.get().then(|| steam_fields(at))}
                    {row_figure!(HeatSystems, at, field, pipe_loss, Holds::Percent)}
                    {move || steam.get().then(|| row_figure!(HeatSystems, at, field, trap_loss, Holds::Percent))}
                </div>
            </Disclosure>
        </Item>
    }
}

fn steam_fields(at: usize) -> impl IntoView {
    let field = move |name| origin::Field::new("heat", at, name);
    let list = HeatSystems;
    view! {
        {row_figure!(list, at, field, pressure, Holds::Unit(UnitId::Mpag))}
        {row_figure!(list, at, field, condensate_return, Holds::Percent)}
        {row_figure!(list, at, field, condensate_temperature, Holds::Celsius)}
        {row_figure!(list, at, field, makeup_temperature, Holds::Celsius)}
        {row_figure!(list, at, field, blowdown, Holds::Percent)}
    }
}

/// One use of a system's heat.
#[component]
fn HeatUseItem(
    /// The system it belongs to.
    system: usize,
    /// Its place there.
    at: usize,
) -> impl IntoView {
    let (i18n, store) = (use_i18n(), ProjectStore::expect());
    let list = HeatUses(system);
    let row = store.row(list, at);
    let name = Signal::derive(move || {
        let row = row.get().unwrap_or_default();
        if row.name.is_empty() { i18n.name("heat_use", &row.kind) } else { i18n.own_name(&row.name) }
    });
    let field = move |name| origin::Field::child("heat_use", system, at, name);
    view! {
        <Item id=format!("at-heat_use-{system}-{at}") name on_delete=delete(list, at)>
            <div class="lt-fields lt-fields--dense">
                {choice(
                    list,
                    at,
                    field("kind"),
                    move || named(i18n, "heat_use", &USES),
                    |row| row.kind.clone(),
                    |row, slug| row.kind = slug,
                )}
                {text(list, at, field("name"), |row| row.name.clone(), |row, name| row.name = name)}
                {row_figure!(list, at, field, share, Holds::Percent)}
                {row_figure!(list, at, field, preheatable, Holds::Percent)}
            </div>
        </Item>
    }
}
