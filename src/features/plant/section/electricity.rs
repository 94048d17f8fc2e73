//! Where the electricity goes: the user's list with the unmetered rest, or the sector's split.

use crate::features::plant::figure_text::Holds;
use crate::features::plant::frame::{Item, Section, add_button, delete, items};
use crate::features::plant::marks::Marks;
use crate::features::plant::row::{choice, figure, row_figure, text};
use crate::i18n::{I18n, k, use_i18n};
use crate::state::list::{self, ElectricUses};
use crate::state::{Answers, ProjectStore};
use crate::ui::{Badge, BadgeKind, Button, ButtonKind, Choice};
use lantian_engine::assess::Outcome;
use lantian_engine::metric::Metric;
use lantian_engine::origin;
use lantian_engine::plant::ElectricKind;
use lantian_engine::project::ElectricUse;
use lantian_engine::units::UnitId;
use leptos::prelude::*;

/// The section of electricity uses.
#[component]
pub fn ElectricitySection() -> impl IntoView {
    let (i18n, store) = (use_i18n(), ProjectStore::expect());
    let count = store.len(ElectricUses);
    let implied = Memo::new(move |_| count.get() == 0);
    let blank = || ElectricUse { kind: "process_machines".to_owned(), ..ElectricUse::default() };
    let message = Marks::expect().message(origin::Field::new("electric", 0, "kwh"));
    let scaled = move || {
        message.get().filter(|m| !m.is_problem()).map(|m| {
            view! { <p class="lt-message lt-message--notice">{m.text}</p> }
        })
    };
    view! {
        <Section
            id="plant-electricity"
            title=move || i18n.t(k::PLANT_ELECTRICITY_USES)
            caption=move || i18n.t(k::PLANT_ELECTRICITY_USES_HINT)
            count
        >
            {scaled}
            {move || if implied.get() { view! { <Split /> }.into_any() } else { view! { <Rest /> }.into_any() }}
            {items(ElectricUses, |at| view! { <UseItem at /> }.into_any())}
            {add_button(ElectricUses, move || i18n.t(k::PLANT_ADD_USE), blank)}
        </Section>
    }
}

/// The sector's split as lines of one's own.
fn own_lines(outcome: &Outcome) -> Vec<ElectricUse> {
    let plant = &outcome.model.lowered.plant;
    let total = outcome.before.totals[Metric::SiteElectricity];
    let uses = plant.electric.iter().zip(&outcome.before.electric);
    uses.filter(|(use_, kwh)| use_.kind != ElectricKind::Unmetered && **kwh > 0.0 && total > 0.0)
        .map(|(use_, kwh)| ElectricUse {
            kind: use_.kind.slug().to_owned(),
            // The tables give whole per cents.
            share: Some((kwh / total * 1e4).round() / 100.0),
            ..ElectricUse::default()
        })
        .collect()
}

/// The sector's split, and a button that makes it one's own.
#[component]
fn Split() -> impl IntoView {
    let (i18n, store, answers) = (use_i18n(), ProjectStore::expect(), Answers::expect());
    let lines = answers.of_outcome(own_lines);
    let take = move |()| {
        if let Some(lines) = lines.get_untracked().filter(|lines| !lines.is_empty()) {
            store.run(list::set_rows(ElectricUses, lines));
        }
    };
    move || {
        let lines = lines.get().filter(|lines| !lines.is_empty())?;
        let line = |use_: ElectricUse| {
            let share = use_.share.unwrap_or(0.0) / 100.0;
            view! {
                <li class="lt-implied__line">
                    <span>{i18n.name("electric", &use_.kind)}</span>
                    <span class="lt-number">{i18n.format().share(share)}</span>
                </li>
            }
        };
        Some(view! {
            <div class="lt-implied">
                <p class="lt-cluster">
                    <span>{move || i18n.t(k::PLANT_IMPLIED_SPLIT)}</span>
                    <Badge kind=BadgeKind::Estimated text=move || i18n.t(k::FIELD_ESTIMATED_BADGE) />
                </p>
                <ul>{lines.into_iter().map(line).collect_view()}</ul>
                <Button
                    kind=ButtonKind::Secondary
                    label=move || i18n.t(k::PLANT_DESCRIBE_OWN)
                    on_press=take
                />
            </div>
        })
    }
}

/// What the list leaves of the bill.
#[component]
fn Rest() -> impl IntoView {
    let (i18n, answers) = (use_i18n(), Answers::expect());
    let rest = answers.of_outcome(|outcome| {
        let plant = &outcome.model.lowered.plant;
        let uses = plant.electric.iter().zip(&outcome.before.electric);
        let rest: f64 = uses.filter(|(u, _)| u.kind == ElectricKind::Unmetered).map(|(_, kwh)| *kwh).sum();
        (rest, outcome.before.totals[Metric::SiteElectricity])
    });
    move || {
        let (rest, total) = rest.get().filter(|(_, total)| *total > 0.0)?;
        let covered = i18n.format().share(1.0 - rest / total);
        Some(view! {
            <p class="lt-rest">
                <span>{i18n.tf(k::BALANCE_COVERED, [("share", &covered)])}</span>
                <span class="lt-remark">
                    {i18n.t(k::PLANT_UNMETERED)} " " {i18n.format().electricity(rest)}
                </span>
            </p>
        })
    }
}

