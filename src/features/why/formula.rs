//! A formula as a line of text: once in words, once with the numbers.

use super::slots::slot_label;
use super::tidy::value;
use crate::features::naming::{self, step_name, step_unit};
use crate::i18n::{I18n, k};
use lantian_engine::assess::Outcome;
use lantian_engine::explain::{Case, Explanation, Term};
use lantian_engine::plant::Slot;

/// Parts of a sum shown in a line; the largest come first.
pub const SHOWN_PARTS: usize = 5;

/// Stand around a name inside a formula in words, so that the reader sees where it begins and ends.
const OPEN: char = '\u{2}';
const CLOSE: char = '\u{3}';

/// A piece of a formula in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// Operators and brackets.
    Sign(String),
    Name(String),
}

/// A line in words, cut at its names.
pub fn pieces(line: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut rest = line;
    while let Some((before, after)) = rest.split_once(OPEN) {
        let (name, after) = after.split_once(CLOSE).unwrap_or((after, ""));
        if !before.is_empty() {
            pieces.push(Piece::Sign(before.to_owned()));
        }
        pieces.push(Piece::Name(name.to_owned()));
        rest = after;
    }
    if !rest.is_empty() {
        pieces.push(Piece::Sign(rest.to_owned()));
    }
    pieces
}

fn named(name: &str) -> String {
    format!("{OPEN}{name}{CLOSE}")
}

/// How the parts of a formula are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Show {
    Words,
    Numbers,
}

/// Something a formula is made of.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Leaf {
    Step(usize),
    Given(Slot, f64),
}

/// Writes the formulas of one explanation.
#[derive(Clone, Copy, Debug)]
pub struct Writer<'a> {
    pub i18n: I18n,
    pub outcome: &'a Outcome,
    pub explanation: &'a Explanation,
    /// The case of the step whose formula is written.
    pub within: Case,
    /// One upgrade takes the place of the plan.
    pub single: bool,
}

/// How tightly an operation binds; a part that binds less tightly needs brackets.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Binding {
    Sum,
    Product,
    Power,
    Atom,
}

