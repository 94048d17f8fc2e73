//! The years ahead in words: finding, caption, lines of the chart, table, remarks.

use crate::charts::{ahead::Ahead, cashflow::Curve};
use crate::features::naming::{MetricText, inside, spoken};
use crate::features::results::counting::Counting;
use crate::features::results::shares::Shown;
use crate::features::why::Subject;
use crate::i18n::{Currency, I18n, k};
use crate::ui::{Cell, Column, Row, Table};
use lantian_engine::metric::Metric;
use lantian_engine::project::TargetKind;
use lantian_engine::trajectory::{Aim, Course, Progress, Trajectory, Year};

fn before(year: &Year) -> f64 {
    year.before[Metric::Co2e]
}

fn plan(year: &Year) -> f64 {
    year.plan[Metric::Co2e]
}

/// Whether any upgrade stands in any year.
fn planned(years: &Trajectory) -> bool {
    years.shown().any(|year| !year.standing.is_empty())
}

/// A year as it is written in dates.
pub fn year_text(year: u16) -> String {
    year.to_string()
}

/// The name of a course of the grid.
pub fn course_name(i18n: I18n, course: Course) -> String {
    match course {
        Course::Frozen => i18n.t(k::AHEAD_FROZEN).to_owned(),
        Course::Path(scenario) => i18n.key_name("scenario", scenario.slug()),
    }
}

fn counting(i18n: I18n, years: &Trajectory) -> Counting {
    let bands = years.shown().filter_map(|year| year.band).map(|(_, slow)| slow);
    let own = years.shown().flat_map(|year| [before(year), plan(year)]);
    let largest = own.chain(bands).fold(0.0, f64::max);
    Counting::new(MetricText::new(i18n, Metric::Co2e, Currency::Hkd), largest)
}

/// An amount with its unit.
fn tonnes(counting: Counting, value: f64) -> String {
    format!("{} {}", counting.show(value), counting.unit())
}

fn title(i18n: I18n, years: &Trajectory, counting: Counting) -> String {
    if let Some(Progress { aim, plan, .. }) = years.targets.first() {
        let year = year_text(aim.year);
        return match plan.met {
            Some(met) => {
                let met = year_text(met.max(years.settings.base_year));
                i18n.tf(k::AHEAD_FINDING_MET, [("year", &year), ("met", &met)])
            }
            None if plan.gap > 0.0 => {
                i18n.tf(k::AHEAD_FINDING_MISSED, [("year", &year), ("gap", &tonnes(counting, plan.gap))])
            }
            None => i18n.tf(k::AHEAD_FINDING_LOST, [("year", &year)]),
        };
    }
    let (Some(first), Some(last)) = (years.shown().next(), years.last()) else { return String::new() };
    let change = |value: f64| {
        let today = before(first);
        if today > 0.0 { i18n.format().percent(value / today - 1.0) } else { i18n.format().none() }
    };
    let (year, base) = (year_text(last.year), year_text(first.year));
    let without = change(before(last));
    if planned(years) {
        let with = change(plan(last));
        let values = [("year", year.as_str()), ("base", &base), ("plan", &with), ("before", &without)];
        i18n.tf(k::AHEAD_FINDING_PLAN, values)
    } else {
        i18n.tf(k::AHEAD_FINDING_BEFORE, [("year", &year), ("base", &base), ("before", &without)])
    }
}

fn caption(i18n: I18n, years: &Trajectory, counting: Counting) -> String {
    let settings = &years.settings;
    let path = inside(i18n, &course_name(i18n, settings.course));
    let (unit, base) = (counting.unit(), year_text(settings.base_year));
    let caption = i18n.tf(k::AHEAD_CAPTION, [("unit", &unit), ("base", &base), ("path", &path)]);
    if settings.growth.abs() > 0.0 {
        let growth = i18n.format().percent(settings.growth);
        i18n.tf(k::AHEAD_CAPTION_GROWTH, [("caption", &caption), ("growth", &growth)])
    } else {
        caption
    }
}

/// "Target −30%".
pub fn target_name(i18n: I18n, aim: &Aim) -> String {
    let reduction = i18n.format().percent(-aim.reduction);
    match aim.kind {
        TargetKind::Absolute => i18n.tf(k::AHEAD_TARGET, [("reduction", &reduction)]),
        TargetKind::Intensity => i18n.tf(k::AHEAD_TARGET_UNIT, [("reduction", &reduction)]),
    }
}

