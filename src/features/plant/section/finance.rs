//! Financial assumptions. Empty fields show what the engine takes instead.

use crate::features::plant::choices::{currency_of, currency_slug};
use crate::features::plant::figure::Figure;
use crate::features::plant::figure_text::Holds;
use crate::features::plant::frame::Section;
use crate::features::plant::row::{chosen, part_figure, single};
use crate::features::plant::terms::rate_remark;
use crate::i18n::{Currency, I18n, k, use_i18n};
use crate::state::{Command, ProjectStore, command};
use crate::ui::{Choice, Disclosure};
use lantian_engine::origin;
use lantian_engine::project::{FinanceInput, Project};
use leptos::prelude::*;

/// A figure of the assumptions whose name in the record is its name in the project file.
macro_rules! term {
    ($name:ident, $holds:expr) => {
        part_figure!("finance", command::finance, |p| p.finance.$name, $name, $holds)
    };
}

/// A number of years.
macro_rules! term_years {
    ($name:ident) => {
        single(
            field(stringify!($name)),
            Holds::Years,
            |project| project.finance.$name.map(f64::from),
            |value| command::finance(stringify!($name), move |finance| finance.$name = years(value)),
        )
    };
}

fn field(name: &'static str) -> origin::Field {
    origin::Field::new("finance", 0, name)
}

/// The section of financial assumptions.
#[component]
pub fn FinanceSection() -> impl IntoView {
    let (i18n, store) = (use_i18n(), ProjectStore::expect());
    let currency = store.memo(|project| currency_slug(currency_of(project)).to_owned());
    let money = Signal::derive(move || Holds::Money(store.with(currency_of)));
    view! {
        <Section
            id="plant-finance"
            title=move || i18n.t(k::PLANT_FINANCE)
            caption=move || i18n.t(k::PLANT_FINANCE_HINT)
        >
            <div class="lt-fields">
                {chosen(field("currency"), move || currencies(i18n), currency, move |slug| {
                    store.run(command::finance("currency", move |finance| finance.currency = slug));
                    store.seal();
                })}
                {term!(discount_rate, Holds::Rate)}
                {term_years!(horizon)}
                {term!(price_growth, Holds::Rate)}
                {term!(carbon_price, money)}
            </div>
            <Disclosure summary=move || i18n.t(k::PLANT_FINANCE_PRICES)>
                <PriceGrowth />
            </Disclosure>
            <Disclosure summary=move || i18n.t(k::PLANT_FINANCE_CREDIT)>
                <Credit money />
            </Disclosure>
            <Disclosure summary=move || i18n.t(k::PLANT_FINANCE_RATES)>
                <Rates />
            </Disclosure>
        </Section>
    }
}

/// Growth of each price.
#[component]
fn PriceGrowth() -> impl IntoView {
    view! {
        <div class="lt-fields">
            {term!(electricity_growth, Holds::Rate)}
            {term!(gas_growth, Holds::Rate)}
            {term!(fuel_growth, Holds::Rate)}
            {term!(heat_growth, Holds::Rate)}
            {term!(water_growth, Holds::Rate)}
            {term!(running_growth, Holds::Rate)}
            {term!(carbon_growth, Holds::Rate)}
            {term!(tax_growth, Holds::Rate)}
        </div>
    }
}

/// Grants, loan and tax.
#[component]
fn Credit(
    /// Money in the project's currency.
    money: Signal<Holds>,
) -> impl IntoView {
    view! {
        <div class="lt-fields">
            {term!(grant_share, Holds::Percent)}
            {term!(grant_cap, money)}
            {term!(loan_share, Holds::Percent)}
            {term!(loan_rate, Holds::Percent)}
            {term_years!(loan_years)}
            {term!(profits_tax, Holds::Percent)}
            {term_years!(depreciation_years)}
        </div>
    }
}

/// Rates of exchange, each with the year of the table's, and the rates of the modified return.
#[component]
fn Rates() -> impl IntoView {
    view! {
        <div class="lt-fields">
            {exchange("cny_per_hkd", |finance| &mut finance.cny_per_hkd, |p| p.finance.cny_per_hkd)}
            {exchange("hkd_per_usd", |finance| &mut finance.hkd_per_usd, |p| p.finance.hkd_per_usd)}
            {exchange("mop_per_hkd", |finance| &mut finance.mop_per_hkd, |p| p.finance.mop_per_hkd)}
            {term!(finance_rate, Holds::Rate)}
            {term!(reinvest_rate, Holds::Rate)}
        </div>
    }
}

fn exchange(
    name: &'static str,
    place: fn(&mut FinanceInput) -> &mut Option<f64>,
    get: fn(&Project) -> Option<f64>,
) -> impl IntoView {
    let i18n = use_i18n();
    let value = ProjectStore::expect().memo(get);
    let command = move |value| -> Command { command::finance(name, move |finance| *place(finance) = value) };
    let hint = Signal::derive(move || rate_remark(i18n, name));
    view! { <Figure at=field(name) holds=Holds::Number value command hint /> }
}

fn currencies(i18n: I18n) -> Vec<Choice> {
    Currency::ALL.map(|c| Choice::new(currency_slug(c), i18n.format().currency_name(c))).to_vec()
}

/// Years out of a whole number; more than the engine allows is left to it to refuse.
fn years(value: Option<f64>) -> Option<u16> {
    value.and_then(|value| u16::try_from(value.min(f64::from(u16::MAX)) as i64).ok())
}
