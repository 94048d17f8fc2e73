//! What burns a carrier at the machine, and fleets.

use super::{Slot, slugged};
use crate::data::Vehicle;

slugged! {
    /// Direct-fired uses.
    FiredKind {
        Stenter = "stenter", Oven = "oven", Dryer = "dryer", Furnace = "furnace",
        Oxidiser = "oxidiser", Cooking = "cooking", Other = "other",
    }
}

/// Process heat made by burning a carrier at the machine.
#[derive(Clone, Debug)]
pub struct Fired {
    pub kind: FiredKind,
    pub burner: usize,
    /// Fuel in the base case, GJ (solved).
    pub fuel: Slot,
    pub demand: Slot,
    pub efficiency: Slot,
    /// What leaves through the exhaust duct, when it is known or the kind has a default.
    pub exhaust: Option<Exhaust>,
    /// Neutral 0: exhaust heat above fresh air, GJ, once a measure looks at it.
    pub exhaust_heat: Slot,
    /// Neutral 0: fuel added by measures, GJ.
    pub added: Slot,
    /// Neutral 0: effectiveness of heat recovery to the fresh air.
    pub recovery: Slot,
    /// Neutral 1: fuel for the same throughput.
    pub specific: Slot,
    pub flue: Flue,
    /// Only there so that a measure can use it.
    pub dormant: bool,
    pub machines: Option<f64>,
}

/// What measures do with the flue gas of a direct-fired use.
#[derive(Clone, Debug)]
pub struct Flue {
    /// Neutral 0: heat given back with the combustion air, against the heat available without it,
    /// and against the fuel.
    pub preheat: Slot,
    pub returned: Slot,
    /// Neutral 0: flue heat that suits a cooler process and that suits absorption chillers, per
    /// fuel.
    pub cascade: Slot,
    pub absorption: Slot,
    /// Neutral 0: share of this use that flue gas of others can heat.
    pub accepts: Slot,
}

/// Exhaust duct of a group of like machines.
#[derive(Clone, Debug)]
pub struct Exhaust {
    pub count: Slot,
    /// m3/h of one machine at exhaust temperature.
    pub flow: Slot,
    /// degC.
    pub temperature: Slot,
    /// Hours a year.
    pub hours: Slot,
}

/// A fleet on one fuel.
#[derive(Clone, Debug)]
pub struct Fleet {
    pub kind: Vehicle,
    pub burner: usize,
    pub fuel: Slot,
    pub demand: Slot,
    /// Neutral 0: share of the driving that electric vehicles do, and kWh from the grid for each GJ
    /// of fuel they replace.
    pub electric_share: Slot,
    pub electric_use: Slot,
}
