//! Recovery of caustic, salt or metal by evaporation.
//!
//! # Method
//! recovered = effluent × chemical lost per m3 × recovery; water evaporated per kg = 1 ÷ concentration
//! before − 1 ÷ concentration after. Evaporation takes heat of the first heat system, or electricity
//! where there is none; its condensate goes back to the process
//!
//! # Applies to
//! textiles and plating with a water bill, and wherever there are rectifiers
//!
//! # Overlaps
//! with water saving: the condensate replaces fresh water
//!
//! # Limits
//! the loss per m3 is a guess to be measured first; the load of the effluent is taken as unchanged; its
//! value is reckoned on today's effluent
//!
//! # Sources
//! `measure_params.csv`, `chemical_recovery.*`

use super::reference::sites;
use super::{Context, Missing, electric_of};
use crate::data::MeasureId;
use crate::edit::Edits;
use crate::evaluate::GJ_PER_KWH;
use crate::plant::{ElectricKind, Plant, Water};
use crate::scalar::Scalar;

/// kg in a cubic metre of water.
const WATER_DENSITY: f64 = 1000.0;

pub(super) fn missing(plant: &Plant) -> Option<Missing> {
    if plant.water.is_none() {
        return Some(Missing::Water);
    }
    let baths = MeasureId::ChemicalRecovery.spec().suits(plant.sector)
        || electric_of(plant, ElectricKind::Rectifiers).next().is_some();
    (!baths).then_some(Missing::Chemicals)
}

/// Plants for 500,000 m3 of effluent a year (an assumption), a fifth at least.
pub(super) fn size(cx: &Context<'_, f64>) -> f64 {
    sites(cx.plant.water.as_ref().map_or(0.0, |w| cx.p[w.effluent]), 500_000.0, 0.2)
}

/// kg of chemical a year.
fn recovered<S: Scalar>(cx: &Context<'_, S>, water: &Water) -> S {
    cx.p[water.effluent] * cx.param("chemical_loss") * cx.param("recovery") * cx.coverage()
}

pub(super) fn edits<S: Scalar>(cx: &Context<'_, S>, out: &mut Edits<S>) {
    let Some(water) = &cx.plant.water else { return };
    let per_kg = S::one() / cx.param("concentration_before") - S::one() / cx.param("concentration_after");
    // No more water can be driven off than there is.
    let most = cx.p[water.effluent].min(cx.p[water.intake]) * cx.coverage();
    let evaporated = recovered(cx, water) * per_kg.max(S::zero()) * S::constant(1.0 / WATER_DENSITY);
    let evaporated = evaporated.min(most);
    out.scale(water.demand, S::one() - cx.p[water.intake].divides(evaporated));
    let kwh = evaporated * S::constant(WATER_DENSITY) * cx.param("evaporation_heat");
    let per_m3 = cx.param("chemical_loss") * cx.param("recovery") * cx.coverage();
    out.add(water.recovered_value, cx.money(per_m3 * cx.param("price")));
    match cx.plant.heat.first() {
        Some(heat) => out.add(heat.added, kwh * S::constant(GJ_PER_KWH)),
        None => out.add(cx.plant.auxiliary, kwh),
    }
}
