//! The loops of the table of benchmarks, natively and in the browser's machine.
//!
//! Each has sizes that double, so that growth shows, and a limit kernel of which its cost is a multiple.

use std::hint::black_box;

use lantian_engine::assess::Scratch;
use lantian_engine::attribution::attribute;
use lantian_engine::best::{Ask, Goal, Search};
use lantian_engine::lower::lower;
use lantian_engine::metric::Metric;
use lantian_engine::portfolio::{Columns, Entry, HEAD, Summary};
use lantian_engine::set::MeasureSet;
use lantian_engine::uncertainty::{CHUNK, Study};

use crate::kernel::{Kernel, Trials};
use crate::lanes::Generic;
use crate::setup::Setup;

/// What a loop is, and what one item of it is.
#[derive(Debug)]
pub struct Loop {
    pub name: &'static str,
    /// What its size counts.
    pub size: &'static str,
    pub item: &'static str,
    pub sizes: &'static [usize],
    /// Items in a run of this size.
    pub items: fn(usize) -> usize,
    /// Place of its limit in [`LOOPS`]; an item is told as a multiple of the limit's.
    pub limit: usize,
    run: fn(&mut Loops, usize) -> f64,
}

const TRIALS: &[usize] = &[3 * CHUNK, 6 * CHUNK, 12 * CHUNK];
const MEASURES: &[usize] = &[6, 12, 24];
const SEED: u64 = 1;

pub const LOOPS: &[Loop] = &[
    Loop {
        name: "limit of an evaluation",
        size: "",
        item: "evaluation",
        sizes: &[1],
        items: one,
        limit: 0,
        run: |l, _| l.kernel.run(black_box(u64::MAX)),
    },
    Loop {
        name: "limit of trials",
        size: "trials",
        item: "trial",
        sizes: TRIALS,
        items: size,
        limit: 1,
        run: |l, n| l.trials.run(n),
    },
    Loop {
        name: "evaluation",
        size: "measures",
        item: "evaluation",
        sizes: MEASURES,
        items: one,
        limit: 0,
        run: Loops::evaluation,
    },
    Loop {
        name: "evaluation with money",
        size: "measures",
        item: "evaluation",
        sizes: MEASURES,
        items: one,
        limit: 0,
        run: Loops::money,
    },
    Loop {
        name: "lowering",
        size: "",
        item: "plant",
        sizes: &[1],
        items: one,
        limit: 0,
        run: Loops::lowering,
    },
    Loop {
        name: "exact shares",
        size: "measures",
        item: "evaluation",
        sizes: &[4, 8, 16],
        items: |n| 1 << n,
        limit: 0,
        run: Loops::shares,
    },
    Loop {
        name: "proven best plan",
        size: "measures",
        item: "plan",
        sizes: MEASURES,
        items: one,
        limit: 0,
        run: Loops::best,
    },
    Loop {
        name: "making trials ready",
        size: "measures alone",
        item: "plant",
        sizes: &[5, 10, 20],
        items: one,
        limit: 0,
        run: Loops::ready,
    },
    Loop {
        name: "trials",
        size: "trials",
        item: "trial",
        sizes: TRIALS,
        items: size,
        limit: 1,
        run: |l, n| l.study.finish(n).trials as f64,
    },
    Loop {
        name: "trials of more cases",
        size: "measures alone",
        item: "trial",
        sizes: &[5, 10, 20],
        items: |_| CHUNK,
        limit: 1,
        run: Loops::cases,
    },
    Loop {
        name: "trials by the generic engine",
        size: "trials",
        item: "trial",
        sizes: &[1024],
        items: size,
        limit: 1,
        run: |l, n| l.generic.run(&l.setup.model, n),
    },
    Loop {
        name: "portfolio",
        size: "plants",
        item: "plant",
        sizes: &[25, 50, 100],
        items: size,
        limit: 0,
        run: Loops::portfolio,
    },
];

fn one(_: usize) -> usize {
    1
}

fn size(size: usize) -> usize {
    size
}

/// Everything the loops need, made once.
#[derive(Debug)]
pub struct Loops {
    setup: Setup,
    scratch: Scratch,
    /// The first measures that apply.
    plans: Vec<(usize, MeasureSet)>,
    kernel: Kernel,
    trials: Trials,
    study: Study,
    /// With 5, 10 and 20 measures alone.
    studies: Vec<(usize, Study)>,
    generic: Generic,
    columns: Columns,
    rows: Vec<Vec<String>>,
}

