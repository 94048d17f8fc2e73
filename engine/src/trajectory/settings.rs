//! What the user says about the years ahead, checked.
//!
//! Nothing in here stands in the way of the other answers: a year that cannot be is a problem of the
//! trajectory alone.

use super::path::{Course, GridPath, own_factor};
use super::target::Aim;
use crate::assess::Model;
use crate::data::Scenario;
use crate::flows::Flows;
use crate::measures::CATALOGUE;
use crate::metric::Metric;
use crate::notice::{Problem, ProblemKind, Reason};
use crate::origin::Field;
use crate::plant::Params;
use crate::project::{Project, Target, TargetKind};
use crate::set::MeasureSet;

/// Years of bills, and years that any path knows.
pub const FIRST_YEAR: u16 = 1990;
pub const LAST_YEAR: u16 = 2060;
/// Horizon when nothing is said.
const UNTIL: u16 = 2035;
/// Growth of output, per cent a year, either way: in ten years a tenth, or sixfold.
const GROWTH: f64 = 20.0;

/// What the years ahead bring.
#[derive(Clone, Debug, PartialEq)]
pub struct Settings {
    pub base_year: u16,
    /// The user gave the year of the bills; else it is the year of the grid factor.
    pub year_said: bool,
    pub until: u16,
    pub course: Course,
    /// Output growth as a fraction a year.
    pub growth: f64,
    /// First year of each measure of the catalogue.
    pub starts: Vec<u16>,
    pub targets: Vec<Aim>,
}

impl Settings {
    /// Output of a year against the base year.
    pub fn output(&self, year: u16) -> f64 {
        let years = u32::from(year.saturating_sub(self.base_year));
        crate::scalar::Scalar::power(1.0 + self.growth, years)
    }

    /// Those of a plan that stand in a year.
    pub fn standing(&self, plan: MeasureSet, year: u16) -> MeasureSet {
        let started = |place: &usize| self.starts.get(*place).is_some_and(|start| *start <= year);
        plan.iter().filter(started).fold(MeasureSet::EMPTY, MeasureSet::with)
    }

    /// The last year that is computed.
    pub fn last(&self) -> u16 {
        self.targets.iter().map(|aim| aim.year).fold(self.until, u16::max)
    }

    /// The grid factor on a course.
    pub fn path(&self, model: &Model, course: Course) -> Option<GridPath> {
        match course {
            Course::Frozen => {
                let (factor, row) = own_factor(model)?;
                Some(GridPath::frozen(self.base_year, factor, row))
            }
            Course::Path(scenario) => GridPath::of(model, self.base_year, scenario),
        }
    }

    /// The fast and the slow path, where the table has them.
    pub fn band(&self, model: &Model) -> [Option<GridPath>; 2] {
        [Scenario::Fast, Scenario::Slow].map(|scenario| GridPath::of(model, self.base_year, scenario))
    }

    /// The courses that can be taken here.
    pub fn courses(&self, model: &Model) -> Vec<Course> {
        Course::ALL.into_iter().filter(|course| self.path(model, *course).is_some()).collect()
    }
}

/// Collects what is wrong while values stand in for it.
struct Check {
    problems: Vec<Problem>,
}

impl Check {
    fn refuse(&mut self, field: Field, kind: ProblemKind) {
        self.problems.push(Problem { field, kind });
    }

    fn within(&mut self, field: Field, value: f64, (min, max): (f64, f64), why: [Option<Reason>; 2]) {
        if !(min..=max).contains(&value) {
            let reason = if value < min { why[0] } else { why[1] };
            self.refuse(field, ProblemKind::OutOfRange { value, min, max, reason });
        }
    }

    fn year(&mut self, field: Field, value: u16, bounds: (u16, u16), why: [Option<Reason>; 2]) {
        self.within(field, f64::from(value), (f64::from(bounds.0), f64::from(bounds.1)), why);
    }
}

