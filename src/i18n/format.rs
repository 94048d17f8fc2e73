//! Numbers, changes, percentages and ranges as people read them.
//!
//! The one place where a number becomes text. Headlines and sentences carry three significant
//! figures and scale words (million; 萬, 億); tables carry the decimals asked for; what the user
//! typed is never rounded. Money stands in `format_money`, durations and dates in `format_time`.

use super::decimal::Decimal;
use super::key::{Key, k};
use super::texts::Texts;

/// Keeps a number and its unit on one line.
pub(super) const NBSP: char = '\u{a0}';

const HEADLINE_FIGURES: i32 = 3;

/// The formatter of one language.
#[derive(Debug, Clone, Copy)]
pub struct Format {
    pub(super) texts: &'static Texts,
}

impl Format {
    pub fn new(texts: &'static Texts) -> Self {
        Self { texts }
    }

    /// A table figure: full digits with fixed decimals, `1,234.50`, no unit.
    pub fn table(self, value: f64, decimals: u8) -> String {
        self.decimal(value, |number| number.rounded(i32::from(decimals)).grouped(Some(usize::from(decimals))))
    }

    /// A table figure with its unit: `1,234 kWh`.
    pub fn quantity(self, value: f64, decimals: u8, unit: &str) -> String {
        Self::with_unit(self.table(value, decimals), unit)
    }

    /// A signed change for a table: `−1,010`, `+120`, or the word for unchanged.
    pub fn change_table(self, value: f64, decimals: u8) -> String {
        self.signed(value, |number| {
            let rounded = number.rounded(i32::from(decimals));
            (rounded.is_zero(), rounded.grouped(Some(usize::from(decimals))))
        })
    }

    /// What the user typed, with every digit: `12,300.25`.
    pub fn own(self, value: f64) -> String {
        self.decimal(value, |number| number.grouped(None))
    }

    /// A number of things: `1,234`.
    pub fn count(self, count: usize) -> String {
        // Counts on screen are far below 2^53.
        self.table(count as f64, 0)
    }

    /// A headline figure in three significant figures with scale word and unit: `3,940 t CO₂e`,
    /// `1.32 million kWh`, 132 萬度. An empty unit gives the number alone.
    pub fn headline(self, value: f64, unit: &str) -> String {
        self.decimal(value, |number| Self::with_unit(self.scaled(number), unit))
    }

    /// A signed headline change: `−1,010 t CO₂e`, `+120 t`, or the word for unchanged.
    pub fn change(self, value: f64, unit: &str) -> String {
        self.signed(value, |number| (number.is_zero(), Self::with_unit(self.scaled(number), unit)))
    }

    /// A relative change given as a fraction: −0.25 is `−25%`, 0.04 is `+4%`, nothing is `unchanged`.
    pub fn percent(self, change: f64) -> String {
        self.signed(change, |number| {
            let rounded = percent_places(number);
            (rounded.is_zero(), rounded.grouped(None) + "%")
        })
    }

    /// A part of a whole given as a fraction: 0.31 is `31%`.
    pub fn share(self, share: f64) -> String {
        self.decimal(share, |number| percent_places(number).grouped(None) + "%")
    }

    /// A part of a whole in words when it lies within a point of a common fraction, else in percent:
    /// 0.25 is `a quarter`, 四分之一.
    pub fn share_words(self, share: f64) -> String {
        const WORDS: [(f64, Key); 6] = [
            (0.5, k::FORMAT_HALF),
            (1.0 / 3.0, k::FORMAT_THIRD),
            (0.25, k::FORMAT_QUARTER),
            (0.2, k::FORMAT_FIFTH),
            (2.0 / 3.0, k::FORMAT_TWO_THIRDS),
            (0.75, k::FORMAT_THREE_QUARTERS),
        ];
        // A hair of tolerance, so that 0.26 counts as one point from a quarter in binary too.
        let word = WORDS.into_iter().find(|(fraction, _)| (share - fraction).abs() <= 0.01 + 1e-12);
        word.map_or_else(|| self.share(share), |(_, key)| self.texts.get(key).to_owned())
    }

