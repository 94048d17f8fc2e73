//! Why this number: the formula behind a figure, read off the calculation itself.
//!
//! The plant is evaluated once more with [`Traced`] numbers; the record of that very evaluation
//! is cut at its named results into steps. So an explanation cannot drift from the calculation.

use crate::assess::Model;
use crate::calibrate::calibrate;
use crate::edit::{Edits, apply};
use crate::evaluate::evaluate;
use crate::flows::Flows;
use crate::measures::{Context, edits};
use crate::metric::Metric;
use crate::origin::Origin;
use crate::plant::Slot;
use crate::set::MeasureSet;
use crate::step::Step;
use crate::trace::{Entry, Op, Operand, Tape, Traced, operand_value};
use std::collections::BTreeMap;

/// Which case a figure belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Case {
    Before,
    After,
    /// Before less after.
    Saving,
}

/// A formula over given numbers and other steps.
#[derive(Clone, Debug, PartialEq)]
pub enum Term {
    /// A number of the plant: what it is stands in [`crate::plant::Plant::slots`].
    Given {
        slot: Slot,
        value: f64,
    },
    Fixed(f64),
    /// Another step, by its place in [`Explanation::steps`].
    Step(usize),
    Sum(Vec<Term>),
    Difference(Box<Term>, Box<Term>),
    Product(Vec<Term>),
    Quotient(Box<Term>, Box<Term>),
    Negative(Box<Term>),
    Power(Box<Term>, Box<Term>),
    Exp(Box<Term>),
    Ln(Box<Term>),
    /// The smaller of several; the larger of several.
    Smallest(Vec<Term>),
    Largest(Vec<Term>),
}

/// A named intermediate result.
#[derive(Clone, Debug, PartialEq)]
pub struct StepLine {
    pub step: Step,
    /// Which of several, see [`Step`].
    pub index: usize,
    /// The case it belongs to, where both cases are shown.
    pub case: Case,
    pub value: f64,
    pub formula: Term,
}

/// How strongly a figure answers to one input: change of the figure for a 1 % higher input.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sensitivity {
    pub slot: Slot,
    /// Derivative times value: the change per relative change of the input.
    pub effect: f64,
}

/// The answer to "why this number?".
#[derive(Clone, Debug, PartialEq)]
pub struct Explanation {
    pub metric: Metric,
    pub case: Case,
    pub value: f64,
    /// The figure first; every step only refers to later ones.
    pub steps: Vec<StepLine>,
    /// Given numbers by descending strength.
    pub sensitivities: Vec<Sensitivity>,
    /// Given numbers in use, in plant order.
    pub inputs: Vec<Slot>,
}

/// Explains one figure of the base case, of the plan (`set`), or of what the plan saves.
pub fn explain(model: &Model, set: MeasureSet, metric: Metric, case: Case) -> Explanation {
    let tape = Tape::new();
    let lowered = &model.lowered;
    let plant = &lowered.plant;
    let mut params =
        lowered.given.map(|slot, value| trace(&tape, plant.slots.get(slot.index()), slot, value));
    calibrate(plant, &mut params);
    let totals = |with: MeasureSet| {
        let list: Vec<Edits<Traced<'_>>> = lowered
            .measures
            .iter()
            .enumerate()
            .filter(|(place, _)| with.contains(*place))
            .map(|(_, entry)| edits(&Context { plant, p: &params, own: &entry.slots }))
            .collect();
        let mut work = params.clone();
        apply(&mut work, &list.iter());
        let mut flows = Flows::new(plant);
        evaluate(plant, &work, &mut flows);
        flows.totals[metric]
    };
    let result = match case {
        Case::Before => totals(MeasureSet::EMPTY),
        Case::After => totals(set),
        Case::Saving => totals(MeasureSet::EMPTY) - totals(set),
    };
    let entries = tape.entries();
    let gradient = tape.gradient(result, lowered.given.len());
    let mut reader = Reader { entries: &entries, steps: BTreeMap::new(), lines: Vec::new() };
    let formula = reader.term(result.operand());
    let mut steps = reader.finish(metric, case, result.value(), formula);
    mark_cases(&mut steps, case);
    let mut sensitivities: Vec<Sensitivity> = gradient
        .iter()
        .enumerate()
        .map(|(index, derivative)| {
            let slot = Slot(index as u16);
            Sensitivity { slot, effect: derivative * lowered.given[slot] }
        })
        .filter(|s| s.effect != 0.0 && s.effect.is_finite())
        .collect();
    sensitivities.sort_by(|a, b| b.effect.abs().total_cmp(&a.effect.abs()).then(a.slot.cmp(&b.slot)));
    let inputs = (0..gradient.len())
        .map(|index| Slot(index as u16))
        .filter(|slot| gradient.get(slot.index()).is_some_and(|d| *d != 0.0))
        .collect();
    Explanation { metric, case, value: result.value(), steps, sensitivities, inputs }
}

