//! The best plan: the set of measures that does most towards a goal within budget and payback.
//!
//! # Method
//! Branch and bound on the real, interacting model. A node of the search has decided some candidates
//! and left others open. For each open one the plant is evaluated once with [`Difference`]s, which
//! bounds what it adds to *any* plan that may still come of the node. Because the worth of a plan is
//! that of the decided part plus what each further measure adds when it joins, no plan of the node is
//! worth more than the decided part plus the sum of the upper bounds (with a budget: of those that fit,
//! the last one in part). A node that cannot beat the best plan known is given up; a candidate that
//! can only harm is left out, one that can only help and takes nothing from others is taken. What
//! is left when the search ends is proven best, up to [`TOLERANCE`].
//!
//! Source of the method: A. H. Land and A. G. Doig, "An Automatic Method of Solving Discrete
//! Programming Problems", 1960; the bounds by differences are this program's own.
//!
//! [`Difference`]: crate::difference::Difference

mod ask;
mod margins;
mod worth;

pub use ask::{Ask, Best, Impossible};
pub use worth::Goal;

use crate::assess::{Model, Scratch, excludes};
use crate::data::MeasureId;
use crate::measures::missing;
use crate::metric::Totals;
use crate::set::MeasureSet;
use margins::{Margins, margin};
use worth::Worth;

/// Two plans whose worths differ by less than this share are equally good.
pub const TOLERANCE: f64 = 1e-9;

/// Nodes with so few open candidates are searched plan by plan: that is faster than bounding them.
const FEW: usize = 6;

/// A partly decided plan; sets of candidates by their number.
#[derive(Clone, Copy, Debug)]
struct Node {
    taken: MeasureSet,
    open: MeasureSet,
    bound: f64,
}

/// What an open candidate adds at least and at most.
#[derive(Clone, Copy, Debug)]
struct Margin {
    candidate: usize,
    low: f64,
    high: f64,
    /// At most towards the payback limit.
    payback: f64,
}

/// A search that can be advanced step by step, watched and given up.
#[derive(Debug)]
pub struct Search<'a> {
    model: &'a Model,
    /// Places in the catalogue.
    candidates: Vec<usize>,
    /// For each candidate those that exclude it.
    rivals: Vec<MeasureSet>,
    costs: Vec<f64>,
    goal: Worth,
    payback: Option<Worth>,
    budget: f64,
    before: Totals<f64>,
    scratch: Scratch,
    margins: Margins,
    nodes: Vec<Node>,
    best: Option<(f64, MeasureSet)>,
    evaluations: u64,
}

