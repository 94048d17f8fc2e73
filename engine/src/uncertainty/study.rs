//! One plant's trials: what is drawn, what is computed, and what comes out.

use super::draws::{CYCLE, Order, Table};
use super::reading::{Case, Figure, Ranges, Reading};
use super::sources::{COMPLEMENT, Source, sources};
use super::tally::{Histogram, STRATA, Tally, Traced};
use super::wholes::wholes;
use crate::assess::Model;
use crate::calibrate::calibrate;
use crate::edit::{Edits, apply};
use crate::evaluate::evaluate;
use crate::finance::Valuation;
use crate::flows::Flows;
use crate::interval::Interval;
use crate::measures::{Context, edits};
use crate::metric::{Metric, Totals};
use crate::plant::Params;
use crate::program::{BLOCK, Block, Program, Recorder, Symbol, Workspace};
use crate::scalar::Scalar;
use crate::set::MeasureSet;

pub use crate::program::TooLarge;

/// Trials of one chunk, the smallest part of a study that can be computed on its own.
pub const CHUNK: usize = 8 * CYCLE;
/// Cycles, at most, in which the spread of results is traced back to inputs.
const TRACED_CYCLES: usize = 16;

/// The figures with ranges.
pub const HEADLINES: [Metric; 12] = [
    Metric::Co2e,
    Metric::Scope1,
    Metric::Scope2,
    Metric::Scope3,
    Metric::So2,
    Metric::Nox,
    Metric::Pm10,
    Metric::Pm25,
    Metric::Voc,
    Metric::Energy,
    Metric::Water,
    Metric::Cost,
];

/// Chunks that hold at least `trials`.
pub fn chunks(trials: usize) -> usize {
    trials.div_ceil(CHUNK).max(1)
}

/// A plant made ready for trials.
#[derive(Debug)]
pub struct Study {
    pub sources: Vec<Source>,
    /// Of the sources that results depend on.
    tables: Vec<Option<Table>>,
    program: Program,
    reading: Reading,
    /// Results whose spread is traced back to inputs.
    traced: Vec<usize>,
    seed: u64,
    /// Empty histograms around what the first cycle gave.
    empty: Tally,
}

impl Study {
    /// Prepares base case, the plan `set`, and each measure of `alone` alone, with the uncertain numbers of
    /// the plant as tables and user give them.
    pub fn new(model: &Model, set: MeasureSet, alone: &[usize], seed: u64) -> Result<Self, TooLarge> {
        Self::with(model, sources(&model.lowered), set, alone, seed)
    }

    /// The same with other distributions of its [`sources`].
    pub fn with(
        model: &Model,
        sources: Vec<Source>,
        set: MeasureSet,
        alone: &[usize],
        seed: u64,
    ) -> Result<Self, TooLarge> {
        let recorder = Recorder::new();
        let params =
            drawn(model, &sources, |input, source| recorder.input(input, Table::bounds(&source.spread)));
        let recorded = Recorded::new(model, params, set, alone);
        let program = Program::new(&recorder, &recorded.results)?;
        let fixed = recorded.results.iter().map(|result| result.fixed()).collect();
        let weighty = |figure: &Figure| match figure {
            Figure::Npv(case) => *case == Case::Plan,
            Figure::Yearly(case, metric) => {
                matches!(case, Case::Before | Case::Plan) && *metric == Metric::Co2e
            }
        };
        let figures = recorded.figures;
        let traced = figures.iter().enumerate().filter(|(_, f)| weighty(f)).map(|(place, _)| place).collect();
        let empty = Tally { trials: 0, counts: Vec::new(), traced: Vec::new() };
        let inputs = program.inputs();
        let needed = |(place, source): (usize, &Source)| {
            inputs.binary_search(&place).is_ok().then(|| Table::new(&source.spread))
        };
        let tables = sources.iter().enumerate().map(needed).collect();
        let reading = Reading { figures, fixed, inputs };
        let mut study = Study { sources, tables, program, reading, traced, seed, empty };
        study.empty = study.first_look();
        Ok(study)
    }

