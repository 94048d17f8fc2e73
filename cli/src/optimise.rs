//! `optimise`: the best plan within limits, with the proof that no other is better.

use crate::args::Wish;
use crate::failure::Failure;
use crate::json::{Money, Numbers, money, unit};
use crate::names;
use crate::table::{Align::Left, Align::Right, Table, figure};
use lantian_engine::assess::{Model, Outcome};
use lantian_engine::best::{Ask, Best, Goal, Impossible, Search};
use lantian_engine::data::MeasureId;
use lantian_engine::finance::Appraisal;
use lantian_engine::measures::CATALOGUE;
use lantian_engine::metric::{Metric, Totals};

/// Evaluations after which the best plan so far is told with its bound: some seconds.
const LONGEST: u64 = 2_000_000;

/// Nodes of the search between two looks at the effort.
const STEP: usize = 1000;

/// The best plan and what it does.
#[derive(Debug)]
pub struct Found<'a> {
    model: &'a Model,
    goal: Goal,
    best: Best,
    saving: Totals<f64>,
    appraisal: Appraisal,
}

#[derive(Debug, serde::Serialize)]
pub struct Document<'a> {
    /// `npv` or the figure that is saved, and its unit.
    goal: &'static str,
    unit: &'a str,
    /// What the plan is worth towards the goal, and what no plan can exceed.
    worth: f64,
    bound: f64,
    /// The search has ended: no plan is better than this one.
    proven: bool,
    evaluations: u64,
    plan: Vec<Line>,
    appraisal: Money,
    saving: Numbers<'a>,
}

#[derive(Debug, serde::Serialize)]
struct Line {
    id: &'static str,
    code: &'static str,
    name: &'static str,
    cost: f64,
}

impl<'a> Found<'a> {
    pub fn new(outcome: &'a Outcome, wish: &Wish) -> Result<Self, Failure> {
        let model = &outcome.model;
        let ask = ask(wish, Goal::Npv)?;
        let goal = ask.goal;
        let best = search(model, &ask).map_err(|reason| Failure::Impossible(words(&reason)))?;
        let best = best.ok_or(Failure::NotFound(LONGEST))?;
        let mut scratch = model.scratch();
        model.evaluate(best.plan, &mut scratch);
        let saving = outcome.before.totals.minus(&scratch.flows.totals);
        let appraisal = model.appraise(best.plan, &saving);
        Ok(Found { model, goal, best, saving, appraisal })
    }

    fn lines(&self) -> Vec<Line> {
        let entries = self.best.plan.iter().filter_map(|place| {
            let id = self.model.lowered.measures.get(place)?.slots.id;
            let cost = self.model.investment(place).cost;
            Some(Line { id: id.slug(), code: id.spec().code, name: names::measure(id), cost })
        });
        entries.collect()
    }

    pub fn document<'d>(&'d self, currency: &'d str) -> Document<'d> {
        Document {
            goal: slug(self.goal),
            unit: goal_unit(self.goal, currency),
            worth: self.best.worth,
            bound: self.best.bound,
            proven: self.best.proven,
            evaluations: self.best.evaluations,
            plan: self.lines(),
            appraisal: money(&self.appraisal),
            saving: Numbers(&self.saving),
        }
    }

    pub fn table(&self, currency: &str) -> String {
        let cost = format!("cost {}", unit(Metric::Cost, currency));
        let mut table = Table::new(["code", "upgrade", &cost], [Left, Left, Right]);
        for line in self.lines() {
            table.row([line.code.to_owned(), line.name.to_owned(), figure(line.cost)]);
        }
        let sum = figure(self.appraisal.investment);
        table.row([String::new(), format!("{} upgrades", self.best.plan.len()), sum]);
        let (worth, bound) = (figure(self.best.worth), figure(self.best.bound));
        let (goal, unit) = (slug(self.goal), goal_unit(self.goal, currency));
        let proof = if self.best.proven {
            "no plan is better".to_owned()
        } else {
            format!("the search was given up; no plan exceeds {bound}")
        };
        format!(
            "{}\n{goal} {worth} {unit}: {proof} ({} evaluations)\n",
            table.render(),
            self.best.evaluations
        )
    }
}

/// What a wish asks; its goal is `usual` unless it names one.
pub fn ask(wish: &Wish, usual: Goal) -> Result<Ask, Failure> {
    Ok(Ask {
        goal: wish.goal.as_deref().map_or(Ok(usual), goal)?,
        budget: wish.budget,
        payback: wish.payback,
        required: measures(&wish.require)?,
        forbidden: measures(&wish.exclude)?,
    })
}

/// The unit a goal is counted in.
pub fn goal_unit(goal: Goal, currency: &str) -> &str {
    match goal {
        Goal::Npv => unit(Metric::Cost, currency),
        Goal::Saving(metric) => unit(metric, currency),
    }
}

fn search(model: &Model, ask: &Ask) -> Result<Option<Best>, Impossible> {
    let mut search = Search::new(model, ask)?;
    while !search.advance(STEP) && search.evaluations() < LONGEST {}
    search.best()
}

fn goal(word: &str) -> Result<Goal, Failure> {
    if word == "npv" {
        return Ok(Goal::Npv);
    }
    let metric = Metric::ALL.iter().copied().find(|metric| metric.slug() == word);
    metric.map(Goal::Saving).ok_or_else(|| Failure::UnknownGoal(word.to_owned()))
}

pub fn slug(goal: Goal) -> &'static str {
    match goal {
        Goal::Npv => "npv",
        Goal::Saving(metric) => metric.slug(),
    }
}

pub fn measures(slugs: &[String]) -> Result<Vec<MeasureId>, Failure> {
    let find = |slug: &String| {
        let known = CATALOGUE.iter().copied().find(|id| id.slug() == slug || id.spec().code == slug);
        known.ok_or_else(|| Failure::UnknownMeasure(slug.clone()))
    };
    slugs.iter().map(find).collect()
}

pub fn words(reason: &Impossible) -> String {
    match reason {
        Impossible::NotApplicable(id) => format!("{} has nothing to act on in this plant", id.slug()),
        Impossible::Forbidden(id) => format!("{} is required and excluded", id.slug()),
        Impossible::Excluded(one, other) => {
            format!("{} and {} act on the same equipment", one.slug(), other.slug())
        }
        Impossible::Budget(cost) => format!("what is required costs {}", figure(*cost)),
        Impossible::Payback => "with what is required none pays back in time".to_owned(),
        Impossible::Limit => "budget and payback are numbers from zero up".to_owned(),
    }
}
