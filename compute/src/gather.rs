//! Answers to chunks, joined in the order of the chunks whatever the order in which they come.

use crate::{Answer, Message};

/// The chunks of one question.
#[derive(Debug)]
pub struct Gather {
    /// The latest answer to each chunk, and whether it is final.
    chunks: Vec<Option<(Answer, bool)>>,
}

impl Gather {
    /// Nothing known of any of so many chunks.
    pub fn new(chunks: usize) -> Self {
        Gather { chunks: vec![None; chunks] }
    }

    /// Takes what a worker says of a chunk. Gives what is known of the whole: final once every chunk
    /// is; `None` while nothing is known of some chunk, or when the question was refused.
    pub fn take(&mut self, chunk: usize, message: Message) -> Option<Message> {
        let latest = match message {
            Message::SoFar(answer) => (answer, false),
            Message::Final(answer) => (answer, true),
            Message::Refused => return Some(Message::Refused),
        };
        *self.chunks.get_mut(chunk)? = Some(latest);
        let known: Vec<(Answer, bool)> = self.chunks.iter().cloned().collect::<Option<_>>()?;
        let over = known.iter().all(|(_, over)| *over);
        let whole = known.into_iter().map(|(answer, _)| answer).reduce(Answer::join)?;
        Some(if over { Message::Final(whole) } else { Message::SoFar(whole) })
    }

    /// Chunks answered in full, and all chunks.
    pub fn progress(&self) -> (usize, usize) {
        let over = self.chunks.iter().flatten().filter(|(_, over)| *over).count();
        (over, self.chunks.len())
    }
}
