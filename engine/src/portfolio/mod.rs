//! Many plants summed up: totals and savings by sector, region and size, quartiles, the upgrades that do most.
//!
//! A [`Summary`] takes plants one by one and merges with others; the result is the same, to the last bit,
//! however the plants are divided. So a table can be read as a stream, and parts of a large one on many
//! machines. Money is in Renminbi throughout, at the rates of each project.
//!
//! A group of few plants tells about single ones: [`Summary::groups`] pools what is too small.

mod row;
mod sketch;
mod sum;
mod summary;

pub use row::{Columns, HEAD, HeaderError, RowError};
pub use sketch::{ERROR, Sketch};
pub use sum::Sum;
pub use summary::{Distribution, Fault, Group, Measured, MergeError, Shown, Summary, Tally, WITHHELD};

use crate::assess::{Model, counted};
use crate::data::{Region, Sector};
use crate::finance::YearlySaving;
use crate::lower::lower;
use crate::measures::missing;
use crate::metric::{Metric, Totals};
use crate::notice::{Notice, Problem};
use crate::project::Project;
use crate::set::MeasureSet;
use crate::units::UnitId;

/// Persons employed: the classes of the OECD for enterprises.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Size {
    Micro,
    Small,
    Medium,
    Large,
    Unknown,
}

impl Size {
    /// The class of a number of persons.
    pub fn of(employees: Option<f64>) -> Self {
        match employees {
            Some(n) if n < 10.0 => Size::Micro,
            Some(n) if n < 50.0 => Size::Small,
            Some(n) if n < 250.0 => Size::Medium,
            Some(_) => Size::Large,
            None => Size::Unknown,
        }
    }

    pub fn slug(self) -> &'static str {
        match self {
            Size::Micro => "below_10",
            Size::Small => "10_to_49",
            Size::Medium => "50_to_249",
            Size::Large => "from_250",
            Size::Unknown => "unknown",
        }
    }
}

/// One plant as a portfolio sees it. Money in Renminbi.
#[derive(Clone, Debug)]
pub struct Entry {
    pub sector: Sector,
    pub region: Region,
    pub size: Size,
    pub employees: Option<f64>,
    pub floor_area: Option<f64>,
    pub before: Totals<f64>,
    pub after: Totals<f64>,
    /// Of the plan.
    pub investment: f64,
    pub measures: Vec<Candidate>,
}

/// A measure that applies to a plant.
#[derive(Clone, Copy, Debug)]
pub struct Candidate {
    /// Place in the catalogue.
    pub place: usize,
    /// Part of the plant's plan.
    pub chosen: bool,
    /// What it saves by itself a year: t CO2e of scope 1 and 2, and money with its running cost.
    pub co2e: f64,
    pub money: f64,
    pub investment: f64,
}

/// Why a plant cannot be part of a portfolio.
#[derive(Clone, Debug, PartialEq)]
pub enum EntryError {
    /// Entries to be mended.
    Problems(Vec<Problem>),
    /// A figure beyond what sums hold.
    TooLarge,
}

impl Entry {
    /// Computes a plant with the plan on screen and every measure by itself.
    pub fn new(project: &Project) -> (Result<Self, EntryError>, Vec<Notice>) {
        let lowering = lower(project);
        let mut notices = lowering.notices;
        let entry = match lowering.result {
            Ok(lowered) => Self::of(project, &Model::new(*lowered), &mut notices),
            Err(problems) => Err(EntryError::Problems(problems)),
        };
        (entry, notices)
    }

    fn of(project: &Project, model: &Model, notices: &mut Vec<Notice>) -> Result<Self, EntryError> {
        let lowered = &model.lowered;
        let rate = renminbi(model);
        let mut scratch = model.scratch();
        model.evaluate(MeasureSet::EMPTY, &mut scratch);
        let before = scratch.flows.totals;
        let (plan, _) = counted(model, notices);
        model.evaluate(plan, &mut scratch);
        let after = scratch.flows.totals;
        let mut measures = Vec::new();
        for (place, entry) in lowered.measures.iter().enumerate() {
            if missing(entry.slots.id, &lowered.plant).is_some() {
                continue;
            }
            let one = MeasureSet::one(place);
            model.evaluate(one, &mut scratch);
            let saved = before.minus(&scratch.flows.totals);
            measures.push(Candidate {
                place,
                chosen: plan.contains(place),
                co2e: saved[Metric::Co2e],
                money: YearlySaving::of(&saved, lowered.money.terms.carbon_price).total() * rate,
                investment: model.investment(place).cost * rate,
            });
        }
        let investment = measures.iter().filter(|m| m.chosen).map(|m| m.investment).sum();
        let entry = Entry {
            sector: lowered.sector,
            region: lowered.region,
            size: Size::of(project.site.employees),
            employees: project.site.employees.filter(|n| *n > 0.0),
            floor_area: project.site.floor_area.filter(|n| *n > 0.0),
            before: in_renminbi(before, rate),
            after: in_renminbi(after, rate),
            investment,
            measures,
        };
        if entry.numbers().all(|number| number.abs() <= sum::MOST) {
            Ok(entry)
        } else {
            Err(EntryError::TooLarge)
        }
    }

    fn numbers(&self) -> impl Iterator<Item = f64> + '_ {
        let totals = self.before.0.iter().chain(&self.after.0).copied();
        let measures = self.measures.iter().flat_map(|m| [m.co2e, m.money, m.investment]);
        totals.chain(measures).chain(core::iter::once(self.investment))
    }
}

/// Renminbi for one unit of the project's money: the inverse of the rate that its measures' costs use.
fn renminbi(model: &Model) -> f64 {
    let lowered = &model.lowered;
    let quoted = lowered.measures.iter().find(|entry| {
        let capex = entry.slots.id.param("capex");
        capex.is_some_and(|(_, spec)| spec.num == UnitId::Cny)
    });
    quoted.map_or(1.0, |entry| 1.0 / lowered.params[entry.slots.exchange])
}

fn in_renminbi(mut totals: Totals<f64>, rate: f64) -> Totals<f64> {
    for &metric in Metric::ALL.iter().filter(|metric| metric.unit() == "money") {
        totals[metric] *= rate;
    }
    totals
}
