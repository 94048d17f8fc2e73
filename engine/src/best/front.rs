//! The front of cost and effect: the plans that none beats at both.
//!
//! # Method
//! The best plan within a budget stands on the front, and no other plan of the front costs between it and
//! that budget. So each search settles a span of budgets (the ε-constraint method; Y. Y. Haimes,
//! L. S. Lasdon and D. A. Wismer, "On a Bicriterion Formulation of the Problems of Integrated System
//! Identification and System Optimization", 1971). The span in which most may be hidden, money times
//! worth, is searched next, in its middle and then just below its end. When none is left, the front is
//! complete; stopped earlier, all its plans are proven and what lies between two of them is not known:
//! there nothing is worth more than the dearer of the two.
//!
//! Plans whose costs differ by less than a share of [`TOLERANCE`] stand for one.

use super::{Ask, Best, Impossible, Search, TOLERANCE};
use crate::assess::Model;
use serde::{Deserialize, Serialize};

/// A plan of the front.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Point {
    /// Implementation cost before grants, money of the project.
    pub cost: f64,
    pub best: Best,
}

/// A part of the front: implementation costs as shares of what all candidates cost together, the first
/// left out but for zero.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Part {
    pub from: f64,
    pub to: f64,
}

impl Part {
    /// All costs.
    pub const WHOLE: Part = Part { from: 0.0, to: 1.0 };
}

/// Budgets whose best plan is not known: above `from`, up to `to`.
#[derive(Clone, Copy, Debug)]
struct Span {
    from: f64,
    to: f64,
    /// What the plans at both ends are worth.
    low: f64,
    high: f64,
    /// Its middle brought nothing: its end is asked next.
    at_end: bool,
}

impl Span {
    /// Where to search.
    fn budget(&self) -> f64 {
        if self.at_end || self.high.is_infinite() {
            self.to
        } else {
            f64::midpoint(self.from.max(0.0), self.to)
        }
    }

    /// How much may be hidden in it.
    fn hides(&self) -> f64 {
        let money = self.to - self.from.max(0.0);
        // A part whose least plan is not known comes first.
        if self.low.is_finite() { money * (self.high - self.low) } else { f64::INFINITY }
    }

    /// Nothing better than its lower end can be in it.
    fn is_settled(&self) -> bool {
        self.from >= self.to || self.high <= self.low + TOLERANCE * self.low.abs()
    }
}

/// The search for a front, which can be advanced step by step, watched and given up.
#[derive(Debug)]
pub struct Front<'a> {
    model: &'a Model,
    ask: Ask,
    /// Plans cheaper than this belong to another part.
    floor: f64,
    spans: Vec<Span>,
    points: Vec<Point>,
    search: Option<(Span, Search<'a>)>,
    evaluations: u64,
}

impl<'a> Front<'a> {
    /// Starts to search a part of the front of `ask`; a budget in it bounds the front.
    ///
    /// # Errors
    /// What is asked for contradicts itself.
    pub fn new(model: &'a Model, ask: &Ask, part: Part) -> Result<Self, Impossible> {
        let whole = Search::new(model, ask)?;
        let all = ask.budget.unwrap_or(f64::INFINITY).min(whole.dearest());
        let (from, to) = (all * part.from, all * part.to);
        let span = Span { from, to, low: f64::NEG_INFINITY, high: f64::INFINITY, at_end: true };
        let floor = if part.from > 0.0 { from } else { f64::NEG_INFINITY };
        let (spans, points, evaluations) = (vec![span], Vec::new(), whole.evaluations());
        Ok(Front { model, ask: ask.clone(), floor, spans, points, search: None, evaluations })
    }

    /// Searches `nodes` nodes further; true when the front is complete.
    pub fn advance(&mut self, nodes: usize) -> bool {
        let Some((span, mut search)) = self.search.take().or_else(|| self.begin()) else { return true };
        if search.advance(nodes) {
            self.evaluations += search.evaluations();
            // No plan pays back in time within so small a budget.
            let best = search.best().ok().flatten();
            let found = best.map(|best| Point { cost: search.cost_of(best.plan), best });
            self.settle(span, found);
        } else {
            self.search = Some((span, search));
        }
        self.search.is_none() && self.spans.is_empty()
    }

    /// The plans known so far, by rising cost and worth; all proven.
    pub fn points(&self) -> &[Point] {
        &self.points
    }

    /// Evaluations of the plant so far.
    pub fn evaluations(&self) -> u64 {
        self.evaluations + self.search.as_ref().map_or(0, |(_, search)| search.evaluations())
    }

    /// The search for the span in which most may be hidden.
    fn begin(&mut self) -> Option<(Span, Search<'a>)> {
        let most = self.spans.iter().enumerate().max_by(|(_, a), (_, b)| a.hides().total_cmp(&b.hides()));
        let span = self.spans.swap_remove(most?.0);
        let ask = Ask { budget: Some(span.budget()), ..self.ask.clone() };
        match Search::new(self.model, &ask) {
            Ok(mut search) => {
                for point in &self.points {
                    search.suggest(point.best.plan);
                }
                Some((span, search))
            }
            // What is required costs more: nothing is cheaper.
            Err(_) => {
                self.settle(span, None);
                self.begin()
            }
        }
    }

    /// The best plan for the budget of a span is known.
    fn settle(&mut self, span: Span, found: Option<Point>) {
        let budget = span.budget();
        let upper = Span { from: budget, at_end: false, ..span };
        let Some(point) = found else {
            self.leave(Span { at_end: true, ..upper });
            return;
        };
        let (cost, worth) = (point.cost, point.best.worth);
        let nothing_new = worth <= span.low + TOLERANCE * span.low.abs() || cost <= span.from;
        if nothing_new && span.low.is_finite() {
            self.leave(Span { at_end: true, ..upper });
            return;
        }
        self.leave(Span { low: worth, ..upper });
        if cost > self.floor {
            let below = cost - TOLERANCE * cost.abs();
            self.leave(Span { to: below, high: worth, at_end: false, ..span });
        }
        // A plan as good that costs more is beaten.
        self.points.retain(|other| other.cost < cost || other.best.worth > worth + TOLERANCE * worth.abs());
        self.points.push(point);
        self.points.sort_by(|a, b| a.cost.total_cmp(&b.cost));
    }

    fn leave(&mut self, span: Span) {
        if !span.is_settled() {
            self.spans.push(span);
        }
    }
}

/// Two parts of a front as one, without what is beaten across the seam.
pub fn join(mut cheaper: Vec<Point>, dearer: Vec<Point>) -> Vec<Point> {
    for point in dearer {
        let beaten = cheaper.last().is_some_and(|last| {
            point.cost <= last.cost || point.best.worth <= last.best.worth + TOLERANCE * last.best.worth.abs()
        });
        if !beaten {
            cheaper.push(point);
        }
    }
    cheaper
}
