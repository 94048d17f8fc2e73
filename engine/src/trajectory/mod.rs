//! The plant year by year, before and with its plan.
//!
//! # Method
//! Every year is one evaluation of the same plant: what follows output has grown ([`growth`]), the
//! location-based grid factor is that of the scenario ([`path`]), and of the plan those measures
//! stand that have started; a measure is replaced when its life ends, as in the finance. Market-based
//! scope 2 stays contractual, except where no contractual factor is known and the location-based one
//! stands in. Everything else is as in the base year: prices, other factors, the station's
//! pollutants. Emissions here are scope 1 and 2, location-based.
//!
//! # Limits
//! Paths are assumptions, never forecasts. Sums count whole years from the one after the base year.

mod growth;
mod path;
mod settings;
mod target;

pub use growth::grow;
pub use path::{Course, GridPath, Point};
pub use settings::{FIRST_YEAR, LAST_YEAR, Settings, settings};
pub use target::{Aim, Progress, Reach};

use crate::assess::Model;
use crate::edit::{Edits, apply};
use crate::evaluate::evaluate;
use crate::flows::Flows;
use crate::lower::Lowered;
use crate::measures::{Context, edits, missing};
use crate::metric::{Metric, Totals};
use crate::plant::Params;
use crate::scalar::Scalar;
use crate::set::MeasureSet;

/// One year of the plant.
#[derive(Clone, Debug)]
pub struct Year {
    pub year: u16,
    /// Output against the base year.
    pub output: f64,
    /// Location-based grid factor, kg/kWh, and the points of the path it lies between.
    pub grid: f64,
    pub between: [Point; 2],
    pub before: Totals<f64>,
    pub plan: Totals<f64>,
    /// Measures of the plan that stand.
    pub standing: MeasureSet,
    /// Emissions of the plan on the fast and on the slow path, where the table has both, t.
    pub band: Option<(f64, f64)>,
}

/// The years from the base year on.
#[derive(Clone, Debug)]
pub struct Trajectory {
    pub settings: Settings,
    pub path: GridPath,
    /// To the horizon, or to the last target where that lies later.
    pub years: Vec<Year>,
    pub targets: Vec<Progress>,
    /// Sums from the year after the base year to the horizon, t.
    pub sum_before: f64,
    pub sum_plan: f64,
}

impl Trajectory {
    /// The years to the horizon.
    pub fn shown(&self) -> impl DoubleEndedIterator<Item = &Year> + Clone {
        let until = self.settings.until;
        self.years.iter().filter(move |year| year.year <= until)
    }

    /// The year at the horizon.
    pub fn last(&self) -> Option<&Year> {
        self.shown().next_back()
    }
}

/// What differs from the base year.
#[derive(Clone, Copy, Debug)]
pub struct Moment<S> {
    /// Output and location-based grid factor, both against the base year.
    pub output: S,
    pub grid: S,
}

/// The numbers of the plant in a year, before any measure.
pub fn numbers<S: Scalar>(lowered: &Lowered, base: &Params<S>, now: &Moment<S>, p: &mut Params<S>) {
    p.copy_from(base);
    grow(&lowered.plant, p, now.output);
    if let Some(grid) = lowered.plant.supplies.get(lowered.plant.electricity) {
        p[grid.co2] = p[grid.co2] * now.grid;
    }
}

/// What the measures of a set change in a plant with these numbers, in catalogue order.
pub fn changes<S: Scalar>(lowered: &Lowered, p: &Params<S>, set: MeasureSet) -> Vec<Edits<S>> {
    let entries = set.iter().filter_map(|place| lowered.measures.get(place));
    entries
        .filter(|entry| missing(entry.slots.id, &lowered.plant).is_none())
        .map(|entry| edits(&Context { plant: &lowered.plant, p, own: &entry.slots }))
        .collect()
}

/// The plant with measures in a year.
pub fn year<S: Scalar>(
    lowered: &Lowered,
    base: &Params<S>,
    now: &Moment<S>,
    set: MeasureSet,
    work: &mut Params<S>,
    out: &mut Flows<S>,
) {
    numbers(lowered, base, now, work);
    let changes = changes(lowered, work, set);
    apply(work, &changes.iter());
    evaluate(&lowered.plant, work, out);
}

/// Runs through the years. `None` where the path ends before the horizon: settings never ask that.
pub fn trajectory(model: &Model, plan: MeasureSet, settings: Settings) -> Option<Trajectory> {
    let lowered = &model.lowered;
    let path = settings.path(model, settings.course)?;
    let [fast, slow] = settings.band(model);
    let (own, _) = path::own_factor(model)?;
    let mut work = lowered.params.clone();
    let mut flows = Flows::new(&lowered.plant);
    let mut years = Vec::new();
    for number in settings.base_year..=settings.last() {
        let (grid, between) = path.at(number)?;
        let output = settings.output(number);
        let standing = settings.standing(plan, number);
        let mut totals = |set: MeasureSet, factor: f64| {
            let grid = if own > 0.0 { factor / own } else { 1.0 };
            year(lowered, &lowered.params, &Moment { output, grid }, set, &mut work, &mut flows);
            flows.totals
        };
        let mut on = |path: &Option<GridPath>| {
            let (factor, _) = path.as_ref()?.at(number)?;
            Some(totals(standing, factor)[Metric::Co2e])
        };
        let band = on(&fast).zip(on(&slow));
        let (before, plan) = (totals(MeasureSet::EMPTY, grid), totals(standing, grid));
        years.push(Year { year: number, output, grid, between, before, plan, standing, band });
    }
    let sum = |pick: fn(&Year) -> f64| {
        let counted = years.iter().skip(1).filter(|year| year.year <= settings.until);
        counted.map(pick).sum::<f64>()
    };
    let (sum_before, sum_plan) = (sum(|y| y.before[Metric::Co2e]), sum(|y| y.plan[Metric::Co2e]));
    let targets = settings.targets.iter().filter_map(|aim| Progress::of(aim, &years)).collect();
    Some(Trajectory { settings, path, years, targets, sum_before, sum_plan })
}
