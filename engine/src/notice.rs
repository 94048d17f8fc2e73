//! What the engine has to tell about a project: problems that stop it and notices that do not.
//!
//! Both carry data, never sentences; the interface puts them into words in the user's language.

use crate::carrier::Carrier;
use crate::data::FactId;
use crate::origin::Field;
use crate::plant::{AirPollutant, slugged};

/// Something that must be mended before there can be a result.
#[derive(Clone, Debug, PartialEq)]
pub struct Problem {
    pub field: Field,
    pub kind: ProblemKind,
}

#[derive(Clone, Debug, PartialEq)]
pub enum ProblemKind {
    /// Nothing was said and nothing can stand in.
    Missing,
    /// The text could not be understood as a number.
    NotANumber { text: String },
    /// Not finite, or outside what is physically possible; with the reason where the limit that is
    /// broken does not speak for itself.
    OutOfRange { value: f64, min: f64, max: f64, reason: Option<Reason> },
    /// A slug that this version does not know.
    Unknown { slug: String },
    /// The unit does not measure this carrier.
    Unit { unit: String },
    /// The flue gas would be colder than the air.
    FlueBelowAir { flue: f64, air: f64 },
    /// A non-condensing economizer would cool the flue gas below its dew point, degC.
    FlueBelowDewPoint { flue: f64, dew_point: f64 },
    /// More than the fuel allows on net calorific value, as fractions: because its flue gas must stay above
    /// the dew point, degC, or, without one, although all vapour condenses.
    TooEfficient { efficiency: f64, most: f64, dew_point: Option<f64> },
    /// The losses leave no heat.
    NoEfficiency { losses: f64 },
    /// Shares of one whole add up to more than 100 %.
    SharesAbove { sum: f64 },
    /// The tables have no carbon factor for this carrier here.
    NoFactor,
    /// A second bill of the same carrier.
    Repeated,
    /// Money was given but no price is known to divide it by.
    NoPrice,
    /// The tables have no path of the grid factor here for this scenario.
    NoPath { scenario: &'static str },
}

impl ProblemKind {
    /// Text key `problem.<slug>`.
    pub fn slug(&self) -> &'static str {
        match self {
            ProblemKind::Missing => "missing",
            ProblemKind::NotANumber { .. } => "not_a_number",
            ProblemKind::OutOfRange { .. } => "out_of_range",
            ProblemKind::Unknown { .. } => "unknown",
            ProblemKind::Unit { .. } => "unit",
            ProblemKind::FlueBelowAir { .. } => "flue_below_air",
            ProblemKind::FlueBelowDewPoint { .. } => "flue_below_dew_point",
            ProblemKind::TooEfficient { .. } => "too_efficient",
            ProblemKind::NoEfficiency { .. } => "no_efficiency",
            ProblemKind::SharesAbove { .. } => "shares_above",
            ProblemKind::NoFactor => "no_factor",
            ProblemKind::Repeated => "repeated",
            ProblemKind::NoPrice => "no_price",
            ProblemKind::NoPath { .. } => "no_path",
        }
    }
}

slugged! {
    /// Why a limit stands where it does: text key `reason.<slug>`. The work that drives a heat pump
    /// is part of the heat it gives; rooms and processes are cooled with less work than the heat
    /// taken away; air and water flow one way; heat goes from hot to cold; no heat
    /// pump beats the ideal one; aerated water takes up no more oxygen than saturates it; what stood
    /// in the year of the bills is part of them; a target lies after its base year; a base year is
    /// known; years after the horizon are not looked at; a path is not continued beyond its table.
    Reason {
        HeatPumpBelowOne = "heat_pump_below_one",
        CoolingBelowOne = "cooling_below_one",
        FlowBelowZero = "flow_below_zero",
        FlueBelowWater = "flue_below_water",
        PumpAboveIdeal = "pump_above_ideal",
        OxygenAboveSaturation = "oxygen_above_saturation",
        StartInBills = "start_in_bills",
        TargetBeforeBase = "target_before_base",
        BaseAfterBills = "base_after_bills",
        AfterHorizon = "after_horizon",
        AfterPath = "after_path",
    }
}

/// Something the user should know; the result stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Notice {
    pub field: Field,
    pub kind: NoticeKind,
}

#[derive(Clone, Debug, PartialEq)]
pub enum NoticeKind {
    /// A default of the sector tables stands in for this field.
    DefaultUsed { value: f64, unit: &'static str },
    /// The bill was not known and is estimated from the sector.
    Estimated { carrier: Carrier },
    /// The sector's split of electricity or fuel is used because no list was given.
    SectorSplit { carrier: Carrier },
    /// The list exceeds the bill and was scaled to it.
    ListScaled { listed: f64, bill: f64 },
    /// Shares did not add up to 100 % and were scaled.
    SharesScaled { sum: f64 },
    /// Factors of related equipment, sizes or fuels stand in.
    FactorStandIn { facts: Vec<(AirPollutant, FactId)> },
    /// No factors were found; these pollutants are left out.
    NoFactor { pollutants: Vec<AirPollutant> },
    /// A price of the tables stands in.
    PriceDefault { fact: FactId, price: f64, unverified: bool },
    /// No price is known: the cost of this carrier is left out.
    NoPrice { carrier: Carrier },
    /// The unit price is far from the table's.
    PriceUnusual { price: f64, low: f64, high: f64 },
    /// Boiler fuel is bought but nothing uses the heat.
    HeatUnused,
    /// The grid factor is for another year.
    GridYear { fact: FactId, year: u16 },
    /// Said in part: without this field it counts nothing.
    NotCounted,
    /// The bill of this carrier already stands for it: counted there, not here.
    FollowsBill { carrier: Carrier },
    /// A range is given for a figure that is not in use.
    RangeUnused { name: String },
    /// The measure is unknown to this version and left out.
    UnknownMeasure { slug: String },
    /// Only one of an exclusive group can count; this one was left out.
    Excluded { slug: String, by: String },
}

impl NoticeKind {
    /// Text key `notice.<slug>`.
    pub fn slug(&self) -> &'static str {
        match self {
            NoticeKind::DefaultUsed { .. } => "default_used",
            NoticeKind::Estimated { .. } => "estimated",
            NoticeKind::SectorSplit { .. } => "sector_split",
            NoticeKind::ListScaled { .. } => "list_scaled",
            NoticeKind::SharesScaled { .. } => "shares_scaled",
            NoticeKind::FactorStandIn { .. } => "factor_stand_in",
            NoticeKind::NoFactor { .. } => "no_factor",
            NoticeKind::PriceDefault { .. } => "price_default",
            NoticeKind::NoPrice { .. } => "no_price",
            NoticeKind::PriceUnusual { .. } => "price_unusual",
            NoticeKind::HeatUnused => "heat_unused",
            NoticeKind::GridYear { .. } => "grid_year",
            NoticeKind::NotCounted => "not_counted",
            NoticeKind::FollowsBill { .. } => "follows_bill",
            NoticeKind::RangeUnused { .. } => "range_unused",
            NoticeKind::UnknownMeasure { .. } => "unknown_measure",
            NoticeKind::Excluded { .. } => "excluded",
        }
    }
}
