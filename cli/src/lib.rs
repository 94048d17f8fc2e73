//! The documents of the `lantian` command, shared with the JavaScript API (`api/`): the same JSON
//! shapes, the same words, one place.
//!
//! The command itself, its arguments and files stand in `main.rs`.

pub mod finance;
pub mod json;
pub mod lists;
pub mod names;
pub mod table;
pub mod words;
