//! The part of the project file about the years ahead.

use super::record::{record, word};

record! {
    /// What the years ahead are taken to bring, and the targets set for them.
    pub struct Outlook {
        /// How the grid goes on: slug of list `scenario`, or `frozen`. Empty means the middle path,
        /// or `frozen` where there is none.
        pub scenario: String,
        /// Last year looked at; 2035 when not said.
        pub until: Option<u16>,
        /// Growth of output, per cent a year; none when not said.
        pub output_growth: Option<f64>,
        pub targets: Vec<Target>,
    }
}

word! {
    /// What a target limits.
    pub enum TargetKind {
        /// Emissions of a year.
        Absolute = "absolute",
        /// Emissions per unit of output.
        Intensity = "intensity",
    } default Absolute
}

record! {
    /// A target for the emissions of scope 1 and 2.
    pub struct Target {
        pub kind: TargetKind,
        /// Year compared with; the year of the bills when not said.
        pub base_year: Option<u16>,
        /// What was emitted in that year where it is not the year of the bills: t CO2e, or kg CO2e
        /// per unit of output for an intensity.
        pub base: Option<f64>,
        /// Reduction against the base year, per cent.
        pub reduction: Option<f64>,
        /// Year from which on it holds.
        pub year: Option<u16>,
    }
}
