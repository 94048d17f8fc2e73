//! A number of the model with its unit: four significant figures, shares as per cent.

use crate::i18n::{Currency, I18n};

/// Significant figures of intermediate results; inputs keep what was typed.
const FIGURES: u8 = 4;
/// More decimals than this say nothing to a reader.
const MOST_DECIMALS: u8 = 8;

/// Pure numbers that are not shares of a whole, so that they are not shown as per cent.
const PLAIN: &[&str] = &[
    "cop",
    "count",
    "size",
    "siegert_a",
    "siegert_b",
    "compression_exponent",
    "exchange_rate",
    "cny_per_hkd",
    "hkd_per_usd",
    "mop_per_hkd",
    "blowdown_heat",
    "condensate_heat",
    "air_flow",
];

/// Decimals that leave [`FIGURES`] significant figures.
pub fn decimals(value: f64) -> u8 {
    let size = value.abs();
    if size == 0.0 || !size.is_finite() {
        return 0;
    }
    // The places that move the first digit in front of the point, and the others after it.
    let mut decimals = FIGURES - 1;
    let mut limit = 1.0;
    if size >= 1.0 {
        while decimals > 0 && size >= limit * 10.0 {
            limit *= 10.0;
            decimals -= 1;
        }
    } else {
        while decimals < MOST_DECIMALS && size < limit {
            limit /= 10.0;
            decimals += 1;
        }
    }
    decimals
}

/// A number without its unit: `29,740`, `0.4419`. Trailing zeros of the fraction are dropped.
pub fn figure(i18n: I18n, value: f64) -> String {
    let shown = i18n.format().table(value, decimals(value));
    if shown.contains('.') { shown.trim_end_matches('0').trim_end_matches('.').to_owned() } else { shown }
}

/// Unit words of numerator and denominator; money is the project's currency. Empty for pure numbers.
pub fn unit_text(i18n: I18n, (num, den): (&str, &str), currency: Currency) -> String {
    let word = |slug: &str| match slug {
        "money" => i18n.format().currency(currency).to_owned(),
        // The temperatures of the model are all in degrees Celsius.
        _ => i18n.symbol(slug),
    };
    match (num, den) {
        ("" | "fraction" | "ratio", "") => String::new(),
        (num, "") => word(num),
        ("" | "fraction" | "ratio", den) => format!("1/{}", word(den)),
        (num, den) => format!("{}/{}", word(num), word(den)),
    }
}

/// Whether a pure number is a share of a whole.
pub fn is_share(name: &str, (num, den): (&str, &str)) -> bool {
    den.is_empty() && (num == "fraction" || (num.is_empty() && !PLAIN.contains(&name)))
}

/// A number of the model as it stands in formulas and lists: `0.4419 kg CO₂/kWh`, `35%`.
pub fn amount(i18n: I18n, value: f64, unit: (&str, &str), name: &str, currency: Currency) -> String {
    if is_share(name, unit) {
        return format!("{}%", figure(i18n, value * 100.0));
    }
    let number = figure(i18n, value);
    match unit_text(i18n, unit, currency).as_str() {
        "" => number,
        "%" => number + "%",
        unit => format!("{number}\u{a0}{}", unit.replace(' ', "\u{a0}")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::{Lang, Texts, bundled, provide_i18n};
    use leptos::prelude::Owner;

    #[test]
    fn numbers_of_the_model_read_well() {
        let owner = Owner::new();
        owner.set();
        let i18n = provide_i18n(Texts::parse(Lang::En, bundled(Lang::En)).unwrap());
        let show = |value, unit, name| amount(i18n, value, unit, name, Currency::Hkd);
        assert_eq!(show(29_740.26, ("gj", ""), "heat"), "29,740\u{a0}GJ");
        assert_eq!(show(0.4419, ("kg_co2", "kwh"), "grid_factor"), "0.4419\u{a0}kg\u{a0}CO₂/kWh");
        assert_eq!(show(0.350_000_000_000_000_03, ("", ""), "condensate_return"), "35%");
        assert_eq!(show(3.3, ("", ""), "cop"), "3.3");
        assert_eq!(show(1.32, ("money", "kwh"), "price"), "1.32\u{a0}HK$/kWh");
        assert_eq!(show(0.0, ("gj", ""), "heat"), "0\u{a0}GJ");
        assert_eq!(show(11.0, ("percent", ""), "oxygen"), "11%");
        assert_eq!(show(0.000_123_456, ("t", ""), "heat"), "0.0001235\u{a0}t");
        assert_eq!(show(0.1, ("t", ""), "heat"), "0.1\u{a0}t");
        assert_eq!(show(1.0, ("t", ""), "heat"), "1\u{a0}t");
        assert_eq!(show(9.999_96, ("t", ""), "heat"), "10\u{a0}t");
        assert_eq!(show(9_000_000.0, ("kwh", ""), "amount"), "9,000,000\u{a0}kWh");
    }
}
