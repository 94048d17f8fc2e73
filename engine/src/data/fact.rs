//! One fact: its number, unit, source and how far it can be trusted.

use super::keys::{Basis, Evidence, SourceId, Table, Use};
use super::tables;
use super::tables::{
    AbatementKey, AirCombustionKey, AirMobileKey, BOUND_ROWS, BOUNDS, BlendsKey, EnergyEquivalentsKey,
    FuelGhgKey, FuelPropertiesKey, GridElectricityKey, GwpKey, ID_LENGTHS, IDS, META, PART_ROWS, PARTS,
    PricesKey, ProcessVocKey, STARTS, TaxesKey, TrajectoriesKey, TransportKey, VALUES,
    WasteWaterMaterialsKey, WastewaterKey,
};
use crate::units::{UnitError, UnitId, convert};

/// A row of a fact table. It is only ever made by a look-up, so it always has a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FactId(u16);

/// What a row says, without its words.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Fact {
    pub value: f64,
    pub lower: Option<f64>,
    pub upper: Option<f64>,
    pub num: UnitId,
    pub den: Option<UnitId>,
    pub basis: Basis,
    pub source: SourceId,
    pub evidence: Evidence,
    pub usage: Use,
    /// Year of the data.
    pub year: Option<u16>,
    /// First and last year in which the row holds; an open end is still in use.
    pub valid_from: Option<u16>,
    pub valid_to: Option<u16>,
    pub review_by: Option<u16>,
    pub table: Table,
}

/// The short fields of a row, years counted from 1900 with 0 for none.
#[derive(Clone, Copy, Debug)]
pub(super) struct Meta {
    pub year: u16,
    pub num: UnitId,
    pub den: Option<UnitId>,
    pub basis: Basis,
    pub source: SourceId,
    pub evidence: Evidence,
    pub usage: Use,
    pub from: u8,
    pub to: u8,
    pub review: u8,
}

/// What a row is about: the keys of its table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FactKey {
    GridElectricity(GridElectricityKey),
    FuelProperties(FuelPropertiesKey),
    FuelGhg(FuelGhgKey),
    Gwp(GwpKey),
    Blends(BlendsKey),
    AirCombustion(AirCombustionKey),
    AirMobile(AirMobileKey),
    Abatement(AbatementKey),
    ProcessVoc(ProcessVocKey),
    Wastewater(WastewaterKey),
    Trajectories(TrajectoriesKey),
    Transport(TransportKey),
    WasteWaterMaterials(WasteWaterMaterialsKey),
    EnergyEquivalents(EnergyEquivalentsKey),
    Prices(PricesKey),
    Taxes(TaxesKey),
}

#[expect(clippy::indexing_slicing, reason = "a FactId is only made from the number of an existing row")]
impl FactId {
    /// Number of rows in all tables.
    pub const COUNT: usize = VALUES.len();

    /// Every row, in the order of the factor pack.
    pub fn all() -> impl Iterator<Item = Self> {
        (0..Self::COUNT).map(|row| Self(row as u16))
    }

    /// The rows of one table.
    pub fn of_table(table: Table) -> impl Iterator<Item = Self> {
        let start = usize::from(STARTS[table.index()]);
        let end = STARTS.get(table.index() + 1).map_or(Self::COUNT, |next| usize::from(*next));
        (start..end).map(|row| Self(row as u16))
    }

    /// The place in the factor pack.
    pub const fn index(self) -> usize {
        self.0 as usize
    }

