//! What is hired, thrown away or bought and emits elsewhere.

use super::{Slot, slugged};
use crate::data::FactId;

slugged! {
    /// Categories of scope 3 that the model tells apart, after the Corporate Value Chain (Scope 3)
    /// Accounting and Reporting Standard of the GHG Protocol (2011), table 5.4: 1, 3, 4, 5, 6, 7 and 9.
    Category {
        Goods = "goods", Energy = "energy", Freight = "freight", Waste = "waste", Travel = "travel",
        Commuting = "commuting", Distribution = "distribution",
    }
}

impl Category {
    pub fn index(self) -> usize {
        self as usize
    }

    /// Its number in the standard.
    pub fn number(self) -> u8 {
        match self {
            Category::Goods => 1,
            Category::Energy => 3,
            Category::Freight => 4,
            Category::Waste => 5,
            Category::Travel => 6,
            Category::Commuting => 7,
            Category::Distribution => 9,
        }
    }
}

/// Hired travel or freight, waste, or something bought: an amount times a factor.
///
/// `amount × ((1 − moved) (factor + power × grid) + moved × alternative)`: what a measure moves to another
/// mode or treatment stays the same amount.
#[derive(Clone, Debug)]
pub struct Activity {
    pub category: Category,
    /// The row it is multiplied with.
    pub fact: FactId,
    pub amount: Slot,
    /// kg CO2e, and kWh of the local grid, per unit of amount.
    pub factor: Slot,
    pub power: Slot,
    /// Money per unit of amount; 0 when not said.
    pub price: Slot,
    /// People in one vehicle, where the amount counts vehicles.
    pub people: Slot,
    /// kg CO2e per unit of amount of what could take its place: the train for travel on roads and in the
    /// air, recycling for waste.
    pub alternative: Option<Slot>,
    /// Neutral 0: share moved there, and what a unit of it then costs.
    pub moved: Slot,
    pub moved_price: Slot,
}

/// What a cubic metre emits outside the plant.
#[derive(Clone, Debug)]
pub struct Remote {
    /// kg CO2e.
    pub factor: Slot,
    /// kWh of the local grid.
    pub power: Slot,
}
