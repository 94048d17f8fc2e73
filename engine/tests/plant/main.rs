//! The plant as a whole: worked cases, properties over random plants, and wrong input.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests; their helpers too")]

mod activities;
mod bad_input;
mod best;
mod bills;
mod cases;
mod common;
mod explained;
mod money;
mod plans;
mod portfolio;
mod random;
mod snapshots;
mod trajectory;
mod uncertainty;
