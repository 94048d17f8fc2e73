//! `trajectory`: the plant year by year, before and with its plan, and its targets.

use std::fmt::Write as _;

use crate::args::Ahead;
use crate::json::{Numbers, write};
use crate::table::{Align::Left, Align::Right, Table, figure};
use lantian_engine::assess::Outcome;
use lantian_engine::data::{FactId, Region};
use lantian_engine::measures::CATALOGUE;
use lantian_engine::metric::Metric;
use lantian_engine::notice::Problem;
use lantian_engine::project::{Project, TargetKind};
use lantian_engine::trajectory::{Progress, Reach, Trajectory, Year, settings, trajectory};

#[derive(Debug, serde::Serialize)]
struct Document<'a> {
    base_year: u16,
    until: u16,
    /// `base`, `slow`, `fast` or `frozen`; the region whose pace is taken over, if it is a wider one.
    scenario: &'static str,
    pace_of: Option<&'static str>,
    /// Fraction a year.
    output_growth: f64,
    /// Sums of scope 1 and 2 from the year after the base year to `until`, t CO2e.
    sum_before: f64,
    sum_plan: f64,
    years: Vec<Line<'a>>,
    targets: Vec<Target>,
}

#[derive(Debug, serde::Serialize)]
struct Line<'a> {
    year: u16,
    /// Against the base year.
    output: f64,
    /// kg per kWh, location-based, and the rows of the fact tables it lies between.
    grid_factor: f64,
    grid_rows: [Option<&'static str>; 2],
    /// Ids of the measures of the plan that stand.
    standing: Vec<&'static str>,
    before: Numbers<'a>,
    plan: Numbers<'a>,
    /// Scope 1 and 2 of the plan on the fast and the slow path, t CO2e.
    co2e_fast: Option<f64>,
    co2e_slow: Option<f64>,
}

#[derive(Debug, serde::Serialize)]
struct Target {
    kind: &'static str,
    base_year: u16,
    year: u16,
    /// t CO2e: emissions of the base year, those allowed in the target year, and the sum that the
    /// straight line allows from the year after the bills to the target year.
    base: f64,
    level: f64,
    budget: f64,
    before: Course,
    plan: Course,
}

#[derive(Debug, serde::Serialize)]
struct Course {
    /// First year from which on the level is kept; `null` where it is not.
    met: Option<u16>,
    /// Above the level in the target year, and emitted in the years of the budget, t CO2e.
    gap: f64,
    spent: f64,
}

/// The years of a project with what the command line asks of them.
#[derive(Debug)]
pub struct Ran(Trajectory);

/// Puts what the command line says in the place of what the file says.
pub fn ask(project: &mut Project, ahead: &Ahead) {
    let outlook = &mut project.outlook;
    outlook.until = ahead.to.or(outlook.until);
    outlook.output_growth = ahead.growth.or(outlook.output_growth);
    if let Some(scenario) = &ahead.scenario {
        outlook.scenario.clone_from(scenario);
    }
}

impl Ran {
    pub fn new(project: &Project, outcome: &Outcome) -> Result<Self, Vec<Problem>> {
        let settings = settings(project, &outcome.model)?;
        // Checked settings never go beyond their path.
        trajectory(&outcome.model, outcome.plan, settings).map(Ran).ok_or_else(Vec::new)
    }

    pub fn json(&self) -> String {
        let Trajectory { settings, path, sum_before, sum_plan, .. } = &self.0;
        write(&Document {
            base_year: settings.base_year,
            until: settings.until,
            scenario: settings.course.slug(),
            pace_of: path.pace_of.map(Region::slug),
            output_growth: settings.growth,
            sum_before: *sum_before,
            sum_plan: *sum_plan,
            years: self.0.shown().map(line).collect(),
            targets: self.0.targets.iter().map(target).collect(),
        })
    }

