//! The cash flows of an investment case, year by year.
//!
//! # Method
//! - Investment: the grant comes in and every purchase is paid in the year it is made; what has a life
//!   shorter than the horizon is bought again from the investor's own money. What is left of the last
//!   one at the horizon counts as straight-line residual value.
//! - Loan: principal = share × (first purchases − grant), paid back in equal yearly sums (an annuity);
//!   a debt that is left at the horizon is settled there. The flows are those of the investor.
//! - Profits tax: rate × (saving + residual value − interest − depreciation). A purchase less its
//!   grant is written off in equal parts; what is not written off at the horizon is written off there.
//!   Where that is below zero the tax falls: the plant is taken to have other profit to set it against.
//!   So all stays linear in costs, grant and savings.

use super::terms::{Investment, Stream, Terms, YearlySaving};
use crate::scalar::Scalar;

/// Flows 0..=horizon from the investor's point of view, by what they are.
#[derive(Clone, Debug, PartialEq)]
pub struct CashFlows<S = f64> {
    /// Purchases, grant and residual value.
    pub investment: Vec<S>,
    /// What is saved, before tax.
    pub saving: Vec<S>,
    /// Loan paid out, interest and repayment.
    pub loan: Vec<S>,
    /// Profits tax.
    pub tax: Vec<S>,
}

impl<S: Scalar> CashFlows<S> {
    /// Nothing in any year.
    pub fn none(horizon: usize) -> Self {
        let zeros = || vec![S::zero(); horizon + 1];
        CashFlows { investment: zeros(), saving: zeros(), loan: zeros(), tax: zeros() }
    }

    /// The sum of all parts, year by year.
    pub fn total(&self) -> Vec<S> {
        let rows = self.investment.iter().zip(&self.saving).zip(&self.loan).zip(&self.tax);
        rows.map(|(((&investment, &saving), &loan), &tax)| investment + saving + loan + tax).collect()
    }
}

fn add<S: Scalar>(flows: &mut [S], year: usize, amount: S) {
    if let Some(flow) = flows.get_mut(year) {
        *flow = *flow + amount;
    }
}

/// Cash flows 0..=horizon.
pub fn cash_flows<S: Scalar>(
    investments: &[Investment<S>],
    grant: S,
    saving: &YearlySaving<S>,
    terms: &Terms<S>,
) -> CashFlows<S> {
    let horizon = usize::from(terms.horizon);
    let mut flows = CashFlows::none(horizon);
    // What profits tax is paid on.
    let mut profit = vec![S::zero(); horizon + 1];
    add(&mut flows.investment, 0, grant);
    write_off(&mut profit, 0, -grant, terms);
    let mut principal = -grant;
    for investment in investments {
        principal = principal + investment.cost;
        let life = usize::from(investment.life.max(1));
        let mut year = 0;
        loop {
            add(&mut flows.investment, year, -investment.cost);
            write_off(&mut profit, year, investment.cost, terms);
            let end = year + life;
            if end >= horizon {
                let left = investment.cost * S::constant((end - horizon) as f64 / life as f64);
                add(&mut flows.investment, horizon, left);
                add(&mut profit, horizon, left);
                break;
            }
            year = end;
        }
    }
    borrow(&mut flows.loan, &mut profit, principal * terms.loan.share, terms);
    save(&mut flows.saving, saving, terms);
    let years = flows.tax.iter_mut().zip(&flows.saving).zip(&profit);
    for ((tax, &saving), &profit) in years {
        *tax = -(terms.tax.rate * (saving + profit));
    }
    flows
}

/// Depreciation of a purchase, taken off the profit.
fn write_off<S: Scalar>(profit: &mut [S], bought: usize, cost: S, terms: &Terms<S>) {
    let (horizon, years) = (usize::from(terms.horizon), usize::from(terms.tax.years.max(1)));
    let part = cost * S::constant(1.0 / years as f64);
    for year in bought + 1..=(bought + years).min(horizon) {
        add(profit, year, -part);
    }
    let left = (bought + years).saturating_sub(horizon);
    add(profit, horizon, -(part * S::constant(left as f64)));
}