impl Loops {
    /// `None` when the worked case does not load, or when the generic engine gives other results than the
    /// program of trials.
    pub fn new() -> Option<Self> {
        let setup = Setup::new()?;
        let scratch = setup.model.scratch();
        let study = |alone: usize| Study::new(&setup.model, setup.set, &setup.applicable(alone), SEED).ok();
        let studies = [5, 10, 20].map(|alone| study(alone).map(|study| (alone, study)));
        let studies = studies.into_iter().collect::<Option<Vec<_>>>()?;
        let study = study(10)?;
        let generic = Generic::new(&setup.model, &study, setup.set, &setup.applicable(10))?;
        let columns = Columns::new(HEAD.iter().copied()).ok()?;
        let rows = (0..100).map(row).collect();
        let (kernel, trials) = (Kernel::default(), Trials::default());
        let plan = |count: &usize| (*count, setup.applicable(*count).into_iter().collect());
        let plans = MEASURES.iter().map(plan).collect();
        Some(Loops { setup, scratch, plans, kernel, trials, study, studies, generic, columns, rows })
    }

    /// Runs a loop of this size so often; a figure, so that it has to be done.
    pub fn run(&mut self, place: usize, size: usize, times: u32) -> f64 {
        let Some(chosen) = LOOPS.get(place) else { return 0.0 };
        (0..times).map(|_| (chosen.run)(self, black_box(size))).sum()
    }

    fn evaluate(&mut self, set: MeasureSet) -> f64 {
        self.setup.model.evaluate(black_box(set), &mut self.scratch);
        self.scratch.flows.totals[Metric::Cost]
    }

    fn evaluation(&mut self, measures: usize) -> f64 {
        self.evaluate(self.plan(measures))
    }

    fn plan(&self, measures: usize) -> MeasureSet {
        let known = self.plans.iter().find(|(of, _)| *of == measures);
        known.map_or(MeasureSet::EMPTY, |(_, plan)| *plan)
    }

    fn money(&mut self, measures: usize) -> f64 {
        let set = self.plan(measures);
        self.evaluate(set);
        let saved = self.setup.before.minus(&self.scratch.flows.totals);
        self.setup.model.appraise(set, &saved).npv
    }

    fn lowering(&mut self, _: usize) -> f64 {
        lower(&self.setup.project).notices.len() as f64
    }

    fn shares(&mut self, measures: usize) -> f64 {
        let plan = self.setup.applicable(measures);
        let shares = attribute(plan.len(), |subset| {
            self.setup.model.evaluate(subset.among(&plan), &mut self.scratch);
            self.scratch.flows.totals
        });
        shares.first().map_or(0.0, |share| share.in_plan[Metric::Co2e])
    }

    /// For less than a third of what all candidates cost.
    fn best(&mut self, measures: usize) -> f64 {
        let model = &self.setup.model;
        let candidates = self.setup.applicable(measures);
        let all: f64 = candidates.iter().map(|&place| model.investment(place).cost).sum();
        let entries = model.lowered.measures.iter().enumerate();
        let others =
            entries.filter(|(place, _)| !candidates.contains(place)).map(|(_, entry)| entry.slots.id);
        let (goal, budget, payback) = (Goal::Npv, Some(0.3 * all), None);
        let ask = Ask { goal, budget, payback, required: Vec::new(), forbidden: others.collect() };
        Search::new(model, &ask).and_then(Search::finish).map_or(0.0, |best| best.worth)
    }

    fn ready(&mut self, alone: usize) -> f64 {
        let Setup { model, set, .. } = &self.setup;
        let study = Study::new(model, *set, &self.setup.applicable(alone), SEED);
        study.map_or(0.0, |study| study.operations() as f64)
    }

    fn cases(&mut self, alone: usize) -> f64 {
        let study = self.studies.iter().find(|(of, _)| *of == alone);
        study.map_or(0.0, |(_, study)| study.finish(CHUNK).trials as f64)
    }

    /// Rows of a table: read, computed with every measure alone, summed up.
    fn portfolio(&mut self, plants: usize) -> f64 {
        let mut summary = Summary::default();
        for row in self.rows.iter().take(plants) {
            let project = self.columns.project(row.iter().map(String::as_str));
            if let Ok(Ok(entry)) = project.map(|project| Entry::new(&project).0) {
                summary.add(&entry);
            }
        }
        summary.plants() as f64
    }
}

/// A company of a table: dyeing, plastics or electroplating, with power, gas and water.
fn row(number: usize) -> Vec<String> {
    let sector =
        ["textile_dyeing", "plastics", "electroplating"].get(number % 3).copied().unwrap_or_default();
    let cell = |column: &&str| match *column {
        "id" => format!("plant {number}"),
        "sector" => sector.to_owned(),
        "region" => "cn_prd".to_owned(),
        "year" => "2024".to_owned(),
        "employees" => (20 + number * 7).to_string(),
        "electricity_kwh" => (400_000 + number * 30_000).to_string(),
        "natural_gas_m3" => (50_000 + number * 2_000).to_string(),
        "water_m3" => (20_000 + number * 500).to_string(),
        _ => String::new(),
    };
    HEAD.iter().map(cell).collect()
}
