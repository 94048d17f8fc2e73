//! What a measure does to a plant: a commutative edit of its numbers.
//!
//! A parameter ends as `(base or set value) × Π scales + Σ additions`. That value does not depend
//! on the order of the measures, so a plan is a *set*. At most one measure of a plan may set a
//! parameter: measures that set the same one form an exclusive group.

use crate::plant::{Params, Slot};
use crate::scalar::Scalar;

/// How a parameter is changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    Set,
    Scale,
    Add,
}

/// One change of one parameter.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Edit<S> {
    pub kind: Kind,
    pub slot: Slot,
    pub value: S,
}

/// The edits of one measure, grouped by kind.
#[derive(Clone, Debug, PartialEq)]
pub struct Edits<S> {
    list: Vec<Edit<S>>,
}

impl<S> Default for Edits<S> {
    fn default() -> Self {
        Edits { list: Vec::new() }
    }
}

impl<S: Scalar> Edits<S> {
    /// Replaces a parameter.
    pub fn set(&mut self, slot: Slot, value: S) {
        self.list.push(Edit { kind: Kind::Set, slot, value });
    }

    /// Multiplies a parameter.
    pub fn scale(&mut self, slot: Slot, factor: S) {
        self.list.push(Edit { kind: Kind::Scale, slot, value: factor });
    }

    /// Adds to a parameter.
    pub fn add(&mut self, slot: Slot, amount: S) {
        self.list.push(Edit { kind: Kind::Add, slot, value: amount });
    }

    /// Leaves a parameter as it is.
    pub fn forget(&mut self, slot: Slot) {
        self.list.retain(|edit| edit.slot != slot);
    }

    pub fn list(&self) -> &[Edit<S>] {
        &self.list
    }

    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }
}

/// Applies a set of measures to `p`: all settings first, then scales, then additions.
///
/// The caller passes the measures in catalogue order, so even the rounding is the same whatever
/// the order of ticking.
pub fn apply<'a, S: Scalar + 'a>(p: &mut Params<S>, measures: &(impl Iterator<Item = &'a Edits<S>> + Clone)) {
    for kind in [Kind::Set, Kind::Scale, Kind::Add] {
        for edits in measures.clone() {
            for edit in edits.list.iter().filter(|e| e.kind == kind) {
                p[edit.slot] = match kind {
                    Kind::Set => edit.value,
                    Kind::Scale => p[edit.slot] * edit.value,
                    Kind::Add => p[edit.slot] + edit.value,
                };
            }
        }
    }
}
