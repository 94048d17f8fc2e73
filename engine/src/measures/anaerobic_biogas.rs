//! Anaerobic treatment with use of its gas in the boilers.
//!
//! # Method
//! CH4 = COD removed × 0.25 kg/kg (0.35 m3 at 0 °C); what does not leak is burnt in the boilers as far
//! as it is used, at 35.8 MJ/m3, in place of their fuel, at most all of it. COD removed needs no air
//! afterwards
//!
//! # Applies to
//! sites with a water bill and a boiler that burns something: food, paper and textiles, and wherever the
//! COD of the effluent is known
//!
//! # Overlaps
//! with everything that saves boiler fuel; less aeration to control
//!
//! # Limits
//! the rest of the gas is flared; its sulphur is taken as removed, pollutants are those of a boiler on
//! natural gas. Where the COD is not known, the size is set so that the screening share of boiler fuel
//! comes from gas. Heating of the reactor and sludge are not counted
//!
//! # Sources
//! `measure_params.csv`, `anaerobic_biogas.*`; 16 kg of CH4 take up 64 kg of oxygen

use super::{Context, Missing, boilers};
use crate::data::MeasureId;
use crate::edit::Edits;
use crate::origin::Origin;
use crate::plant::Plant;
use crate::scalar::Scalar;
use crate::step::Step;

/// kg of CH4 for each kg of COD removed: 16/64.
const METHANE: f64 = 0.25;
/// GJ/kg of CH4: 35.8 MJ/m3 over 0.714 kg/m3 (16 g in 22.4 L) at 0 °C.
const METHANE_HEAT: f64 = 0.0358 * 22.4 / 16.0;
const HOURS_PER_DAY: f64 = 24.0;

pub(super) fn missing(plant: &Plant) -> Option<Missing> {
    if plant.water.is_none() {
        return Some(Missing::Water);
    }
    if !boilers(plant).any(|(_, source, _)| !source.dormant) {
        return Some(Missing::CombustionBoiler);
    }
    let measured = plant.water.as_ref().and_then(|water| plant.slots.get(water.cod_in.index()));
    let measured = measured.is_some_and(|slot| matches!(slot.origin, Origin::Input(_)));
    let rich = measured || MeasureId::AnaerobicBiogas.spec().suits(plant.sector);
    (!rich).then_some(Missing::EffluentLoad)
}

/// GJ to burn for each kg of COD removed.
fn gas_yield<S: Scalar>(cx: &Context<'_, S>) -> S {
    let kept = (S::one() - cx.param("leakage")) * cx.param("utilisation");
    (S::constant(METHANE * METHANE_HEAT) * kept).label(Step::GasYield, 0)
}

/// Days with effluent in a year.
fn days<S: Scalar>(cx: &Context<'_, S>) -> S {
    (cx.p[cx.plant.hours] * S::constant(1.0 / HOURS_PER_DAY)).max(S::one())
}

/// kg of COD a day: as said, as the effluent carries, or for the screening share of boiler fuel.
pub(super) fn size(cx: &Context<'_, f64>) -> f64 {
    let said = cx.param("cod_load");
    if said > 0.0 {
        return said;
    }
    let Some(water) = &cx.plant.water else { return 0.0 };
    let load = cx.p[water.effluent] * cx.p[water.cod_in] / days(cx);
    if load > 0.0 {
        return load;
    }
    let fuel: f64 = boilers(cx.plant).map(|(_, _, boiler)| super::base_fuel(cx, boiler.burner)).sum();
    let each = cx.param("cod_removal") * gas_yield(cx) * days(cx);
    if each > 0.0 { cx.param("saving_fraction") * fuel / each } else { 0.0 }
}

pub(super) fn edits<S: Scalar>(cx: &Context<'_, S>, out: &mut Edits<S>) {
    let Some(water) = &cx.plant.water else { return };
    out.set(water.anaerobic, cx.size() * days(cx) * cx.param("cod_removal") * cx.coverage());
    out.set(water.gas_yield, gas_yield(cx));
    out.set(water.gas_leak, S::constant(METHANE) * cx.param("leakage"));
}
