//! The vector of a plant's numbers and the places in it.

use core::ops::{Index, IndexMut};

/// Place of a number in the parameter vector of its plant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Slot(pub(crate) u16);

impl Slot {
    pub fn index(self) -> usize {
        usize::from(self.0)
    }
}

/// All numbers of a plant, indexed by [`Slot`].
#[derive(Clone, Debug, PartialEq)]
pub struct Params<S>(pub(crate) Vec<S>);

impl<S: Copy> Params<S> {
    /// The same plant in another number type.
    pub fn map<T>(&self, mut convert: impl FnMut(Slot, S) -> T) -> Params<T> {
        Params(self.0.iter().enumerate().map(|(i, &v)| convert(Slot(i as u16), v)).collect())
    }

    /// Overwrites with the numbers of `other` without allocating.
    pub fn copy_from(&mut self, other: &Self) {
        self.0.clone_from(&other.0);
    }

    pub fn len(&self) -> usize {
        self.0.len()
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl<S> Index<Slot> for Params<S> {
    type Output = S;
    #[inline]
    #[expect(clippy::indexing_slicing, reason = "a slot is only made by the builder of its own plant")]
    fn index(&self, slot: Slot) -> &S {
        &self.0[slot.index()]
    }
}

impl<S> IndexMut<Slot> for Params<S> {
    #[inline]
    #[expect(clippy::indexing_slicing, reason = "a slot is only made by the builder of its own plant")]
    fn index_mut(&mut self, slot: Slot) -> &mut S {
        &mut self.0[slot.index()]
    }
}
