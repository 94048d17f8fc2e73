//! Bills as people type them.

use super::*;
use crate::i18n::{Lang, Texts, bundled};

fn format() -> Format {
    Format::new(Box::leak(Box::new(Texts::parse(Lang::En, bundled(Lang::En)).unwrap())))
}

fn around(carrier: Carrier) -> Around {
    Around { carrier, mainland: true, currency: Currency::Cny }
}

fn bill(unit: &str) -> Bill {
    Bill { unit: unit.to_owned(), ..Bill::default() }
}

fn typed(unit: &str, carrier: Carrier, text: &str) -> Bill {
    let mut bill = bill(unit);
    read(&mut bill, text, around(carrier));
    bill
}

#[test]
fn a_plain_amount_is_taken() {
    let bill = typed("kwh", Carrier::Electricity, " 820,000 ");
    assert_eq!((bill.amount, bill.raw), (Some(820_000.0), None));
}

#[test]
fn a_unit_behind_the_number_becomes_the_unit_of_the_bill() {
    for (text, amount, unit) in
        [("１２３ MWh", 123.0, "mwh"), ("5,000 度", 5000.0, "kwh"), ("12.5萬度", 125_000.0, "kwh")]
    {
        let bill = typed("kwh", Carrier::Electricity, text);
        assert_eq!((bill.amount, bill.unit.as_str()), (Some(amount), unit), "{text}");
    }
    // On a Towngas bill the same word is 48 MJ.
    assert_eq!(typed("mj", Carrier::Towngas, "300 度").unit, "towngas_unit");
}

#[test]
fn what_cannot_be_understood_stays_as_it_was_typed() {
    let cases = [
        ("12,3O0", Carrier::Electricity),
        ("1,5", Carrier::RawCoal),
        ("-200", Carrier::Diesel),
        ("85%", Carrier::Electricity),
        ("HK$5,000", Carrier::Electricity),
        ("50 t", Carrier::Electricity),
        ("50 parsec", Carrier::RawCoal),
    ];
    for (text, carrier) in cases {
        let bill = typed("t", carrier, text);
        assert_eq!((bill.amount, bill.raw.as_deref()), (None, Some(text)), "{text}");
        assert!(issue(&bill, around(carrier)).is_some(), "{text}");
        assert_eq!(to_text(&bill, around(carrier), format()).amount, text);
    }
}

#[test]
fn each_slip_has_its_own_message() {
    let of = |text, carrier| issue(&typed("t", carrier, text), around(carrier)).unwrap();
    assert_eq!(of("85%", Carrier::Electricity), AmountIssue::Percent);
    assert_eq!(of("HK$5,000", Carrier::Electricity), AmountIssue::MoneyHere);
    assert_eq!(of("50 t", Carrier::Electricity), AmountIssue::OtherUnit(UnitId::T));
    assert_eq!(of("50 parsec", Carrier::RawCoal), AmountIssue::UnknownUnit("parsec".to_owned()));
}

#[test]
fn money_is_read_in_the_currency_of_the_project() {
    let mut bill = Bill { kind: ReadingKind::Money, ..bill("kwh") };
    for text in ["¥52,000", "52000元", "5.2万元", "RMB 52,000"] {
        read(&mut bill, text, around(Carrier::Electricity));
        assert_eq!((bill.amount, bill.unit.as_str()), (Some(52_000.0), "kwh"), "{text}");
    }
    read(&mut bill, "HK$52,000", around(Carrier::Electricity));
    assert_eq!(issue(&bill, around(Carrier::Electricity)), Some(AmountIssue::OtherCurrency));
}

#[test]
fn a_slip_may_be_right_in_another_mode() {
    let (here, text) = (around(Carrier::Electricity), |mode: &str| QuantityText {
        mode: mode.to_owned(),
        amount: "¥52,000".to_owned(),
        unit: "kwh".to_owned(),
        period: "month".to_owned(),
    });
    let mut bill = typed("kwh", Carrier::Electricity, "¥52,000");
    assert!(bill.raw.is_some());
    take(&mut bill, &text("value"), &text("money"), here);
    assert_eq!((bill.kind, bill.amount, bill.raw), (ReadingKind::Money, Some(52_000.0), None));
}

#[test]
fn a_change_of_period_keeps_every_digit() {
    let third = 1.0 / 3.0;
    let mut bill = Bill { amount: Some(third), ..bill("kwh") };
    let here = around(Carrier::Electricity);
    let shown = to_text(&bill, here, format());
    let text = QuantityText { period: "two_months".to_owned(), ..shown.clone() };
    take(&mut bill, &shown, &text, here);
    assert_eq!((bill.amount, bill.period), (Some(third), Period::TwoMonths));
}

#[test]
fn twelve_months_show_as_their_year_until_another_amount_is_typed() {
    let mut bill = Bill { months: vec![1000.0; 12], period: Period::Month, ..bill("kwh") };
    let here = around(Carrier::Electricity);
    let shown = to_text(&bill, here, format());
    assert_eq!((shown.amount.as_str(), shown.period.as_str()), ("12,000", "year"));
    let other_period = QuantityText { period: "month".to_owned(), ..shown.clone() };
    take(&mut bill, &shown, &other_period, here);
    assert_eq!(bill.months.len(), 12, "the months say which time they cover");
    let other_amount = QuantityText { amount: "15,000".to_owned(), ..shown.clone() };
    take(&mut bill, &shown, &other_amount, here);
    assert_eq!((bill.amount, bill.period, bill.months.len()), (Some(15_000.0), Period::Year, 0));
}

#[test]
fn an_emptied_box_says_nothing() {
    let mut bill = Bill { amount: Some(5.0), ..bill("kwh") };
    read(&mut bill, "  ", around(Carrier::Electricity));
    assert_eq!((bill.amount, bill.raw.clone()), (None, None));
    assert_eq!(issue(&bill, around(Carrier::Electricity)), None);
}

#[test]
fn twelve_months_come_from_a_row_or_a_column_of_a_sheet() {
    let year: Vec<f64> = (1..=12).map(|n| f64::from(n) * 1000.0).collect();
    let cells: Vec<String> = (1..=12).map(|n| format!("{n},000")).collect();
    for divider in ["\t", "\r\n", "\n", " "] {
        assert_eq!(months(&cells.join(divider)), Ok(year.clone()), "{divider:?}");
    }
    assert_eq!(months(&(cells.join("\n") + "\n")), Ok(year));
}

#[test]
fn other_than_twelve_months_change_nothing() {
    assert_eq!(months("1\t2\t3"), Err(MonthsIssue::Count(3)));
    assert_eq!(months(""), Err(MonthsIssue::Count(0)));
    let with_word = "1\t2\tx\t4\t5\t6\t7\t8\t9\t10\t11\t12";
    assert!(matches!(months(with_word), Err(MonthsIssue::Number { place: 2, .. })));
}

#[test]
fn months_that_are_not_finished_come_back_as_typed() {
    let mut boxes = std::array::from_fn(|_| String::new());
    assert_eq!(kept_months(&boxes), None);
    boxes[0] = "1,200".to_owned();
    boxes[11] = "12,3O0 ".to_owned();
    let kept = kept_months(&boxes).unwrap();
    assert_eq!(month_boxes(&kept), boxes);
    // A text from elsewhere may hold anything.
    assert_eq!(month_boxes("5")[..2], ["5".to_owned(), String::new()]);
    assert_eq!(month_boxes(&"1\t".repeat(40)).len(), 12);
}
