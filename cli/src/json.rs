//! The JSON of `evaluate` and `validate`.
//!
//! Numbers are written with all their digits, so they read back as the very numbers of the
//! engine. What is absent is `null`, never zero. Every figure is a year's. Keys of figures are
//! the engine's metric slugs; `saving`, `alone`, `in_plan` and `last_in` are positive where the
//! figure falls and have the units of `before`.
//!
//! The shape is that of the structs below, in their order.

use std::fmt::Debug;

use crate::finance::Rates;
use crate::{names, words};
use lantian_engine::assess::{Assessment, MeasureOutcome, Outcome};
use lantian_engine::data::{FACTOR_PACK_HASH, FACTOR_PACK_VERSION, MeasureId};
use lantian_engine::finance::{Appraisal, Payback, PriceCase, WhatIf};
use lantian_engine::measures::Missing;
use lantian_engine::metric::{Metric, Totals};
use lantian_engine::plant::AirPollutant;
use lantian_engine::project::Project;
use serde::ser::{Serialize, SerializeMap, Serializer};

/// Document of `evaluate`. Without an outcome (problems) it ends after `notices`.
#[derive(Debug, serde::Serialize)]
struct Evaluation<'a> {
    #[serde(flatten)]
    head: Validation<'a>,
    #[serde(flatten)]
    result: Option<Answer<'a>>,
}

/// Document of `validate`.
#[derive(Debug, serde::Serialize)]
struct Validation<'a> {
    /// Version of the program.
    lantian: &'static str,
    factors: Pack,
    title: &'a str,
    /// A teaching example, not a real plant.
    illustrative: bool,
    currency: &'a str,
    /// What must be mended first; then there are no figures.
    problems: Vec<Remark>,
    /// What was assumed.
    notices: Vec<Remark>,
}

/// Which fact tables were used.
#[derive(Debug, serde::Serialize)]
pub struct Pack {
    version: &'static str,
    hash: &'static str,
}

impl Pack {
    pub fn used() -> Self {
        Pack { version: FACTOR_PACK_VERSION, hash: FACTOR_PACK_HASH }
    }
}

#[derive(Debug, serde::Serialize)]
pub struct Remark {
    /// Path in the project file.
    field: String,
    /// Slug of the problem or notice.
    kind: &'static str,
    /// The same as a line of text, with its figures.
    text: String,
}

impl Remark {
    pub fn problems(project: &Project, assessment: &Assessment) -> Vec<Self> {
        let remark = |problem| words::problem(project, problem);
        let list = assessment.problems.iter().map(|problem| Remark {
            field: words::path(project, &problem.field),
            kind: problem.kind.slug(),
            text: remark(problem),
        });
        list.collect()
    }

    pub fn notices(project: &Project, assessment: &Assessment) -> Vec<Self> {
        let list = assessment.notices.iter().map(|notice| Remark {
            field: words::path(project, &notice.field),
            kind: notice.kind.slug(),
            text: words::notice(project, notice),
        });
        list.collect()
    }
}

#[derive(Debug, serde::Serialize)]
struct Answer<'a> {
    before: Figures<'a>,
    after: Figures<'a>,
    saving: Figures<'a>,
    /// Every purchased carrier but water, in the unit of its bill.
    carriers: Vec<CarrierLine>,
    plan: Plan,
    /// Every measure of the catalogue, in its order.
    measures: Vec<Measure<'a>>,
}

#[derive(Debug, serde::Serialize)]
struct CarrierLine {
    carrier: &'static str,
    unit: &'static str,
    before: f64,
    after: f64,
    cost_before: f64,
    cost_after: f64,
}

#[derive(Debug, serde::Serialize)]
struct Plan {
    /// Ids of the measures that count.
    measures: Vec<&'static str>,
    appraisal: Money,
    /// Per tonne CO2e of scope 1 and 2; `null` when none is saved.
    cost_per_tonne: Option<f64>,
    /// Per kg of each pollutant on site; `null` where none is saved.
    cost_per_kg: PerPollutant,
    what_if: Elsewhere,
    /// `in_plan` of the measures is exact; `false` when it is sampled.
    exact: bool,
}

