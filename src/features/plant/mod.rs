//! Where the plant is described, from two bills to every machine.

pub mod bill_text;
pub mod choices;
