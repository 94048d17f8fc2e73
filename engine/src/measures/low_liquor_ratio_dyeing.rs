//! Dyeing machines with a low liquor ratio.
//!
//! # Method
//! water of the baths = cloth × baths × liquor ratio; it falls with the ratio. Heat saved = water
//! saved in the heated baths × 4.186 kJ/(kg K) × temperature rise, at most the same share of the
//! heat for dyeing. Where the cloth is not known, the baths are a share of the process water
//!
//! # Applies to
//! sites with a water bill and steam or hot water for dyeing
//!
//! # Overlaps
//! before heat recovery, boilers and membrane reuse, which then have less to do
//!
//! # Limits
//! salt, dyes and chemicals, which follow the bath, are not counted, nor the blower of airflow
//! machines; rinsing outside the machines stays
//!
//! # Sources
//! `measure_params.csv`, `low_liquor_ratio_dyeing.*`

use super::{Context, Missing};
use crate::data::MeasureId;
use crate::edit::Edits;
use crate::plant::{HeatKind, HeatUse, Plant, Water};
use crate::scalar::{Scalar, sum};
use crate::step::Step;

/// GJ per m3 and kelvin of water: 4.186 kJ/(kg K) at 1,000 kg/m3.
const WATER_HEAT: f64 = 0.004_186;
/// A machine dyes 0.5 t a batch, three batches a day. Sizing only.
const TONNES_A_DAY: f64 = 1.5;

/// Heat for dyeing; in a dyehouse that does not tell its uses apart, all of it.
fn dyeing(plant: &Plant) -> impl Iterator<Item = &HeatUse> {
    let told = plant.heat.iter().flat_map(|h| &h.uses).any(|u| u.kind != HeatKind::Other);
    let dyes = !told && MeasureId::LowLiquorRatioDyeing.spec().suits(plant.sector);
    plant.heat.iter().flat_map(|h| &h.uses).filter(move |u| u.kind == HeatKind::Dyeing || dyes)
}

pub(super) fn missing(plant: &Plant) -> Option<Missing> {
    if plant.water.is_none() {
        return Some(Missing::Water);
    }
    dyeing(plant).next().is_none().then_some(Missing::Dyeing)
}

/// m3 of the baths today: not more than the process water.
fn baths<S: Scalar>(cx: &Context<'_, S>, water: &Water) -> S {
    let intake = cx.p[water.intake];
    let known = cx.param("cloth") * cx.param("baths") * cx.param("liquor_ratio_before");
    S::select(known, known, intake * cx.param("bath_share")).min(intake)
}

/// Machines of 500 kg.
pub(super) fn size(cx: &Context<'_, f64>) -> f64 {
    let Some(water) = &cx.plant.water else { return 0.0 };
    let cloth = baths(cx, water) / (cx.param("baths") * cx.param("liquor_ratio_before"));
    (cloth / TONNES_A_DAY / (cx.p[cx.plant.hours] / 24.0).max(1.0)).ceil()
}

pub(super) fn edits<S: Scalar>(cx: &Context<'_, S>, out: &mut Edits<S>) {
    let Some(water) = &cx.plant.water else { return };
    let baths = baths(cx, water);
    let ratio = (cx.param("liquor_ratio_after") / cx.param("liquor_ratio_before")).min(S::one());
    let saved = (baths * (S::one() - ratio)).label(Step::WaterSaved, 0);
    out.scale(water.demand, S::one() - cx.coverage() * cx.p[water.intake].divides(saved));

    let heated = (cx.param("heated_baths") / cx.param("baths")).min(S::one());
    let heat = saved * heated * S::constant(WATER_HEAT) * cx.param("temperature_rise");
    let used = sum(dyeing(cx.plant).map(|u| cx.p[u.heat]));
    let share = used.divides(heat).min(S::one() - ratio);
    for use_ in dyeing(cx.plant) {
        out.scale(use_.demand, cx.covered(S::one() - share));
    }
}
