//! What is kept of the plants, and what is shown of it.

use super::{Entry, Sketch, Sum};
use crate::data::{FACTOR_PACK_HASH, MeasureId};
use crate::measures::CATALOGUE;
use crate::metric::{METRICS, Metric};
use std::collections::{BTreeMap, BTreeSet};

/// Format of a partial summary.
const FORMAT: u32 = 1;
/// Faults kept; the rest is counted.
const KEPT: usize = 100;
/// Key of groups that are too small to be shown by themselves.
pub const WITHHELD: &str = "withheld";

/// Plants summed up.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Summary {
    format: u32,
    /// The fact tables: figures of different ones do not add up.
    pack: String,
    total: Group,
    sectors: BTreeMap<String, Group>,
    regions: BTreeMap<String, Group>,
    sizes: BTreeMap<String, Group>,
    /// By id.
    measures: BTreeMap<String, Tally>,
    rejected: u64,
    /// The first of them by source and line.
    faults: BTreeSet<Fault>,
}

/// A plant that was left out.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fault {
    /// File, or empty for the only one.
    pub source: String,
    /// Line of the source, from 1.
    pub line: u64,
    pub text: String,
}

/// Plants of one kind.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Group {
    plants: u64,
    /// Plants with a plan.
    planned: u64,
    before: Vec<Sum>,
    after: Vec<Sum>,
    investment: Sum,
    sketches: Vec<Sketch>,
}

/// What quartiles are told of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Distribution {
    Co2e,
    Energy,
    Cost,
    /// Share of CO2e that the plan saves, of plants with a plan.
    SavedShare,
    Co2ePerEmployee,
    EnergyPerArea,
}

impl Distribution {
    pub const ALL: [Distribution; 6] = [
        Distribution::Co2e,
        Distribution::Energy,
        Distribution::Cost,
        Distribution::SavedShare,
        Distribution::Co2ePerEmployee,
        Distribution::EnergyPerArea,
    ];

    pub fn slug(self) -> &'static str {
        match self {
            Distribution::Co2e => "co2e",
            Distribution::Energy => "energy",
            Distribution::Cost => "cost",
            Distribution::SavedShare => "co2e_saved_share",
            Distribution::Co2ePerEmployee => "co2e_per_employee",
            Distribution::EnergyPerArea => "energy_per_m2",
        }
    }

    pub fn unit(self) -> &'static str {
        match self {
            Distribution::Co2e => "t_co2e",
            Distribution::Energy => "gj",
            Distribution::Cost => "cny",
            Distribution::SavedShare => "fraction",
            Distribution::Co2ePerEmployee => "t_co2e/person",
            Distribution::EnergyPerArea => "gj/m2",
        }
    }

    fn of(self, entry: &Entry) -> Option<f64> {
        let before = |metric| entry.before[metric];
        match self {
            Distribution::Co2e => Some(before(Metric::Co2e)),
            Distribution::Energy => Some(before(Metric::Energy)),
            Distribution::Cost => Some(before(Metric::Cost)),
            Distribution::SavedShare => {
                let planned = entry.measures.iter().any(|m| m.chosen) && before(Metric::Co2e) > 0.0;
                planned.then(|| 1.0 - entry.after[Metric::Co2e] / before(Metric::Co2e))
            }
            Distribution::Co2ePerEmployee => entry.employees.map(|n| before(Metric::Co2e) / n),
            Distribution::EnergyPerArea => entry.floor_area.map(|area| before(Metric::Energy) / area),
        }
    }
}

/// A measure over all plants.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tally {
    /// Plants that it applies to, and that have it in their plan.
    applies: u64,
    chosen: u64,
    co2e: Sum,
    money: Sum,
    investment: Sum,
}

/// Why two summaries do not merge.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MergeError {
    #[error("written by another version (format {0})")]
    Format(u32),
    #[error("computed with other fact tables ({0})")]
    Pack(String),
    #[error("not a summary: a list has another length")]
    Shape,
}

/// A group as it may be shown.
#[derive(Clone, Debug, PartialEq)]
pub struct Shown {
    pub key: String,
    pub group: Group,
}

