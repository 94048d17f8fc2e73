//! Choosing among rows: nearness of the region, and the smallest rank wins.

use super::fact::FactId;
use super::keys::{Fuel, Region, Table, Use};

/// Rows of a table with what they are about.
pub(super) fn rows<K>(table: Table, keys: &'static [K]) -> impl Iterator<Item = (FactId, &'static K)> {
    FactId::of_table(table).zip(keys)
}

/// The row with the smallest rank and that rank; the first of equals, rows without a rank are no candidates.
pub(super) fn ranked<K: 'static, R: Ord>(
    table: Table,
    keys: &'static [K],
    rank: impl Fn(FactId, &K) -> Option<R>,
) -> Option<(R, FactId)> {
    rows(table, keys)
        .filter_map(|(id, key)| Some((rank(id, key)?, id)))
        .min_by(|(one, _), (other, _)| one.cmp(other))
}

/// The row with the smallest rank.
pub(super) fn best<K: 'static, R: Ord>(
    table: Table,
    keys: &'static [K],
    rank: impl Fn(FactId, &K) -> Option<R>,
) -> Option<FactId> {
    ranked(table, keys, rank).map(|(_, id)| id)
}

/// The best among the rows marked as default.
pub(super) fn best_default<K: 'static, R: Ord>(
    table: Table,
    keys: &'static [K],
    rank: impl Fn(&K) -> Option<R>,
) -> Option<FactId> {
    // Most rows are about something else, which their key tells sooner than their use.
    best(table, keys, |id, key| rank(key).filter(|_| id.usage() == Use::Default))
}

/// Steps from the site up to the region of a row, if it lies above.
pub(super) fn steps_up(site: Region, row: Region) -> Option<usize> {
    site.ancestors().position(|region| region == row)
}

/// Like [`steps_up`]; the British and then the American factors stand in where nothing nearer is known.
pub(super) fn nearness(site: Region, row: Region) -> Option<usize> {
    const LAST: usize = Region::ALL.len();
    steps_up(site, row).or(match row {
        Region::Uk => Some(LAST),
        Region::Us => Some(LAST + 1),
        _ => None,
    })
}

/// Steps from a fuel up to the fuel or group of a row.
pub(super) fn fuel_steps(fuel: Fuel, row: Fuel) -> Option<usize> {
    fuel.ancestors().position(|group| group == row)
}