impl<'a> Search<'a> {
    /// Starts a search.
    ///
    /// # Errors
    /// What is asked for contradicts itself, whatever else is in the plan.
    pub fn new(model: &'a Model, ask: &Ask) -> Result<Self, Impossible> {
        let positive = |limit: Option<f64>| limit.is_none_or(|value| value >= 0.0);
        if !positive(ask.budget) || !positive(ask.payback) {
            return Err(Impossible::Limit);
        }
        let places = |wanted: &dyn Fn(MeasureId) -> bool| {
            let entries = model.lowered.measures.iter().enumerate();
            entries.filter(|(_, e)| wanted(e.slots.id)).map(|(place, _)| place).collect::<Vec<_>>()
        };
        let applies = |id| missing(id, &model.lowered.plant).is_none();
        if let Some(&id) = ask.required.iter().find(|id| !applies(**id)) {
            return Err(Impossible::NotApplicable(id));
        }
        for (index, &one) in ask.required.iter().enumerate() {
            if let Some(&other) = ask.required.iter().skip(index).find(|other| excludes(one, **other)) {
                return Err(Impossible::Excluded(one, other));
            }
        }
        if let Some(&id) = ask.required.iter().find(|id| ask.forbidden.contains(id)) {
            return Err(Impossible::Forbidden(id));
        }
        let candidates = places(&|id| applies(id) && !ask.forbidden.contains(&id));
        let id = |place: usize| model.lowered.measures.get(place).map(|entry| entry.slots.id);
        let excluded = |one: usize, other: usize| {
            id(one).zip(id(other)).is_some_and(|(one, other)| excludes(one, other))
        };
        let rivals: Vec<MeasureSet> = candidates
            .iter()
            .map(|&one| {
                let others = candidates.iter().enumerate().filter(|(_, other)| excluded(one, **other));
                others.map(|(number, _)| number).collect()
            })
            .collect();
        let mut scratch = model.scratch();
        model.evaluate(MeasureSet::EMPTY, &mut scratch);
        let before = scratch.flows.totals;
        let mut search = Search {
            costs: candidates.iter().map(|&place| model.investment(place).cost).collect(),
            goal: Worth::of_goal(model, &candidates, ask.goal),
            payback: ask.payback.map(|years| Worth::of_payback(model, &candidates, years)),
            budget: ask.budget.unwrap_or(f64::INFINITY),
            margins: Margins::new(model, &candidates),
            nodes: Vec::new(),
            best: None,
            evaluations: 1,
            model,
            rivals,
            before,
            scratch,
            candidates,
        };
        let numbered = |wanted: &dyn Fn(MeasureId) -> bool| -> MeasureSet {
            let places = search.candidates.iter().enumerate();
            places.filter(|(_, place)| id(**place).is_some_and(wanted)).map(|(number, _)| number).collect()
        };
        let taken = numbered(&|id| ask.required.contains(&id));
        let open = MeasureSet::first(search.candidates.len());
        let open = search.still_open(taken, taken.iter().fold(open, MeasureSet::without));
        if search.cost(taken) > search.budget {
            return Err(Impossible::Budget(search.cost(taken)));
        }
        search.nodes.push(Node { taken, open, bound: f64::INFINITY });
        search.climb(taken, open);
        Ok(search)
    }

    /// Searches `nodes` nodes further; true when the search has ended.
    pub fn advance(&mut self, nodes: usize) -> bool {
        for _ in 0..nodes {
            match self.nodes.pop() {
                Some(node) => self.visit(node),
                None => return true,
            }
        }
        self.nodes.is_empty()
    }

    /// The best plan so far.
    ///
    /// # Errors
    /// The search has ended, and no plan pays back in time.
    pub fn best(&self) -> Result<Option<Best>, Impossible> {
        let Some((worth, plan)) = self.best else {
            return if self.nodes.is_empty() { Err(Impossible::Payback) } else { Ok(None) };
        };
        let bound = self.nodes.iter().map(|node| node.bound).fold(worth, f64::max);
        Ok(Some(Best {
            plan: plan.among(&self.candidates),
            worth,
            bound,
            proven: self.nodes.is_empty(),
            evaluations: self.evaluations,
        }))
    }

    /// Evaluations of the plant so far, those with differences included.
    pub const fn evaluations(&self) -> u64 {
        self.evaluations
    }

    /// Searches to the end.
    ///
    /// # Errors
    /// No plan meets what is asked.
    pub fn finish(mut self) -> Result<Best, Impossible> {
        while !self.advance(1024) {}
        self.best()?.ok_or(Impossible::Payback)
    }

    fn cost(&self, set: MeasureSet) -> f64 {
        set.iter().filter_map(|candidate| self.costs.get(candidate)).sum()
    }

    /// What is left of `open` when rivals and what the budget has no room for are gone.
    fn still_open(&self, taken: MeasureSet, open: MeasureSet) -> MeasureSet {
        let left = self.budget - self.cost(taken);
        let fits = |candidate: usize| self.costs.get(candidate).is_none_or(|cost| *cost <= left);
        let rival = |candidate: usize| {
            self.rivals.get(candidate).is_some_and(|rivals| taken.iter().any(|other| rivals.contains(other)))
        };
        open.iter().filter(|&candidate| fits(candidate) && !rival(candidate)).collect()
    }

