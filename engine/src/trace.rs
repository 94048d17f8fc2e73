//! A number that remembers how it was made.
//!
//! [`Traced`] carries its value and an index into a [`Tape`] of operations. Evaluating the plant
//! with it yields, from the very same code that computes the figures, the formula behind each
//! figure ([`crate::explain`]) and, by one backward sweep, the derivative of a result with
//! respect to every input ([`Tape::gradient`]).
//!
//! Neutral operations (× 1, + 0 with a fixed number) leave no trace, so that a plan that does
//! not touch a parameter does not clutter its formula.

use crate::plant::Slot;
use crate::scalar::Scalar;
use crate::step::Step;
use core::cell::RefCell;
use core::ops::{Add, Div, Mul, Neg, Sub};

/// Index of an operation on its tape.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Node(u32);

impl Node {
    /// Position on the tape.
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// An operand: an earlier operation or a fixed number.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Operand {
    Node(Node),
    Fixed(f64),
}

/// What an operation does. `Input` reads a parameter of the plant.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Op {
    Input(Slot),
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
    /// The operand that was taken by `select`.
    Taken(Operand),
    /// A named result.
    Label(Operand, Step, u16),
}

impl Op {
    /// What it is made of.
    pub fn operands(self) -> impl Iterator<Item = Operand> {
        let pair = match self {
            Op::Input(_) => [None, None],
            Op::Add(a, b)
            | Op::Sub(a, b)
            | Op::Mul(a, b)
            | Op::Div(a, b)
            | Op::Min(a, b)
            | Op::Max(a, b)
            | Op::Pow(a, b) => [Some(a), Some(b)],
            Op::Neg(a) | Op::Exp(a) | Op::Ln(a) | Op::Taken(a) | Op::Label(a, ..) => [Some(a), None],
        };
        pair.into_iter().flatten()
    }
}

/// One line of the tape.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Entry {
    pub op: Op,
    pub value: f64,
}

/// The record of one or more evaluations.
#[derive(Debug, Default)]
pub struct Tape {
    entries: RefCell<Vec<Entry>>,
}

impl Tape {
    pub fn new() -> Self {
        Self::default()
    }

    /// A parameter of the plant as a traced number.
    pub fn input(&self, slot: Slot, value: f64) -> Traced<'_> {
        Traced { value, node: Some((self, self.push(Op::Input(slot), value))) }
    }

    fn push(&self, op: Op, value: f64) -> Node {
        let mut entries = self.entries.borrow_mut();
        let node = Node(entries.len() as u32);
        entries.push(Entry { op, value });
        node
    }

    /// How many operations have been recorded.
    pub fn len(&self) -> usize {
        self.entries.borrow().len()
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The finished record.
    pub fn entries(&self) -> Vec<Entry> {
        self.entries.borrow().clone()
    }

    /// Derivatives of `result` with respect to each input slot, summed over its occurrences.
    ///
    /// The result has `slots` entries. Where `min`, `max` or `select` took one side, the
    /// derivative is that side's.
    pub fn gradient(&self, result: Traced<'_>, slots: usize) -> Vec<f64> {
        let entries = self.entries.borrow();
        let mut adjoint = vec![0.0; entries.len()];
        let mut gradient = vec![0.0; slots];
        if let Some((_, node)) = result.node
            && let Some(seed) = adjoint.get_mut(node.index())
        {
            *seed = 1.0;
        }
        for (index, entry) in entries.iter().enumerate().rev() {
            let weight = adjoint.get(index).copied().unwrap_or(0.0);
            if weight == 0.0 {
                continue;
            }
            if let Op::Input(slot) = entry.op {
                if let Some(target) = gradient.get_mut(slot.index()) {
                    *target += weight;
                }
                continue;
            }
            for (operand, derivative) in derivatives(entry, &entries) {
                if let Operand::Node(node) = operand
                    && let Some(target) = adjoint.get_mut(node.index())
                {
                    *target += weight * derivative;
                }
            }
        }
        gradient
    }
}

/// Value of an operand on a finished record.
pub fn operand_value(operand: Operand, entries: &[Entry]) -> f64 {
    match operand {
        Operand::Fixed(value) => value,
        Operand::Node(node) => entries.get(node.index()).map_or(f64::NAN, |e| e.value),
    }
}

