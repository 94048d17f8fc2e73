//! Energy management system (ISO 50001) with sub-metering.
//!
//! # Method
//! every use of electricity and heat falls by the same saving; because it multiplies what is left, it
//! never saves again what another measure has saved
//!
//! # Applies to
//! every site
//!
//! # Overlaps
//! multiplies with everything
//!
//! # Limits
//! a screening share, not a calculation; vehicles and losses of pipes are left out; staff time is not
//! counted
//!
//! # Sources
//! `measure_params.csv`, `energy_management_system.*`

use super::reference::by_energy_bill;
use super::{Context, Missing};
use crate::edit::Edits;
use crate::plant::Plant;
use crate::scalar::Scalar;

pub(super) fn missing(_: &Plant) -> Option<Missing> {
    None
}

/// Sites of the reference energy bill: meters and work follow what is metered.
pub(super) fn size(cx: &Context<'_, f64>) -> f64 {
    by_energy_bill(cx, 0.25)
}

pub(super) fn edits<S: Scalar>(cx: &Context<'_, S>, out: &mut Edits<S>) {
    let left = cx.covered(S::one() - cx.param("saving"));
    for use_ in &cx.plant.electric {
        out.scale(use_.demand, left);
    }
    for use_ in cx.plant.heat.iter().flat_map(|h| &h.uses) {
        out.scale(use_.demand, left);
    }
    for fired in cx.plant.fired.iter().filter(|f| !f.dormant) {
        out.scale(fired.demand, left);
    }
}
