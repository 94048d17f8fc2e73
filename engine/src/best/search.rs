//! The search itself: which plans are looked at, in which order, and what is known on the way.

use super::TOLERANCE;
use super::ask::{Ask, Best, Impossible};
use super::bound::without_harm;
use super::margins::Margins;
use super::worth::Worth;
use crate::assess::{Model, Scratch, excludes};
use crate::data::MeasureId;
use crate::measures::missing;
use crate::metric::Totals;
use crate::set::MeasureSet;

/// Nodes with so few open candidates are searched plan by plan: that is faster than bounding them.
const FEW: usize = 6;

/// A partly decided plan; sets of candidates by their number.
#[derive(Clone, Copy, Debug)]
pub(super) struct Node {
    pub taken: MeasureSet,
    pub open: MeasureSet,
    pub bound: f64,
}

/// A search that can be advanced step by step, watched and given up.
#[derive(Debug)]
pub struct Search<'a> {
    pub(super) model: &'a Model,
    /// Places in the catalogue.
    candidates: Vec<usize>,
    /// For each candidate those that exclude it.
    pub(super) rivals: Vec<MeasureSet>,
    pub(super) costs: Vec<f64>,
    pub(super) goal: Worth,
    pub(super) payback: Option<Worth>,
    pub(super) budget: f64,
    before: Totals<f64>,
    scratch: Scratch,
    pub(super) margins: Margins,
    nodes: Vec<Node>,
    best: Option<(f64, MeasureSet)>,
    pub(super) evaluations: u64,
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
        // A budget for everything is no limit.
        let costs: Vec<f64> = candidates.iter().map(|&place| model.investment(place).cost).collect();
        let dearest: f64 = costs.iter().sum();
        let mut search = Search {
            budget: ask.budget.filter(|budget| *budget < dearest).unwrap_or(f64::INFINITY),
            costs,
            goal: Worth::of_goal(model, &candidates, ask.goal),
            payback: ask.payback.map(|years| Worth::of_payback(model, &candidates, years)),
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

    /// Takes a plan as known, so that only better ones are looked for. It keeps all but the budget of what
    /// is asked; one that costs more is passed over.
    pub(super) fn suggest(&mut self, plan: MeasureSet) {
        let numbered = self.candidates.iter().enumerate().filter(|(_, place)| plan.contains(**place));
        let set: MeasureSet = numbered.map(|(number, _)| number).collect();
        if self.cost(set) <= self.budget {
            let worth = self.worth(set);
            self.consider(set, worth);
        }
    }

    /// Implementation cost of a plan, places in the catalogue.
    pub(super) fn cost_of(&self, plan: MeasureSet) -> f64 {
        plan.iter().map(|place| self.model.investment(place).cost).sum()
    }

    /// Implementation cost of all candidates together.
    pub(super) fn dearest(&self) -> f64 {
        self.costs.iter().sum()
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

    pub(super) fn cost(&self, set: MeasureSet) -> f64 {
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
        let grant = model.grant(self.cost(set));
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

    fn branch(&mut self, node: Node, candidate: usize) {
        let rest = node.open.without(candidate);
        self.nodes.push(Node { open: rest, ..node });
        let taken = node.taken.with(candidate);
        self.nodes.push(Node { taken, open: self.still_open(taken, rest), bound: node.bound });
    }
}
