//! The most that any plan of a node is worth.

use super::margins::margin;
use super::search::{Node, Search};
use crate::set::MeasureSet;

/// What an open candidate adds at least and at most.
#[derive(Clone, Copy, Debug)]
pub(super) struct Margin {
    pub candidate: usize,
    pub low: f64,
    pub high: f64,
    /// At most towards the payback limit.
    pub payback: f64,
}

impl Search<'_> {
    pub(super) fn margins(&mut self, node: &Node) -> Vec<Margin> {
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
            let (least, most) = self.goal.grant_bounds(grant);
            found.push(Margin { candidate, low: goal.low + least, high: goal.high + most, payback });
        }
        found
    }

    /// The most that any plan of the node is worth, and the candidate to decide next.
    pub(super) fn bound(&self, node: &Node, (worth, left): (f64, f64), margins: &[Margin]) -> (f64, usize) {
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
    pub(super) fn sure_gain(&self, open: MeasureSet, margins: &[Margin]) -> Option<usize> {
        if self.budget.is_finite() || self.payback.is_some() {
            return None;
        }
        let free = |candidate: usize| {
            self.rivals.get(candidate).is_none_or(|rivals| !open.iter().any(|other| rivals.contains(other)))
        };
        let sure = margins.iter().find(|margin| margin.low >= 0.0 && open.contains(margin.candidate));
        sure.map(|margin| margin.candidate).filter(|&candidate| free(candidate))
    }
}

/// `open` without those that help neither the goal nor the payback.
pub(super) fn without_harm(open: MeasureSet, margins: &[Margin]) -> MeasureSet {
    let harmful = |margin: &&Margin| margin.high <= 0.0 && margin.payback <= 0.0;
    margins.iter().filter(harmful).fold(open, |open, margin| open.without(margin.candidate))
}
