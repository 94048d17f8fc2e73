//! The measure catalogue as data: what a measure is called, where it applies, and its parameters with their bounds.
//! What a measure does to a plant is not here.
#![expect(clippy::unreadable_literal, reason = "numbers as they stand in the tables")]

use super::keys::{Evidence, ExclusiveGroup, MeasureGroup, MeasureId, Sector, SourceId};
use crate::units::UnitId;

include!(concat!(env!("OUT_DIR"), "/measures.rs"));

/// One measure of the catalogue.
#[derive(Clone, Copy, Debug)]
pub struct MeasureSpec {
    pub id: MeasureId,
    /// Short code for tables and slides.
    pub code: &'static str,
    pub group: MeasureGroup,
    /// Order of the stages of a plant, 1 to 8, demand before supply.
    pub stage: u8,
    pub stage_part: Option<char>,
    /// Members of a group exclude each other on the same equipment.
    pub exclusive_groups: &'static [ExclusiveGroup],
    /// `Sector::All` stands for every sector.
    pub sectors: &'static [Sector],
    pub lifetime_years: f64,
    pub evidence: Evidence,
    pub sources: &'static [SourceId],
    pub params: &'static [ParamSpec],
}

/// One parameter: a default between bounds, or low, typical and high. No default at all means that only the user
/// knows.
#[derive(Clone, Copy, Debug)]
pub struct ParamSpec {
    pub key: &'static str,
    pub num: UnitId,
    pub den: Option<UnitId>,
    pub default: Option<f64>,
    pub min: Option<f64>,
    pub max: Option<f64>,
    pub low: Option<f64>,
    pub typical: Option<f64>,
    pub high: Option<f64>,
    pub source: SourceId,
    pub evidence: Evidence,
}

/// Every measure, in the order of the catalogue.
pub fn measures() -> &'static [MeasureSpec] {
    &MEASURES
}

impl MeasureId {
    #[expect(clippy::indexing_slicing, reason = "both are made from the same rows")]
    pub fn spec(self) -> &'static MeasureSpec {
        &MEASURES[self.index()]
    }

    /// A parameter by name, with its place among the parameters.
    pub fn param(self, key: &str) -> Option<(usize, &'static ParamSpec)> {
        self.spec().params.iter().enumerate().find(|(_, param)| param.key == key)
    }

    /// The measure with this code.
    pub fn from_code(code: &str) -> Option<Self> {
        MEASURES.iter().find(|measure| measure.code == code).map(|measure| measure.id)
    }
}

impl MeasureSpec {
    /// Whether the measure suits a sector, or the wider sector it belongs to.
    pub fn suits(&self, sector: Sector) -> bool {
        self.sectors.contains(&Sector::All) || sector.ancestors().any(|sector| self.sectors.contains(&sector))
    }
}
