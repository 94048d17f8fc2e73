//! The fact tables as typed static rows, and the rules for choosing a row.
//!
//! Made from `data/` by the build script, which checks every row first. A look-up returns a [`FactId`], so that a
//! result can always name the row it rests on; names, locators and notes are not here but in the texts.
//!
//! How a row is chosen (`data/README.md`): the region of the site, then its wider regions, then the United Kingdom
//! and the United States; the fuel, then its group; rows marked as default.

mod air;
mod choose;
mod fact;
mod fuel;
mod grid;
mod gwp;
mod key;
mod keys;
mod measure;
mod money;
mod sector;
mod tables;
mod transport;
mod water;

pub use air::{
    Fit, abatement, air_combustion, air_combustion_nearest, air_limit, air_mobile, flue_gas, process_voc,
    so2_per_sulphur, sulphur_retained_in_ash,
};
pub use fact::{Fact, FactId, FactKey};
pub use fuel::{FuelGhg, fuel_ghg, fuel_ghg_in_set, fuel_ghg_set, fuel_property};
pub use grid::{grid, grid_for_year, grid_ghg, grid_path, grid_pollutant};
pub use gwp::{blend, gwp};
pub(crate) use key::key_enum;
pub use keys::*;
pub use measure::{MeasureSpec, ParamSpec, measures};
pub use money::{energy_equivalent, exchange_rate, price, price_of_kind, tax};
pub use sector::{
    MonthlyProfile, SectorRow, monthly_shares, sector_default, sector_measures, sector_rows, sector_split,
};
pub use tables::{FACTOR_PACK_HASH, FACTOR_PACK_VERSION};
pub use transport::transport;
pub use water::{waste_water_materials, wastewater};
