//! Activity data: the bills as entered, and the other figures of the site.

use super::facts::{Desk, Facts};
use super::parts::Section;
use crate::features::live::wording::{decimals, field_name};
use crate::features::naming::{activity_label, figure, unit_text};
use crate::i18n::{I18n, Key, k};
use crate::ui::{Column, DataTable, Row, Table};
use lantian_engine::carrier::Carrier;
use lantian_engine::lower::usual_unit;
use lantian_engine::origin::Origin;
use lantian_engine::plant::{Slot, Supply};
use lantian_engine::project::{Bill, Period, ReadingKind};
use leptos::prelude::*;

/// One kilowatt-hour is 3.6 megajoules.
const GJ_PER_KWH: f64 = 0.0036;

/// A bill with what the plant has made of it.
struct Reading<'a, 'f> {
    facts: &'a Facts<'f>,
    bill: &'a Bill,
    unit: String,
    /// Amount a year in the unit of the bill, unit price, energy a year in GJ.
    year: Option<Slot>,
    price: Option<Slot>,
    energy: Option<f64>,
}

impl<'a, 'f> Reading<'a, 'f> {
    fn new(facts: &'a Facts<'f>, index: usize, bill: &'a Bill) -> Self {
        let plant = &facts.outcome.model.lowered.plant;
        let carrier = Carrier::from_slug(&bill.carrier);
        let usual = carrier.map_or("", |carrier| usual_unit(carrier).slug());
        let unit = if bill.unit.is_empty() { usual } else { &bill.unit };
        let place = plant.supplies.iter().position(|supply| supply.bill == Some(index));
        let supply: Option<&Supply> = place.and_then(|place| plant.supplies.get(place));
        let water = plant.water.as_ref().filter(|_| carrier == Some(Carrier::Water));
        let energy = place.and_then(|place| facts.outcome.before.carrier.get(place));
        let energy =
            energy.map(|energy| if place == Some(plant.electricity) { energy * GJ_PER_KWH } else { *energy });
        Reading {
            facts,
            bill,
            unit: facts.i18n.symbol(unit),
            year: supply.map(|supply| supply.quantity).or(water.map(|water| water.intake)),
            price: match supply {
                Some(supply) => Some(supply.price).filter(|_| supply.priced),
                None => water.map(|water| water.price),
            },
            energy,
        }
    }

    fn with_unit(&self, value: f64) -> String {
        format!("{}\u{a0}{}", self.facts.i18n.format().own(value), self.unit)
    }

    /// What was entered, with its period.
    fn entered(&self) -> String {
        let (i18n, bill) = (self.facts.i18n, self.bill);
        if !bill.months.is_empty() {
            return i18n.tf(k::REPORT_MONTHS_ENTERED, [("n", &i18n.format().count(bill.months.len()))]);
        }
        let amount = match (bill.kind, bill.amount) {
            (ReadingKind::Unknown, _) | (_, None) => return i18n.t(k::REPORT_UNKNOWN_AMOUNT).to_owned(),
            (ReadingKind::Value, Some(amount)) => self.with_unit(amount),
            (ReadingKind::Money, Some(amount)) => i18n.format().money_table(amount, self.facts.currency),
        };
        let period = match bill.period {
            Period::Month => k::PERIOD_MONTH,
            Period::TwoMonths => k::PERIOD_TWO_MONTHS,
            Period::Year => k::PERIOD_YEAR,
        };
        format!("{amount} · {}", i18n.t(period))
    }

    fn price(&self) -> String {
        let i18n = self.facts.i18n;
        let lowered = &self.facts.outcome.model.lowered;
        let Some(slot) = self.price else { return i18n.format().none() };
        let price = lowered.params[slot];
        let shown =
            |decimals: u8| i18n.format().price(price, self.facts.currency, decimals) + "/" + &self.unit;
        match (lowered.plant.slots.get(slot.index()).map(|info| info.origin), self.bill.price) {
            // What was entered is not rounded.
            (Some(Origin::Input(_)), Some(entered)) => shown(places(entered).max(decimals(price))),
            (Some(Origin::Input(_)), None) => shown(decimals(price)),
            _ => i18n.tf(k::REPORT_VALUE_DEFAULT, [("value", &shown(decimals(price)))]),
        }
    }

    fn year(&self) -> String {
        let params = &self.facts.outcome.model.lowered.params;
        self.year.map_or_else(
            || self.facts.i18n.format().none(),
            |slot| format!("{}\u{a0}{}", figure(self.facts.i18n, params[slot]), self.unit),
        )
    }

    fn energy(&self) -> String {
        let i18n = self.facts.i18n;
        self.energy.map_or_else(|| i18n.format().none(), |energy| i18n.format().table(energy, 0))
    }

    fn basis(&self) -> Key {
        match self.bill.kind {
            ReadingKind::Unknown => k::BADGE_ESTIMATED,
            ReadingKind::Money => k::REPORT_BASIS_MONEY,
            ReadingKind::Value => k::REPORT_BASIS_BILL,
        }
    }
}

fn carrier_name(i18n: I18n, bill: &Bill) -> String {
    i18n.key_name("carrier", &bill.carrier)
}

