//! Flue-gas desulphurisation (wet or alkali).
//!
//! # Method
//! SO2 factor × (1 − removal); several devices multiply. Limestone gives off 44/64 kg of CO2 for each
//! kg of SO2 held back. Power as of a power station's scrubber: its share of the output at 38 %
//! efficiency, for the same flue gas
//!
//! # Applies to
//! coal and heavy-oil burners
//!
//! # Overlaps
//! void once the boiler burns gas: its SO2 is gone already
//!
//! # Limits
//! sorbent, water and sludge are not counted
//!
//! # Sources
//! `measure_params.csv`, `flue_gas_desulphurisation.*`

use super::{Context, Missing, burner_capacity, burns, clean, use_power};
use crate::carrier::Group;
use crate::edit::Edits;
use crate::evaluate::GJ_PER_KWH;
use crate::plant::{AirPollutant, Plant};
use crate::scalar::Scalar;

/// kg of CO2 from limestone for each kg of SO2 it binds.
const LIMESTONE: f64 = 44.0 / 64.0;
/// Net efficiency of the coal-fired units that the power share is quoted for.
const POWER_STATION: f64 = 0.38;

fn acts_on(plant: &Plant, burner: usize) -> bool {
    matches!(burns(plant, burner), Group::Coal | Group::Liquid)
}

pub(super) fn missing(plant: &Plant) -> Option<Missing> {
    let found = plant.burners.iter().enumerate().any(|(i, b)| !b.mobile && !b.dormant && acts_on(plant, i));
    (!found).then_some(Missing::SolidFuel)
}

/// Units of ten tonnes of steam an hour.
pub(super) fn size(cx: &Context<'_, f64>) -> f64 {
    burner_capacity(cx, |burner| acts_on(cx.plant, burner)) / 10.0
}

pub(super) fn edits<S: Scalar>(cx: &Context<'_, S>, out: &mut Edits<S>) {
    let wanted = |burner| acts_on(cx.plant, burner);
    clean(cx, out, &[AirPollutant::So2], cx.param("removal"), wanted);
    let share = cx.param("electricity_penalty") * S::constant(0.01 * POWER_STATION / GJ_PER_KWH);
    use_power(cx, out, |_| share, wanted);
    for (index, burner) in cx.plant.burners.iter().enumerate() {
        if !burner.mobile && wanted(index) {
            out.set(burner.sorbent_co2, cx.param("limestone_share") * S::constant(LIMESTONE));
        }
    }
}
