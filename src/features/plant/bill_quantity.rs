//! The amount of one bill: quantity or money or "don't know", unit, period, and what it means.

use super::bill_meaning::{meaning, price_note};
use super::bill_text::{self, Around, MODES, PERIODS};
use super::choices::{bill_units, currency_of, currency_slug, has_money};
use super::marks::Marks;
use super::paid::{Paid, PaidState};
use crate::features::live::wording;
use crate::i18n::{Currency, I18n, k, use_i18n};
use crate::state::command::{Command, EditKey};
use crate::state::{Answers, Part, ProjectStore};
use crate::ui::{Choice, Message, QuantityInput, QuantityText};
use lantian_engine::carrier::Carrier;
use lantian_engine::notice::ProblemKind;
use lantian_engine::origin::Field;
use lantian_engine::project::{Bill, Period, Project, ReadingKind};
use lantian_engine::units::UnitId;
use leptos::prelude::*;

/// Place of the first bill of a carrier.
pub fn position(project: &Project, carrier: Carrier) -> Option<usize> {
    project.bills.iter().position(|bill| bill.carrier == carrier.slug())
}

/// The first bill of a carrier.
pub fn bill_of(project: &Project, carrier: Carrier) -> Option<&Bill> {
    position(project, carrier).and_then(|at| project.bills.get(at))
}

/// An empty bill of a carrier, in its usual unit and period.
pub fn blank(carrier: Carrier) -> Bill {
    // Power companies bill by the month; deliveries of fuel are added up over the year.
    let by_month = matches!(carrier, Carrier::Electricity | Carrier::Towngas);
    Bill {
        carrier: carrier.slug().to_owned(),
        unit: bill_units(carrier).first().map_or("", |unit| unit.slug()).to_owned(),
        period: if by_month { Period::Month } else { Period::Year },
        ..Bill::default()
    }
}

/// Edits the bill of a carrier, which comes into being with its first entry; electricity first.
pub fn edit_bill(
    carrier: Carrier,
    field: &'static str,
    edit: impl FnOnce(&mut Bill, &Project) + 'static,
) -> Command {
    let key = EditKey::new(Part::Bills, 0, carrier as usize, field);
    Command::keyed(key, move |project| {
        let at = position(project, carrier).unwrap_or_else(|| {
            let at = if carrier == Carrier::Electricity { 0 } else { project.bills.len() };
            project.bills.insert(at, blank(carrier));
            at
        });
        let around =
            Project { site: project.site.clone(), finance: project.finance.clone(), ..Project::default() };
        if let Some(bill) = project.bills.get_mut(at) {
            edit(bill, &around);
        }
    })
}

/// The amount of the bill of one carrier.
#[component]
pub fn BillQuantity(
    /// Which bill; it need not exist yet.
    carrier: Carrier,
    /// Another label than the carrier's name.
    #[prop(optional, into)]
    label: Option<Signal<String>>,
) -> impl IntoView {
    let (i18n, store, answers) = (use_i18n(), ProjectStore::expect(), Answers::expect());
    let name = Signal::derive(move || match label {
        Some(label) => label.get(),
        None => wording::carrier_name(i18n, carrier.slug()),
    });
    let text = Memo::new(move |_| {
        let format = i18n.format();
        store.with(|project| {
            let around = Around::new(project, carrier);
            match bill_of(project, carrier) {
                Some(bill) => bill_text::to_text(bill, around, format),
                None => bill_text::to_text(&blank(carrier), around, format),
            }
        })
    });
    let paid = PaidState::new();
    let on_change = move |new: QuantityText| {
        let shown = text.get_untracked();
        let was_money = shown.mode == "money" && new.mode == "money";
        if was_money && new.unit != shown.unit {
            let unit = new.unit;
            store.run(crate::state::command::finance("currency", move |f| f.currency = unit));
            return;
        }
        let hold = paid.holder();
        store.run(edit_bill(carrier, "amount", move |bill, project| {
            let price = bill.price;
            bill_text::take(bill, &shown, &new, Around::new(project, carrier));
            hold(bill, price);
        }));
        paid.follow(bill_of(&store.get_untracked(), carrier));
    };
    let mode = Memo::new(move |_| text.with(|t| t.mode.clone()));
    let only_money = store.memo(move |project| only_money_of(project, carrier));
    let units = Signal::derive(move || match mode.get().as_str() {
        "money" => currency_choices(i18n, store.with(currency_of), only_money.get()),
        _ => {
            bill_units(carrier).iter().map(|unit| Choice::new(unit.slug(), i18n.unit(unit.slug()))).collect()
        }
    });
    let index = store.memo(move |project| position(project, carrier));
    let meant = Memo::new(move |_| {
        answers.with(|answer| store.with(|project| meaning(i18n, project, answer, carrier)))
    });
    let hint = move || meant.with(|meant| meant.text.clone());
    let filled = store.memo(move |project| bill_of(project, carrier).is_some_and(bill_text::is_filled));
    // Keeps its room while the engine is still on its way.
    let note = move || {
        let note = move || meant.with(|meant| meant.price.clone()).map(|note| price_note(i18n, note));
        filled.get().then(|| view! { <span class="lt-bill__note">{note}</span> })
    };
    let marks = Marks::expect();
    let message = move || {
        towngas_in_kwh(i18n, store, carrier).or_else(|| {
            let index = index.get()?;
            bill_message(marks, answers, store, i18n, carrier, index, paid.is_editing())
        })
    };
    let named = move |key: crate::i18n::Key<1>| {
        move || i18n.tf(key, [("carrier", &wording::carrier_name(i18n, carrier.slug()))])
    };
    view! {
        <QuantityInput
            label=name
            value=text
            on_change
            modes=Signal::derive(move || modes(i18n, carrier))
            mode_label=named(k::QUANTITY_MODE)
            units
            unit_label=named(k::QUANTITY_UNIT_OF)
            periods=Signal::derive(move || periods(i18n))
            period_label=named(k::QUANTITY_PERIOD_OF)
            hint
            after_hint=note
            message=Signal::derive(message)
        />
        <Paid carrier state=paid />
    }
}

