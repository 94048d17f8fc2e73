//! What is emitted where something burns.

use super::Slot;

/// Air pollutants, in the order of every array over them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum AirPollutant {
    So2,
    Nox,
    Pm10,
    Pm25,
    Voc,
    Co,
}

impl AirPollutant {
    pub const ALL: [AirPollutant; 6] = [
        AirPollutant::So2,
        AirPollutant::Nox,
        AirPollutant::Pm10,
        AirPollutant::Pm25,
        AirPollutant::Voc,
        AirPollutant::Co,
    ];

    pub fn slug(self) -> &'static str {
        match self {
            AirPollutant::So2 => "so2",
            AirPollutant::Nox => "nox",
            AirPollutant::Pm10 => "pm10",
            AirPollutant::Pm25 => "pm25",
            AirPollutant::Voc => "voc",
            AirPollutant::Co => "co",
        }
    }

    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|p| p.slug() == slug)
    }

    pub fn index(self) -> usize {
        self as usize
    }
}

/// Something that burns a carrier and emits.
#[derive(Clone, Debug)]
pub struct Burner {
    /// Index in [`Plant::carriers`].
    pub carrier: usize,
    /// Share of the carrier's bill burnt here in the base case; 0 for dormant ones.
    pub bill_share: Slot,
    /// kg/GJ.
    pub ch4: Slot,
    pub n2o: Slot,
    /// g/GJ before stack cleaning.
    pub pollutants: [Slot; 6],
    /// Part that passes the installed cleaning, and the neutral 1 that measures turn.
    pub pass: [Slot; 6],
    pub pass_new: [Slot; 6],
    /// Neutral 0: CO2 that the sorbent gives off, kg per kg of SO2 that new cleaning holds back.
    pub sorbent_co2: Slot,
    /// Neutral 0: electricity of new cleaning, kWh per GJ burnt.
    pub power: Slot,
    /// Neutral 0: what the fuel costs more than the bill says, money per GJ burnt.
    pub surcharge: Slot,
    /// Neutral 0: part of the NOx that a catalyst removes, and what the reagent for it costs, money
    /// per kg removed.
    pub catalyst: Slot,
    pub reagent_cost: Slot,
    /// Burns nothing until a measure says so.
    pub dormant: bool,
    /// Tailpipes do not pass a chimney; they are listed apart.
    pub mobile: bool,
}

/// What burning the gas of an anaerobic stage emits, by GJ.
#[derive(Clone, Debug)]
pub struct Biogas {
    /// kg, biogenic.
    pub co2: Slot,
    /// kg.
    pub ch4: Slot,
    pub n2o: Slot,
    /// g.
    pub pollutants: [Slot; 6],
}
