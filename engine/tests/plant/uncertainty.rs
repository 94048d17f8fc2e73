//! Ranges: each trial is an evaluation, bills stay true in it, and known distributions come out.

use crate::common::{cases, model, near};
use crate::random;
use lantian_engine::assess::Model;
use lantian_engine::calibrate::calibrate;
use lantian_engine::edit::apply;
use lantian_engine::evaluate::evaluate;
use lantian_engine::flows::Flows;
use lantian_engine::lower::{Lowered, lower};
use lantian_engine::measures::missing;
use lantian_engine::metric::{Metric, Totals};
use lantian_engine::notice::{NoticeKind, ProblemKind};
use lantian_engine::plant::Params;
use lantian_engine::project::{Bill, Project, Site};
use lantian_engine::scalar::Scalar;
use lantian_engine::set::MeasureSet;
use lantian_engine::uncertainty::{CHUNK, CYCLE, Case, Figure, HEADLINES, Identity, Source, Study};
use proptest::prelude::*;

const SEED: u64 = 7;

fn applicable(model: &Model) -> Vec<usize> {
    let entries = model.lowered.measures.iter().enumerate();
    let applies = entries.filter(|(_, e)| missing(e.slots.id, &model.lowered.plant).is_none());
    applies.map(|(place, _)| place).collect()
}

fn plan(model: &Model) -> MeasureSet {
    let on = |place: &usize| model.lowered.measures[*place].on;
    applicable(model).into_iter().filter(on).collect()
}

fn study(model: &Model) -> Study {
    let alone: Vec<usize> = applicable(model).into_iter().take(10).collect();
    Study::new(model, plan(model), &alone, SEED).unwrap()
}

/// The plant in one trial, computed the ordinary way.
fn evaluated(model: &Model, given: &Params<f64>, set: MeasureSet) -> (Params<f64>, Flows<f64>) {
    let plant = &model.lowered.plant;
    let mut params = given.clone();
    calibrate(plant, &mut params);
    let lowered = Lowered { params: params.clone(), ..model.lowered.clone() };
    let drawn = Model::new(lowered);
    let mut work = params.clone();
    let chosen = drawn.edits.iter().enumerate().filter(|(place, _)| set.contains(*place)).map(|(_, e)| e);
    apply(&mut work, &chosen);
    let mut flows = Flows::new(plant);
    evaluate(plant, &work, &mut flows);
    (params, flows)
}

/// Every figure of a trial is that of an ordinary evaluation with the numbers drawn, to rounding of the
/// order of sums, and the bills are what they are in each.
fn trials_are_evaluations(model: &Model, trials: &[usize]) {
    let set = plan(model);
    let study = study(model);
    for &trial in trials {
        let given = study.given(model, trial);
        let (params, before) = evaluated(model, &given, MeasureSet::EMPTY);
        let (_, after) = evaluated(model, &given, set);
        let saved = before.totals.minus(&after.totals);
        for (figure, value) in study.trial(trial) {
            let compare = |totals: &Totals<f64>, metric: Metric| {
                let scale = before.totals[metric].abs().max(after.totals[metric].abs()).max(1e-9);
                let off = (value - totals[metric]).abs();
                assert!(off <= 1e-9 * scale, "{figure:?} of trial {trial}: {value} for {}", totals[metric]);
            };
            match figure {
                Figure::Yearly(Case::Before, metric) => compare(&before.totals, metric),
                Figure::Yearly(Case::After, metric) => compare(&after.totals, metric),
                Figure::Yearly(Case::Plan, metric) => compare(&saved, metric),
                Figure::Yearly(Case::Alone(_), _) | Figure::Npv(_) => {
                    assert!(value.is_finite(), "{figure:?} of trial {trial}: {value}");
                }
            }
        }
        for (place, supply) in model.lowered.plant.supplies.iter().enumerate() {
            let bill = params[supply.quantity] * params[supply.content];
            let used = before.carrier[place];
            assert!(
                (used - bill).abs() <= 1e-9 * bill.abs().max(1.0),
                "{used} of {:?} for {bill}",
                supply.carrier
            );
        }
    }
}

#[test]
fn trials_of_the_worked_cases_are_evaluations() {
    for (_, project) in cases() {
        trials_are_evaluations(&model(&project), &[0, 1, 500, CYCLE + 77]);
    }
}

