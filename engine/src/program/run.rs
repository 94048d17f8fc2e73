//! Runs a program on blocks of trials.
//!
//! Every step is a loop over one block; the compiler makes vector instructions of it where the
//! target has them (SSE2, AVX, wasm `simd128`). Nothing is allocated while running.

use super::compile::{Program, Step};
use crate::scalar::Scalar;

/// Trials side by side.
pub const BLOCK: usize = 64;

/// One number for each trial of a block.
pub type Block = [f64; BLOCK];

/// Rows that runs use again and again.
#[derive(Clone, Debug)]
pub struct Workspace {
    rows: Vec<Block>,
}

impl Workspace {
    /// As many rows as `program` needs.
    pub fn new(program: &Program) -> Self {
        Workspace { rows: vec![[0.0; BLOCK]; program.rows()] }
    }

    #[inline]
    fn unary(&mut self, to: u16, a: u16, f: impl Fn(f64) -> f64) {
        if let Ok([to, a]) = self.rows.get_disjoint_mut([usize::from(to), usize::from(a)]) {
            for (to, a) in to.iter_mut().zip(a.iter()) {
                *to = f(*a);
            }
        }
    }

    #[inline]
    fn binary(&mut self, to: u16, a: u16, b: u16, f: impl Fn(f64, f64) -> f64) {
        let [to, a, b] = [to, a, b].map(usize::from);
        if a == b {
            if let Ok([to, a]) = self.rows.get_disjoint_mut([to, a]) {
                for (to, a) in to.iter_mut().zip(a.iter()) {
                    *to = f(*a, *a);
                }
            }
        } else if let Ok([to, a, b]) = self.rows.get_disjoint_mut([to, a, b]) {
            for ((to, a), b) in to.iter_mut().zip(a.iter()).zip(b.iter()) {
                *to = f(*a, *b);
            }
        }
    }

    /// Rows of one selection may be the same.
    fn select(&mut self, to: u16, test: u16, yes: u16, no: u16) {
        let row = |row: u16| self.rows.get(usize::from(row)).copied().unwrap_or([0.0; BLOCK]);
        let (test, yes, no) = (row(test), row(yes), row(no));
        if let Some(to) = self.rows.get_mut(usize::from(to)) {
            for (((to, test), yes), no) in to.iter_mut().zip(test).zip(yes).zip(no) {
                *to = Scalar::select(test, yes, no);
            }
        }
    }
}

impl Program {
    /// Computes one block. `inputs` fills a row with an input of the trials; `result` takes a row of
    /// results, in the order of the program.
    pub fn run(
        &self,
        space: &mut Workspace,
        mut inputs: impl FnMut(usize, &mut Block),
        mut result: impl FnMut(usize, &Block),
    ) {
        for step in &self.steps {
            match *step {
                Step::Fixed(to, value) => {
                    if let Some(to) = space.rows.get_mut(usize::from(to)) {
                        to.fill(value);
                    }
                }
                Step::Input(to, input) => {
                    if let Some(to) = space.rows.get_mut(usize::from(to)) {
                        inputs(input as usize, to);
                    }
                }
                Step::Result(place, row) => {
                    if let Some(row) = space.rows.get(usize::from(row)) {
                        result(place as usize, row);
                    }
                }
                Step::Add(to, a, b) => space.binary(to, a, b, |a, b| a + b),
                Step::AddFixed(to, a, b) => space.unary(to, a, |a| a + b),
                Step::Sub(to, a, b) => space.binary(to, a, b, |a, b| a - b),
                Step::SubFixed(to, a, b) => space.unary(to, a, |a| a - b),
                Step::FixedSub(to, a, b) => space.unary(to, b, |b| a - b),
                Step::Mul(to, a, b) => space.binary(to, a, b, |a, b| a * b),
                Step::MulFixed(to, a, b) => space.unary(to, a, |a| a * b),
                Step::Div(to, a, b) => space.binary(to, a, b, |a, b| a / b),
                Step::DivFixed(to, a, b) => space.unary(to, a, |a| a / b),
                Step::FixedDiv(to, a, b) => space.unary(to, b, |b| a / b),
                Step::Neg(to, a) => space.unary(to, a, |a| -a),
                Step::Min(to, a, b) => space.binary(to, a, b, Scalar::min),
                Step::MinFixed(to, a, b) => space.unary(to, a, |a| Scalar::min(a, b)),
                Step::Max(to, a, b) => space.binary(to, a, b, Scalar::max),
                Step::MaxFixed(to, a, b) => space.unary(to, a, |a| Scalar::max(a, b)),
                Step::Pow(to, a, b) => space.binary(to, a, b, Scalar::powf),
                Step::Exp(to, a) => space.unary(to, a, Scalar::exp),
                Step::Ln(to, a) => space.unary(to, a, Scalar::ln),
                Step::Select(to, test, yes, no) => space.select(to, test, yes, no),
            }
        }
    }
}
