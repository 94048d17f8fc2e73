//! Financial terms, with what stands in where the user says nothing.

use super::builder::{Ask, Builder, PURE};
use super::measure::whole_years;
use crate::finance::{Loan, ProfitsTax, Stream, Streams, Terms, YearlySaving};
use crate::origin::Field;

/// Financial terms in the project's currency.
#[derive(Clone, Copy, Debug)]
pub struct Money {
    pub terms: Terms,
    /// Fraction of cost, and its cap.
    pub grant_share: f64,
    pub grant_cap: f64,
}

/// Terms used where the user says nothing; shown in the settings, changed there.
const DISCOUNT_PERCENT: f64 = 8.0;
const HORIZON_YEARS: u16 = 10;
const LOAN_YEARS: u16 = 5;
const DEPRECIATION_YEARS: u16 = 10;

pub(super) fn terms(b: &mut Builder<'_>) -> Money {
    let finance = &b.project.finance;
    let field = |name| Field::new("finance", 0, name);
    let mut percent = |said: Option<f64>, name: &'static str, low: f64, high: f64| {
        b.check(said, Ask::percent(field(name)).within(low, high)).map(|v| v / 100.0)
    };
    let discount = percent(finance.discount_rate, "discount_rate", -20.0, 100.0);
    let discount = discount.unwrap_or(DISCOUNT_PERCENT / 100.0);
    let mut growth = |said, name| percent(said, name, -50.0, 100.0);
    let prices = growth(finance.price_growth, "price_growth").unwrap_or(0.0);
    let own = [
        (Stream::Electricity, finance.electricity_growth, "electricity_growth", prices),
        (Stream::Gas, finance.gas_growth, "gas_growth", prices),
        (Stream::Fuel, finance.fuel_growth, "fuel_growth", prices),
        (Stream::Heat, finance.heat_growth, "heat_growth", prices),
        (Stream::Water, finance.water_growth, "water_growth", prices),
        (Stream::Tax, finance.tax_growth, "tax_growth", 0.0),
        (Stream::Carbon, finance.carbon_growth, "carbon_growth", 0.0),
        (Stream::Running, finance.running_growth, "running_growth", 0.0),
    ];
    let mut rates: Streams<f64> = YearlySaving::none();
    for (stream, said, name, default) in own {
        rates[stream] = growth(said, name).unwrap_or(default);
    }
    let grant = percent(finance.grant_share, "grant_share", 0.0, 100.0);
    let loan_share = percent(finance.loan_share, "loan_share", 0.0, 100.0);
    let loan_rate = percent(finance.loan_rate, "loan_rate", 0.0, 100.0);
    let tax_rate = percent(finance.profits_tax, "profits_tax", 0.0, 100.0);
    let mut rate = |said, name| percent(said, name, -20.0, 100.0).unwrap_or(discount);
    let finance_rate = rate(finance.finance_rate, "finance_rate");
    let reinvest_rate = rate(finance.reinvest_rate, "reinvest_rate");
    let mut years = |said: Option<u16>, name: &'static str, most: f64, default: u16| {
        let ask = Ask::amount(field(name), ("year", "")).within(1.0, most);
        b.check(said.map(f64::from), ask).map_or(default, whole_years)
    };
    let horizon = years(finance.horizon, "horizon", 50.0, HORIZON_YEARS);
    let loan_years = years(finance.loan_years, "loan_years", 60.0, LOAN_YEARS);
    let written_off = years(finance.depreciation_years, "depreciation_years", 60.0, DEPRECIATION_YEARS);
    let mut amount = |said, name| b.check(said, Ask::amount(field(name), PURE));
    let carbon_price = amount(finance.carbon_price, "carbon_price").unwrap_or(0.0);
    let grant_cap = amount(finance.grant_cap, "grant_cap").unwrap_or(f64::INFINITY);
    Money {
        terms: Terms {
            discount_rate: discount,
            horizon,
            growth: rates,
            carbon_price,
            loan: Loan {
                share: loan_share.unwrap_or(0.0),
                // Worth nothing either way.
                rate: loan_rate.unwrap_or(discount.max(0.0)),
                years: loan_years,
            },
            tax: ProfitsTax { rate: tax_rate.unwrap_or(0.0), years: written_off },
            finance_rate,
            reinvest_rate,
        },
        grant_share: grant.unwrap_or(0.0),
        grant_cap,
    }
}
