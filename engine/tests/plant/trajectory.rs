//! The years ahead: one engine, evaluated once a year.

use crate::common::{assert_finite, bits, case, cases, model, near, outcome};
use crate::random::{often, project};
use lantian_engine::assess::{Depth, Model};
use lantian_engine::data::{FactId, Scenario, Table};
use lantian_engine::flows::Flows;
use lantian_engine::measures::CATALOGUE;
use lantian_engine::metric::{METRICS, Metric};
use lantian_engine::project::{Activity, Bill, ElectricUse, Project, Target, TargetKind};
use lantian_engine::set::MeasureSet;
use lantian_engine::trace::Tape;
use lantian_engine::trajectory::{Course, Moment, Trajectory, settings, trajectory, year};
use proptest::prelude::*;
use proptest::sample::select;

#[track_caller]
fn run(project: &Project) -> Trajectory {
    let outcome = outcome(project, Depth::Quick);
    let settings = settings(project, &outcome.model).unwrap_or_else(|problems| panic!("{problems:?}"));
    trajectory(&outcome.model, outcome.plan, settings).unwrap()
}

/// A shop floor in Guangdong, 2025: 1 GWh, of which light takes 40 % and machines the rest.
fn shop() -> Project {
    let mut project = Project::new();
    "plastics".clone_into(&mut project.site.sector);
    "cn_guangdong".clone_into(&mut project.site.region);
    project.site.year = Some(2025);
    let amount = Some(1e6);
    let carrier = "electricity".to_owned();
    project.bills.push(Bill { carrier, amount, unit: "kwh".to_owned(), ..Bill::default() });
    for (kind, share) in [("lighting", Some(40.0)), ("process_machines", Some(60.0))] {
        project.electricity.push(ElectricUse { kind: kind.to_owned(), share, ..ElectricUse::default() });
    }
    project
}

#[test]
fn years_by_hand() {
    let mut project = shop();
    project.outlook.output_growth = Some(5.0);
    let years = run(&project).years;
    assert_eq!((years[0].year, years.last().unwrap().year), (2025, 2035));
    // The factor of 2023, 0.4419, holds in the year of the bills; the middle path has 0.36 in 2030 and
    // 0.28 in 2035. 2028: 0.4419 − 3/5 × (0.4419 − 0.36) = 0.39276.
    near(years[0].before[Metric::Co2e], 441.9, 1e-12);
    near(years[3].grid, 0.392_76, 1e-12);
    near(years[3].before[Metric::Co2e], (400.0 + 600.0 * 1.157_625) * 0.392_76, 1e-12);
    // 1.05^10 = 1.628894627; light stays.
    near(years[10].before[Metric::Scope2], (400.0 + 600.0 * 1.628_894_626_777_442) * 0.28, 1e-12);
    // The market-based factor is contractual.
    near(
        years[10].before[Metric::Scope2Market] / years[10].before[Metric::GridElectricity],
        years[0].before[Metric::Scope2Market] / years[0].before[Metric::GridElectricity],
        1e-12,
    );
}

#[test]
fn a_province_follows_the_pace_of_the_country() {
    let mut project = shop();
    project.site.region = "cn_yunnan".to_owned();
    let years = run(&project).years;
    // The country: 0.51 in 2025, 0.35 in 2035.
    near(years[10].grid / years[0].grid, 0.35 / 0.51, 1e-12);
    near(years[0].before[Metric::Scope2], years[0].grid * 1000.0, 1e-12);
}

#[test]
fn targets_by_hand() {
    let mut project = shop();
    project.outlook.scenario = "frozen".to_owned();
    let half = Target { reduction: Some(50.0), year: Some(2030), ..Target::default() };
    let old = Target { base_year: Some(2020), base: Some(400.0), reduction: Some(10.0), ..half.clone() };
    let unit = Target { kind: TargetKind::Intensity, reduction: Some(0.0), ..half.clone() };
    project.outlook.targets = vec![half, old, unit];
    let flat = run(&project);
    let [half, old, unit] = &flat.targets[..] else { panic!() };
    // 441.9 t a year against 220.95 t; the line falls by 44.19 t a year: 441.9 × (0.9 + 0.8 + 0.7 + 0.6 + 0.5).
    near(half.before.gap, 220.95, 1e-12);
    near(half.budget, 441.9 * 3.5, 1e-12);
    near(half.before.spent, 441.9 * 5.0, 1e-12);
    assert_eq!(half.before.met, None);
    // From 400 t in 2020 by 40 t to 2030: 380 t in 2025, 360 t from 2030 on.
    near(old.line[0].1, 380.0, 1e-12);
    near(old.line[10].1, 360.0, 1e-12);
    near(old.before.gap, 81.9, 1e-12);
    assert_eq!((unit.before.met, unit.plan.met), (Some(2025), Some(2025)));
    near(flat.sum_before, 441.9 * 10.0, 1e-12);

    // On the middle path 0.4 kg/kWh are 400 t; with targets of 50 % to 2050 the level is 220.95 t:
    // 0.28 − 0.08 × n/5 ≤ 0.22095 from n = 3.69 years after 2035 on.
    project.outlook.scenario.clear();
    project.outlook.targets.truncate(1);
    project.outlook.until = Some(2050);
    let falling = run(&project);
    assert_eq!(falling.targets[0].before.met, Some(2039));
}

