//! Insulation of steam pipes, valves and tanks.
//!
//! # Method
//! saved heat = the screening share of the heat sent, but never more of the pipe
//! loss than bare metal loses beyond insulated metal:
//! q_bare = h (T_s − T_a) + ε σ (T_s⁴ − T_a⁴);
//! q_ins = k (T_s − T_i) / x with T_i = (T_s + (h x / k) T_a) / (1 + h x / k)
//!
//! # Applies to
//! steam systems
//!
//! # Overlaps
//! lowers the load all boiler measures see
//!
//! # Limits
//! the pipe loss of the baseline
//!
//! # Sources
//! `measure_params.csv`, `steam_insulation.*`; Stefan–Boltzmann constant CODATA 2018

use super::{Context, Missing, steam_systems};
use crate::edit::Edits;
use crate::plant::{Heat, Plant};
use crate::scalar::Scalar;
use crate::step::Step;

/// W/(m2 K4).
const STEFAN_BOLTZMANN: f64 = 5.670_374_419e-8;
/// Air around the pipes, degC: the fresh-air temperature of the other heat measures.
const AMBIENT: f64 = 30.0;
const KELVIN: f64 = 273.15;

pub(super) fn missing(plant: &Plant) -> Option<Missing> {
    steam_systems(plant).next().is_none().then_some(Missing::Steam)
}

/// Bare and insulated loss, W/m2.
fn losses<S: Scalar>(cx: &Context<'_, S>, heat: &Heat) -> (S, S) {
    let (surface, ambient) = (cx.p[heat.temperature], S::constant(AMBIENT));
    let kelvin = |t: S| (t + S::constant(KELVIN)).power(4);
    let convection = cx.param("convection");
    let bare = convection * (surface - ambient)
        + cx.param("emissivity") * S::constant(STEFAN_BOLTZMANN) * (kelvin(surface) - kelvin(ambient));
    let resistance = convection * cx.param("thickness") / cx.param("conductivity");
    let outer = (surface + resistance * ambient) / (S::one() + resistance);
    let insulated = cx.param("conductivity") * (surface - outer) / cx.param("thickness");
    (bare.label(Step::SurfaceLoss, 0), insulated.label(Step::SurfaceLossAfter, 0))
}

fn saved_share<S: Scalar>(cx: &Context<'_, S>, heat: &Heat) -> S {
    let (bare, insulated) = losses(cx, heat);
    let most = S::one() - insulated / bare;
    cx.p[heat.pipe_share].divides(cx.param("saving_fraction")).min(most)
}

/// Surface in m2 whose insulation saves that much heat.
pub(super) fn size(cx: &Context<'_, f64>) -> f64 {
    steam_systems(cx.plant)
        .map(|heat| {
            let (bare, insulated) = losses(cx, heat);
            let joules = cx.p[heat.pipe_loss] * saved_share(cx, heat) * 1e9;
            joules / (cx.param("hours").max(1.0) * 3600.0) / (bare - insulated).max(1.0)
        })
        .sum()
}

pub(super) fn edits<S: Scalar>(cx: &Context<'_, S>, out: &mut Edits<S>) {
    for heat in steam_systems(cx.plant) {
        out.scale(heat.pipe_factor, cx.covered(S::one() - saved_share(cx, heat)));
    }
}
