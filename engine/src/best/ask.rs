//! What is asked of the search for the best plan, and what it answers.

use super::worth::Goal;
use crate::data::MeasureId;
use crate::set::MeasureSet;
use serde::{Deserialize, Serialize};

/// What is wanted, and within what limits. Money is that of the project.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Ask {
    pub goal: Goal,
    /// Largest implementation cost, before grants.
    pub budget: Option<f64>,
    /// Longest simple payback of the whole plan, years.
    pub payback: Option<f64>,
    /// Measures that must be in the plan.
    pub required: Vec<MeasureId>,
    /// Measures that must not be; any other that applies may.
    pub forbidden: Vec<MeasureId>,
}

/// Why no plan meets what is asked.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Impossible {
    /// A required measure has nothing to act on in this plant.
    NotApplicable(MeasureId),
    /// A measure is required and forbidden.
    Forbidden(MeasureId),
    /// Two required measures act on the same equipment.
    Excluded(MeasureId, MeasureId),
    /// The required measures alone cost more (their cost).
    Budget(f64),
    /// No plan with the required measures pays back in time.
    Payback,
    /// A limit is not a number above zero.
    Limit,
}

/// The best plan known so far.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Best {
    /// Places in the catalogue.
    pub plan: MeasureSet,
    /// What it is worth towards the goal, against doing nothing.
    pub worth: f64,
    /// No plan is worth more than this.
    pub bound: f64,
    /// The search has ended: nothing is better than this plan.
    pub proven: bool,
    /// Evaluations of the plant, those with differences included.
    pub evaluations: u64,
}
