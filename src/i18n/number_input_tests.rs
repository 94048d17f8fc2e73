//! What people type, and what must come of it.

use proptest::prelude::*;

use super::super::{Format, Lang, Texts, bundled};
use super::*;

fn value(typed: &str) -> f64 {
    parse_number(typed).unwrap().value
}

fn same(found: f64, expected: f64) -> bool {
    found.to_bits() == expected.to_bits()
}

#[test]
fn numbers_in_every_usual_form() {
    for (typed, expected) in [
        ("12300", 12_300.0),
        (" 12,300 ", 12_300.0),
        ("12,300.50", 12_300.5),
        ("1,234,567", 1_234_567.0),
        ("1 234 567.8", 1_234_567.8),
        ("1\u{a0}234", 1_234.0),
        ("1\u{202f}234", 1_234.0),
        ("12'345.6", 12_345.6),
        ("１２３", 123.0),
        ("１２，３００．５", 12_300.5),
        ("１２３。５", 123.5),
        ("-5", -5.0),
        ("−5", -5.0),
        ("－５", -5.0),
        ("(200)", -200.0),
        ("+7", 7.0),
        (".5", 0.5),
        ("12.", 12.0),
        ("12,", 12.0),
        ("0", 0.0),
        ("-0", 0.0),
        ("1.5e3", 1_500.0),
        ("1.2E+6", 1_200_000.0),
        ("007", 7.0),
        ("\u{feff}42", 42.0),
    ] {
        assert!(same(value(typed), expected), "{typed} gave {}", value(typed));
    }
}

#[test]
fn multipliers_are_exact() {
    for (typed, expected) in [
        ("82萬", 820_000.0),
        ("12.3万", 123_000.0),
        ("1.1 億", 110_000_000.0),
        ("3亿", 300_000_000.0),
        ("4.35k", 4_350.0),
        ("2.3M", 2_300_000.0),
        ("7.9 million", 7_900_000.0),
        ("三", f64::NAN),
    ] {
        match parse_number(typed) {
            Ok(number) => assert!(same(number.value, expected), "{typed} gave {}", number.value),
            Err(issue) => assert!(expected.is_nan(), "{typed} gave {issue:?}"),
        }
    }
}

#[test]
fn units_currencies_and_percent_signs_are_kept_apart() {
    let number = |value: f64, unit: Option<&str>, currency, percent| {
        Ok(TypedNumber { value, unit: unit.map(str::to_owned), currency, percent })
    };
    assert_eq!(parse_number("12,300 kWh"), number(12_300.0, Some("kWh"), None, false));
    assert_eq!(parse_number("82萬度"), number(820_000.0, Some("度"), None, false));
    assert_eq!(parse_number("500 m3"), number(500.0, Some("m3"), None, false));
    assert_eq!(parse_number("500m³"), number(500.0, Some("m³"), None, false));
    assert_eq!(parse_number("5 kg CO2e"), number(5.0, Some("kg CO2e"), None, false));
    assert_eq!(parse_number("60 l"), number(60.0, Some("l"), None, false));
    assert_eq!(parse_number("8 MJ"), number(8.0, Some("MJ"), None, false));
    assert_eq!(parse_number("85%"), number(85.0, None, None, true));
    assert_eq!(parse_number("８５％"), number(85.0, None, None, true));
    assert_eq!(parse_number("HK$1,320"), number(1_320.0, None, Some(Currency::Hkd), false));
    assert_eq!(parse_number("hkd 1,320.5"), number(1_320.5, None, Some(Currency::Hkd), false));
    assert_eq!(parse_number("-¥50"), number(-50.0, None, Some(Currency::Cny), false));
    assert_eq!(parse_number("¥-50"), number(-50.0, None, Some(Currency::Cny), false));
    assert_eq!(parse_number("$50"), number(50.0, None, None, false));
    assert_eq!(parse_number("790 萬港元"), number(7_900_000.0, None, Some(Currency::Hkd), false));
    assert_eq!(parse_number("人民幣 720 萬元"), number(7_200_000.0, Some("元"), Some(Currency::Cny), false));
}

