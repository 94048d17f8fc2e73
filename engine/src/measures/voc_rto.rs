//! Regenerative thermal oxidiser for solvent-laden air.
//!
//! # Method
//! VOC = Σ emission × (1 − capture × destruction); fuel = air ρ c (1 − recovery)
//! (T_ox − T_in) h
//!
//! # Applies to
//! solvent-bearing materials
//!
//! # Overlaps
//! after low-VOC materials: less solvent, less support heat in the air
//!
//! # Limits
//! costs energy: CO2 rises while VOC falls. The solvent's own heat is left out, so
//! the fuel is an upper estimate; the CO2 of the solvent burnt and fan power are not
//! counted
//!
//! # Sources
//! `measure_params.csv`, `voc_rto.*`; dry air 1.293 kg/m3 at 0 °C, 1.006 kJ/(kg K)

use super::{Context, Missing};
use crate::edit::Edits;
use crate::plant::{FiredKind, Plant};
use crate::scalar::Scalar;

/// kg/Nm3 and kJ/(kg K).
const AIR_DENSITY: f64 = 1.293;
const AIR_HEAT: f64 = 1.006;
/// Solvent-laden air from a workshop, degC.
const INLET: f64 = 30.0;
/// Concentration of solvent in the air drawn off, g/m3: the middle of what is treated without a
/// concentrator. Sizing only.
const SOLVENT_IN_AIR: f64 = 1.0;

pub(super) fn missing(plant: &Plant) -> Option<Missing> {
    plant.solvents.is_empty().then_some(Missing::Solvent)
}

/// m3/h of air.
pub(super) fn size(cx: &Context<'_, f64>) -> f64 {
    let grams: f64 = cx.plant.solvents.iter().map(|s| cx.p[s.mass] * 1e6 * cx.p[s.volatile]).sum::<f64>()
        * cx.param("capture");
    (grams / SOLVENT_IN_AIR / cx.p[cx.plant.hours].max(1.0) / 100.0).ceil() * 100.0
}

pub(super) fn edits<S: Scalar>(cx: &Context<'_, S>, out: &mut Edits<S>) {
    for solvent in &cx.plant.solvents {
        let now = cx.p[solvent.capture] * cx.p[solvent.removal];
        let after = now.max(cx.param("capture") * cx.param("destruction"));
        let left = (S::one() - after) / (S::one() - now).max(S::constant(1e-9));
        out.scale(solvent.factor, cx.covered(left.min(S::one())));
    }
    if let Some(oxidiser) = cx.plant.fired.iter().find(|f| f.dormant && f.kind == FiredKind::Oxidiser) {
        let lift = (cx.param("oxidation_temperature") - S::constant(INLET)).max(S::zero());
        let air = cx.size() * cx.p[cx.plant.hours] * S::constant(AIR_DENSITY * AIR_HEAT * 1e-6);
        out.add(oxidiser.added, air * lift * (S::one() - cx.param("thermal_recovery")) * cx.coverage());
    }
}
