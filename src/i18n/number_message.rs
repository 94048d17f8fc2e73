//! Words for what is wrong with a typed number.

use super::format::Format;
use super::key::k;
use super::number_input::InputIssue;
use super::texts::Texts;

/// The message for the field named `field`: what is wrong, with the text as it was typed, and how to
/// mend it.
pub fn input_message(texts: &'static Texts, field: &str, issue: &InputIssue) -> String {
    let own = |value: f64| Format::new(texts).own(value);
    match issue {
        InputIssue::Empty => texts.fill(k::ERROR_INPUT_EMPTY, [("field", field)]),
        InputIssue::Letter { typed, letter, .. } => texts.fill(
            k::ERROR_INPUT_LETTER,
            [("field", field), ("typed", typed), ("letter", letter.encode_utf8(&mut [0; 4]))],
        ),
        InputIssue::Ambiguous { typed, first, second } => texts.fill(
            k::ERROR_INPUT_AMBIGUOUS,
            [("field", field), ("typed", typed), ("first", &own(*first)), ("second", &own(*second))],
        ),
        InputIssue::Separators { typed } => {
            texts.fill(k::ERROR_INPUT_SEPARATORS, [("field", field), ("typed", typed)])
        }
        InputIssue::SeveralNumbers { typed } => {
            texts.fill(k::ERROR_INPUT_SEVERAL, [("field", field), ("typed", typed)])
        }
        InputIssue::NotANumber { typed } => {
            texts.fill(k::ERROR_INPUT_NOT_A_NUMBER, [("field", field), ("typed", typed)])
        }
        InputIssue::Negative { value, .. } => {
            texts.fill(k::ERROR_INPUT_NEGATIVE, [("field", field), ("value", &own(*value))])
        }
        InputIssue::TooLarge { typed } => {
            texts.fill(k::ERROR_INPUT_TOO_LARGE, [("field", field), ("typed", typed)])
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Lang, bundled, parse_amount};
    use super::*;

    fn message(lang: Lang, field: &str, typed: &str) -> String {
        let texts: &'static Texts = Box::leak(Box::new(Texts::parse(lang, bundled(lang)).unwrap()));
        input_message(texts, field, &parse_amount(typed).unwrap_err())
    }

    #[test]
    fn messages_read_as_agreed() {
        assert_eq!(
            message(Lang::En, "Electricity, March", "12,3O0"),
            "Electricity, March: \"12,3O0\" contains the letter O. Type digits only, such as 12,300."
        );
        assert_eq!(message(Lang::En, "Coal", "1,5"), "Coal: 1,5 could mean 1.5 or 15. Type 1.5 or 15.");
        assert_eq!(message(Lang::ZhHant, "煤", "1,5"), "煤：「1,5」可解作 1.5 或 15。請輸入 1.5 或 15。");
        assert_eq!(message(Lang::ZhHans, "柴油", "-200"), "柴油：−200 小于零。请用正数输入用量。");
        assert_eq!(message(Lang::ZhHant, "電力", ""), "電力：請輸入數字，或選「不知道」。");
    }
}