#[derive(Debug, serde::Serialize)]
struct Measure<'a> {
    id: &'static str,
    code: &'static str,
    name: &'static str,
    /// Ticked; and part of the plan.
    on: bool,
    counted: bool,
    /// What the plant lacks for it.
    missing: Option<&'static str>,
    excluded_by: Option<&'static str>,
    size: f64,
    size_unit: &'static str,
    cost: f64,
    /// Years.
    life: u16,
    /// Against the base case; `null` where something is missing.
    alone: Option<Numbers<'a>>,
    /// Shapley share of the plan's saving, its standard error, and what leaving it out loses.
    in_plan: Option<Numbers<'a>>,
    in_plan_error: Option<Numbers<'a>>,
    last_in: Option<Numbers<'a>>,
    /// As an investment of its own against the base case.
    appraisal: Option<Money>,
    cost_per_tonne: Option<f64>,
    cost_per_kg: PerPollutant,
}

#[derive(Debug, serde::Serialize)]
pub struct Money {
    investment: f64,
    grant: f64,
    yearly_saving: f64,
    payback: Period,
    discounted_payback: Period,
    npv: f64,
    /// Rates as fractions in rising order: none, one, or several.
    irr: Rates,
    /// A fraction; `null` unless money goes both out and in.
    mirr: Option<f64>,
    /// `null` where nothing is paid now.
    saving_to_investment: Option<f64>,
    return_on_investment: Option<f64>,
    /// The investor's own, after loan and tax. Flow 0 is now, flow t the end of year t.
    flows: Vec<f64>,
    /// What the flows are the sum of.
    parts: Parts,
}

#[derive(Debug, serde::Serialize)]
struct Parts {
    investment: Vec<f64>,
    saving: Vec<f64>,
    loan: Vec<f64>,
    tax: Vec<f64>,
}

/// The plan at other prices of electricity, fuels and bought heat, and at other discount rates.
#[derive(Debug, serde::Serialize)]
struct Elsewhere {
    /// A lower one, the chosen one, a higher one.
    discount_rates: [f64; 3],
    energy_prices: Vec<Priced>,
    /// Change of the energy prices at which the net present value is zero at the chosen rate; `null`
    /// where none does that.
    break_even: Option<f64>,
}

#[derive(Debug, serde::Serialize)]
struct Priced {
    /// A fraction; 0.1 is a tenth dearer.
    change: f64,
    payback: Period,
    discounted_payback: Period,
    /// At each of `discount_rates`.
    npv: [f64; 3],
}

/// `{"so2": 1.5, …}`
#[derive(Debug)]
struct PerPollutant([Option<f64>; 6]);

impl Serialize for PerPollutant {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(AirPollutant::ALL.iter().map(|p| p.slug()).zip(self.0))
    }
}

#[derive(Debug, serde::Serialize)]
struct Period {
    /// `years`, `immediate`, `no_cost`, `no_saving`, `cost_rises`, `beyond_life`, `beyond_horizon`.
    kind: &'static str,
    years: Option<f64>,
}

/// `{"co2e": {"value": 1.5, "unit": "t_co2e"}, …}`
#[derive(Debug)]
pub struct Figures<'a> {
    pub totals: Totals<f64>,
    pub currency: &'a str,
}

/// `{"co2e": 1.5, …}`
#[derive(Debug)]
pub struct Numbers<'a>(pub &'a Totals<f64>);

#[derive(Debug, serde::Serialize)]
struct Figure<'a> {
    value: f64,
    unit: &'a str,
}

