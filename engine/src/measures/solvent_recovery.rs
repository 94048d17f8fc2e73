//! Solvent recovery by adsorption or distillation.
//!
//! # Method
//! recovered = VOC × capture × recovery, beyond what is caught today; it is worth its price and
//! takes electricity per kg
//!
//! # Applies to
//! solvent-bearing materials
//!
//! # Overlaps
//! exclusive with the oxidiser on the same air; after low-VOC materials there is less to recover,
//! but its value is reckoned on today's solvent
//!
//! # Limits
//! steam that drives solvent off carbon, the carbon itself and fees saved for waste solvent are not
//! counted; mixed solvents may not be fit for use again
//!
//! # Sources
//! `measure_params.csv`, `solvent_recovery.*`

use super::reference::sites;
use super::{Context, Missing, uncaught};
use crate::edit::Edits;
use crate::evaluate::emitted;
use crate::plant::{Plant, SolventNode};
use crate::scalar::Scalar;

pub(super) fn missing(plant: &Plant) -> Option<Missing> {
    plant.solvents.is_empty().then_some(Missing::Solvent)
}

/// Plants for 50 t a year of solvent given off today (an assumption), a sixth at least.
pub(super) fn size(cx: &Context<'_, f64>) -> f64 {
    let emission: f64 = cx.plant.solvents.iter().map(|s| emitted(s, cx.p)).sum();
    sites(emission, 50_000.0, 1.0 / 6.0)
}

/// Part of today's emission that is recovered.
fn recovered<S: Scalar>(cx: &Context<'_, S>, solvent: &SolventNode) -> S {
    let left = uncaught(cx, solvent, cx.param("capture") * cx.param("recovery"));
    cx.coverage() * (S::one() - left)
}

pub(super) fn edits<S: Scalar>(cx: &Context<'_, S>, out: &mut Edits<S>) {
    for solvent in &cx.plant.solvents {
        out.set(solvent.recovered, recovered(cx, solvent));
        out.set(solvent.recovery_energy, cx.param("energy"));
        out.add(solvent.recovered_value, cx.money(cx.param("solvent_price")));
    }
}