    /// The sources that results depend on, by their places.
    pub fn used(&self) -> &[usize] {
        &self.reading.inputs
    }

    /// Operations of one trial.
    pub fn operations(&self) -> usize {
        self.program.len()
    }

    /// Rows that a run needs.
    pub fn workspace(&self) -> Workspace {
        Workspace::new(&self.program)
    }

    /// Histograms that hold what the first cycle gives.
    fn first_look(&self) -> Tally {
        let mut space = self.workspace();
        let mut seen =
            vec![Interval { low: f64::INFINITY, high: f64::NEG_INFINITY }; self.reading.figures.len()];
        for block in 0..CYCLE / BLOCK {
            self.run(0, block, &mut space, |place, row| {
                if let Some(seen) = seen.get_mut(place) {
                    *seen = row.iter().fold(*seen, |seen, value| seen.hull(Interval::point(*value)));
                }
            });
        }
        let counts = seen.iter().map(|seen| Histogram::around(seen.low, seen.high)).collect();
        let traced =
            self.traced.iter().map(|&result| Traced::new(result, self.reading.inputs.len())).collect();
        Tally { trials: 0, counts, traced }
    }

    /// The order in which a source goes through its parts in a cycle.
    fn order(&self, source: usize, cycle: usize) -> Order {
        let draw = self.sources.get(source).map_or(source, |source| source.draw);
        Order::new(self.seed, draw, cycle)
    }

    fn run(&self, cycle: usize, block: usize, space: &mut Workspace, result: impl FnMut(usize, &Block)) {
        let inputs = |input: usize, row: &mut Block| {
            if let Some(Some(table)) = self.tables.get(input) {
                table.fill(self.order(input, cycle), block, row);
            }
        };
        self.program.run(space, inputs, result);
    }

    /// Computes one chunk of trials.
    pub fn chunk(&self, chunk: usize, space: &mut Workspace) -> Tally {
        let mut tally = self.empty.clone();
        let first = chunk * (CHUNK / CYCLE);
        for cycle in first..first + CHUNK / CYCLE {
            self.cycle(cycle, space, &mut tally);
        }
        tally
    }

    /// Adds the trials of one cycle to `tally`, without allocating.
    pub fn cycle(&self, cycle: usize, space: &mut Workspace, tally: &mut Tally) {
        for block in 0..CYCLE / BLOCK {
            self.run(cycle, block, space, |place, row| {
                if let Some(histogram) = tally.counts.get_mut(place) {
                    histogram.add(row);
                }
                let mut traced = tally.traced.iter_mut().filter(|_| cycle < TRACED_CYCLES);
                if let Some(traced) = traced.find(|traced| traced.result == place) {
                    self.trace(traced, row, cycle, block);
                }
            });
        }
        tally.trials += CYCLE as u64;
    }

    /// The numbers of the plant in one trial, before calibration.
    pub fn given(&self, model: &Model, trial: usize) -> Params<f64> {
        let (cycle, part) = (trial / CYCLE, trial % CYCLE);
        drawn(model, &self.sources, |input, source| match self.tables.get(input) {
            Some(Some(table)) => {
                let mut row = [0.0; BLOCK];
                table.fill(self.order(input, cycle), part / BLOCK, &mut row);
                row.get(part % BLOCK).copied().unwrap_or(source.value)
            }
            _ => source.value,
        })
    }

    /// All results of one trial, with the figures they are of.
    pub fn trial(&self, trial: usize) -> Vec<(Figure, f64)> {
        let (cycle, part) = (trial / CYCLE, trial % CYCLE);
        let mut values: Vec<f64> = self.reading.fixed.iter().map(|value| value.unwrap_or(f64::NAN)).collect();
        self.run(cycle, part / BLOCK, &mut self.workspace(), |place, row| {
            if let (Some(value), Some(result)) = (values.get_mut(place), row.get(part % BLOCK)) {
                *value = *result;
            }
        });
        self.reading.figures.iter().copied().zip(values).collect()
    }

