//! Internal rates of return: every rate above −100 % at which the flows are worth nothing.
//!
//! # Method
//! Net present value is a polynomial in `x = 1/(1 + r)` with the flows as coefficients; multiplied
//! by `(1 + r)ⁿ` it is one in `1 + r` with the flows in reverse. Rates from zero up are roots of the
//! first at `x ≤ 1`, rates below zero roots of the second at `1 + r < 1`, so that no power of a
//! long horizon overflows. By Descartes' rule a polynomial has no more positive roots than its
//! coefficients change sign, and exactly one if they do so once. With more changes the roots of its
//! derivative, found in the same way, cut the range into pieces on which it only rises or only
//! falls: none is missed, however close, and one that is only touched counts once.

use crate::finance::Irr;

/// Newton steps shorter than this share of `x` are rounding.
const ROUNDING: f64 = 4.0 * f64::EPSILON;

/// Every internal rate of return, in rising order; flow `t` falls at the end of year `t`. None where
/// a flow is not a number.
pub fn irr(flows: &[f64]) -> Irr {
    let Some(flows) = trimmed(flows) else { return Irr::None };
    let backwards: Vec<f64> = flows.iter().rev().copied().collect();
    let below_zero = roots(&backwards).into_iter().filter(|growth| *growth < 1.0).map(|growth| growth - 1.0);
    let mut from_zero: Vec<f64> = roots(flows).into_iter().map(|x| 1.0 / x - 1.0).collect();
    // The rate falls as x rises.
    from_zero.reverse();
    // A cost of next to nothing has a rate beyond all numbers.
    let rates: Vec<f64> = below_zero.chain(from_zero).filter(|rate| rate.is_finite()).collect();
    match rates.as_slice() {
        [] => Irr::None,
        [one] => Irr::One(*one),
        _ => Irr::Several(rates),
    }
}

/// The flows between the first and the last that are not zero: years of nothing before or after
/// change no rate of return.
fn trimmed(flows: &[f64]) -> Option<&[f64]> {
    if !flows.iter().all(|flow| flow.is_finite()) {
        return None;
    }
    let first = flows.iter().position(|flow| *flow != 0.0)?;
    let last = flows.iter().rposition(|flow| *flow != 0.0)?;
    flows.get(first..=last)
}

/// Roots above 0 and up to 1, in rising order, of the polynomial with these coefficients, the first
/// of them not zero.
fn roots(coefficients: &[f64]) -> Vec<f64> {
    let first = coefficients.first().map_or(0.0, |c| c.abs());
    let largest = coefficients.iter().skip(1).fold(0.0, |most: f64, c| most.max(c.abs()));
    // Cauchy's bound: no root is nearer to zero. Half of it leaves room for rounding.
    let nearest = 0.5 * first / (first + largest);
    if nearest > 0.0 { roots_from(coefficients, nearest) } else { Vec::new() }
}

/// Roots from `low` to 1, in rising order.
fn roots_from(coefficients: &[f64], low: f64) -> Vec<f64> {
    let mut found = Vec::new();
    let cuts = match changes(coefficients) {
        0 => return found,
        1 => Vec::new(),
        _ => roots_from(&derivative(coefficients), low),
    };
    let mut start = (low, sign(coefficients, low));
    for x in cuts.into_iter().filter(|x| *x < 1.0).chain([1.0]) {
        let end = (x, sign(coefficients, x));
        match (start.1, end.1) {
            (_, Sign::Zero) => found.push(x),
            (Sign::Below, Sign::Above) => found.push(narrow(coefficients, start.0, x, true)),
            (Sign::Above, Sign::Below) => found.push(narrow(coefficients, start.0, x, false)),
            _ => {}
        }
        start = end;
    }
    found
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Sign {
    Below,
    /// Zero as far as rounding lets it be told.
    Zero,
    Above,
}

fn sign(coefficients: &[f64], x: f64) -> Sign {
    let size = coefficients.iter().rev().fold(0.0, |size, c| c.abs() + size * x);
    let y = value(coefficients, x).0;
    if y.abs() <= ROUNDING * coefficients.len() as f64 * size {
        Sign::Zero
    } else if y < 0.0 {
        Sign::Below
    } else {
        Sign::Above
    }
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
    let mut x = (low * high).sqrt();
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
    fn however_large_the_loss_or_gain() {
        // 200,000 % a year; all but a millionth lost; a number near the largest.
        rates(&[-1.0, 2001.0], &[2000.0], 1e-9);
        rates(&[-1.0, 1e-6], &[1e-6 - 1.0], 1e-15);
        rates(&[-1.0, 1e300], &[1e300], 1e286);
        rates(&[-1e-310, 1.0], &[], 0.0);
    }

    #[test]
    fn years_of_nothing_change_no_rate() {
        rates(&[0.0, -100.0, 0.0, 121.0, 0.0], &[0.10], 1e-12);
    }

    #[test]
    fn a_rate_that_is_only_touched_counts_once() {
        // (x · 1.1 − 1)² and with a third rate beside it.
        rates(&with_rates(&[0.10, 0.10]), &[0.10], 1e-7);
        rates(&with_rates(&[0.10, 0.10, 0.5]), &[0.10, 0.5], 1e-7);
        // Nothing in all: the sum of the flows is zero.
        rates(&[-100.0, 33.3, 33.3, 33.4], &[0.0], 1e-14);
        rates(&[-100.0, 300.0, -200.0], &[0.0, 1.0], 1e-12);
    }

    #[test]
    fn what_is_no_number_has_no_rate() {
        rates(&[-1.0, f64::NAN], &[], 0.0);
        rates(&[f64::NEG_INFINITY, 1.0], &[], 0.0);
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
        let worth = crate::cashflow::npv(&flows, rate);
        assert!(worth.abs() < 1e-9, "{worth}");
    }
}
