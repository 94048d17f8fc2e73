//! How the values of an uncertain number are spread.

/// A distribution told by three numbers, as tables give them.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Spread {
    /// Log-normal on each side of the median: `low` and `high` are the bounds of 95 % of all values. All
    /// three are above zero.
    ///
    /// Emission factors of the EMEP/EEA guidebook and of IPCC come with such bounds.
    LogNormal { low: f64, median: f64, high: f64 },
    /// Between `low` and `high`, most probably `mode`.
    Triangular { low: f64, mode: f64, high: f64 },
}

/// A range that does not hold the value it is given for, or whose lower bound is above its upper one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Inverted {
    pub low: f64,
    pub value: f64,
    pub high: f64,
}

/// Standard deviations from the median to the bounds of 95 %.
const TWO_SIDED_95: f64 = 1.959_963_984_540_054;

impl Spread {
    /// Bounds of 95 % of what may be anything above zero; triangular where the lower one is zero.
    pub fn bounds_95(low: f64, median: f64, high: f64) -> Self {
        if low > 0.0 {
            Spread::LogNormal { low, median, high }
        } else {
            Spread::Triangular { low, mode: median, high }
        }
    }

    /// The range that a user gives for a value, as bounds of 95 % of what may be anything above zero.
    pub fn given(low: f64, value: f64, high: f64) -> Result<Self, Inverted> {
        if low >= 0.0 && low <= value && value <= high && high.is_finite() && value > 0.0 {
            Ok(Self::bounds_95(low, value, high))
        } else {
            Err(Inverted { low, value, high })
        }
    }

    /// The value below which a part `p` of all values lies, 0 < p < 1.
    pub fn quantile(&self, p: f64) -> f64 {
        match *self {
            Spread::LogNormal { low, median, high } => {
                let z = normal_quantile(p);
                let side = if z < 0.0 { median / low } else { high / median };
                median * libm::exp(z * libm::log(side) / TWO_SIDED_95)
            }
            Spread::Triangular { low, mode, high } => {
                let width = high - low;
                if width <= 0.0 {
                    return mode;
                }
                let below = (mode - low) / width;
                if p < below {
                    low + libm::sqrt(p * width * (mode - low))
                } else {
                    high - libm::sqrt((1.0 - p) * width * (high - mode))
                }
            }
        }
    }
}

/// The standard normal quantile, by bisection of the error function and two steps of Newton's method.
/// Only used to fill tables.
fn normal_quantile(p: f64) -> f64 {
    let below = |z: f64| 0.5 * libm::erfc(-z / core::f64::consts::SQRT_2);
    let (mut low, mut high) = (-9.0, 9.0);
    for _ in 0..24 {
        let middle = f64::midpoint(low, high);
        if below(middle) < p { low = middle } else { high = middle }
    }
    let mut z = f64::midpoint(low, high);
    for _ in 0..2 {
        let density = libm::exp(-0.5 * z * z) / libm::sqrt(2.0 * core::f64::consts::PI);
        z -= (below(z) - p) / density;
    }
    z
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn near(a: f64, b: f64, tolerance: f64) {
        assert!((a - b).abs() <= tolerance, "{a} against {b}");
    }

    #[test]
    fn normal_quantiles_of_the_tables() {
        // Tables of the standard normal distribution.
        for (p, z) in [(0.5, 0.0), (0.975, 1.959_963_985), (0.9, 1.281_551_566), (0.001, -3.090_232_306)] {
            near(normal_quantile(p), z, 1e-9);
        }
    }

    #[test]
    fn bounds_of_a_log_normal_hold_95_per_cent() {
        let spread = Spread::bounds_95(20.0, 67.0, 200.0);
        near(spread.quantile(0.025), 20.0, 1e-9);
        near(spread.quantile(0.5), 67.0, 1e-9);
        near(spread.quantile(0.975), 200.0, 1e-9);
        // ln 90 % point: ln 67 + 1.28155/1.95996 × ln(200/67) = 4.20469 + 0.65387 × 1.09362 = 4.91977.
        near(libm::log(spread.quantile(0.9)), 4.919_77, 1e-4);
    }

    #[test]
    fn inverted_bounds_are_refused() {
        assert!(Spread::given(1.0, 2.0, 3.0).is_ok());
        for (low, value, high) in [(3.0, 2.0, 1.0), (2.5, 2.0, 3.0), (1.0, 2.0, 1.5), (1.0, 2.0, f64::NAN)] {
            assert!(Spread::given(low, value, high).is_err());
        }
        assert!(Spread::given(-1.0, 2.0, 3.0).is_err());
    }

    #[test]
    fn triangular_by_hand() {
        // Low 0, mode 1, high 4: a quarter lies below the mode; P90 = 4 − √(0.1 × 4 × 3) = 2.904555.
        let spread = Spread::Triangular { low: 0.0, mode: 1.0, high: 4.0 };
        near(spread.quantile(0.25), 1.0, 1e-12);
        near(spread.quantile(0.9), 2.904_555, 1e-6);
        // √(0.09 × 4 × 1) = 0.6.
        near(spread.quantile(0.09), 0.6, 1e-12);
        near(Spread::Triangular { low: 2.0, mode: 2.0, high: 2.0 }.quantile(0.3), 2.0, 0.0);
    }
}
