//! Financial assumptions. Empty fields show what the engine takes instead.

use crate::features::plant::choices::{currency_of, currency_slug};
use crate::features::plant::figure_text::Holds;
use crate::features::plant::frame::Section;
use crate::features::plant::row::{chosen, part_figure, single};
use crate::i18n::{Currency, I18n, k, use_i18n};
use crate::state::{ProjectStore, command};
use crate::ui::Choice;
use lantian_engine::origin;
use leptos::prelude::*;

/// The section of financial assumptions.
#[component]
pub fn FinanceSection() -> impl IntoView {
    let (i18n, store) = (use_i18n(), ProjectStore::expect());
    let currency = store.memo(|project| currency_slug(currency_of(project)).to_owned());
    let money = Signal::derive(move || Holds::Money(store.with(currency_of)));
    let field = |name| origin::Field::new("finance", 0, name);
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
                {part_figure!("finance", command::finance, |p| p.finance.discount_rate, discount_rate, Holds::Rate)}
                {single(
                    field("horizon"),
                    Holds::Whole,
                    |project| project.finance.horizon.map(f64::from),
                    |value| command::finance("horizon", move |finance| finance.horizon = years(value)),
                )}
                {part_figure!("finance", command::finance, |p| p.finance.electricity_growth, electricity_growth, Holds::Rate)}
                {part_figure!("finance", command::finance, |p| p.finance.fuel_growth, fuel_growth, Holds::Rate)}
                {part_figure!("finance", command::finance, |p| p.finance.water_growth, water_growth, Holds::Rate)}
                {part_figure!("finance", command::finance, |p| p.finance.carbon_price, carbon_price, money)}
                {part_figure!("finance", command::finance, |p| p.finance.grant_share, grant_share, Holds::Percent)}
                {part_figure!("finance", command::finance, |p| p.finance.grant_cap, grant_cap, money)}
                {part_figure!("finance", command::finance, |p| p.finance.cny_per_hkd, cny_per_hkd, Holds::Number)}
                {part_figure!("finance", command::finance, |p| p.finance.hkd_per_usd, hkd_per_usd, Holds::Number)}
            </div>
        </Section>
    }
}

fn currencies(i18n: I18n) -> Vec<Choice> {
    Currency::ALL.map(|c| Choice::new(currency_slug(c), i18n.format().currency_name(c))).to_vec()
}

/// Years out of a whole number; more than the engine allows is left to it to refuse.
fn years(value: Option<f64>) -> Option<u16> {
    value.and_then(|value| u16::try_from(value.min(f64::from(u16::MAX)) as i64).ok())
}