#[test]
fn an_intensity_grows_with_output() {
    let mut project = shop();
    project.outlook.scenario = "frozen".to_owned();
    project.outlook.output_growth = Some(10.0);
    project.site.output = Some(2000.0);
    project.outlook.targets = vec![
        Target { kind: TargetKind::Intensity, reduction: Some(20.0), year: Some(2030), ..Target::default() },
        // 250 kg for each of 2,000 units: 500 t at the output of the bills.
        Target {
            kind: TargetKind::Intensity,
            base_year: Some(2015),
            base: Some(250.0),
            reduction: Some(20.0),
            year: Some(2030),
        },
    ];
    let [today, old] = &run(&project).targets[..] else { panic!() };
    near(today.level, 441.9 * 0.8 * 1.610_51, 1e-12);
    near(old.level, 500.0 * 0.8 * 1.610_51, 1e-12);
}

#[test]
fn travel_stays_and_freight_follows() {
    let mut project = shop();
    let activity =
        |factor: &str| Activity { factor: factor.to_owned(), amount: Some(1000.0), ..Activity::default() };
    let find = |den: &str| {
        let row = FactId::of_table(Table::Transport).find(|id| {
            let fact = id.fact();
            fact.num.slug() == "kg_co2e" && fact.den.is_some_and(|unit| unit.slug() == den)
        });
        row.unwrap().slug()
    };
    let (person, load) = (find("passenger_km"), find("tonne_km"));
    project.outlook.output_growth = Some(10.0);
    let bare = run(&project).years;
    for (factor, growth) in [(person, 1.0), (load, 1.1)] {
        project.activities = vec![activity(factor)];
        let years = run(&project).years;
        let of = |place: usize| years[place].before[Metric::Scope3] - bare[place].before[Metric::Scope3];
        near(of(1), of(0) * growth, 1e-9);
    }
}

#[test]
fn measures_stand_from_their_year_on() {
    let mut project = case("dyeing_mill");
    let late = project.plans[0].measures.iter_mut().find(|choice| choice.on).unwrap();
    late.start = Some(2030);
    let place = CATALOGUE.iter().position(|id| id.slug() == late.measure).unwrap();
    let result = run(&project);
    let plan = outcome(&project, Depth::Quick).plan;
    for year in &result.years {
        let expected = match year.year {
            2025 => MeasureSet::EMPTY,
            2026..2030 => plan.without(place),
            _ => plan,
        };
        assert_eq!(year.standing, expected, "{}", year.year);
    }
    assert_eq!(bits(&result.years[0].before), bits(&result.years[0].plan));
}

#[test]
fn every_case_has_its_years() {
    for (name, project) in cases() {
        let outcome = outcome(&project, Depth::Quick);
        let courses = settings(&project, &outcome.model).unwrap().courses(&outcome.model);
        assert_eq!(courses, Course::ALL, "{name}");
        for course in courses {
            for growth in [-20.0, -3.0, 0.0, 4.0, 20.0] {
                let mut project = project.clone();
                project.outlook.until = Some(2050);
                project.outlook.output_growth = Some(growth);
                course.slug().clone_into(&mut project.outlook.scenario);
                let result = run(&project);
                assert_eq!(result.years.len(), 26);
                for year in &result.years {
                    assert_finite(&year.before, &name);
                    assert_finite(&year.plan, &name);
                    assert!(year.plan[Metric::Scope2] >= 0.0 && year.plan[Metric::Scope1] >= 0.0);
                }
            }
        }
    }
}

/// What must be mended, as `part[index].name: kind`.
fn complaints(change: impl FnOnce(&mut Project)) -> Vec<String> {
    let mut project = shop();
    change(&mut project);
    let model = model(&project);
    let problems = settings(&project, &model).err().unwrap_or_default();
    let text = |p: &lantian_engine::notice::Problem| {
        format!("{}[{}].{}: {}", p.field.part, p.field.index, p.field.name, p.kind.slug())
    };
    problems.iter().map(text).collect()
}

