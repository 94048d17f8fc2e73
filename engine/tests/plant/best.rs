//! The best plan against every plan there is.

use crate::common::{case, cases, model};
use crate::random::{often, project};
use lantian_engine::assess::{Model, excludes};
use lantian_engine::best::{Ask, Best, Front, Goal, Impossible, Part, Point, Search, join};
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

/// Cost and worth of every plan that none beats at both, by trying all.
fn enumerated(model: &Model, ask: &Ask, candidates: &[usize]) -> Vec<(f64, f64)> {
    let mut scratch = model.scratch();
    model.evaluate(MeasureSet::EMPTY, &mut scratch);
    let before = scratch.flows.totals;
    let mut plans: Vec<(f64, f64)> = Vec::new();
    for subset in MeasureSet::subsets(candidates.len()) {
        let set = subset.among(candidates);
        let members: Vec<MeasureId> = set.iter().map(|place| id(model, place)).collect();
        if members.iter().enumerate().any(|(i, a)| members[i..].iter().any(|b| excludes(*a, *b))) {
            continue;
        }
        model.evaluate(set, &mut scratch);
        let saved = before.minus(&scratch.flows.totals);
        let appraisal = model.appraise(set, &saved);
        let worth = match ask.goal {
            Goal::Npv => appraisal.npv,
            Goal::Saving(metric) => saved[metric],
        };
        plans.push((appraisal.investment, worth));
    }
    plans.sort_by(|a, b| a.0.total_cmp(&b.0).then(b.1.total_cmp(&a.1)));
    let mut front: Vec<(f64, f64)> = Vec::new();
    for (cost, worth) in plans {
        if front.last().is_none_or(|&(_, best)| worth > best + 1e-9 * best.abs()) {
            front.push((cost, worth));
        }
    }
    front
}

fn front(model: &Model, ask: &Ask, part: Part) -> Vec<Point> {
    let mut front = Front::new(model, ask, part).unwrap();
    while !front.advance(64) {}
    front.points().to_vec()
}

#[track_caller]
fn assert_front(name: &str, model: &Model, ask: &Ask, candidates: &[usize]) {
    let found = front(model, ask, Part::WHOLE);
    let want = enumerated(model, ask, candidates);
    let got: Vec<(f64, f64)> = found.iter().map(|point| (point.cost, point.best.worth)).collect();
    assert_eq!(got.len(), want.len(), "{name}: {got:?} instead of {want:?}");
    let near = |a: f64, b: f64| (a - b).abs() <= 1e-8 * a.abs().max(b.abs()).max(1.0);
    for (got, want) in got.iter().zip(&want) {
        assert!(near(got.0, want.0) && near(got.1, want.1), "{name}: {got:?} instead of {want:?}");
    }
    assert!(found.iter().all(|point| point.best.proven));
    // Searched in parts, it is the same.
    let parts = [0.0, 0.02, 0.3, 1.0].windows(2).map(|ends| Part { from: ends[0], to: ends[1] });
    let joined = parts.map(|part| front(model, ask, part)).reduce(join).unwrap();
    let sets = |points: &[Point]| points.iter().map(|point| point.cost.to_bits()).collect::<Vec<_>>();
    assert_eq!(sets(&joined), sets(&found), "{name}");
}

/// Eight candidates of each case: the front is that of all 256 plans.
#[test]
fn the_front_is_complete() {
    for (name, project) in cases() {
        let model = model(&project);
        for skip in [0, 9] {
            let candidates: Vec<usize> = applicable(&model).into_iter().skip(skip).take(8).collect();
            let forbidden = all_but(&model, &candidates);
            for goal in [Goal::Saving(Metric::Co2e), Goal::Npv] {
                assert_front(&name, &model, &Ask { forbidden: forbidden.clone(), ..ask(goal) }, &candidates);
            }
        }
    }
}

proptest! {
    #![proptest_config(often(20))]

    /// The same on any plant.
    #[test]
    fn the_front_of_any_plant_is_complete(project in project(), skip in 0_usize..12) {
        let model = model(&project);
        let candidates: Vec<usize> = applicable(&model).into_iter().skip(skip).take(6).collect();
        if !candidates.is_empty() {
            let ask = Ask { forbidden: all_but(&model, &candidates), ..ask(Goal::Saving(Metric::Co2e)) };
            assert_front("random", &model, &ask, &candidates);
        }
    }
}

/// A front can be stopped at any step: what it has is on the whole front.
#[test]
fn a_front_can_be_watched() {
    let project = case("plastics");
    let model = model(&project);
    let candidates: Vec<usize> = applicable(&model).into_iter().take(8).collect();
    let ask = Ask { forbidden: all_but(&model, &candidates), ..ask(Goal::Saving(Metric::Co2e)) };
    let whole = front(&model, &ask, Part::WHOLE);
    let mut watched = Front::new(&model, &ask, Part::WHOLE).unwrap();
    let mut steps = 0;
    while !watched.advance(64) {
        steps += 1;
        assert!(watched.points().iter().all(|point| whole.contains(point)));
    }
    assert!(steps > 1 && watched.evaluations() > 0);
}
