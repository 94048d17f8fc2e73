//! Takes down the operations of an evaluation.

use crate::interval::Interval;
use crate::scalar::Scalar;
use core::cell::RefCell;
use core::ops::{Add, Div, Mul, Neg, Sub};
use std::collections::HashMap;

/// An operand: an operation taken down before, or a fixed number by its bits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum Operand {
    Node(u32),
    Fixed(u64),
}

/// One operation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Op {
    /// A number that differs between trials, by its place.
    Input(u32),
    Add(Operand, Operand),
    Sub(Operand, Operand),
    Mul(Operand, Operand),
    Div(Operand, Operand),
    Neg(Operand),
    Min(Operand, Operand),
    Max(Operand, Operand),
    Pow(Operand, Operand),
    Exp(Operand),
    Ln(Operand),
    /// The second where the first is above zero, else the third.
    Select(Operand, Operand, Operand),
}

#[derive(Debug)]
struct Taken {
    op: Op,
    /// All values that the operation can have.
    bounds: Interval,
}

#[derive(Debug, Default)]
struct Book {
    taken: Vec<Taken>,
    known: HashMap<Op, u32>,
}

/// What evaluations with [`Symbol`] have done so far.
#[derive(Debug, Default)]
pub struct Recorder {
    book: RefCell<Book>,
}

impl Recorder {
    pub fn new() -> Self {
        Self::default()
    }

    /// A number that differs between trials and never leaves `bounds`. Inputs are numbered by `place`.
    pub fn input(&self, place: usize, bounds: Interval) -> Symbol<'_> {
        self.take(Op::Input(place as u32), bounds)
    }

    /// Operations taken down.
    pub fn len(&self) -> usize {
        self.book.borrow().taken.len()
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    pub(super) fn ops(&self) -> Vec<Op> {
        self.book.borrow().taken.iter().map(|taken| taken.op).collect()
    }

    fn take(&self, op: Op, bounds: Interval) -> Symbol<'_> {
        let mut book = self.book.borrow_mut();
        let next = book.taken.len() as u32;
        let node = *book.known.entry(op).or_insert(next);
        if node == next {
            book.taken.push(Taken { op, bounds });
        }
        Symbol(Place::Node(self, node))
    }
}

#[derive(Clone, Copy, Debug)]
enum Place<'r> {
    Fixed(f64),
    Node(&'r Recorder, u32),
}

/// A number that stands for its value in every trial.
#[derive(Clone, Copy, Debug)]
pub struct Symbol<'r>(Place<'r>);

impl<'r> Symbol<'r> {
    /// The value, where it is the same in every trial.
    pub fn fixed(self) -> Option<f64> {
        match self.0 {
            Place::Fixed(value) => Some(value),
            Place::Node(..) => None,
        }
    }

    pub(super) fn operand(self) -> Operand {
        match self.0 {
            Place::Fixed(value) => Operand::Fixed(value.to_bits()),
            Place::Node(_, node) => Operand::Node(node),
        }
    }

    fn recorder(self) -> Option<&'r Recorder> {
        match self.0 {
            Place::Fixed(_) => None,
            Place::Node(recorder, _) => Some(recorder),
        }
    }

    fn bounds(self) -> Interval {
        match self.0 {
            Place::Fixed(value) => Interval::point(value),
            Place::Node(recorder, node) => {
                let book = recorder.book.borrow();
                book.taken.get(node as usize).map_or(Interval::WHOLE, |taken| taken.bounds)
            }
        }
    }

    fn is(self, value: f64) -> bool {
        self.fixed() == Some(value)
    }

    fn unary(self, make: fn(Operand) -> Op, value: fn(f64) -> f64, bounds: fn(Interval) -> Interval) -> Self {
        match self.0 {
            Place::Fixed(fixed) => Self::constant(value(fixed)),
            Place::Node(recorder, _) => recorder.take(make(self.operand()), bounds(self.bounds())),
        }
    }

    fn binary(
        self,
        other: Self,
        make: fn(Operand, Operand) -> Op,
        value: fn(f64, f64) -> f64,
        bounds: fn(Interval, Interval) -> Interval,
    ) -> Self {
        match (self.0, other.0) {
            (Place::Fixed(a), Place::Fixed(b)) => Self::constant(value(a, b)),
            (Place::Node(recorder, _), _) | (_, Place::Node(recorder, _)) => {
                recorder.take(make(self.operand(), other.operand()), bounds(self.bounds(), other.bounds()))
            }
        }
    }

    /// The same for operations whose operands may change places: one order for both.
    fn commutative(
        self,
        other: Self,
        make: fn(Operand, Operand) -> Op,
        value: fn(f64, f64) -> f64,
        bounds: fn(Interval, Interval) -> Interval,
    ) -> Self {
        let (first, second) = if other.operand() < self.operand() { (other, self) } else { (self, other) };
        first.binary(second, make, value, bounds)
    }
}