    /// A difference between two percentages, given as fractions: 0.03 is `3 points`.
    pub fn points(self, difference: f64) -> String {
        let number = self.signed(difference, |number| {
            let rounded = percent_places(number);
            (rounded.is_zero(), rounded.grouped(None))
        });
        if number == self.texts.get(k::FORMAT_UNCHANGED) {
            return number;
        }
        let one = number == "+1" || number == "−1";
        self.texts.fill(if one { k::FORMAT_POINT_ONE } else { k::FORMAT_POINTS }, [("n", &number)])
    }

    /// A range in a sentence: `2,700 to 5,000 t CO₂e`, 1.9 萬至 3.6 萬噸.
    pub fn range(self, low: f64, high: f64, unit: &str) -> String {
        let (from, to) = (self.headline(low, ""), self.headline(high, unit));
        self.texts.fill(k::FORMAT_RANGE, [("low", &from), ("high", &to)])
    }

    /// A range in a table: `1.9–3.6`; with a negative end in words, never a dash beside a minus.
    pub fn range_table(self, low: f64, high: f64, decimals: u8) -> String {
        let (from, to) = (self.table(low, decimals), self.table(high, decimals));
        if from.starts_with('−') || to.starts_with('−') {
            return self.texts.fill(k::FORMAT_RANGE, [("low", &from), ("high", &to)]);
        }
        [from, to].join("–")
    }

    /// A list in a sentence: `A, B and C`, 甲、乙及丙.
    pub fn list(self, items: &[&str]) -> String {
        let Some((first, rest)) = items.split_first() else { return String::new() };
        let mut out = (*first).to_owned();
        for (place, item) in rest.iter().enumerate() {
            let last = place + 1 == rest.len();
            let key = if last { k::FORMAT_LIST_LAST } else { k::FORMAT_LIST_NEXT };
            out = self.texts.fill(key, [("items", &out), ("item", item)]);
        }
        out
    }

    /// What stands where there is no figure.
    pub fn none(self) -> String {
        self.texts.get(k::FORMAT_NONE).to_owned()
    }

    pub(super) fn decimal(self, value: f64, show: impl FnOnce(Decimal) -> String) -> String {
        // A result is never NaN or infinite; should one slip through, it must not look like a number.
        Decimal::of(value).map_or_else(|| self.none(), show)
    }

    /// Three significant figures and the scale word of the language.
    pub(super) fn scaled(self, number: Decimal) -> String {
        let rounded = number.significant(HEADLINE_FIGURES);
        let scales: [(i32, Key<1>); 2] = if self.texts.lang().is_chinese() {
            [(8, k::FORMAT_HUNDRED_MILLION), (4, k::FORMAT_TEN_THOUSAND)]
        } else {
            [(9, k::FORMAT_BILLION), (6, k::FORMAT_MILLION)]
        };
        match scales.into_iter().find(|(power, _)| rounded.reaches(*power)) {
            Some((power, word)) => self.texts.fill(word, [("n", &rounded.shifted(power).grouped(None))]),
            None => rounded.grouped(None),
        }
    }

    pub(super) fn with_unit(number: String, unit: &str) -> String {
        let unit = unit.replace(' ', "\u{a0}");
        match unit.chars().next() {
            None => number,
            Some('%') => number + &unit,
            // 132 萬度: a scale word and a Chinese unit are one word.
            Some(first) if !first.is_ascii() && number.ends_with(['萬', '億', '万', '亿']) => {
                number + &unit
            }
            Some(_) => format!("{number}{NBSP}{unit}"),
        }
    }

    /// A plus for what gets worse, a minus for what falls, a word for no change.
    pub(super) fn signed(self, value: f64, show: impl FnOnce(Decimal) -> (bool, String)) -> String {
        self.decimal(value, |number| match show(number) {
            (true, _) => self.texts.get(k::FORMAT_UNCHANGED).to_owned(),
            (false, shown) if number.is_negative() => shown,
            (false, shown) => format!("+{shown}"),
        })
    }
}

/// A fraction as percent: whole from ten, one decimal below.
fn percent_places(fraction: Decimal) -> Decimal {
    let percent = fraction.shifted(-2);
    let tenths = percent.rounded(1);
    if tenths.reaches(1) { percent.rounded(0) } else { tenths }
}

#[cfg(test)]
#[path = "format_tests.rs"]
mod tests;