proptest! {
    #![proptest_config(random::often(24))]
    #[test]
    fn trials_of_random_plants_are_evaluations(project in random::project()) {
        if let Ok(lowered) = lower(&project).result {
            trials_are_evaluations(&Model::new(*lowered), &[0, 63, 64, 1023]);
        }
    }
}

/// Whoever computes the chunks: joined in their order they are one result, to the last digit.
#[test]
fn chunks_join_to_the_same_digits() {
    let model = model(&cases()[0].1);
    let study = study(&model);
    let whole = study.finish(3 * CHUNK);
    assert_eq!(whole.trials as usize, 3 * CHUNK);
    // The last chunk first, each in rows of its own.
    let mut chunks: Vec<_> = (0..3).rev().map(|chunk| study.chunk(chunk, &mut study.workspace())).collect();
    let mut joined = chunks.pop().unwrap();
    for chunk in chunks.iter().rev() {
        joined.merge(chunk);
    }
    assert_eq!(study.ranges(&joined), whole);
    // Another seed draws other trials, but not another plant: the middle moves by less than a hundredth
    // of the spread.
    let other = Study::new(&model, plan(&model), &[], 8).unwrap().finish(3 * CHUNK);
    let figure = Figure::Yearly(Case::Plan, Metric::Co2e);
    let (one, other) = (whole.of(figure).unwrap(), other.of(figure).unwrap());
    assert_ne!(one, other);
    assert!((one.p50 - other.p50).abs() < 0.02 * (one.p90 - one.p10));
}

/// Fine dust is part of the coarse: the factors of both go up and down together, and in no trial is the fine
/// one above the other.
#[test]
fn fine_dust_is_drawn_with_the_coarse() {
    let mut pairs = 0;
    for (_, project) in cases() {
        let model = model(&project);
        let study = study(&model);
        let factor = |name: &str| {
            let is = |identity| matches!(identity, Identity::Fact(id) if id.slug() == name);
            study.sources.iter().find(|source| is(source.identity))
        };
        for fine in &study.sources {
            let Identity::Fact(id) = fine.identity else { continue };
            let Some(stem) = id.slug().strip_suffix("pm25") else { continue };
            let Some(coarse) = factor(&format!("{stem}pm10")) else { continue };
            pairs += 1;
            for trial in [0, 7, 99, 500, 1023, 3000] {
                let given = study.given(&model, trial);
                let drawn = |source: &Source| given[source.slots[0]];
                let high = |source: &Source| drawn(source) > model.lowered.given[source.slots[0]];
                assert_eq!(high(fine), high(coarse), "{} in trial {trial}", id.slug());
                assert!(drawn(fine) <= drawn(coarse) * (1.0 + 1e-12), "{} in trial {trial}", id.slug());
            }
        }
    }
    assert!(pairs > 3, "{pairs}");
}

/// Every figure has its three percentiles in order, and the same seed gives the same again.
#[test]
fn ranges_are_ordered() {
    for (name, project) in cases() {
        let model = model(&project);
        let ranges = study(&model).finish(1);
        assert_eq!(ranges, study(&model).finish(1));
        assert!(ranges.figures.len() > 3 * HEADLINES.len());
        for (figure, range) in &ranges.figures {
            assert!(range.p10 <= range.p50 && range.p50 <= range.p90, "{name} {figure:?} {range:?}");
            assert!((0.0..=1.0).contains(&range.positive));
            let counted: u64 = range.bars.iter().copied().map(u64::from).sum();
            assert!(range.bars.is_empty() || counted == ranges.trials);
        }
    }
}

/// An office that buys electricity and water alone, so that its cost is 1,000,000 × 1.0 + 40,000 × 10.
fn office() -> Project {
    let mut project = Project::new();
    project.site = Site {
        sector: "hk_office".to_owned(),
        region: "hk_clp".to_owned(),
        hours: Some(3000.0),
        ..Site::default()
    };
    let bill = |carrier: &str, amount: f64, unit: &str, price: f64| Bill {
        carrier: carrier.to_owned(),
        amount: Some(amount),
        unit: unit.to_owned(),
        price: Some(price),
        ..Bill::default()
    };
    project.bills.push(bill("electricity", 1e6, "kwh", 1.0));
    project.bills.push(bill("water", 4e4, "m3", 10.0));
    "hkd".clone_into(&mut project.finance.currency);
    project
}

