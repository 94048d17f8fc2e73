//! `uncertainty`: ranges of all figures, by trials.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use crate::args::{Doubt, Given};
use crate::failure::Failure;
use crate::json::{unit, write};
use crate::table::{Align::Left, Align::Right, Table, figure};
use crate::words;
use lantian_engine::assess::Outcome;
use lantian_engine::measures::CATALOGUE;
use lantian_engine::metric::Metric;
use lantian_engine::project::Project;
use lantian_engine::uncertainty::{
    Case, Figure, HEADLINES, Identity, Range, Ranges, Source, Spread, Study, sources,
};

/// Trials and seed unless asked for otherwise.
const TRIALS: u32 = 16_384;
const SEED: u64 = 1;
/// More trials than these say nothing more.
const MOST_TRIALS: u32 = 10_000_000;
/// Bars of a histogram as it is written: the engine's own in eights.
const BARS: usize = 8;
/// Inputs named for a figure.
const NAMED: usize = 10;

/// The trials of a project.
#[derive(Debug)]
pub struct Ran<'a> {
    project: &'a Project,
    outcome: &'a Outcome,
    study: Study,
    ranges: Ranges,
    seed: u64,
}

#[derive(Debug, serde::Serialize)]
struct Document<'a> {
    /// As asked for, made up to whole chunks.
    trials: u64,
    seed: u64,
    before: Figures<'a>,
    after: Figures<'a>,
    saving: Figures<'a>,
    /// Net present value of the plan, and the part of the trials in which it is above zero.
    npv: Percentiles<'a>,
    npv_positive: f64,
    measures: Vec<Measure<'a>>,
    /// What is uncertain and bears on a figure.
    inputs: Vec<Input>,
    /// What the spread of a figure comes from.
    influences: Vec<Influences>,
}

type Figures<'a> = BTreeMap<&'static str, Percentiles<'a>>;

#[derive(Debug, serde::Serialize)]
struct Percentiles<'a> {
    p10: f64,
    p50: f64,
    p90: f64,
    unit: &'a str,
    /// `null` where the figure is the same in every trial.
    histogram: Option<Histogram>,
}

#[derive(Debug, serde::Serialize)]
struct Histogram {
    low: f64,
    high: f64,
    /// Trials in each of so many equal bars from low to high.
    counts: Vec<u64>,
}

#[derive(Debug, serde::Serialize)]
struct Measure<'a> {
    id: &'static str,
    saving: Figures<'a>,
    npv: Percentiles<'a>,
    npv_positive: f64,
}

#[derive(Debug, serde::Serialize)]
struct Input {
    name: String,
    value: f64,
    /// `log_normal`: the bounds hold 95 % of all values; `triangular`: they hold all.
    distribution: &'static str,
    low: f64,
    high: f64,
}

#[derive(Debug, serde::Serialize)]
struct Influences {
    /// `before.co2e`, `saving.co2e` or `npv`.
    figure: String,
    inputs: Vec<Share>,
}

#[derive(Debug, serde::Serialize)]
struct Share {
    name: String,
    /// Part of the variance that would go if the input were known exactly.
    share: f64,
}

/// The name of an uncertain number: id of a fact, row of a sector, parameter of a measure, or path of a
/// field of the project file.
fn name(project: &Project, source: &Source) -> String {
    match source.identity {
        Identity::Fact(id) => id.slug().to_owned(),
        Identity::Sector(row) => {
            format!("sector.{}.{}.{}", row.sector.slug(), row.kind.slug(), row.key.slug())
        }
        Identity::Param(measure, param) => {
            let key = measure.spec().params.get(usize::from(param)).map_or("", |spec| spec.key);
            format!("{}.{key}", measure.slug())
        }
        Identity::Said(field) => words::path(project, &field),
    }
}

/// The uncertain numbers with the ranges of the command line in place of their own.
fn asked(project: &Project, outcome: &Outcome, given: &[Given]) -> Result<Vec<Source>, Failure> {
    let mut all = sources(&outcome.model.lowered);
    for Given { name: wanted, low, high } in given {
        let refuse = |reason: String| Failure::Range { name: wanted.clone(), reason };
        let source = all.iter_mut().find(|source| name(project, source) == *wanted);
        let source = source.ok_or_else(|| {
            refuse("nothing uncertain has this name; lantian uncertainty --json lists them as inputs".into())
        })?;
        source.spread = Spread::given(*low, source.value, *high).map_err(|wrong| {
            refuse(format!("{} to {} does not hold the value, {}", wrong.low, wrong.high, wrong.value))
        })?;
    }
    Ok(all)
}

impl<'a> Ran<'a> {
    pub fn new(project: &'a Project, outcome: &'a Outcome, doubt: &Doubt) -> Result<Self, Failure> {
        let trials = doubt.trials.unwrap_or(TRIALS);
        if !(1..=MOST_TRIALS).contains(&trials) {
            return Err(Failure::Trials(MOST_TRIALS));
        }
        let seed = doubt.seed.unwrap_or(SEED);
        let sources = asked(project, outcome, &doubt.ranges)?;
        let alone: Vec<usize> = outcome.plan.iter().collect();
        let study = Study::with(&outcome.model, sources, outcome.plan, &alone, seed);
        let study = study.map_err(|_| Failure::Trials(MOST_TRIALS))?;
        let ranges = study.finish(trials as usize);
        Ok(Ran { project, outcome, study, ranges, seed })
    }