    /// The stable name of the row in files and links. Without the feature `fact-ids` only rows that project
    /// files name have one; for others it is empty. Adds up the lengths of all names before: not for hot paths.
    pub fn slug(self) -> &'static str {
        let start = ID_LENGTHS[..self.index()].iter().map(|length| usize::from(*length)).sum();
        &IDS[start..start + usize::from(ID_LENGTHS[self.index()])]
    }

    /// The row with this name.
    pub fn from_slug(slug: &str) -> Option<Self> {
        let mut rest = IDS;
        Self::all().find(|id| {
            let (name, after) = rest.split_at(usize::from(ID_LENGTHS[id.index()]));
            rest = after;
            name == slug && !slug.is_empty()
        })
    }

    pub fn table(self) -> Table {
        let table = STARTS.partition_point(|start| *start <= self.0) - 1;
        Table::ALL[table]
    }

    pub fn value(self) -> f64 {
        VALUES[self.index()]
    }

    pub(super) fn usage(self) -> Use {
        META[self.index()].usage
    }

    pub(super) fn evidence(self) -> Evidence {
        META[self.index()].evidence
    }

    pub(super) fn den(self) -> Option<UnitId> {
        META[self.index()].den
    }

    /// The whole row.
    pub fn fact(self) -> Fact {
        let meta = META[self.index()];
        let [lower, upper] = sparse(&BOUND_ROWS, &BOUNDS, self.0).unwrap_or([f64::NAN; 2]);
        let year = |since_1900: u8| (since_1900 > 0).then(|| 1900 + u16::from(since_1900));
        Fact {
            value: self.value(),
            lower: Some(lower).filter(|bound| !bound.is_nan()),
            upper: Some(upper).filter(|bound| !bound.is_nan()),
            num: meta.num,
            den: meta.den,
            basis: meta.basis,
            source: meta.source,
            evidence: meta.evidence,
            usage: meta.usage,
            year: Some(meta.year).filter(|year| *year > 0),
            valid_from: year(meta.from),
            valid_to: year(meta.to),
            review_by: year(meta.review),
            table: self.table(),
        }
    }

    /// CO2, CH4 and N2O inside a CO2e value, in its unit and weighted with AR5.
    pub fn parts(self) -> Option<[f64; 3]> {
        sparse(&PART_ROWS, &PARTS, self.0)
    }

    /// What the row is about.
    pub fn key(self) -> FactKey {
        let row = self.index() - usize::from(STARTS[self.table().index()]);
        match self.table() {
            Table::GridElectricity => FactKey::GridElectricity(tables::GRID_ELECTRICITY[row]),
            Table::FuelProperties => FactKey::FuelProperties(tables::FUEL_PROPERTIES[row]),
            Table::FuelGhg => FactKey::FuelGhg(tables::FUEL_GHG[row]),
            Table::Gwp => FactKey::Gwp(tables::GWP[row]),
            Table::Blends => FactKey::Blends(tables::BLENDS[row]),
            Table::AirCombustion => FactKey::AirCombustion(tables::AIR_COMBUSTION[row]),
            Table::AirMobile => FactKey::AirMobile(tables::AIR_MOBILE[row]),
            Table::Abatement => FactKey::Abatement(tables::ABATEMENT[row]),
            Table::ProcessVoc => FactKey::ProcessVoc(tables::PROCESS_VOC[row]),
            Table::Wastewater => FactKey::Wastewater(tables::WASTEWATER[row]),
            Table::Trajectories => FactKey::Trajectories(tables::TRAJECTORIES[row]),
            Table::Transport => FactKey::Transport(tables::TRANSPORT[row]),
            Table::WasteWaterMaterials => FactKey::WasteWaterMaterials(tables::WASTE_WATER_MATERIALS[row]),
            Table::EnergyEquivalents => FactKey::EnergyEquivalents(tables::ENERGY_EQUIVALENTS[row]),
            Table::Prices => FactKey::Prices(tables::PRICES[row]),
            Table::Taxes => FactKey::Taxes(tables::TAXES[row]),
        }
    }
}

/// A fact is written by its name; an unknown name is an error, never another row.
impl serde::Serialize for FactId {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.slug())
    }
}

impl<'de> serde::Deserialize<'de> for FactId {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let slug = <std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
        Self::from_slug(&slug)
            .ok_or_else(|| serde::de::Error::invalid_value(serde::de::Unexpected::Str(&slug), &"FactId"))
    }
}

impl Fact {
    /// The value in base units of its dimensions, such as kg per MJ.
    pub fn base_value(&self) -> f64 {
        self.value * self.num.spec().factor / self.den.map_or(1.0, |den| den.spec().factor)
    }

    /// The value per other units: 56,100 kg/TJ asked in t per GJ is 0.0561.
    pub fn value_in(&self, num: UnitId, den: Option<UnitId>) -> Result<f64, UnitError> {
        self.factor_to(num, den).map(|factor| self.value * factor)
    }

    /// Lower bound, value and upper bound per other units.
    pub fn range_in(&self, num: UnitId, den: Option<UnitId>) -> Result<[Option<f64>; 3], UnitError> {
        let factor = self.factor_to(num, den)?;
        Ok([self.lower, Some(self.value), self.upper].map(|value| value.map(|value| value * factor)))
    }

    fn factor_to(&self, num: UnitId, den: Option<UnitId>) -> Result<f64, UnitError> {
        let upper = convert(1.0, self.num, num)?;
        match (self.den, den) {
            (None, None) => Ok(upper),
            (Some(from), Some(to)) => Ok(upper / convert(1.0, from, to)?),
            (Some(from), None) => Err(UnitError::Denominator { unit: from }),
            (None, Some(to)) => Err(UnitError::Denominator { unit: to }),
        }
    }

    /// Recalled or judged, not read: the mark must be shown.
    pub fn is_unverified(&self) -> bool {
        self.evidence == Evidence::Unverified
    }
}

/// The values beside a row number, if that row has any.
fn sparse<const N: usize>(rows: &[u16], values: &[[f64; N]], row: u16) -> Option<[f64; N]> {
    let place = rows.binary_search(&row).ok()?;
    values.get(place).copied()
}
