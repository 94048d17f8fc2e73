//! Reads the fact tables in `data/` and checks every rule they must keep.
//!
//! Used while building (the engine's static tables, the texts of each language) and by tests; nothing of it is in
//! the shipped program. A broken row is a list of [`Problem`]s with file, line and rule.

mod fact;
mod fact_rules;
mod files;
mod identity;
mod key;
mod licences;
mod measure;
mod pack;
mod problem;
mod sector;
mod sheet;
mod source;
mod unit;

use std::path::{Path, PathBuf};

pub use fact::{Fact, Table};
pub use files::Files;
pub use key::{Key, KeyList, Keys};
pub use licences::licences;
pub use measure::{Measure, Param};
pub use pack::{Names, Pack};
pub use problem::{Place, Problem};
pub use sector::{SectorMeasure, SectorRow};
pub use source::{LICENCES, Source};
pub use unit::{Alias, Unit};

/// The data folder of this workspace.
pub fn data_folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../data")
}