/// Each operand of an entry with the local derivative of the entry with respect to it.
fn derivatives(entry: &Entry, entries: &[Entry]) -> impl Iterator<Item = (Operand, f64)> {
    let value = |operand| operand_value(operand, entries);
    let none = (Operand::Fixed(0.0), 0.0);
    let pair = match entry.op {
        Op::Input(_) => [none, none],
        Op::Add(a, b) => [(a, 1.0), (b, 1.0)],
        Op::Sub(a, b) => [(a, 1.0), (b, -1.0)],
        Op::Mul(a, b) => [(a, value(b)), (b, value(a))],
        Op::Div(a, b) => [(a, 1.0 / value(b)), (b, -entry.value / value(b))],
        Op::Neg(a) => [(a, -1.0), none],
        Op::Min(a, b) => {
            let takes_b = value(b) < value(a);
            [(a, f64::from(u8::from(!takes_b))), (b, f64::from(u8::from(takes_b)))]
        }
        Op::Max(a, b) => {
            let takes_b = value(b) > value(a);
            [(a, f64::from(u8::from(!takes_b))), (b, f64::from(u8::from(takes_b)))]
        }
        Op::Pow(a, b) => {
            let (base, exponent) = (value(a), value(b));
            let by_base = if base > 0.0 { exponent * entry.value / base } else { 0.0 };
            let by_exponent = if base > 0.0 { entry.value * libm::log(base) } else { 0.0 };
            [(a, by_base), (b, by_exponent)]
        }
        Op::Exp(a) => [(a, entry.value), none],
        Op::Ln(a) => [(a, 1.0 / value(a)), none],
        Op::Taken(a) | Op::Label(a, ..) => [(a, 1.0), none],
    };
    pair.into_iter()
}

/// A value and where it stands on its tape; a fixed number has no place.
#[derive(Clone, Copy, Debug)]
pub struct Traced<'t> {
    value: f64,
    node: Option<(&'t Tape, Node)>,
}

impl Traced<'_> {
    /// The plain value, the same as an evaluation with `f64` gives.
    pub fn value(self) -> f64 {
        self.value
    }

    /// Place on the tape, if it is not a fixed number.
    pub fn node(self) -> Option<Node> {
        self.node.map(|(_, node)| node)
    }

    /// The operand that stands for this number.
    pub fn operand(self) -> Operand {
        self.node().map_or(Operand::Fixed(self.value), Operand::Node)
    }

    fn is_fixed(self, value: f64) -> bool {
        self.node.is_none() && self.value.to_bits() == value.to_bits()
    }

    fn binary(self, other: Self, value: f64, op: fn(Operand, Operand) -> Op) -> Self {
        match self.node.or(other.node) {
            Some((tape, _)) => {
                let node = tape.push(op(self.operand(), other.operand()), value);
                Traced { value, node: Some((tape, node)) }
            }
            None => Traced { value, node: None },
        }
    }

    fn unary(self, value: f64, op: fn(Operand) -> Op) -> Self {
        Traced {
            value,
            node: self.node.map(|(tape, node)| (tape, tape.push(op(Operand::Node(node)), value))),
        }
    }
}

impl Add for Traced<'_> {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        if self.is_fixed(0.0) {
            return other;
        }
        if other.is_fixed(0.0) {
            return self;
        }
        self.binary(other, self.value + other.value, Op::Add)
    }
}

impl Sub for Traced<'_> {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        if other.is_fixed(0.0) {
            return self;
        }
        self.binary(other, self.value - other.value, Op::Sub)
    }
}

impl Mul for Traced<'_> {
    type Output = Self;
    fn mul(self, other: Self) -> Self {
        if self.is_fixed(1.0) || other.is_fixed(0.0) {
            return other;
        }
        if other.is_fixed(1.0) || self.is_fixed(0.0) {
            return self;
        }
        self.binary(other, self.value * other.value, Op::Mul)
    }
}

impl Div for Traced<'_> {
    type Output = Self;
    fn div(self, other: Self) -> Self {
        if other.is_fixed(1.0) || self.is_fixed(0.0) {
            return self;
        }
        self.binary(other, self.value / other.value, Op::Div)
    }
}

impl Neg for Traced<'_> {
    type Output = Self;
    fn neg(self) -> Self {
        self.unary(-self.value, Op::Neg)
    }
}

impl Scalar for Traced<'_> {
    fn constant(value: f64) -> Self {
        Traced { value, node: None }
    }
    fn min(self, other: Self) -> Self {
        self.binary(other, Scalar::min(self.value, other.value), Op::Min)
    }
    fn max(self, other: Self) -> Self {
        self.binary(other, Scalar::max(self.value, other.value), Op::Max)
    }
    fn powf(self, exponent: Self) -> Self {
        if exponent.is_fixed(1.0) || self.is_fixed(1.0) {
            return self;
        }
        self.binary(exponent, Scalar::powf(self.value, exponent.value), Op::Pow)
    }
    fn exp(self) -> Self {
        self.unary(Scalar::exp(self.value), Op::Exp)
    }
    fn ln(self) -> Self {
        self.unary(Scalar::ln(self.value), Op::Ln)
    }
    fn select(test: Self, yes: Self, no: Self) -> Self {
        let taken = if test.value > 0.0 { yes } else { no };
        taken.unary(taken.value, Op::Taken)
    }
    fn label(self, step: Step, index: usize) -> Self {
        match self.node {
            Some((tape, node)) => Traced {
                value: self.value,
                node: Some((tape, tape.push(Op::Label(Operand::Node(node), step, index as u16), self.value))),
            },
            None => self,
        }
    }
}
