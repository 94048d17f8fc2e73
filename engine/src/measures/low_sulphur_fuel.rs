//! Fuel with less sulphur.
//!
//! # Method
//! SO2 × new ÷ present sulphur, at most 1: of the bill's fuel where its sulphur is known, else of
//! `sulphur_before`; the fuel costs a premium on its present price
//!
//! # Applies to
//! boilers and other stationary burners on coal or oil
//!
//! # Overlaps
//! before desulphurisation, which then has less to hold back; void where the boiler changes to gas
//!
//! # Limits
//! none where the fuel is already as good, and then no premium either; calorific value and ash are
//! taken as the same
//!
//! # Sources
//! `measure_params.csv`, `low_sulphur_fuel.*`; SO2 follows sulphur by stoichiometry (`data/formulas.md`)

use super::{Context, Missing, burns};
use crate::carrier::Group;
use crate::edit::Edits;
use crate::plant::{AirPollutant, Plant};
use crate::scalar::Scalar;

fn acts_on(plant: &Plant, burner: usize) -> bool {
    matches!(burns(plant, burner), Group::Coal | Group::Liquid)
}

pub(super) fn missing(plant: &Plant) -> Option<Missing> {
    let found = plant.burners.iter().enumerate().any(|(i, b)| !b.mobile && !b.dormant && acts_on(plant, i));
    (!found).then_some(Missing::SulphurousFuel)
}

/// One contract.
pub(super) fn size(_: &Context<'_, f64>) -> f64 {
    1.0
}

pub(super) fn edits<S: Scalar>(cx: &Context<'_, S>, out: &mut Edits<S>) {
    for (index, burner) in cx.plant.burners.iter().enumerate() {
        if burner.mobile || !acts_on(cx.plant, index) {
            continue;
        }
        let Some(supply) = cx.plant.supplies.get(burner.carrier) else { continue };
        let before = supply.sulphur.map_or_else(|| cx.param("sulphur_before"), |slot| cx.p[slot]);
        let after = match burns(cx.plant, index) {
            Group::Coal => cx.param("sulphur_after_coal"),
            _ => cx.param("sulphur_after"),
        };
        let left = S::select(before, before.divides(after).min(S::one()), S::one());
        if let Some(&so2) = burner.pollutants.get(AirPollutant::So2.index()) {
            out.scale(so2, cx.covered(left));
        }
        let premium = cx.p[supply.price] / cx.p[supply.content] * cx.param("price_premium") * cx.coverage();
        out.add(burner.surcharge, S::select(before - after, premium, S::zero()));
    }
}