fn curves(i18n: I18n, years: &Trajectory, counting: Counting) -> Ahead {
    let curve = |label: String, value: fn(&Year) -> f64| Curve {
        label,
        points: years.shown().map(|y| (f64::from(y.year), counting.value(value(y)))).collect(),
        ..Curve::default()
    };
    let until = years.settings.until;
    let target = |progress: &Progress| Curve {
        label: target_name(i18n, &progress.aim),
        points: progress
            .line
            .iter()
            .filter(|(year, _)| *year <= until)
            .map(|(year, value)| (f64::from(*year), counting.value(*value)))
            .collect(),
        payback: (progress.aim.year <= until).then(|| (f64::from(progress.aim.year), String::new())),
        ..Curve::default()
    };
    let band = |year: &Year| {
        let (fast, slow) = year.band?;
        Some((f64::from(year.year), counting.value(fast), counting.value(slow)))
    };
    let band = match years.settings.course {
        Course::Frozen => Vec::new(),
        Course::Path(_) => years.shown().filter_map(band).collect(),
    };
    let before = curve(i18n.t(k::AHEAD_BEFORE).to_owned(), before);
    let targets = years.targets.iter().map(target).collect();
    if planned(years) {
        let plan = Curve { band, ..curve(i18n.t(k::RESULTS_PLAN).to_owned(), plan) };
        Ahead { before, plan, targets }
    } else {
        Ahead { before: Curve { band, ..before }, plan: Curve::default(), targets }
    }
}

fn table(i18n: I18n, years: &Trajectory, caption: &str, counting: Counting) -> Table {
    let with_band = years.shown().all(|year| year.band.is_some());
    let mut columns = vec![
        Column::text(i18n.t(k::FINANCE_YEAR)),
        Column::number(i18n.tf(k::AHEAD_GRID, [("unit", "kg/kWh")])),
        Column::number(i18n.t(k::AHEAD_BEFORE)),
        Column::number(i18n.t(k::RESULTS_PLAN)),
    ];
    if with_band {
        columns.extend([k::AHEAD_FAST, k::AHEAD_SLOW].map(|key| Column::number(i18n.t(key))));
    }
    columns.extend(years.targets.iter().map(|progress| Column::number(target_name(i18n, &progress.aim))));
    let rows = years.shown().enumerate().map(|(place, year)| {
        let grid = Subject::Grid { year: year.year }.key();
        let mut cells = vec![
            Cell::from(year_text(year.year)),
            Cell::with_why(
                i18n.format().table(year.grid, 4),
                grid,
                spoken(i18n, &i18n.format().table(year.grid, 4)),
            ),
            Cell::from(counting.show(before(year))),
            Cell::from(counting.show(plan(year))),
        ];
        if let Some((fast, slow)) = year.band.filter(|_| with_band) {
            cells.extend([fast, slow].map(|value| Cell::from(counting.show(value))));
        }
        let targets = years.targets.iter().filter_map(|progress| progress.line.get(place));
        cells.extend(targets.map(|(_, value)| Cell::from(counting.show(*value))));
        Row::new(cells)
    });
    Table { caption: caption.to_owned(), columns, rows: rows.collect() }
}

/// Chart, table and what stands over them.
pub fn shown(i18n: I18n, years: &Trajectory) -> Shown<Ahead> {
    let counting = counting(i18n, years);
    let title = title(i18n, years, counting);
    let table = table(i18n, years, &title, counting);
    Shown { caption: caption(i18n, years, counting), data: curves(i18n, years, counting), table, title }
}

/// What the years add up to, and the budget of each target.
pub fn sums(i18n: I18n, years: &Trajectory) -> Vec<String> {
    let counting = counting(i18n, years);
    let settings = &years.settings;
    let mut lines = Vec::new();
    let (from, until) = (year_text(settings.base_year + 1), year_text(settings.until));
    let (before, plan) = (tonnes(counting, years.sum_before), tonnes(counting, years.sum_plan));
    let values = [("from", from.as_str()), ("until", &until), ("before", &before), ("plan", &plan)];
    lines.push(i18n.tf(k::AHEAD_SUM, values));
    for Progress { aim, budget, plan, .. } in &years.targets {
        let over = plan.spent - budget;
        let key = if over > 0.0 { k::AHEAD_BUDGET_OVER } else { k::AHEAD_BUDGET_UNDER };
        let (year, budget) = (year_text(aim.year), tonnes(counting, *budget));
        let rest = tonnes(counting, over.abs());
        lines.push(i18n.tf(key, [("year", &year), ("budget", &budget), ("rest", &rest)]));
    }
    lines
}