/// What a measure would save in all plants that it applies to, each by itself.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Measured {
    pub id: MeasureId,
    pub applies: u64,
    pub chosen: u64,
    /// t CO2e, CNY a year, CNY.
    pub co2e: f64,
    pub money: f64,
    pub investment: f64,
}

impl Default for Group {
    fn default() -> Self {
        Group {
            plants: 0,
            planned: 0,
            before: vec![Sum::default(); METRICS],
            after: vec![Sum::default(); METRICS],
            investment: Sum::default(),
            sketches: vec![Sketch::default(); Distribution::ALL.len()],
        }
    }
}

impl Group {
    fn add(&mut self, entry: &Entry) {
        self.plants += 1;
        self.planned += u64::from(entry.measures.iter().any(|m| m.chosen));
        for (sums, totals) in [(&mut self.before, &entry.before), (&mut self.after, &entry.after)] {
            for (sum, value) in sums.iter_mut().zip(&totals.0) {
                sum.add(*value);
            }
        }
        self.investment.add(entry.investment);
        for (sketch, what) in self.sketches.iter_mut().zip(Distribution::ALL) {
            if let Some(value) = what.of(entry) {
                sketch.add(value);
            }
        }
    }

    fn merge(&mut self, other: &Group) {
        self.plants += other.plants;
        self.planned += other.planned;
        for (sums, theirs) in [(&mut self.before, &other.before), (&mut self.after, &other.after)] {
            for (sum, more) in sums.iter_mut().zip(theirs) {
                sum.merge(*more);
            }
        }
        self.investment.merge(other.investment);
        for (sketch, more) in self.sketches.iter_mut().zip(&other.sketches) {
            sketch.merge(more);
        }
    }

    fn fits(&self) -> bool {
        let lengths = [self.before.len(), self.after.len()];
        lengths == [METRICS; 2] && self.sketches.len() == Distribution::ALL.len()
    }

    pub fn plants(&self) -> u64 {
        self.plants
    }

    /// Plants with a plan.
    pub fn planned(&self) -> u64 {
        self.planned
    }

    /// A year's sum before the plans and with them; money in CNY.
    pub fn figure(&self, metric: Metric) -> (f64, f64) {
        let value = |sums: &[Sum]| sums.get(metric.index()).map_or(0.0, |sum| sum.value());
        (value(&self.before), value(&self.after))
    }

    /// Implementation cost of all plans, CNY.
    pub fn investment(&self) -> f64 {
        self.investment.value()
    }

    /// How many plants have the figure, and its quartiles, each within [`super::ERROR`].
    pub fn quartiles(&self, what: Distribution) -> (u64, [Option<f64>; 3]) {
        let place = Distribution::ALL.iter().position(|other| *other == what).unwrap_or(0);
        let empty = Sketch::default();
        let sketch = self.sketches.get(place).unwrap_or(&empty);
        (sketch.count(), [0.25, 0.5, 0.75].map(|share| sketch.quantile(share)))
    }
}

impl Default for Summary {
    fn default() -> Self {
        Summary {
            format: FORMAT,
            pack: FACTOR_PACK_HASH.to_owned(),
            total: Group::default(),
            sectors: BTreeMap::new(),
            regions: BTreeMap::new(),
            sizes: BTreeMap::new(),
            measures: BTreeMap::new(),
            rejected: 0,
            faults: BTreeSet::new(),
        }
    }
}

impl Summary {
    /// Adds a plant.
    pub fn add(&mut self, entry: &Entry) {
        self.total.add(entry);
        let keys = [
            (&mut self.sectors, entry.sector.slug()),
            (&mut self.regions, entry.region.slug()),
            (&mut self.sizes, entry.size.slug()),
        ];
        for (groups, key) in keys {
            match groups.get_mut(key) {
                Some(group) => group.add(entry),
                None => groups.entry(key.to_owned()).or_default().add(entry),
            }
        }
        for measure in &entry.measures {
            let Some(id) = CATALOGUE.get(measure.place) else { continue };
            if !self.measures.contains_key(id.slug()) {
                self.measures.insert(id.slug().to_owned(), Tally::default());
            }
            if let Some(tally) = self.measures.get_mut(id.slug()) {
                tally.applies += 1;
                tally.chosen += u64::from(measure.chosen);
                tally.co2e.add(measure.co2e);
                tally.money.add(measure.money);
                tally.investment.add(measure.investment);
            }
        }
    }

