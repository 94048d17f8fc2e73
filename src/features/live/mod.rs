//! The answer while it is being worked on: headline figures beside the form, and the engine's
//! problems and assumptions in words.

pub mod contributors;
pub mod jump;
pub mod ledger;
pub mod today;
pub mod wording;
