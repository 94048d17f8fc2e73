//! What a bill means in a year: amount and money, the unit price that follows, and whether that price
//! is plausible or where it comes from.

use super::bill_quantity::{bill_of, can_be_unknown, position};
use super::bill_text::is_filled;
use super::choices::currency_of;
use crate::features::live::wording;
use crate::features::start::evidence;
use crate::i18n::{I18n, k};
use crate::ui::{Badge, Icon, IconName};
use lantian_engine::assess::{Assessment, Outcome};
use lantian_engine::carrier::Carrier;
use lantian_engine::data::Evidence;
use lantian_engine::notice::NoticeKind;
use lantian_engine::plant::{Supply, UsualPrice};
use lantian_engine::project::{Project, ReadingKind};
use leptos::prelude::*;

/// A bill in words.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Meaning {
    pub text: String,
    pub price: Option<PriceNote>,
}

/// What there is to say about the unit price.
#[derive(Clone, Debug, PartialEq)]
pub enum PriceNote {
    /// The user's own, and such as is usual at the place. An unusual one has a message of its own.
    Plausible(String),
    /// A row of the table stands in.
    Table(String, Evidence),
}

/// What the bill of a carrier means; how to go about it while there is nothing yet.
pub fn meaning(i18n: I18n, project: &Project, answer: &Assessment, carrier: Carrier) -> Meaning {
    let index = position(project, carrier);
    let found = match (&answer.outcome, index) {
        (Some(outcome), Some(index)) if carrier == Carrier::Water => of_water(i18n, outcome, index),
        (Some(outcome), Some(index)) => of_supply(i18n, outcome, index),
        _ => None,
    };
    let Some(mut found) = found else {
        return Meaning { text: empty_hint(i18n, project, carrier), price: None };
    };
    let is_estimate =
        |kind: &NoticeKind| matches!(kind, NoticeKind::Estimated { carrier: of } if *of == carrier);
    if answer.notices.iter().any(|notice| is_estimate(&notice.kind)) {
        found.text = i18n.tf(k::START_ESTIMATED_FROM_SECTOR, [("value", &found.text)]);
    }
    found
}

fn empty_hint(i18n: I18n, project: &Project, carrier: Carrier) -> String {
    let empty = !bill_of(project, carrier).is_some_and(is_filled);
    if empty && can_be_unknown(carrier) { i18n.t(k::START_DONT_KNOW_HINT).to_owned() } else { String::new() }
}

fn of_supply(i18n: I18n, outcome: &Outcome, index: usize) -> Option<Meaning> {
    let lowered = &outcome.model.lowered;
    let supply = lowered.plant.supplies.iter().find(|supply| supply.bill == Some(index))?;
    let year = Year {
        i18n,
        project: &lowered.project,
        index,
        amount: lowered.params[supply.quantity],
        price: supply.priced.then(|| lowered.params[supply.price]),
        unit: i18n.unit(supply.unit.slug()),
    };
    let price = year.price.zip(supply.usual).and_then(|(price, usual)| year.note(supply, price, usual));
    Some(Meaning { text: year.text(matches!(price, Some(PriceNote::Plausible(_)))), price })
}

fn of_water(i18n: I18n, outcome: &Outcome, index: usize) -> Option<Meaning> {
    let lowered = &outcome.model.lowered;
    let water = lowered.plant.water.as_ref()?;
    let price = lowered.params[water.price];
    let year = Year {
        i18n,
        project: &lowered.project,
        index,
        amount: lowered.params[water.intake],
        price: (price > 0.0).then_some(price),
        unit: i18n.unit("m3"),
    };
    Some(Meaning { text: year.text(false), price: None })
}

/// A year of one bill.
struct Year<'a> {
    i18n: I18n,
    project: &'a Project,
    /// Place of the bill.
    index: usize,
    /// In `unit`.
    amount: f64,
    /// Money for one `unit`.
    price: Option<f64>,
    unit: String,
}

impl Year<'_> {
    /// Amount and money; the price too, unless it is told apart.
    fn text(&self, price_told: bool) -> String {
        let (i18n, format) = (self.i18n, self.i18n.format());
        let amount = format.headline(self.amount, &self.unit);
        let Some(price) = self.price else {
            return i18n.tf(k::QUANTITY_PER_YEAR_EQUALS, [("value", &amount)]);
        };
        let money = format.money_sentence(self.amount * price, currency_of(self.project));
        let (amount, money) = (("amount", amount.as_str()), ("money", money.as_str()));
        if price_told {
            return i18n.tf(k::START_BILL_OWN, [amount, money]);
        }
        let price = self.price_words(price);
        let by_money = self.project.bills.get(self.index).is_some_and(|bill| bill.kind == ReadingKind::Money);
        let key = if by_money { k::START_MONEY_MEANS } else { k::START_BILL_MEANS };
        i18n.tf(key, [amount, money, ("price", &price), ("unit", &self.unit)])
    }

    fn note(&self, supply: &Supply, price: f64, usual: UsualPrice) -> Option<PriceNote> {
        let i18n = self.i18n;
        let place = i18n.key_name("region", usual.region.slug());
        let source = match usual.year {
            Some(year) => i18n.tf(k::START_PRICE_DATED, [("place", &place), ("year", &year.to_string())]),
            None => i18n.tf(k::START_PRICE_UNDATED, [("place", &place)]),
        };
        if !supply.own_price {
            let text = i18n.tf(k::START_PRICE_SOURCE, [("source", &source)]);
            return Some(PriceNote::Table(text, usual.evidence));
        }
        (price > 0.0 && usual.allows(price)).then(|| {
            let values = [("price", &*self.price_words(price)), ("unit", &self.unit), ("source", &source)];
            PriceNote::Plausible(i18n.tf(k::START_PRICE_PLAUSIBLE, values))
        })
    }

    fn price_words(&self, price: f64) -> String {
        self.i18n.format().price_words(price, currency_of(self.project), wording::decimals(price))
    }
}

/// The remark on the price, behind the sentence.
pub fn price_note(i18n: I18n, note: PriceNote) -> AnyView {
    match note {
        PriceNote::Plausible(text) => view! {
            " "
            <span class="lt-bill__verdict lt-better">
                <Icon name=IconName::Check />
                <span>{text}</span>
            </span>
        }
        .into_any(),
        PriceNote::Table(text, of) => {
            let (kind, word) = evidence(of);
            view! {
                " "
                <span class="lt-bill__source">{text} " " <Badge kind text=i18n.t(word) /></span>
            }
            .into_any()
        }
    }
}
