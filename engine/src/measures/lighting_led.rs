//! LED replacement of fluorescent and discharge lamps.
//!
//! # Method
//! power of the new lamp over that of the old lamp with its ballast, hour for hour
//!
//! # Applies to
//! lighting
//!
//! # Overlaps
//! lighting controls act on what is left; less heat for the cooling to carry away
//!
//! # Limits
//! same light output assumed
//!
//! # Sources
//! `measure_params.csv`, `lighting_led.*`

use super::{Context, Missing, electric_of};
use crate::edit::Edits;
use crate::plant::{ElectricKind, Plant};
use crate::scalar::Scalar;
use crate::step::Step;

pub(super) fn missing(plant: &Plant) -> Option<Missing> {
    electric_of(plant, ElectricKind::Lighting).next().is_none().then_some(Missing::Lighting)
}

/// Power of an old lamp with its electronic ballast, W.
fn old<S: Scalar>(cx: &Context<'_, S>) -> S {
    cx.param("lamp_power_old") + cx.param("ballast_electronic")
}

/// Lamps: listed fittings, else the lighting's energy over lamp power and hours.
pub(super) fn size(cx: &Context<'_, f64>) -> f64 {
    electric_of(cx.plant, ElectricKind::Lighting)
        .map(|e| match e.machines {
            Some(m) if m.count > 1.0 => m.count,
            Some(m) => m.count * m.kw * 1000.0 / old(cx),
            None => cx.p[e.energy] * 1000.0 / (old(cx) * cx.param("hours")),
        })
        .sum::<f64>()
        .ceil()
}

pub(super) fn edits<S: Scalar>(cx: &Context<'_, S>, out: &mut Edits<S>) {
    for lighting in electric_of(cx.plant, ElectricKind::Lighting) {
        let before = lighting.lamp_watt.map_or_else(|| old(cx), |slot| cx.p[slot]);
        let factor = (cx.param("lamp_power_new") / before).min(S::one()).label(Step::PowerRatio, 0);
        out.set(lighting.drive, cx.covered(factor));
    }
}