    pub fn csv(&self) -> String {
        let mut head = vec!["year".to_owned(), "output".to_owned(), "grid_factor".to_owned()];
        for side in ["before", "plan"] {
            head.extend(Metric::ALL.iter().map(|metric| format!("{}_{side}", metric.slug())));
        }
        head.extend(["co2e_fast", "co2e_slow"].map(str::to_owned));
        head.extend((1..=self.0.targets.len()).map(|number| format!("target_{number}")));
        let mut text = head.join(",") + "\n";
        for (place, year) in self.0.shown().enumerate() {
            let mut cells = vec![year.year.to_string(), year.output.to_string(), year.grid.to_string()];
            for totals in [&year.before, &year.plan] {
                cells.extend(Metric::ALL.iter().map(|&metric| totals[metric].to_string()));
            }
            let band = year.band.map(|(fast, slow)| [fast, slow]);
            let band = [band.map(|[fast, _]| fast), band.map(|[_, slow]| slow)];
            cells.extend(band.map(|value| value.map_or_else(String::new, |value| value.to_string())));
            let lines = self.0.targets.iter().map(|target| target.line.get(place));
            cells.extend(lines.map(|point| point.map_or_else(String::new, |(_, t)| t.to_string())));
            text.push_str(&(cells.join(",") + "\n"));
        }
        text
    }

    pub fn table(&self) -> String {
        let head = ["year", "kg/kWh", "scope 1", "scope 2", "before t", "plan t", "fast t", "slow t"];
        let mut table = Table::new(head, [Left, Right, Right, Right, Right, Right, Right, Right]);
        for year in self.0.shown() {
            let band = |pick: fn((f64, f64)) -> f64| year.band.map_or_else(String::new, |b| figure(pick(b)));
            table.row([
                year.year.to_string(),
                format!("{:.4}", year.grid),
                figure(year.plan[Metric::Scope1]),
                figure(year.plan[Metric::Scope2]),
                figure(year.before[Metric::Co2e]),
                figure(year.plan[Metric::Co2e]),
                band(|(fast, _)| fast),
                band(|(_, slow)| slow),
            ]);
        }
        let Trajectory { settings, sum_before, sum_plan, .. } = &self.0;
        let mut text = table.render();
        let (before, plan) = (figure(*sum_before), figure(*sum_plan));
        // Writing to a string cannot fail.
        let _ = writeln!(
            text,
            "\nsum {} to {}: {before} t, with the plan {plan} t ({})",
            settings.base_year + 1,
            settings.until,
            settings.course.slug()
        );
        for progress in &self.0.targets {
            let Progress { aim, level, budget, plan, .. } = progress;
            let met = plan.met.map_or_else(|| "not met".to_owned(), |year| format!("met from {year}"));
            let _ = writeln!(
                text,
                "target {} ({}): {} t, gap with the plan {} t, {met}; budget {} t, spent {} t",
                aim.year,
                kind(aim.kind),
                figure(*level),
                figure(plan.gap),
                figure(*budget),
                figure(plan.spent),
            );
        }
        text.push_str("The paths of the grid factor are assumptions.\n");
        text
    }
}

fn line(year: &Year) -> Line<'_> {
    let row = |row: Option<FactId>| row.map(FactId::slug);
    Line {
        year: year.year,
        output: year.output,
        grid_factor: year.grid,
        grid_rows: year.between.map(|point| row(point.row)),
        standing: year.standing.iter().filter_map(|place| CATALOGUE.get(place)).map(|id| id.slug()).collect(),
        before: Numbers(&year.before),
        plan: Numbers(&year.plan),
        co2e_fast: year.band.map(|(fast, _)| fast),
        co2e_slow: year.band.map(|(_, slow)| slow),
    }
}

fn target(progress: &Progress) -> Target {
    let course = |reach: &Reach| Course { met: reach.met, gap: reach.gap, spent: reach.spent };
    Target {
        kind: kind(progress.aim.kind),
        base_year: progress.aim.base_year,
        year: progress.aim.year,
        base: progress.aim.base,
        level: progress.level,
        budget: progress.budget,
        before: course(&progress.before),
        plan: course(&progress.plan),
    }
}

fn kind(kind: TargetKind) -> &'static str {
    match kind {
        TargetKind::Absolute => "absolute",
        TargetKind::Intensity => "intensity",
    }
}
