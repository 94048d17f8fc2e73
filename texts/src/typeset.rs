//! Brings the names of `data/` to the typography of the product.
//!
//! The tables hold plain names (`CO2 equivalent`, `LED照明改造`); people read `CO₂ equivalent` and
//! `LED 照明改造`. Only spacing and subscripts change here, never a word.

use crate::locale::Language;
use crate::script::{is_date_word, is_han, is_latin};

/// Formulas as the tables write them, and as people read them.
const FORMULAS: &[(&str, &str)] = &[
    ("CO2", "CO₂"),
    ("SO2", "SO₂"),
    ("N2O", "N₂O"),
    ("CH4", "CH₄"),
    ("SF6", "SF₆"),
    ("NF3", "NF₃"),
    ("CF4", "CF₄"),
    ("C2F6", "C₂F₆"),
    ("C3F8", "C₃F₈"),
    ("C4F8", "C₄F₈"),
    ("C4F10", "C₄F₁₀"),
    ("C6F14", "C₆F₁₄"),
    ("BOD5", "BOD₅"),
];

pub fn typeset(language: Language, name: &str) -> String {
    let mut text = name.trim().to_owned();
    for (plain, shown) in FORMULAS {
        text = text.replace(plain, shown);
    }
    if language.is_chinese() { spaced(&text) } else { text }
}

fn spaced(text: &str) -> String {
    let characters: Vec<char> = text.chars().collect();
    let mut out = String::with_capacity(text.len());
    for (place, &character) in characters.iter().enumerate() {
        let before = place.checked_sub(1).and_then(|at| characters.get(at)).copied();
        if let Some(before) = before
            && ((is_han(before) && is_latin(character))
                || (is_latin(before) && is_han(character) && !dated(before, character))
                || (before == '%' && is_han(character)))
        {
            out.push(' ');
        }
        out.push(character);
    }
    out
}

fn dated(before: char, character: char) -> bool {
    before.is_ascii_digit() && is_date_word(character)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chinese_and_latin_stand_apart() {
        assert_eq!(typeset(Language::ZhHant, "LED照明改造"), "LED 照明改造");
        assert_eq!(typeset(Language::ZhHans, "室温25.5度及时间表控制"), "室温 25.5 度及时间表控制");
        assert_eq!(typeset(Language::ZhHant, "高效能電動機（IE3／IE4）"), "高效能電動機（IE3／IE4）");
    }

    #[test]
    fn dates_stay_close() {
        assert_eq!(typeset(Language::ZhHant, "香港2010年指引"), "香港 2010年指引");
    }

    #[test]
    fn formulas_get_subscripts_and_english_stays() {
        assert_eq!(typeset(Language::En, "Sulphur dioxide (SO2)"), "Sulphur dioxide (SO₂)");
        assert_eq!(typeset(Language::En, "LED replacement"), "LED replacement");
    }
}
