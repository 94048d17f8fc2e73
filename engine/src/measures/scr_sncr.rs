//! Selective catalytic reduction.
//!
//! # Method
//! NOx factor × (1 − removal); several devices multiply. Ammonia = NOx removed × 17/46 × stoichiometric
//! ratio; the fan works against the catalyst's pressure drop
//!
//! # Applies to
//! boilers, furnaces and engines: a catalyst needs a hot flue, which kitchens and
//! direct-fired dryers do not have
//!
//! # Overlaps
//! multiplies with low-NOx burners
//!
//! # Limits
//! the slip of ammonia, the catalyst's renewal and water vapour in the flue
//! gas are not counted
//!
//! # Sources
//! `measure_params.csv`, `scr_sncr.*`

use super::{
    Context, Missing, burner_capacity, burns, fan_energy, fired_kind, flue_gas, use_power,
};
use crate::carrier::Group;
use crate::edit::Edits;
use crate::plant::{FiredKind, Plant};
use crate::scalar::Scalar;

/// kg of ammonia for each kg of NOx (as NO2), mole for mole.
const AMMONIA: f64 = 17.0 / 46.0;

fn acts_on(plant: &Plant, burner: usize) -> bool {
    let has_flue = matches!(fired_kind(plant, burner), None | Some(FiredKind::Furnace));
    has_flue && burns(plant, burner) != Group::None
}

pub(super) fn missing(plant: &Plant) -> Option<Missing> {
    let found = plant.burners.iter().enumerate().any(|(i, b)| !b.mobile && !b.dormant && acts_on(plant, i));
    (!found).then_some(Missing::CombustionBoiler)
}

/// Units of ten tonnes of steam an hour.
pub(super) fn size(cx: &Context<'_, f64>) -> f64 {
    burner_capacity(cx, |burner| acts_on(cx.plant, burner)) / 10.0
}

pub(super) fn edits<S: Scalar>(cx: &Context<'_, S>, out: &mut Edits<S>) {
    let wanted = |burner| acts_on(cx.plant, burner);
    let removed = cx.coverage() * cx.param("removal_scr");
    let ammonia = cx.param("nsr") * S::constant(AMMONIA) * cx.param("ammonia_price");
    for (index, burner) in cx.plant.burners.iter().enumerate() {
        if !burner.mobile && wanted(index) {
            out.add(burner.catalyst, removed);
            out.add(burner.reagent_cost, cx.money(ammonia));
        }
    }
    use_power(cx, out, |burner| flue_gas(cx, burner) * fan_energy(cx), wanted);
}