fn trace<'t>(tape: &'t Tape, info: Option<&crate::origin::SlotInfo>, slot: Slot, value: f64) -> Traced<'t> {
    match info.map(|i| i.origin) {
        // What no one can change is part of the formula, not an input.
        Some(Origin::Neutral | Origin::Definition | Origin::Solved) | None => {
            crate::scalar::Scalar::constant(value)
        }
        Some(_) => tape.input(slot, value),
    }
}

struct Reader<'e> {
    entries: &'e [Entry],
    /// Step lines by the tape place of their label.
    steps: BTreeMap<usize, usize>,
    lines: Vec<StepLine>,
}

impl Reader<'_> {
    fn value(&self, operand: Operand) -> f64 {
        operand_value(operand, self.entries)
    }

    fn term(&mut self, operand: Operand) -> Term {
        let node = match operand {
            Operand::Fixed(value) => return Term::Fixed(value),
            Operand::Node(node) => node.index(),
        };
        let Some(entry) = self.entries.get(node).copied() else { return Term::Fixed(f64::NAN) };
        match entry.op {
            Op::Input(slot) => Term::Given { slot, value: entry.value },
            Op::Label(inner, step, index) => {
                if let Some(&line) = self.steps.get(&node) {
                    return Term::Step(line);
                }
                let formula = self.term(inner);
                // A step that only repeats another one adds nothing.
                if let Term::Step(line) = formula {
                    self.steps.insert(node, line);
                    return Term::Step(line);
                }
                if let Term::Fixed(value) = formula {
                    return Term::Fixed(value);
                }
                let line = self.lines.len();
                self.lines.push(StepLine {
                    step,
                    index: usize::from(index),
                    case: Case::Before,
                    value: entry.value,
                    formula,
                });
                self.steps.insert(node, line);
                Term::Step(line)
            }
            Op::Add(a, b) => {
                let (a, b) = (self.term(a), self.term(b));
                sum(a, b)
            }
            Op::Sub(a, b) => {
                let (left, right) = (self.term(a), self.term(b));
                match right {
                    Term::Fixed(0.0) => left,
                    right => fold(left, right, |a, b| a - b, Term::Difference),
                }
            }
            Op::Mul(a, b) => {
                let (a, b) = (self.term(a), self.term(b));
                product(a, b)
            }
            Op::Div(a, b) => {
                let (a, b) = (self.term(a), self.term(b));
                match (a, b) {
                    (a, Term::Fixed(1.0)) => a,
                    (Term::Fixed(0.0), _) => Term::Fixed(0.0),
                    (a, b) => fold(a, b, |a, b| a / b, Term::Quotient),
                }
            }
            Op::Neg(a) => Term::Negative(Box::new(self.term(a))),
            Op::Pow(a, b) => {
                let (a, b) = (self.term(a), self.term(b));
                fold(a, b, crate::scalar::Scalar::powf, Term::Power)
            }
            Op::Exp(a) => Term::Exp(Box::new(self.term(a))),
            Op::Ln(a) => Term::Ln(Box::new(self.term(a))),
            Op::Taken(a) => self.term(a),
            Op::Min(a, b) => self.limit(a, b, |a, b| b < a, Term::Smallest),
            Op::Max(a, b) => self.limit(a, b, |a, b| b > a, Term::Largest),
        }
    }

    /// A limit that does not bind against a plain number is left out; otherwise both sides show.
    fn limit(
        &mut self,
        a: Operand,
        b: Operand,
        takes_second: fn(f64, f64) -> bool,
        make: fn(Vec<Term>) -> Term,
    ) -> Term {
        let second = takes_second(self.value(a), self.value(b));
        let (left, right) = (self.term(a), self.term(b));
        let (taken, other) = if second { (right, left) } else { (left, right) };
        match (&taken, &other) {
            (Term::Fixed(_), _) | (_, Term::Fixed(_)) => taken,
            _ => make(vec![taken, other]),
        }
    }

    /// Puts the figure itself in front and renumbers so that steps refer to later ones.
    fn finish(self, metric: Metric, case: Case, value: f64, formula: Term) -> Vec<StepLine> {
        let _ = metric;
        let last = self.lines.len();
        let order = |place: usize| if place == last { 0 } else { last - place };
        let head = match case {
            Case::Before => Step::Before,
            Case::After => Step::After,
            Case::Saving => Step::Saving,
        };
        let mut lines = self.lines;
        lines.push(StepLine { step: head, index: 0, case, value, formula });
        lines.reverse();
        for line in &mut lines {
            renumber(&mut line.formula, &order);
        }
        drop_unused(lines)
    }
}

fn renumber(term: &mut Term, order: &impl Fn(usize) -> usize) {
    match term {
        Term::Step(place) => *place = order(*place),
        Term::Given { .. } | Term::Fixed(_) => {}
        Term::Sum(parts) | Term::Product(parts) | Term::Smallest(parts) | Term::Largest(parts) => {
            for part in parts {
                renumber(part, order);
            }
        }
        Term::Difference(a, b) | Term::Quotient(a, b) | Term::Power(a, b) => {
            renumber(a, order);
            renumber(b, order);
        }
        Term::Negative(a) | Term::Exp(a) | Term::Ln(a) => renumber(a, order),
    }
}

