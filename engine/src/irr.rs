//! Internal rates of return: every rate above −100 % at which the flows are worth nothing.
//!
//! # Method
//! Net present value is a polynomial in `x = 1/(1 + r)` with the flows as coefficients. By
//! Descartes' rule it has no more positive roots than its coefficients change sign, and exactly
//! one if they do so once. With more changes the roots of its derivative, found in the same way,
//! cut the range into pieces on which it only rises or only falls: none is missed, however close.

use crate::finance::Irr;

/// Range of `x`: rates from 100,000 % down to −99.99 %.
const LOW: f64 = 1.0 / 1001.0;
const HIGH: f64 = 10_000.0;

/// Newton steps shorter than this share of `x` are rounding.
const ROUNDING: f64 = 4.0 * f64::EPSILON;

/// Every internal rate of return above −99.99 % and up to 100,000 %, in rising order.
pub fn irr(flows: &[f64]) -> Irr {
    let mut rates: Vec<f64> = roots(flows).into_iter().map(|x| 1.0 / x - 1.0).collect();
    // The rate falls as x rises.
    rates.reverse();
    match rates.as_slice() {
        [] => Irr::None,
        [one] => Irr::One(*one),
        _ => Irr::Several(rates),
    }
}

/// Roots within the range, in rising order, of the polynomial with these coefficients.
fn roots(coefficients: &[f64]) -> Vec<f64> {
    let mut found = Vec::new();
    let cuts = match changes(coefficients) {
        0 => return found,
        1 => Vec::new(),
        _ => roots(&derivative(coefficients)),
    };
    let mut low = (LOW, value(coefficients, LOW).0);
    for x in cuts.into_iter().chain([HIGH]) {
        let high = (x, value(coefficients, x).0);
        if low.1 == 0.0 {
            found.push(low.0);
        } else if high.1 != 0.0 && (low.1 < 0.0) != (high.1 < 0.0) {
            found.push(narrow(coefficients, low.0, high.0, low.1 < 0.0));
        }
        low = high;
    }
    if low.1 == 0.0 {
        found.push(low.0);
    }
    found
}

/// Changes of direction, zeros left out.
fn changes(coefficients: &[f64]) -> usize {
    let mut count = 0;
    let mut before = 0.0;
    for &c in coefficients.iter().filter(|c| **c != 0.0) {
        if before * c.signum() < 0.0 {
            count += 1;
        }
        before = c.signum();
    }
    count
}

fn derivative(coefficients: &[f64]) -> Vec<f64> {
    coefficients.iter().enumerate().skip(1).map(|(power, c)| power as f64 * c).collect()
}

/// Value and slope at `x`.
fn value(coefficients: &[f64], x: f64) -> (f64, f64) {
    coefficients.iter().rev().fold((0.0, 0.0), |(value, slope), c| (c + value * x, value + slope * x))
}

/// The root between `low` and `high`, where the sign differs: Newton's steps as long as they stay
/// inside and shrink, else the geometric middle.
fn narrow(coefficients: &[f64], mut low: f64, mut high: f64, negative_low: bool) -> f64 {
    // A rate of zero is a better start than the middle of so wide a range.
    let mut x = if low < 1.0 && high > 1.0 { 1.0 } else { (low * high).sqrt() };
    let mut step = high - low;
    // Half the steps at least halve the range's logarithm; this many end in any case.
    for _ in 0..200 {
        let (y, slope) = value(coefficients, x);
        if y == 0.0 {
            break;
        }
        if (y < 0.0) == negative_low {
            low = x;
        } else {
            high = x;
        }
        let newton = x - y / slope;
        let inside = newton >= low && newton <= high && 2.0 * (newton - x).abs() < step;
        let next = if inside { newton } else { (low * high).sqrt() };
        step = (next - x).abs();
        x = next;
        if step <= ROUNDING * x {
            break;
        }
    }
    x
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn rates(flows: &[f64], want: &[f64], tolerance: f64) {
        let got = match irr(flows) {
            Irr::None => Vec::new(),
            Irr::One(rate) => vec![rate],
            Irr::Several(rates) => rates,
        };
        assert_eq!(got.len(), want.len(), "{got:?}");
        for (got, want) in got.iter().zip(want) {
            assert!((got - want).abs() <= tolerance, "{got} against {want}");
        }
    }

    /// Flows whose rates are given: the product of `x (1 + r) − 1`, once for each rate.
    fn with_rates(rates: &[f64]) -> Vec<f64> {
        rates.iter().fold(vec![1.0], |flows, rate| {
            let mut next = vec![0.0; flows.len() + 1];
            for (year, flow) in flows.iter().enumerate() {
                next[year] -= flow;
                next[year + 1] += flow * (1.0 + rate);
            }
            next
        })
    }

    #[test]
    fn one_rate_of_return() {
        // 100 grows to 121 in two years: 10 %.
        rates(&[-100.0, 0.0, 121.0], &[0.10], 1e-12);
        // Half is lost in a year; a loan paid back 1024-fold after five: 4⁵.
        rates(&[-100.0, 50.0], &[-0.5], 1e-12);
        rates(&[1.0, 0.0, 0.0, 0.0, 0.0, -1024.0], &[3.0], 1e-12);
    }

    #[test]
    fn the_pump_problem_has_two_rates() {
        // Lorie and Savage 1955: −1600, +10000, −10000 has the rates 25 % and 400 %.
        rates(&[-1600.0, 10_000.0, -10_000.0], &[0.25, 4.0], 1e-12);
    }

    #[test]
    fn no_rate_without_a_change_of_direction() {
        rates(&[-5.0, -1.0], &[], 0.0);
        rates(&[], &[], 0.0);
        rates(&[0.0, 0.0], &[], 0.0);
        // x² − 2x + 2 has no real root: flows 2, −2, 1 in powers of 1/(1+r).
        rates(&[2.0, -2.0, 1.0], &[], 0.0);
    }

    #[test]
    fn beyond_the_range_there_is_none() {
        // 200,000 % a year, and all but a millionth lost.
        rates(&[-1.0, 2001.0], &[], 0.0);
        rates(&[-1.0, 1e-6], &[], 0.0);
    }

    #[test]
    fn close_and_far_rates_are_all_found() {
        rates(&with_rates(&[0.05, 0.0501]), &[0.05, 0.0501], 1e-9);
        let three = [-0.9, 0.05, 9.0];
        rates(&with_rates(&three), &three, 1e-9);
        let five = [-0.5, -0.05, 0.08, 0.3, 4.0];
        rates(&with_rates(&five), &five, 1e-7);
    }

    #[test]
    fn a_long_horizon_with_replacements_ends() {
        // Bought again every third year for fifty years: worth nothing at its rates.
        let flows: Vec<f64> = (0..=50).map(|y| if y % 3 == 0 { -60.0 } else { 40.0 }).collect();
        let Irr::One(rate) = irr(&flows) else { panic!("one rate") };
        let worth = crate::finance::npv(&flows, rate);
        assert!(worth.abs() < 1e-9, "{worth}");
    }
}
