//! Which numbers of a plant are uncertain, and how they are spread.
//!
//! - A row of the fact tables with bounds: they hold 95 % of all values. A share (removal, oxidation) stays
//!   between them.
//! - A default of the sector tables: low, typical and high.
//! - A parameter of a measure that the user has not replaced: its least, default and largest value.
//! - A figure of the user for which a range is given.
//!
//! What has no bounds in its table counts as certain.

use super::spread::Spread;
use crate::data::{FactId, FactKey, MeasureId, ParamSpec, Pollutant, SectorRow};
use crate::lower::{Lowered, parameter_field};
use crate::origin::{Field, Origin, SlotInfo};
use crate::plant::Slot;
use crate::units::UnitId;

/// What an uncertain number is.
#[derive(Clone, Copy, Debug)]
pub enum Identity {
    Fact(FactId),
    Sector(&'static SectorRow),
    /// A parameter of a measure, by its place.
    Param(MeasureId, u16),
    /// A figure of the user.
    Said(Field),
}

impl PartialEq for Identity {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Identity::Fact(a), Identity::Fact(b)) => a == b,
            // Each row stands once in its table.
            (Identity::Sector(a), Identity::Sector(b)) => core::ptr::eq(*a, *b),
            (Identity::Param(a, i), Identity::Param(b, j)) => a == b && i == j,
            (Identity::Said(a), Identity::Said(b)) => a == b,
            _ => false,
        }
    }
}

/// An uncertain number and where it enters.
#[derive(Clone, Debug)]
pub struct Source {
    pub identity: Identity,
    /// In the unit of its table or field.
    pub spread: Spread,
    /// The value that stands for it otherwise, in the same unit.
    pub value: f64,
    /// The numbers of the plant that are made of it.
    pub slots: Vec<Slot>,
    /// The place of the source whose draws it shares, its own unless they go together: where much coarse
    /// dust leaves a stack, so does much of the fine dust that is part of it.
    pub draw: usize,
}

/// The sulphur that leaves with the flue gas is what the ash does not keep: one less the row's value.
pub(super) const COMPLEMENT: &str = "sulphur_passed";

/// The uncertain numbers of a plant, in the order in which they enter it.
pub fn sources(lowered: &Lowered) -> Vec<Source> {
    let mut found: Vec<Source> = Vec::new();
    for (place, info) in lowered.plant.slots.iter().enumerate() {
        let slot = Slot(place as u16);
        let Some((identity, value)) = identity(info, lowered.given[slot]) else { continue };
        if let Some(known) = found.iter_mut().find(|source| source.identity == identity) {
            known.slots.push(slot);
        } else if let Some(spread) = spread(lowered, identity, value) {
            let together = |known: &&Source| dust(known.identity).is_some_and(|d| Some(d) == dust(identity));
            let draw = found.iter().find(together).map_or(found.len(), |known| known.draw);
            found.push(Source { identity, spread, value, slots: vec![slot], draw });
        }
    }
    found
}

/// What a factor of dust is about, the size of the dust apart.
fn dust(identity: Identity) -> Option<FactKey> {
    let Identity::Fact(id) = identity else { return None };
    let mut about = id.key();
    let pollutant = match &mut about {
        FactKey::AirCombustion(key) => &mut key.pollutant,
        FactKey::AirMobile(key) => &mut key.pollutant,
        _ => return None,
    };
    let is_dust = matches!(pollutant, Pollutant::Pm10 | Pollutant::Pm25);
    *pollutant = Pollutant::Pm10;
    is_dust.then_some(about)
}

/// What a number is made of, with the value of that.
fn identity(info: &SlotInfo, given: f64) -> Option<(Identity, f64)> {
    Some(match info.origin {
        Origin::Fact(id) => (Identity::Fact(id), id.value()),
        Origin::Sector(row, _) => (Identity::Sector(row), row.typical()?),
        Origin::Measure { measure, param, changed: false } | Origin::Suggested { measure, param } => {
            measure.spec().params.get(usize::from(param))?;
            (Identity::Param(measure, param), given)
        }
        Origin::Input(field) => (Identity::Said(field), given),
        Origin::Measure { measure, param, changed: true } => {
            (Identity::Said(parameter_field(measure, param)?), given)
        }
        Origin::Solved | Origin::Derived | Origin::Neutral | Origin::Definition => return None,
    })
}

fn spread(lowered: &Lowered, identity: Identity, value: f64) -> Option<Spread> {
    let (low, high) = match identity {
        Identity::Fact(id) => {
            let fact = id.fact();
            let (low, high) = (fact.lower.unwrap_or(value), fact.upper.unwrap_or(value));
            if fact.den.is_none() && matches!(fact.num, UnitId::Fraction | UnitId::Percent) {
                return spreads(low, value, high).then_some(Spread::Triangular { low, mode: value, high });
            }
            return spreads(low, value, high).then(|| Spread::bounds_95(low, value, high));
        }
        Identity::Sector(row) => (row.low()?, row.high()?),
        Identity::Param(measure, param) => {
            let spec = measure.spec().params.get(usize::from(param))?;
            bounds(spec)?
        }
        Identity::Said(field) => {
            let range = lowered.ranges.iter().find(|range| range.field == field)?;
            let (low, high) = (value * (1.0 - range.deviation), value * (1.0 + range.deviation));
            return spreads(low, value, high).then(|| Spread::bounds_95(low, value, high));
        }
    };
    spreads(low, value, high).then_some(Spread::Triangular { low, mode: value, high })
}

fn bounds(spec: &ParamSpec) -> Option<(f64, f64)> {
    spec.low.zip(spec.high).or(spec.min.zip(spec.max))
}

/// A value between two different bounds. What its own table contradicts is not drawn from.
fn spreads(low: f64, value: f64, high: f64) -> bool {
    low <= value && value <= high && low < high && value > 0.0
}