fn modes(i18n: I18n, carrier: Carrier) -> Vec<Choice> {
    let label = |kind| match kind {
        ReadingKind::Value => k::QUANTITY_BY_VALUE,
        ReadingKind::Money => k::QUANTITY_BY_MONEY,
        ReadingKind::Unknown => k::QUANTITY_UNKNOWN,
    };
    // Nothing stands in for water, and nothing tells how much of each fuel is meant but one.
    let known =
        MODES.into_iter().filter(|(_, kind)| *kind != ReadingKind::Unknown || can_be_unknown(carrier));
    known.map(|(value, kind)| Choice::new(value, i18n.t(label(kind)))).collect()
}

/// Whether the sector tables can stand in for a bill of this carrier.
pub fn can_be_unknown(carrier: Carrier) -> bool {
    carrier != Carrier::Water
}

fn periods(i18n: I18n) -> Vec<Choice> {
    let label = |period| match period {
        Period::Month => k::PERIOD_MONTH,
        Period::TwoMonths => k::PERIOD_TWO_MONTHS,
        Period::Year => k::PERIOD_YEAR,
    };
    PERIODS.into_iter().map(|(value, period)| Choice::new(value, i18n.t(label(period)))).collect()
}

/// All currencies while this bill is the only money there is: another currency would give other
/// amounts another meaning.
fn currency_choices(i18n: I18n, own: Currency, free: bool) -> Vec<Choice> {
    let choices = Currency::ALL.into_iter().filter(|currency| free || *currency == own);
    choices.map(|c| Choice::new(currency_slug(c), i18n.format().currency_name(c))).collect()
}

fn only_money_of(project: &Project, carrier: Carrier) -> bool {
    let mut others = project.clone();
    others
        .bills
        .retain(|bill| bill.carrier != carrier.slug() || bill.price.is_some() || bill.fixed_cost.is_some());
    !has_money(&others)
}

fn bill_message(
    marks: Marks,
    answers: Answers,
    store: ProjectStore,
    i18n: I18n,
    carrier: Carrier,
    index: usize,
    price_unfinished: bool,
) -> Option<Message> {
    let project = store.get();
    let bill = project.bills.get(index)?;
    if let Some(issue) = bill_text::issue(bill, Around::new(&project, carrier)) {
        let name = wording::carrier_name(i18n, carrier.slug());
        return Some(Message::problem(wording::amount_issue(i18n, carrier, &name, &issue, &project)));
    }
    let of = |name| Field::new("bill", index, name);
    // "Don't know" where nothing can stand in must be said here; an empty box speaks for itself.
    let unknown = bill.kind == ReadingKind::Unknown;
    let missing = answers.with(|answer| {
        let problem =
            answer.problems.iter().find(|p| p.field == of("amount") && p.kind == ProblemKind::Missing);
        problem.filter(|_| unknown).map(|p| wording::problem(i18n, &project, p))
    });
    if let Some(text) = missing {
        return Some(Message::problem(text));
    }
    let fields: &[&str] = if price_unfinished {
        &["amount", "unit", "carrier"]
    } else {
        &["amount", "unit", "carrier", "price"]
    };
    fields.iter().find_map(|name| marks.message_now(of(name)))
}

fn towngas_in_kwh(i18n: I18n, store: ProjectStore, carrier: Carrier) -> Option<Message> {
    let asked = carrier == Carrier::Towngas
        && store.with(|project| {
            bill_of(project, carrier)
                .is_some_and(|bill| bill.unit == UnitId::Kwh.slug() && bill.kind == ReadingKind::Value)
        });
    asked.then(|| Message::notice(i18n.t(k::ERROR_TOWNGAS_UNIT)))
}
