//! Properties of saturated steam: IAPWS-IF97 evaluated while building, shipped as short series.
//!
//! The formulation itself would cost the page 25 kB of coefficients for three functions of one
//! variable. A Chebyshev series in the logarithm of pressure reproduces them to better than a
//! millionth over the range of industrial boilers.

use std::fmt::Write as _;

/// Absolute pressure, MPa: from the atmosphere to 10 MPa gauge.
const RANGE: (f64, f64) = (0.1, 10.2);
/// A property of saturation by absolute pressure, MPa.
type Property = fn(f64) -> f64;

const TERMS: usize = 16;
const POINTS: usize = 64;

pub fn generate() -> String {
    let functions: [(&str, Property); 3] = [
        ("STEAM_ENTHALPY", |p| seuif97::px2h(p, 1.0)),
        ("WATER_ENTHALPY", |p| seuif97::px2h(p, 0.0)),
        ("TEMPERATURE", |p| seuif97::px2t(p, 0.0)),
    ];
    let (low, high) = (libm::log(RANGE.0), libm::log(RANGE.1));
    let mut text = String::new();
    let _ = writeln!(text, "const RANGE: (f64, f64) = ({low:?}, {high:?});");
    for (name, function) in functions {
        let angle = |j: usize| std::f64::consts::PI * (j as f64 + 0.5) / POINTS as f64;
        let values: Vec<f64> = (0..POINTS)
            .map(|j| function(libm::exp(low + (high - low) * 0.5 * (libm::cos(angle(j)) + 1.0))))
            .collect();
        let series: Vec<String> = (0..TERMS)
            .map(|k| {
                let sum: f64 =
                    values.iter().enumerate().map(|(j, value)| value * libm::cos(k as f64 * angle(j))).sum();
                format!("{:?}", sum * if k == 0 { 1.0 } else { 2.0 } / POINTS as f64)
            })
            .collect();
        let _ = writeln!(text, "const {name}: [f64; {TERMS}] = [{}];", series.join(", "));
    }
    text
}
