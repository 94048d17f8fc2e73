//! The best plan against every plan there is.

use crate::common::{case, cases, model};
use crate::random::{often, project};
use lantian_engine::assess::{Model, excludes};
use lantian_engine::best::{Ask, Best, Goal, Impossible, Search};
use lantian_engine::data::MeasureId;
use lantian_engine::finance::Payback;
use lantian_engine::measures::missing;
use lantian_engine::metric::Metric;
use lantian_engine::set::MeasureSet;
use proptest::prelude::*;

fn id(model: &Model, place: usize) -> MeasureId {
    model.lowered.measures[place].slots.id
}

fn applicable(model: &Model) -> Vec<usize> {
    (0..model.edits.len()).filter(|&p| missing(id(model, p), &model.lowered.plant).is_none()).collect()
}

fn ask(goal: Goal) -> Ask {
    Ask { goal, budget: None, payback: None, required: Vec::new(), forbidden: Vec::new() }
}

/// All measures but these places.
fn all_but(model: &Model, places: &[usize]) -> Vec<MeasureId> {
    (0..model.edits.len()).filter(|place| !places.contains(place)).map(|place| id(model, place)).collect()
}

/// Every allowed plan of these candidates, appraised as the app does it; the best worth.
fn brute_force(model: &Model, ask: &Ask, candidates: &[usize]) -> Option<(f64, MeasureSet)> {
    let mut scratch = model.scratch();
    model.evaluate(MeasureSet::EMPTY, &mut scratch);
    let before = scratch.flows.totals;
    let mut best: Option<(f64, MeasureSet)> = None;
    for subset in MeasureSet::subsets(candidates.len()) {
        let set = subset.among(candidates);
        let members: Vec<MeasureId> = set.iter().map(|place| id(model, place)).collect();
        let clash = members.iter().enumerate().any(|(i, a)| members[i..].iter().any(|b| excludes(*a, *b)));
        let lacks = ask.required.iter().any(|wanted| !members.contains(wanted));
        if clash || lacks {
            continue;
        }
        model.evaluate(set, &mut scratch);
        let saved = before.minus(&scratch.flows.totals);
        let appraisal = model.appraise(set, &saved);
        let in_time = |years: f64| match appraisal.simple_payback {
            Payback::Years(found) | Payback::BeyondLife(found) => found <= years,
            Payback::Immediate | Payback::NoCost => true,
            _ => set.is_empty(),
        };
        if ask.budget.is_some_and(|budget| appraisal.investment > budget)
            || ask.payback.is_some_and(|years| !in_time(years))
        {
            continue;
        }
        let worth = match ask.goal {
            Goal::Npv => appraisal.npv,
            Goal::Saving(metric) => saved[metric],
        };
        if best.is_none_or(|(value, _)| worth > value) {
            best = Some((worth, set));
        }
    }
    best
}

#[track_caller]
fn assert_best(name: &str, model: &Model, ask: &Ask, candidates: &[usize]) -> Best {
    let want = brute_force(model, ask, candidates);
    let found = Search::new(model, ask).and_then(Search::finish);
    let Some((worth, plan)) = want else {
        assert!(found.is_err(), "{name} {ask:?}: {found:?}");
        panic!("{name}: no plan meets what is asked");
    };
    let found = found.unwrap();
    assert!(
        (found.worth - worth).abs() <= 1e-8 * worth.abs().max(1.0),
        "{name} {ask:?}: {} {:?}, but {worth} {plan:?}",
        found.worth,
        found.plan
    );
    assert!(found.proven && found.bound >= found.worth);
    found
}

/// Ten candidates of each case, for every goal, with and without limits: the same worth as the best
/// of all 1,024 plans.
#[test]
fn no_plan_is_better() {
    for (name, project) in cases() {
        let model = model(&project);
        for skip in [0, 6, 12] {
            let candidates: Vec<usize> = applicable(&model).into_iter().skip(skip).take(10).collect();
            let forbidden = all_but(&model, &candidates);
            let cost: f64 = candidates.iter().map(|&place| model.investment(place).cost).sum();
            for goal in [
                Goal::Npv,
                Goal::Saving(Metric::Co2e),
                Goal::Saving(Metric::Nox),
                Goal::Saving(Metric::Water),
            ] {
                for (budget, payback) in [
                    (None, None),
                    (Some(cost * 0.3), None),
                    (None, Some(1.5)),
                    (Some(cost * 0.15), Some(3.0)),
                ] {
                    let ask = Ask { budget, payback, forbidden: forbidden.clone(), ..ask(goal) };
                    assert_best(&name, &model, &ask, &candidates);
                }
            }
        }
    }
}

