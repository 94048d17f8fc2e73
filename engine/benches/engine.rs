//! Speed of the engine on the worked dyeing mill.
//!
//! Budgets: one evaluation of the plant with its ticked upgrades 5 µs at most, 1 µs as the goal,
//! without allocation (`tests/allocation.rs`); exact shares of 16 upgrades in 100 ms; the proven best
//! of 24 upgrades in 1 s. Read times as multiples of `limit/kernel` of the same run.
#![expect(clippy::expect_used, reason = "a benchmark")]

mod kernel;
mod setup;

use std::hint::black_box;
use std::time::Duration;

use criterion::{Criterion, criterion_group, criterion_main};
use kernel::Kernel;
use lantian_engine::assess::{Depth, assess};
use lantian_engine::attribution::attribute;
use lantian_engine::best::{Ask, Goal, Search};
use lantian_engine::explain::{Case, explain};
use lantian_engine::lower::lower;
use lantian_engine::metric::Metric;
use lantian_engine::set::MeasureSet;
use setup::Setup;

fn limit(c: &mut Criterion) {
    let mut kernel = Kernel::default();
    c.bench_function("limit/kernel", |b| b.iter(|| kernel.run(black_box(u64::MAX))));
}

fn evaluation(c: &mut Criterion) {
    let setup = Setup::new().expect("the case loads");
    let (model, mut scratch) = (&setup.model, setup.model.scratch());
    c.bench_function("evaluate/base", |b| {
        b.iter(|| {
            model.evaluate(black_box(MeasureSet::EMPTY), &mut scratch);
            scratch.flows.totals[Metric::Cost]
        });
    });
    c.bench_function("evaluate/plan", |b| {
        b.iter(|| {
            model.evaluate(black_box(setup.set), &mut scratch);
            scratch.flows.totals[Metric::Cost]
        });
    });
    model.evaluate(MeasureSet::EMPTY, &mut scratch);
    let before = scratch.flows.totals;
    c.bench_function("evaluate/plan_with_money", |b| {
        b.iter(|| {
            model.evaluate(black_box(setup.set), &mut scratch);
            model.appraise(setup.set, &before.minus(&scratch.flows.totals))
        });
    });
}

fn shares(c: &mut Criterion) {
    let setup = Setup::new().expect("the case loads");
    let (model, mut scratch) = (&setup.model, setup.model.scratch());
    let plan = setup.applicable(16);
    assert_eq!(plan.len(), 16);
    c.bench_function("shapley/16", |b| {
        b.iter(|| {
            attribute(plan.len(), |subset| {
                model.evaluate(subset.among(&plan), &mut scratch);
                scratch.flows.totals
            })
        });
    });
}

/// The proven best of 24 interacting candidates, for a third of what they all cost.
fn best(c: &mut Criterion) {
    let setup = Setup::new().expect("the case loads");
    let model = &setup.model;
    let places = setup.applicable(24);
    assert_eq!(places.len(), 24);
    let cost: f64 = places.iter().map(|&place| model.investment(place).cost).sum();
    let others = model.lowered.measures.iter().enumerate().filter(|(place, _)| !places.contains(place));
    let ask = Ask {
        goal: Goal::Npv,
        budget: Some(cost / 3.0),
        payback: None,
        required: Vec::new(),
        forbidden: others.map(|(_, entry)| entry.slots.id).collect(),
    };
    c.bench_function("best/24", |b| {
        b.iter(|| Search::new(model, black_box(&ask)).expect("possible").finish().expect("found").worth);
    });
}

fn whole(c: &mut Criterion) {
    let setup = Setup::new().expect("the case loads");
    c.bench_function("lower", |b| b.iter(|| lower(black_box(&setup.project))));
    c.bench_function("assess/quick", |b| b.iter(|| assess(black_box(&setup.project), Depth::Quick)));
    c.bench_function("assess/full", |b| b.iter(|| assess(black_box(&setup.project), Depth::Full)));
    c.bench_function("explain/co2e_saved", |b| {
        b.iter(|| explain(&setup.model, setup.set, black_box(Metric::Co2e), Case::Saving));
    });
}

criterion_group! {
    name = benches;
    config = Criterion::default()
        .sample_size(50)
        .warm_up_time(Duration::from_millis(500))
        .measurement_time(Duration::from_secs(2));
    targets = limit, evaluation, shares, best, whole
}
criterion_main!(benches);
