//! What a plan is worth towards a goal: a weighted sum of what it saves, less what it costs.
//!
//! Net present value is linear in the first-year savings by carrier and in the costs of the measures;
//! only the grant's cap bends it. So it is bounded measure by measure.

use crate::assess::Model;
use crate::finance::{MONEY, Valuation};
use crate::metric::{Metric, Totals};
use crate::scalar::Scalar;

/// What a plan is to do most of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum Goal {
    /// Net present value, money of the project.
    Npv,
    /// What is saved of a figure in a year, in its unit.
    Saving(Metric),
}

/// A weighted sum of savings less a cost for each measure.
#[derive(Clone, Debug)]
pub(super) struct Worth {
    weights: Vec<(Metric, f64)>,
    /// For each candidate.
    fixed: Vec<f64>,
    /// Whether a grant adds to it.
    granted: bool,
}

impl Worth {
    pub fn of_goal(model: &Model, candidates: &[usize], goal: Goal) -> Self {
        match goal {
            Goal::Saving(metric) => {
                Worth { weights: vec![(metric, 1.0)], fixed: vec![0.0; candidates.len()], granted: false }
            }
            Goal::Npv => {
                let valuation = Valuation::new(model, &model.lowered.money.terms);
                let cost = |&place: &usize| -valuation.measure(model, &model.lowered.params, place);
                Worth {
                    weights: valuation.weights().collect(),
                    fixed: candidates.iter().map(cost).collect(),
                    granted: true,
                }
            }
        }
    }

    /// What is left of the savings of `years` when the outlay is paid: not below zero where a plan
    /// pays back within them.
    pub fn of_payback(model: &Model, candidates: &[usize], years: f64) -> Self {
        let each = [years, years, years, years, years * model.lowered.money.carbon_price, years, years];
        let p = &model.lowered.params;
        let cost = |&place: &usize| model.cost(p, place);
        Worth {
            weights: MONEY.into_iter().zip(each).collect(),
            fixed: candidates.iter().map(cost).collect(),
            granted: true,
        }
    }

    /// The weighted sum of savings.
    pub fn saved<S: Scalar>(&self, saving: &Totals<S>) -> S {
        self.weights
            .iter()
            .fold(S::zero(), |sum, &(metric, weight)| sum + S::constant(weight) * saving[metric])
    }

    /// What a candidate costs.
    pub fn fixed(&self, candidate: usize) -> f64 {
        self.fixed.get(candidate).copied().unwrap_or(0.0)
    }

    /// The grant as far as it counts here.
    pub fn grant(&self, grant: f64) -> f64 {
        if self.granted { grant } else { 0.0 }
    }
}
