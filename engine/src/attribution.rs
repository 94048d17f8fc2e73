//! Who saved what: fair shares of a plan's result.
//!
//! For each measure three figures per metric: *alone* (against the base case), *in plan* (its
//! Shapley value over the chosen set) and *last in* (what is lost by leaving it out). Shapley
//! values add up to the plan's total, so a waterfall always closes.
//!
//! Up to [`EXACT_LIMIT`] measures all 2ⁿ subsets are evaluated; above, random orders are drawn
//! with a fixed seed and the standard error is stated.
//!
//! Source of the method: L. S. Shapley, "A Value for n-Person Games", 1953.

use crate::metric::{METRICS, Metric, Totals};
use crate::set::MeasureSet;

/// Largest plan that is attributed exactly.
pub const EXACT_LIMIT: usize = 16;

/// Orders drawn above the limit.
const SAMPLED_ORDERS: u32 = 400;

/// Savings of one measure, positive where a figure falls.
#[derive(Clone, Debug, PartialEq)]
pub struct Share {
    pub alone: Totals<f64>,
    pub in_plan: Totals<f64>,
    pub last_in: Totals<f64>,
    /// Standard error of `in_plan`; zero when exact.
    pub error: Totals<f64>,
}

/// Shares of `count` measures; `evaluate` gives the totals of any subset of them.
pub fn attribute(count: usize, mut evaluate: impl FnMut(MeasureSet) -> Totals<f64>) -> Vec<Share> {
    let full = MeasureSet::first(count);
    let base = evaluate(MeasureSet::EMPTY);
    let plan = evaluate(full);
    let mut shares: Vec<Share> = (0..count)
        .map(|m| Share {
            alone: base.minus(&evaluate(MeasureSet::one(m))),
            in_plan: Totals([0.0; METRICS]),
            last_in: evaluate(full.without(m)).minus(&plan),
            error: Totals([0.0; METRICS]),
        })
        .collect();
    if count <= EXACT_LIMIT {
        exact(count, &mut evaluate, &mut shares);
    } else {
        sampled(count, &mut evaluate, &mut shares);
    }
    shares
}

/// φ_m = Σ_{S ∌ m} |S|! (n−|S|−1)! / n! · (v(S) − v(S ∪ m)), regrouped so that each subset is
/// evaluated once: a subset of size s counts +w(s−1) for its members' savings and −w(s) for the
/// others, with w(k) = k!(n−k−1)!/n!.
fn exact(count: usize, evaluate: &mut impl FnMut(MeasureSet) -> Totals<f64>, shares: &mut [Share]) {
    let weight = weights(count);
    let weight = |size: usize| weight.get(size).copied().unwrap_or(0.0);
    for subset in MeasureSet::subsets(count) {
        let totals = evaluate(subset);
        let size = subset.len();
        let joining = weight(size);
        let joined = if size > 0 { weight(size - 1) } else { 0.0 };
        for (m, share) in shares.iter_mut().enumerate() {
            let factor = if subset.contains(m) { -joined } else { joining };
            for (sum, value) in share.in_plan.0.iter_mut().zip(&totals.0) {
                *sum += factor * value;
            }
        }
    }
}

/// k!(n−k−1)!/n! for k = 0..n, by the recurrence w(k+1) = w(k)·(k+1)/(n−k−1).
fn weights(count: usize) -> Vec<f64> {
    let n = count as f64;
    let mut weights = Vec::with_capacity(count);
    let mut weight = 1.0 / n;
    for k in 0..count {
        weights.push(weight);
        let k = k as f64;
        weight *= (k + 1.0) / (n - k - 1.0);
    }
    weights
}

