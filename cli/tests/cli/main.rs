//! The command as a user runs it: exit codes, output, messages.
#![expect(clippy::unwrap_used, reason = "tests; the helpers too")]

mod common;
mod evaluate;
mod failures;
mod finance;
mod lists;
mod optimise;
mod trajectory;
