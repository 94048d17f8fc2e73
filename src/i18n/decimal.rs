//! Rounding and writing numbers by their decimal digits.
//!
//! A number is rounded from its shortest decimal form, the one it would be typed as, half away from
//! zero: 2.675 becomes 2.68 although its binary value lies a little below. The same digits come out
//! on every platform, because only integers are involved after the first step.

/// `mantissa` × 10^−`scale`, the mantissa with at most 17 digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Decimal {
    negative: bool,
    mantissa: u64,
    scale: i32,
}

impl Decimal {
    /// The shortest decimal that reads back as `value`. None for NaN and infinities.
    pub(super) fn of(value: f64) -> Option<Self> {
        if !value.is_finite() {
            return None;
        }
        let shortest = format!("{:e}", value.abs());
        let (digits, exponent) = shortest.split_once('e')?;
        let exponent: i32 = exponent.parse().ok()?;
        let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
        let mantissa = [whole, fraction].concat().parse().ok()?;
        let scale = i32::try_from(fraction.len()).ok()? - exponent;
        Some(Self { negative: value.is_sign_negative(), mantissa, scale })
    }

    /// Rounded to `decimals` places after the point, or before it when negative.
    pub(super) fn rounded(self, decimals: i32) -> Self {
        let dropped = self.scale - decimals;
        if dropped <= 0 {
            return self;
        }
        // 10^19 is above every mantissa, so more digits than that leave nothing.
        let unit = u32::try_from(dropped).ok().and_then(|digits| 10_u64.checked_pow(digits));
        let mantissa =
            unit.map_or(0, |unit| self.mantissa / unit + u64::from(self.mantissa % unit >= unit.div_ceil(2)));
        Self { mantissa, scale: decimals, ..self }
    }

    /// Rounded to `figures` significant figures.
    pub(super) fn significant(self, figures: i32) -> Self {
        self.rounded(figures - self.figures() + self.scale)
    }

    pub(super) fn is_zero(self) -> bool {
        self.mantissa == 0
    }

    /// Below zero and not zero: there is no −0.
    pub(super) fn is_negative(self) -> bool {
        self.negative && !self.is_zero()
    }

    pub(super) fn magnitude(self) -> Self {
        Self { negative: false, ..self }
    }

    /// Whether the magnitude reaches 10^`power`.
    pub(super) fn reaches(self, power: i32) -> bool {
        !self.is_zero() && self.figures() - self.scale > power
    }

    /// Whether this is exactly one: English counts it in the singular.
    pub(super) fn is_one(self) -> bool {
        !self.negative && self.plain(None) == "1"
    }

    /// Divided by 10^`power`, exactly.
    pub(super) fn shifted(self, power: i32) -> Self {
        Self { scale: self.scale + power, ..self }
    }

    fn figures(self) -> i32 {
        self.mantissa.checked_ilog10().map_or(1, |log| i32::try_from(log).unwrap_or(0) + 1)
    }

    /// Digits with commas every three, a typographic minus, and `decimals` places after the point
    /// (or as many as there are, without trailing zeros).
    pub(super) fn grouped(self, decimals: Option<usize>) -> String {
        let plain = self.plain(decimals);
        let whole_length = plain.find('.').unwrap_or(plain.len());
        let mut out = String::with_capacity(plain.len() + plain.len() / 3 + 3);
        if self.is_negative() {
            out.push('−');
        }
        for (place, digit) in plain.chars().enumerate() {
            if place > 0 && place < whole_length && (whole_length - place).is_multiple_of(3) {
                out.push(',');
            }
            out.push(digit);
        }
        out
    }

    /// The magnitude's digits without grouping.
    fn plain(self, decimals: Option<usize>) -> String {
        let mut digits = self.mantissa.to_string();
        let places = usize::try_from(self.scale).unwrap_or(0);
        if self.scale < 0 && !self.is_zero() {
            digits.extend(std::iter::repeat_n('0', usize::try_from(-self.scale).unwrap_or(0)));
        }
        if digits.len() <= places {
            digits.insert_str(0, &"0".repeat(places + 1 - digits.len()));
        }
        let fraction = digits.split_off(digits.len() - places);
        let shown = match decimals {
            None => fraction.trim_end_matches('0').to_owned(),
            Some(wanted) => format!("{fraction:0<wanted$}"),
        };
        if shown.is_empty() { digits } else { [digits, shown].join(".") }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(value: f64) -> Decimal {
        Decimal::of(value).unwrap()
    }

    #[test]
    fn halves_go_away_from_zero() {
        for (value, decimals, shown) in [
            (2.5, 0, "3"),
            (-2.5, 0, "−3"),
            (2.675, 2, "2.68"),
            (1.005, 2, "1.01"),
            (0.125, 2, "0.13"),
            (9.995, 2, "10.00"),
            (0.4, 0, "0"),
            (-0.4, 0, "0"),
            (1e-30, 3, "0.000"),
        ] {
            let places = usize::try_from(decimals).unwrap();
            assert_eq!(of(value).rounded(decimals).grouped(Some(places)), shown, "{value}");
        }
    }

    #[test]
    fn significant_figures_carry_over() {
        for (value, shown) in [
            (3938.2, "3,940"),
            (9996.0, "10,000"),
            (0.012_345, "0.0123"),
            (19.24, "19.2"),
            (7.9, "7.9"),
            (0.0, "0"),
        ] {
            assert_eq!(of(value).significant(3).grouped(None), shown);
        }
    }

    #[test]
    fn thousands_have_commas() {
        for (value, shown) in [
            (999.0, "999"),
            (1000.0, "1,000"),
            (1_234_567.891, "1,234,567.891"),
            (-12_300.5, "−12,300.5"),
            (1e21, "1,000,000,000,000,000,000,000"),
            (0.001, "0.001"),
        ] {
            assert_eq!(of(value).grouped(None), shown);
        }
    }

    #[test]
    fn no_number_is_no_decimal() {
        assert_eq!(Decimal::of(f64::NAN), None);
        assert_eq!(Decimal::of(f64::INFINITY), None);
    }

    #[test]
    fn powers_of_ten_are_told() {
        assert!(of(10_000.0).reaches(4) && !of(9_999.0).reaches(4) && !of(0.0).reaches(-9));
    }
}
