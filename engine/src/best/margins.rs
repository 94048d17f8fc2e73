//! What each open candidate adds at least and at most to any plan that may still come of a partly
//! decided one.

use super::worth::Worth;
use crate::assess::Model;
use crate::difference::Difference;
use crate::edit::Kind;
use crate::evaluate::evaluate;
use crate::flows::Flows;
use crate::interval::Interval;
use crate::metric::Totals;
use crate::plant::{Params, Slot};
use crate::scalar::Scalar;
use crate::set::MeasureSet;

/// Edits of one parameter by candidates.
#[derive(Debug)]
struct Touched {
    slot: Slot,
    base: f64,
    edits: Vec<(usize, Kind, f64)>,
}

/// Evaluates the plant with [`Difference`]s.
#[derive(Debug)]
pub(super) struct Margins {
    touched: Vec<Touched>,
    params: Params<Difference>,
    flows: Flows<Difference>,
}

impl Margins {
    pub fn new(model: &Model, candidates: &[usize]) -> Self {
        let params = &model.lowered.params;
        let mut touched: Vec<Touched> = Vec::new();
        for (candidate, &place) in candidates.iter().enumerate() {
            for edit in model.edits.get(place).map_or(&[][..], |edits| edits.list()) {
                let one = (candidate, edit.kind, edit.value);
                match touched.iter_mut().find(|t| t.slot == edit.slot) {
                    Some(known) => known.edits.push(one),
                    None => {
                        let base = params[edit.slot];
                        touched.push(Touched { slot: edit.slot, base, edits: vec![one] });
                    }
                }
            }
        }
        Margins {
            touched,
            params: params.map(|_, value| Difference::constant(value)),
            flows: Flows::new(&model.lowered.plant),
        }
    }

    /// Change of every figure when `candidate` joins any plan that has all of `decided`, and of the
    /// rest only some of `open`.
    pub fn of(
        &mut self,
        model: &Model,
        candidate: usize,
        decided: MeasureSet,
        open: MeasureSet,
    ) -> &Totals<Difference> {
        for touched in &self.touched {
            self.params[touched.slot] = value(touched, candidate, decided, open);
        }
        evaluate(&model.lowered.plant, &self.params, &mut self.flows);
        &self.flows.totals
    }
}

/// A parameter with and without the candidate: `(base or set value) × Π scales + Σ additions`.
fn value(touched: &Touched, candidate: usize, decided: MeasureSet, open: MeasureSet) -> Difference {
    let point = |value| Difference::unchanged(Interval::point(value));
    let joins = |from: Interval, to: f64| {
        let to = Interval::point(to);
        Difference { without: from, with: to, change: to - from }
    };
    let (mut base, mut set_to) = (Interval::point(touched.base), None);
    let (mut scale, mut sum) = (point(1.0), point(0.0));
    for &(which, kind, value) in &touched.edits {
        let (taken, may, own) = (decided.contains(which), open.contains(which), which == candidate);
        match kind {
            Kind::Set if own => set_to = Some(value),
            Kind::Set if taken => base = Interval::point(value),
            Kind::Set if may => base = base.hull(Interval::point(value)),
            Kind::Scale if own => scale = scale * joins(Interval::point(1.0), value),
            Kind::Scale if taken => scale = scale * point(value),
            Kind::Scale if may => scale = scale * Difference::unchanged(Interval::between(1.0, value)),
            Kind::Add if own => sum = sum + joins(Interval::point(0.0), value),
            Kind::Add if taken => sum = sum + point(value),
            Kind::Add if may => sum = sum + Difference::unchanged(Interval::between(0.0, value)),
            _ => {}
        }
    }
    let base = match set_to {
        Some(value) => joins(base, value),
        None => Difference::unchanged(base),
    };
    base * scale + sum
}

/// Bounds of what a candidate adds to a worth, its cost taken off, without grants.
pub(super) fn margin(worth: &Worth, candidate: usize, totals: &Totals<Difference>) -> Interval {
    // A saving is a fall.
    -worth.saved(totals).change - Interval::point(worth.fixed(candidate))
}
