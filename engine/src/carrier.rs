//! What a plant buys.

use crate::plant::slugged;

slugged! {
    /// A purchased carrier, named by its slug in the fact tables (`fuel`, or `electricity`,
    /// `steam`, `water`).
    Carrier {
        Electricity = "electricity",
        NaturalGas = "natural_gas",
        Lng = "lng",
        Lpg = "lpg",
        Towngas = "towngas",
        Diesel = "diesel",
        Petrol = "petrol",
        Kerosene = "kerosene",
        FuelOil = "fuel_oil",
        BituminousCoal = "bituminous_coal",
        Anthracite = "anthracite",
        RawCoal = "raw_coal",
        WashedCoal = "washed_coal",
        Coke = "coke",
        Wood = "wood",
        BiomassPellets = "biomass_pellets",
        Steam = "steam",
        Water = "water",
    }
}

/// How a carrier's flue gas and sulphur behave.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    Gas,
    Liquid,
    Coal,
    Biomass,
    /// Not burnt on site.
    None,
}

impl Carrier {
    pub fn group(self) -> Group {
        match self {
            Carrier::NaturalGas | Carrier::Lng | Carrier::Lpg | Carrier::Towngas => Group::Gas,
            Carrier::Diesel | Carrier::Petrol | Carrier::Kerosene | Carrier::FuelOil => Group::Liquid,
            Carrier::BituminousCoal
            | Carrier::Anthracite
            | Carrier::RawCoal
            | Carrier::WashedCoal
            | Carrier::Coke => Group::Coal,
            Carrier::Wood | Carrier::BiomassPellets => Group::Biomass,
            Carrier::Electricity | Carrier::Steam | Carrier::Water => Group::None,
        }
    }

    /// Burnt on site.
    pub fn is_fuel(self) -> bool {
        self.group() != Group::None
    }
}
