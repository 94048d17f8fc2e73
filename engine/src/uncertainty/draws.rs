//! Which part of its distribution an input takes in a trial.

use super::spread::Spread;
use crate::interval::Interval;
use crate::program::{BLOCK, Block};

/// Trials in which every part of every distribution is drawn once.
pub const CYCLE: usize = 1024;
const MASK: u16 = CYCLE as u16 - 1;

/// The values of one input: the middles of [`CYCLE`] equally probable parts, in rising order.
#[derive(Clone, Debug)]
pub(super) struct Table(Box<[f64; CYCLE]>);

impl Table {
    pub fn new(spread: &Spread) -> Self {
        Table(Box::new(core::array::from_fn(|part| spread.quantile((part as f64 + 0.5) / CYCLE as f64))))
    }

    /// The least and the largest value of a table.
    pub fn bounds(spread: &Spread) -> Interval {
        let outermost = 0.5 / CYCLE as f64;
        Interval { low: spread.quantile(outermost), high: spread.quantile(1.0 - outermost) }
    }

    /// The values of a block of a cycle.
    #[inline]
    #[expect(clippy::indexing_slicing, reason = "a part is masked to the length of the table")]
    pub fn fill(&self, order: Order, block: usize, row: &mut Block) {
        let parts = order.block(block);
        for (value, part) in row.iter_mut().zip(parts) {
            *value = self.0[usize::from(part & MASK)];
        }
    }
}

/// The order in which an input goes through its parts in one cycle: a bijection of 0..1024.
#[derive(Clone, Copy, Debug)]
pub(super) struct Order {
    factors: [u16; 3],
    terms: [u16; 3],
}

impl Order {
    pub fn new(seed: u64, input: usize, cycle: usize) -> Self {
        let mut bits = mix(mix(seed ^ mix(input as u64)) ^ cycle as u64);
        let mut next = || {
            let low = bits as u16 & MASK;
            bits >>= 10;
            low
        };
        // Odd factors have an inverse modulo a power of two.
        Order { factors: [next() | 1, next() | 1, next() | 1], terms: [next(), next(), next()] }
    }

    /// The part that trial `trial` of the cycle takes. Each of the steps can be undone, so no two trials
    /// take the same.
    #[inline]
    fn part(self, trial: u16) -> u16 {
        let [a, b, c] = self.factors;
        let [d, e, f] = self.terms;
        let x = trial.wrapping_mul(a).wrapping_add(d) & MASK;
        let x = x ^ (x >> 5);
        let x = x.wrapping_mul(b).wrapping_add(e) & MASK;
        let x = x ^ (x >> 4);
        let x = x.wrapping_mul(c).wrapping_add(f) & MASK;
        x ^ (x >> 5)
    }

    /// The parts of one block of trials.
    #[inline]
    pub fn block(self, block: usize) -> [u16; BLOCK] {
        let first = (block * BLOCK) as u16;
        core::array::from_fn(|trial| self.part(first.wrapping_add(trial as u16)))
    }
}

/// Steele, Lea and Flood's SplitMix64 step: small, the same everywhere.
fn mix(value: u64) -> u64 {
    let mut z = value.wrapping_add(0x9E37_79B9_7F4A_7C15);
    z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    z ^ (z >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cycle_draws_every_part_once() {
        for (seed, input, cycle) in [(1, 0, 0), (1, 5, 3), (77, 2, 9)] {
            let order = Order::new(seed, input, cycle);
            let mut parts: Vec<u16> = (0..CYCLE / BLOCK).flat_map(|block| order.block(block)).collect();
            parts.sort_unstable();
            assert!(parts.iter().copied().eq(0..CYCLE as u16));
        }
    }

    /// Correlation of two inputs over some cycles. Of N = 65,536 independent pairs its standard error is
    /// 1/√N = 0.0039; over 190 pairs of inputs none should exceed 5 of them.
    #[test]
    fn inputs_are_drawn_independently() {
        let cycles = 64;
        let column = |input: usize| -> Vec<f64> {
            (0..cycles)
                .flat_map(|cycle| {
                    let order = Order::new(42, input, cycle);
                    (0..CYCLE / BLOCK).flat_map(move |block| order.block(block))
                })
                .map(|part| (f64::from(part) + 0.5) / CYCLE as f64 - 0.5)
                .collect()
        };
        let columns: Vec<Vec<f64>> = (0..20).map(column).collect();
        let bound = 5.0 / ((cycles * CYCLE) as f64).sqrt();
        for (i, one) in columns.iter().enumerate() {
            for other in &columns[i + 1..] {
                let product: f64 = one.iter().zip(other).map(|(a, b)| a * b).sum();
                // The variance of a uniform number is 1/12.
                let correlation = product / one.len() as f64 * 12.0;
                assert!(correlation.abs() < bound, "{correlation}");
            }
        }
    }

    #[test]
    fn a_table_holds_the_middles_of_its_parts() {
        let spread = Spread::Triangular { low: 0.0, mode: 0.0, high: 1.0 };
        let (table, bounds) = (Table::new(&spread), Table::bounds(&spread));
        // 1 − √(1 − 0.5/1024) and 1 − √(0.5/1024).
        for (low, high) in [(table.0[0], table.0[CYCLE - 1]), (bounds.low, bounds.high)] {
            assert!((low - 0.000_244_17).abs() < 1e-7);
            assert!((high - 0.977_903).abs() < 1e-6);
        }
    }
}
