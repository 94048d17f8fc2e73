//! What the page asks of its compute workers, and how it is answered.
//!
//! A [`Job`] is a project and a [`Question`]. A question may be cut into chunks ([`Question::split`])
//! that several workers answer; their answers are joined in the order of the chunks ([`Gather`]), so
//! that the result does not depend on how many workers there are. Until it is final, an answer is what
//! is known so far. Nothing here touches a browser: the worker itself is `main.rs`, the pool of workers
//! `platform::compute` of the app.

mod best;
mod front;
mod gather;
mod uncertainty;
mod wire;

pub use gather::Gather;
pub use wire::{decode, encode};

use lantian_engine::assess::Model;
use lantian_engine::best::{Ask, Best, Impossible, Part, Point};
use lantian_engine::lower::lower;
use lantian_engine::project::from_json;
use lantian_engine::set::MeasureSet;
use lantian_engine::uncertainty::{Ranges, Reading, Tally};
use serde::{Deserialize, Serialize};
use std::ops::Range;

/// What is to be computed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Job {
    /// The project as the app writes it.
    pub project: String,
    pub question: Question,
}

/// What is asked about a project.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Question {
    /// The best plan.
    Best(Ask),
    /// How sure the figures of today and of a plan are: these chunks of trials.
    Trials { plan: MeasureSet, seed: u64, chunks: Range<usize> },
    /// The plans that none beats at both cost and effect, within a part of the costs.
    Front(Ask, Part),
}

/// What is known: so far, or in the end.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Answer {
    /// The best plan found, if any yet, and the effort.
    Best { best: Option<Best>, evaluations: u64 },
    /// Plans of the front, by rising cost, all proven, and the effort. The final answer holds all of them.
    Front { points: Vec<Point>, evaluations: u64 },
    /// No plan meets what is asked.
    Impossible(Impossible),
    /// Trials, each chunk on its own, and how to read them.
    Trials { reading: Reading, chunks: Vec<Tally> },
}

/// What a worker says.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Message {
    /// What is known so far.
    SoFar(Answer),
    /// The end.
    Final(Answer),
    /// The project cannot be evaluated, or its trials are too large; the page asks only about projects
    /// that can.
    Refused,
}

impl Question {
    /// Cut into at most `chunks` questions for as many workers.
    #[must_use]
    pub fn split(self, parts: usize) -> Vec<Question> {
        match self {
            Question::Best(_) => vec![self],
            Question::Front(ask, part) => {
                front::parts(part, parts).into_iter().map(|part| Question::Front(ask.clone(), part)).collect()
            }
            Question::Trials { plan, seed, chunks } => {
                let each = chunks.len().div_ceil(parts.max(1)).max(1);
                let part = |from: usize| from..chunks.end.min(from + each);
                let parts = chunks.clone().step_by(each).map(part);
                parts.map(|chunks| Question::Trials { plan, seed, chunks }).collect()
            }
        }
    }
}

impl Answer {
    /// Joined with the answer to the next chunk.
    #[must_use]
    pub fn join(self, next: Answer) -> Answer {
        match (self, next) {
            (Answer::Trials { reading, mut chunks }, Answer::Trials { chunks: more, .. }) => {
                chunks.extend(more);
                Answer::Trials { reading, chunks }
            }
            (Answer::Front { points, evaluations }, Answer::Front { points: dearer, evaluations: more }) => {
                let points = lantian_engine::best::join(points, dearer);
                Answer::Front { points, evaluations: evaluations + more }
            }
            // Questions of one chunk; and what contradicts itself, which every chunk says alike.
            (last, _) => last,
        }
    }

    /// The ranges that trials give. Chunks are added up in their order and one by one, whoever computed
    /// them: so the digits do not depend on how many workers there were.
    pub fn ranges(&self) -> Option<Ranges> {
        let Answer::Trials { reading, chunks } = self else { return None };
        let mut chunks = chunks.iter();
        let mut all = chunks.next()?.clone();
        chunks.for_each(|chunk| all.merge(chunk));
        Some(reading.ranges(&all))
    }
}

/// Computes a job; what is known so far is told now and then.
pub fn run(job: &Job, tell: &mut dyn FnMut(Answer)) -> Message {
    let lowered = from_json(&job.project).ok().and_then(|project| lower(&project).result.ok());
    let Some(lowered) = lowered else { return Message::Refused };
    let model = Model::new(*lowered);
    match &job.question {
        Question::Best(ask) => Message::Final(best::run(&model, ask, tell)),
        Question::Front(ask, part) => Message::Final(front::run(&model, ask, *part, tell)),
        Question::Trials { plan, seed, chunks } => uncertainty::run(&model, *plan, *seed, chunks.clone()),
    }
}
