//! The answer while it is being worked on: headline figures beside the form, and the engine's
//! problems and assumptions in words.

pub mod contributors;
mod jump;
pub mod today;
pub mod wording;
