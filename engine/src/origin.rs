//! Where a number of the plant comes from.

use crate::data::{FactId, MeasureId, SectorRow};

/// A field of the project file, precise enough to lead the user to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Field {
    /// Part of the project: `site`, `bill`, `electric`, `heat`, `heat_use`, `source`, `fired`,
    /// `fleet`, `solar`, `wastewater`, `solvent`, `refrigerant`, `activity`, `measure`, `finance`,
    /// `outlook`, `target`.
    pub part: &'static str,
    /// Which one of the part.
    pub index: u16,
    /// Which child, for parts inside parts.
    pub child: u16,
    /// Name of the field as in the project file.
    pub name: &'static str,
}

impl Field {
    pub fn new(part: &'static str, index: usize, name: &'static str) -> Self {
        Field { part, index: index as u16, child: 0, name }
    }

    pub fn child(part: &'static str, index: usize, child: usize, name: &'static str) -> Self {
        Field { part, index: index as u16, child: child as u16, name }
    }
}

/// Where a number comes from.
#[derive(Clone, Copy, Debug)]
pub enum Origin {
    /// The user said it.
    Input(Field),
    /// A row of the fact tables.
    Fact(FactId),
    /// A default of the sector tables and the field it stands in for.
    Sector(&'static SectorRow, Field),
    /// A parameter of a measure: which, and whether the user changed it.
    Measure { measure: MeasureId, param: u16, changed: bool },
    /// Sized by the engine for this plant because the measure has no general default.
    Suggested { measure: MeasureId, param: u16 },
    /// Solved so that the model reproduces the bills.
    Solved,
    /// Computed from other slots, or a steam property (IAPWS-IF97).
    Derived,
    /// A handle for measures: × 1 or + 0.
    Neutral,
    /// True by definition, or a fixed share of the model's structure.
    Definition,
}

/// What a slot is.
#[derive(Clone, Copy, Debug)]
pub struct SlotInfo {
    pub origin: Origin,
    /// Unit slugs: numerator and denominator; both empty for a pure number.
    pub unit: (&'static str, &'static str),
    /// Name of the quantity, text key `quantity.<name>`.
    pub name: &'static str,
}