#[test]
fn what_cannot_be_is_told_at_its_field() {
    let range = |field: &str| vec![format!("{field}: out_of_range")];
    for growth in [-20.1, 20.1, f64::NAN, f64::INFINITY] {
        let found = complaints(|p| p.outlook.output_growth = Some(growth));
        assert_eq!(found, range("outlook[0].output_growth"));
    }
    for until in [0, 2025, 2061] {
        assert_eq!(complaints(|p| p.outlook.until = Some(until)), range("outlook[0].until"));
    }
    let target = |base_year, reduction, year| Target {
        base_year,
        reduction,
        year,
        base: Some(500.0),
        ..Target::default()
    };
    let with = |target: Target| complaints(|p| p.outlook.targets = vec![target]);
    assert_eq!(with(target(Some(2020), Some(30.0), Some(2020))), range("target[0].year"));
    assert_eq!(with(target(Some(2020), Some(30.0), Some(2015))), range("target[0].year"));
    assert_eq!(with(target(Some(2020), Some(30.0), Some(2025))), range("target[0].year"));
    assert_eq!(with(target(Some(2030), Some(30.0), Some(2035))), range("target[0].base_year"));
    assert_eq!(with(target(None, Some(101.0), Some(2035))), range("target[0].reduction"));
    assert_eq!(with(target(None, None, None)), ["target[0].reduction: missing", "target[0].year: missing"]);
    let earlier = Target { base: None, ..target(Some(2020), Some(30.0), Some(2030)) };
    assert_eq!(with(earlier), ["target[0].base: missing"]);
    let intensity = Target { kind: TargetKind::Intensity, ..target(Some(2020), Some(30.0), Some(2030)) };
    assert_eq!(with(intensity), ["site[0].output: missing"]);
    for far in [0, u16::MAX] {
        let _ = with(target(Some(far), Some(30.0), Some(far)));
        assert_eq!(complaints(|p| p.site.year = Some(far)), range("site[0].year"));
    }
    // The path of CLP ends in 2050, that of Guangdong in 2060.
    assert_eq!(complaints(|p| p.outlook.until = Some(2060)), Vec::<String>::new());
    let clp = complaints(|p| {
        p.site.region = "hk_clp".to_owned();
        p.outlook.until = Some(2051);
    });
    assert_eq!(clp, range("outlook[0].until"));
    // Where the supplier is not known there is no path; the factor is then kept unless one is asked for.
    let unknown = |word: &str| {
        complaints(|p| {
            p.site.region = "hk".to_owned();
            word.clone_into(&mut p.outlook.scenario);
        })
    };
    assert_eq!(unknown(""), Vec::<String>::new());
    assert_eq!(unknown("slow"), ["outlook[0].scenario: no_path"]);
    assert_eq!(unknown("wish"), ["outlook[0].scenario: unknown"]);
    assert_eq!(complaints(|p| p.site.year = Some(1066)), range("site[0].year"));
}

#[test]
fn a_start_after_the_horizon_is_told_at_the_measure() {
    let mut project = case("dyeing_mill");
    let late = project.plans[0].measures.iter_mut().find(|choice| choice.on).unwrap();
    for start in [2025, 2036] {
        late.start = Some(start);
        let place = CATALOGUE.iter().position(|id| id.slug() == late.measure).unwrap();
        let mut project = project_with(&case("dyeing_mill"), late.clone());
        let problems = settings(&project, &model(&project)).unwrap_err();
        assert_eq!(problems.len(), 1);
        assert_eq!((problems[0].field.part, problems[0].field.name), ("measure", "start"));
        assert_eq!(usize::from(problems[0].field.index), place);
        // What is not ticked waits.
        project.plans[0].measures.iter_mut().for_each(|choice| choice.on = false);
        assert!(settings(&project, &model(&project)).is_ok());
    }
}

fn project_with(project: &Project, choice: lantian_engine::project::MeasureChoice) -> Project {
    let mut project = project.clone();
    project.plans[0].measures.retain(|other| other.measure != choice.measure);
    project.plans[0].measures.push(choice);
    project
}

fn sums(model: &Model, plan: MeasureSet, project: &Project, course: Course) -> Option<Vec<[f64; 2]>> {
    let mut project = project.clone();
    course.slug().clone_into(&mut project.outlook.scenario);
    let settings = settings(&project, model).ok()?;
    let years = trajectory(model, plan, settings)?.years;
    Some(years.iter().map(|y| [y.before[Metric::Co2e], y.plan[Metric::Co2e]]).collect())
}

