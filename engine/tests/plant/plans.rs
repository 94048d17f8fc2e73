//! A plan is a set: no order, no double counting, shares that add up.

use crate::common::{assert_physical, assert_showable, bits, case, cases, model, near, outcome};
use crate::random::{often, project};
use lantian_engine::assess::{Depth, assess, excludes};
use lantian_engine::edit::Kind;
use lantian_engine::measures::CATALOGUE;
use lantian_engine::metric::{METRICS, Metric};
use lantian_engine::notice::NoticeKind;
use lantian_engine::project::{MeasureChoice, Plan, Project};
use lantian_engine::set::MeasureSet;
use proptest::prelude::*;
use std::collections::BTreeMap;

fn tick(project: &mut Project, slugs: &[&str]) {
    let choice =
        |slug: &&str| MeasureChoice { measure: (*slug).to_owned(), on: true, ..MeasureChoice::default() };
    project.plans = vec![Plan { measures: slugs.iter().map(choice).collect(), ..Plan::default() }];
    project.active_plan = 0;
}

proptest! {
    #![proptest_config(often(100))]

    /// The order of the plan in the file changes no bit of the result.
    #[test]
    fn order_does_not_matter(project in project(), seed in any::<u64>()) {
        let first = outcome(&project, Depth::Quick);
        let mut other = project;
        let measures = &mut other.plans[0].measures;
        for place in (1..measures.len()).rev() {
            // Any fixed reordering will do; the multiplier is Knuth's.
            let mixed = seed.wrapping_add(place as u64).wrapping_mul(6_364_136_223_846_793_005) >> 33;
            measures.swap(place, mixed as usize % (place + 1));
        }
        let second = outcome(&other, Depth::Quick);
        prop_assert_eq!(bits(&first.after.totals), bits(&second.after.totals));
        prop_assert_eq!(first.appraisal, second.appraisal);
        for (a, b) in first.measures.iter().zip(&second.measures) {
            prop_assert_eq!(a.counted, b.counted);
            prop_assert_eq!(a.alone.as_ref().map(bits), b.alone.as_ref().map(bits));
        }
    }

    /// Whatever is ticked with whatever parameters, no use, burner or carrier goes below zero and
    /// all figures are finite.
    #[test]
    fn nothing_goes_below_zero(project in project(), sets in prop::collection::vec(any::<u128>(), 20)) {
        let model = model(&project);
        let mut scratch = model.scratch();
        for bits in sets {
            let set = allowed(bits);
            model.evaluate(set, &mut scratch);
            assert_physical(&scratch.flows, &format!("{set:?}"));
        }
        assert_showable(&outcome(&project, Depth::Quick));
    }

    /// Shapley shares add up to what the plan saves, metric by metric.
    #[test]
    fn shares_add_up(mut project in project()) {
        let mut on = 0;
        for choice in &mut project.plans[0].measures {
            on += usize::from(choice.on);
            choice.on &= on <= 8;
        }
        let outcome = outcome(&project, Depth::Full);
        prop_assert!(outcome.exact);
        assert_shares(&outcome);
    }
}

proptest! {
    #![proptest_config(often(6))]

    /// Drawn shares of more measures than can be attributed exactly add up as well, and their error is told.
    #[test]
    fn sampled_shares_add_up(mut project in project()) {
        let all: Vec<&str> = CATALOGUE.iter().map(|id| id.slug()).collect();
        tick(&mut project, &all);
        let outcome = outcome(&project, Depth::Full);
        if !outcome.exact {
            assert_shares(&outcome);
            prop_assert!(outcome.sampling_error(Metric::Co2e) > Some(0.0));
        }
    }
}

fn assert_shares(outcome: &lantian_engine::assess::Outcome) {
    let saving = outcome.saving();
    for &metric in Metric::ALL {
        let shares = || outcome.counted().map(|m| m.share.as_ref().unwrap().in_plan[metric]);
        let sum: f64 = shares().sum();
        // Both ends may be nothing while shares cancel: one upgrade burns biomass, another spares that fire.
        let between: f64 = shares().map(f64::abs).sum();
        let scale = between.max(outcome.before.totals[metric].abs()).max(outcome.after.totals[metric].abs());
        assert!(
            (sum - saving[metric]).abs() <= 1e-9 * scale,
            "{}: {sum} against {}",
            metric.slug(),
            saving[metric]
        );
    }
}

/// The measures of a set that may stand together, in catalogue order.
fn allowed(bits: u128) -> MeasureSet {
    let mut chosen: Vec<usize> = Vec::new();
    for (index, id) in CATALOGUE.iter().enumerate() {
        if bits >> index & 1 == 1 && !chosen.iter().any(|&other| excludes(CATALOGUE[other], *id)) {
            chosen.push(index);
        }
    }
    chosen.into_iter().collect()
}

