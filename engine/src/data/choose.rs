//! Choosing among rows: nearness of the region, and the smallest rank wins.

use super::fact::FactId;
use super::keys::{Fuel, Region, Table, Use};

/// Rows of a table with what they are about.
pub(super) fn rows<K>(table: Table, keys: &'static [K]) -> impl Iterator<Item = (FactId, &'static K)> {
    FactId::of_table(table).zip(keys)
}

/// The row with the smallest rank; the first of equals, rows without a rank are no candidates.
pub(super) fn best<K: 'static, R: Ord>(
    table: Table,
    keys: &'static [K],
    rank: impl Fn(FactId, &K) -> Option<R>,
) -> Option<FactId> {
    rows(table, keys)
        .filter_map(|(id, key)| Some((rank(id, key)?, id)))
        .min_by(|(one, _), (other, _)| one.cmp(other))
        .map(|(_, id)| id)
}

/// The best among the rows marked as default.
pub(super) fn best_default<K: 'static, R: Ord>(
    table: Table,
    keys: &'static [K],
    rank: impl Fn(&K) -> Option<R>,
) -> Option<FactId> {
    best(table, keys, |id, key| if id.usage() == Use::Default { rank(key) } else { None })
}

/// Steps from the site up to the region of a row, if it lies above.
pub(super) fn steps_up(site: Region, row: Region) -> Option<u8> {
    let mut steps = 0;
    for region in site.ancestors() {
        if region == row {
            return Some(steps);
        }
        steps += 1;
    }
    None
}

/// Like [`steps_up`]; the British and then the American factors stand in where nothing nearer is known.
pub(super) fn nearness(site: Region, row: Region) -> Option<u8> {
    const LAST: u8 = 100;
    steps_up(site, row).or(match row {
        Region::Uk => Some(LAST),
        Region::Us => Some(LAST + 1),
        _ => None,
    })
}

/// Steps from a fuel up to the fuel or group of a row.
pub(super) fn fuel_steps(fuel: Fuel, row: Fuel) -> Option<u8> {
    let mut steps = 0;
    for group in fuel.ancestors() {
        if group == row {
            return Some(steps);
        }
        steps += 1;
    }
    None
}
