//! In which multiple of its unit a chart or table counts, and with how many digits.

use crate::features::naming::MetricText;
use crate::i18n::{Currency, I18n, Lang, k};

/// From this amount on, money is counted in millions (the Mainland: in 万).
const LARGE_MONEY: f64 = 1e6;

/// The part of the largest value below which there is nothing to show.
const NOTHING: f64 = 1e-6;

/// The unit of a chart of one metric.
#[derive(Clone, Copy, Debug)]
pub struct Counting {
    text: MetricText,
    /// Units of the metric in one unit of the chart.
    per: f64,
    /// Decimals the largest value deserves.
    decimals: u8,
    /// Smaller values are what rounding leaves of zero.
    nothing: f64,
}

impl Counting {
    /// The counting for values up to `largest`.
    pub fn new(text: MetricText, largest: f64) -> Self {
        let largest = text.scaled(largest.abs());
        let large = text.metric.unit() == "money" && largest >= LARGE_MONEY;
        let per = match text.i18n.lang() {
            _ if !large => 1.0,
            Lang::ZhHans => 1e4,
            _ => 1e6,
        };
        let decimals = match largest / per {
            value if value >= 1000.0 => 0,
            value if value >= 10.0 => 1,
            value if value >= 1.0 => 2,
            _ => 3,
        };
        Counting { text, per, decimals, nothing: largest / per * NOTHING }
    }

    /// The unit as it stands in captions: `t CO₂e`, `HK$ million`.
    pub fn unit(self) -> String {
        let (i18n, currency) = (self.text.i18n, self.text.currency);
        if self.per > 1.0 {
            let key = match currency {
                Currency::Hkd => k::CHART_SCALED_HKD,
                Currency::Cny => k::CHART_SCALED_CNY,
                Currency::Mop => k::CHART_SCALED_MOP,
                Currency::Usd => k::CHART_SCALED_USD,
            };
            i18n.t(key).to_owned()
        } else {
            self.text.unit()
        }
    }

    /// A value in this counting.
    pub fn value(self, value: f64) -> f64 {
        self.text.scaled(value) / self.per
    }

    /// A value as shown.
    pub fn show(self, value: f64) -> String {
        let value = self.value(value);
        self.text.i18n.format().table(value, self.decimals_of(value))
    }

    /// A change as shown, with its sign.
    pub fn change(self, value: f64) -> String {
        let value = self.value(value);
        self.text.i18n.format().change_table(value, self.decimals_of(value))
    }

    /// The decimals of the largest value, and more for what would otherwise read as nothing.
    fn decimals_of(self, value: f64) -> u8 {
        let size = value.abs();
        let mut decimals = self.decimals;
        let mut half = match decimals {
            0 => 0.5,
            1 => 0.05,
            2 => 0.005,
            _ => 0.0,
        };
        while size > self.nothing && size < half && decimals < 3 {
            decimals += 1;
            half /= 10.0;
        }
        decimals
    }
}

/// The unit masses of pollutants are shown in: tonnes, or kilograms where a tonne is too much.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mass {
    Kilograms,
    Tonnes,
}

impl Mass {
    /// The unit for masses up to `largest` kilograms.
    pub fn of(largest: f64) -> Self {
        if largest.abs() < 1000.0 { Mass::Kilograms } else { Mass::Tonnes }
    }

    /// The unit as a word.
    pub fn unit(self, i18n: I18n) -> &'static str {
        i18n.t(match self {
            Mass::Kilograms => k::FORMAT_KG,
            Mass::Tonnes => k::FORMAT_T,
        })
    }

    /// A mass with the three figures the data support.
    pub fn show(self, i18n: I18n, kilograms: f64) -> String {
        let value = if self == Mass::Tonnes { kilograms / 1000.0 } else { kilograms };
        let decimals = match value.abs() {
            nothing if nothing <= 0.0 => 0,
            large if large >= 100.0 => 0,
            middle if middle >= 10.0 => 1,
            small if small >= 1.0 => 2,
            _ => 3,
        };
        i18n.format().table(value, decimals)
    }
}

/// The label of an axis tick, with the decimals its step needs.
pub fn tick(i18n: I18n, value: f64, step: f64) -> String {
    let decimals = match step {
        step if step >= 1.0 => 0,
        step if step >= 0.1 => 1,
        step if step >= 0.01 => 2,
        _ => 3,
    };
    i18n.format().table(value, decimals)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::features::results::sample::english;
    use lantian_engine::metric::Metric;

    #[test]
    fn digits_follow_the_largest_value() {
        let (_owner, i18n) = english();
        let counting = Counting::new(MetricText::new(i18n, Metric::Co2e, Currency::Hkd), 15_800.0);
        assert_eq!((counting.show(15_800.4).as_str(), counting.show(90.4).as_str()), ("15,800", "90"));
        // Small is not nothing.
        assert_eq!(counting.change(-0.32), "−0.3");
        // Rounding is.
        assert_eq!(counting.show(1e-11), "0");
        assert_eq!(counting.unit(), "t CO₂e");
    }

    #[test]
    fn masses_are_shown_in_the_unit_that_fits() {
        let (_owner, i18n) = english();
        assert_eq!(Mass::of(999.0).unit(i18n), "kg");
        assert_eq!(Mass::of(97_100.0).unit(i18n), "t");
        assert_eq!(Mass::Tonnes.show(i18n, 97_100.0), "97.1");
        assert_eq!(Mass::Tonnes.show(i18n, 286.6), "0.287");
        assert_eq!(Mass::Kilograms.show(i18n, 0.31), "0.310");
        assert_eq!(Mass::Kilograms.show(i18n, 0.0), "0");
    }

    #[test]
    fn large_money_is_counted_in_millions_and_pollutants_in_tonnes() {
        let (_owner, i18n) = english();
        let money = Counting::new(MetricText::new(i18n, Metric::Cost, Currency::Hkd), 31.3e6);
        assert_eq!((money.show(31.3e6).as_str(), money.unit().as_str()), ("31.3", "HK$ million"));
        let small = Counting::new(MetricText::new(i18n, Metric::Cost, Currency::Hkd), 4200.0);
        assert_eq!(small.show(4200.0), "4,200");
        let nox = Counting::new(MetricText::new(i18n, Metric::Nox, Currency::Hkd), 9400.0);
        assert_eq!((nox.show(9400.0).as_str(), nox.unit().as_str()), ("9.40", "t"));
    }
}
