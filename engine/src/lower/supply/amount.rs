//! The year's amount on a bill.

use super::LEAST_PRICE;
use crate::carrier::Carrier;
use crate::lower::builder::{Ask, Builder, PURE};
use crate::lower::estimate;
use crate::notice::ProblemKind;
use crate::origin::{Field, Origin};
use crate::plant::Slot;
use crate::project::{Bill, ReadingKind};
use crate::units::UnitId;

/// The year that monthly readings make; a wrong month is told once and counts as nothing.
pub(in crate::lower) fn months(b: &mut Builder<'_>, readings: &[f64], field: Field) -> f64 {
    let ask = Ask::amount(field, PURE);
    let problems = b.problems.len();
    let year = readings.iter().filter_map(|&month| b.check(Some(month), ask)).sum();
    b.problems.truncate(problems + 1);
    year
}

/// The year's amount in bill units.
pub(super) fn quantity(
    b: &mut Builder<'_>,
    carrier: Carrier,
    unit: UnitId,
    bill: &Bill,
    price: Option<Slot>,
    content: Slot,
    index: usize,
) -> Slot {
    let field = |name| Field::new("bill", index, name);
    if let Some(text) = &bill.raw {
        b.problem(field("amount"), ProblemKind::NotANumber { text: text.clone() });
    }
    if !bill.months.is_empty() && bill.kind == ReadingKind::Value {
        let year = months(b, &bill.months, field("months"));
        return b.slot(year, Origin::Input(field("months")), (unit.slug(), ""), "quantity");
    }
    let ask = Ask { scale: bill.period.per_year(), ..Ask::amount(field("amount"), (unit.slug(), "")) };
    match (bill.kind, bill.amount) {
        (ReadingKind::Value, Some(amount)) => b.said_or_none(Some(amount), ask),
        (ReadingKind::Money, Some(amount)) => {
            let money = b.said_or_none(Some(amount), Ask { unit: ("money", ""), ..ask });
            match price.filter(|&p| b.value(p) > LEAST_PRICE) {
                Some(price) => b.derive(1.0, &[money], &[price], (unit.slug(), ""), "quantity"),
                None => {
                    b.problem(field("price"), ProblemKind::NoPrice);
                    b.fixed(0.0, (unit.slug(), ""), "quantity")
                }
            }
        }
        _ if bill.raw.is_some() => b.fixed(0.0, (unit.slug(), ""), "quantity"),
        _ => estimate::quantity(b, carrier, content, unit, field("amount")),
    }
}
