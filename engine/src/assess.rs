//! The whole answer to a project: before, after, and every measure's part in it.
//!
//! [`assess`] is what screens, the command line and tests call. It lowers the project, calibrates
//! it, evaluates the base case and the plan, and appraises each measure.

use crate::attribution::{EXACT_LIMIT, Share, attribute};
use crate::data::MeasureId;
use crate::edit::{Edits, apply};
use crate::evaluate::evaluate;
use crate::finance::{Appraisal, Investment, WhatIf, YearlySaving, appraise, cost_per_unit, what_if};
use crate::flows::Flows;
use crate::lower::{Lowered, lower};
use crate::measures::{Context, Missing, edits, missing};
use crate::metric::{Metric, Totals};
use crate::notice::{Notice, NoticeKind, Problem};
use crate::origin::Field;
use crate::plant::{AirPollutant, Params};
use crate::project::Project;
use crate::scalar::Scalar;
use crate::set::MeasureSet;

/// How much to compute.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Depth {
    /// Everything but fair shares: some dozens of evaluations.
    Quick,
    /// With Shapley shares of the plan (2ⁿ evaluations up to 16 measures).
    Full,
}

/// Result of [`assess`].
#[derive(Clone, Debug)]
pub struct Assessment {
    /// What must be mended first; empty when there is an outcome.
    pub problems: Vec<Problem>,
    pub notices: Vec<Notice>,
    pub outcome: Option<Outcome>,
}

/// The plant before and after, and its measures.
#[derive(Clone, Debug)]
pub struct Outcome {
    pub model: Model,
    pub before: Flows<f64>,
    pub after: Flows<f64>,
    /// All measures of the catalogue, in catalogue order.
    pub measures: Vec<MeasureOutcome>,
    /// Those that count: places in `measures`.
    pub plan: MeasureSet,
    /// The plan as one investment.
    pub appraisal: Appraisal,
    /// Net cost per tonne CO2e of scope 1 and 2, if any are saved.
    pub cost_per_tonne: Option<f64>,
    /// Net cost per kg of each pollutant that is saved on site, in the order of [`AirPollutant::ALL`].
    pub cost_per_kg: [Option<f64>; 6],
    /// Shares are exact; false when sampled.
    pub exact: bool,
}

/// One measure on this plant.
#[derive(Clone, Debug)]
pub struct MeasureOutcome {
    pub id: MeasureId,
    /// Ticked by the user.
    pub on: bool,
    /// Ticked, applicable and not excluded: part of the plan.
    pub counted: bool,
    pub missing: Option<Missing>,
    /// Another measure of the plan that excludes it.
    pub excluded_by: Option<MeasureId>,
    /// Size in the unit of its cost, implementation cost in the project's currency, life.
    pub size: f64,
    pub cost: f64,
    pub life: u16,
    /// Savings against the base case; `None` when the plant lacks something.
    pub alone: Option<Totals<f64>>,
    /// Shares in the plan, when counted and computed.
    pub share: Option<Share>,
    /// As an investment of its own against the base case.
    pub appraisal: Option<Appraisal>,
    pub cost_per_tonne: Option<f64>,
    /// Per kg of each pollutant, as of the plan.
    pub cost_per_kg: [Option<f64>; 6],
}

impl Outcome {
    /// Saving of the plan, positive where a figure falls.
    pub fn saving(&self) -> Totals<f64> {
        self.before.totals.minus(&self.after.totals)
    }

    /// Largest standard error of a share of the plan, in the unit of the metric: zero when shares are
    /// exact, `None` while there are none.
    pub fn sampling_error(&self, metric: Metric) -> Option<f64> {
        let errors = self.counted().map(|measure| measure.share.as_ref().map(|share| share.error[metric]));
        errors.collect::<Option<Vec<f64>>>().map(|errors| errors.into_iter().fold(0.0, f64::max))
    }

    /// Measures that are part of the plan.
    pub fn counted(&self) -> impl Iterator<Item = &MeasureOutcome> {
        self.measures.iter().filter(|m| m.counted)
    }
}

