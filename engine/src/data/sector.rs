//! Sector figures: intensities, splits, plausible ranges, equipment defaults.
#![expect(clippy::unreadable_literal, reason = "numbers as they stand in the tables")]

use super::key::key_enum;
use super::keys::{Basis, Evidence, MeasureId, Sector, SectorBase, SectorKey, SectorQuantity, SourceId};
use crate::units::{UnitError, UnitId, convert};

include!(concat!(env!("OUT_DIR"), "/sectors.rs"));

/// One figure of a sector. Any of low, typical and high may be missing, never all.
#[derive(Clone, Copy, Debug)]
pub struct SectorRow {
    low: f64,
    typical: f64,
    high: f64,
    pub sector: Sector,
    pub kind: SectorQuantity,
    pub key: SectorKey,
    pub num: UnitId,
    pub den: Option<UnitId>,
    /// What it is per, or a share of.
    pub base: SectorBase,
    pub basis: Basis,
    pub source: SourceId,
    pub evidence: Evidence,
}

impl SectorRow {
    pub fn low(&self) -> Option<f64> {
        Some(self.low).filter(|value| !value.is_nan())
    }

    pub fn typical(&self) -> Option<f64> {
        Some(self.typical).filter(|value| !value.is_nan())
    }

    pub fn high(&self) -> Option<f64> {
        Some(self.high).filter(|value| !value.is_nan())
    }

    /// Low, typical and high in other units, such as a percentage as a fraction.
    pub fn range_in(&self, num: UnitId, den: Option<UnitId>) -> Result<[Option<f64>; 3], UnitError> {
        let per = match (self.den, den) {
            (None, None) => 1.0,
            (Some(from), Some(to)) => convert(1.0, from, to)?,
            (Some(unit), None) | (None, Some(unit)) => return Err(UnitError::Denominator { unit }),
        };
        let convert = |value: Option<f64>| match value {
            Some(value) => convert(value, self.num, num).map(|value| Some(value / per)),
            None => Ok(None),
        };
        Ok([convert(self.low())?, convert(self.typical())?, convert(self.high())?])
    }
}

/// The rows of this very sector.
pub fn sector_rows(sector: Sector) -> &'static [SectorRow] {
    let end = |index: usize| ROW_ENDS.get(index).map_or(0, |end| usize::from(*end));
    let start = sector.index().checked_sub(1).map_or(0, end);
    ROWS.get(start..end(sector.index())).unwrap_or_default()
}

/// One figure: of the sector, of its wider sector, or of all sectors.
pub fn sector_default(sector: Sector, kind: SectorQuantity, key: SectorKey) -> Option<&'static SectorRow> {
    sector
        .ancestors()
        .chain([Sector::All])
        .find_map(|sector| sector_rows(sector).iter().find(|row| row.kind == kind && row.key == key))
}

/// All figures of one kind that belong together, such as a split: of the sector, or all of its wider sector, never
/// mixed.
pub fn sector_split(sector: Sector, kind: SectorQuantity) -> impl Iterator<Item = &'static SectorRow> {
    let has = |sector: &Sector| sector_rows(*sector).iter().any(|row| row.kind == kind);
    let owner = sector.ancestors().chain([Sector::All]).find(has).unwrap_or(sector);
    sector_rows(owner).iter().filter(move |row| row.kind == kind)
}

/// The measures to offer first, in order.
pub fn sector_measures(sector: Sector) -> &'static [MeasureId] {
    let typical = |sector: Sector| TYPICAL.get(sector.index()).copied().unwrap_or_default();
    sector.ancestors().map(typical).find(|measures| !measures.is_empty()).unwrap_or_default()
}

/// January to December as shares of the year; they sum to one to the printed digit.
pub fn monthly_shares(profile: MonthlyProfile) -> [f64; 12] {
    let mut shares = [0.0; 12];
    let months = sector_rows(Sector::All).iter().filter(|row| {
        let name = row.key.slug().rsplit_once('_').map(|(name, _)| name);
        row.kind == SectorQuantity::MonthlyShare && name == Some(profile.slug())
    });
    for (share, row) in shares.iter_mut().zip(months) {
        *share = row.typical / 100.0;
    }
    shares
}
