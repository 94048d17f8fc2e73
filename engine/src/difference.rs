//! What one more measure changes at least and at most, whatever stands beside it.
//!
//! A [`Difference`] is a number in two cases, without and with the measure, and the change from one
//! to the other. All three are intervals over every set of other measures. The change is carried
//! through the calculation by its own rules, so it stays narrow even where the number itself is wide:
//! of a sum the changes add up, of a product `x·y` the change is `Δx·y′ + x·Δy`. Nothing needs to be
//! smooth: the smaller of two numbers changes by no more than the larger of their changes.
//!
//! Evaluating the plant once with this number bounds the worth of a measure in every plan, which is
//! what proves that no other plan is better ([`crate::best`]).

use crate::interval::Interval;
use crate::scalar::Scalar;
use core::ops::{Add, Div, Mul, Neg, Sub};

/// A number without and with one more measure.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Difference {
    pub without: Interval,
    pub with: Interval,
    pub change: Interval,
}

impl Difference {
    /// The same in both cases.
    pub const fn unchanged(value: Interval) -> Self {
        Difference { without: value, with: value, change: Interval::point(0.0) }
    }

    /// What is known of the change and of both cases, each made narrower by the others.
    fn tight(without: Interval, with: Interval, change: Interval) -> Self {
        Difference { without, with, change: change.within(with - without) }
    }

    fn is_unchanged(self) -> bool {
        self.change == Interval::point(0.0)
    }

    /// The change where the number is `slope` times as steep as its argument.
    fn along(self, without: Interval, with: Interval, slope: impl Fn(Interval) -> Interval) -> Self {
        if self.is_unchanged() {
            return Self::unchanged(without);
        }
        Self::tight(without, with, self.change * slope(self.without.hull(self.with)))
    }
}

impl Add for Difference {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Difference {
            without: self.without + other.without,
            with: self.with + other.with,
            change: self.change + other.change,
        }
    }
}

impl Sub for Difference {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        self + -other
    }
}

impl Mul for Difference {
    type Output = Self;
    fn mul(self, other: Self) -> Self {
        let without = self.without * other.without;
        if self.is_unchanged() && other.is_unchanged() {
            return Self::unchanged(without);
        }
        let with = self.with * other.with;
        let one = self.change * other.with + self.without * other.change;
        let two = self.change * other.without + self.with * other.change;
        Self::tight(without, with, one.within(two))
    }
}

impl Div for Difference {
    type Output = Self;
    fn div(self, other: Self) -> Self {
        let without = self.without / other.without;
        if self.is_unchanged() && other.is_unchanged() {
            return Self::unchanged(without);
        }
        let with = self.with / other.with;
        let one = (self.change - without * other.change) / other.with;
        let two = (self.change - with * other.change) / other.without;
        Self::tight(without, with, one.within(two))
    }
}

impl Neg for Difference {
    type Output = Self;
    fn neg(self) -> Self {
        Difference { without: -self.without, with: -self.with, change: -self.change }
    }
}

