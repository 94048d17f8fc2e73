//! A boiler, a boiler with a turbine, or bought heat.

use super::devices::DevicesField;
use super::electricity::named;
use crate::features::live::wording;
use crate::features::plant::figure_text::Holds;
use crate::features::plant::frame::{Item, delete};
use crate::features::plant::row::{choice, row_figure, text};
use crate::i18n::{I18n, k, use_i18n};
use crate::state::ProjectStore;
use crate::state::list::HeatSources;
use crate::ui::{Choice, Disclosure};
use lantian_engine::carrier::Carrier;
use lantian_engine::origin;
use lantian_engine::units::UnitId;
use leptos::prelude::*;

const KINDS: [&str; 3] = ["boiler", "back_pressure", "purchased"];

/// One source of heat.
#[component]
pub fn SourceItem(
    /// The system it feeds.
    system: usize,
    /// Its place there.
    at: usize,
) -> impl IntoView {
    let (i18n, store) = (use_i18n(), ProjectStore::expect());
    let list = HeatSources(system);
    let row = store.row(list, at);
    let kind = Memo::new(move |_| row.get().map(|row| row.kind).unwrap_or_default());
    let name = Signal::derive(move || {
        let own = row.get().map(|row| row.name).unwrap_or_default();
        if own.is_empty() { kind.with(|kind| i18n.name("source", kind)) } else { i18n.own_name(&own) }
    });
    let field = move |name| origin::Field::child("source", system, at, name);
    let burns = Memo::new(move |_| kind.with(|kind| kind != "purchased"));
    let turbine = Memo::new(move |_| kind.with(|kind| kind == "back_pressure"));
    view! {
        <Item id=format!("at-source-{system}-{at}") name on_delete=delete(list, at)>
            <div class="lt-fields">
                {choice(
                    list,
                    at,
                    field("kind"),
                    move || named(i18n, "source", &KINDS),
                    |row| row.kind.clone(),
                    |row, slug| row.kind = slug,
                )}
                {carrier_choice(i18n, system, at, field("carrier"))}
                {text(list, at, field("name"), |row| row.name.clone(), |row, name| row.name = name)}
                {row_figure!(list, at, field, share, Holds::Percent)}
                {move || {
                    turbine
                        .get()
                        .then(|| {
                            let kwh = Holds::Unit(UnitId::Kwh);
                            view! {
                                {row_figure!(list, at, field, gross_generation, kwh)}
                                {row_figure!(list, at, field, own_use, kwh)}
                            }
                        })
                }}
            </div>
            {move || burns.get().then(|| view! { <BoilerFields system at /> })}
        </Item>
    }
}

/// Readings at a boiler and what cleans its stack.
#[component]
fn BoilerFields(
    /// The system it feeds.
    system: usize,
    /// Its place there.
    at: usize,
) -> impl IntoView {
    let i18n = use_i18n();
    let list = HeatSources(system);
    let field = move |name| origin::Field::child("source", system, at, name);
    view! {
        <Disclosure summary=move || i18n.t(k::PLANT_BOILER_READINGS)>
            <p class="lt-remark">{move || i18n.t(k::PLANT_BOILER_EFFICIENCY_HINT)}</p>
            <div class="lt-fields">
                {row_figure!(list, at, field, efficiency, Holds::Percent)}
                {row_figure!(list, at, field, stack_temperature, Holds::Celsius)}
                {row_figure!(list, at, field, oxygen, Holds::Percent)}
                {row_figure!(list, at, field, air_temperature, Holds::Celsius)}
                {row_figure!(list, at, field, shell_loss, Holds::Percent)}
                {row_figure!(list, at, field, unburnt_loss, Holds::Percent)}
                {row_figure!(list, at, field, other_loss, Holds::Percent)}
                {row_figure!(list, at, field, capacity, Holds::Unit(UnitId::TPerH))}
            </div>
        </Disclosure>
        <DevicesField list at devices=|row| &row.devices devices_mut=|row| &mut row.devices />
    }
}

fn carrier_choice(i18n: I18n, system: usize, at: usize, field: origin::Field) -> AnyView {
    let store = ProjectStore::expect();
    let billed = store.memo(|project| {
        let carriers = project.bills.iter().filter_map(|bill| Carrier::from_slug(&bill.carrier));
        carriers.filter(|carrier| carrier.is_fuel() || *carrier == Carrier::Steam).collect::<Vec<_>>()
    });
    let options = move || billed.with(|billed| carrier_choices(i18n, billed));
    choice(HeatSources(system), at, field, options, |row| row.carrier.clone(), |row, slug| row.carrier = slug)
}

/// Fuels that have a bill; a place for "none yet".
pub fn carrier_choices(i18n: I18n, billed: &[Carrier]) -> Vec<Choice> {
    let named = |carrier: &Carrier| Choice::new(carrier.slug(), wording::carrier_name(i18n, carrier.slug()));
    [Choice::new("", i18n.t(k::START_CHOOSE))].into_iter().chain(billed.iter().map(named)).collect()
}
