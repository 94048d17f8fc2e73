//! The plant model of Lantian.

pub mod data;
pub mod project;
pub mod units;