impl Scalar for Difference {
    fn constant(value: f64) -> Self {
        Self::unchanged(Interval::point(value))
    }
    fn min(self, other: Self) -> Self {
        if self.without.high <= other.without.low && self.with.high <= other.with.low {
            return self;
        }
        if other.without.high <= self.without.low && other.with.high <= self.with.low {
            return other;
        }
        let (without, with) = (self.without.min(other.without), self.with.min(other.with));
        Self::tight(without, with, self.change.hull(other.change))
    }
    fn max(self, other: Self) -> Self {
        -Scalar::min(-self, -other)
    }
    fn powf(self, exponent: Self) -> Self {
        let (without, with) = (self.without.powf(exponent.without), self.with.powf(exponent.with));
        if exponent.is_unchanged() {
            let less = exponent.without - Interval::point(1.0);
            return self.along(without, with, |base| exponent.without * base.powf(less));
        }
        Self::tight(without, with, Interval::WHOLE)
    }
    fn exp(self) -> Self {
        self.along(self.without.exp(), self.with.exp(), Scalar::exp)
    }
    fn ln(self) -> Self {
        self.along(self.without.ln(), self.with.ln(), |x| Interval::point(1.0) / x)
    }
    fn select(test: Self, yes: Self, no: Self) -> Self {
        if test.without.low > 0.0 && test.with.low > 0.0 {
            return yes;
        }
        if test.without.high <= 0.0 && test.with.high <= 0.0 {
            return no;
        }
        let without = Interval::select(test.without, yes.without, no.without);
        let with = Interval::select(test.with, yes.with, no.with);
        Self::tight(without, with, Interval::WHOLE)
    }
    fn divides(self, numerator: Self) -> Self {
        if self.without.low > 0.0 && self.with.low > 0.0 {
            return numerator / self;
        }
        let without = self.without.divides(numerator.without);
        if self.is_unchanged() && numerator.is_unchanged() {
            return Self::unchanged(without);
        }
        Self::tight(without, self.with.divides(numerator.with), Interval::WHOLE)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Two numbers, each known only within bounds, and the bounds of their difference.
    fn inside() -> impl Strategy<Value = ((f64, f64), Difference)> {
        (0.5..50.0, 0.5..50.0, 0.0..9.0, 0.0..9.0).prop_map(|(a, b, wide, far): (f64, f64, f64, f64)| {
            let around = |x: f64| Interval { low: x - 0.04 * wide, high: x + 0.05 * far };
            let change = Interval::between(b - a, b - a + 0.01 * far * wide);
            let (without, with) = (around(a), around(b));
            ((a, b), Difference { without, with, change: Interval { low: change.low.next_down(), ..change } })
        })
    }

    fn holds(name: &str, (without, with): (f64, f64), bounds: Difference) {
        let parts = [(without, bounds.without), (with, bounds.with), (with - without, bounds.change)];
        for (value, part) in parts {
            // The change of the numbers themselves is rounded, too.
            let room = 1e-12 * (without.abs() + with.abs());
            let wide = Interval { low: part.low - room, high: part.high + room };
            assert!(wide.contains(value), "{name}: {value} {part:?} of {bounds:?}");
        }
    }

    proptest! {
        #[test]
        fn changes_lie_within_the_bounds((x, dx) in inside(), (y, dy) in inside(), (z, dz) in inside()) {
            let each = |f: fn(f64, f64) -> f64| (f(x.0, y.0), f(x.1, y.1));
            let sum = |a: (f64, f64), b: (f64, f64)| (a.0 * b.0, a.1 * b.1);
            for (name, plain, bounded) in [
                ("+", each(|a, b| a + b), dx + dy),
                ("-", each(|a, b| a - b), dx - dy),
                ("*", each(|a, b| a * b), dx * dy),
                ("/", each(|a, b| a / b), dx / dy),
                ("min", each(Scalar::min), Scalar::min(dx, dy)),
                ("max", each(Scalar::max), Scalar::max(dx, dy)),
                ("select", each(|a, b| <f64 as Scalar>::select(a - 25.0, a, b)),
                    Difference::select(dx - Difference::constant(25.0), dx, dy)),
                ("divides", each(|a, b| <f64 as Scalar>::divides((a - 25.0).max(0.0), b)),
                    Scalar::max(dx - Difference::constant(25.0), Difference::constant(0.0)).divides(dy)),
                ("ln", each(|a, _| Scalar::ln(a)), dx.ln()),
                ("exp", each(|a, _| Scalar::exp(a / 50.0)), (dx / Difference::constant(50.0)).exp()),
                ("pow", each(|a, _| Scalar::powf(a, 0.7)), dx.powf(Difference::constant(0.7))),
                ("pow2", each(|a, b| Scalar::powf(a, b / 50.0)), dx.powf(dy / Difference::constant(50.0))),
            ] {
                holds(name, plain, bounded);
                holds(name, sum(plain, z), bounded * dz);
            }
        }
    }

    /// A wide number that changes by exactly one: so does its sum with another, and the change of its
    /// triple is three.
    #[test]
    fn a_change_stays_narrow_where_the_number_is_wide() {
        let wide = Interval { low: 0.0, high: 100.0 };
        let one = Interval::point(1.0);
        let x = Difference { without: wide, with: wide + one, change: one };
        let y = Difference::unchanged(wide);
        let near = |got: Interval, want: f64| {
            assert!((got.low - want).abs() < 1e-9 && (got.high - want).abs() < 1e-9, "{got:?}");
        };
        near((x + y).change, 1.0);
        near((x * Difference::constant(3.0) - y).change, 3.0);
        assert_eq!((y * y + y).change, Interval::point(0.0));
        let least = Scalar::min(x, Difference::constant(50.0)).change;
        assert!(least.low >= 0.0 && least.high <= 1.0, "{least:?}");
    }
}
