//! Quartiles of any number of values in little memory, of parts that merge.
//!
//! Values are counted in buckets whose bounds grow by a fixed ratio (DDSketch: Masson, Rim and Lee, "DDSketch: a
//! fast and fully-mergeable quantile sketch with relative-error guarantees", PVLDB 12 (2019) 2195). A quantile
//! is then known up to [`ERROR`] of its value. Counts add up the same in any order.

use std::collections::BTreeMap;

/// Largest relative error of a quantile.
pub const ERROR: f64 = 0.005;
/// What is smaller counts as zero.
const LEAST: f64 = 1e-9;

/// Counts of values by size.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sketch {
    below: BTreeMap<i32, u64>,
    zero: u64,
    above: BTreeMap<i32, u64>,
}

/// Logarithm of the ratio between the bounds of a bucket.
fn step() -> f64 {
    libm::log((1.0 + ERROR) / (1.0 - ERROR))
}

impl Sketch {
    /// Counts a finite value.
    pub fn add(&mut self, value: f64) {
        let side = if value > LEAST {
            &mut self.above
        } else if value < -LEAST {
            &mut self.below
        } else {
            self.zero += 1;
            return;
        };
        *side.entry((libm::log(value.abs()) / step()).ceil() as i32).or_default() += 1;
    }

    pub fn merge(&mut self, other: &Sketch) {
        self.zero += other.zero;
        for (mine, theirs) in [(&mut self.below, &other.below), (&mut self.above, &other.above)] {
            for (bucket, count) in theirs {
                *mine.entry(*bucket).or_default() += count;
            }
        }
    }

    pub fn count(&self) -> u64 {
        self.zero + self.below.values().sum::<u64>() + self.above.values().sum::<u64>()
    }

    /// The value that `share` of all do not exceed: the one of rank ⌈share × count⌉. `None` of nothing.
    #[expect(clippy::cast_sign_loss, reason = "a share of a count")]
    pub fn quantile(&self, share: f64) -> Option<f64> {
        let count = self.count();
        let rank = ((share * count as f64).ceil() as u64).clamp(1, count.max(1));
        let below = self.below.iter().rev().map(|(bucket, n)| (-middle(*bucket), *n));
        let above = self.above.iter().map(|(bucket, n)| (middle(*bucket), *n));
        let mut seen = 0;
        below.chain(core::iter::once((0.0, self.zero))).chain(above).find_map(|(value, n)| {
            seen += n;
            (n > 0 && seen >= rank).then_some(value)
        })
    }
}

/// The value of a bucket that is equally far, as a ratio, from its least and its most.
fn middle(bucket: i32) -> f64 {
    libm::exp(f64::from(bucket) * step()) * (1.0 - ERROR)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Ranks by hand: of 1, 2, … 1000 a quarter is at rank 250.
    #[test]
    fn quartiles_are_within_the_error() {
        let mut sketch = Sketch::default();
        for n in 1..=1000 {
            sketch.add(f64::from(n));
        }
        for (share, exact) in [(0.25, 250.0), (0.5, 500.0), (0.75, 750.0), (1.0, 1000.0), (0.0, 1.0)] {
            let got = sketch.quantile(share).unwrap();
            assert!((got / exact - 1.0).abs() <= ERROR + 1e-12, "{share}: {got}");
        }
    }

    #[test]
    fn signs_and_zeros_keep_their_order() {
        let mut sketch = Sketch::default();
        for value in [-100.0, -1.0, 0.0, 0.0, 5.0] {
            sketch.add(value);
        }
        assert!((sketch.quantile(0.2).unwrap() + 100.0).abs() <= 0.5);
        assert!((sketch.quantile(0.4).unwrap() + 1.0).abs() <= 0.005 + 1e-12);
        assert_eq!(sketch.quantile(0.6), Some(0.0));
        assert!((sketch.quantile(0.9).unwrap() - 5.0).abs() <= 0.025);
        assert_eq!(Sketch::default().quantile(0.5), None);
    }
}