/// What the years rest on.
pub fn remarks(i18n: I18n, years: &Trajectory, courses: usize) -> Vec<String> {
    let settings = &years.settings;
    let mut lines = Vec::new();
    lines.push(i18n.t(match settings.course {
        Course::Path(_) => k::AHEAD_ASSUMED,
        Course::Frozen => k::AHEAD_ASSUMED_FROZEN,
    }));
    if courses <= 1 {
        lines.push(i18n.t(k::AHEAD_NO_PATH));
    }
    let mut lines: Vec<String> = lines.into_iter().map(str::to_owned).collect();
    if let Some(region) = years.path.pace_of {
        let region = i18n.key_name("region", region.slug());
        lines.push(i18n.tf(k::AHEAD_PACE, [("region", &region)]));
    }
    if !settings.year_said {
        lines.push(i18n.tf(k::AHEAD_YEAR_UNSAID, [("year", &year_text(settings.base_year))]));
    }
    lines.push(i18n.t(k::AHEAD_FOLLOWS).to_owned());
    lines
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::super::{Years, years};
    use super::*;
    use crate::features::results::sample::{english, mill, outcome};
    use lantian_engine::project::{Project, Target};

    fn ran(project: &Project) -> Years {
        years(project, &outcome(project))
    }

    fn said(i18n: I18n, project: &Project) -> Shown<Ahead> {
        shown(i18n, ran(project).ran().unwrap())
    }

    fn frozen(measures: &[&str]) -> Project {
        let mut project = mill(measures);
        project.site.year = Some(2025);
        "frozen".clone_into(&mut project.outlook.scenario);
        project
    }

    fn target(reduction: f64) -> Target {
        Target { reduction: Some(reduction), year: Some(2030), ..Target::default() }
    }

    #[test]
    fn the_title_tells_what_becomes_of_the_target() {
        let (_owner, i18n) = english();
        let mut project = frozen(&["boiler_coal_to_gas"]);
        assert!(said(i18n, &project).title.starts_with("Emissions in 2035 against 2025: −"));
        project.outlook.targets = vec![target(1.0)];
        assert_eq!(said(i18n, &project).title, "The target for 2030 is kept from 2026 on");
        project.outlook.targets = vec![target(99.0)];
        let missed = said(i18n, &project).title;
        assert!(
            missed.starts_with("The target for 2030 is missed by ") && missed.ends_with("t CO₂e"),
            "{missed}"
        );
        let bare = frozen(&[]);
        assert_eq!(said(i18n, &bare).title, "Emissions in 2035 against 2025, without upgrades: unchanged");
    }

    #[test]
    fn the_table_is_the_chart_in_figures() {
        let (_owner, i18n) = english();
        let mut project = mill(&["lighting_led"]);
        project.outlook.targets = vec![target(30.0)];
        let shown = said(i18n, &project);
        assert_eq!(shown.table.rows.len(), shown.data.plan.points.len());
        assert!(shown.table.rows.iter().all(|row| row.cells.len() == shown.table.columns.len()));
        // The factor of the first year opens its source.
        let (key, _) = shown.table.rows[0].cells[1].why.clone().unwrap();
        assert_eq!(Subject::parse(&key), Some(Subject::Grid { year: 2023 }));
        assert_eq!(shown.data.targets.len(), 1);
        assert!(!shown.data.plan.band.is_empty());
    }

    #[test]
    fn what_stands_in_or_is_assumed_is_said() {
        let (_owner, i18n) = english();
        let project = mill(&[]);
        let Years::Ran(ran, courses) = ran(&project) else { panic!() };
        let remarks = remarks(i18n, &ran, courses.len()).join(" ");
        assert!(remarks.contains("assumptions") && remarks.contains("2023, the year of the grid factor"));
        let mut yunnan = project;
        yunnan.site.region = "cn_yunnan".to_owned();
        let Years::Ran(ran, courses) = super::super::years(&yunnan, &outcome(&yunnan)) else { panic!() };
        assert!(super::remarks(i18n, &ran, courses.len()).join(" ").contains("Mainland China"));
        // Nothing but electricity: in Hong Kong the gas of the pipe has another name.
        let mut unknown = yunnan;
        unknown.site.region = "hk".to_owned();
        unknown.bills.retain(|bill| bill.carrier == "electricity");
        let Years::Ran(ran, courses) = super::super::years(&unknown, &outcome(&unknown)) else { panic!() };
        assert!(super::remarks(i18n, &ran, courses.len()).join(" ").contains("No path is known"));
    }
}
