//! Regenerative thermal oxidiser for solvent-laden air.
//!
//! # Method
//! VOC = Σ emission × (1 − capture × destruction); fuel = air ρ c (1 − recovery) (T_ox − T_in) h less the
//! heat of the solvent burnt, at least 0; its carbon becomes CO2; the fan moves the air against the
//! pressure drop
//!
//! # Applies to
//! solvent-bearing materials
//!
//! # Overlaps
//! after low-VOC materials: less solvent, less support heat in the air
//!
//! # Limits
//! costs energy: CO2 rises while VOC falls. Starting up, and surplus heat of rich air, are not counted
//!
//! # Sources
//! `measure_params.csv`, `voc_rto.*`; dry air 1.293 kg/m3 at 0 °C, 1.006 kJ/(kg K)

use super::{Context, Missing, fan_energy, uncaught};
use crate::edit::Edits;
use crate::plant::{FiredKind, Plant};
use crate::scalar::Scalar;

/// kg/Nm3 and kJ/(kg K).
const AIR_DENSITY: f64 = 1.293;
const AIR_HEAT: f64 = 1.006;
/// kg of CO2 from a kg of carbon.
const CO2_PER_CARBON: f64 = 44.0 / 12.0;
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
        let left = uncaught(cx, solvent, cx.param("capture") * cx.param("destruction"));
        out.set(solvent.burnt, cx.coverage() * (S::one() - left));
    }
    out.set(cx.plant.solvent_heat, cx.param("solvent_heat") * S::constant(1e-3));
    out.set(cx.plant.solvent_co2, cx.param("carbon_share") * S::constant(CO2_PER_CARBON));
    let moved = cx.size() * cx.p[cx.plant.hours] * cx.coverage();
    out.add(cx.plant.auxiliary, moved * fan_energy(cx));
    if let Some(oxidiser) = cx.plant.fired.iter().find(|f| f.dormant && f.kind == FiredKind::Oxidiser) {
        let lift = (cx.param("oxidation_temperature") - S::constant(INLET)).max(S::zero());
        let air = cx.size() * cx.p[cx.plant.hours] * S::constant(AIR_DENSITY * AIR_HEAT * 1e-6);
        out.add(oxidiser.added, air * lift * (S::one() - cx.param("thermal_recovery")) * cx.coverage());
    }
}