impl Writer<'_> {
    /// The formula as one line.
    pub fn line(self, term: &Term, show: Show) -> String {
        self.write(term, show).0
    }

    fn write(self, term: &Term, show: Show) -> (String, Binding) {
        match term {
            Term::Fixed(value) => (naming::figure(self.i18n, *value), Binding::Atom),
            Term::Given { slot, value } => (self.given(*slot, *value, show), Binding::Atom),
            Term::Step(place) => (self.step(*place, show), Binding::Atom),
            Term::Sum(parts) => (self.sum(parts, show), Binding::Sum),
            Term::Difference(a, b) => {
                let text = format!(
                    "{} − {}",
                    self.inside(a, show, Binding::Sum),
                    self.inside(b, show, Binding::Product)
                );
                (text, Binding::Sum)
            }
            Term::Product(parts) => {
                let parts: Vec<String> =
                    parts.iter().map(|part| self.inside(part, show, Binding::Product)).collect();
                (parts.join(" × "), Binding::Product)
            }
            Term::Quotient(a, b) => {
                let text = format!(
                    "{} ÷ {}",
                    self.inside(a, show, Binding::Product),
                    self.inside(b, show, Binding::Power)
                );
                (text, Binding::Product)
            }
            Term::Negative(a) => (format!("−{}", self.inside(a, show, Binding::Product)), Binding::Sum),
            Term::Power(a, b) => {
                let text = format!(
                    "{}^{}",
                    self.inside(a, show, Binding::Atom),
                    self.inside(b, show, Binding::Atom)
                );
                (text, Binding::Power)
            }
            Term::Exp(a) => (format!("e^({})", self.line(a, show)), Binding::Power),
            Term::Ln(a) => (format!("ln({})", self.line(a, show)), Binding::Atom),
            Term::Smallest(parts) => (self.limit(parts, show, k::WHY_SMALLER), Binding::Atom),
            Term::Largest(parts) => (self.limit(parts, show, k::WHY_LARGER), Binding::Atom),
        }
    }

    fn inside(self, term: &Term, show: Show, at_least: Binding) -> String {
        let (text, binding) = self.write(term, show);
        if binding < at_least { format!("({text})") } else { text }
    }

    fn sum(self, parts: &[Term], show: Show) -> String {
        let ranked = self.ranked(parts);
        let shown: Vec<&Term> = if parts.len() > SHOWN_PARTS + 1 {
            ranked.into_iter().take(SHOWN_PARTS).collect()
        } else {
            parts.iter().collect()
        };
        let mut text = String::new();
        for part in &shown {
            if let Term::Negative(inner) = part {
                text.push_str(if text.is_empty() { "−" } else { " − " });
                text.push_str(&self.inside(inner, show, Binding::Product));
                continue;
            }
            if !text.is_empty() {
                text.push_str(" + ");
            }
            text.push_str(&self.inside(part, show, Binding::Sum));
        }
        let left = parts.len() - shown.len();
        if left > 0 {
            let more = self.i18n.tf(k::WHY_MORE_PARTS, [("n", &self.i18n.format().count(left))]);
            text = format!("{text} + {more}");
        }
        text
    }

    /// Parts of a sum by size.
    pub fn ranked(self, parts: &[Term]) -> Vec<&Term> {
        let mut ranked: Vec<&Term> = parts.iter().collect();
        ranked.sort_by(|a, b| value(b, self.explanation).abs().total_cmp(&value(a, self.explanation).abs()));
        ranked
    }

    fn limit(self, parts: &[Term], show: Show, key: crate::i18n::Key<1>) -> String {
        let parts: Vec<String> = parts.iter().map(|part| self.line(part, show)).collect();
        let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
        format!("({})", self.i18n.tf(key, [("list", &self.i18n.format().list(&parts))]))
    }

    fn given(self, slot: Slot, value: f64, show: Show) -> String {
        let Some(info) = self.outcome.model.lowered.plant.slots.get(slot.index()) else {
            return naming::figure(self.i18n, value);
        };
        match show {
            Show::Words => named(&slot_label(self.i18n, self.outcome, slot)),
            Show::Numbers if naming::is_share(info.name, info.unit) => {
                format!("{}%", naming::figure(self.i18n, value * 100.0))
            }
            Show::Numbers => naming::figure(self.i18n, value),
        }
    }

    fn step(self, place: usize, show: Show) -> String {
        let Some(line) = self.explanation.steps.get(place) else { return String::new() };
        match show {
            Show::Words => {
                let metric = self.explanation.metric;
                named(&step_name(self.i18n, self.outcome, line, metric, self.within, self.single))
            }
            Show::Numbers => match step_unit(self.outcome, line, self.explanation.metric) {
                ("fraction", "") => format!("{}%", naming::figure(self.i18n, line.value * 100.0)),
                _ => naming::figure(self.i18n, line.value),
            },
        }
    }
}

/// What the formula is made of, each once, in the order of reading.
pub fn leaves(term: &Term) -> Vec<Leaf> {
    let mut found = Vec::new();
    collect(term, &mut found);
    found
}

fn collect(term: &Term, found: &mut Vec<Leaf>) {
    let mut add = |leaf: Leaf| {
        let same = |other: &Leaf| match (leaf, *other) {
            (Leaf::Step(a), Leaf::Step(b)) => a == b,
            (Leaf::Given(a, _), Leaf::Given(b, _)) => a == b,
            _ => false,
        };
        if !found.iter().any(same) {
            found.push(leaf);
        }
    };
    match term {
        Term::Fixed(_) => {}
        Term::Step(place) => add(Leaf::Step(*place)),
        Term::Given { slot, value } => add(Leaf::Given(*slot, *value)),
        Term::Sum(parts) | Term::Product(parts) | Term::Smallest(parts) | Term::Largest(parts) => {
            for part in parts {
                collect(part, found);
            }
        }
        Term::Difference(a, b) | Term::Quotient(a, b) | Term::Power(a, b) => {
            collect(a, found);
            collect(b, found);
        }
        Term::Negative(a) | Term::Exp(a) | Term::Ln(a) => collect(a, found),
    }
}
