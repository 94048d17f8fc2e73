//! One bill: amount or twelve months, price, and the quality of a fuel.

use super::months::MonthsField;
use crate::features::live::jump::anchor;
use crate::features::live::wording;
use crate::features::plant::bill_quantity::BillQuantity;
use crate::features::plant::choices::currency_of;
use crate::features::plant::figure_text::Holds;
use crate::features::plant::frame::{Item, delete};
use crate::features::plant::row::row_figure;
use crate::i18n::{I18n, k, use_i18n};
use crate::state::ProjectStore;
use crate::state::list::Bills;
use crate::ui::Disclosure;
use lantian_engine::carrier::{Carrier, Group};
use lantian_engine::origin;
use lantian_engine::project::ReadingKind;
use leptos::prelude::*;

/// One bill.
#[component]
pub fn BillItem(
    /// Its place in the list.
    at: usize,
) -> impl IntoView {
    let (i18n, store) = (use_i18n(), ProjectStore::expect());
    let bill = store.row(Bills, at);
    let slug = Memo::new(move |_| bill.get().map(|bill| bill.carrier).unwrap_or_default());
    let carrier = Memo::new(move |_| slug.with(|slug| Carrier::from_slug(slug)));
    let name = Signal::derive(move || slug.with(|slug| wording::carrier_name(i18n, slug)));
    let in_value = Memo::new(move |_| bill.get().is_some_and(|bill| bill.kind == ReadingKind::Value));
    let amount = move || {
        let label = Signal::derive(move || i18n.t(k::PLANT_BILL_AMOUNT).to_owned());
        carrier.get().map(|carrier| view! { <BillQuantity carrier label /> })
    };
    let months = move || {
        let id = anchor(origin::Field::new("bill", at, "months"));
        in_value.get().then(|| view! { <div id=id><MonthsField at /></div> })
    };
    let quality = move || carrier.get().map(|carrier| view! { <Quality at carrier /> });
    view! {
        <Item id=format!("at-bill-{at}-0") name on_delete=delete(Bills, at)>
            {amount}
            {months}
            {quality}
        </Item>
    }
}

/// Price and quality, for those who know them.
#[component]
fn Quality(
    /// Place of the bill.
    at: usize,
    /// What is billed.
    carrier: Carrier,
) -> impl IntoView {
    let (i18n, store) = (use_i18n(), ProjectStore::expect());
    let field = move |name| origin::Field::new("bill", at, name);
    let unit =
        store.memo(move |project| project.bills.get(at).map(|bill| bill.unit.clone()).unwrap_or_default());
    let money = Signal::derive(move || Holds::Money(store.with(currency_of)));
    let price_name = Signal::derive(move || unit.with(|unit| price_label(i18n, unit)));
    let value = store.memo(move |project| project.bills.get(at).and_then(|bill| bill.price));
    let command = move |price: Option<f64>| {
        crate::state::list::edit(Bills, at, "price", move |bill| bill.price = price)
    };
    let gas = matches!(carrier, Carrier::NaturalGas | Carrier::Towngas);
    let ncv = if gas {
        Holds::Unit(lantian_engine::units::UnitId::Mj)
    } else {
        Holds::Unit(lantian_engine::units::UnitId::Gj)
    };
    let dirty = matches!(carrier.group(), Group::Coal | Group::Liquid);
    let measured = carrier.is_fuel() && carrier != Carrier::Towngas;
    view! {
        <Disclosure summary=move || i18n.t(k::PLANT_PRICE_QUALITY)>
            <div class="lt-fields">
                <crate::features::plant::figure::Figure
                    at=field("price")
                    holds=money
                    value
                    command
                    label=price_name
                />
                {row_figure!(Bills, at, field, fixed_cost, money)}
                {measured
                    .then(|| {
                        let per = if gas { "m3" } else { "t" };
                        view! {
                            <crate::features::plant::figure::Figure
                                at=field("ncv")
                                holds=ncv
                                value=store.memo(move |p| p.bills.get(at).and_then(|bill| bill.ncv))
                                command=move |v| {
                                    crate::state::list::edit(Bills, at, "ncv", move |bill| bill.ncv = v)
                                }
                                label=Signal::derive(move || per_unit(i18n, "ncv", per))
                            />
                        }
                    })}
                {dirty.then(|| row_figure!(Bills, at, field, sulphur, Holds::Percent))}
            </div>
        </Disclosure>
    }
}

fn price_label(i18n: I18n, unit: &str) -> String {
    per_unit(i18n, "price", unit)
}

fn per_unit(i18n: I18n, name: &str, unit: &str) -> String {
    let field = wording::field_name(i18n, "bill", name);
    i18n.tf(k::FIELD_PRICE_OF, [("field", &field), ("unit", &i18n.unit(unit))])
}
