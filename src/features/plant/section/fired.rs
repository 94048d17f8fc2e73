//! Machines that burn fuel themselves, and vehicles.

use super::devices::DevicesField;
use super::electricity::named;
use super::source::carrier_choices;
use crate::features::plant::figure_text::Holds;
use crate::features::plant::frame::{Item, Section, add_button, delete, items};
use crate::features::plant::row::{choice, row_figure, text};
use crate::i18n::{I18n, k, use_i18n};
use crate::state::ProjectStore;
use crate::state::list::{FiredUses, Vehicles};
use crate::ui::{Choice, Disclosure};
use lantian_engine::carrier::Carrier;
use lantian_engine::data::Vehicle;
use lantian_engine::origin;
use lantian_engine::project::{FiredUse, VehicleUse};
use lantian_engine::units::UnitId;
use leptos::prelude::*;

const KINDS: [&str; 7] = ["stenter", "oven", "dryer", "furnace", "oxidiser", "cooking", "other"];

/// Fuels with a bill.
fn billed() -> Memo<Vec<Carrier>> {
    ProjectStore::expect().memo(|project| {
        let carriers = project.bills.iter().filter_map(|bill| Carrier::from_slug(&bill.carrier));
        carriers.filter(|carrier| carrier.is_fuel()).collect()
    })
}

/// The section of direct-fired heat.
#[component]
pub fn FiredSection() -> impl IntoView {
    let (i18n, store) = (use_i18n(), ProjectStore::expect());
    let blank = || FiredUse { kind: "oven".to_owned(), ..FiredUse::default() };
    view! {
        <Section
            id="plant-fired"
            title=move || i18n.t(k::PLANT_PROCESS_HEAT)
            caption=move || i18n.t(k::PLANT_PROCESS_HEAT_HINT)
            count=store.len(FiredUses)
        >
            {items(FiredUses, |at| view! { <FiredItem at /> }.into_any())}
            {add_button(FiredUses, move || i18n.t(k::ACT_ADD_EQUIPMENT), blank)}
        </Section>
    }
}

/// One group of like machines.
#[component]
fn FiredItem(
    /// Its place.
    at: usize,
) -> impl IntoView {
    let (i18n, store, billed) = (use_i18n(), ProjectStore::expect(), billed());
    let row = store.row(FiredUses, at);
    let name = Signal::derive(move || {
        let row = row.get().unwrap_or_default();
        if row.name.is_empty() { i18n.name("fired", &row.kind) } else { i18n.own_name(&row.name) }
    });
    let field = move |name| origin::Field::new("fired", at, name);
    let list = FiredUses;
    view! {
        <Item id=format!("at-fired-{at}-0") name on_delete=delete(list, at)>
            <div class="lt-fields">
                {choice(
                    list,
                    at,
                    field("kind"),
                    move || named(i18n, "fired", &KINDS),
                    |row| row.kind.clone(),
                    |row, slug| row.kind = slug,
                )}
                {choice(
                    list,
                    at,
                    field("carrier"),
                    move || billed.with(|billed| carrier_choices(i18n, billed)),
                    |row| row.carrier.clone(),
                    |row, slug| row.carrier = slug,
                )}
                {text(list, at, field("name"), |row| row.name.clone(), |row, name| row.name = name)}
                {row_figure!(list, at, field, share, Holds::Percent)}
                {row_figure!(list, at, field, efficiency, Holds::Percent)}
            </div>
            <Disclosure summary=move || i18n.t(k::PLANT_EXHAUST)>
                <p class="lt-remark">{move || i18n.t(k::PLANT_EXHAUST_HINT)}</p>
                <div class="lt-fields">
                    {row_figure!(list, at, field, count, Holds::Number)}
                    {row_figure!(list, at, field, exhaust_flow, Holds::Unit(UnitId::M3PerH))}
                    {row_figure!(list, at, field, exhaust_temperature, Holds::Celsius)}
                    {row_figure!(list, at, field, hours, Holds::Unit(UnitId::H))}
                </div>
            </Disclosure>
            <DevicesField list at devices=|row| &row.devices devices_mut=|row| &mut row.devices />
        </Item>
    }
}

/// The section of vehicles.
#[component]
pub fn VehiclesSection() -> impl IntoView {
    let (i18n, store) = (use_i18n(), ProjectStore::expect());
    let blank = || VehicleUse { kind: "heavy_duty".to_owned(), ..VehicleUse::default() };
    view! {
        <Section id="plant-vehicles" title=move || i18n.t(k::PLANT_TRANSPORT) count=store.len(Vehicles)>
            {items(Vehicles, |at| view! { <VehicleItem at /> }.into_any())}
            {add_button(Vehicles, move || i18n.t(k::PLANT_ADD_VEHICLES), blank)}
        </Section>
    }
}

/// Vehicles of one kind on one fuel.
#[component]
fn VehicleItem(
    /// Its place.
    at: usize,
) -> impl IntoView {
    let (i18n, store, billed) = (use_i18n(), ProjectStore::expect(), billed());
    let row = store.row(Vehicles, at);
    let name = Signal::derive(move || {
        let row = row.get().unwrap_or_default();
        if row.name.is_empty() { i18n.key_name("vehicle", &row.kind) } else { i18n.own_name(&row.name) }
    });
    let field = move |name| origin::Field::new("fleet", at, name);
    let list = Vehicles;
    view! {
        <Item id=format!("at-fleet-{at}-0") name on_delete=delete(list, at)>
            <div class="lt-fields">
                {choice(
                    list,
                    at,
                    field("kind"),
                    move || vehicle_choices(i18n),
                    |row| row.kind.clone(),
                    |row, slug| row.kind = slug,
                )}
                {choice(
                    list,
                    at,
                    field("carrier"),
                    move || billed.with(|billed| carrier_choices(i18n, billed)),
                    |row| row.carrier.clone(),
                    |row, slug| row.carrier = slug,
                )}
                {text(list, at, field("name"), |row| row.name.clone(), |row, name| row.name = name)}
                {row_figure!(list, at, field, share, Holds::Percent)}
            </div>
        </Item>
    }
}

fn vehicle_choices(i18n: I18n) -> Vec<Choice> {
    Vehicle::ALL.iter().map(|kind| Choice::new(kind.slug(), i18n.key_name("vehicle", kind.slug()))).collect()
}
