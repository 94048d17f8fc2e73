//! What to measure to be surer: the inputs that most of the spread comes from.

use super::trials::Known;
use crate::features::live::jump::FieldLink;
use crate::features::why::{Library, slot_field, slot_name};
use crate::i18n::{k, use_i18n};
use lantian_engine::assess::Outcome;
use lantian_engine::measures::CATALOGUE;
use lantian_engine::origin::{Field, Origin};
use lantian_engine::plant::Slot;
use lantian_engine::uncertainty::Figure;
use leptos::prelude::*;

/// Inputs named, at most, and the least part of the spread that is worth naming.
const NAMED: usize = 4;
const MATTERS: f64 = 0.03;

/// What the spread of a figure comes from, strongest first.
#[component]
pub fn Influences(
    /// The figure.
    figure: Figure,
    /// What is known.
    known: Memo<Option<Known>>,
) -> impl IntoView {
    let (i18n, library) = (use_i18n(), Library::expect());
    // The names of published factors are in a file of their own.
    Effect::new(move || {
        if known.with(|known| known.as_ref().is_some_and(|known| names_fact(known, figure))) {
            library.want(i18n.lang());
        }
    });
    let lines = move || {
        let known = known.get()?;
        let book = library.book(i18n.lang());
        let line = |(slot, share): (_, f64)| {
            let (name, at) = known
                .with(|outcome| (slot_name(i18n, outcome, slot, book.as_deref()), field_of(outcome, slot)))?;
            let share = i18n.format().share(share);
            let words = i18n.tf(k::RANGES_FROM_INPUT, [("input", &name), ("share", &share)]);
            Some(view! { <li>{linked(at, words)}</li> })
        };
        let lines: Vec<_> = strongest(&known, figure).into_iter().filter_map(line).collect();
        (!lines.is_empty()).then(|| {
            view! {
                <div>
                    <h3>{i18n.t(k::RANGES_MEASURE)}</h3>
                    <ul>{lines}</ul>
                </div>
            }
        })
    };
    view! { {lines} }
}

/// Where a number can be replaced by a measured one.
fn field_of(outcome: &Outcome, slot: Slot) -> Option<Field> {
    let info = outcome.model.lowered.plant.slots.get(slot.index())?;
    match info.origin {
        Origin::Measure { measure, param, .. } | Origin::Suggested { measure, param } => {
            let place = CATALOGUE.iter().position(|id| *id == measure)?;
            Some(Field::new("measure", place, measure.spec().params.get(usize::from(param))?.key))
        }
        _ => slot_field(outcome, slot),
    }
}

fn linked(at: Option<Field>, words: String) -> AnyView {
    match at {
        Some(at) => view! { <FieldLink at>{words}</FieldLink> }.into_any(),
        None => words.into_any(),
    }
}

fn strongest(known: &Known, figure: Figure) -> Vec<(Slot, f64)> {
    let found = known.ranges.influences.iter().find(|(of, _)| *of == figure);
    let found = found.map(|(_, found)| found.as_slice()).unwrap_or_default();
    let named = found.iter().take(NAMED).filter(|influence| influence.share >= MATTERS);
    named.filter_map(|influence| Some((*known.slots.get(influence.source)?, influence.share))).collect()
}

fn names_fact(known: &Known, figure: Figure) -> bool {
    let fact = |slot: Slot| {
        known.with(|outcome| {
            let info = outcome.model.lowered.plant.slots.get(slot.index());
            info.is_some_and(|info| matches!(info.origin, Origin::Fact(_)))
        })
    };
    strongest(known, figure).into_iter().any(|(slot, _)| fact(slot) == Some(true))
}