    /// Notes a plant that was left out.
    pub fn reject(&mut self, fault: Fault) {
        self.rejected += 1;
        self.keep(fault);
    }

    fn keep(&mut self, fault: Fault) {
        self.faults.insert(fault);
        while self.faults.len() > KEPT {
            self.faults.pop_last();
        }
    }

    /// Adds the plants of another summary.
    pub fn merge(&mut self, other: &Summary) -> Result<(), MergeError> {
        if other.format != FORMAT {
            return Err(MergeError::Format(other.format));
        }
        if other.pack != self.pack {
            return Err(MergeError::Pack(other.pack.clone()));
        }
        let parts = [&other.sectors, &other.regions, &other.sizes];
        if !parts.iter().flat_map(|groups| groups.values()).chain([&other.total]).all(Group::fits) {
            return Err(MergeError::Shape);
        }
        self.total.merge(&other.total);
        for (mine, theirs) in [&mut self.sectors, &mut self.regions, &mut self.sizes].into_iter().zip(parts) {
            for (key, group) in theirs {
                mine.entry(key.clone()).or_default().merge(group);
            }
        }
        for (id, more) in &other.measures {
            let tally = self.measures.entry(id.clone()).or_default();
            tally.applies += more.applies;
            tally.chosen += more.chosen;
            tally.co2e.merge(more.co2e);
            tally.money.merge(more.money);
            tally.investment.merge(more.investment);
        }
        self.rejected += other.rejected;
        for fault in &other.faults {
            self.keep(fault.clone());
        }
        Ok(())
    }

    pub fn plants(&self) -> u64 {
        self.total.plants
    }

    /// Plants left out, and the first of them.
    pub fn rejected(&self) -> (u64, &BTreeSet<Fault>) {
        (self.rejected, &self.faults)
    }

    /// All plants; `None` when there are too few to be shown.
    pub fn total(&self, least: u64) -> Option<&Group> {
        (self.total.plants >= least && self.total.plants > 0).then_some(&self.total)
    }

    /// The groups by sector, by region and by size.
    ///
    /// What has fewer than `least` plants is pooled under [`WITHHELD`]; when that is still too few, the
    /// smallest group that could be shown goes with it, so that nothing follows from the total.
    pub fn groups(&self, least: u64) -> [(&'static str, Vec<Shown>); 3] {
        let parts = [("sector", &self.sectors), ("region", &self.regions), ("size", &self.sizes)];
        parts.map(|(name, groups)| {
            (name, if self.total(least).is_some() { show(groups, least) } else { Vec::new() })
        })
    }

    /// Measures by CO2e saved, the most first. One that applies to fewer than `least` plants is left out.
    pub fn measures(&self, least: u64) -> Vec<Measured> {
        let shown = CATALOGUE.iter().filter_map(|&id| Some((id, self.measures.get(id.slug())?)));
        let mut list: Vec<Measured> = shown
            .filter(|(_, tally)| tally.applies >= least)
            .map(|(id, tally)| Measured {
                id,
                applies: tally.applies,
                chosen: tally.chosen,
                co2e: tally.co2e.value(),
                money: tally.money.value(),
                investment: tally.investment.value(),
            })
            .collect();
        list.sort_by(|one, other| other.co2e.total_cmp(&one.co2e).then(one.id.cmp(&other.id)));
        list
    }
}

fn show(groups: &BTreeMap<String, Group>, least: u64) -> Vec<Shown> {
    let (mut shown, mut small): (Vec<Shown>, Vec<Shown>) = groups
        .iter()
        .map(|(key, group)| Shown { key: key.clone(), group: group.clone() })
        .partition(|shown| shown.group.plants >= least);
    while !small.is_empty() && small.iter().map(|one| one.group.plants).sum::<u64>() < least {
        let next = shown.iter().enumerate().min_by_key(|(_, one)| one.group.plants).map(|(place, _)| place);
        let Some(next) = next else { break };
        small.push(shown.remove(next));
    }
    if !small.is_empty() {
        let mut group = Group::default();
        for one in &small {
            group.merge(&one.group);
        }
        shown.push(Shown { key: WITHHELD.to_owned(), group });
    }
    shown
}
