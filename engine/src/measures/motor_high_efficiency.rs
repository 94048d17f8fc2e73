//! High-efficiency motors (IE3, IE4).
//!
//! # Method
//! the same shaft work from a better motor: factor = η_old ÷ η_new, with the old efficiency less
//! what rewinding has cost; fans and pumps also turn faster, because a better motor slips less,
//! and their power follows the cube of speed: ((1 − LF s_new) ÷ (1 − LF s_old))³
//!
//! # Applies to
//! fans, pumps, process machines, compressors, wastewater treatment
//!
//! # Overlaps
//! multiplies with drives, trims and belts; less heat from compressors
//!
//! # Limits
//! none where the motors are as good already; the higher speed is not wanted under a
//! variable-speed drive or after a change of pulley: set both slips equal then
//!
//! # Sources
//! `measure_params.csv`, `motor_high_efficiency.*`; affinity law

use super::{Context, Missing, power};
use crate::edit::Edits;
use crate::plant::{Electric, ElectricKind, Plant};
use crate::scalar::Scalar;
use crate::step::Step;

/// Uses whose electricity goes through motors.
fn driven(plant: &Plant) -> impl Iterator<Item = &Electric> {
    plant.electric.iter().filter(|e| {
        matches!(
            e.kind,
            ElectricKind::Fans
                | ElectricKind::Pumps
                | ElectricKind::ProcessMachines
                | ElectricKind::CompressedAir
                | ElectricKind::Wastewater
        )
    })
}

pub(super) fn missing(plant: &Plant) -> Option<Missing> {
    driven(plant).next().is_none().then_some(Missing::Motors)
}

/// Efficiency of the old motors after their rewindings.
fn old<S: Scalar>(cx: &Context<'_, S>) -> S {
    (cx.param("efficiency_old") - cx.param("rewound") * cx.param("rewind_loss")).max(S::zero())
}

/// kW rated: what the motors draw, by their efficiency and load.
pub(super) fn size(cx: &Context<'_, f64>) -> f64 {
    power(cx, driven(cx.plant)) * old(cx) / cx.param("load_factor")
}

pub(super) fn edits<S: Scalar>(cx: &Context<'_, S>, out: &mut Edits<S>) {
    let load = cx.param("load_factor");
    let speed = |slip: S| S::one() - load * slip;
    let faster = (speed(cx.param("slip_new")) / speed(cx.param("slip_old"))).power(3);
    let faster = faster.label(Step::SpeedPower, 0);
    let better = (old(cx) / cx.param("efficiency_new").max(old(cx))).label(Step::PowerRatio, 0);
    for use_ in driven(cx.plant) {
        let turbo = matches!(use_.kind, ElectricKind::Fans | ElectricKind::Pumps);
        out.scale(use_.drive, cx.covered(if turbo { better * faster } else { better }));
    }
}
