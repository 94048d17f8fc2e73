//! The price of a unit on a bill, and what is usual.

use super::content::energy_of;
use crate::carrier::Carrier;
use crate::data::{self, FactId, FactKey, PriceItem};
use crate::lower::builder::{Ask, Builder};
use crate::lower::money::Rates;
use crate::notice::NoticeKind;
use crate::origin::{Field, Origin};
use crate::plant::{Slot, UsualPrice};
use crate::project::Bill;
use crate::units::UnitId;

/// A price beyond these multiples of the table's is worth a question.
const UNUSUAL: (f64, f64) = (0.5, 2.0);

fn price_item(carrier: Carrier) -> Option<PriceItem> {
    match carrier {
        Carrier::Electricity => Some(PriceItem::Electricity),
        Carrier::NaturalGas => Some(PriceItem::NaturalGas),
        Carrier::Lng => Some(PriceItem::Lng),
        Carrier::Lpg => Some(PriceItem::Lpg),
        Carrier::Diesel => Some(PriceItem::Diesel),
        Carrier::Petrol => Some(PriceItem::Petrol),
        Carrier::FuelOil => Some(PriceItem::FuelOil),
        Carrier::BituminousCoal => Some(PriceItem::Coal5500),
        Carrier::RawCoal => Some(PriceItem::Coal5000),
        Carrier::Steam => Some(PriceItem::Steam),
        Carrier::Water => Some(PriceItem::Water),
        _ => None,
    }
}

/// Money per bill unit: the user's, else the table's in the project's currency; and what is usual.
#[expect(clippy::too_many_arguments, reason = "all of them say what one bill unit is")]
pub(super) fn price(
    b: &mut Builder<'_>,
    rates: &Rates,
    carrier: Carrier,
    unit: UnitId,
    content: Slot,
    ncv: Slot,
    density: Option<Slot>,
    bill: Option<(usize, &Bill)>,
    field: Field,
) -> (Option<Slot>, Option<UsualPrice>) {
    let per = ("money", unit.slug());
    let table = price_item(carrier).and_then(|item| data::price(item, b.region)).and_then(|id| {
        let fact = id.fact();
        let rate = rates.from(fact.num)?;
        let den = fact.den?;
        let value = match fact.value_in(fact.num, Some(unit)) {
            Ok(value) => value,
            // Priced by mass, billed by volume, or the reverse: through the energy.
            Err(_) => fact.value * b.value(content) / energy_of(b, carrier, den, ncv, density)?,
        };
        Some((id, value * rate))
    });
    let usual = table.and_then(|(id, value)| usual_price(id, value));
    let said = bill.and_then(|(_, bill)| bill.price);
    let slot = b.said(said, Ask::amount(field, per).within(0.0, 1e9));
    if let (Some(slot), Some(usual)) = (slot, usual) {
        let price = b.value(slot);
        if !usual.allows(price) {
            b.notice(field, NoticeKind::PriceUnusual { price, low: usual.low, high: usual.high });
        }
    }
    let price = match (slot, table) {
        (Some(slot), _) => Some(slot),
        (None, Some((id, value))) => {
            if bill.is_some() {
                b.notice(field, price_default(id, value));
            }
            Some(b.slot(value, Origin::Fact(id), per, "price"))
        }
        (None, None) => None,
    };
    (price, usual)
}

/// What is usual where a row of the price table, worth `value` per bill unit, holds.
fn usual_price(id: FactId, value: f64) -> Option<UsualPrice> {
    let FactKey::Prices(key) = id.key() else { return None };
    let fact = id.fact();
    Some(UsualPrice {
        region: key.region,
        year: fact.year,
        evidence: fact.evidence,
        low: value * UNUSUAL.0,
        high: value * UNUSUAL.1,
    })
}

/// A price of the tables stands in.
pub(in crate::lower) fn price_default(fact: FactId, price: f64) -> NoticeKind {
    NoticeKind::PriceDefault { fact, price, unverified: fact.fact().is_unverified() }
}