/// Reads what a project says about the years ahead.
pub fn settings(project: &Project, model: &Model) -> Result<Settings, Vec<Problem>> {
    let outlook = &project.outlook;
    let mut check = Check { problems: Vec::new() };
    let field = |name| Field::new("outlook", 0, name);
    let site_year = Field::new("site", 0, "year");
    let Some(base_year) = project.site.year.or_else(|| own_factor(model)?.1?.fact().year) else {
        return Err(vec![Problem { field: site_year, kind: ProblemKind::Missing }]);
    };
    check.year(site_year, base_year, (FIRST_YEAR, LAST_YEAR - 1), [None; 2]);
    if !check.problems.is_empty() {
        return Err(check.problems);
    }
    let growth = outlook.output_growth.unwrap_or(0.0);
    check.within(field("output_growth"), growth, (-GROWTH, GROWTH), [None; 2]);

    let mut settings = Settings {
        base_year,
        year_said: project.site.year.is_some(),
        until: LAST_YEAR,
        course: Course::Frozen,
        growth: growth / 100.0,
        starts: vec![base_year + 1; CATALOGUE.len()],
        targets: Vec::new(),
    };
    let courses = settings.courses(model);
    settings.course = course(&outlook.scenario, &courses, &mut check);
    let path_end = settings.path(model, settings.course).and_then(|path| path.end());
    let end = path_end.unwrap_or(LAST_YEAR).max(base_year + 1);
    let beyond = path_end.map(|_| Reason::AfterPath);
    let default = if base_year < UNTIL { UNTIL } else { end };
    settings.until = outlook.until.unwrap_or(default.min(end));
    check.year(field("until"), settings.until, (base_year + 1, end), [None, beyond]);
    starts(project, &mut settings, &mut check);
    let mut today = None;
    for (index, target) in project.outlook.targets.iter().enumerate() {
        let today = *today.get_or_insert_with(|| emissions(model));
        settings.targets.extend(aim(project, index, target, (base_year, end), beyond, today, &mut check));
    }
    if check.problems.is_empty() { Ok(settings) } else { Err(check.problems) }
}

/// The course a word names, else the first there is.
fn course(word: &str, courses: &[Course], check: &mut Check) -> Course {
    let first = courses.first().copied().unwrap_or(Course::Frozen);
    let field = Field::new("outlook", 0, "scenario");
    match Course::from_slug(word) {
        Some(course) if courses.contains(&course) => course,
        Some(course) => {
            check.refuse(field, ProblemKind::NoPath { scenario: course.slug() });
            first
        }
        None if word.is_empty() => first,
        None => {
            check.refuse(field, ProblemKind::Unknown { slug: word.to_owned() });
            first
        }
    }
}

/// First years of what is ticked.
fn starts(project: &Project, settings: &mut Settings, check: &mut Check) {
    let bounds = (settings.base_year + 1, settings.until);
    for (place, id) in CATALOGUE.iter().enumerate() {
        let choice = project.plan().measures.iter().find(|choice| choice.measure == id.slug() && choice.on);
        let Some(start) = choice.and_then(|choice| choice.start) else { continue };
        let why = [Some(Reason::StartInBills), Some(Reason::AfterHorizon)];
        check.year(Field::new("measure", place, "start"), start, bounds, why);
        if let Some(slot) = settings.starts.get_mut(place) {
            *slot = start;
        }
    }
}

/// Emissions of scope 1 and 2 of the bills, t.
fn emissions(model: &Model) -> f64 {
    let (plant, params): (_, &Params<f64>) = (&model.lowered.plant, &model.lowered.params);
    let mut flows = Flows::new(plant);
    crate::evaluate::evaluate(plant, params, &mut flows);
    flows.totals[Metric::Co2e]
}

fn aim(
    project: &Project,
    index: usize,
    target: &Target,
    (bills, end): (u16, u16),
    beyond: Option<Reason>,
    today: f64,
    check: &mut Check,
) -> Option<Aim> {
    let field = |name| Field::new("target", index, name);
    let before = check.problems.len();
    let base_year = target.base_year.unwrap_or(bills);
    check.year(field("base_year"), base_year, (FIRST_YEAR, bills), [None, Some(Reason::BaseAfterBills)]);
    for (name, said) in [("reduction", target.reduction.is_some()), ("year", target.year.is_some())] {
        if !said {
            check.refuse(field(name), ProblemKind::Missing);
        }
    }
    let reduction = target.reduction.unwrap_or(0.0);
    check.within(field("reduction"), reduction, (0.0, 100.0), [None; 2]);
    let year = target.year.unwrap_or(end);
    if year <= base_year {
        let (min, max) = (f64::from(base_year) + 1.0, f64::from(end));
        let reason = Some(Reason::TargetBeforeBase);
        check.refuse(field("year"), ProblemKind::OutOfRange { value: f64::from(year), min, max, reason });
    } else {
        check.year(field("year"), year, (bills + 1, end), [Some(Reason::StartInBills), beyond]);
    }
    let base = if base_year == bills { today } else { base(project, target, field("base"), check) };
    let aim = Aim { kind: target.kind, base_year, base, reduction: reduction / 100.0, year };
    (check.problems.len() == before).then_some(aim)
}

/// Emissions of an earlier base year, t; for an intensity at the output of the bills.
fn base(project: &Project, target: &Target, field: Field, check: &mut Check) -> f64 {
    let Some(said) = target.base else {
        check.refuse(field, ProblemKind::Missing);
        return 0.0;
    };
    check.within(field, said, (0.0, 1e12), [None; 2]);
    match (target.kind, project.site.output) {
        (TargetKind::Absolute, _) => said,
        (TargetKind::Intensity, Some(output)) => said * output / 1000.0,
        (TargetKind::Intensity, None) => {
            check.refuse(Field::new("site", 0, "output"), ProblemKind::Missing);
            0.0
        }
    }
}
