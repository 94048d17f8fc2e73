//! The best plan, told about while it is searched.

use crate::Answer;
use lantian_engine::assess::Model;
use lantian_engine::best::{Ask, Search};

/// Nodes of the search between two looks: some milliseconds.
const STEP: usize = 64;

pub fn run(model: &Model, ask: &Ask, tell: &mut dyn FnMut(Answer)) -> Answer {
    let mut search = match Search::new(model, ask) {
        Ok(search) => search,
        Err(reason) => return Answer::Impossible(reason),
    };
    loop {
        let over = search.advance(STEP);
        let known = match search.best() {
            Ok(best) => Answer::Best { best, evaluations: search.evaluations() },
            Err(reason) => Answer::Impossible(reason),
        };
        if over {
            return known;
        }
        tell(known);
    }
}
