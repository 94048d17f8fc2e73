//! A bill as it is typed: texts in, a [`Bill`] out, and back. Nothing typed is ever lost: what
//! cannot be understood stays in [`Bill::raw`] and is worded again whenever it is shown.

use super::choices::{bill_units, currency_of, currency_slug, mainland};
use crate::i18n::{Currency, Format, InputIssue, TypedNumber, parse_amount};
use crate::ui::QuantityText;
use lantian_engine::carrier::Carrier;
use lantian_engine::project::{Bill, Period, Project, ReadingKind};
use lantian_engine::units::{UnitContext, UnitId};

/// The modes of an answer, as the control names them.
pub const MODES: [(&str, ReadingKind); 3] =
    [("value", ReadingKind::Value), ("money", ReadingKind::Money), ("unknown", ReadingKind::Unknown)];
/// The periods of a bill, as the control names them.
pub const PERIODS: [(&str, Period); 3] =
    [("month", Period::Month), ("two_months", Period::TwoMonths), ("year", Period::Year)];

/// Why a typed amount is not understood.
#[derive(Clone, Debug, PartialEq)]
pub enum AmountIssue {
    Number(InputIssue),
    /// A percent sign where an amount belongs.
    Percent,
    /// Money where a quantity is asked.
    MoneyHere,
    /// Another currency than the project's.
    OtherCurrency,
    /// A unit that this version does not know.
    UnknownUnit(String),
    /// A unit that does not measure this carrier.
    OtherUnit(UnitId),
}

/// What the surroundings say about a typed amount.
#[derive(Clone, Copy, Debug)]
pub struct Around {
    pub carrier: Carrier,
    pub mainland: bool,
    pub currency: Currency,
}

impl Around {
    /// The surroundings of a bill of `carrier` in `project`.
    pub fn new(project: &Project, carrier: Carrier) -> Self {
        Around { carrier, mainland: mainland(&project.site.region), currency: currency_of(project) }
    }
}

