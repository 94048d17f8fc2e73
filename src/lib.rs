//! The Lantian web app.

pub mod ui;
