//! Currencies: everything ends in the project's own.

use super::builder::Builder;
use crate::data::{self, PriceItem};
use crate::notice::ProblemKind;
use crate::origin::{Field, Origin};
use crate::plant::Slot;
use crate::units::UnitId;

/// Exchange rates into the project's currency.
#[derive(Clone, Copy, Debug)]
pub(super) struct Rates {
    currency: UnitId,
    cny_per_hkd: f64,
    hkd_per_usd: f64,
    mop_per_hkd: f64,
    cny_slot: Slot,
    usd_slot: Slot,
    mop_slot: Slot,
}

impl Rates {
    pub fn new(b: &mut Builder<'_>) -> Self {
        let finance = &b.project.finance;
        let (said_cny, said_usd, said_mop) = (finance.cny_per_hkd, finance.hkd_per_usd, finance.mop_per_hkd);
        let currency = match finance.currency.as_str() {
            "" | "cny" => UnitId::Cny,
            "hkd" => UnitId::Hkd,
            "mop" => UnitId::Mop,
            "usd" => UnitId::Usd,
            other => {
                let slug = other.to_owned();
                b.problem(Field::new("finance", 0, "currency"), ProblemKind::Unknown { slug });
                UnitId::Cny
            }
        };
        let cny_slot = rate(b, said_cny, "cny_per_hkd", PriceItem::CnyPerHkd);
        let usd_slot = rate(b, said_usd, "hkd_per_usd", PriceItem::HkdPerUsd);
        let mop_slot = rate(b, said_mop, "mop_per_hkd", PriceItem::MopPerHkd);
        let (cny_per_hkd, hkd_per_usd) = (b.value(cny_slot), b.value(usd_slot));
        let mop_per_hkd = b.value(mop_slot);
        Rates { currency, cny_per_hkd, hkd_per_usd, mop_per_hkd, cny_slot, usd_slot, mop_slot }
    }

    /// Value of one unit of `money` in the project's currency; `None` for what is not money.
    pub fn from(&self, money: UnitId) -> Option<f64> {
        Some(self.hkd(money)? / self.hkd(self.currency)?)
    }

    fn hkd(&self, money: UnitId) -> Option<f64> {
        match money {
            UnitId::Hkd => Some(1.0),
            UnitId::Cny => Some(1.0 / self.cny_per_hkd),
            UnitId::Usd => Some(self.hkd_per_usd),
            UnitId::Mop => Some(1.0 / self.mop_per_hkd),
            _ => None,
        }
    }

    /// A slot for the rate from `money`, so that cost figures name it.
    pub fn slot(&self, b: &mut Builder<'_>, money: UnitId) -> Slot {
        let value = self.from(money).unwrap_or(1.0);
        let source = match (money, self.currency) {
            (UnitId::Usd, _) | (UnitId::Hkd, UnitId::Usd) => self.usd_slot,
            (UnitId::Mop, _) | (UnitId::Hkd, UnitId::Mop) => self.mop_slot,
            _ => self.cny_slot,
        };
        match b.slots.get(source.index()).map(|s| s.origin) {
            Some(origin) if money != self.currency => b.slot(value, origin, ("", ""), "exchange_rate"),
            _ => b.fixed(value, ("", ""), "exchange_rate"),
        }
    }
}

fn rate(b: &mut Builder<'_>, said: Option<f64>, name: &'static str, item: PriceItem) -> Slot {
    let field = Field::new("finance", 0, name);
    let ask = super::builder::Ask::amount(field, ("", "")).within(1e-3, 1e3);
    if let Some(slot) = b.said(said, ask) {
        return slot;
    }
    match data::exchange_rate(item) {
        Some(id) => b.slot(id.value(), Origin::Fact(id), ("", ""), name),
        None => b.fixed(1.0, ("", ""), name),
    }
}