fn word<T: PartialEq>(names: &[(&'static str, T)], value: &T) -> &'static str {
    names.iter().find(|(_, v)| v == value).map_or("", |(name, _)| name)
}

fn value<T: Copy + Default>(names: &[(&'static str, T)], word: &str) -> T {
    names.iter().find(|(name, _)| *name == word).map(|(_, v)| *v).unwrap_or_default()
}

/// The bill as texts for the control. In money the unit is the currency's code.
pub fn to_text(bill: &Bill, around: Around, format: Format) -> QuantityText {
    let by_month = has_months(bill);
    let amount = match (&bill.raw, bill.amount) {
        _ if by_month => format.own(bill.months.iter().sum()),
        (Some(raw), _) => raw.clone(),
        (None, Some(amount)) => format.own(amount),
        (None, None) => String::new(),
    };
    let period = if by_month { Period::Year } else { bill.period };
    let unit = match bill.kind {
        ReadingKind::Money => currency_slug(around.currency).to_owned(),
        _ => bill.unit.clone(),
    };
    QuantityText {
        mode: word(&MODES, &bill.kind).to_owned(),
        amount,
        unit,
        period: word(&PERIODS, &period).to_owned(),
    }
}

/// Whether anything stands in a bill.
pub fn is_filled(bill: &Bill) -> bool {
    bill.amount.is_some() || bill.raw.is_some() || !bill.months.is_empty()
}

/// Whether twelve monthly readings count in place of the amount.
pub fn has_months(bill: &Bill) -> bool {
    bill.kind == ReadingKind::Value && !bill.months.is_empty()
}

/// Takes what the control says into the bill. `shown` is what the control showed before: only what
/// differs is taken, so that a full-precision amount survives a change of its unit or period.
pub fn take(bill: &mut Bill, shown: &QuantityText, text: &QuantityText, around: Around) {
    if has_months(bill) && text.amount != shown.amount {
        // One amount for the year takes the place of the months.
        bill.months.clear();
        bill.period = value(&PERIODS, &shown.period);
    }
    if !has_months(bill) && text.period != shown.period {
        bill.period = value(&PERIODS, &text.period);
    }
    if text.mode != shown.mode {
        bill.kind = value(&MODES, &text.mode);
        // The same digits mean something else now.
        if let Some(raw) = bill.raw.take() {
            read(bill, &raw, around);
        }
        return;
    }
    if text.unit != shown.unit && bill.kind != ReadingKind::Money {
        bill.unit.clone_from(&text.unit);
    }
    if text.amount != shown.amount {
        read(bill, &text.amount, around);
    }
}

/// Reads an amount into the bill; what cannot be read is kept as it was typed.
pub fn read(bill: &mut Bill, typed: &str, around: Around) {
    (bill.amount, bill.raw) = (None, None);
    if typed.trim().is_empty() {
        return;
    }
    match understand(bill.kind, typed, around) {
        Ok((number, unit)) => {
            bill.amount = Some(number.value);
            if let Some(unit) = unit {
                unit.slug().clone_into(&mut bill.unit);
            }
        }
        Err(_) => bill.raw = Some(typed.to_owned()),
    }
}

/// Why the text kept in a bill is not understood; `None` when there is none.
pub fn issue(bill: &Bill, around: Around) -> Option<AmountIssue> {
    understand(bill.kind, bill.raw.as_deref()?, around).err()
}

type Understood = (TypedNumber, Option<UnitId>);

fn understand(kind: ReadingKind, typed: &str, around: Around) -> Result<Understood, AmountIssue> {
    let number = parse_amount(typed).map_err(AmountIssue::Number)?;
    if number.percent {
        return Err(AmountIssue::Percent);
    }
    if kind == ReadingKind::Money {
        return match (&number.unit, number.currency) {
            (_, Some(other)) if other != around.currency => Err(AmountIssue::OtherCurrency),
            // 元 after an amount of money is no unit but the currency again.
            (Some(unit), _) if !matches!(unit.as_str(), "元" | "蚊" | "塊" | "块") => {
                Err(AmountIssue::UnknownUnit(unit.clone()))
            }
            _ => Ok((number, None)),
        };
    }
    if number.currency.is_some() {
        return Err(AmountIssue::MoneyHere);
    }
    let Some(word) = &number.unit else { return Ok((number, None)) };
    let unit = UnitId::parse(word, &contexts(around)).map_err(|_| AmountIssue::UnknownUnit(word.clone()))?;
    if !bill_units(around.carrier).contains(&unit) {
        return Err(AmountIssue::OtherUnit(unit));
    }
    Ok((number, Some(unit)))
}

fn contexts(around: Around) -> Vec<UnitContext> {
    let mut contexts = vec![UnitContext::Metric];
    match around.carrier {
        Carrier::Electricity => contexts.push(UnitContext::Electricity),
        Carrier::Towngas => contexts.push(UnitContext::Towngas),
        _ => {}
    }
    if around.mainland {
        contexts.push(UnitContext::Cn);
    }
    contexts
}

/// Twelve months out of a pasted text: numbers divided by tabs, line ends, or spaces between
/// numbers that hold none. The error says how many were found and the first text that is no number.
pub fn months(pasted: &str) -> Result<Vec<f64>, MonthsIssue> {
    let rough: Vec<&str> = pasted.split(['\t', '\n', '\r', ';']).map(str::trim).collect();
    let mut cells: Vec<&str> = rough.into_iter().filter(|cell| !cell.is_empty()).collect();
    if cells.len() == 1 {
        cells = pasted.split_whitespace().collect();
    }
    let mut values = Vec::with_capacity(cells.len());
    for (place, cell) in cells.iter().enumerate() {
        match parse_amount(cell) {
            Ok(number) if number.currency.is_none() && !number.percent => values.push(number.value),
            Ok(_) => return Err(MonthsIssue::NotANumber { place, typed: (*cell).to_owned() }),
            Err(issue) => return Err(MonthsIssue::Number { place, issue }),
        }
    }
    if values.len() == MONTHS { Ok(values) } else { Err(MonthsIssue::Count(values.len())) }
}

/// The texts of the twelve boxes as a bill keeps them while not all of them can be read; `None` when
/// nothing stands in any.
pub fn kept_months(boxes: &[String; MONTHS]) -> Option<String> {
    let empty = boxes.iter().all(|text| text.trim().is_empty());
    // A box holds one line: what divides the boxes cannot stand in one.
    (!empty).then(|| boxes.each_ref().map(|text| text.replace('\t', " ")).join("\t"))
}

/// The twelve boxes out of what a bill keeps; what came from elsewhere may hold more or fewer.
pub fn month_boxes(kept: &str) -> [String; MONTHS] {
    let mut texts = kept.split('\t').map(str::to_owned);
    std::array::from_fn(|_| texts.next().unwrap_or_default())
}

/// Months in a year's bills.
pub const MONTHS: usize = 12;

/// Why a pasted text is not a year of bills. Places count from 0.
#[derive(Clone, Debug, PartialEq)]
pub enum MonthsIssue {
    Count(usize),
    NotANumber { place: usize, typed: String },
    Number { place: usize, issue: InputIssue },
}

#[cfg(test)]
mod tests;