proptest! {
    #![proptest_config(often(60))]

    /// A frozen grid without growth: every year is the base case, and the plan is the plan.
    #[test]
    fn nothing_changes_by_itself(project in project()) {
        let mut project = project;
        project.outlook.scenario = "frozen".to_owned();
        let outcome = outcome(&project, Depth::Quick);
        let result = run(&project);
        prop_assert_eq!(bits(&result.years[0].plan), bits(&outcome.before.totals));
        for year in &result.years {
            prop_assert_eq!(bits(&year.before), bits(&outcome.before.totals));
        }
        for year in &result.years[1..] {
            prop_assert_eq!(bits(&year.plan), bits(&outcome.after.totals));
        }
    }

    /// The base year gives the bills back, whatever is expected of the years after it.
    #[test]
    fn the_base_year_is_the_bills(project in project(), growth in -20.0..20.0, course in select(&Course::ALL)) {
        let mut project = project;
        let outcome = outcome(&project, Depth::Quick);
        project.outlook.output_growth = Some(growth);
        course.slug().clone_into(&mut project.outlook.scenario);
        let Ok(settings) = settings(&project, &outcome.model) else { return Ok(()) };
        let result = trajectory(&outcome.model, outcome.plan, settings).unwrap();
        prop_assert_eq!(bits(&result.years[0].before), bits(&outcome.before.totals));
        prop_assert_eq!(bits(&result.years[0].plan), bits(&outcome.before.totals));
        for year in &result.years {
            assert_finite(&year.plan, "plan");
        }
    }

    /// A dirtier grid never means less, before or with the plan; the band says the same.
    #[test]
    fn emissions_follow_the_grid(project in project()) {
        let outcome = outcome(&project, Depth::Quick);
        let of = |scenario| sums(&outcome.model, outcome.plan, &project, Course::Path(scenario));
        let [Some(fast), Some(base), Some(slow)] =
            [Scenario::Fast, Scenario::Base, Scenario::Slow].map(of) else { return Ok(()) };
        for ((fast, base), slow) in fast.iter().zip(&base).zip(&slow) {
            for ((fast, base), slow) in fast.iter().zip(base).zip(slow) {
                let room = 1e-9 * (1.0 + slow.abs());
                prop_assert!(*fast <= base + room && *base <= slow + room, "{} {} {}", fast, base, slow);
            }
        }
        for (year, (fast, slow)) in run(&project).years.iter().zip(fast.iter().zip(&slow)) {
            prop_assert_eq!(year.band.unwrap(), (fast[1], slow[1]));
        }
    }

    /// More output never takes less energy, and all of it together no more than in proportion.
    #[test]
    fn energy_follows_output(project in project(), growth in 0.0..20.0) {
        let mut project = project;
        project.outlook.scenario = "frozen".to_owned();
        project.outlook.output_growth = Some(growth);
        let years = run(&project).years;
        for pair in years.windows(2) {
            let [less, more] = [&pair[0], &pair[1]].map(|y| y.before[Metric::SiteElectricity] * 0.0036 + y.before[Metric::Fuel]);
            prop_assert!(more >= less * (1.0 - 1e-9), "{} after {}", more, less);
            prop_assert!(more <= less * (1.0 + growth / 100.0) * (1.0 + 1e-9), "{} after {}", more, less);
        }
    }

    /// Traced numbers give the same year.
    #[test]
    fn a_traced_year_is_the_same(project in project(), output in 0.5..2.0, grid in 0.0..1.5) {
        let outcome = outcome(&project, Depth::Quick);
        let lowered = &outcome.model.lowered;
        let (mut work, mut flows) = (lowered.params.clone(), Flows::new(&lowered.plant));
        year(lowered, &lowered.params, &Moment { output, grid }, outcome.plan, &mut work, &mut flows);
        let tape = Tape::new();
        let base = lowered.params.map(|slot, value| tape.input(slot, value));
        let (mut work, mut traced) = (base.clone(), Flows::new(&lowered.plant));
        let now = Moment { output, grid };
        let now = Moment {
            output: lantian_engine::scalar::Scalar::constant(now.output),
            grid: lantian_engine::scalar::Scalar::constant(now.grid),
        };
        year(lowered, &base, &now, outcome.plan, &mut work, &mut traced);
        for metric in 0..METRICS {
            prop_assert_eq!(traced.totals.0[metric].value().to_bits(), flows.totals.0[metric].to_bits());
        }
    }
}
