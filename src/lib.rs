//! The Lantian web app.

pub mod app;
pub mod charts;
pub mod features;
pub mod i18n;
pub mod platform;
pub mod state;
pub mod ui;
