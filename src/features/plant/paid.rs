//! The money paid for the quantity on a bill. From both follows the unit price, which is what the
//! project keeps; the bill then tells by itself whether it is plausible.

use super::bill_quantity::{bill_of, edit_bill, position};
use super::bill_text::has_months;
use super::choices::currency_of;
use super::figure::Figure;
use super::figure_text::Holds;
use crate::i18n::{k, use_i18n};
use crate::state::ProjectStore;
use lantian_engine::carrier::Carrier;
use lantian_engine::origin::Field;
use lantian_engine::project::{Bill, ReadingKind};
use leptos::prelude::*;

/// Money typed beside a quantity, with the price that followed. While the quantity is corrected the
/// money stays and the price follows again; a price that came from elsewhere stays itself.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Typed {
    money: f64,
    price: Option<f64>,
}

/// What the two boxes of one bill know of each other. Cheap to copy.
#[derive(Clone, Copy, Debug)]
pub struct PaidState {
    typed: RwSignal<Option<Typed>>,
    /// The box has the focus: half a number is no reason to call a price unusual.
    editing: RwSignal<bool>,
}

impl PaidState {
    /// For one bill on screen.
    pub fn new() -> Self {
        PaidState { typed: RwSignal::new(None), editing: RwSignal::new(false) }
    }

    /// Whether money is being typed. Tracked.
    pub fn is_editing(self) -> bool {
        self.editing.get()
    }

    /// What to do with a bill whose quantity has changed. Not tracked.
    pub fn holder(self) -> impl Fn(&mut Bill, Option<f64>) + 'static {
        let typed = self.typed.get_untracked();
        move |bill, price_before| {
            if let Some(typed) = typed.filter(|typed| typed.price == price_before) {
                pay(bill, Some(typed.money));
            }
        }
    }

    /// The price has followed.
    pub fn follow(self, bill: Option<&Bill>) {
        let price = bill.and_then(|bill| bill.price);
        self.typed.update(|typed| {
            if let Some(typed) = typed {
                typed.price = price;
            }
        });
    }

    fn shown(self, bill: &Bill) -> Option<f64> {
        let typed = self.typed.get().filter(|typed| typed.price == bill.price && bill.price.is_some());
        typed.map(|typed| typed.money).or_else(|| paid(bill))
    }
}

/// The quantity on a bill, in its own unit and period.
fn quantity(bill: &Bill) -> Option<f64> {
    let amount = if has_months(bill) { Some(bill.months.iter().sum()) } else { bill.amount };
    amount.filter(|amount| bill.kind == ReadingKind::Value && *amount > 0.0)
}

/// What the quantity costs at the bill's own price.
fn paid(bill: &Bill) -> Option<f64> {
    let money = bill.price? * quantity(bill)?;
    // The price came out of a division: its last digits are not the user's, who paid in cents.
    if money >= 1.0 { Some((money * 100.0).round() / 100.0) } else { Some(money) }
}

/// Whether one amount paid can stand for the bill. Where fixed charges are told apart it would not be
/// what the bill comes to.
fn is_plain(bill: &Bill) -> bool {
    quantity(bill).is_some() && bill.fixed_cost.is_none()
}

/// Takes what was paid for the quantity as its price.
fn pay(bill: &mut Bill, money: Option<f64>) {
    match (money, quantity(bill)) {
        (Some(money), Some(quantity)) => bill.price = Some(money / quantity),
        (None, _) => bill.price = None,
        (Some(_), None) => {}
    }
}

/// The box, once there is a quantity.
#[component]
pub fn Paid(
    /// Whose bill.
    carrier: Carrier,
    /// Shared with the box of the quantity.
    state: PaidState,
) -> impl IntoView {
    let (i18n, store) = (use_i18n(), ProjectStore::expect());
    let index = store.memo(move |project| {
        position(project, carrier).filter(|_| bill_of(project, carrier).is_some_and(is_plain))
    });
    let value = Signal::derive(move || store.with(|project| state.shown(bill_of(project, carrier)?)));
    let holds = Signal::derive(move || Holds::Money(store.with(currency_of)));
    let command = move |money: Option<f64>| {
        let quantity = bill_of(&store.get_untracked(), carrier).and_then(quantity);
        state
            .typed
            .set(money.zip(quantity).map(|(money, quantity)| Typed { money, price: Some(money / quantity) }));
        edit_bill(carrier, "paid", move |bill, _| pay(bill, money))
    };
    let label = Signal::derive(move || i18n.t(k::START_PAID).to_owned());
    move || {
        index.get().map(|index| {
            view! {
                <div
                    class="lt-paid"
                    on:focusin=move |_| state.editing.set(true)
                    on:focusout=move |_| state.editing.set(false)
                >
                    <Figure at=Field::new("bill", index, "paid") holds value command label />
                </div>
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bill() -> Bill {
        Bill { amount: Some(820_000.0), ..Bill::default() }
    }

    #[test]
    fn the_price_follows_from_both() {
        let mut bill = bill();
        pay(&mut bill, Some(656_000.0));
        // 656,000 ÷ 820,000
        assert_eq!(bill.price, Some(0.8));
        assert_eq!(paid(&bill), Some(656_000.0));
        pay(&mut bill, Some(650_000.0));
        assert_eq!(paid(&bill), Some(650_000.0), "no digits of the division are shown");
        pay(&mut bill, Some(0.1 + 0.2 + 7.0));
        assert_eq!(paid(&bill), Some(7.3));
        pay(&mut bill, None);
        assert_eq!((bill.price, paid(&bill)), (None, None));
    }

    #[test]
    fn twelve_months_are_paid_for_together() {
        let mut bill = Bill { months: vec![1000.0; 12], ..Bill::default() };
        pay(&mut bill, Some(9600.0));
        assert_eq!(bill.price, Some(0.8));
    }

    #[test]
    fn without_a_quantity_money_is_no_price() {
        let mut none = Bill { price: Some(0.7), ..Bill::default() };
        pay(&mut none, Some(100.0));
        assert_eq!(none.price, Some(0.7));
        let mut money = Bill { kind: ReadingKind::Money, amount: Some(100.0), ..Bill::default() };
        pay(&mut money, Some(100.0));
        assert_eq!((money.price, paid(&money)), (None, None));
    }

    #[test]
    fn fixed_charges_of_their_own_leave_no_single_amount() {
        assert!(is_plain(&bill()));
        assert!(!is_plain(&Bill { fixed_cost: Some(1000.0), ..bill() }));
    }

    #[test]
    fn the_money_stays_while_the_quantity_is_corrected() {
        let owner = Owner::new();
        owner.set();
        let state = PaidState::new();
        let mut bill = Bill { price: Some(0.8), ..bill() };
        state.typed.set(Some(Typed { money: 656_000.0, price: Some(0.8) }));
        bill.amount = Some(800_000.0);
        state.holder()(&mut bill, Some(0.8));
        // 656,000 ÷ 800,000
        assert_eq!(bill.price, Some(0.82));
        // A price entered elsewhere since then is not overwritten.
        bill.price = Some(0.9);
        state.holder()(&mut bill, Some(0.9));
        assert_eq!(bill.price, Some(0.9));
    }
}
