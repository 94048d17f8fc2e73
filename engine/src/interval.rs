//! Guaranteed bounds of a calculation whose numbers are only known to lie between two values.
//!
//! Every operation rounds outwards, so that the result of the same calculation with any numbers
//! within the bounds lies within the bounds of the result. Where nothing can be said (division by
//! what may be zero) the bounds are infinite.
//!
//! Source of the method: R. E. Moore, "Interval Analysis", 1966.

use crate::scalar::Scalar;
use core::ops::{Add, Div, Mul, Neg, Sub};

/// All numbers from `low` to `high`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Interval {
    pub low: f64,
    pub high: f64,
}

impl Interval {
    /// Exactly this number.
    pub const fn point(value: f64) -> Self {
        Interval { low: value, high: value }
    }

    /// What nothing is known of.
    pub const WHOLE: Self = Interval { low: f64::NEG_INFINITY, high: f64::INFINITY };

    /// From the smaller to the larger of both.
    pub fn between(a: f64, b: f64) -> Self {
        Interval { low: Scalar::min(a, b), high: Scalar::max(a, b) }
    }

    /// The smallest interval that holds both.
    #[must_use]
    pub fn hull(self, other: Self) -> Self {
        Interval { low: Scalar::min(self.low, other.low), high: Scalar::max(self.high, other.high) }
    }

    /// What both hold; of two that rounding has parted, the first.
    #[must_use]
    pub fn within(self, other: Self) -> Self {
        let both =
            Interval { low: Scalar::max(self.low, other.low), high: Scalar::min(self.high, other.high) };
        if both.low <= both.high { both } else { self }
    }

    pub fn contains(self, value: f64) -> bool {
        self.low <= value && value <= self.high
    }

    /// Bounds that rounding cannot have crossed; whole where an operation had no result.
    fn outwards(low: f64, high: f64) -> Self {
        if low.is_nan() || high.is_nan() {
            return Self::WHOLE;
        }
        // A sum is zero when it is exactly so, and a product is by `times`: the sign is kept.
        let down = if low == 0.0 { low } else { low.next_down() };
        let up = if high == 0.0 { high } else { high.next_up() };
        Interval { low: down, high: up }
    }

    /// The same for functions that may be wrong in the last digits.
    fn loosely(low: f64, high: f64) -> Self {
        let room = |value: f64| 4.0 * f64::EPSILON * value.abs();
        Self::outwards(low - room(low), high + room(high))
    }
}

/// A bound times a bound: zero times an infinite bound is zero, as the numbers themselves are finite.
fn times(a: f64, b: f64) -> f64 {
    if a == 0.0 || b == 0.0 {
        return 0.0;
    }
    let product = a * b;
    // Too small for a number, but not zero.
    if product == 0.0 { f64::from_bits(1).copysign(product) } else { product }
}

impl Add for Interval {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        match (self, other) {
            (Interval { low: 0.0, high: 0.0 }, x) | (x, Interval { low: 0.0, high: 0.0 }) => x,
            _ => Self::outwards(self.low + other.low, self.high + other.high),
        }
    }
}

impl Sub for Interval {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        self + -other
    }
}

impl Mul for Interval {
    type Output = Self;
    fn mul(self, other: Self) -> Self {
        const ONE: Interval = Interval::point(1.0);
        const ZERO: Interval = Interval::point(0.0);
        if self == ONE || other == ZERO {
            return other;
        }
        if other == ONE || self == ZERO {
            return self;
        }
        if self.low >= 0.0 && other.low >= 0.0 {
            return Self::outwards(times(self.low, other.low), times(self.high, other.high));
        }
        let ends = [
            times(self.low, other.low),
            times(self.low, other.high),
            times(self.high, other.low),
            times(self.high, other.high),
        ];
        let low = ends.into_iter().fold(f64::INFINITY, Scalar::min);
        let high = ends.into_iter().fold(f64::NEG_INFINITY, Scalar::max);
        Self::outwards(low, high)
    }
}

impl Div for Interval {
    type Output = Self;
    fn div(self, other: Self) -> Self {
        if other.low <= 0.0 && other.high >= 0.0 {
            // Zero divided by whatever is not zero stays zero.
            return if self == Self::point(0.0) { self } else { Self::WHOLE };
        }
        let inverse = Self::outwards(1.0 / other.high, 1.0 / other.low);
        self * inverse
    }
}

impl Neg for Interval {
    type Output = Self;
    fn neg(self) -> Self {
        Interval { low: -self.high, high: -self.low }
    }
}

