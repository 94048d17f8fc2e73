//! A single figure as it is typed, read into the unit of its field.

use crate::i18n::{Currency, I18n, InputIssue, input_message, k, parse_amount, parse_number};
use lantian_engine::units::{UnitContext, UnitId, convert};

/// What a field holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holds {
    /// An amount in a unit; another unit of the same kind may be typed behind it.
    Unit(UnitId),
    /// Per cent.
    Percent,
    /// Per cent that may be below zero: growth, discount.
    Rate,
    /// A temperature that may be below zero.
    Celsius,
    /// Money in the project's currency.
    Money(Currency),
    /// A pure number.
    Number,
    /// A whole number of years.
    Years,
    /// A year of the calendar, written without separators.
    Year,
}

/// Why a typed figure is not understood.
#[derive(Clone, Debug, PartialEq)]
pub enum FigureIssue {
    Number(InputIssue),
    /// A unit (or percent sign, or currency) that does not belong here.
    Unit(String),
    NotWhole,
}

/// Reads a figure; `None` when the box is empty.
pub fn read(typed: &str, holds: Holds) -> Result<Option<f64>, FigureIssue> {
    if typed.trim().is_empty() {
        return Ok(None);
    }
    let signed = matches!(holds, Holds::Rate | Holds::Celsius);
    let number = if signed { parse_number(typed) } else { parse_amount(typed) };
    let number = number.map_err(FigureIssue::Number)?;
    let is_percent = matches!(holds, Holds::Percent | Holds::Rate | Holds::Unit(UnitId::Percent));
    if number.percent && !is_percent {
        return Err(FigureIssue::Unit("%".to_owned()));
    }
    match (number.currency, holds) {
        (Some(typed), Holds::Money(own)) if typed == own => {}
        (Some(typed), _) => return Err(FigureIssue::Unit(typed.code().to_owned())),
        (None, _) => {}
    }
    let value = match (&number.unit, holds) {
        (None, _) => number.value,
        (Some(word), Holds::Money(_)) if matches!(word.as_str(), "元" | "蚊") => number.value,
        (Some(word), Holds::Unit(unit)) => in_unit(number.value, word, unit)?,
        (Some(word), Holds::Celsius) => in_unit(number.value, word, UnitId::Degc)?,
        (Some(word), Holds::Years) => in_unit(number.value, word, UnitId::Year)?,
        (Some(word), _) => return Err(FigureIssue::Unit(word.clone())),
    };
    if matches!(holds, Holds::Years | Holds::Year) && value.fract().abs() > 0.0 {
        return Err(FigureIssue::NotWhole);
    }
    Ok(Some(value))
}

fn in_unit(value: f64, word: &str, unit: UnitId) -> Result<f64, FigureIssue> {
    let issue = || FigureIssue::Unit(word.to_owned());
    let contexts = [UnitContext::Metric, UnitContext::Electricity, UnitContext::Area];
    let typed = UnitId::parse(word, &contexts).map_err(|_| issue())?;
    convert(value, typed, unit).map_err(|_| issue())
}

/// Units shown by their word rather than their symbol.
const EVERYDAY: [UnitId; 7] =
    [UnitId::T, UnitId::Kg, UnitId::H, UnitId::M2, UnitId::Person, UnitId::Item, UnitId::RoomNight];

/// The unit behind the box; empty for what has none.
pub fn unit_text(i18n: I18n, holds: Holds) -> String {
    match holds {
        // Engineers read kW and MPa in every language; everyday things have everyday words.
        Holds::Unit(unit) if EVERYDAY.contains(&unit) => i18n.unit(unit.slug()),
        Holds::Unit(unit) => i18n.symbol(unit.slug()),
        Holds::Percent | Holds::Rate => "%".to_owned(),
        Holds::Celsius => "°C".to_owned(),
        Holds::Money(currency) => i18n.format().currency(currency).to_owned(),
        Holds::Years => i18n.unit(UnitId::Year.slug()),
        Holds::Number | Holds::Year => String::new(),
    }
}

/// A figure as the box shows it.
pub fn shown(i18n: I18n, value: f64, holds: Holds) -> String {
    match holds {
        Holds::Year => format!("{value:.0}"),
        _ => i18n.format().own(value),
    }
}

/// What is wrong, in words; `kept` is the value that counts until it is mended.
pub fn message(i18n: I18n, field: &str, issue: &FigureIssue, holds: Holds, kept: Option<f64>) -> String {
    let text = match issue {
        FigureIssue::Number(issue) => input_message(i18n.texts(), field, issue),
        FigureIssue::Unit(unit) => {
            let own = unit_text(i18n, holds);
            if own.is_empty() {
                i18n.tf(k::FIELD_NO_UNIT, [("field", field), ("unit", unit)])
            } else {
                let values = [("field", field), ("unit", unit), ("choices", own.as_str())];
                i18n.tf(k::ERROR_INPUT_UNIT_UNKNOWN, values)
            }
        }
        FigureIssue::NotWhole => i18n.tf(k::ERROR_INPUT_WHOLE, [("field", field)]),
    };
    match kept {
        Some(kept) => i18n.tf(k::FIELD_KEPT, [("message", &text), ("value", &shown(i18n, kept, holds))]),
        None => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_read_in_the_unit_of_the_field() {
        let hours = Holds::Unit(UnitId::H);
        assert_eq!(read(" 6,000 ", hours), Ok(Some(6000.0)));
        assert_eq!(read("250 days", hours), Ok(Some(6000.0)));
        assert_eq!(read("", hours), Ok(None));
        assert_eq!(read("85%", Holds::Percent), Ok(Some(85.0)));
        assert_eq!(read("-3.5", Holds::Rate), Ok(Some(-3.5)));
        assert_eq!(read("5 years", Holds::Years), Ok(Some(5.0)));
        assert_eq!(read("7 bar", Holds::Unit(UnitId::Bar)), Ok(Some(7.0)));
        assert_eq!(read("¥120", Holds::Money(Currency::Cny)), Ok(Some(120.0)));
    }

    #[test]
    fn what_does_not_belong_is_refused() {
        assert_eq!(read("85%", Holds::Unit(UnitId::H)), Err(FigureIssue::Unit("%".to_owned())));
        assert_eq!(read("HK$5", Holds::Money(Currency::Cny)), Err(FigureIssue::Unit("HKD".to_owned())));
        assert_eq!(read("7 kg", Holds::Unit(UnitId::H)), Err(FigureIssue::Unit("kg".to_owned())));
        assert_eq!(read("2.5", Holds::Years), Err(FigureIssue::NotWhole));
        assert!(matches!(read("-2", Holds::Percent), Err(FigureIssue::Number(InputIssue::Negative { .. }))));
        assert!(matches!(read("1,5", Holds::Percent), Err(FigureIssue::Number(_))));
    }
}
