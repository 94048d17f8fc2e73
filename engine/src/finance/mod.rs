//! Money over time.
//!
//! Flow 0 is now; flow `t` falls at the end of year `t`. Everything is nominal.
//!
//! # Method
//! - Simple payback = (implementation cost − one-off grant) ÷ first-year saving.
//! - NPV and discounted payback: see [`crate::cashflow`].
//! - IRR = every rate above −100 % with NPV = 0; more than one is reported as such, because no
//!   single rate of return exists then.
//! - MIRR, saving-to-investment ratio, return on investment: see [`crate::cashflow`].
//! - Cost per tonne = −NPV × capital-recovery factor ÷ yearly tonnes.
//!
//! Simple payback knows neither loan nor tax; all other figures are of the investor's own flows, after
//! loan and tax ([`cash_flows`]).

mod flows;
mod terms;
mod valuation;

mod what_if;

pub use flows::{CashFlows, capital_recovery, cash_flows};
pub use terms::{Investment, Loan, MONEY, ProfitsTax, STREAMS, Stream, Streams, Terms, YearlySaving};
pub use valuation::Valuation;
pub use what_if::{PRICE_CHANGES, PriceCase, WhatIf, what_if};

use crate::cashflow::{mirr, npv, payback, return_on_investment, saving_to_investment};
use crate::irr::irr;

/// How an investment pays back.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Payback {
    /// After so many years.
    Years(f64),
    /// Costs something, but the grant (or, discounted, the loan) covers all of it.
    Immediate,
    /// Costs nothing and saves.
    NoCost,
    /// Saves nothing.
    NoSaving,
    /// The yearly cost rises.
    CostRises,
    /// Would need longer than it lives (years needed).
    BeyondLife(f64),
    /// The discounted flow stays below zero to the horizon.
    BeyondHorizon,
}

/// Internal rates of return above −100 %, as fractions.
#[derive(Clone, Debug, PartialEq)]
pub enum Irr {
    None,
    One(f64),
    /// In rising order.
    Several(Vec<f64>),
}

/// The financial result of a measure or plan.
#[derive(Clone, Debug, PartialEq)]
pub struct Appraisal {
    pub investment: f64,
    pub grant: f64,
    pub yearly_saving: f64,
    pub simple_payback: Payback,
    pub discounted_payback: Payback,
    pub npv: f64,
    pub irr: Irr,
    /// Modified internal rate of return; `None` unless money goes both out and in.
    pub mirr: Option<f64>,
    /// Present value of all later flows by what is paid now; `None` where nothing is paid now.
    pub saving_to_investment: Option<f64>,
    /// Sum of all flows by what is paid now, a fraction; `None` where nothing is paid now.
    pub return_on_investment: Option<f64>,
    /// Flow 0, 1, … horizon.
    pub flows: Vec<f64>,
    /// What the flows consist of.
    pub parts: CashFlows,
}

/// Less than a gram of CO2e (a milligram of a pollutant) is rounding, not a saving.
const LEAST_SAVED: f64 = 1e-6;

/// Net cost per yearly tonne or kilogram saved; `None` when nothing is saved.
///
/// Negative where the measure earns money.
pub fn cost_per_unit(npv: f64, amount: f64, terms: &Terms) -> Option<f64> {
    (amount > LEAST_SAVED).then(|| -npv * capital_recovery(terms.discount_rate, terms.horizon) / amount)
}

/// Simple payback from implementation cost, grant and first-year saving.
pub fn simple_payback(cost: f64, grant: f64, saving: f64, life: u16) -> Payback {
    if saving < 0.0 {
        return Payback::CostRises;
    }
    if saving <= 0.0 {
        return Payback::NoSaving;
    }
    if cost <= 0.0 {
        return Payback::NoCost;
    }
    if cost - grant <= 0.0 {
        return Payback::Immediate;
    }
    let years = (cost - grant) / saving;
    if !years.is_finite() {
        return Payback::NoSaving;
    }
    if years > f64::from(life) { Payback::BeyondLife(years) } else { Payback::Years(years) }
}

/// All figures of one investment case. `life` is the longest life among the investments, used
/// to say when a payback is of no use.
pub fn appraise(investments: &[Investment], grant: f64, saving: &YearlySaving, terms: &Terms) -> Appraisal {
    let cost: f64 = investments.iter().map(|i| i.cost).sum();
    let life = investments.iter().map(|i| i.life).max().unwrap_or(terms.horizon);
    let parts = cash_flows(investments, grant, saving, terms);
    let flows = parts.total();
    let simple = simple_payback(cost, grant, saving.total(), life);
    let discounted = match simple {
        Payback::Years(_) | Payback::BeyondLife(_) => match payback(&flows, terms.discount_rate).last {
            // A loan has paid it all.
            Some(years) if years <= 0.0 => Payback::Immediate,
            Some(years) => Payback::Years(years),
            None => Payback::BeyondHorizon,
        },
        other => other,
    };
    Appraisal {
        investment: cost,
        grant,
        yearly_saving: saving.total(),
        simple_payback: simple,
        discounted_payback: discounted,
        npv: npv(&flows, terms.discount_rate),
        irr: irr(&flows),
        mirr: mirr(&flows, terms.finance_rate, terms.reinvest_rate),
        saving_to_investment: saving_to_investment(&flows, terms.discount_rate),
        return_on_investment: return_on_investment(&flows),
        flows,
        parts,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn near(a: f64, b: f64, tolerance: f64) {
        assert!((a - b).abs() <= tolerance, "{a} against {b}");
    }

    #[test]
    fn paybacks_have_words_for_every_case() {
        assert_eq!(simple_payback(100.0, 0.0, 50.0, 10), Payback::Years(2.0));
        assert_eq!(simple_payback(100.0, 100.0, 50.0, 10), Payback::Immediate);
        assert_eq!(simple_payback(0.0, 0.0, 50.0, 10), Payback::NoCost);
        assert_eq!(simple_payback(100.0, 0.0, 0.0, 10), Payback::NoSaving);
        assert_eq!(simple_payback(100.0, 0.0, -1.0, 10), Payback::CostRises);
        assert_eq!(simple_payback(100.0, 0.0, 5.0, 10), Payback::BeyondLife(20.0));
    }

    #[test]
    fn cost_per_tonne_is_negative_when_it_earns() {
        let terms = Terms::plain(0.08, 5);
        near(cost_per_unit(197.813, 10.0, &terms).unwrap(), -197.813 / 3.992_710 / 10.0, 1e-6);
        assert_eq!(cost_per_unit(1.0, 0.0, &terms), None);
    }
}
