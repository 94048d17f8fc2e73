//! What a plan is worth towards a goal: a weighted sum of what it saves, less what it costs.
//!
//! Net present value is linear in the first-year savings by stream, in the costs of the measures and in the
//! grant, loan and profits tax included; only the grant's cap bends it. So it is bounded measure by
//! measure.

use crate::assess::Model;
use crate::finance::{MONEY, Stream, Valuation};
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
    /// What a grant of one adds.
    grant: f64,
}

impl Worth {
    pub fn of_goal(model: &Model, candidates: &[usize], goal: Goal) -> Self {
        match goal {
            Goal::Saving(metric) => {
                Worth { weights: vec![(metric, 1.0)], fixed: vec![0.0; candidates.len()], grant: 0.0 }
            }
            Goal::Npv => {
                let valuation = Valuation::new(model, &model.lowered.money.terms);
                let cost = |&place: &usize| -valuation.measure(model, &model.lowered.params, place);
                Worth {
                    weights: valuation.weights().collect(),
                    fixed: candidates.iter().map(cost).collect(),
                    grant: valuation.grant(),
                }
            }
        }
    }

    /// What is left of the savings of `years` when the outlay is paid: not below zero where a plan
    /// pays back within them.
    pub fn of_payback(model: &Model, candidates: &[usize], years: f64) -> Self {
        let carbon = years * model.lowered.money.terms.carbon_price;
        let each = |(metric, stream)| (metric, if stream == Stream::Carbon { carbon } else { years });
        let p = &model.lowered.params;
        let cost = |&place: &usize| model.cost(p, place);
        Worth {
            weights: MONEY.into_iter().map(each).collect(),
            fixed: candidates.iter().map(cost).collect(),
            grant: 1.0,
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

    /// What a grant adds.
    pub fn grant(&self, grant: f64) -> f64 {
        self.grant * grant
    }

    /// What a grant of at most so much adds at least and at most.
    pub fn grant_bounds(&self, most: f64) -> (f64, f64) {
        let whole = self.grant(most);
        (whole.min(0.0), whole.max(0.0))
    }
}