impl Add for Symbol<'_> {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        if self.is(0.0) {
            return other;
        }
        if other.is(0.0) {
            return self;
        }
        self.commutative(other, Op::Add, Add::add, Add::add)
    }
}

impl Sub for Symbol<'_> {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        if other.is(0.0) {
            return self;
        }
        if self.operand() == other.operand() {
            return Self::constant(0.0);
        }
        self.binary(other, Op::Sub, Sub::sub, Sub::sub)
    }
}

impl Mul for Symbol<'_> {
    type Output = Self;
    fn mul(self, other: Self) -> Self {
        if self.is(1.0) || other.is(0.0) {
            return other;
        }
        if other.is(1.0) || self.is(0.0) {
            return self;
        }
        self.commutative(other, Op::Mul, Mul::mul, Mul::mul)
    }
}

impl Div for Symbol<'_> {
    type Output = Self;
    fn div(self, other: Self) -> Self {
        if other.is(1.0) || (self.is(0.0) && !other.bounds().contains(0.0)) {
            return self;
        }
        self.binary(other, Op::Div, Div::div, Div::div)
    }
}

impl Neg for Symbol<'_> {
    type Output = Self;
    fn neg(self) -> Self {
        self.unary(Op::Neg, Neg::neg, Neg::neg)
    }
}

impl Scalar for Symbol<'_> {
    fn constant(value: f64) -> Self {
        Symbol(Place::Fixed(value))
    }

    fn min(self, other: Self) -> Self {
        let (a, b) = (self.bounds(), other.bounds());
        if a.high <= b.low || self.operand() == other.operand() {
            return self;
        }
        if b.high <= a.low {
            return other;
        }
        self.binary(other, Op::Min, Scalar::min, Scalar::min)
    }

    fn max(self, other: Self) -> Self {
        let (a, b) = (self.bounds(), other.bounds());
        if a.low >= b.high || self.operand() == other.operand() {
            return self;
        }
        if b.low >= a.high {
            return other;
        }
        self.binary(other, Op::Max, Scalar::max, Scalar::max)
    }

    fn powf(self, exponent: Self) -> Self {
        if exponent.is(1.0) || self.is(1.0) {
            return self;
        }
        self.binary(exponent, Op::Pow, Scalar::powf, Scalar::powf)
    }

    fn exp(self) -> Self {
        self.unary(Op::Exp, Scalar::exp, Scalar::exp)
    }

    fn ln(self) -> Self {
        self.unary(Op::Ln, Scalar::ln, Scalar::ln)
    }

    fn select(test: Self, yes: Self, no: Self) -> Self {
        let bounds = test.bounds();
        if bounds.low > 0.0 || yes.operand() == no.operand() {
            return yes;
        }
        if bounds.high <= 0.0 {
            return no;
        }
        match test.recorder() {
            Some(recorder) => recorder.take(
                Op::Select(test.operand(), yes.operand(), no.operand()),
                yes.bounds().hull(no.bounds()),
            ),
            // A fixed test has been decided above, unless it is not a number.
            None => no,
        }
    }
}
