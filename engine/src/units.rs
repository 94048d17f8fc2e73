//! The closed unit list: conversion within a dimension, and the words people type for a unit.
//!
//! A word that can mean two things is never guessed: it counts in its context (度 on an electricity bill) or is an
//! error that names the candidates. Gas at the meter, at 0 °C and at 20 °C are different dimensions on purpose.
#![expect(clippy::unreadable_literal, reason = "factors as they stand in the list")]

use crate::data::key_enum;

include!(concat!(env!("OUT_DIR"), "/units.rs"));

/// `value x factor + offset` is the value in the base unit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct UnitSpec {
    pub dimension: Dimension,
    pub factor: f64,
    /// Only absolute temperatures have one.
    pub offset: f64,
    pub base: UnitId,
}

/// A word for a unit; with a context it counts only there.
#[derive(Clone, Copy, Debug)]
struct Alias {
    text: &'static str,
    context: Option<UnitContext>,
    unit: UnitId,
}

/// Why a unit does not fit.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum UnitError {
    #[error("unknown unit")]
    Unknown,
    #[error("ambiguous unit")]
    Ambiguous { candidates: Vec<UnitId> },
    #[error("{} cannot become {}", from.slug(), to.slug())]
    Dimension { from: UnitId, to: UnitId },
    #[error("a figure per {} and a pure number", unit.slug())]
    Denominator { unit: UnitId },
}

impl UnitId {
    #[expect(clippy::indexing_slicing, reason = "both are made from the same rows")]
    pub fn spec(self) -> &'static UnitSpec {
        &UNITS[self.index()]
    }

    pub fn dimension(self) -> Dimension {
        self.spec().dimension
    }

    #[must_use]
    pub fn base(self) -> Self {
        self.spec().base
    }

    /// The units a value may be entered or shown in.
    pub fn of_dimension(dimension: Dimension) -> impl Iterator<Item = UnitId> {
        Self::ALL.iter().copied().filter(move |unit| unit.dimension() == dimension)
    }

    /// Reads what was typed. Contexts are where it was typed: the carrier of the line, the language, the place.
    pub fn parse(text: &str, contexts: &[UnitContext]) -> Result<Self, UnitError> {
        let text = normalise(text);
        let exact = |alias: &Alias| alias.text == text;
        let any_case = |alias: &Alias| alias.text.eq_ignore_ascii_case(&text);
        match choose(exact, contexts) {
            Err(UnitError::Unknown) => choose(any_case, contexts),
            found => found,
        }
    }
}

/// Words that count in one of the contexts go before words that count everywhere. Aliases stand in the order of the
/// units, so candidates need no sorting.
fn choose(matches: impl Fn(&Alias) -> bool, contexts: &[UnitContext]) -> Result<UnitId, UnitError> {
    let hits: Vec<&Alias> = ALIASES.iter().filter(|alias| matches(alias)).collect();
    let units = |wanted: &dyn Fn(&Alias) -> bool| {
        let mut units: Vec<UnitId> =
            hits.iter().filter(|alias| wanted(alias)).map(|alias| alias.unit).collect();
        units.dedup();
        units
    };
    let here = units(&|alias| alias.context.is_some_and(|context| contexts.contains(&context)));
    let everywhere = units(&|alias| alias.context.is_none());
    for found in [here, everywhere] {
        match found.as_slice() {
            [] => {}
            [unit] => return Ok(*unit),
            _ => return Err(UnitError::Ambiguous { candidates: found }),
        }
    }
    let candidates = units(&|_| true);
    if candidates.is_empty() { Err(UnitError::Unknown) } else { Err(UnitError::Ambiguous { candidates }) }
}

/// Full-width letters as typed with a Chinese keyboard become plain ones; spaces around go.
fn normalise(text: &str) -> String {
    /// Distance between a full-width character and its plain form.
    const FULL_WIDTH: u32 = 0xFEE0;
    let plain = text.chars().map(|c| match c {
        '\u{3000}' | '\u{a0}' => ' ',
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(c) - FULL_WIDTH).unwrap_or(c),
        _ => c,
    });
    plain.collect::<String>().trim().to_owned()
}

/// The same quantity in another unit of the same dimension.
pub fn convert(value: f64, from: UnitId, to: UnitId) -> Result<f64, UnitError> {
    let (old, new) = (from.spec(), to.spec());
    if old.dimension != new.dimension {
        return Err(UnitError::Dimension { from, to });
    }
    if from == to {
        return Ok(value);
    }
    Ok((value * old.factor + (old.offset - new.offset)) / new.factor)
}
