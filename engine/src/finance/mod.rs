//! Money over time.
//!
//! Flow 0 is now; flow `t` falls at the end of year `t`. Everything is nominal.
//!
//! # Method
//! - Simple payback = (implementation cost − one-off grant) ÷ first-year saving.
//! - NPV and discounted payback: see [`crate::cashflow`].
//! - IRR = every rate above −100 % with NPV = 0; more than one is reported as such, because no
//!   single rate of return exists then.
//! - Cost per tonne = −NPV × capital-recovery factor ÷ yearly tonnes.
//!
//! An investment with a life shorter than the horizon is bought again; what is left of the last
//! one at the horizon counts as straight-line residual value.

mod flows;
mod terms;
mod valuation;

pub use flows::cash_flows;
pub use terms::{Investment, Terms, YearlySaving};
pub use valuation::{MONEY, Valuation};

use crate::cashflow::{npv, payback};
use crate::irr::irr;
use crate::scalar::Scalar;

/// How an investment pays back.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Payback {
    /// After so many years.
    Years(f64),
    /// Costs something, but the grant covers all of it.
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
    /// Flow 0, 1, … horizon.
    pub flows: Vec<f64>,
}

/// Capital-recovery factor: the yearly payment that equals 1 today over `years`.
pub fn capital_recovery(rate: f64, years: u16) -> f64 {
    let years = years.max(1);
    if rate.abs() < 1e-12 {
        return 1.0 / f64::from(years);
    }
    let growth = Scalar::power(1.0 + rate, u32::from(years));
    rate * growth / (growth - 1.0)
}

/// Less than a gram is rounding, not a saving; tonnes.
const LEAST_SAVED: f64 = 1e-6;

/// Net cost per yearly tonne (or kilogram) saved; `None` when nothing is saved.
///
/// Negative where the measure earns money.
pub fn cost_per_tonne(npv: f64, tonnes: f64, terms: &Terms) -> Option<f64> {
    (tonnes > LEAST_SAVED).then(|| -npv * capital_recovery(terms.discount_rate, terms.horizon) / tonnes)
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
    let flows = cash_flows(investments, grant, saving, terms);
    let simple = simple_payback(cost, grant, saving.total(), life);
    let discounted = match simple {
        Payback::Years(_) | Payback::BeyondLife(_) => match payback(&flows, terms.discount_rate).last {
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
        flows,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TERMS: Terms = Terms {
        discount_rate: 0.08,
        horizon: 5,
        electricity_growth: 0.0,
        fuel_growth: 0.0,
        water_growth: 0.0,
    };

    fn near(a: f64, b: f64, tolerance: f64) {
        assert!((a - b).abs() <= tolerance, "{a} against {b}");
    }

    #[test]
    fn capital_recovery_by_hand() {
        // 8 %, 5 years: annuity factor (1 − 1.08^−5)/0.08 = 3.99271.
        near(1.0 / capital_recovery(0.08, 5), 3.992_710, 1e-6);
        near(capital_recovery(0.0, 4), 0.25, 1e-15);
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
        let terms = Terms { horizon: 5, ..TERMS };
        near(cost_per_tonne(197.813, 10.0, &terms).unwrap(), -197.813 / 3.992_710 / 10.0, 1e-6);
        assert_eq!(cost_per_tonne(1.0, 0.0, &terms), None);
    }
}
