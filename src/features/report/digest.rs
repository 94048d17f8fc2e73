//! What takes the engine a moment to read off: the factors behind all figures, and which inputs
//! matter most. Computed when the browser is idle, once an answer.

use crate::features::why::{Register, register};
use crate::platform::timer;
use crate::state::{Answer, Answers};
use lantian_engine::assess::Outcome;
use lantian_engine::explain::{Case, Sensitivity, explain};
use lantian_engine::metric::Metric;
use lantian_engine::origin::Origin;
use lantian_engine::plant::Slot;
use lantian_engine::set::MeasureSet;
use leptos::prelude::*;
use std::collections::BTreeSet;
use std::sync::Arc;

/// Inputs that are named as worth measuring.
const LEVERS: usize = 5;

/// The digest of one answer.
#[derive(Clone, Debug)]
pub struct Digest {
    answer: Answer,
    /// Factors and defaults behind any figure of the report.
    pub register: Register,
    /// Defaults that could be measured, those that matter most first.
    pub levers: Vec<Sensitivity>,
    /// The levers move what the plan saves; without a plan, today's emissions.
    pub of_plan: bool,
}

impl PartialEq for Digest {
    fn eq(&self, other: &Self) -> bool {
        self.answer == other.answer
    }
}

impl Digest {
    /// `None` when the answer has no outcome.
    pub fn new(answer: Answer) -> Option<Self> {
        let outcome = answer.outcome.as_ref()?;
        let set = outcome.plan;
        let register = register(outcome, slots(outcome, set));
        let levers = levers(outcome, set);
        Some(Digest { register, levers, of_plan: !set.is_empty(), answer })
    }

    pub fn outcome(&self) -> Option<&Outcome> {
        self.answer.outcome.as_ref()
    }
}

/// Every number that any figure of today or of the plan depends on, costs included.
fn slots(outcome: &Outcome, set: MeasureSet) -> BTreeSet<Slot> {
    let model = &outcome.model;
    let mut found = BTreeSet::new();
    for &metric in Metric::ALL {
        if outcome.before.totals[metric] != 0.0 {
            found.extend(explain(model, set, metric, Case::Before).inputs);
        }
        if !set.is_empty() && outcome.after.totals[metric] != 0.0 {
            found.extend(explain(model, set, metric, Case::After).inputs);
        }
    }
    for (entry, measure) in model.lowered.measures.iter().zip(&outcome.measures) {
        if measure.counted {
            found.extend([entry.slots.size, entry.slots.coverage]);
            match entry.quote {
                Some(quote) => found.insert(quote),
                None => {
                    found.extend([entry.unit_cost, entry.slots.exchange]);
                    true
                }
            };
        }
    }
    found
}

fn levers(outcome: &Outcome, set: MeasureSet) -> Vec<Sensitivity> {
    let case = if set.is_empty() { Case::Before } else { Case::Saving };
    let slots = &outcome.model.lowered.plant.slots;
    let measurable = |slot: Slot| {
        slots.get(slot.index()).is_some_and(|info| match info.origin {
            // Constants of the sector tables have no field of their own.
            Origin::Sector(_, field) => field.part != "constant",
            Origin::Measure { changed: false, .. } | Origin::Suggested { .. } => true,
            _ => false,
        })
    };
    let all = explain(&outcome.model, set, Metric::Co2e, case).sensitivities;
    all.into_iter().filter(|found| measurable(found.slot)).take(LEVERS).collect()
}

/// The digest of the answer on screen, some moments after it. Call once, above those who read it.
pub fn follow(answers: Answers) -> ReadSignal<Option<Arc<Digest>>> {
    let (digest, set) = signal(None::<Arc<Digest>>);
    Effect::new(move |_| {
        let answer = answers.get();
        timer::idle(move || {
            // The page may be gone by then.
            let _ = set.try_set(Digest::new(answer).map(Arc::new));
        });
    });
    digest
}