/// A calibrated plant with the edits of every measure, ready to be evaluated many times.
#[derive(Clone, Debug)]
pub struct Model {
    pub lowered: Lowered,
    /// In catalogue order; empty for what does not apply.
    pub edits: Vec<Edits<f64>>,
}

/// Numbers that evaluations reuse, so that none of them allocates.
#[derive(Clone, Debug)]
pub struct Scratch {
    work: Params<f64>,
    pub flows: Flows<f64>,
}

impl Model {
    pub fn new(lowered: Lowered) -> Self {
        let edits = lowered
            .measures
            .iter()
            .map(|entry| match missing(entry.slots.id, &lowered.plant) {
                Some(_) => Edits::default(),
                None => edits(&Context { plant: &lowered.plant, p: &lowered.params, own: &entry.slots }),
            })
            .collect();
        Model { lowered, edits }
    }

    pub fn scratch(&self) -> Scratch {
        Scratch { work: self.lowered.params.clone(), flows: Flows::new(&self.lowered.plant) }
    }

    /// Evaluates the plant with a set of measures of the catalogue.
    pub fn evaluate(&self, set: MeasureSet, scratch: &mut Scratch) {
        scratch.work.copy_from(&self.lowered.params);
        let chosen = self.edits.iter().enumerate().filter(|(place, _)| set.contains(*place)).map(|(_, e)| e);
        apply(&mut scratch.work, &chosen);
        evaluate(&self.lowered.plant, &scratch.work, &mut scratch.flows);
    }

    /// Implementation cost of a measure in the project's currency.
    pub fn cost<S: Scalar>(&self, p: &Params<S>, index: usize) -> S {
        self.lowered.measures.get(index).map_or_else(S::zero, |entry| match entry.quote {
            Some(quote) => p[quote],
            None => {
                p[entry.unit_cost] * p[entry.slots.size] * p[entry.slots.coverage] * p[entry.slots.exchange]
            }
        })
    }

    /// The one-off grant to an implementation cost.
    pub fn grant<S: Scalar>(&self, cost: S) -> S {
        let money = &self.lowered.money;
        (cost * S::constant(money.grant_share)).min(S::constant(money.grant_cap))
    }

    /// Implementation cost in the project's currency and life of a measure.
    pub fn investment(&self, index: usize) -> Investment {
        let life = self.lowered.measures.get(index).map_or(1, |entry| entry.life);
        Investment { cost: self.cost(&self.lowered.params, index), life }
    }

    /// Appraises a set of measures that saves `saved` a year.
    pub fn appraise(&self, set: MeasureSet, saved: &Totals<f64>) -> Appraisal {
        let (investments, grant, saving) = self.cash(set, saved);
        appraise(&investments, grant, &saving, &self.lowered.money.terms)
    }

    /// The same at other energy prices and discount rates.
    pub fn what_if(&self, set: MeasureSet, saved: &Totals<f64>) -> WhatIf {
        let (investments, grant, saving) = self.cash(set, saved);
        what_if(&investments, grant, &saving, &self.lowered.money.terms)
    }

    fn cash(&self, set: MeasureSet, saved: &Totals<f64>) -> (Vec<Investment>, f64, YearlySaving) {
        let investments: Vec<Investment> = set.iter().map(|place| self.investment(place)).collect();
        let cost: f64 = investments.iter().map(|i| i.cost).sum();
        let saving = YearlySaving::of(saved, self.lowered.money.terms.carbon_price);
        (investments, self.grant(cost), saving)
    }
}

/// Computes everything about a project.
pub fn assess(project: &Project, depth: Depth) -> Assessment {
    let lowering = lower(project);
    match lowering.result {
        Err(problems) => Assessment { problems, notices: lowering.notices, outcome: None },
        Ok(lowered) => {
            let mut notices = lowering.notices;
            let outcome = outcome(Model::new(*lowered), depth, &mut notices);
            Assessment { problems: Vec::new(), notices, outcome: Some(outcome) }
        }
    }
}

