//! Trials by the generic engine with several numbers side by side: what the program of trials is measured
//! against (docs/decisions/0008-trials-as-a-program.md). The engine itself does not use it.

use core::array::from_fn;
use core::ops::{Add, Div, Mul, Neg, Sub};

use lantian_engine::assess::Model;
use lantian_engine::calibrate::calibrate;
use lantian_engine::edit::{Edits, apply};
use lantian_engine::evaluate::evaluate;
use lantian_engine::finance::Valuation;
use lantian_engine::flows::Flows;
use lantian_engine::measures::{Context, edits};
use lantian_engine::metric::Totals;
use lantian_engine::plant::Params;
use lantian_engine::scalar::Scalar;
use lantian_engine::set::MeasureSet;
use lantian_engine::uncertainty::{HEADLINES, Study};

/// Numbers side by side.
const LANES: usize = 8;
/// Trials drawn beforehand, which runs take in turn.
const DRAWN: usize = 128;

#[derive(Clone, Copy, Debug)]
pub struct Lanes([f64; LANES]);

impl Lanes {
    fn each(self, f: impl Fn(f64) -> f64) -> Self {
        Lanes(self.0.map(f))
    }

    fn both(self, other: Self, f: impl Fn(f64, f64) -> f64) -> Self {
        let mut result = self;
        for (left, right) in result.0.iter_mut().zip(other.0) {
            *left = f(*left, right);
        }
        result
    }
}

impl Add for Lanes {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        self.both(other, |a, b| a + b)
    }
}

impl Sub for Lanes {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        self.both(other, |a, b| a - b)
    }
}

impl Mul for Lanes {
    type Output = Self;
    fn mul(self, other: Self) -> Self {
        self.both(other, |a, b| a * b)
    }
}

impl Div for Lanes {
    type Output = Self;
    fn div(self, other: Self) -> Self {
        self.both(other, |a, b| a / b)
    }
}

impl Neg for Lanes {
    type Output = Self;
    fn neg(self) -> Self {
        self.each(|a| -a)
    }
}

impl Scalar for Lanes {
    fn constant(value: f64) -> Self {
        Lanes([value; LANES])
    }
    fn min(self, other: Self) -> Self {
        self.both(other, Scalar::min)
    }
    fn max(self, other: Self) -> Self {
        self.both(other, Scalar::max)
    }
    fn powf(self, exponent: Self) -> Self {
        self.both(exponent, Scalar::powf)
    }
    fn exp(self) -> Self {
        self.each(Scalar::exp)
    }
    fn ln(self) -> Self {
        self.each(Scalar::ln)
    }
    fn select(test: Self, yes: Self, no: Self) -> Self {
        let mut result = yes;
        for ((value, test), no) in result.0.iter_mut().zip(test.0).zip(no.0) {
            *value = if test > 0.0 { *value } else { no };
        }
        result
    }
}

/// Trials of one plant. Draws are made beforehand and results are only added up: what is timed is
/// calibration, edits, evaluations and net present values.
#[derive(Debug)]
pub struct Generic {
    drawn: Vec<Params<Lanes>>,
    valuation: Valuation<Lanes>,
    plan: MeasureSet,
    alone: Vec<usize>,
    given: Params<Lanes>,
    work: Params<Lanes>,
    flows: Flows<Lanes>,
    edits: Vec<Edits<Lanes>>,
}

impl Generic {
    /// The same trials as those of `study`; `None` when a result of the first is not the same.
    pub fn new(model: &Model, study: &Study, plan: MeasureSet, alone: &[usize]) -> Option<Self> {
        let block = |first: usize| {
            let trials: [Params<f64>; LANES] = from_fn(|lane| study.given(model, first + lane));
            model.lowered.given.map(|slot, _| Lanes(trials.each_ref().map(|trial| trial[slot])))
        };
        let drawn: Vec<_> = (0..DRAWN).step_by(LANES).map(block).collect();
        let first = drawn.first()?.clone();
        let valuation = Valuation::new(model, &model.lowered.money.terms.map(Lanes::constant));
        let flows = Flows::new(&model.lowered.plant);
        let (given, work) = (first.clone(), first.clone());
        let edits = vec![Edits::default(); model.edits.len()];
        let mut generic =
            Generic { drawn, valuation, plan, alone: alone.to_vec(), given, work, flows, edits };
        let mut found = Vec::new();
        generic.block(model, &first, |result| found.push(result.0.first().copied().unwrap_or(f64::NAN)));
        let known = study.trial(0);
        let fixed_or_same =
            |(a, (_, b)): (&f64, &(_, f64))| b.is_nan() || (a - b).abs() <= 1e-9 * b.abs().max(1.0);
        (found.len() == known.len() && found.iter().zip(&known).all(fixed_or_same)).then_some(generic)
    }

    /// So many trials; the sum of all results.
    pub fn run(&mut self, model: &Model, trials: usize) -> f64 {
        let drawn = core::mem::take(&mut self.drawn);
        let mut sum = 0.0;
        for params in drawn.iter().cycle().take(trials / LANES) {
            self.block(model, params, |result| sum += result.0.iter().sum::<f64>());
        }
        self.drawn = drawn;
        sum
    }

    fn block(&mut self, model: &Model, drawn: &Params<Lanes>, mut result: impl FnMut(Lanes)) {
        let plant = &model.lowered.plant;
        self.given.copy_from(drawn);
        calibrate(plant, &mut self.given);
        for (place, (entry, list)) in model.lowered.measures.iter().zip(&mut self.edits).enumerate() {
            if self.plan.contains(place) || self.alone.contains(&place) {
                *list = edits(&Context { plant, p: &self.given, own: &entry.slots });
            }
        }
        let before = self.totals(model, MeasureSet::EMPTY);
        let after = self.totals(model, self.plan);
        let mut yearly = |totals: &Totals<Lanes>| {
            for metric in HEADLINES {
                result(totals[metric]);
            }
        };
        yearly(&before);
        yearly(&after);
        let saved = before.minus(&after);
        yearly(&saved);
        result(self.valuation.npv(model, &self.given, self.plan, &saved));
        for at in 0..self.alone.len() {
            let one = MeasureSet::one(self.alone.get(at).copied().unwrap_or_default());
            let saved = before.minus(&self.totals(model, one));
            for metric in HEADLINES {
                result(saved[metric]);
            }
            result(self.valuation.npv(model, &self.given, one, &saved));
        }
    }

    fn totals(&mut self, model: &Model, set: MeasureSet) -> Totals<Lanes> {
        self.work.copy_from(&self.given);
        let chosen = self.edits.iter().enumerate().filter(|(place, _)| set.contains(*place)).map(|(_, e)| e);
        apply(&mut self.work, &chosen);
        evaluate(&model.lowered.plant, &self.work, &mut self.flows);
        self.flows.totals
    }
}