/// A loan of `principal`; its interest is taken off the profit.
fn borrow<S: Scalar>(flows: &mut [S], profit: &mut [S], principal: S, terms: &Terms<S>) {
    let (horizon, loan) = (usize::from(terms.horizon), &terms.loan);
    let payment = principal * capital_recovery(loan.rate, loan.years);
    let mut debt = principal;
    add(flows, 0, principal);
    for year in 1..=horizon.min(usize::from(loan.years.max(1))) {
        let interest = debt * loan.rate;
        add(flows, year, -payment);
        add(profit, year, -interest);
        debt = debt + interest - payment;
    }
    if usize::from(loan.years) > horizon {
        add(flows, horizon, -debt);
    }
}

fn save<S: Scalar>(flows: &mut [S], saving: &YearlySaving<S>, terms: &Terms<S>) {
    for &stream in Stream::ALL {
        let mut amount = saving[stream];
        for flow in flows.iter_mut().skip(1) {
            *flow = *flow + amount;
            amount = amount * (S::one() + terms.growth[stream]);
        }
    }
}

/// Capital-recovery factor: the yearly payment that equals 1 today over `years`.
pub fn capital_recovery<S: Scalar>(rate: S, years: u16) -> S {
    let later = S::one() / (S::one() + rate);
    let (mut factor, mut annuity) = (S::one(), S::zero());
    for _ in 0..years.max(1) {
        factor = factor * later;
        annuity = annuity + factor;
    }
    S::one() / annuity
}

#[cfg(test)]
mod tests {
    use super::super::terms::{Loan, ProfitsTax};
    use super::*;
    use crate::cashflow::npv;

    fn terms() -> Terms {
        Terms::plain(0.08, 5)
    }

    fn near(a: f64, b: f64, tolerance: f64) {
        assert!((a - b).abs() <= tolerance, "{a} against {b}");
    }

    #[track_caller]
    fn all_near(got: &[f64], want: &[f64]) {
        assert_eq!(got.len(), want.len());
        for (got, want) in got.iter().zip(want) {
            near(*got, *want, 1e-6);
        }
    }

    fn running(amount: f64) -> YearlySaving {
        YearlySaving::one(Stream::Running, amount)
    }

    #[test]
    fn capital_recovery_by_hand() {
        // 8 %, 5 years: annuity factor (1 − 1.08^−5)/0.08 = 3.99271.
        near(1.0 / capital_recovery(0.08, 5), 3.992_710, 1e-6);
        near(capital_recovery(0.0, 4), 0.25, 1e-15);
    }

    #[test]
    fn replacement_and_residual_value() {
        let flows = cash_flows(&[Investment { cost: 30.0, life: 3 }], 0.0, &running(10.0), &terms());
        // Bought in year 0 and 3; at year 5 one of three years is left: 10.
        assert_eq!(flows.total(), vec![-30.0, 10.0, 10.0, -20.0, 10.0, 20.0]);
    }

    #[test]
    fn prices_grow_by_carrier() {
        let mut saving = YearlySaving::one(Stream::Electricity, 100.0);
        saving[Stream::Gas] = 10.0;
        let mut terms = Terms::plain(0.08, 3);
        terms.growth[Stream::Electricity] = 0.1;
        terms.growth[Stream::Heat] = 0.5;
        let flows = cash_flows(&[], 0.0, &saving, &terms).total();
        near(flows[1], 110.0, 1e-12);
        near(flows[3], 121.0 + 10.0, 1e-9);
    }

