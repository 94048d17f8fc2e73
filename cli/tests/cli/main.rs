//! The command as a user runs it: exit codes, output, messages.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests; the helpers too")]

mod common;
mod compare;
mod documented;
mod evaluate;
mod failures;
mod finance;
mod lists;
mod measure;
mod optimise;
mod portfolio;
mod scale;
mod schema;
mod trajectory;
mod uncertainty;