impl Serialize for Figures<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(Metric::ALL.len()))?;
        for &metric in Metric::ALL {
            let value = self.totals[metric];
            map.serialize_entry(metric.slug(), &Figure { value, unit: unit(metric, self.currency) })?;
        }
        map.end()
    }
}

impl Serialize for Numbers<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(Metric::ALL.iter().map(|&metric| (metric.slug(), self.0[metric])))
    }
}

/// Unit of a figure; money is in the project's currency.
pub fn unit(metric: Metric, currency: &str) -> &str {
    match metric.unit() {
        "money" if !currency.is_empty() => currency,
        unit => unit,
    }
}

/// Unit in which a measure's size and cost are counted.
pub fn size_unit(outcome: &Outcome, index: usize) -> &'static str {
    let lowered = &outcome.model.lowered;
    let slot = lowered.measures.get(index).map(|entry| entry.unit_cost.index());
    slot.and_then(|slot| lowered.plant.slots.get(slot)).map_or("", |info| info.unit.1)
}

pub fn evaluation(project: &Project, assessment: &Assessment) -> String {
    let result = assessment.outcome.as_ref().map(|outcome| answer(project, outcome));
    write(&Evaluation { head: head(project, assessment), result })
}

/// The same on one line, after the number of the line it answers.
pub fn evaluation_line(line: u64, project: &Project, assessment: &Assessment) -> String {
    let result = assessment.outcome.as_ref().map(|outcome| answer(project, outcome));
    write_line(&Numbered { line, body: Evaluation { head: head(project, assessment), result } })
}

#[derive(Debug, serde::Serialize)]
struct Numbered<T> {
    line: u64,
    #[serde(flatten)]
    body: T,
}

/// Why a line could not be read.
#[derive(Debug, serde::Serialize)]
pub struct LineError {
    pub line: u64,
    pub error: LineFault,
}

#[derive(Debug, serde::Serialize)]
pub struct LineFault {
    /// `not_utf8`, `too_large`, `damaged`, `not_a_project` or `newer`.
    pub kind: &'static str,
    pub text: String,
}

/// On one line, with a closing line break.
pub fn write_line(value: &(impl Serialize + Debug)) -> String {
    let mut text = serde_json::to_string(value).unwrap_or_default();
    text.push('\n');
    text
}

pub fn validation(project: &Project, assessment: &Assessment) -> String {
    write(&head(project, assessment))
}

/// Indented, with a closing line break. The shapes above have text keys and no failing parts, so
/// that writing them to memory cannot fail.
pub fn write(value: &(impl Serialize + Debug)) -> String {
    let mut text = serde_json::to_string_pretty(value).unwrap_or_default();
    text.push('\n');
    text
}

fn head<'a>(project: &'a Project, assessment: &Assessment) -> Validation<'a> {
    Validation {
        lantian: env!("CARGO_PKG_VERSION"),
        factors: Pack::used(),
        title: names::own(&project.title),
        illustrative: project.illustrative,
        currency: &project.finance.currency,
        problems: Remark::problems(project, assessment),
        notices: Remark::notices(project, assessment),
    }
}

fn answer<'a>(project: &'a Project, outcome: &'a Outcome) -> Answer<'a> {
    let figures = |totals| Figures { totals, currency: &project.finance.currency };
    Answer {
        before: figures(outcome.before.totals),
        after: figures(outcome.after.totals),
        saving: figures(outcome.saving()),
        carriers: carriers(outcome),
        plan: Plan {
            measures: outcome.counted().map(|measure| measure.id.slug()).collect(),
            appraisal: money(&outcome.appraisal),
            cost_per_tonne: outcome.cost_per_tonne,
            cost_per_kg: PerPollutant(outcome.cost_per_kg),
            what_if: elsewhere(&outcome.model.what_if(outcome.plan, &outcome.saving())),
            exact: outcome.exact,
        },
        measures: outcome.measures.iter().enumerate().map(|(i, m)| measure(outcome, i, m)).collect(),
    }
}

