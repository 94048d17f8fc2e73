//! A target and how far the years come.
//!
//! # Method
//! The level is base × (1 − reduction); for an intensity it grows with output, so that it is one of
//! emissions per unit of output. From the base year to the target year the line of a target is
//! straight, then it stays. The budget is the sum of the line from the year after the bills to the
//! target year; what is spent is the sum of the emissions of the same years.

use super::Year;
use crate::metric::Metric;
use crate::project::TargetKind;

/// A target that can be computed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Aim {
    pub kind: TargetKind,
    pub base_year: u16,
    /// Emissions of the base year, t a year, at the output of the bills for an intensity.
    pub base: f64,
    /// Part of them that goes, as a fraction.
    pub reduction: f64,
    pub year: u16,
}

impl Aim {
    /// Emissions that the line of the target allows in a year at an output against the bills, t.
    pub fn allowed(&self, year: u16, output: f64) -> f64 {
        let span = f64::from(self.year.saturating_sub(self.base_year));
        let part = if span > 0.0 { f64::from(year.saturating_sub(self.base_year)) / span } else { 1.0 };
        self.base * (1.0 - self.reduction * part.min(1.0)) * self.scale(output)
    }

    /// Emissions allowed once the target holds, t.
    pub fn level(&self, output: f64) -> f64 {
        self.base * (1.0 - self.reduction) * self.scale(output)
    }

    fn scale(&self, output: f64) -> f64 {
        match self.kind {
            TargetKind::Absolute => 1.0,
            TargetKind::Intensity => output,
        }
    }
}

/// How one course of the plant stands to a target.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Reach {
    /// First year from which on the level is kept to the end of the years.
    pub met: Option<u16>,
    /// Emissions above the level in the target year, t; negative where they lie below.
    pub gap: f64,
    /// Emissions from the year after the bills to the target year, t.
    pub spent: f64,
}

/// A target with its line, its budget and the courses of the plant.
#[derive(Clone, Debug, PartialEq)]
pub struct Progress {
    pub aim: Aim,
    /// Emissions allowed in the target year, t.
    pub level: f64,
    /// Year and emissions the line allows, t.
    pub line: Vec<(u16, f64)>,
    pub budget: f64,
    pub before: Reach,
    pub plan: Reach,
}

impl Progress {
    /// `None` when the years do not come to the target year.
    pub fn of(aim: &Aim, years: &[Year]) -> Option<Self> {
        let end = years.iter().find(|year| year.year == aim.year)?;
        let line: Vec<(u16, f64)> =
            years.iter().map(|year| (year.year, aim.allowed(year.year, year.output))).collect();
        let budget = line.iter().skip(1).filter(|(year, _)| *year <= aim.year).map(|(_, t)| t).sum();
        let reach = |pick: fn(&Year) -> f64| {
            let above = |year: &&Year| pick(year) > aim.level(year.output) * (1.0 + ROUNDING);
            let last_above = years.iter().rposition(|year| above(&year));
            let met = years.get(last_above.map_or(0, |place| place + 1)).map(|year| year.year);
            let spent = years.iter().skip(1).filter(|year| year.year <= aim.year).map(pick).sum();
            Reach { met, gap: pick(end) - aim.level(end.output), spent }
        };
        Some(Progress {
            aim: *aim,
            level: aim.level(end.output),
            budget,
            before: reach(|year| year.before[Metric::Co2e]),
            plan: reach(|year| year.plan[Metric::Co2e]),
            line,
        })
    }
}

/// Sums of the same parts in another order differ by less.
const ROUNDING: f64 = 1e-12;
