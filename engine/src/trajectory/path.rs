//! The grid factor year by year.
//!
//! # Method
//! A path starts at the plant's own factor in the base year and joins the next point of the table,
//! then runs straight from point to point. Where the table knows only a wider region than the
//! factor (a province and its country), the factor falls at the pace of that region: factor ×
//! path(year) ÷ path(base year). Nothing is extrapolated: a path has no value after its last point.

use crate::assess::Model;
use crate::data::{FactId, FactKey, Region, Scenario, grid_path};
use crate::origin::Origin;

/// How the grid goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Course {
    /// The factor of the base year stays: what the plan alone achieves.
    Frozen,
    Path(Scenario),
}

impl Course {
    /// All courses, in the order of pickers.
    pub const ALL: [Course; 4] = [
        Course::Path(Scenario::Base),
        Course::Path(Scenario::Slow),
        Course::Path(Scenario::Fast),
        Course::Frozen,
    ];

    /// Name in files and on the command line.
    pub fn slug(self) -> &'static str {
        match self {
            Course::Frozen => "frozen",
            Course::Path(scenario) => scenario.slug(),
        }
    }

    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|course| course.slug() == slug)
    }
}

/// Year, kg per kWh, and the row of the tables it comes from; in the base year that of the plant's own factor.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    pub year: u16,
    pub factor: f64,
    pub row: Option<FactId>,
}

/// The factor of one plant from its base year on.
#[derive(Clone, Debug, PartialEq)]
pub struct GridPath {
    /// In order of years; one point is a factor that stays.
    points: Vec<Point>,
    /// The path is that of this wider region, and only its pace is taken over.
    pub pace_of: Option<Region>,
}

impl GridPath {
    /// The factor stays.
    pub fn frozen(year: u16, factor: f64, row: Option<FactId>) -> Self {
        GridPath { points: vec![Point { year, factor, row }], pace_of: None }
    }

    /// The path of a scenario for a plant; `None` where the table has none after `year`.
    pub fn of(model: &Model, year: u16, scenario: Scenario) -> Option<Self> {
        let (factor, own) = own_factor(model)?;
        let home = own.and_then(|id| match id.key() {
            FactKey::GridElectricity(key) => Some(key.region),
            _ => None,
        });
        let (region, rows) = grid_path(model.lowered.region, scenario);
        let table: Vec<Point> = rows
            .into_iter()
            .filter_map(|row| {
                let fact = row.fact();
                Some(Point { year: fact.year?, factor: fact.value, row: Some(row) })
            })
            .collect();
        let pace_of = (home != Some(region)).then_some(region);
        // The pace counts from the base year, or from the first point that the table has.
        let scale = match pace_of {
            None => 1.0,
            Some(_) => {
                let from = table.first().map_or(year, |point| point.year.max(year));
                let start = between(&table, from)?.0;
                if start > 0.0 { factor / start } else { return None }
            }
        };
        let later = table.into_iter().filter(|point| point.year > year);
        let mut points = vec![Point { year, factor, row: own }];
        points.extend(later.map(|point| Point { factor: point.factor * scale, ..point }));
        (points.len() > 1).then_some(GridPath { points, pace_of })
    }

    /// The last year that has a factor; none for one that stays.
    pub fn end(&self) -> Option<u16> {
        if self.points.len() > 1 { self.points.last().map(|point| point.year) } else { None }
    }

    /// Factor of a year, kg/kWh, and the points it lies between (one and the same at a point).
    pub fn at(&self, year: u16) -> Option<(f64, [Point; 2])> {
        match self.points.as_slice() {
            [only] if year >= only.year => Some((only.factor, [*only; 2])),
            points => between(points, year),
        }
    }
}

/// Straight between points; nothing before the first or after the last.
fn between(points: &[Point], year: u16) -> Option<(f64, [Point; 2])> {
    let after = points.iter().position(|point| point.year >= year)?;
    let end = *points.get(after)?;
    if end.year == year {
        return Some((end.factor, [end; 2]));
    }
    let start = *points.get(after.checked_sub(1)?)?;
    let part = f64::from(year - start.year) / f64::from(end.year - start.year);
    Some((start.factor + (end.factor - start.factor) * part, [start, end]))
}

/// The location-based factor of the plant, kg/kWh, and its row.
pub(super) fn own_factor(model: &Model) -> Option<(f64, Option<FactId>)> {
    let lowered = &model.lowered;
    let grid = lowered.plant.supplies.get(lowered.plant.electricity)?;
    let row = match lowered.plant.slots.get(grid.co2.index())?.origin {
        Origin::Fact(id) => Some(id),
        _ => None,
    };
    Some((lowered.params[grid.co2], row))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn path() -> GridPath {
        let points = [(2025, 0.44), (2030, 0.36), (2035, 0.28)];
        let points = points.map(|(year, factor)| Point { year, factor, row: None }).to_vec();
        GridPath { points, pace_of: None }
    }

    #[test]
    fn straight_between_points_and_nothing_beyond() {
        let path = path();
        // 0.44 − 2/5 × 0.08 = 0.408.
        assert!((path.at(2027).unwrap().0 - 0.408).abs() < 1e-15);
        assert_eq!(path.at(2030).unwrap().0.to_bits(), 0.36_f64.to_bits());
        assert_eq!(path.at(2024), None);
        assert_eq!(path.at(2036), None);
        assert_eq!(path.end(), Some(2035));
    }

    #[test]
    fn a_frozen_factor_has_no_end() {
        let path = GridPath::frozen(2025, 0.5, None);
        assert_eq!(path.at(2060).unwrap().0.to_bits(), 0.5_f64.to_bits());
        assert_eq!((path.end(), path.at(2024)), (None, None));
    }
}
