//! The front of cost and effect, told about while it is searched.

use crate::Answer;
use lantian_engine::assess::Model;
use lantian_engine::best::{Ask, Front, Impossible, Part, Point, join};

/// Nodes of the search between two looks: some milliseconds.
const STEP: usize = 64;

/// A part is searched in so many slices, each twice as wide as the one before and all by turns: large
/// budgets can take minutes to prove, and what small ones bring is known long before.
const SLICES: u32 = 8;

/// A part cut into smaller ones of the same width, the cheapest first.
pub fn parts(part: Part, chunks: usize) -> Vec<Part> {
    let chunks = chunks.max(1);
    cut(part, (1..chunks).map(|chunk| chunk as f64 / chunks as f64))
}

fn slices(part: Part) -> Vec<Part> {
    cut(part, (1..SLICES).rev().map(|halvings| 1.0 / f64::from(1_u32 << halvings)))
}

/// A part cut at shares of its width.
fn cut(part: Part, shares: impl Iterator<Item = f64>) -> Vec<Part> {
    let ends = shares.map(|share| part.from + (part.to - part.from) * share);
    let mut from = part.from;
    let next = |to| Part { from: std::mem::replace(&mut from, to), to };
    ends.chain([part.to]).map(next).collect()
}

pub fn run(model: &Model, ask: &Ask, part: Part, tell: &mut dyn FnMut(Answer)) -> Answer {
    let slices = slices(part).into_iter().map(|slice| Front::new(model, ask, slice));
    let mut fronts: Vec<Front> = match slices.collect::<Result<_, Impossible>>() {
        Ok(fronts) => fronts,
        Err(reason) => return Answer::Impossible(reason),
    };
    loop {
        let mut over = true;
        for front in &mut fronts {
            over &= front.advance(STEP);
        }
        let points = fronts.iter().map(|front| front.points().to_vec()).fold(Vec::<Point>::new(), join);
        let known = Answer::Front { points, evaluations: fronts.iter().map(Front::evaluations).sum() };
        if over {
            return known;
        }
        tell(known);
    }
}
