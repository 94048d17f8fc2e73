//! Sets of measures.

use crate::measures::CATALOGUE;
use serde::{Deserialize, Serialize};

/// Which measures: by their place in the catalogue, or among the players of an attribution.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct MeasureSet(u128);

const _: () = assert!(CATALOGUE.len() <= MeasureSet::ROOM, "a set has room for every measure");

impl MeasureSet {
    /// No measure.
    pub const EMPTY: Self = MeasureSet(0);
    /// Places that a set has room for; later ones are in none.
    pub const ROOM: usize = u128::BITS as usize;

    /// One measure.
    pub const fn one(place: usize) -> Self {
        if place < Self::ROOM { MeasureSet(1 << place) } else { Self::EMPTY }
    }

    /// The first `count` measures.
    pub const fn first(count: usize) -> Self {
        if count < Self::ROOM { MeasureSet((1 << count) - 1) } else { MeasureSet(u128::MAX) }
    }

    pub const fn contains(self, place: usize) -> bool {
        self.0 & Self::one(place).0 != 0
    }

    #[must_use]
    pub const fn with(self, place: usize) -> Self {
        MeasureSet(self.0 | Self::one(place).0)
    }

    #[must_use]
    pub const fn without(self, place: usize) -> Self {
        MeasureSet(self.0 & !Self::one(place).0)
    }

    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    pub const fn len(self) -> usize {
        self.0.count_ones() as usize
    }

    /// The places in the set, in rising order.
    pub fn iter(self) -> impl Iterator<Item = usize> + Clone {
        (0..Self::ROOM - self.0.leading_zeros() as usize).filter(move |&place| self.contains(place))
    }

    /// The set of those of `places` whose number is in this one: of players, the measures they are.
    #[must_use]
    pub fn among(self, places: &[usize]) -> Self {
        places
            .iter()
            .enumerate()
            .filter(|(player, _)| self.contains(*player))
            .map(|(_, place)| *place)
            .collect()
    }

    /// All sets of the first `count` measures, up to 32.
    pub fn subsets(count: usize) -> impl Iterator<Item = Self> {
        (0..1_u64 << count.min(32)).map(|bits| MeasureSet(bits.into()))
    }
}

impl FromIterator<usize> for MeasureSet {
    fn from_iter<I: IntoIterator<Item = usize>>(places: I) -> Self {
        places.into_iter().fold(Self::EMPTY, Self::with)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_holds_what_was_put_in() {
        let set: MeasureSet = [3, 70, 127, 3].into_iter().collect();
        assert_eq!(set.iter().collect::<Vec<_>>(), [3, 70, 127]);
        assert_eq!(
            (set.len(), set.contains(70), set.contains(69), set.contains(500)),
            (3, true, false, false)
        );
        assert_eq!(set.without(70).with(200).len(), 2);
        assert!(MeasureSet::EMPTY.is_empty() && MeasureSet::EMPTY.iter().next().is_none());
        assert_eq!(MeasureSet::first(3).iter().collect::<Vec<_>>(), [0, 1, 2]);
        assert_eq!(MeasureSet::first(128).len(), 128);
        assert_eq!(MeasureSet::first(2).among(&[90, 4, 7]), [4, 90].into_iter().collect());
        assert_eq!(MeasureSet::subsets(3).map(MeasureSet::len).sum::<usize>(), 12);
    }
}
