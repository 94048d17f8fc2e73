//! Given numbers: what each is called, where it was entered, which source it comes from.

use super::library::FactBook;
use crate::features::live::wording::{field_name, field_place};
use crate::i18n::{I18n, k};
use crate::state::Route;
use lantian_engine::assess::Outcome;
use lantian_engine::data::SourceId;
use lantian_engine::measures::CATALOGUE;
use lantian_engine::origin::{Field, Origin, SlotInfo};
use lantian_engine::plant::Slot;

fn info(outcome: &Outcome, slot: Slot) -> Option<&SlotInfo> {
    outcome.model.lowered.plant.slots.get(slot.index())
}

/// The name of a quantity: its own, else that of the field of the same name.
fn quantity(i18n: I18n, name: &str) -> String {
    let texts = i18n.texts();
    texts.name("quantity", name).or_else(|| texts.name("field", name)).unwrap_or(name).to_owned()
}

/// A setting of an upgrade: a parameter of its own, or one that every upgrade has.
fn measure_part(i18n: I18n, field: Field) -> String {
    let own = CATALOGUE.get(usize::from(field.index)).filter(|id| id.param(field.name).is_some());
    own.map_or_else(|| quantity(i18n, field.name), |id| i18n.param(id.slug(), field.name))
}

/// The short name of a given number, for formulas.
pub fn slot_label(i18n: I18n, outcome: &Outcome, slot: Slot) -> String {
    let Some(info) = info(outcome, slot) else { return String::new() };
    match info.origin {
        Origin::Measure { measure, .. } | Origin::Suggested { measure, .. } if info.name != "size" => {
            i18n.param(measure.slug(), info.name)
        }
        Origin::Input(field) if field.part == "measure" => measure_part(i18n, field),
        // An amount says nothing without its carrier.
        Origin::Input(field) if matches!(info.name, "amount" | "quantity" | "months") => {
            field_place(i18n, &outcome.model.lowered.project, field)
        }
        Origin::Input(field) | Origin::Sector(_, field) if field.part != "constant" => {
            field_name(i18n, field.part, field.name)
        }
        _ => quantity(i18n, info.name),
    }
}

/// The full name of a given number: with what it belongs to, or the name of its row in the tables.
pub fn slot_name(i18n: I18n, outcome: &Outcome, slot: Slot, book: Option<&FactBook>) -> String {
    let Some(info) = info(outcome, slot) else { return String::new() };
    match info.origin {
        Origin::Input(field) if field.part == "measure" => {
            let what = measure_part(i18n, field);
            let measure = CATALOGUE.get(usize::from(field.index)).map(|id| i18n.name("measure", id.slug()));
            i18n.tf(k::WHY_STEP_OF, [("step", &measure.unwrap_or_default()), ("what", &what)])
        }
        Origin::Input(field) | Origin::Sector(_, field) if field.part != "constant" => {
            field_place(i18n, &outcome.model.lowered.project, field)
        }
        Origin::Fact(id) => book
            .and_then(|book| book.fact(id))
            .map_or_else(|| quantity(i18n, info.name), |fact| fact.name.to_owned()),
        Origin::Measure { measure, .. } | Origin::Suggested { measure, .. } => {
            let what = slot_label(i18n, outcome, slot);
            let measure = i18n.name("measure", measure.slug());
            i18n.tf(k::WHY_STEP_OF, [("step", &measure), ("what", &what)])
        }
        _ => quantity(i18n, info.name),
    }
}

/// The field that changes a number, for a link.
pub fn slot_field(outcome: &Outcome, slot: Slot) -> Option<Field> {
    match info(outcome, slot)?.origin {
        Origin::Input(field) | Origin::Sector(_, field) if field.part != "constant" => Some(field),
        _ => None,
    }
}

/// The source behind a number, with its place in it and the year to look at it again.
pub fn slot_source(outcome: &Outcome, slot: Slot) -> Option<SourceId> {
    match info(outcome, slot)?.origin {
        Origin::Fact(id) => Some(id.fact().source),
        Origin::Sector(row, _) => Some(row.source),
        Origin::Measure { measure, param, changed: false } => {
            measure.spec().params.get(usize::from(param)).map(|param| param.source)
        }
        _ => None,
    }
}

/// The page on which a number can be changed.
pub fn slot_place(outcome: &Outcome, slot: Slot) -> Option<Route> {
    match info(outcome, slot)?.origin {
        Origin::Measure { .. } | Origin::Suggested { .. } => Some(Route::Upgrades),
        Origin::Input(field) if field.part == "measure" => Some(Route::Upgrades),
        _ => slot_field(outcome, slot).map(|_| Route::Plant),
    }
}
