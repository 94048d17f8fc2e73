//! Sums that do not depend on the order of their parts.

/// Steps in one: sums count in 2⁻⁴⁰, about 10⁻¹².
const STEPS: f64 = (1_u64 << 40) as f64;
/// Largest amount that a part may be; a hundred million of them fit.
pub const MOST: f64 = 1e18;

/// A sum in fixed point. Whole numbers add up to the same whatever the order, floats do not.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sum(i128);

impl Sum {
    /// Adds a finite number of at most [`MOST`]; anything else is a bug of the caller and adds nothing.
    pub fn add(&mut self, value: f64) {
        debug_assert!(value.abs() <= MOST, "{value}");
        if value.abs() <= MOST {
            // Exact: a power of two changes the exponent only, and what is below a step is rounded once.
            self.0 = self.0.saturating_add((value * STEPS).round() as i128);
        }
    }

    pub fn merge(&mut self, other: Sum) {
        self.0 = self.0.saturating_add(other.0);
    }

    /// The sum as a number.
    pub fn value(self) -> f64 {
        self.0 as f64 / STEPS
    }
}

/// As a text of digits: JSON numbers do not hold that many.
impl serde::Serialize for Sum {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}

impl<'de> serde::Deserialize<'de> for Sum {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = <std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
        text.parse().map(Sum).map_err(|_| serde::de::Error::custom("not a whole number"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn order_changes_nothing() {
        let parts = [1e17, 0.1, -1e17, 0.2, 1e-11, 3e9];
        let total = |order: &[usize]| {
            let mut sum = Sum::default();
            for &place in order {
                sum.add(parts[place]);
            }
            sum
        };
        let one = total(&[0, 1, 2, 3, 4, 5]);
        assert_eq!(one, total(&[5, 3, 1, 4, 2, 0]));
        // 3e9 + 0.3 + 1e-11 up to a step for each part; floats lose the small ones beside 1e17.
        assert!((one.value() - 3_000_000_000.3).abs() < 1e-6, "{}", one.value());
        assert_eq!(serde_json::from_str::<Sum>(&serde_json::to_string(&one).unwrap()).unwrap(), one);
    }
}
