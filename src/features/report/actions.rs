//! Next steps: what to measure, what to do first, what to have quoted.

use super::digest::Digest;
use super::facts::{Desk, Facts};
use super::parts::{Points, Section};
use crate::features::naming::{payback_short, pays_back, rank_of};
use crate::features::why::{Library, slot_name};
use crate::i18n::{I18n, k};
use lantian_engine::assess::MeasureOutcome;
use lantian_engine::finance::Payback;
use leptos::prelude::*;
use std::sync::Arc;

/// Upgrades named for an early start, and for a quotation.
const NAMED: usize = 3;
/// A lever's effect is told for a value so much higher.
const HIGHER: f64 = 0.1;

/// What to start with: upgrades without cost, then the fastest paybacks.
pub fn first_steps(facts: &Facts<'_>) -> Vec<String> {
    let i18n = facts.i18n;
    let payback = |measure: &MeasureOutcome| measure.appraisal.as_ref().map(|a| a.simple_payback);
    let mut ready: Vec<(&MeasureOutcome, Payback)> = facts
        .outcome
        .counted()
        .filter_map(|measure| Some((measure, payback(measure).filter(|p| pays_back(*p))?)))
        .collect();
    ready.sort_by(|one, other| rank_of(one.1).total_cmp(&rank_of(other.1)));
    let free = ready.iter().filter(|(_, payback)| matches!(payback, Payback::NoCost)).count();
    let say = |(measure, payback): &(&MeasureOutcome, Payback)| {
        let name = i18n.name("measure", measure.id.slug());
        match payback {
            Payback::NoCost => i18n.tf(k::REPORT_ACTION_FREE, [("measure", &name)]),
            other => {
                let time = payback_short(i18n, *other);
                i18n.tf(k::REPORT_ACTION_FAST, [("measure", &name), ("time", &time)])
            }
        }
    };
    ready.iter().take(free.max(NAMED)).map(say).collect()
}

/// The costliest upgrades without a quotation.
pub fn quotations(facts: &Facts<'_>) -> Vec<String> {
    let entries = &facts.outcome.model.lowered.measures;
    let mut open: Vec<&MeasureOutcome> = facts
        .outcome
        .measures
        .iter()
        .zip(entries)
        .filter(|(measure, entry)| measure.counted && measure.cost > 0.0 && entry.quote.is_none())
        .map(|(measure, _)| measure)
        .collect();
    open.sort_by(|one, other| other.cost.total_cmp(&one.cost));
    let say = |measure: &&MeasureOutcome| {
        let name = facts.i18n.name("measure", measure.id.slug());
        facts.i18n.tf(k::REPORT_ACTION_QUOTE, [("measure", &name)])
    };
    open.iter().take(NAMED).map(say).collect()
}

/// What to measure, with what a higher value would change.
fn levers(i18n: I18n, digest: &Digest, library: Library) -> Vec<String> {
    let Some(outcome) = digest.outcome() else { return Vec::new() };
    let book = library.book(i18n.lang());
    let key = if digest.of_plan { k::REPORT_ACTION_MEASURE_EFFECT } else { k::REPORT_ACTION_MEASURE_TODAY };
    let say = |lever: &lantian_engine::explain::Sensitivity| {
        let field = slot_name(i18n, outcome, lever.slot, book.as_deref());
        let change = i18n.format().co2e_change(lever.effect * HIGHER);
        i18n.tf(key, [("field", &field), ("change", &change)])
    };
    digest.levers.iter().map(say).collect()
}

fn permit(facts: &Facts<'_>) -> Vec<String> {
    let any = facts.outcome.counted().next().is_some();
    any.then(|| facts.i18n.t(k::REPORT_ACTION_PERMIT).to_owned()).into_iter().collect()
}

/// What to do next.
#[component]
pub fn NextSteps(#[prop(into)] digest: Signal<Option<Arc<Digest>>>) -> impl IntoView {
    let (desk, library) = (Desk::expect(), Library::expect());
    let facts = [desk.memo(first_steps), desk.memo(quotations), desk.memo(permit)];
    let texts = Memo::new(move |_| {
        let [first, quotes, permit] = facts.map(|part| part.get());
        let levers = digest
            .with(|found| found.as_ref().map(|found| levers(desk.i18n, found, library)).unwrap_or_default());
        [first, levers, quotes, permit].concat()
    });
    view! {
        <Section title=k::REPORT_NEXT_ACTIONS>
            <Points texts />
        </Section>
    }
}
