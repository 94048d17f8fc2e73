//! The explanation of a figure is the figure: same value, formulas that compute it, and
//! sensitivities that agree with changing the input.

use crate::common::{cases, model, near};
use crate::random::{often, project};
use lantian_engine::assess::Model;
use lantian_engine::calibrate::calibrate;
use lantian_engine::explain::{Case, Explanation, Term, explain};
use lantian_engine::lower::{Lowered, lower};
use lantian_engine::metric::Metric;
use lantian_engine::plant::Slot;
use lantian_engine::project::Project;
use lantian_engine::scalar::Scalar;
use lantian_engine::set::MeasureSet;
use lantian_engine::step::Step;
use proptest::prelude::*;
use std::collections::BTreeMap;

fn figure(model: &Model, set: MeasureSet, metric: Metric, case: Case) -> f64 {
    let mut scratch = model.scratch();
    let mut total = |set| {
        model.evaluate(set, &mut scratch);
        scratch.flows.totals[metric]
    };
    match case {
        Case::Before => total(MeasureSet::EMPTY),
        Case::After => total(set),
        Case::Saving => total(MeasureSet::EMPTY) - total(set),
    }
}

/// The measures that count in the project's plan.
fn counted(project: &Project) -> MeasureSet {
    crate::common::outcome(project, lantian_engine::assess::Depth::Quick).plan
}

/// Computes a formula from its parts; steps have been computed already.
fn compute(term: &Term, steps: &[f64]) -> f64 {
    let all = |parts: &[Term]| parts.iter().map(|part| compute(part, steps)).collect::<Vec<f64>>();
    let both = |a: &Term, b: &Term| (compute(a, steps), compute(b, steps));
    match term {
        Term::Given { value, .. } | Term::Fixed(value) => *value,
        Term::Step(place) => steps[*place],
        Term::Sum(parts) => all(parts).iter().sum(),
        Term::Product(parts) => all(parts).iter().product(),
        Term::Smallest(parts) => all(parts).into_iter().fold(f64::INFINITY, f64::min),
        Term::Largest(parts) => all(parts).into_iter().fold(f64::NEG_INFINITY, f64::max),
        Term::Difference(a, b) => {
            let (a, b) = both(a, b);
            a - b
        }
        Term::Quotient(a, b) => {
            let (a, b) = both(a, b);
            a / b
        }
        Term::Power(a, b) => {
            let (a, b) = both(a, b);
            Scalar::powf(a, b)
        }
        Term::Negative(a) => -compute(a, steps),
        Term::Exp(a) => Scalar::exp(compute(a, steps)),
        Term::Ln(a) => Scalar::ln(compute(a, steps)),
    }
}

/// Size of the numbers a formula adds and subtracts on the way, which rounding is measured by.
fn magnitude(term: &Term, steps: &[f64]) -> f64 {
    let largest = |parts: &[Term]| parts.iter().map(|p| magnitude(p, steps)).fold(0.0, f64::max);
    match term {
        Term::Sum(parts) | Term::Smallest(parts) | Term::Largest(parts) => largest(parts),
        Term::Difference(a, b) => magnitude(a, steps).max(magnitude(b, steps)),
        Term::Product(parts) => parts.iter().map(|p| magnitude(p, steps)).product(),
        Term::Quotient(a, b) => magnitude(a, steps) / compute(b, steps).abs(),
        _ => compute(term, steps).abs(),
    }
}

/// Every step's formula gives its value, given the values of the later steps it refers to. The size
/// is that of the figure in the base case: a plan may leave nothing of it but rounding.
#[track_caller]
fn assert_formulas(explanation: &Explanation, size: f64, what: &str) {
    let values: Vec<f64> = explanation.steps.iter().map(|s| s.value).collect();
    assert_eq!(values.first().map(|v| v.to_bits()), Some(explanation.value.to_bits()), "{what}");
    for (place, step) in explanation.steps.iter().enumerate() {
        lantian_engine::explain::references(&step.formula, &mut |other| {
            assert!(other > place && other < values.len(), "{what}: step {place} refers to {other}");
        });
        let (got, scale) = (compute(&step.formula, &values), magnitude(&step.formula, &values));
        assert!(
            (got - step.value).abs() <= 1e-9 * scale.max(step.value.abs()),
            "{what}: {:?} {place} is {} but its formula gives {got}: {:?}",
            step.step,
            step.value,
            step.formula
        );
    }
    // Re-computing from the last step upwards, with nothing but the inputs, ends at the figure.
    let mut steps = vec![f64::NAN; values.len()];
    for place in (0..values.len()).rev() {
        steps[place] = compute(&explanation.steps[place].formula, &steps);
    }
    let scale = explanation.steps.first().map_or(size, |s| magnitude(&s.formula, &values).max(size));
    assert!((steps[0] - explanation.value).abs() <= 1e-8 * scale.max(1e-12), "{what}: {}", steps[0]);
}