    /// Worth towards the goal, and what is left towards the payback limit.
    fn worth(&mut self, set: MeasureSet) -> (f64, f64) {
        let model = self.model;
        model.evaluate(set.among(&self.candidates), &mut self.scratch);
        self.evaluations += 1;
        let saving = self.before.minus(&self.scratch.flows.totals);
        let money = &model.lowered.money;
        let grant = (self.cost(set) * money.grant_share).min(money.grant_cap);
        let value = |worth: &Worth| {
            let fixed: f64 = set.iter().map(|candidate| worth.fixed(candidate)).sum();
            worth.saved(&saving) - fixed + worth.grant(grant)
        };
        (value(&self.goal), self.payback.as_ref().map_or(0.0, value))
    }

    /// Remembers a plan if it is the best that meets the limits.
    fn consider(&mut self, set: MeasureSet, (worth, left): (f64, f64)) {
        // Doing nothing needs no payback.
        let in_time = left >= 0.0 || set.is_empty();
        let better = self.best.is_none_or(|(best, _)| worth > best + TOLERANCE * best.abs());
        if in_time && better {
            self.best = Some((worth, set));
        }
    }

    /// A good plan to start from: always the measure that adds most.
    fn climb(&mut self, mut taken: MeasureSet, mut open: MeasureSet) {
        let mut now = self.worth(taken);
        self.consider(taken, now);
        loop {
            let mut step: Option<((f64, f64), usize)> = None;
            for candidate in open.iter() {
                let next = self.worth(taken.with(candidate));
                self.consider(taken.with(candidate), next);
                if next.0 > now.0 && step.is_none_or(|(best, _)| next.0 > best.0) {
                    step = Some((next, candidate));
                }
            }
            let Some((next, candidate)) = step else { return };
            (now, taken) = (next, taken.with(candidate));
            open = self.still_open(taken, open.without(candidate));
        }
    }

    fn beaten(&self, bound: f64) -> bool {
        self.best.is_some_and(|(best, _)| bound <= best + TOLERANCE * best.abs())
    }

    fn visit(&mut self, node: Node) {
        if self.beaten(node.bound) {
            return;
        }
        let now = self.worth(node.taken);
        self.consider(node.taken, now);
        let mut node = node;
        loop {
            if node.open.len() <= FEW {
                self.exhaust(node);
                return;
            }
            let margins = self.margins(&node);
            let (bound, branch) = self.bound(&node, now, &margins);
            node.bound = bound.min(node.bound);
            if self.beaten(node.bound) {
                return;
            }
            let open = without_harm(node.open, &margins);
            if let Some(gain) = self.sure_gain(open, &margins) {
                let taken = node.taken.with(gain);
                let open = self.still_open(taken, open.without(gain));
                self.nodes.push(Node { taken, open, ..node });
                return;
            }
            if open == node.open {
                self.branch(node, branch);
                return;
            }
            // Fewer candidates make the bounds narrower.
            node.open = open;
        }
    }

    /// All plans of a node, one by one.
    fn exhaust(&mut self, node: Node) {
        let open: Vec<usize> = node.open.iter().collect();
        for chosen in MeasureSet::subsets(open.len()).skip(1) {
            let chosen = chosen.among(&open);
            let alone = |one: usize| {
                self.rivals.get(one).is_none_or(|rivals| !chosen.iter().any(|other| rivals.contains(other)))
            };
            let set: MeasureSet = node.taken.iter().chain(chosen.iter()).collect();
            if chosen.iter().all(alone) && self.cost(set) <= self.budget {
                let worth = self.worth(set);
                self.consider(set, worth);
            }
        }
    }

    fn margins(&mut self, node: &Node) -> Vec<Margin> {
        let mut found = Vec::with_capacity(node.open.len());
        for candidate in node.open.iter() {
            let rivals = self.rivals.get(candidate).copied().unwrap_or_default();
            let others = rivals.iter().fold(node.open.without(candidate), MeasureSet::without);
            let totals = self.margins.of(self.model, candidate, node.taken, others);
            self.evaluations += 1;
            let grant =
                self.model.lowered.money.grant_share * self.costs.get(candidate).copied().unwrap_or_default();
            let goal = margin(&self.goal, candidate, totals);
            let payback = self
                .payback
                .as_ref()
                .map_or(0.0, |worth| margin(worth, candidate, totals).high + worth.grant(grant));
            found.push(Margin {
                candidate,
                low: goal.low,
                high: goal.high + self.goal.grant(grant),
                payback,
            });
        }
        found
    }

