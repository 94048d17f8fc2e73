//! What trials add up to: histograms and sums that can be merged.

use crate::program::{BLOCK, Block};
use crate::scalar::Scalar;
use serde::{Deserialize, Serialize};

/// Bars of a histogram.
pub const BINS: usize = 512;
/// Parts into which the values of an input are sorted to see what they do to a result.
pub(super) const STRATA: usize = 16;

/// The results of some trials.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Tally {
    /// Trials.
    pub trials: u64,
    pub(super) counts: Vec<Histogram>,
    /// Of the results whose spread is traced back to inputs.
    pub(super) traced: Vec<Traced>,
}

/// How often a result fell into each of [`BINS`] equal bars between two bounds.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Histogram {
    pub low: f64,
    pub high: f64,
    #[serde(with = "bins")]
    pub bins: Box<[u32; BINS]>,
    /// Trials in which the result was above zero.
    pub positive: u64,
}

/// Sums of one result, in all and by the part that each input took.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Traced {
    /// Place of the result among all.
    pub result: usize,
    pub trials: u64,
    pub sum: f64,
    pub squares: f64,
    /// For each input.
    pub strata: Vec<[f64; STRATA]>,
}

/// P10, P50 and P90 of a result, and its histogram.
#[derive(Clone, Debug, PartialEq)]
pub struct Range {
    pub p10: f64,
    pub p50: f64,
    pub p90: f64,
    /// Part of the trials in which the result was above zero.
    pub positive: f64,
    /// Bounds of the histogram and how often the result fell into each of its equal bars; empty where
    /// the result is the same in every trial.
    pub low: f64,
    pub high: f64,
    pub bars: Vec<u32>,
}

impl Range {
    /// Of a result that is the same in every trial.
    pub(super) fn certain(value: f64) -> Self {
        Range {
            p10: value,
            p50: value,
            p90: value,
            positive: f64::from(u8::from(value > 0.0)),
            low: value,
            high: value,
            bars: Vec::new(),
        }
    }
}

/// How much of a result's variance would go if one input were known exactly.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Influence {
    /// Place among the sources.
    pub source: usize,
    /// First-order index, 0..=1.
    pub share: f64,
}

impl Histogram {
    /// Between the least and the largest value seen, with room on either side for those not yet seen.
    pub fn around(low: f64, high: f64) -> Self {
        let room = (high - low) * 0.25;
        Histogram { low: low - room, high: high + room, bins: Box::new([0; BINS]), positive: 0 }
    }

    /// Counts a block of values; what lies outside counts at the edge.
    pub fn add(&mut self, values: &Block) {
        let scale = BINS as f64 / (self.high - self.low);
        let mut places = [0_u16; BLOCK];
        for (place, value) in places.iter_mut().zip(values) {
            let at = Scalar::min(Scalar::max((value - self.low) * scale - 0.5, 0.0), (BINS - 1) as f64);
            // Adding 2⁵² leaves the number, rounded, in the last bits: a conversion that is done for
            // several values at once everywhere.
            *place = (at + 4_503_599_627_370_496.0).to_bits() as u16;
        }
        for place in places {
            if let Some(count) = self.bins.get_mut(usize::from(place) % BINS) {
                *count += 1;
            }
        }
        self.positive += values.iter().map(|value| u64::from(*value > 0.0)).sum::<u64>();
    }

    fn merge(&mut self, other: &Self) {
        for (count, more) in self.bins.iter_mut().zip(other.bins.iter()) {
            *count += more;
        }
        self.positive += other.positive;
    }

    /// The value below which a part of all trials lies, even inside each bar.
    fn quantile(&self, part: f64) -> f64 {
        let total: u64 = self.bins.iter().copied().map(u64::from).sum();
        let wanted = part * total as f64;
        let width = (self.high - self.low) / BINS as f64;
        let mut below = 0.0;
        for (bin, &count) in self.bins.iter().enumerate() {
            let count = f64::from(count);
            if below + count >= wanted && count > 0.0 {
                return self.low + width * (bin as f64 + (wanted - below) / count);
            }
            below += count;
        }
        self.high
    }

    fn range(&self, trials: u64) -> Range {
        Range {
            p10: self.quantile(0.1),
            p50: self.quantile(0.5),
            p90: self.quantile(0.9),
            positive: self.positive as f64 / trials.max(1) as f64,
            low: self.low,
            high: self.high,
            bars: self.bins.to_vec(),
        }
    }
}

