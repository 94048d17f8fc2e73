//! Low-VOC, water-based or UV inks, coatings and adhesives.
//!
//! # Method
//! mass balance: emission falls by w₂ k / w₁, with volatile shares w before and
//! after and usage ratio k
//!
//! # Applies to
//! solvent-bearing materials that are richer in solvent than the substitute
//!
//! # Overlaps
//! before end-of-pipe treatment, which then has less to do
//!
//! # Limits
//! drying may need more energy; not counted
//!
//! # Sources
//! `measure_params.csv`, `low_voc_materials.*`

use super::{Context, Missing};
use crate::edit::Edits;
use crate::plant::Plant;
use crate::scalar::Scalar;

pub(super) fn missing(plant: &Plant) -> Option<Missing> {
    plant.solvents.is_empty().then_some(Missing::Solvent)
}

/// Lines: one for each material.
pub(super) fn size(cx: &Context<'_, f64>) -> f64 {
    cx.plant.solvents.len() as f64
}

pub(super) fn edits<S: Scalar>(cx: &Context<'_, S>, out: &mut Edits<S>) {
    for solvent in &cx.plant.solvents {
        let left = cx.param("voc_share_after") * cx.param("usage_ratio") / cx.p[solvent.volatile];
        out.scale(solvent.factor, cx.covered(left.min(S::one())));
    }
}
