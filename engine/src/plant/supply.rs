//! Purchased carriers and what is usually paid for them.

use super::Slot;
use crate::carrier::Carrier;
use crate::data::{Evidence, Region};

/// What is usually paid for a carrier at the site: a row of the price table, in money per bill unit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct UsualPrice {
    /// Where and when the row holds; some are not dated.
    pub region: Region,
    pub year: Option<u16>,
    pub evidence: Evidence,
    /// Prices from `low` to `high` raise no question.
    pub low: f64,
    pub high: f64,
}

impl UsualPrice {
    /// Whether a price raises no question. Own fuel may cost nothing.
    pub fn allows(&self, price: f64) -> bool {
        price <= 0.0 || (self.low..=self.high).contains(&price)
    }
}

/// A purchased carrier other than water.
#[derive(Clone, Debug)]
pub struct Supply {
    pub carrier: Carrier,
    /// A price is known.
    pub priced: bool,
    /// The price is the user's own, not the table's.
    pub own_price: bool,
    /// The table's price, where there is one.
    pub usual: Option<UsualPrice>,
    /// Index of its bill in the project; none for a carrier only measures bring.
    pub bill: Option<usize>,
    /// Unit of the bill.
    pub unit: crate::units::UnitId,
    /// Bill in its own unit a year (0 for a carrier only a measure brings).
    pub quantity: Slot,
    /// GJ per bill unit; for electricity kWh per bill unit.
    pub content: Slot,
    /// Money per bill unit.
    pub price: Slot,
    /// Money a year.
    pub fixed_cost: Slot,
    /// kg CO2 per GJ burnt; per kWh for electricity; per GJ for bought heat.
    pub co2: Slot,
    /// Per kWh, for the market-based method (electricity only).
    pub co2_market: Slot,
    /// kg CO2e per GJ before the plant's gate (scope 3).
    pub upstream: Slot,
    /// Biogenic carriers count CO2 apart.
    pub biogenic: bool,
    /// g per kWh at the power station (electricity): SO2, NOx, PM10.
    pub station: [Slot; 3],
    /// kgce per GJ (per kWh for electricity).
    pub coal_equivalent: Slot,
    /// Per cent by mass, of coal and oil, where it is known.
    pub sulphur: Option<Slot>,
}
