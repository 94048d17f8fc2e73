//! The Lantian web app.

pub mod state;
pub mod ui;