/// Calls `visit` for every step a term refers to.
pub fn references(term: &Term, visit: &mut impl FnMut(usize)) {
    match term {
        Term::Step(place) => visit(*place),
        Term::Given { .. } | Term::Fixed(_) => {}
        Term::Sum(parts) | Term::Product(parts) | Term::Smallest(parts) | Term::Largest(parts) => {
            for part in parts {
                references(part, visit);
            }
        }
        Term::Difference(a, b) | Term::Quotient(a, b) | Term::Power(a, b) => {
            references(a, visit);
            references(b, visit);
        }
        Term::Negative(a) | Term::Exp(a) | Term::Ln(a) => references(a, visit),
    }
}

/// Steps that simplification left without a reader are dropped.
fn drop_unused(lines: Vec<StepLine>) -> Vec<StepLine> {
    let mut used = vec![false; lines.len()];
    if let Some(first) = used.first_mut() {
        *first = true;
    }
    for (place, line) in lines.iter().enumerate() {
        if used.get(place).copied().unwrap_or(false) {
            references(&line.formula, &mut |other| {
                if let Some(flag) = used.get_mut(other) {
                    *flag = true;
                }
            });
        }
    }
    let mut places = Vec::with_capacity(lines.len());
    let mut next = 0;
    for &flag in &used {
        places.push(next);
        next += usize::from(flag);
    }
    let order = |place: usize| places.get(place).copied().unwrap_or(0);
    let kept = lines.into_iter().zip(&used).filter(|(_, flag)| **flag).map(|(line, _)| line);
    kept.map(|mut line| {
        renumber(&mut line.formula, &order);
        line
    })
    .collect()
}

/// In a saving, the steps reached only through the subtracted side belong to the plan.
fn mark_cases(steps: &mut [StepLine], case: Case) {
    if case != Case::Saving {
        for step in steps.iter_mut() {
            step.case = case;
        }
        return;
    }
    let Some(StepLine { formula: Term::Difference(_, after), .. }) = steps.first() else { return };
    let mut open = Vec::new();
    references(after, &mut |place| open.push(place));
    let mut seen = vec![false; steps.len()];
    while let Some(place) = open.pop() {
        if let Some(flag) = seen.get_mut(place)
            && !*flag
        {
            *flag = true;
            if let Some(step) = steps.get_mut(place) {
                step.case = Case::After;
                references(&step.formula, &mut |other| open.push(other));
            }
        }
    }
    // What the base case uses as well keeps the base case's name.
    let mut open = Vec::new();
    if let Some(StepLine { formula: Term::Difference(before, _), .. }) = steps.first() {
        references(before, &mut |place| open.push(place));
    }
    let mut seen = vec![false; steps.len()];
    while let Some(place) = open.pop() {
        if let Some(flag) = seen.get_mut(place)
            && !*flag
        {
            *flag = true;
            if let Some(step) = steps.get_mut(place) {
                step.case = Case::Before;
                references(&step.formula, &mut |other| open.push(other));
            }
        }
    }
}

fn fold(a: Term, b: Term, compute: fn(f64, f64) -> f64, make: fn(Box<Term>, Box<Term>) -> Term) -> Term {
    match (&a, &b) {
        (Term::Fixed(x), Term::Fixed(y)) => Term::Fixed(compute(*x, *y)),
        _ => make(Box::new(a), Box::new(b)),
    }
}

fn sum(a: Term, b: Term) -> Term {
    join(a, b, 0.0, |x, y| x + y, |t| if let Term::Sum(p) = t { Ok(p) } else { Err(t) }, Term::Sum)
}

fn product(a: Term, b: Term) -> Term {
    if a == Term::Fixed(0.0) || b == Term::Fixed(0.0) {
        return Term::Fixed(0.0);
    }
    join(a, b, 1.0, |x, y| x * y, |t| if let Term::Product(p) = t { Ok(p) } else { Err(t) }, Term::Product)
}

/// Joins two operands of an associative operation into one flat list without neutral members.
fn join(
    a: Term,
    b: Term,
    neutral: f64,
    compute: fn(f64, f64) -> f64,
    parts: fn(Term) -> Result<Vec<Term>, Term>,
    make: fn(Vec<Term>) -> Term,
) -> Term {
    if let (Term::Fixed(x), Term::Fixed(y)) = (&a, &b) {
        return Term::Fixed(compute(*x, *y));
    }
    let mut list = parts(a).unwrap_or_else(|one| vec![one]);
    list.extend(parts(b).unwrap_or_else(|one| vec![one]));
    list.retain(|t| *t != Term::Fixed(neutral));
    match list.len() {
        1 => list.swap_remove(0),
        _ => make(list),
    }
}
