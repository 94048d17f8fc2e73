//! From values to places: linear scales, round ticks, and where an axis may honestly be broken.

/// A straight-line mapping from a range of values to a range of places.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scale {
    from: (f64, f64),
    to: (f64, f64),
}

impl Scale {
    /// Maps `from.0` to `to.0` and `from.1` to `to.1`. An empty range of values maps to the first place.
    pub fn new(from: (f64, f64), to: (f64, f64)) -> Self {
        Self { from, to }
    }

    /// The place of a value.
    pub fn at(self, value: f64) -> f64 {
        let span = self.from.1 - self.from.0;
        if span.abs() < f64::MIN_POSITIVE {
            return self.to.0;
        }
        self.to.0 + (value - self.from.0) / span * (self.to.1 - self.to.0)
    }
}

/// The round step (1, 2 or 5 times a power of ten) that divides a span into at most `count` parts.
pub fn nice_step(span: f64, count: usize) -> f64 {
    if !span.is_finite() || span <= 0.0 {
        return 1.0;
    }
    let raw = span / count.max(1) as f64;
    let mut power = 1.0;
    while power * 10.0 <= raw {
        power *= 10.0;
    }
    while power > raw {
        power /= 10.0;
    }
    // A hair of tolerance: 0.30000000000000004 must not become 0.5.
    let reaches = |factor: f64| factor * power >= raw * (1.0 - 1e-9);
    [1.0, 2.0, 5.0].into_iter().find(|factor| reaches(*factor)).unwrap_or(10.0) * power
}

/// Round values from `low` to `high`, both included when they are round themselves.
pub fn ticks(low: f64, high: f64, step: f64) -> Vec<f64> {
    if !(low.is_finite() && high.is_finite() && step > 0.0) || high < low {
        return Vec::new();
    }
    let first = (low / step - 1e-9).ceil() as i64;
    let last = (high / step + 1e-9).floor() as i64;
    // A layout asks for a handful; anything else is a wrong step.
    (first..=last.min(first + 50)).map(|n| n as f64 * step).collect()
}

/// The range widened to round ends, and the step that divides it.
pub fn nice_range(low: f64, high: f64, count: usize) -> (f64, f64, f64) {
    let step = nice_step(high - low, count);
    ((low / step + 1e-9).floor() * step, (high / step - 1e-9).ceil() * step, step)
}

/// Where an axis that would start at zero may start instead, or `None` when it should start at zero.
///
/// Breaking is worth it when all that happens takes less than 45 % of the way from zero to the highest value.
/// The floor is a round value that leaves room below the lowest one. Whoever breaks an axis must say so.
pub fn axis_floor(lowest: f64, highest: f64, count: usize) -> Option<f64> {
    let span = highest - lowest;
    if !(lowest.is_finite() && highest.is_finite()) || lowest <= 0.0 || span <= 0.0 || span > 0.45 * highest {
        return None;
    }
    let step = nice_step(span * 1.15, count);
    let floor = ((lowest - 0.15 * span) / step).floor() * step;
    (floor > 0.0).then_some(floor)
}

#[cfg(test)]
mod tests {
    use super::{Scale, axis_floor, nice_range, nice_step, ticks};

    #[test]
    fn a_scale_is_a_straight_line() {
        let scale = Scale::new((0.0, 200.0), (300.0, 100.0));
        assert!((scale.at(0.0) - 300.0).abs() < 1e-9);
        assert!((scale.at(50.0) - 250.0).abs() < 1e-9);
        assert!((scale.at(200.0) - 100.0).abs() < 1e-9);
        assert!((Scale::new((3.0, 3.0), (10.0, 90.0)).at(3.0) - 10.0).abs() < 1e-9);
    }

    #[test]
    fn steps_are_one_two_or_five() {
        for (span, count, step) in
            [(10.0, 5, 2.0), (100.0, 4, 50.0), (0.3, 3, 0.1), (15_800.0, 4, 5000.0), (7.0, 7, 1.0)]
        {
            assert!(
                (nice_step(span, count) / step - 1.0).abs() < 1e-9,
                "{span} in {count}: {}",
                nice_step(span, count)
            );
        }
        assert!((nice_step(0.0, 4) - 1.0).abs() < 1e-12);
        assert!((nice_step(f64::NAN, 4) - 1.0).abs() < 1e-12);
    }

    #[test]
    fn ticks_include_both_round_ends() {
        assert_eq!(ticks(-20.0, 40.0, 20.0), [-20.0, 0.0, 20.0, 40.0]);
        assert_eq!(ticks(3.0, 9.0, 5.0), [5.0]);
        assert!(ticks(0.0, f64::INFINITY, 1.0).is_empty());
    }

    #[test]
    fn ranges_widen_to_round_ends() {
        let (low, high, step) = nice_range(-19.2, 42.5, 4);
        assert!(
            (low + 20.0).abs() < 1e-9 && (high - 60.0).abs() < 1e-9 && (step - 20.0).abs() < 1e-9,
            "{low} {high} {step}"
        );
    }

    #[test]
    fn an_axis_breaks_only_when_the_total_dwarfs_the_steps() {
        // 15,800 falls to 11,860: the steps take a quarter. 11,860 − 0.15 × 3,940 = 11,269, rounded down to 11,000
        // (step: 4,531 in 5 parts, so 1,000).
        assert!((axis_floor(11_860.0, 15_800.0, 5).unwrap() - 11_000.0).abs() < 1e-9);
        assert_eq!(axis_floor(5_000.0, 15_800.0, 5), None);
        assert_eq!(axis_floor(0.0, 15_800.0, 5), None);
        assert_eq!(axis_floor(100.0, 100.0, 5), None);
        assert_eq!(axis_floor(f64::NAN, 100.0, 5), None);
    }
}