    /// Sorts a block of results by the part that each input took.
    fn trace(&self, traced: &mut Traced, row: &Block, cycle: usize, block: usize) {
        traced.trials += BLOCK as u64;
        for value in row {
            traced.sum += value;
            traced.squares += value * value;
        }
        for (&input, sums) in self.reading.inputs.iter().zip(&mut traced.strata) {
            let parts = self.order(input, cycle).block(block);
            for (value, part) in row.iter().zip(parts) {
                if let Some(sum) = sums.get_mut(usize::from(part) * STRATA / CYCLE) {
                    *sum += value;
                }
            }
        }
    }

    /// Ranges of what trials added up to.
    pub fn ranges(&self, tally: &Tally) -> Ranges {
        self.reading.ranges(tally)
    }

    /// What it takes to read tallies where the study itself is not.
    pub fn reading(&self) -> &Reading {
        &self.reading
    }

    /// All chunks one after the other.
    pub fn finish(&self, trials: usize) -> Ranges {
        let mut space = self.workspace();
        let mut all = self.chunk(0, &mut space);
        for chunk in 1..chunks(trials) {
            all.merge(&self.chunk(chunk, &mut space));
        }
        self.ranges(&all)
    }
}

/// The numbers of the plant with a draw for each source.
fn drawn<S: Scalar>(model: &Model, sources: &[Source], draw: impl Fn(usize, &Source) -> S) -> Params<S> {
    let lowered = &model.lowered;
    let mut params = lowered.given.map(|_, value| S::constant(value));
    for (input, source) in sources.iter().enumerate() {
        let draw = draw(input, source);
        for &slot in &source.slots {
            let complement =
                lowered.plant.slots.get(slot.index()).is_some_and(|info| info.name == COMPLEMENT);
            params[slot] = if complement {
                S::one() - draw
            } else {
                draw * S::constant(lowered.given[slot] / source.value)
            };
        }
    }
    for whole in wholes(&lowered.plant) {
        whole.close(&lowered.given, &mut params);
    }
    params
}

/// All results of a trial, taken down.
struct Recorded<'r> {
    figures: Vec<Figure>,
    results: Vec<Symbol<'r>>,
}

impl<'r> Recorded<'r> {
    fn new(model: &Model, mut params: Params<Symbol<'r>>, set: MeasureSet, alone: &[usize]) -> Self {
        let plant = &model.lowered.plant;
        calibrate(plant, &mut params);
        let list: Vec<Edits<Symbol<'r>>> = model
            .lowered
            .measures
            .iter()
            .enumerate()
            .map(|(place, entry)| {
                if set.contains(place) || alone.contains(&place) {
                    edits(&Context { plant, p: &params, own: &entry.slots })
                } else {
                    Edits::default()
                }
            })
            .collect();
        let totals = |set: MeasureSet| -> Totals<Symbol<'r>> {
            let mut work = params.clone();
            let chosen = list.iter().enumerate().filter(|(place, _)| set.contains(*place)).map(|(_, e)| e);
            apply(&mut work, &chosen);
            let mut flows = Flows::new(plant);
            evaluate(plant, &work, &mut flows);
            flows.totals
        };
        let terms = model.lowered.money.terms.map(Symbol::constant);
        let valuation = Valuation::new(model, &terms);
        let before = totals(MeasureSet::EMPTY);
        let after = totals(set);
        let mut recorded = Recorded { figures: Vec::new(), results: Vec::new() };
        recorded.yearly(Case::Before, &before);
        recorded.yearly(Case::After, &after);
        let cases = core::iter::once((Case::Plan, set, after)).chain(alone.iter().map(|&place| {
            let one = MeasureSet::one(place);
            (Case::Alone(place), one, totals(one))
        }));
        for (case, set, totals) in cases {
            let saved = before.minus(&totals);
            recorded.yearly(case, &saved);
            recorded.figures.push(Figure::Npv(case));
            recorded.results.push(valuation.npv(model, &params, set, &saved));
        }
        recorded
    }

    fn yearly(&mut self, case: Case, totals: &Totals<Symbol<'r>>) {
        for metric in HEADLINES {
            self.figures.push(Figure::Yearly(case, metric));
            self.results.push(totals[metric]);
        }
    }
}
