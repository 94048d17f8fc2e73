//! The Lantian web app.

pub mod charts;
pub mod i18n;
pub mod state;
pub mod ui;