fn sampled(count: usize, evaluate: &mut impl FnMut(MeasureSet) -> Totals<f64>, shares: &mut [Share]) {
    let mut random = SplitMix(0x1A27_1A27);
    let mut squares = vec![Totals([0.0; METRICS]); count];
    let mut order: Vec<usize> = (0..count).collect();
    for _ in 0..SAMPLED_ORDERS {
        for place in (1..count).rev() {
            order.swap(place, (random.next() % (place as u64 + 1)) as usize);
        }
        let mut subset = MeasureSet::EMPTY;
        let mut before = evaluate(subset);
        for &m in &order {
            subset = subset.with(m);
            let after = evaluate(subset);
            let saved = before.minus(&after);
            if let (Some(share), Some(square)) = (shares.get_mut(m), squares.get_mut(m)) {
                for ((sum, square), value) in share.in_plan.0.iter_mut().zip(&mut square.0).zip(&saved.0) {
                    *sum += value;
                    *square += value * value;
                }
            }
            before = after;
        }
    }
    let orders = f64::from(SAMPLED_ORDERS);
    for (share, square) in shares.iter_mut().zip(&squares) {
        for &metric in Metric::ALL {
            let mean = share.in_plan[metric] / orders;
            let variance = (square[metric] / orders - mean * mean).max(0.0);
            share.in_plan[metric] = mean;
            share.error[metric] = (variance / (orders - 1.0)).sqrt();
        }
    }
}

/// Steele, Lea and Flood's SplitMix64: small, seeded, the same everywhere.
struct SplitMix(u64);

impl SplitMix {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn game(values: &'static [f64]) -> impl FnMut(MeasureSet) -> Totals<f64> {
        move |subset| {
            let mut totals = Totals([0.0; METRICS]);
            totals[Metric::Co2e] = values[subset.iter().map(|player| 1 << player).sum::<usize>()];
            totals
        }
    }

    #[test]
    fn glove_game() {
        // Shapley's textbook case: one left glove (0), two right gloves (1, 2); a pair is worth 1.
        // Values are costs, so worth enters as −1. Shares: 2/3, 1/6, 1/6.
        let shares = attribute(3, game(&[0.0, 0.0, 0.0, -1.0, 0.0, -1.0, 0.0, -1.0]));
        let co2e: Vec<f64> = shares.iter().map(|s| s.in_plan[Metric::Co2e]).collect();
        for (got, want) in co2e.iter().zip([2.0 / 3.0, 1.0 / 6.0, 1.0 / 6.0]) {
            assert!((got - want).abs() < 1e-12, "{co2e:?}");
        }
        assert!((shares[0].last_in[Metric::Co2e] - 1.0).abs() < 1e-12);
        assert!(shares[1].last_in[Metric::Co2e].abs() < 1e-12);
        assert!(shares[0].alone[Metric::Co2e].abs() < 1e-12);
    }

    #[test]
    fn multiplying_savings_share_the_overlap() {
        // 100 × 0.5 × 0.8: alone 50 and 20, together 60; the overlap of 10 is halved.
        let shares = attribute(2, game(&[100.0, 50.0, 80.0, 40.0]));
        assert!((shares[0].in_plan[Metric::Co2e] - 45.0).abs() < 1e-12);
        assert!((shares[1].in_plan[Metric::Co2e] - 15.0).abs() < 1e-12);
    }

    #[test]
    fn sampled_shares_close_and_state_their_error() {
        // 17 measures each scaling 1000 by 0.95, the first by 0.5.
        let value = |subset: MeasureSet| {
            let mut totals = Totals([0.0; METRICS]);
            let mut v = 1000.0;
            for m in 0..17 {
                if subset.contains(m) {
                    v *= if m == 0 { 0.5 } else { 0.95 };
                }
            }
            totals[Metric::Co2e] = v;
            totals
        };
        let shares = attribute(17, value);
        let sum: f64 = shares.iter().map(|s| s.in_plan[Metric::Co2e]).sum();
        let saved = 1000.0 - value(MeasureSet::first(17))[Metric::Co2e];
        assert!((sum - saved).abs() < 1e-6, "{sum} {saved}");
        assert!(shares[0].error[Metric::Co2e] > 0.0);
    }
}
