//! Condensing economizer behind gas boilers.
//!
//! # Method
//! flue gas is cooled below its dew point: sensible heat by Siegert, and of the latent heat (gross less
//! net calorific value) the part whose vapour cannot stay in the gas. A kilogram of dry gas holds vapour
//! in proportion to p_s / (p − p_s), so the part condensed is 1 − that at the outlet over that at the dew
//! point, at most the share of the table; p_s = 611.2 Pa exp(17.62 t / (243.12 + t))
//!
//! # Applies to
//! gas boilers of steam and hot-water systems
//!
//! # Overlaps
//! in series after the feedwater economizer, which leaves cooler gas; takes the cold water that effluent,
//! compressors, engines and heat pumps leave
//!
//! # Limits
//! the cold water there is: make-up up to the dew point, and what the uses can preheat, in the hours when
//! both flow. Neutralising the condensate is not costed
//!
//! # Sources
//! `measure_params.csv`, `boiler_condensing_economizer.*`; saturation pressure: WMO-No. 8, annex 4.B;
//! calorific values: `fuel_properties.csv`

use super::{Context, Missing, boiler_capacity, boilers, burns};
use crate::carrier::Group;
use crate::edit::Edits;
use crate::plant::{Boiler, Heat, Plant, Service, Source};
use crate::scalar::Scalar;
use crate::step::Step;

/// Atmospheric pressure, Pa.
const ATMOSPHERE: f64 = 101_325.0;
/// Vapour that starts to condense above this, degC, is no flue gas.
const MOST_DEW_POINT: f64 = 90.0;

fn condensing(plant: &Plant) -> impl Iterator<Item = (&Heat, &Source, &Boiler)> {
    boilers(plant).filter(|(heat, _, boiler)| {
        heat.service != Service::ThermalOil && burns(plant, boiler.burner) == Group::Gas
    })
}

pub(super) fn missing(plant: &Plant) -> Option<Missing> {
    (!condensing(plant).any(|(_, source, _)| !source.dormant)).then_some(Missing::GasBoiler)
}

/// Units of ten tonnes of steam an hour, as the cost is quoted.
pub(super) fn size(cx: &Context<'_, f64>) -> f64 {
    let gas = |boiler: &Boiler| burns(cx.plant, boiler.burner) == Group::Gas;
    boiler_capacity(cx, |source, boiler| !source.dormant && gas(boiler)) / 10.0
}

/// Vapour per dry gas at saturation, both as volumes.
fn held<S: Scalar>(temperature: S) -> S {
    let exponent = S::constant(17.62) * temperature / (S::constant(243.12) + temperature);
    let pressure = S::constant(611.2) * exponent.exp();
    pressure / (S::constant(ATMOSPHERE) - pressure)
}

/// Part of the vapour that condenses on the way to the outlet.
fn condensed<S: Scalar>(outlet: S, dew_point: S) -> S {
    let dew_point = dew_point.min(S::constant(MOST_DEW_POINT));
    S::one() - held(outlet.min(dew_point)) / held(dew_point)
}

pub(super) fn edits<S: Scalar>(cx: &Context<'_, S>, out: &mut Edits<S>) {
    let (outlet, dew_point) = (cx.param("outlet_temperature"), cx.param("dew_point_gas"));
    let share = condensed(outlet, dew_point).min(cx.param("condensing_share"));
    let share = share.label(Step::CondensedShare, 0);
    for (_, _, boiler) in condensing(cx.plant) {
        let condenser = &boiler.stack.condenser;
        out.set(condenser.treated, cx.param("sink_overlap") * cx.coverage());
        out.set(condenser.outlet, outlet);
        out.set(condenser.dew_point, dew_point);
        out.set(condenser.latent, cx.p[boiler.stack.vapour] * share);
    }
}

#[cfg(test)]
mod tests {
    use super::{condensed, held};

    /// IAPWS-IF97: 9.595 kPa at 45 °C, 17.336 kPa at 57 °C. The formula stays within half a per cent.
    #[test]
    fn vapour_by_the_steam_table() {
        for (temperature, pressure) in [(45.0, 9595.0), (57.0, 17_336.0)] {
            let table = pressure / (101_325.0 - pressure);
            let got: f64 = held(temperature);
            assert!((got / table - 1.0).abs() < 0.007, "{temperature}: {got} against {table}");
        }
    }

    /// From 57 to 45 °C half of the vapour condenses (the default of the table); at the dew point none.
    #[test]
    fn half_condenses_at_45_degrees() {
        let half: f64 = condensed(45.0, 57.0);
        assert!((half - 0.5).abs() < 0.01, "{half}");
        let none: f64 = condensed(60.0, 57.0);
        assert!(none.abs() < 1e-12);
    }
}