#[test]
fn doubt_is_asked_back() {
    let ambiguous = |typed: &str, first: f64, second: f64| {
        Err(InputIssue::Ambiguous { typed: typed.to_owned(), first, second })
    };
    assert_eq!(parse_number("1,5"), ambiguous("1,5", 1.5, 15.0));
    assert_eq!(parse_number("-1,5"), ambiguous("-1,5", -1.5, -15.0));
    assert_eq!(parse_number("0,500"), ambiguous("0,500", 0.5, 500.0));
    assert_eq!(parse_number("12,3456"), ambiguous("12,3456", 12.3456, 123_456.0));
    assert_eq!(parse_number("1.234,56"), ambiguous("1.234,56", 1_234.56, 1.23456));
    assert_eq!(parse_number("1 234,56"), ambiguous("1 234,56", 1_234.56, 123_456.0));
    for typed in ["1.2.3", "1.234.567", "1,23,456", "1,,2", ",5,", "1,234,5"] {
        assert!(
            matches!(parse_number(typed), Err(InputIssue::Separators { .. } | InputIssue::Ambiguous { .. })),
            "{typed} gave {:?}",
            parse_number(typed)
        );
    }
}

#[test]
fn a_letter_among_digits_is_named_with_its_place() {
    for (typed, letter, place) in [
        ("12,3O0", 'O', 5),
        ("1O0", 'O', 2),
        ("O12", 'O', 1),
        ("l2", 'l', 1),
        ("12O", 'O', 3),
        ("5S3", 'S', 2),
    ] {
        let issue = InputIssue::Letter { typed: typed.to_owned(), letter, place };
        assert_eq!(parse_number(typed), Err(issue));
    }
}

#[test]
fn what_is_no_amount_is_refused() {
    assert_eq!(parse_number(""), Err(InputIssue::Empty));
    assert_eq!(parse_number(" \u{3000}\u{200b}"), Err(InputIssue::Empty));
    for typed in ["abc", "NaN", "inf", "∞", "kWh", "-", ".", "不知道", "約 500", "~5", "<b>1</b>"] {
        let found = parse_number(typed);
        assert!(matches!(found, Err(InputIssue::NotANumber { .. })), "{typed} gave {found:?}");
    }
    for typed in ["12 34", "100-200", "100 / 200", "3 至 5", "12,300 kWh 5", "2億3000萬", "1;2", "5 m3 6"]
    {
        let found = parse_number(typed);
        assert!(matches!(found, Err(InputIssue::SeveralNumbers { .. })), "{typed} gave {found:?}");
    }
    for typed in ["1e30", "9999999999999999999", "1e400", "9999億億", "1e99999999999999", "999999999億"] {
        let found = parse_number(typed);
        assert!(
            matches!(found, Err(InputIssue::TooLarge { .. })) || typed == "9999億億",
            "{typed} gave {found:?}"
        );
    }
    let negative = InputIssue::Negative { typed: "-200".to_owned(), value: -200.0 };
    assert_eq!(parse_amount("-200"), Err(negative));
    assert!(parse_amount("0").is_ok());
}

proptest! {
    #[test]
    fn what_is_shown_reads_back(value in -1e14_f64..1e14, decimals in 0_u8..6) {
        let texts: &'static Texts = Box::leak(Box::new(Texts::parse(Lang::En, bundled(Lang::En)).unwrap()));
        let format = Format::new(texts);
        prop_assert_eq!(parse_number(&format.own(value)).map(|number| number.value), Ok(value));
        let shown = format.table(value, decimals);
        let read = parse_number(&shown).unwrap().value;
        let unit: f64 = format!("1e{decimals}").parse().unwrap();
        prop_assert!((read - value).abs() <= 0.500_001 / unit + value.abs() * 1e-15);
        prop_assert_eq!(format.table(read, decimals), shown);
    }

    #[test]
    fn a_share_reads_back_in_every_language(percent in 0_u32..=100) {
        for lang in Lang::ALL {
            let texts: &'static Texts = Box::leak(Box::new(Texts::parse(lang, bundled(lang)).unwrap()));
            let typed = parse_number(&Format::new(texts).share(f64::from(percent) / 100.0)).unwrap();
            prop_assert!(typed.percent && same(typed.value, f64::from(percent)));
        }
    }

    #[test]
    fn nothing_typed_breaks_it(typed in ".{0,40}") {
        if let Ok(number) = parse_number(&typed) {
            prop_assert!(number.value.is_finite() && number.value.abs() <= LARGEST);
        }
    }

    #[test]
    fn nothing_like_a_number_breaks_it(typed in "[0-9０-９.,，'  eEkM萬億%$¥HKDOlm³()+−-]{0,24}") {
        if let Ok(number) = parse_number(&typed) {
            prop_assert!(number.value.is_finite() && number.value.abs() <= LARGEST);
        }
    }
}