/// One line of the list.
#[component]
fn UseItem(
    /// Its place.
    at: usize,
) -> impl IntoView {
    let (i18n, store, answers) = (use_i18n(), ProjectStore::expect(), Answers::expect());
    let row = store.row(ElectricUses, at);
    let name = Signal::derive(move || {
        let row = row.get().unwrap_or_default();
        if row.name.is_empty() { i18n.name("electric", &row.kind) } else { i18n.own_name(&row.name) }
    });
    let kind = Memo::new(move |_| row.get().and_then(|row| ElectricKind::from_slug(&row.kind)));
    let kwh = answers.of_outcome(move |outcome| outcome.before.electric.get(at).copied());
    let result = move || {
        kwh.get().flatten().map(|kwh| {
            let value = i18n.format().electricity(kwh);
            view! { <p class="lt-remark">{i18n.tf(k::QUANTITY_PER_YEAR_EQUALS, [("value", &value)])}</p> }
        })
    };
    let field = move |name| origin::Field::new("electric", at, name);
    let kw = Holds::Unit(UnitId::Kw);
    view! {
        <Item id=format!("at-electric-{at}-0") name on_delete=delete(ElectricUses, at)>
            <div class="lt-fields lt-fields--dense">
                {choice(
                    ElectricUses,
                    at,
                    field("kind"),
                    move || kinds(i18n),
                    |row| row.kind.clone(),
                    |row, slug| row.kind = slug,
                )}
                {text(ElectricUses, at, field("name"), |row| row.name.clone(), |row, name| row.name = name)}
                {row_figure!(ElectricUses, at, field, count, Holds::Number)}
                {row_figure!(ElectricUses, at, field, kw, kw)}
                {row_figure!(ElectricUses, at, field, hours, Holds::Unit(UnitId::H))}
                {row_figure!(ElectricUses, at, field, kwh, Holds::Unit(UnitId::Kwh))}
                {row_figure!(ElectricUses, at, field, share, Holds::Percent)}
                {move || kind.get().map(|kind| special(i18n, at, kind))}
            </div>
            {result}
        </Item>
    }
}

/// The fields that only some kinds have.
fn special(i18n: I18n, at: usize, kind: ElectricKind) -> AnyView {
    let field = move |name| origin::Field::new("electric", at, name);
    let list = ElectricUses;
    match kind {
        ElectricKind::CompressedAir => view! {
            {row_figure!(list, at, field, leaks, Holds::Percent)}
            {row_figure!(list, at, field, pressure, Holds::Unit(UnitId::Barg))}
            {choice(
                list,
                at,
                field("control"),
                move || named(i18n, "air_control", &CONTROLS),
                |row| row.control.clone().unwrap_or_else(|| "load_unload_short".to_owned()),
                |row, slug| row.control = Some(slug),
            )}
        }
        .into_any(),
        ElectricKind::ProcessCooling | ElectricKind::Hvac => {
            figure(list, at, field("cop"), Holds::Number, |row| row.cop, |row, v| row.cop = v)
        }
        ElectricKind::MouldingMachines => choice(
            list,
            at,
            field("drive"),
            move || named(i18n, "drive", &DRIVES),
            |row| row.drive.clone().unwrap_or_else(|| "fixed_pump".to_owned()),
            |row, slug| row.drive = Some(slug),
        ),
        ElectricKind::Lighting => row_figure!(list, at, field, lamp_watt, Holds::Unit(UnitId::W)),
        _ => ().into_any(),
    }
}

const CONTROLS: [&str; 7] = [
    "load_unload_short",
    "load_unload_long",
    "modulating",
    "variable_displacement",
    "vsd",
    "start_stop",
    "blow_off",
];
const DRIVES: [&str; 4] = ["fixed_pump", "variable_pump", "servo", "electric"];

/// Choices of a closed list of slugs.
pub fn named(i18n: I18n, family: &str, slugs: &[&str]) -> Vec<Choice> {
    slugs.iter().map(|slug| Choice::new(*slug, i18n.name(family, slug))).collect()
}

fn kinds(i18n: I18n) -> Vec<Choice> {
    let listed = ElectricKind::ALL.iter().filter(|kind| **kind != ElectricKind::Unmetered);
    listed.map(|kind| Choice::new(kind.slug(), i18n.name("electric", kind.slug()))).collect()
}
