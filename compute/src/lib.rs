//! What the page asks of its compute workers, and how it is answered.
//!
//! A [`Job`] is a project and a [`Question`]. A question may be cut into chunks ([`Question::split`])
//! that several workers answer; their answers are joined in the order of the chunks ([`Gather`]), so
//! that the result does not depend on how many workers there are. Until it is final, an answer is what
//! is known so far. Nothing here touches a browser: the worker itself is `main.rs`, the pool of workers
//! `platform::compute` of the app.

mod best;
mod gather;
mod wire;

pub use gather::Gather;
pub use wire::{decode, encode};

use lantian_engine::assess::Model;
use lantian_engine::best::{Ask, Best, Impossible};
use lantian_engine::lower::lower;
use lantian_engine::project::from_json;
use serde::{Deserialize, Serialize};

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
}

/// What is known: so far, or in the end.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Answer {
    /// The best plan found, if any yet, and the effort.
    Best { best: Option<Best>, evaluations: u64 },
    /// No plan meets what is asked.
    Impossible(Impossible),
}

/// What a worker says.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Message {
    /// What is known so far.
    SoFar(Answer),
    /// The end.
    Final(Answer),
    /// The project cannot be evaluated; the page asks only about projects that can.
    Refused,
}

impl Question {
    /// Cut into at most `chunks` questions for as many workers.
    #[must_use]
    pub fn split(self, _chunks: usize) -> Vec<Question> {
        match self {
            Question::Best(_) => vec![self],
        }
    }
}

impl Answer {
    /// Joined with the answer to the next chunk.
    #[must_use]
    pub fn join(self, next: Answer) -> Answer {
        match (self, next) {
            // Questions of one chunk.
            (last, Answer::Best { .. } | Answer::Impossible(_)) => last,
        }
    }
}

/// Computes a job; what is known so far is told now and then.
pub fn run(job: &Job, tell: &mut dyn FnMut(Answer)) -> Message {
    let lowered = from_json(&job.project).ok().and_then(|project| lower(&project).result.ok());
    let Some(lowered) = lowered else { return Message::Refused };
    let model = Model::new(*lowered);
    Message::Final(match &job.question {
        Question::Best(ask) => best::run(&model, ask, tell),
    })
}
