//! One golden case or more for every measure of the catalogue.
//!
//! Expected values are published worked examples or calculations written out beside them; where
//! a published figure is known to be wrong, the test shows that the model does not repeat it.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests; their helpers too")]

mod air;
mod boilers;
mod boilers_more;
mod catalogue;
mod common;
mod drives;
mod electric;
mod electric_supply;
mod fleet_water;
mod fuel_switch;
mod heat_recovery;
mod inspected;
mod page;
mod process_heat;
mod published;
mod quick;
mod rooms;
mod running;
mod side_effects;
mod sizes;
mod solvents;
mod stack;
mod steam;
mod travel;
mod treatment;
mod water;
