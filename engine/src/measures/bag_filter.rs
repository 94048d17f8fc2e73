//! Bag filter behind solid-fuel boilers.
//!
//! # Method
//! PM10 and PM2.5 factors × (1 − removal); the fan works against its pressure drop: kWh = flue gas ×
//! pressure drop ÷ fan efficiency, with the flue gas at the boiler's oxygen and temperature
//!
//! # Applies to
//! boilers on coal or biomass
//!
//! # Overlaps
//! void once the boiler burns gas
//!
//! # Limits
//! removal is the same for both sizes; water vapour in the flue gas and the cleaning air are not
//! counted
//!
//! # Sources
//! `measure_params.csv`, `bag_filter.*`

use super::{Context, Missing, boiler_capacity, burns, clean, fan_energy, flue_gas, use_power};
use crate::carrier::Group;
use crate::edit::Edits;
use crate::plant::{AirPollutant, Plant};
use crate::scalar::Scalar;

/// Nm3/h of flue gas per t/h of steam: 2.5 GJ of fuel at some 480 Nm3/GJ (coal, 9 % O2). Sizing only.
const FLUE_GAS: f64 = 1200.0;

fn acts_on(plant: &Plant, burner: usize) -> bool {
    matches!(burns(plant, burner), Group::Coal | Group::Biomass)
}

pub(super) fn missing(plant: &Plant) -> Option<Missing> {
    let found = plant.burners.iter().enumerate().any(|(i, b)| !b.mobile && !b.dormant && acts_on(plant, i));
    (!found).then_some(Missing::SolidFuel)
}

/// m3/h of flue gas: about 1,200 Nm3/h for each tonne of steam an hour from solid fuel.
pub(super) fn size(cx: &Context<'_, f64>) -> f64 {
    boiler_capacity(cx, |s, b| !s.dormant && acts_on(cx.plant, b.burner)) * FLUE_GAS
}

pub(super) fn edits<S: Scalar>(cx: &Context<'_, S>, out: &mut Edits<S>) {
    let wanted = |burner| acts_on(cx.plant, burner);
    clean(cx, out, &[AirPollutant::Pm10, AirPollutant::Pm25], cx.param("removal"), wanted);
    use_power(cx, out, |burner| flue_gas(cx, burner) * fan_energy(cx), wanted);
}
