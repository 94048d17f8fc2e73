//! The number that flows through the model.
//!
//! The engine is written once over [`Scalar`]. What differs is the number: [`f64`] for the
//! values, [`crate::trace::Traced`] for the formula behind every figure and its sensitivities;
//! batches of trials and intervals fit the same trait. Therefore the model has no `if` on a
//! scalar: it uses [`Scalar::min`], [`Scalar::max`] and [`Scalar::select`], which every number
//! type can answer.
//!
//! Powers and exponentials go through `libm`, so that native and browser give the same digits.

use crate::step::Step;
use core::fmt::Debug;
use core::ops::{Add, Div, Mul, Neg, Sub};

/// A number the plant model can be evaluated with.
pub trait Scalar:
    Copy
    + Debug
    + Add<Output = Self>
    + Sub<Output = Self>
    + Mul<Output = Self>
    + Div<Output = Self>
    + Neg<Output = Self>
{
    /// A fixed number of the formula, such as the 3.6 MJ in a kilowatt-hour.
    fn constant(value: f64) -> Self;
    /// The smaller of both.
    #[must_use]
    fn min(self, other: Self) -> Self;
    /// The larger of both.
    #[must_use]
    fn max(self, other: Self) -> Self;
    /// `self` raised to `exponent`; `self` must not be negative.
    #[must_use]
    fn powf(self, exponent: Self) -> Self;
    /// Natural exponential.
    #[must_use]
    fn exp(self) -> Self;
    /// Natural logarithm; `self` must be positive.
    #[must_use]
    fn ln(self) -> Self;
    /// `yes` where `test` is above zero, else `no`.
    #[must_use]
    fn select(test: Self, yes: Self, no: Self) -> Self;
    /// Names an intermediate result for explanations. Free for plain numbers.
    #[must_use]
    fn label(self, step: Step, index: usize) -> Self {
        let _ = (step, index);
        self
    }

    /// Zero.
    fn zero() -> Self {
        Self::constant(0.0)
    }
    /// One.
    fn one() -> Self {
        Self::constant(1.0)
    }
    /// `self` limited to `0..=1`.
    #[must_use]
    fn unit_range(self) -> Self {
        self.max(Self::zero()).min(Self::one())
    }
    /// `numerator / self`, and zero where `self` is not above zero.
    #[must_use]
    fn divides(self, numerator: Self) -> Self {
        let safe = Self::select(self, self, Self::one());
        Self::select(self, numerator / safe, Self::zero())
    }
    /// `self` to a whole power by repeated multiplication (exact, no logarithm).
    #[must_use]
    fn power(self, exponent: u32) -> Self {
        let mut result = Self::one();
        for _ in 0..exponent {
            result = result * self;
        }
        result
    }
}

impl Scalar for f64 {
    #[inline]
    fn constant(value: f64) -> Self {
        value
    }
    #[inline]
    fn min(self, other: Self) -> Self {
        if other < self { other } else { self }
    }
    #[inline]
    fn max(self, other: Self) -> Self {
        if other > self { other } else { self }
    }
    #[inline]
    fn powf(self, exponent: Self) -> Self {
        libm::pow(self, exponent)
    }
    #[inline]
    fn exp(self) -> Self {
        libm::exp(self)
    }
    #[inline]
    fn ln(self) -> Self {
        libm::log(self)
    }
    #[inline]
    fn select(test: Self, yes: Self, no: Self) -> Self {
        if test > 0.0 { yes } else { no }
    }
}

/// Sum in the order given.
pub fn sum<S: Scalar>(parts: impl IntoIterator<Item = S>) -> S {
    parts.into_iter().fold(S::zero(), |total, part| total + part)
}