impl Scalar for Interval {
    fn constant(value: f64) -> Self {
        Self::point(value)
    }
    fn min(self, other: Self) -> Self {
        Interval { low: Scalar::min(self.low, other.low), high: Scalar::min(self.high, other.high) }
    }
    fn max(self, other: Self) -> Self {
        Interval { low: Scalar::max(self.low, other.low), high: Scalar::max(self.high, other.high) }
    }
    fn powf(self, exponent: Self) -> Self {
        let base = Interval { low: Scalar::max(self.low, 0.0), high: Scalar::max(self.high, 0.0) };
        let ends = [
            Scalar::powf(base.low, exponent.low),
            Scalar::powf(base.low, exponent.high),
            Scalar::powf(base.high, exponent.low),
            Scalar::powf(base.high, exponent.high),
        ];
        if ends.iter().any(|end| end.is_nan()) {
            return Self::WHOLE;
        }
        let low = ends.into_iter().fold(f64::INFINITY, Scalar::min);
        let high = ends.into_iter().fold(f64::NEG_INFINITY, Scalar::max);
        Self::loosely(low, high)
    }
    fn exp(self) -> Self {
        Self::loosely(Scalar::exp(self.low), Scalar::exp(self.high))
    }
    fn ln(self) -> Self {
        Self::loosely(Scalar::ln(self.low), Scalar::ln(self.high))
    }
    fn select(test: Self, yes: Self, no: Self) -> Self {
        if test.low > 0.0 {
            yes
        } else if test.high <= 0.0 {
            no
        } else {
            yes.hull(no)
        }
    }
    /// Where the divisor may be zero, the sign of the quotient is still known.
    fn divides(self, numerator: Self) -> Self {
        let zero = Self::point(0.0);
        if self.low > 0.0 {
            numerator / self
        } else if self.high <= 0.0 || numerator == zero {
            zero
        } else {
            let low = if numerator.low >= 0.0 { 0.0 } else { f64::NEG_INFINITY };
            let high = if numerator.high <= 0.0 { 0.0 } else { f64::INFINITY };
            Interval { low, high }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    type Operation = (fn(f64, f64) -> f64, fn(Interval, Interval) -> Interval);

    fn operations() -> [Operation; 6] {
        [
            (|a, b| a + b, |a, b| a + b),
            (|a, b| a - b, |a, b| a - b),
            (|a, b| a * b, |a, b| a * b),
            (|a, b| a / b, |a, b| a / b),
            (Scalar::min, Scalar::min),
            (Scalar::max, Scalar::max),
        ]
    }

    /// A number between two others, and the interval of these.
    fn inside() -> impl Strategy<Value = (f64, Interval)> {
        (-50.0..50.0, -50.0..50.0, 0.0..=1.0).prop_map(|(a, b, place): (f64, f64, f64)| {
            let bounds = Interval::between(a, b);
            (Scalar::min(bounds.low + place * (bounds.high - bounds.low), bounds.high), bounds)
        })
    }

    proptest! {
        #[test]
        fn results_lie_within_the_bounds((a, in_a) in inside(), (b, in_b) in inside(), (c, in_c) in inside()) {
            for (plain, bounded) in operations() {
                let (value, bounds) = (plain(a, b), bounded(in_a, in_b));
                prop_assert!(bounds.contains(value), "{value} {bounds:?}");
                for (next, bounded_next) in operations() {
                    let (value, bounds) = (next(value, c), bounded_next(bounds, in_c));
                    prop_assert!(value.is_nan() || bounds.contains(value), "{value} {bounds:?}");
                }
            }
            prop_assert!(in_a.exp().contains(Scalar::exp(a)));
            let (base, in_base) = (a.abs() + 0.5, in_a.max(-in_a).max(Interval::point(0.0)) + Interval::point(0.5));
            prop_assert!(in_base.ln().contains(Scalar::ln(base)));
            prop_assert!(in_base.powf(in_b).contains(Scalar::powf(base, b)));
            prop_assert!(in_a.divides(in_b).contains(Scalar::divides(a, b)));
            prop_assert!(in_a.max(Interval::point(0.0)).divides(in_b).contains(Scalar::divides(a.max(0.0), b)));
            let picked = Interval::select(in_a, in_b, in_c);
            prop_assert!(picked.contains(<f64 as Scalar>::select(a, b, c)));
        }
    }

    #[test]
    fn bounds_are_narrow() {
        let (a, b) = (Interval { low: -2.0, high: 3.0 }, Interval { low: 4.0, high: 5.0 });
        let near = |got: Interval, low: f64, high: f64| {
            assert!((got.low - low).abs() < 1e-12 && (got.high - high).abs() < 1e-12, "{got:?}");
        };
        near(a * b, -10.0, 15.0);
        near(a / b, -0.5, 0.75);
        near(a - b, -7.0, -1.0);
        near(a.hull(b), -2.0, 5.0);
        near(a.within(Interval { low: 0.0, high: 9.0 }), 0.0, 3.0);
        near(b.powf(Interval::point(2.0)), 16.0, 25.0);
    }

    #[test]
    fn what_cannot_be_said_is_not() {
        let zero = Interval { low: -1.0, high: 1.0 };
        assert_eq!(Interval::point(2.0) / zero, Interval::WHOLE);
        assert_eq!(Interval::point(0.0) / zero, Interval::point(0.0));
        assert_eq!(Interval::point(0.0) * Interval::WHOLE, Interval::point(0.0));
        assert!((Interval::WHOLE - Interval::WHOLE).contains(1e300));
        // A share of what may be nothing: not below zero, and at most all.
        let share = zero.divides(Interval { low: 1.0, high: 2.0 }).min(Interval::point(1.0));
        assert_eq!(share, Interval { low: 0.0, high: 1.0 });
    }
}