    /// 800 of 1000 at 6 % over 3 years: numpy-financial's pmt(0.06, 3, -800) = 299.287850, ipmt of the
    /// years 48, 32.922729, 16.940822.
    #[test]
    fn a_loan_is_an_annuity() {
        let loan = Loan { share: 0.8, rate: 0.06, years: 3 };
        let terms = Terms { loan, ..terms() };
        let flows = cash_flows(&[Investment { cost: 1000.0, life: 5 }], 0.0, &running(300.0), &terms);
        all_near(&flows.loan, &[800.0, -299.287_850, -299.287_850, -299.287_850, 0.0, 0.0]);
        all_near(&flows.total(), &[-200.0, 0.712_150, 0.712_150, 0.712_150, 300.0, 300.0]);
        // numpy-financial's npv(0.08, …) of that line.
        near(npv(&flows.total(), 0.08), 226.519_194, 1e-6);
        // The interest lowers the profit that is taxed, and nothing else of the loan does.
        let taxed = Terms { tax: ProfitsTax { rate: 0.25, years: 5 }, ..terms };
        let flows = cash_flows(&[Investment { cost: 1000.0, life: 5 }], 0.0, &running(300.0), &taxed);
        let tax = [48.0, 32.922_729, 16.940_822, 0.0, 0.0].map(|i| -0.25 * (300.0 - 200.0 - i));
        all_near(&flows.tax[1..], &tax);
    }

    #[test]
    fn a_loan_without_interest_is_paid_back_in_equal_parts() {
        let loan = Loan { share: 1.0, rate: 0.0, years: 4 };
        let flows = cash_flows(
            &[Investment { cost: 800.0, life: 5 }],
            200.0,
            &running(0.0),
            &Terms { loan, ..terms() },
        );
        all_near(&flows.loan, &[600.0, -150.0, -150.0, -150.0, -150.0, 0.0]);
        all_near(&flows.total(), &[0.0, -150.0, -150.0, -150.0, -150.0, 0.0]);
    }

    /// Ten years at 5 %, settled after five: payment of 1000 is pmt(0.05, 10, -1000) = 129.504575, and
    /// the present value of the five that are left is 560.687037.
    #[test]
    fn a_debt_left_at_the_horizon_is_settled() {
        let loan = Loan { share: 1.0, rate: 0.05, years: 10 };
        let flows = cash_flows(
            &[Investment { cost: 1000.0, life: 5 }],
            0.0,
            &running(0.0),
            &Terms { loan, ..terms() },
        );
        let paid = -129.504_575;
        all_near(&flows.loan, &[1000.0, paid, paid, paid, paid, paid - 560.687_037]);
        near(npv(&flows.loan, 0.05), 0.0, 1e-9);
    }

    /// 1000 written off over four years, 300 saved, 25 %: (300 − 250) × 0.25 = 12.5, then 75. Bought
    /// for ten years, half of it is left at the fifth: 500 that is written off already is taxed.
    #[test]
    fn tax_is_on_what_is_left_of_the_saving() {
        let terms = Terms { tax: ProfitsTax { rate: 0.25, years: 4 }, ..terms() };
        let flows = cash_flows(&[Investment { cost: 1000.0, life: 10 }], 0.0, &running(300.0), &terms);
        all_near(&flows.tax, &[0.0, -12.5, -12.5, -12.5, -12.5, -75.0 - 125.0]);
        // Written off over ten years: at the fifth as much is left as it is worth.
        let slow = Terms { tax: ProfitsTax { rate: 0.25, years: 10 }, ..terms };
        let flows = cash_flows(&[Investment { cost: 1000.0, life: 10 }], 0.0, &running(300.0), &slow);
        all_near(&flows.tax, &[0.0, -50.0, -50.0, -50.0, -50.0, -50.0]);
        // A grant of 400 leaves 600 to write off: 60 a year, and 300 at the end.
        let flows = cash_flows(&[Investment { cost: 1000.0, life: 10 }], 400.0, &running(300.0), &slow);
        all_near(&flows.tax, &[0.0, -60.0, -60.0, -60.0, -60.0, -60.0 - 0.25 * (500.0 - 300.0)]);
        // A loss lowers the tax on other profit.
        let flows = cash_flows(&[Investment { cost: 1000.0, life: 5 }], 0.0, &running(100.0), &terms);
        near(flows.tax[1], 37.5, 1e-9);
    }
}
