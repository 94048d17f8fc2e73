//! Prices, exchange rates, environmental tax and standard-coal coefficients.

use super::choose::{best, best_default, steps_up};
use super::fact::FactId;
use super::keys::{
    EquivalentCarrier, EquivalentKind, Medium, Pollutant, PriceItem, PriceKind, Region, Table, TaxKind, Use,
};
use super::tables::{ENERGY_EQUIVALENTS, PRICES, TAXES};
use crate::units::UnitId;

/// The price to start from when the user gives none: of the defaults, the nearest region, and there the kind that
/// stands for a whole year. Where no region above has a default, an alternative row serves.
pub fn price(item: PriceItem, region: Region) -> Option<FactId> {
    const KINDS: [PriceKind; 8] = [
        PriceKind::Average,
        PriceKind::NetTariff,
        PriceKind::Benchmark,
        PriceKind::Typical,
        PriceKind::SupplierSheet,
        PriceKind::CaseMid,
        PriceKind::WeekAverage,
        PriceKind::SingleTrade,
    ];
    best(Table::Prices, &PRICES, |id, key| {
        if key.price_item != item || !matches!(id.usage(), Use::Default | Use::Alternative) {
            return None;
        }
        let kind = KINDS.iter().position(|kind| *kind == key.price_kind)?;
        Some((id.usage(), steps_up(region, key.region)?, kind))
    })
}

/// One kind of price, such as the valley tariff.
pub fn price_of_kind(item: PriceItem, kind: PriceKind, region: Region) -> Option<FactId> {
    best_default(Table::Prices, &PRICES, |key| {
        if key.price_item != item || key.price_kind != kind {
            return None;
        }
        steps_up(region, key.region)
    })
}

/// An exchange rate holds everywhere.
pub fn exchange_rate(item: PriceItem) -> Option<FactId> {
    let is_rate = matches!(
        item,
        PriceItem::HkdPerUsd | PriceItem::CnyPerUsd | PriceItem::CnyPerHkd | PriceItem::MopPerHkd
    );
    best_default(Table::Prices, &PRICES, |key| (is_rate && key.price_item == item).then_some(()))
}

/// Rate per pollution equivalent (`Pollutant::Unspecified`), or the mass of one equivalent.
pub fn tax(kind: TaxKind, medium: Medium, pollutant: Pollutant, region: Region) -> Option<FactId> {
    best_default(Table::Taxes, &TAXES, |key| {
        if key.tax_kind != kind || key.medium != medium || key.pollutant != pollutant {
            return None;
        }
        steps_up(region, key.region)
    })
}

/// Standard coal or enthalpy of a carrier, or a unit definition; `per` chooses among several denominators. The
/// coefficients are Chinese conventions and used wherever tonnes of standard coal are asked.
pub fn energy_equivalent(
    carrier: EquivalentCarrier,
    kind: EquivalentKind,
    per: Option<UnitId>,
) -> Option<FactId> {
    best(Table::EnergyEquivalents, &ENERGY_EQUIVALENTS, |id, key| {
        let is_default = id.usage() == Use::Default;
        let fits =
            key.carrier == carrier && key.equivalent_kind == kind && (per.is_none() || per == id.den());
        (is_default && fits).then_some(())
    })
}
