//! Saturated steam and water, after IAPWS-IF97.
//!
//! The build script evaluates the formulation and leaves Chebyshev series in the logarithm of
//! absolute pressure; they hold from 0.1 to 10.2 MPa to better than a millionth.
#![expect(clippy::unreadable_literal, reason = "coefficients as they were computed")]

use crate::scalar::Scalar;

include!(concat!(env!("OUT_DIR"), "/steam.rs"));

/// Atmospheric pressure, MPa.
const ATMOSPHERE: f64 = 0.101_325;

/// Highest gauge pressure the series hold for, MPa.
pub const MOST_GAUGE: f64 = 10.0;

/// State of saturation.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Saturation {
    /// kJ/kg.
    pub steam_enthalpy: f64,
    /// kJ/kg.
    pub water_enthalpy: f64,
    /// degC.
    pub temperature: f64,
}

/// Saturation at a gauge pressure in MPa, which is limited to 0..=[`MOST_GAUGE`].
pub fn saturation(gauge: f64) -> Saturation {
    let pressure = libm::log(gauge.clamp(0.0, MOST_GAUGE) + ATMOSPHERE);
    let x = (2.0 * pressure - RANGE.0 - RANGE.1) / (RANGE.1 - RANGE.0);
    Saturation {
        steam_enthalpy: series(&STEAM_ENTHALPY, x),
        water_enthalpy: series(&WATER_ENTHALPY, x),
        temperature: series(&TEMPERATURE, x),
    }
}

/// Temperature of saturation, degC, at a gauge pressure in MPa: for measures that change it.
pub(crate) fn saturation_temperature<S: Scalar>(gauge: S) -> S {
    let most = S::constant(MOST_GAUGE);
    let pressure = (gauge.max(S::zero()).min(most) + S::constant(ATMOSPHERE)).ln();
    let x = (pressure * S::constant(2.0) - S::constant(RANGE.0 + RANGE.1)) / S::constant(RANGE.1 - RANGE.0);
    let (mut now, mut before) = (S::zero(), S::zero());
    for &coefficient in TEMPERATURE.iter().skip(1).rev() {
        (now, before) = (x * now * S::constant(2.0) - before + S::constant(coefficient), now);
    }
    x * now - before + S::constant(TEMPERATURE.first().copied().unwrap_or(0.0))
}

/// Clenshaw's recurrence.
fn series(coefficients: &[f64], x: f64) -> f64 {
    let (mut now, mut before) = (0.0, 0.0);
    for coefficient in coefficients.iter().skip(1).rev() {
        (now, before) = (2.0 * x * now - before + coefficient, now);
    }
    x * now - before + coefficients.first().copied().unwrap_or(0.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_series_follow_the_formulation() {
        for step in 0..=1000 {
            let gauge = MOST_GAUGE * f64::from(step) / 1000.0;
            let (got, p) = (saturation(gauge), gauge + ATMOSPHERE);
            assert!((saturation_temperature(gauge) / got.temperature - 1.0).abs() < 1e-12, "{gauge} MPa");
            for (value, exact) in [
                (got.steam_enthalpy, seuif97::px2h(p, 1.0)),
                (got.water_enthalpy, seuif97::px2h(p, 0.0)),
                (got.temperature, seuif97::px2t(p, 0.0)),
            ] {
                assert!((value / exact - 1.0).abs() < 1e-6, "{gauge} MPa: {value} against {exact}");
            }
        }
    }

    #[test]
    fn saturation_table_of_if97() {
        // IAPWS-IF97, table 36: T_s(1 MPa) = 453.035 632 K.
        let got = saturation(1.0 - ATMOSPHERE);
        assert!((got.temperature + 273.15 - 453.035_632).abs() < 1e-4, "{got:?}");
    }
}
