//! Net present value as a weighted sum: what hot loops use.
//!
//! The cash flows of a plan are linear in what it saves a year, in the cost of each measure and in its
//! grant; only the grant's cap bends them. So the present value of one unit of each is found once, by
//! the very [`cash_flows`] of an appraisal, and any number of plans and trials is then worth a
//! weighted sum, without allocation.

use super::flows::cash_flows;
use super::terms::{Investment, MONEY, Stream, Terms, YearlySaving};
use crate::assess::Model;
use crate::cashflow::npv;
use crate::metric::{Metric, Totals};
use crate::plant::Params;
use crate::scalar::{Scalar, sum};
use crate::set::MeasureSet;

/// What one unit is worth today, of all that a plan pays and saves.
#[derive(Clone, Debug)]
pub struct Valuation<S> {
    /// Of what is saved every year, in the order of [`MONEY`].
    saving: [S; MONEY.len()],
    /// Of the implementation cost of each measure of the catalogue, with replacements, residual value,
    /// loan and tax.
    purchase: Vec<S>,
    grant: S,
}

impl<S: Scalar> Valuation<S> {
    /// Finds the present values of one unit under these terms.
    pub fn new(model: &Model, terms: &Terms<S>) -> Self {
        let (zero, one, none) = (S::zero(), S::one(), YearlySaving::none());
        let worth = |investments: &[Investment<S>], grant: S, saving: &YearlySaving<S>| {
            npv(&cash_flows(investments, grant, saving, terms).total(), terms.discount_rate)
        };
        let lives = model.lowered.measures.iter().map(|entry| entry.life);
        Valuation {
            saving: MONEY.map(|(_, stream)| {
                let money = if stream == Stream::Carbon { terms.carbon_price } else { one };
                worth(&[], zero, &YearlySaving::one(stream, money))
            }),
            purchase: lives.map(|life| worth(&[Investment { cost: one, life }], zero, &none)).collect(),
            grant: worth(&[], one, &none),
        }
    }

    /// Net present value of the measures of `set` that save `saved` a year. `p` are the calibrated
    /// numbers of the plant as it is, which hold the costs.
    pub fn npv(&self, model: &Model, p: &Params<S>, set: MeasureSet, saved: &Totals<S>) -> S {
        let grant = model.grant(sum(set.iter().map(|place| model.cost(p, place))));
        let measures = set.iter().map(|place| self.measure(model, p, place));
        self.saved(saved) + self.grant * grant + sum(measures)
    }

    /// The present value of what is saved a year.
    pub fn saved(&self, saved: &Totals<S>) -> S {
        sum(self.weights().map(|(metric, weight)| weight * saved[metric]))
    }

    /// The metrics that are money, and what one unit of each saved every year is worth today.
    pub fn weights(&self) -> impl Iterator<Item = (Metric, S)> {
        MONEY.into_iter().map(|(metric, _)| metric).zip(self.saving)
    }

    /// What the purchases of a measure are worth; below zero unless a loan is cheaper than the discount
    /// rate by more than they cost.
    pub fn measure(&self, model: &Model, p: &Params<S>, place: usize) -> S {
        self.purchase.get(place).copied().unwrap_or_else(S::zero) * model.cost(p, place)
    }

    /// The present value of a grant of one.
    pub fn grant(&self) -> S {
        self.grant
    }
}