    /// The most that any plan of the node is worth, and the candidate to decide next.
    fn bound(&self, node: &Node, (worth, left): (f64, f64), margins: &[Margin]) -> (f64, usize) {
        let most = |value: fn(&Margin) -> f64| margins.iter().map(|m| value(m).max(0.0)).sum::<f64>();
        let first = margins.first().map_or(0, |margin| margin.candidate);
        if left + most(|margin| margin.payback) < 0.0 {
            return (f64::NEG_INFINITY, first);
        }
        let mut helpful: Vec<&Margin> = margins.iter().filter(|margin| margin.high > 0.0).collect();
        helpful.sort_by(|a, b| b.high.total_cmp(&a.high));
        let widest = helpful
            .iter()
            .max_by(|a, b| (a.high - a.low.min(0.0)).total_cmp(&(b.high - b.low.min(0.0))))
            .map_or(first, |margin| margin.candidate);
        let free = self.best_of_rivals(&helpful);
        let (within, split) = self.within_budget(node, &mut helpful);
        let bound = worth + free.min(within);
        // Rounding of the sums above.
        (bound + 1e-12 * (worth.abs() + free.abs()), split.unwrap_or(widest))
    }

    /// The most that can be added, whatever it costs: of candidates that all exclude each other only
    /// one can join, so the largest margin stands for them. Takes the margins in falling order.
    fn best_of_rivals(&self, helpful: &[&Margin]) -> f64 {
        let mut groups: Vec<MeasureSet> = Vec::new();
        let mut sum = 0.0;
        for margin in helpful {
            let rivals = self.rivals.get(margin.candidate).copied().unwrap_or_default();
            match groups.iter_mut().find(|group| group.iter().all(|other| rivals.contains(other))) {
                Some(group) => *group = group.with(margin.candidate),
                None => {
                    sum += margin.high;
                    groups.push(MeasureSet::one(margin.candidate));
                }
            }
        }
        sum
    }

    /// The most that can be added for the money left, were measures divisible, and the one that
    /// would be divided.
    fn within_budget(&self, node: &Node, helpful: &mut [&Margin]) -> (f64, Option<usize>) {
        let cost = |margin: &Margin| self.costs.get(margin.candidate).copied().unwrap_or_default();
        let mut left = self.budget - self.cost(node.taken);
        let mut sum = 0.0;
        helpful.sort_by(|a, b| (b.high * cost(a)).total_cmp(&(a.high * cost(b))));
        for margin in helpful.iter() {
            let cost = cost(margin);
            if cost > left {
                return (sum + margin.high * (left / cost), Some(margin.candidate));
            }
            left -= cost;
            sum += margin.high;
        }
        (sum, None)
    }

    /// A candidate that helps in every plan and takes neither budget nor payback nor place.
    fn sure_gain(&self, open: MeasureSet, margins: &[Margin]) -> Option<usize> {
        if self.budget.is_finite() || self.payback.is_some() {
            return None;
        }
        let free = |candidate: usize| {
            self.rivals.get(candidate).is_none_or(|rivals| !open.iter().any(|other| rivals.contains(other)))
        };
        let sure = margins.iter().find(|margin| margin.low >= 0.0 && open.contains(margin.candidate));
        sure.map(|margin| margin.candidate).filter(|&candidate| free(candidate))
    }

    fn branch(&mut self, node: Node, candidate: usize) {
        let rest = node.open.without(candidate);
        self.nodes.push(Node { open: rest, ..node });
        let taken = node.taken.with(candidate);
        self.nodes.push(Node { taken, open: self.still_open(taken, rest), bound: node.bound });
    }
}

/// `open` without those that help neither the goal nor the payback.
fn without_harm(open: MeasureSet, margins: &[Margin]) -> MeasureSet {
    let harmful = |margin: &&Margin| margin.high <= 0.0 && margin.payback <= 0.0;
    margins.iter().filter(harmful).fold(open, |open, margin| open.without(margin.candidate))
}
