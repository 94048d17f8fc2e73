//! Shutting down what idles; housekeeping and training.
//!
//! # Method
//! saving = idle power × idle hours × avoidable share, spread over all uses of electricity; where they
//! are not known, the screening share
//!
//! # Applies to
//! every site
//!
//! # Overlaps
//! multiplies with everything that uses electricity
//!
//! # Limits
//! fades without repetition, hence the short life; heat is left out
//!
//! # Sources
//! `measure_params.csv`, `idle_shutdown_training.*`

use super::reference::by_energy_bill;
use super::{Context, Missing};
use crate::edit::Edits;
use crate::plant::Plant;
use crate::scalar::{Scalar, sum};

pub(super) fn missing(_: &Plant) -> Option<Missing> {
    None
}

/// Sites of the reference energy bill: the more machines, the more people to train.
pub(super) fn size(cx: &Context<'_, f64>) -> f64 {
    by_energy_bill(cx, 0.25)
}

pub(super) fn edits<S: Scalar>(cx: &Context<'_, S>, out: &mut Edits<S>) {
    let all = sum(cx.plant.electric.iter().map(|e| cx.p[e.energy]));
    let idle = cx.param("idle_power") * cx.param("idle_hours");
    let avoided = all.divides(idle).min(S::one()) * cx.param("avoided_share");
    let share = S::select(idle, avoided, cx.param("saving_fraction"));
    for use_ in &cx.plant.electric {
        out.scale(use_.demand, cx.covered(S::one() - share));
    }
}