    fn figures<'d>(&self, case: Case, currency: &'d str) -> Figures<'d> {
        let found = HEADLINES.iter().filter_map(|&metric| {
            let range = self.ranges.of(Figure::Yearly(case, metric))?;
            Some((metric.slug(), percentiles(range, unit(metric, currency))))
        });
        found.collect()
    }

    fn npv(&self, case: Case) -> Option<&Range> {
        self.ranges.of(Figure::Npv(case))
    }

    pub fn json(&self) -> String {
        let currency = &self.project.finance.currency;
        let worth = |case| self.npv(case).map(|range| (percentiles(range, currency), range.positive));
        let none = || (Percentiles { p10: 0.0, p50: 0.0, p90: 0.0, unit: currency, histogram: None }, 0.0);
        let (npv, npv_positive) = worth(Case::Plan).unwrap_or_else(none);
        let measures = self.outcome.plan.iter().filter_map(|place| {
            let case = Case::Alone(place);
            let (npv, npv_positive) = worth(case)?;
            let saving = self.figures(case, currency);
            Some(Measure { id: CATALOGUE.get(place)?.slug(), saving, npv, npv_positive })
        });
        let used = self.study.used().iter().filter_map(|&place| self.study.sources.get(place));
        let document = Document {
            trials: self.ranges.trials,
            seed: self.seed,
            before: self.figures(Case::Before, currency),
            after: self.figures(Case::After, currency),
            saving: self.figures(Case::Plan, currency),
            npv,
            npv_positive,
            measures: measures.collect(),
            inputs: used.map(|source| input(self.project, source)).collect(),
            influences: self
                .ranges
                .influences
                .iter()
                .map(|(figure, found)| Influences {
                    figure: slug(*figure),
                    inputs: self.named(found).map(|(name, share)| Share { name, share }).collect(),
                })
                .collect(),
        };
        write(&document)
    }

    /// The strongest inputs of a figure by name.
    fn named<'s>(
        &'s self,
        found: &'s [lantian_engine::uncertainty::Influence],
    ) -> impl Iterator<Item = (String, f64)> + 's {
        found.iter().take(NAMED).filter_map(|influence| {
            let source = self.study.sources.get(influence.source)?;
            Some((name(self.project, source), influence.share))
        })
    }

    pub fn table(&self) -> String {
        let currency = &self.project.finance.currency;
        let mut table = Table::new(["a year", "", "P10", "P50", "P90"], [Left, Left, Right, Right, Right]);
        let mut line = |what: String, unit: &str, range: &Range| {
            table.row([what, unit.to_owned(), figure(range.p10), figure(range.p50), figure(range.p90)]);
        };
        for (case, word) in [(Case::Before, "before"), (Case::Plan, "saved")] {
            for metric in HEADLINES {
                if let Some(range) = self.ranges.of(Figure::Yearly(case, metric)) {
                    line(format!("{word}: {}", metric.slug()), unit(metric, currency), range);
                }
            }
        }
        let npv = self.npv(Case::Plan);
        if let Some(range) = npv {
            line("npv of the plan".to_owned(), currency, range);
        }
        let mut text = table.render();
        // Writing to a string cannot fail.
        let _ = writeln!(text, "\n{} trials, seed {}", self.ranges.trials, self.seed);
        if let Some(range) = npv {
            let _ = writeln!(text, "npv above zero in {:.1} % of them", range.positive * 100.0);
        }
        for (figure, found) in &self.ranges.influences {
            let _ = writeln!(text, "\nwhat the spread of {} comes from", slug(*figure));
            for (name, share) in self.named(found).filter(|(_, share)| *share >= 0.01) {
                let _ = writeln!(text, "  {:>5.1} %  {name}", share * 100.0);
            }
        }
        text
    }
}

fn slug(figure: Figure) -> String {
    match figure {
        Figure::Npv(_) => "npv".to_owned(),
        Figure::Yearly(case, metric) => {
            let case = match case {
                Case::Before => "before",
                Case::After => "after",
                Case::Plan | Case::Alone(_) => "saving",
            };
            format!("{case}.{}", Metric::slug(metric))
        }
    }
}

fn percentiles<'u>(range: &Range, unit: &'u str) -> Percentiles<'u> {
    let counts: Vec<u64> =
        range.bars.chunks(BARS).map(|bars| bars.iter().copied().map(u64::from).sum()).collect();
    let histogram = (!counts.is_empty()).then_some(Histogram { low: range.low, high: range.high, counts });
    Percentiles { p10: range.p10, p50: range.p50, p90: range.p90, unit, histogram }
}

fn input(project: &Project, source: &Source) -> Input {
    let (distribution, low, high) = match source.spread {
        Spread::LogNormal { low, high, .. } => ("log_normal", low, high),
        Spread::Triangular { low, high, .. } => ("triangular", low, high),
    };
    Input { name: name(project, source), value: source.value, distribution, low, high }
}