#[test]
fn shares_of_the_cases_add_up() {
    for (_, project) in cases() {
        let outcome = outcome(&project, Depth::Full);
        assert_shares(&outcome);
        assert_showable(&outcome);
    }
}

/// Of a pair of measures each is worth less, or more, beside the other, but the pair's saving is
/// shared out in full; alone, each saves what it saves alone.
#[test]
fn one_measure_has_all_of_its_plan() {
    let mut project = case("dyeing_mill");
    tick(&mut project, &["fan_vsd"]);
    let outcome = outcome(&project, Depth::Full);
    let fan = outcome.counted().next().unwrap();
    let share = fan.share.as_ref().unwrap();
    let saving = outcome.saving();
    for &metric in Metric::ALL {
        near(share.in_plan[metric], saving[metric], 1e-12);
        near(share.alone[metric], saving[metric], 1e-12);
        near(share.last_in[metric], saving[metric], 1e-12);
    }
}

/// Measures that set the same number exclude each other; otherwise the result of a plan would
/// depend on who comes last.
#[test]
fn no_two_measures_of_a_plan_set_the_same_number() {
    for (name, project) in cases() {
        let model = model(&project);
        let mut setters: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for (index, edits) in model.edits.iter().enumerate() {
            for edit in edits.list().iter().filter(|e| e.kind == Kind::Set) {
                setters.entry(edit.slot.index()).or_default().push(index);
            }
        }
        for (slot, measures) in setters {
            for (place, &one) in measures.iter().enumerate() {
                for &other in &measures[place + 1..] {
                    let (one, other) = (CATALOGUE[one], CATALOGUE[other]);
                    let quantity = model.lowered.plant.slots[slot].name;
                    assert!(excludes(one, other), "{name}: {one:?} and {other:?} set {quantity} ({slot})");
                }
            }
        }
    }
}

/// The first of an exclusive group counts, the other is named with the one that excludes it.
#[test]
fn of_an_exclusive_group_one_counts() {
    let mut project = case("plastics");
    tick(&mut project, &["imm_all_electric", "imm_servo_retrofit"]);
    let assessment = assess(&project, Depth::Quick);
    let outcome = assessment.outcome.unwrap();
    let find = |slug: &str| outcome.measures.iter().find(|m| m.id.slug() == slug).unwrap();
    let (servo, electric) = (find("imm_servo_retrofit"), find("imm_all_electric"));
    assert!(servo.on && servo.counted && servo.excluded_by.is_none());
    assert!(electric.on && !electric.counted);
    assert_eq!(electric.excluded_by, Some(servo.id));
    // The excluded one still says what it would save alone.
    assert!(electric.alone.as_ref().unwrap()[Metric::SiteElectricity] > 0.0);
    let excluded =
        NoticeKind::Excluded { slug: "imm_all_electric".to_owned(), by: "imm_servo_retrofit".to_owned() };
    assert_eq!(assessment.notices.iter().filter(|n| n.kind == excluded).count(), 1);
    near(outcome.saving()[Metric::Co2e], servo.alone.as_ref().unwrap()[Metric::Co2e], 1e-12);
}

#[test]
fn exclusion_is_mutual_and_never_of_itself() {
    for &one in CATALOGUE {
        assert!(!excludes(one, one));
        for &other in CATALOGUE {
            assert_eq!(excludes(one, other), excludes(other, one), "{one:?} {other:?}");
        }
    }
}

/// A file from a newer version may name measures that this one does not know.
#[test]
fn an_unknown_measure_is_told_and_left_out() {
    let mut project = case("plastics");
    tick(&mut project, &["perpetual_motion", "lighting_led"]);
    let assessment = assess(&project, Depth::Quick);
    let unknown = NoticeKind::UnknownMeasure { slug: "perpetual_motion".to_owned() };
    assert!(assessment.notices.iter().any(|n| n.kind == unknown));
    let outcome = assessment.outcome.unwrap();
    let counted: Vec<&str> = outcome.counted().map(|m| m.id.slug()).collect();
    assert_eq!(counted, ["lighting_led"]);
}

/// Nothing ticked, nothing saved: to the last bit.
#[test]
fn an_empty_plan_changes_nothing() {
    for (name, mut project) in cases() {
        tick(&mut project, &[]);
        let outcome = outcome(&project, Depth::Full);
        assert_eq!(bits(&outcome.before.totals), bits(&outcome.after.totals), "{name}");
        assert!(outcome.saving().0.iter().all(|v| v.to_bits() == 0), "{name}");
        assert_eq!(outcome.counted().count(), 0);
        assert_eq!(Metric::ALL.len(), METRICS);
    }
}