impl Traced {
    pub fn new(result: usize, inputs: usize) -> Self {
        Traced { result, trials: 0, sum: 0.0, squares: 0.0, strata: vec![[0.0; STRATA]; inputs] }
    }

    fn merge(&mut self, other: &Self) {
        self.trials += other.trials;
        self.sum += other.sum;
        self.squares += other.squares;
        for (sums, more) in self.strata.iter_mut().zip(&other.strata) {
            for (sum, more) in sums.iter_mut().zip(more) {
                *sum += more;
            }
        }
    }

    /// The inputs that explain most of the variance, strongest first. Every stratum holds the same number
    /// of trials, as a cycle draws each part once.
    fn influences(&self) -> Vec<Influence> {
        let trials = self.trials as f64;
        let mean = self.sum / trials;
        let variance = self.squares / trials - mean * mean;
        // What rounding alone leaves of a result that does not vary.
        if variance.is_nan() || variance <= mean * mean * 1e-18 {
            return Vec::new();
        }
        let each = trials / STRATA as f64;
        let explained = |sums: &[f64; STRATA]| {
            let between = sums.iter().map(|sum| (sum / each - mean) * (sum / each - mean)).sum::<f64>();
            let between = between / STRATA as f64;
            // Means of few trials differ by chance alone.
            let chance = (variance - between) / each;
            ((between - chance) / variance).clamp(0.0, 1.0)
        };
        let mut found: Vec<Influence> = self
            .strata
            .iter()
            .enumerate()
            .map(|(source, sums)| Influence { source, share: explained(sums) })
            .collect();
        found.sort_by(|one, other| other.share.total_cmp(&one.share));
        found
    }
}

impl Tally {
    /// Adds the trials of another part of the same study. Merge chunks in their order: sums are then the
    /// same to the last digit whoever computed them.
    pub fn merge(&mut self, other: &Self) {
        self.trials += other.trials;
        for (mine, other) in self.counts.iter_mut().zip(&other.counts) {
            mine.merge(other);
        }
        for (mine, other) in self.traced.iter_mut().zip(&other.traced) {
            mine.merge(other);
        }
    }

    /// The range of each result that varies, by its place among them.
    pub(super) fn range(&self, place: usize) -> Option<Range> {
        self.counts.get(place).map(|histogram| histogram.range(self.trials))
    }

    /// The results that were traced back to inputs, and what their spread comes from.
    pub(super) fn traced(&self) -> impl Iterator<Item = (usize, Vec<Influence>)> {
        self.traced.iter().map(|traced| (traced.result, traced.influences()))
    }
}

/// The bars of a histogram as a list: serde knows no arrays as long as this.
mod bins {
    use super::BINS;
    use serde::de::{Deserialize, Deserializer, Error};
    use serde::ser::{Serialize, Serializer};

    #[expect(clippy::borrowed_box, reason = "serde hands over the field as it is")]
    pub fn serialize<S: Serializer>(bins: &Box<[u32; BINS]>, serializer: S) -> Result<S::Ok, S::Error> {
        bins.as_slice().serialize(serializer)
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Box<[u32; BINS]>, D::Error> {
        let bins = Vec::<u32>::deserialize(deserializer)?.into_boxed_slice();
        bins.try_into().map_err(|wrong: Box<[u32]>| D::Error::invalid_length(wrong.len(), &"a histogram"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn near(a: f64, b: f64, tolerance: f64) {
        assert!((a - b).abs() <= tolerance, "{a} against {b}");
    }

    #[test]
    fn quantiles_of_even_numbers() {
        let mut histogram = Histogram::around(0.0, 1.0);
        let values: Vec<f64> = (0..12_800).map(|i| (f64::from(i) + 0.5) / 12_800.0).collect();
        let values = &values[..values.len() / BLOCK * BLOCK];
        for block in values.chunks_exact(BLOCK) {
            histogram.add(block.try_into().unwrap());
        }
        let range = histogram.range(values.len() as u64);
        near(range.p10, 0.1, 1e-3);
        near(range.p50, 0.5, 1e-3);
        near(range.p90, 0.9, 1e-3);
        near(range.positive, 1.0, 0.0);
    }

    #[test]
    fn what_lies_outside_counts_at_the_edge() {
        let mut histogram = Histogram::around(0.0, 1.0);
        let mut values = [0.5; BLOCK];
        (values[0], values[1], values[2]) = (-9.0, 9.0, 1e300);
        histogram.add(&values);
        let counted = (histogram.bins[0], histogram.bins[BINS - 1], histogram.positive);
        assert_eq!(counted, (1, 2, BLOCK as u64 - 1));
    }
}
