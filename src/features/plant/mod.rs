//! Where the plant is described, from two bills to every machine.

pub mod bill_quantity;
pub mod bill_text;
pub mod choices;
pub mod figure;
pub mod figure_text;
pub mod marks;
