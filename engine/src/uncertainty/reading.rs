//! What trials have added up to, read as ranges.

use super::tally::{Influence, Range, Tally};
use crate::metric::Metric;
use serde::{Deserialize, Serialize};

/// Which case a figure belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Case {
    Before,
    After,
    /// What the plan saves.
    Plan,
    /// What a measure of the catalogue, by its place, saves alone.
    Alone(usize),
}

/// A result of every trial.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Figure {
    Yearly(Case, Metric),
    /// Net present value of the plan or of a measure.
    Npv(Case),
}

/// What the places in a tally stand for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Reading {
    pub(super) figures: Vec<Figure>,
    /// Results that are the same in every trial.
    pub(super) fixed: Vec<Option<f64>>,
    /// The sources that results depend on.
    pub(super) inputs: Vec<usize>,
}

/// Ranges of all figures.
#[derive(Clone, Debug, PartialEq)]
pub struct Ranges {
    pub trials: u64,
    /// In the order of the study.
    pub figures: Vec<(Figure, Range)>,
    /// What the spread of some figures comes from, strongest first.
    pub influences: Vec<(Figure, Vec<Influence>)>,
}

impl Reading {
    /// Ranges of what trials added up to.
    pub fn ranges(&self, tally: &Tally) -> Ranges {
        let figures =
            self.figures.iter().zip(&self.fixed).enumerate().filter_map(|(place, (&figure, fixed))| {
                let range = match fixed {
                    Some(value) => Range::certain(*value),
                    None => tally.range(place)?,
                };
                Some((figure, range))
            });
        let influences = tally.traced().filter_map(|(place, mut found)| {
            for influence in &mut found {
                influence.source = self.inputs.get(influence.source).copied().unwrap_or(0);
            }
            Some((*self.figures.get(place)?, found)).filter(|(_, found)| !found.is_empty())
        });
        Ranges { trials: tally.trials, figures: figures.collect(), influences: influences.collect() }
    }
}

impl Ranges {
    pub fn of(&self, figure: Figure) -> Option<&Range> {
        self.figures.iter().find(|(of, _)| *of == figure).map(|(_, range)| range)
    }
}