#[track_caller]
fn assert_explained(project: &Project, metrics: &[Metric]) {
    let model = model(project);
    let set = counted(project);
    for &metric in metrics {
        for case in [Case::Before, Case::After, Case::Saving] {
            let what = format!("{} {case:?}", metric.slug());
            let explanation = explain(&model, set, metric, case);
            let plain = figure(&model, set, metric, case);
            let scale = figure(&model, set, metric, Case::Before).abs().max(plain.abs());
            assert!(
                (explanation.value - plain).abs() <= 1e-12 * scale,
                "{what}: {} {plain}",
                explanation.value
            );
            assert_formulas(&explanation, scale, &what);
        }
    }
}

#[test]
fn every_figure_of_the_cases_is_explained() {
    for (_, project) in cases() {
        assert_explained(&project, Metric::ALL);
    }
}

proptest! {
    #![proptest_config(often(40))]

    #[test]
    fn any_figure_is_explained(project in project()) {
        assert_explained(&project, Metric::ALL);
    }
}

/// The plant with one given number changed, calibrated again.
fn changed(lowered: &Lowered, slot: Slot, factor: f64) -> Model {
    let mut lowered = lowered.clone();
    lowered.given[slot] *= factor;
    lowered.params = lowered.given.clone();
    calibrate(&lowered.plant, &mut lowered.params);
    Model::new(lowered)
}

/// Compares each sensitivity with the change that a slightly different input makes. Inputs that
/// sit on a kink (a limit just binding) have no derivative and are left out; they are counted.
fn compare(project: &Project, metric: Metric, case: Case) -> (usize, usize) {
    let lowered = lower(project).result.unwrap_or_else(|p| panic!("{p:?}"));
    let set = counted(project);
    let explanation = explain(&Model::new((*lowered).clone()), set, metric, case);
    let size =
        figure(&Model::new((*lowered).clone()), set, metric, Case::Before).abs().max(explanation.value.abs());
    let (mut compared, mut kinks) = (0, 0);
    for sensitivity in &explanation.sensitivities {
        let at = |factor: f64| figure(&changed(&lowered, sensitivity.slot, factor), set, metric, case);
        let middle = explanation.value;
        // Differences of nearby figures keep about twelve digits of the figure over the step. Left
        // and right slope agree once the step is so short that no limit lies within it.
        let slope = [1e-4, 1e-5, 1e-6].into_iter().find_map(|step| {
            let (left, right) = ((middle - at(1.0 - step)) / step, (at(1.0 + step) - middle) / step);
            let noise = size * 1e-11 / step;
            let agree = (left - right).abs() <= 1e-5 * left.abs().max(right.abs()) + noise;
            agree.then_some((f64::midpoint(left, right), noise))
        });
        let Some((central, noise)) = slope else {
            kinks += 1;
            continue;
        };
        let tolerance = 1e-5 * central.abs().max(sensitivity.effect.abs()) + noise;
        let info = lowered.plant.slots[sensitivity.slot.index()];
        assert!(
            (central - sensitivity.effect).abs() <= tolerance,
            "{} {case:?}: {} {:?}: {} by formula, {central} by difference",
            metric.slug(),
            info.name,
            info.origin,
            sensitivity.effect
        );
        compared += 1;
    }
    (compared, kinks)
}

#[test]
fn sensitivities_of_the_cases_agree_with_changed_inputs() {
    for (name, project) in cases() {
        for metric in [Metric::Co2e, Metric::Cost, Metric::Nox, Metric::So2, Metric::Water] {
            for case in [Case::Before, Case::After, Case::Saving] {
                let (compared, kinks) = compare(&project, metric, case);
                assert!(kinks * 10 <= compared, "{name} {}: {kinks} kinks of {compared}", metric.slug());
            }
        }
        assert!(compare(&project, Metric::Cost, Case::After).0 > 20, "{name}");
    }
}

proptest! {
    #![proptest_config(often(12))]

    #[test]
    fn sensitivities_of_any_plant_agree_with_changed_inputs(project in project()) {
        compare(&project, Metric::Co2e, Case::After);
        compare(&project, Metric::Cost, Case::After);
    }
}

/// The strongest input comes first, and an input without any effect is not listed.
#[test]
fn sensitivities_are_ranked() {
    let (_, project) = cases().remove(0);
    let explanation = explain(&model(&project), counted(&project), Metric::Cost, Case::After);
    let effects: Vec<f64> = explanation.sensitivities.iter().map(|s| s.effect.abs()).collect();
    assert!(effects.is_sorted_by(|a, b| a >= b));
    assert!(effects.iter().all(|e| *e > 0.0));
    near(explanation.value, figure(&model(&project), counted(&project), Metric::Cost, Case::After), 1e-12);
}

/// Two boilers, two uses, two carriers are never called by the same name. (What a burner emits is
/// named after the burner, whatever the pollutant.)
#[test]
fn names_of_steps_are_their_own() {
    for (name, project) in cases() {
        let model = model(&project);
        for &metric in Metric::ALL {
            let mut known: BTreeMap<(Step, usize), f64> = BTreeMap::new();
            let explanation = explain(&model, MeasureSet::EMPTY, metric, Case::Before);
            for line in explanation.steps.iter().filter(|l| l.step != Step::StackPollutant) {
                let first = *known.entry((line.step, line.index)).or_insert(line.value);
                let same = (first - line.value).abs() <= 1e-9 * first.abs().max(line.value.abs());
                assert!(same, "{name}: {:?} {} is both {first} and {}", line.step, line.index, line.value);
            }
        }
    }
}
