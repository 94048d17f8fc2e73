//! The engine's benchmarks in the browser's machine.
//!
//! The loops run on this side, because a call from JavaScript costs more than an evaluation; the
//! clock is read on the other. Plant and limit kernel are those of the native benchmarks.

#[path = "../../../engine/benches/kernel.rs"]
mod kernel;
#[path = "../../../engine/benches/setup.rs"]
mod setup;

use std::hint::black_box;

use kernel::Kernel;
use lantian_engine::assess::{Depth, Scratch, assess};
use lantian_engine::attribution::attribute;
use lantian_engine::best::{Ask, Goal, Search};
use lantian_engine::explain::{Case, explain};
use lantian_engine::metric::Metric;
use lantian_engine::set::MeasureSet;
use setup::Setup;
use wasm_bindgen::prelude::wasm_bindgen;

/// Everything the loops need, made once. Each loop returns a figure, so that it has to be run.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Bench {
    setup: Setup,
    scratch: Scratch,
    kernel: Kernel,
}

#[wasm_bindgen]
impl Bench {
    pub fn start() -> Option<Bench> {
        let setup = Setup::new()?;
        let scratch = setup.model.scratch();
        Some(Bench { setup, scratch, kernel: Kernel::default() })
    }

    pub fn kernel(&mut self, times: u32) -> f64 {
        (0..times).map(|_| self.kernel.run(black_box(u64::MAX))).sum()
    }

    /// The plan: its edits, the plant, all impacts.
    pub fn evaluate(&mut self, times: u32) -> f64 {
        (0..times).map(|_| self.plan()).sum()
    }

    /// The same with the appraisal.
    pub fn money(&mut self, times: u32) -> f64 {
        self.setup.model.evaluate(MeasureSet::EMPTY, &mut self.scratch);
        let before = self.scratch.flows.totals;
        let mut sum = 0.0;
        for _ in 0..times {
            self.plan();
            let saved = before.minus(&self.scratch.flows.totals);
            sum += self.setup.model.appraise(self.setup.set, &saved).npv;
        }
        sum
    }

    /// Exact shares of 16 upgrades.
    pub fn shapley(&mut self, times: u32) -> f64 {
        let plan = self.setup.applicable(16);
        let mut sum = 0.0;
        for _ in 0..times {
            let shares = attribute(plan.len(), |subset| {
                self.setup.model.evaluate(subset.among(&plan), &mut self.scratch);
                self.scratch.flows.totals
            });
            sum += shares.first().map_or(0.0, |share| share.in_plan[Metric::Co2e]);
        }
        sum
    }

    /// The proven best of 24 upgrades for less than a third of what all cost.
    pub fn best24(&mut self, times: u32) -> f64 {
        let model = &self.setup.model;
        let candidates = self.setup.applicable(24);
        let all: f64 = candidates.iter().map(|&place| model.investment(place).cost).sum();
        let entries = model.lowered.measures.iter().enumerate();
        let others =
            entries.filter(|(place, _)| !candidates.contains(place)).map(|(_, entry)| entry.slots.id);
        let (goal, budget, payback) = (Goal::Npv, Some(0.3 * all), None);
        let ask = Ask { goal, budget, payback, required: Vec::new(), forbidden: others.collect() };
        let worth =
            |_| Search::new(model, black_box(&ask)).and_then(Search::finish).map_or(0.0, |best| best.worth);
        (0..times).map(worth).sum()
    }

    /// What an entry of the user sets off at once.
    pub fn quick(&mut self, times: u32) -> f64 {
        let project = &self.setup.project;
        let npv = |_| assess(black_box(project), Depth::Quick).outcome.map_or(0.0, |o| o.appraisal.npv);
        (0..times).map(npv).sum()
    }

    pub fn explain(&mut self, times: u32) -> f64 {
        let Setup { model, set, .. } = &self.setup;
        (0..times).map(|_| explain(model, *set, black_box(Metric::Co2e), Case::Saving).value).sum()
    }
}

impl Bench {
    fn plan(&mut self) -> f64 {
        self.setup.model.evaluate(black_box(self.setup.set), &mut self.scratch);
        self.scratch.flows.totals[Metric::Cost]
    }
}
