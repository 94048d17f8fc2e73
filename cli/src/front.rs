//! `optimise --front`: the plans that none beats at both cost and effect.

use crate::args::Wish;
use crate::failure::Failure;
use crate::json::unit;
use crate::optimise::{ask, goal_unit, slug, words};
use crate::table::{Align::Left, Align::Right, Table, figure};
use lantian_engine::assess::Model;
use lantian_engine::best::{Front, Goal, Part, Point};
use lantian_engine::metric::Metric;

/// Evaluations after which the front is told as far as it is known: some seconds.
const LONGEST: u64 = 5_000_000;

/// Nodes of the search between two looks at the effort.
const STEP: usize = 1000;

/// The front as far as it is known.
#[derive(Debug)]
pub struct Found<'a> {
    model: &'a Model,
    goal: Goal,
    points: Vec<Point>,
    complete: bool,
    evaluations: u64,
}

#[derive(Debug, serde::Serialize)]
pub struct Document<'a> {
    /// `npv` or the figure that is saved, and its unit.
    goal: &'static str,
    unit: &'a str,
    currency: &'a str,
    /// No other plan stands on the front; otherwise, between two points nothing is worth more than the
    /// dearer one.
    complete: bool,
    evaluations: u64,
    points: Vec<Line>,
}

#[derive(Debug, serde::Serialize)]
struct Line {
    cost: f64,
    worth: f64,
    plan: Vec<&'static str>,
}

impl<'a> Found<'a> {
    /// The front of a wish; what is to be saved is CO2e unless the wish names another goal.
    pub fn new(model: &'a Model, wish: &Wish) -> Result<Self, Failure> {
        let ask = ask(wish, Goal::Saving(Metric::Co2e))?;
        let impossible = |reason| Failure::Impossible(words(&reason));
        let mut front = Front::new(model, &ask, Part::WHOLE).map_err(impossible)?;
        let mut complete = false;
        while !complete && front.evaluations() < LONGEST {
            complete = front.advance(STEP);
        }
        let (points, evaluations) = (front.points().to_vec(), front.evaluations());
        if points.is_empty() {
            return Err(Failure::NotFound(evaluations));
        }
        Ok(Found { model, goal: ask.goal, points, complete, evaluations })
    }

    pub fn document<'d>(&'d self, currency: &'d str) -> Document<'d> {
        let slugs = |point: &Point| {
            let entries = point.best.plan.iter().filter_map(|place| self.model.lowered.measures.get(place));
            entries.map(|entry| entry.slots.id.slug()).collect()
        };
        let line = |point: &Point| Line { cost: point.cost, worth: point.best.worth, plan: slugs(point) };
        Document {
            goal: slug(self.goal),
            unit: goal_unit(self.goal, currency),
            currency,
            complete: self.complete,
            evaluations: self.evaluations,
            points: self.points.iter().map(line).collect(),
        }
    }

    pub fn table(&self, currency: &str) -> String {
        let cost = format!("cost {}", unit(Metric::Cost, currency));
        let worth = format!("{} {}", slug(self.goal), goal_unit(self.goal, currency));
        let mut table = Table::new([&cost, &worth, "upgrades", "codes"], [Right, Right, Right, Left]);
        for point in &self.points {
            let entries = point.best.plan.iter().filter_map(|place| self.model.lowered.measures.get(place));
            let codes: Vec<&str> = entries.map(|entry| entry.slots.id.spec().code).collect();
            let count = point.best.plan.len().to_string();
            table.row([figure(point.cost), figure(point.best.worth), count, codes.join(" ")]);
        }
        let proof = if self.complete {
            "no other plan stands on the front"
        } else {
            "the search was given up; between two lines nothing is worth more than the second"
        };
        format!(
            "{}\n{} plans: {proof} ({} evaluations)\n",
            table.render(),
            self.points.len(),
            self.evaluations
        )
    }
}
