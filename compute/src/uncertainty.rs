//! Ranges by trials: chunks of a study, each on its own.

use crate::{Answer, Message};
use lantian_engine::assess::Model;
use lantian_engine::set::MeasureSet;
use lantian_engine::uncertainty::Study;
use std::ops::Range;

/// These chunks of the trials of today and of `plan`.
pub fn run(model: &Model, plan: MeasureSet, seed: u64, chunks: Range<usize>) -> Message {
    let Ok(study) = Study::new(model, plan, &[], seed) else { return Message::Refused };
    let mut space = study.workspace();
    let chunks = chunks.map(|chunk| study.chunk(chunk, &mut space)).collect();
    Message::Final(Answer::Trials { reading: study.reading().clone(), chunks })
}