proptest! {
    #![proptest_config(often(60))]

    /// The same on any plant.
    #[test]
    fn no_plan_of_any_plant_is_better(
        project in project(),
        skip in 0_usize..12,
        budget in prop::option::of(0.0..1.0),
        payback in prop::option::of(0.5..8.0),
        npv in any::<bool>(),
    ) {
        let model = model(&project);
        let candidates: Vec<usize> = applicable(&model).into_iter().skip(skip).take(8).collect();
        let cost: f64 = candidates.iter().map(|&place| model.investment(place).cost).sum();
        if !candidates.is_empty() {
            let forbidden = all_but(&model, &candidates);
            let goal = if npv { Goal::Npv } else { Goal::Saving(Metric::Co2e) };
            let budget = budget.map(|share: f64| share * cost);
            assert_best("random", &model, &Ask { budget, payback, forbidden, ..ask(goal) }, &candidates);
        }
    }
}

/// What must be in the plan is in it, and takes its part of the budget.
#[test]
fn what_is_required_is_in_the_plan() {
    let (name, project) = ("dyeing_mill", case("dyeing_mill"));
    let model = model(&project);
    let candidates: Vec<usize> = applicable(&model).into_iter().take(10).collect();
    let forbidden = all_but(&model, &candidates);
    for &place in &candidates {
        let required = vec![id(&model, place)];
        let budget = Some(model.investment(place).cost * 2.0);
        let ask = Ask { required, budget, forbidden: forbidden.clone(), ..ask(Goal::Npv) };
        assert!(assert_best(name, &model, &ask, &candidates).plan.contains(place));
    }
}

#[test]
fn what_cannot_be_is_told() {
    let project = case("dyeing_mill");
    let model = model(&project);
    let refused = |ask: &Ask| Search::new(&model, ask).and_then(Search::finish).unwrap_err();
    let required = |ids: &[MeasureId]| Ask { required: ids.to_vec(), ..ask(Goal::Npv) };
    let gas = MeasureId::BoilerCoalToGas;
    let ids: Vec<MeasureId> = applicable(&model).into_iter().map(|place| id(&model, place)).collect();
    let pairs = ids.iter().flat_map(|a| ids.iter().map(move |b| (*a, *b)));
    let (one, other) = pairs.into_iter().find(|(a, b)| excludes(*a, *b)).unwrap();
    assert_eq!(refused(&required(&[one, other])), Impossible::Excluded(one, other));
    let away = MeasureId::ImmServoRetrofit;
    assert_eq!(refused(&required(&[away])), Impossible::NotApplicable(away));
    let torn = Ask { forbidden: vec![gas], ..required(&[gas]) };
    assert_eq!(refused(&torn), Impossible::Forbidden(gas));
    let poor = Ask { budget: Some(1.0), ..required(&[gas]) };
    assert!(matches!(refused(&poor), Impossible::Budget(cost) if cost > 1.0));
    // The yearly cost rises: it pays back never.
    let place = applicable(&model).into_iter().find(|&place| id(&model, place) == gas).unwrap();
    let only = Ask { payback: Some(5.0), forbidden: all_but(&model, &[place]), ..required(&[gas]) };
    assert_eq!(refused(&only), Impossible::Payback);
    for limit in [f64::NAN, -1.0] {
        assert_eq!(refused(&Ask { budget: Some(limit), ..ask(Goal::Npv) }), Impossible::Limit);
        assert_eq!(refused(&Ask { payback: Some(limit), ..ask(Goal::Npv) }), Impossible::Limit);
    }
}

/// A search can be stopped at any step: it has a plan and a bound that only come closer.
#[test]
fn a_search_can_be_watched() {
    for (name, project) in cases() {
        let model = model(&project);
        let candidates: Vec<usize> = applicable(&model).into_iter().step_by(2).take(16).collect();
        let all: f64 = candidates.iter().map(|&place| model.investment(place).cost).sum();
        let forbidden = all_but(&model, &candidates);
        let ask = Ask { budget: Some(all * 0.3), forbidden, ..ask(Goal::Npv) };
        let mut search = Search::new(&model, &ask).unwrap();
        let mut last: Option<Best> = None;
        while !search.advance(1) {
            let now = search.best().unwrap().unwrap();
            assert!(now.worth <= now.bound, "{name}: {now:?}");
            if let Some(last) = last {
                assert!(now.worth >= last.worth && now.bound <= last.bound, "{name}: {last:?} {now:?}");
            }
            last = Some(now);
        }
        let end = search.best().unwrap().unwrap();
        assert!(end.proven);
        assert_eq!(end.bound.to_bits(), end.worth.to_bits());
    }
}
