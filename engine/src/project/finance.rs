//! Financial assumptions of the project file.

use super::record::record;

record! {
    /// Financial assumptions. Rates are per cent a year, amounts in the project's currency.
    pub struct FinanceInput {
        /// `cny`, `hkd`, `mop` or `usd`.
        pub currency: String,
        pub discount_rate: Option<f64>,
        /// Years looked at.
        pub horizon: Option<u16>,
        /// Price growth of energy and water where the carrier's own is not said.
        pub price_growth: Option<f64>,
        /// Price growth of electricity.
        pub electricity_growth: Option<f64>,
        /// Price growth of natural gas, LPG and Towngas.
        pub gas_growth: Option<f64>,
        /// Price growth of oil, coal and biomass.
        pub fuel_growth: Option<f64>,
        /// Price growth of bought heat.
        pub heat_growth: Option<f64>,
        /// Price growth of water and effluent.
        pub water_growth: Option<f64>,
        /// Growth of running costs and other savings.
        pub running_growth: Option<f64>,
        /// Carbon price, money per tonne CO2e of scope 1 and 2, and its growth.
        pub carbon_price: Option<f64>,
        pub carbon_growth: Option<f64>,
        /// Growth of environmental-protection tax.
        pub tax_growth: Option<f64>,
        /// One-off grant, per cent of implementation cost.
        pub grant_share: Option<f64>,
        /// Upper limit of the grant, money.
        pub grant_cap: Option<f64>,
        /// Loan, per cent of what the grant leaves of the cost; its rate and term in years.
        pub loan_share: Option<f64>,
        pub loan_rate: Option<f64>,
        pub loan_years: Option<u16>,
        /// Profits tax, per cent of profit, and years over which purchases are written off.
        pub profits_tax: Option<f64>,
        pub depreciation_years: Option<u16>,
        /// Rates of the modified internal rate of return, where they are not the discount rate.
        pub finance_rate: Option<f64>,
        pub reinvest_rate: Option<f64>,
        /// RMB per HKD, HKD per USD and MOP per HKD when they differ from the table.
        pub cny_per_hkd: Option<f64>,
        pub hkd_per_usd: Option<f64>,
        pub mop_per_hkd: Option<f64>,
    }
}