/// ± 20 % of the electricity price alone. The bounds hold 95 % on a log-normal scale on each side of the
/// median, so P90 is exp(1.281552 / 1.959964 × ln 1.2) = exp(0.653865 × 0.182322) = 1.126617 times and
/// P10 exp(0.653865 × ln 0.8) = exp(−0.653865 × 0.223144) = 0.864224 times 1,000,000.
#[test]
fn a_single_range_comes_out_as_it_went_in() {
    let mut project = office();
    project.bills[0].plus_minus.insert("price".to_owned(), 20.0);
    let model = model(&project);
    let study = Study::new(&model, MeasureSet::EMPTY, &[], SEED).unwrap();
    let ranges = study.finish(CHUNK);
    let cost = ranges.of(Figure::Yearly(Case::Before, Metric::Cost)).unwrap();
    near(cost.p10, 400_000.0 + 864_224.0, 1e-3);
    near(cost.p50, 1_400_000.0, 1e-3);
    near(cost.p90, 400_000.0 + 1_126_617.0, 1e-3);
}

/// The amount of electricity and its price, ± 20 % each, make its cost together: half the spread comes
/// from each (the product of independent factors has equal first-order indices, and a little beyond).
#[test]
fn the_spread_is_traced_to_what_makes_it() {
    let mut project = office();
    project.bills[0].plus_minus.insert("price".to_owned(), 20.0);
    project.bills[0].plus_minus.insert("amount".to_owned(), 20.0);
    let model = model(&project);
    let ranges = Study::new(&model, MeasureSet::EMPTY, &[], SEED).unwrap();
    let said = |place: usize| match ranges.sources[place].identity {
        Identity::Said(field) => Some(field.name),
        _ => None,
    };
    let found = ranges.finish(2 * CHUNK);
    // Emissions follow the amount alone.
    let (_, of_co2e) = &found.influences[0];
    assert_eq!(found.influences[0].0, Figure::Yearly(Case::Before, Metric::Co2e));
    assert_eq!(said(of_co2e[0].source), Some("amount"));
    assert!(of_co2e[0].share > 0.9, "{of_co2e:?}");
}

#[test]
fn ranges_of_what_is_not_there_and_of_what_cannot_be_are_told() {
    let mut project = office();
    project.bills[0].plus_minus.insert("sulphur".to_owned(), 5.0);
    let notices = lower(&project).notices;
    assert!(notices.iter().any(|n| n.kind == NoticeKind::RangeUnused { name: "sulphur".to_owned() }));
    for wrong in [-5.0, 96.0, f64::NAN, f64::INFINITY] {
        let mut project = office();
        project.bills[0].plus_minus.insert("price".to_owned(), wrong);
        let problems = lower(&project).result.unwrap_err();
        assert_eq!((problems[0].field.part, problems[0].field.name), ("bill", "plus_minus"));
        assert!(matches!(problems[0].kind, ProblemKind::OutOfRange { .. }));
    }
}

/// What lies behind the histograms: an exact count of a study with two inputs against sorting.
#[test]
fn percentiles_of_histograms_are_those_of_the_trials() {
    let model = model(&cases()[0].1);
    let study = study(&model);
    let ranges = study.finish(1);
    let figure = Figure::Yearly(Case::Plan, Metric::Co2e);
    let value = |trial: usize| study.trial(trial).into_iter().find(|(of, _)| *of == figure).unwrap().1;
    let mut values: Vec<f64> = (0..CHUNK).step_by(CHUNK / CYCLE).map(value).collect();
    values.sort_by(f64::total_cmp);
    let range = ranges.of(figure).unwrap();
    // A sample of 1,024: its median lies within some 4 standard errors, 4 × 1.25 σ/√1024, of the whole's.
    let sigma = (range.p90 - range.p10) / 2.563;
    let median = values[values.len() / 2];
    assert!(
        (median - range.p50).abs() < 4.0 * 1.25 * sigma / Scalar::powf(1024.0, 0.5),
        "{median} {range:?}"
    );
}