fn carriers(outcome: &Outcome) -> Vec<CarrierLine> {
    let (lowered, before, after) = (&outcome.model.lowered, &outcome.before, &outcome.after);
    let energy = before.carrier.iter().zip(&after.carrier);
    let cost = before.carrier_cost.iter().zip(&after.carrier_cost);
    let rows = lowered.plant.supplies.iter().zip(energy).zip(cost);
    rows.map(|((supply, (before, after)), (cost_before, cost_after))| {
        let content = lowered.params[supply.content];
        CarrierLine {
            carrier: supply.carrier.slug(),
            unit: supply.unit.slug(),
            before: before / content,
            after: after / content,
            cost_before: *cost_before,
            cost_after: *cost_after,
        }
    })
    .collect()
}

fn measure<'a>(outcome: &Outcome, index: usize, measure: &'a MeasureOutcome) -> Measure<'a> {
    let share = measure.share.as_ref();
    Measure {
        id: measure.id.slug(),
        code: measure.id.spec().code,
        name: names::measure(measure.id),
        on: measure.on,
        counted: measure.counted,
        missing: measure.missing.map(Missing::slug),
        excluded_by: measure.excluded_by.map(MeasureId::slug),
        size: measure.size,
        size_unit: size_unit(outcome, index),
        cost: measure.cost,
        life: measure.life,
        alone: measure.alone.as_ref().map(Numbers),
        in_plan: share.map(|share| Numbers(&share.in_plan)),
        in_plan_error: share.map(|share| Numbers(&share.error)),
        last_in: share.map(|share| Numbers(&share.last_in)),
        appraisal: measure.appraisal.as_ref().map(money),
        cost_per_tonne: measure.cost_per_tonne,
        cost_per_kg: PerPollutant(measure.cost_per_kg),
    }
}

pub fn money(appraisal: &Appraisal) -> Money {
    Money {
        investment: appraisal.investment,
        grant: appraisal.grant,
        yearly_saving: appraisal.yearly_saving,
        payback: period(appraisal.simple_payback),
        discounted_payback: period(appraisal.discounted_payback),
        npv: appraisal.npv,
        irr: Rates::from(&appraisal.irr),
        mirr: appraisal.mirr,
        saving_to_investment: appraisal.saving_to_investment,
        return_on_investment: appraisal.return_on_investment,
        flows: appraisal.flows.clone(),
        parts: Parts {
            investment: appraisal.parts.investment.clone(),
            saving: appraisal.parts.saving.clone(),
            loan: appraisal.parts.loan.clone(),
            tax: appraisal.parts.tax.clone(),
        },
    }
}

fn elsewhere(found: &WhatIf) -> Elsewhere {
    let priced = |case: &PriceCase| Priced {
        change: case.change,
        payback: period(case.simple_payback),
        discounted_payback: period(case.discounted_payback),
        npv: case.npv,
    };
    Elsewhere {
        discount_rates: found.rates,
        energy_prices: found.cases.iter().map(priced).collect(),
        break_even: found.break_even,
    }
}

fn period(payback: Payback) -> Period {
    let (kind, years) = match payback {
        Payback::Years(years) => ("years", Some(years)),
        Payback::Immediate => ("immediate", None),
        Payback::NoCost => ("no_cost", None),
        Payback::NoSaving => ("no_saving", None),
        Payback::CostRises => ("cost_rises", None),
        Payback::BeyondLife(years) => ("beyond_life", Some(years)),
        Payback::BeyondHorizon => ("beyond_horizon", None),
    };
    Period { kind, years }
}

/// A payback for reading: years, or the word for why there are none.
pub fn payback_text(payback: Payback) -> String {
    match period(payback) {
        Period { kind: "years", years: Some(years) } => format!("{years:.1} years"),
        Period { kind, years: Some(years) } => format!("{kind} ({years:.1} years)"),
        Period { kind, years: None } => kind.to_owned(),
    }
}
