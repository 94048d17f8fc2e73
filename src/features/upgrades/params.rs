//! The settings of an upgrade: coverage, size, life, a quotation, and the parameters its model uses.

use super::facts::CardFacts;
use super::param_field::{Kind, ParamField};
use crate::features::why::Library;
use crate::i18n::{k, use_i18n};
use crate::state::upgrades::reset;
use crate::state::{Answers, ProjectStore};
use crate::ui::{Button, ButtonKind, IconName};
use lantian_engine::assess::{Model, Outcome};
use lantian_engine::data::MeasureId;
use lantian_engine::metric::Totals;
use lantian_engine::set::MeasureSet;
use leptos::prelude::*;

/// Factors by which a parameter is moved to see whether anything follows.
const PROBES: [f64; 4] = [0.5, 0.9, 1.1, 2.0];

/// Which parameters change the plant or the cost when they move: the catalogue also describes
/// short-cuts that this model has no need of.
pub fn used(outcome: &Outcome, id: MeasureId) -> Vec<bool> {
    let model = &outcome.model;
    let Some(place) = outcome.measures.iter().position(|m| m.id == id) else { return Vec::new() };
    let Some(entry) = model.lowered.measures.get(place) else { return Vec::new() };
    let set = MeasureSet::one(place);
    let figures = |model: &Model| -> (Totals<f64>, f64) {
        let mut scratch = model.scratch();
        model.evaluate(set, &mut scratch);
        let saved = scratch.flows.totals;
        (saved, model.appraise(set, &outcome.before.totals.minus(&saved)).npv)
    };
    let base = figures(model);
    let moves = |slot| {
        PROBES.iter().any(|probe| {
            let mut lowered = model.lowered.clone();
            let value = lowered.params[slot];
            lowered.params[slot] = if value == 0.0 { *probe } else { value * probe };
            figures(&Model::new(lowered)) != base
        })
    };
    entry.slots.params.iter().map(|&slot| moves(slot)).collect()
}

/// The fields.
#[component]
pub fn Params(id: MeasureId, facts: Memo<Option<CardFacts>>) -> impl IntoView {
    let (i18n, answers, store) = (use_i18n(), Answers::expect(), ProjectStore::expect());
    let library = Library::expect();
    Effect::new(move || library.want(i18n.lang()));
    // Found out once, when the settings are opened.
    let answer = answers.get_untracked();
    let works = answer.outcome.as_ref().map(|outcome| used(outcome, id)).unwrap_or_default();
    let spec = id.spec();
    let (there, idle): (Vec<_>, Vec<_>) =
        spec.params.iter().enumerate().partition(|(place, _)| works.get(*place).copied().unwrap_or(false));
    let fields = there
        .into_iter()
        .map(|(_, param)| view! { <ParamField id kind=Kind::Own(param) facts /> })
        .collect_view();
    let idle: Vec<&'static str> = idle.into_iter().map(|(_, param)| param.key).collect();
    let idle_words = move || {
        let names: Vec<String> = idle.iter().map(|key| i18n.param(id.slug(), key)).collect();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        (!names.is_empty()).then(|| i18n.tf(k::UPGRADES_IDLE_PARAMS, [("list", &i18n.format().list(&names))]))
    };
    let changed = store.memo(move |project| {
        let mut choices = project.plan().measures.iter();
        choices.any(|c| c.measure == id.slug() && (!c.params.is_empty() || c.quote.is_some()))
    });
    view! {
        <div class="lt-upgrade-params">
            <ParamField id kind=Kind::Quote facts />
            <ParamField id kind=Kind::Size facts />
            <ParamField id kind=Kind::Coverage facts />
            <ParamField id kind=Kind::Life facts />
            <ParamField id kind=Kind::Running facts />
            <ParamField id kind=Kind::OtherSaving facts />
            {fields}
            <p class="lt-remark">{idle_words}</p>
            <Show when=move || changed.get()>
                <Button
                    kind=ButtonKind::Secondary
                    icon=IconName::Undo
                    label=move || i18n.t(k::ACT_RESET)
                    on_press=move |()| {
                        store.run(reset(id.slug()));
                    }
                />
            </Show>
        </div>
    }
}
