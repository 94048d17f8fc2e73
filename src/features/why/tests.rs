//! Explanations of the worked cases: every formula has the value of its step, every number has a name.

use super::formula::{Piece, Show, Writer, pieces};
use super::slots::{slot_label, slot_name};
use super::tidy::{first_step, tidy, value};
use super::{Subject, register};
use crate::features::naming::{is_factor, unit_text};
use crate::i18n::{Currency, I18n, Lang, Texts, bundled, provide_i18n};
use lantian_engine::assess::{Depth, Outcome, assess};
use lantian_engine::explain::{Case, Explanation, explain};
use lantian_engine::metric::Metric;
use lantian_engine::origin::Origin;
use lantian_engine::project::{Bill, Project, from_json};
use lantian_engine::set::MeasureSet;
use lantian_engine::step::Step;
use leptos::prelude::Owner;

const CASES: [(&str, &str); 4] = [
    ("dyeing_mill", include_str!("../../../cases/dyeing_mill.json")),
    ("plastics", include_str!("../../../cases/plastics.json")),
    ("electroplating", include_str!("../../../cases/electroplating.json")),
    ("hk_hotel", include_str!("../../../cases/hk_hotel.json")),
];

fn english() -> I18n {
    let owner = Owner::new();
    owner.set();
    // The owner lives as long as the test.
    std::mem::forget(owner);
    provide_i18n(Texts::parse(Lang::En, bundled(Lang::En)).unwrap())
}

fn outcome(project: &Project) -> Outcome {
    let assessment = assess(project, Depth::Quick);
    assert_eq!(assessment.problems, []);
    assessment.outcome.unwrap()
}

fn worked() -> impl Iterator<Item = (&'static str, Outcome)> {
    CASES.into_iter().map(|(name, text)| (name, outcome(&from_json(text).unwrap())))
}

fn explained(outcome: &Outcome) -> impl Iterator<Item = (Metric, Case, Explanation)> {
    let set = outcome.plan;
    let all = Metric::ALL
        .iter()
        .flat_map(|metric| [Case::Before, Case::After, Case::Saving].map(|case| (*metric, case)));
    all.map(move |(metric, case)| (metric, case, explain(&outcome.model, set, metric, case)))
}

#[test]
fn a_shortened_formula_keeps_the_value_of_its_step() {
    for (name, outcome) in worked() {
        for (metric, case, explanation) in explained(&outcome) {
            for line in &explanation.steps {
                let short = value(&tidy(&line.formula, &explanation), &explanation);
                let close = (short - line.value).abs() <= 1e-9 * line.value.abs().max(1e-6);
                assert!(close, "{name} {metric:?} {case:?} {:?}: {short} is not {}", line.step, line.value);
            }
        }
    }
}

#[test]
fn every_number_behind_a_figure_has_a_name_and_a_unit_in_words() {
    let i18n = english();
    for (name, outcome) in worked() {
        let slots = &outcome.model.lowered.plant.slots;
        for (metric, _, explanation) in explained(&outcome) {
            for &slot in &explanation.inputs {
                let info = slots[slot.index()];
                for words in [slot_label(i18n, &outcome, slot), slot_name(i18n, &outcome, slot, None)] {
                    let raw = words.contains('_') || words.is_empty();
                    assert!(!raw, "{name} {metric:?}: {info:?} is called {words}");
                }
                let unit = unit_text(i18n, info.unit, Currency::Hkd);
                assert!(!unit.contains('_'), "{name} {metric:?}: {info:?} is counted in {unit}");
            }
            for line in &explanation.steps {
                let words = i18n.name("step", line.step.slug());
                assert!(words != line.step.slug() || line.step == Step::Effluent, "{:?}", line.step);
            }
        }
    }
}

#[test]
fn a_formula_reads_in_words_and_in_numbers() {
    let i18n = english();
    let bill = |carrier: &str, amount: f64| Bill {
        carrier: carrier.to_owned(),
        amount: Some(amount),
        price: Some(1.0),
        ..Bill::default()
    };
    let mut project = Project::new();
    project.site.sector = "plastics".to_owned();
    project.site.region = "cn_guangdong".to_owned();
    project.site.year = Some(2023);
    project.bills = vec![bill("electricity", 2_000_000.0)];
    let outcome = outcome(&project);
    let explanation = explain(&outcome.model, MeasureSet::EMPTY, Metric::Scope2, Case::Before);
    // Guangdong 2023: 0.4419 kg CO2 per kWh (table of the ministry); 2 GWh make 883.8 t.
    assert!((explanation.value - 883.8).abs() < 1e-6, "{}", explanation.value);
    let writer =
        Writer { i18n, outcome: &outcome, explanation: &explanation, within: Case::Before, single: false };
    let formula = tidy(&explanation.steps[first_step(&explanation)].formula, &explanation);
    assert_eq!(writer.line(&formula, Show::Numbers), "2,000,000 × 0.4419 × 0.001");
    let words: Vec<Piece> = pieces(&writer.line(&formula, Show::Words));
    let names: Vec<&str> = words
        .iter()
        .filter_map(|piece| match piece {
            Piece::Name(name) => Some(name.as_str()),
            Piece::Sign(_) => None,
        })
        .collect();
    assert_eq!(names[1..], ["Grid factor"]);
}

#[test]
fn a_factor_is_counted_once() {
    for (name, outcome) in worked() {
        let slots = &outcome.model.lowered.plant.slots;
        let explanation = explain(&outcome.model, MeasureSet::EMPTY, Metric::Co2e, Case::Before);
        let found = register(&outcome, explanation.inputs.iter().copied());
        let mut facts: Vec<usize> = Vec::new();
        for slot in &found.factors {
            assert!(is_factor(&slots[slot.index()].origin));
            if let Origin::Fact(id) = slots[slot.index()].origin {
                facts.push(id.index());
            }
        }
        let all = facts.len();
        facts.sort_unstable();
        facts.dedup();
        assert_eq!(facts.len(), all, "{name}");
        assert!(found.unverified <= found.factors.len() && !found.factors.is_empty());
        let twice = explanation.inputs.iter().chain(&explanation.inputs).copied();
        assert_eq!(register(&outcome, twice), found);
    }
}

#[test]
fn what_a_measure_saves_alone_is_explained_to_the_same_figure() {
    for (name, outcome) in worked() {
        for measure in outcome.counted() {
            let subject = Subject::Alone { measure: measure.id, metric: Metric::Co2e };
            let (set, metric, case) = subject.request(&outcome).unwrap();
            let told = explain(&outcome.model, set, metric, case).value;
            let shown = measure.alone.as_ref().unwrap()[Metric::Co2e];
            assert!(
                (told - shown).abs() <= 1e-9 * outcome.before.totals[Metric::Co2e],
                "{name} {:?}",
                measure.id
            );
        }
    }
}