/// Decimals of a number as it was typed.
fn places(value: f64) -> u8 {
    let text = value.to_string();
    text.split_once('.').map_or(0, |(_, digits)| u8::try_from(digits.len()).unwrap_or(u8::MAX)).min(6)
}

/// The bills as entered and what they are in a year.
pub fn bills(facts: &Facts<'_>) -> Table {
    let i18n = facts.i18n;
    let mut rows = Vec::new();
    for (index, bill) in facts.project.bills.iter().enumerate() {
        let reading = Reading::new(facts, index, bill);
        rows.push(Row::new([
            carrier_name(i18n, bill),
            reading.entered(),
            reading.price(),
            reading.year(),
            reading.energy(),
            i18n.t(reading.basis()).to_owned(),
        ]));
        if let Some(fixed) = bill.fixed_cost {
            rows.push(Row::new([
                i18n.tf(
                    k::FIELD_OF,
                    [
                        ("thing", &carrier_name(i18n, bill)),
                        ("field", &field_name(i18n, "bill", "fixed_cost")),
                    ],
                ),
                i18n.format().money_table(fixed, facts.currency),
                String::new(),
                String::new(),
                String::new(),
                i18n.t(k::REPORT_BASIS_BILL).to_owned(),
            ]));
        }
    }
    Table {
        caption: i18n.t(k::REPORT_ACTIVITY_CAPTION).to_owned(),
        columns: vec![
            Column::text(i18n.t(k::REPORT_COLUMN_CARRIER)),
            Column::text(i18n.t(k::REPORT_COLUMN_ENTERED)),
            Column::number(i18n.t(k::QUANTITY_UNIT_PRICE)),
            Column::number(i18n.t(k::REPORT_COLUMN_YEAR)),
            Column::number(i18n.tf(k::REPORT_ACTIVITY_HEAT, [("unit", &i18n.symbol("gj"))])),
            Column::text(i18n.t(k::REPORT_COLUMN_BASIS)),
        ],
        rows,
    }
}

/// What else was entered about the site: size, output, solvents, refrigerants, vehicles, wastewater.
pub fn others(facts: &Facts<'_>) -> Table {
    let i18n = facts.i18n;
    let project = facts.project;
    let mut rows: Vec<Row> = Vec::new();
    let mut add = |name: String, value: Option<f64>, unit: (&str, &str)| {
        if let Some(value) = value {
            rows.push(Row::new([name, i18n.format().own(value), unit_text(i18n, unit, facts.currency)]));
        }
    };
    let site = |name: &str| field_name(i18n, "site", name);
    add(site("hours"), project.site.hours, ("h", ""));
    add(site("output"), project.site.output, (&project.site.output_unit, ""));
    add(site("floor_area"), project.site.floor_area, ("m2", ""));
    add(site("employees"), project.site.employees, ("", ""));
    let of = |thing: String, name: String| i18n.tf(k::FIELD_OF, [("thing", &thing), ("field", &name)]);
    for solvent in &project.solvents {
        add(
            of(i18n.own_name(&solvent.name), field_name(i18n, "solvent", "tonnes")),
            solvent.tonnes,
            ("t", ""),
        );
    }
    for lost in &project.refrigerants {
        let gas = i18n.key_name("greenhouse_gas", &lost.gas);
        add(of(gas, field_name(i18n, "refrigerant", "leak")), lost.leak, ("kg", ""));
    }
    if let Some(water) = &project.wastewater {
        let name = |name: &str| field_name(i18n, "wastewater", name);
        add(name("volume"), water.volume, ("m3", ""));
        add(name("share_of_intake"), water.share_of_intake, ("percent", ""));
        add(name("cod_in"), water.cod_in, ("mg", "l"));
        add(name("cod_out"), water.cod_out, ("mg", "l"));
        add(name("nitrogen_in"), water.nitrogen_in, ("mg", "l"));
    }
    if let Some(solar) = &project.solar {
        add(field_name(i18n, "solar", "kwp"), solar.kwp, ("kwp", ""));
    }
    let plant = &facts.outcome.model.lowered.plant;
    for (activity, node) in project.activities.iter().zip(&plant.activities) {
        let unit = plant.slots.get(node.amount.index()).map_or(("", ""), |info| info.unit);
        let name = if activity.name.is_empty() {
            activity_label(i18n, node.fact)
        } else {
            i18n.own_name(&activity.name)
        };
        let amount = facts.outcome.model.lowered.params[node.amount];
        add(name, (amount > 0.0).then_some(amount), unit);
    }
    Table {
        caption: i18n.t(k::REPORT_OTHER_FIGURES).to_owned(),
        columns: vec![
            Column::text(i18n.t(k::REPORT_COLUMN_ITEM)),
            Column::number(i18n.t(k::REPORT_COLUMN_VALUE)),
            Column::text(i18n.t(k::REPORT_COLUMN_UNIT)),
        ],
        rows,
    }
}

/// The data the report rests on.
#[component]
pub fn Activity() -> impl IntoView {
    let desk = Desk::expect();
    let others = desk.memo(others);
    view! {
        <Section title=k::REPORT_ACTIVITY_DATA>
            <DataTable table=desk.memo(bills) />
            <Show when=move || others.with(|table| !table.rows.is_empty())>
                <DataTable table=others />
            </Show>
        </Section>
    }
}
