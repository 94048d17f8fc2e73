//! Solar power, solvents, refrigerants.

use crate::features::plant::figure_text::Holds;
use crate::features::plant::frame::{Item, Section, add_button, delete, items};
use crate::features::plant::row::{choice, part_figure, row_figure, text};
use crate::i18n::{I18n, k, use_i18n};
use crate::state::list::{Refrigerants, Solvents};
use crate::state::{ProjectStore, command};
use crate::ui::Choice;
use lantian_engine::data::{GreenhouseGas, GwpSet, gwp};
use lantian_engine::origin;
use lantian_engine::project::{Refrigerant, Solvent};
use lantian_engine::units::UnitId;
use leptos::prelude::*;

/// The section of photovoltaics.
#[component]
pub fn SolarSection() -> impl IntoView {
    let i18n = use_i18n();
    view! {
        <Section
            id="plant-solar"
            title=move || i18n.t(k::PLANT_SOLAR)
            caption=move || i18n.t(k::PLANT_SOLAR_HINT)
        >
            <div class="lt-fields">
                {part_figure!(
                    "solar", command::solar, |p| p.solar.as_ref()?.usable_roof, usable_roof, Holds::Unit(UnitId::M2)
                )}
                {part_figure!("solar", command::solar, |p| p.solar.as_ref()?.kwp, kwp, Holds::Unit(UnitId::Kwp))}
                {part_figure!(
                    "solar", command::solar, |p| p.solar.as_ref()?.specific_yield, specific_yield, Holds::Unit(UnitId::Kwh)
                )}
            </div>
        </Section>
    }
}

/// The section of solvent-bearing materials.
#[component]
pub fn SolventsSection() -> impl IntoView {
    let (i18n, store) = (use_i18n(), ProjectStore::expect());
    view! {
        <Section id="plant-solvents" title=move || i18n.t(k::PLANT_SOLVENTS) count=store.len(Solvents)>
            {items(Solvents, |at| view! { <SolventItem at /> }.into_any())}
            {add_button(Solvents, move || i18n.t(k::PLANT_ADD_MATERIAL), Solvent::default)}
        </Section>
    }
}

/// One material.
#[component]
fn SolventItem(
    /// Its place.
    at: usize,
) -> impl IntoView {
    let (i18n, store) = (use_i18n(), ProjectStore::expect());
    let row = store.row(Solvents, at);
    let name = Signal::derive(move || {
        let own = row.get().map(|row| row.name).unwrap_or_default();
        if own.is_empty() { i18n.t(k::PLANT_SOLVENT).to_owned() } else { i18n.own_name(&own) }
    });
    let field = move |name| origin::Field::new("solvent", at, name);
    let list = Solvents;
    view! {
        <Item id=format!("at-solvent-{at}-0") name on_delete=delete(list, at)>
            <div class="lt-fields">
                {text(list, at, field("name"), |row| row.name.clone(), |row, name| row.name = name)}
                {row_figure!(list, at, field, tonnes, Holds::Unit(UnitId::T))}
                {row_figure!(list, at, field, volatile, Holds::Percent)}
                {row_figure!(list, at, field, capture, Holds::Percent)}
                {row_figure!(list, at, field, removal, Holds::Percent)}
            </div>
        </Item>
    }
}

/// The section of refrigerants.
#[component]
pub fn RefrigerantsSection() -> impl IntoView {
    let (i18n, store) = (use_i18n(), ProjectStore::expect());
    let blank = || Refrigerant {
        gas: GreenhouseGas::Hfc134a.slug().to_owned(),
        leak: None,
        ..Refrigerant::default()
    };
    view! {
        <Section id="plant-refrigerants" title=move || i18n.t(k::PLANT_REFRIGERANTS) count=store.len(Refrigerants)>
            {items(Refrigerants, |at| view! { <RefrigerantItem at /> }.into_any())}
            {add_button(Refrigerants, move || i18n.t(k::PLANT_ADD_REFRIGERANT), blank)}
        </Section>
    }
}

/// One refrigerant.
#[component]
fn RefrigerantItem(
    /// Its place.
    at: usize,
) -> impl IntoView {
    let (i18n, store) = (use_i18n(), ProjectStore::expect());
    let row = store.row(Refrigerants, at);
    let name = Signal::derive(move || {
        i18n.key_name("greenhouse_gas", &row.get().map(|row| row.gas).unwrap_or_default())
    });
    let field = move |name| origin::Field::new("refrigerant", at, name);
    let list = Refrigerants;
    view! {
        <Item id=format!("at-refrigerant-{at}-0") name on_delete=delete(list, at)>
            <div class="lt-fields">
                {choice(
                    list,
                    at,
                    field("gas"),
                    move || gases(i18n),
                    |row| row.gas.clone(),
                    |row, slug| row.gas = slug,
                )}
                {row_figure!(list, at, field, leak, Holds::Unit(UnitId::Kg))}
            </div>
        </Item>
    }
}

/// Gases that have a warming potential in the usual set; carbon dioxide, methane and nitrous oxide
/// are counted elsewhere.
fn gases(i18n: I18n) -> Vec<Choice> {
    let counted =
        |gas: &&GreenhouseGas| !matches!(gas.slug(), "co2" | "ch4" | "n2o" | "ch4_fossil" | "ch4_biogenic");
    GreenhouseGas::ALL
        .iter()
        .filter(counted)
        .filter(|gas| gwp(**gas, GwpSet::Ar5).is_some())
        .map(|gas| Choice::new(gas.slug(), i18n.key_name("greenhouse_gas", gas.slug())))
        .collect()
}