/// Which ticked measures count: applicable, and the first of each exclusive group.
pub(crate) fn counted(model: &Model, notices: &mut Vec<Notice>) -> (MeasureSet, Vec<Option<MeasureId>>) {
    let mut set = MeasureSet::EMPTY;
    let mut excluded = vec![None; model.edits.len()];
    let mut chosen: Vec<MeasureId> = Vec::new();
    for (index, entry) in model.lowered.measures.iter().enumerate() {
        let id = entry.slots.id;
        if missing(id, &model.lowered.plant).is_some() {
            continue;
        }
        let rival = chosen.iter().copied().find(|other| excludes(*other, id));
        if let Some(place) = excluded.get_mut(index) {
            *place = rival;
        }
        if !entry.on {
            continue;
        }
        if let Some(rival) = rival {
            let kind = NoticeKind::Excluded { slug: id.slug().to_owned(), by: rival.slug().to_owned() };
            notices.push(Notice { field: Field::new("measure", index, "on"), kind });
        } else {
            chosen.push(id);
            set = set.with(index);
        }
    }
    (set, excluded)
}

/// Whether two measures act on the same equipment in ways that cannot be combined.
pub fn excludes(one: MeasureId, other: MeasureId) -> bool {
    let groups = other.spec().exclusive_groups;
    one != other && one.spec().exclusive_groups.iter().any(|g| groups.contains(g))
}

fn outcome(model: Model, depth: Depth, notices: &mut Vec<Notice>) -> Outcome {
    let mut scratch = model.scratch();
    model.evaluate(MeasureSet::EMPTY, &mut scratch);
    let before = scratch.flows.clone();
    let (set, excluded) = counted(&model, notices);
    model.evaluate(set, &mut scratch);
    let after = scratch.flows.clone();

    let plan: Vec<usize> = set.iter().collect();
    let mut shares = match depth {
        Depth::Quick => Vec::new(),
        Depth::Full => attribute(plan.len(), |subset| {
            model.evaluate(subset.among(&plan), &mut scratch);
            scratch.flows.totals
        }),
    }
    .into_iter();
    let mut measures = Vec::with_capacity(model.edits.len());
    for (index, entry) in model.lowered.measures.iter().enumerate() {
        let id = entry.slots.id;
        let lacking = missing(id, &model.lowered.plant);
        let counted = set.contains(index);
        let investment = model.investment(index);
        let alone = lacking.is_none().then(|| {
            model.evaluate(MeasureSet::one(index), &mut scratch);
            before.totals.minus(&scratch.flows.totals)
        });
        let appraisal = alone.as_ref().map(|saved| model.appraise(MeasureSet::one(index), saved));
        let (per_tonne, per_kg) = match (&alone, &appraisal) {
            (Some(saved), Some(appraisal)) => unit_costs(&model, appraisal, saved),
            _ => (None, [None; 6]),
        };
        measures.push(MeasureOutcome {
            id,
            on: entry.on,
            counted,
            missing: lacking,
            excluded_by: excluded.get(index).copied().flatten(),
            size: model.lowered.params[entry.slots.size],
            cost: investment.cost,
            life: investment.life,
            alone,
            share: if counted { shares.next() } else { None },
            appraisal,
            cost_per_tonne: per_tonne,
            cost_per_kg: per_kg,
        });
    }
    let saved = before.totals.minus(&after.totals);
    let appraisal = model.appraise(set, &saved);
    let (cost_per_tonne, cost_per_kg) = unit_costs(&model, &appraisal, &saved);
    let exact = plan.len() <= EXACT_LIMIT;
    Outcome { model, before, after, measures, plan: set, appraisal, cost_per_tonne, cost_per_kg, exact }
}

/// Net cost per tonne CO2e and per kg of each pollutant.
fn unit_costs(model: &Model, money: &Appraisal, saved: &Totals<f64>) -> (Option<f64>, [Option<f64>; 6]) {
    let per = |metric: Metric| cost_per_unit(money.npv, saved[metric], &model.lowered.money.terms);
    (per(Metric::Co2e), AirPollutant::ALL.map(|pollutant| per(Metric::of(pollutant))))
}
