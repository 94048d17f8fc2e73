//! The plant model of Lantian.

pub mod project;
