//! What any stream of cash flows is worth, whatever brought it about.
//!
//! Flow 0 is now; flow `t` falls at the end of year `t`. Rates are fractions a year above −1.
//!
//! # Method
//! - NPV = Σ flow ÷ (1 + r)^t.
//! - Payback: where the cumulative flow, discounted or not, rises from below zero to zero or above,
//!   interpolated linearly inside the year. A later outlay can take it back: the first crossing and
//!   the one that lasts are told apart.
//! - MIRR = (future value of what comes in at the reinvestment rate ÷ present value of what goes out
//!   at the finance rate)^(1/n) − 1: one rate, even where there are several IRR.
//! - Saving-to-investment ratio = present value of all later flows ÷ what is paid now.
//! - Return on investment = (sum of all flows) ÷ what is paid now.

use crate::scalar::Scalar;

/// Net present value at a rate.
pub fn npv<S: Scalar>(flows: &[S], rate: S) -> S {
    flows.iter().rev().fold(S::zero(), |later, flow| *flow + later / (S::one() + rate))
}

/// When outlays have come back, years from now.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Crossings {
    /// The first time.
    pub first: Option<f64>,
    /// The time after which it stays so to the end of the flows.
    pub last: Option<f64>,
}

/// When the cumulative flow, discounted at `rate`, is no longer below zero; zero where it starts so.
pub fn payback(flows: &[f64], rate: f64) -> Crossings {
    let mut found = Crossings::default();
    let (mut total, mut factor) = (0.0, 1.0);
    for (year, flow) in flows.iter().enumerate() {
        let next = total + flow * factor;
        if next < 0.0 {
            found.last = None;
        } else if found.last.is_none() {
            let crossing = if year == 0 { 0.0 } else { year as f64 - 1.0 + total / (total - next) };
            found.last = Some(crossing);
            found.first = found.first.or(found.last);
        }
        total = next;
        factor /= 1.0 + rate;
    }
    found
}

/// Modified internal rate of return; `None` unless money goes both out and in.
pub fn mirr(flows: &[f64], finance_rate: f64, reinvest_rate: f64) -> Option<f64> {
    let years = flows.len().checked_sub(1).filter(|years| *years > 0)?;
    let paid: Vec<f64> = flows.iter().map(|flow| (-flow).max(0.0)).collect();
    let paid = npv(&paid, finance_rate);
    let earned = flows.iter().fold(0.0, |sum, flow| sum * (1.0 + reinvest_rate) + flow.max(0.0));
    (paid > 0.0 && earned > 0.0).then(|| libm::pow(earned / paid, 1.0 / years as f64) - 1.0)
}

/// Saving-to-investment ratio; `None` where nothing is paid now.
pub fn saving_to_investment(flows: &[f64], rate: f64) -> Option<f64> {
    let paid = paid_now(flows)?;
    Some((npv(flows, rate) + paid) / paid)
}

/// Return on investment over all years, as a fraction; `None` where nothing is paid now.
pub fn return_on_investment(flows: &[f64]) -> Option<f64> {
    Some(npv(flows, 0.0) / paid_now(flows)?)
}

fn paid_now(flows: &[f64]) -> Option<f64> {
    flows.first().map(|flow| -flow).filter(|paid| *paid > 0.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn near(a: f64, b: f64, tolerance: f64) {
        assert!((a - b).abs() <= tolerance, "{a} against {b}");
    }

    #[test]
    fn npv_of_an_annuity_by_hand() {
        // 1000 now for 300 a year over 5 years at 8 %: annuity factor (1 − 1.08^−5)/0.08 = 3.99271.
        near(npv(&[-1000.0, 300.0, 300.0, 300.0, 300.0, 300.0], 0.08), 197.813, 0.001);
    }

    #[test]
    fn payback_interpolates_inside_the_year() {
        // −100, +60, +60: 1 + 40/60 years.
        let years = 1.0 + 40.0 / 60.0;
        let both = payback(&[-100.0, 60.0, 60.0], 0.0);
        near(both.first.unwrap(), years, 1e-12);
        near(both.last.unwrap(), years, 1e-12);
        assert_eq!(payback(&[-100.0, 10.0], 0.0), Crossings::default());
        assert_eq!(payback(&[], 0.0), Crossings::default());
        // At 10 %: 54.545 in the first year, 45.455 of 49.587 in the second.
        near(payback(&[-100.0, 60.0, 60.0], 0.1).last.unwrap(), 1.0 + 45.454_545 / 49.586_777, 1e-6);
        // Exactly at the end of a year.
        assert_eq!(payback(&[-100.0, 50.0, 50.0], 0.0).first, Some(2.0));
    }

    #[test]
    fn a_later_outlay_takes_a_payback_back() {
        let gone = payback(&[-100.0, 120.0, -50.0], 0.0);
        near(gone.first.unwrap(), 100.0 / 120.0, 1e-12);
        assert_eq!(gone.last, None);
        // −100, −40, +20, −30, +70.
        let again = payback(&[-100.0, 60.0, 60.0, -50.0, 100.0], 0.0);
        near(again.first.unwrap(), 1.0 + 40.0 / 60.0, 1e-12);
        near(again.last.unwrap(), 3.3, 1e-12);
    }

    #[test]
    fn what_is_never_below_zero_is_paid_back_at_once() {
        let at_once = Crossings { first: Some(0.0), last: Some(0.0) };
        assert_eq!(payback(&[0.0, 10.0], 0.05), at_once);
        assert_eq!(payback(&[50.0, 10.0], 0.05), at_once);
    }

    #[test]
    fn mirr_by_hand() {
        // −1000; 500, 400, 300, 100 at 10 % and 12 %: 500·1.12³ + 400·1.12² + 300·1.12
        // + 100 = 702.464 + 501.76 + 336 + 100 = 1,640.224; (1.640224)^¼ − 1 = 13.1686 %.
        near(mirr(&[-1000.0, 500.0, 400.0, 300.0, 100.0], 0.10, 0.12).unwrap(), 0.131_686, 1e-6);
        // A second outlay of 110 a year on is worth 100 now: 200 out, 242 in after two years, 10 %.
        near(mirr(&[-100.0, -110.0, 242.0], 0.10, 0.05).unwrap(), 0.10, 1e-12);
        for one_way in [&[-1.0, -1.0][..], &[1.0, 1.0], &[-1.0], &[], &[0.0, 0.0]] {
            assert_eq!(mirr(one_way, 0.1, 0.1), None);
        }
    }

    #[test]
    fn ratios_by_hand() {
        // 550 a year on at 10 % is worth 500: half of 1000. 1100 in for 1000 out.
        near(saving_to_investment(&[-1000.0, 550.0], 0.10).unwrap(), 0.5, 1e-12);
        near(return_on_investment(&[-1000.0, 550.0, 550.0]).unwrap(), 0.1, 1e-12);
        assert_eq!(saving_to_investment(&[0.0, 5.0], 0.1), None);
        assert_eq!(return_on_investment(&[10.0, 5.0]), None);
    }
}
