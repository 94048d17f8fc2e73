//! What an upgrade does besides what it is bought for: pollutants, water, electricity. Pure.

use lantian_engine::metric::{Metric, Totals};

/// Figures looked at for side effects, in the order of showing.
pub const LOOKED_AT: [Metric; 9] = [
    Metric::Co2e,
    Metric::Scope3,
    Metric::So2,
    Metric::Nox,
    Metric::Pm10,
    Metric::Pm25,
    Metric::Voc,
    Metric::Water,
    Metric::GridElectricity,
];

/// Smaller changes of a plant's figure are not worth a word.
const NOTICEABLE: f64 = 0.001;

/// A change of a figure of the whole plant.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Effect {
    pub metric: Metric,
    /// Relative change; negative falls. Infinite where there was nothing before.
    pub change: f64,
}

impl Effect {
    pub fn is_worse(&self) -> bool {
        self.change > 0.0
    }
}

/// Noticeable changes of the plant's figures when `saved` is saved.
pub fn effects(before: &Totals<f64>, saved: &Totals<f64>) -> Vec<Effect> {
    LOOKED_AT
        .iter()
        .filter_map(|&metric| {
            let change = -saved[metric] / before[metric];
            let change = if before[metric] == 0.0 && saved[metric] != 0.0 {
                f64::INFINITY.copysign(-saved[metric])
            } else {
                change
            };
            (change.abs() >= NOTICEABLE).then_some(Effect { metric, change })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use lantian_engine::metric::METRICS;

    fn totals(values: &[(Metric, f64)]) -> Totals<f64> {
        let mut totals = Totals([0.0; METRICS]);
        for (metric, value) in values {
            totals[*metric] = *value;
        }
        totals
    }

    #[test]
    fn falls_rises_and_nothing() {
        let before = totals(&[(Metric::So2, 100.0), (Metric::Nox, 50.0), (Metric::Water, 1e6)]);
        // SO2 −20 %, NOx +4 %, water changes by a millionth, VOC appears where there was none.
        let saved =
            totals(&[(Metric::So2, 20.0), (Metric::Nox, -2.0), (Metric::Water, 1.0), (Metric::Voc, -3.0)]);
        let found = effects(&before, &saved);
        let shown: Vec<(Metric, f64, bool)> =
            found.iter().map(|e| (e.metric, e.change, e.is_worse())).collect();
        assert_eq!(
            shown,
            [(Metric::So2, -0.2, false), (Metric::Nox, 0.04, true), (Metric::Voc, f64::INFINITY, true)]
        );
    }
}
