//! What must be filled in or mended before there is a result, each with the way to mend it.

use crate::features::live::jump::FieldLink;
use crate::features::live::wording::problem;
use crate::i18n::{k, use_i18n};
use crate::state::upgrades::reset;
use crate::state::{Answers, ProjectStore, Route};
use crate::ui::{Button, ButtonKind, EmptyState, IconName};
use lantian_engine::data::MeasureId;
use lantian_engine::measures::CATALOGUE;
use lantian_engine::notice::Problem;
use lantian_engine::origin::Field;
use leptos::prelude::*;

/// The upgrade whose setting is wrong, if that is the problem.
fn measure_of(problem: &Problem) -> Option<MeasureId> {
    let place = usize::from(problem.field.index);
    (problem.field.part == "measure").then(|| CATALOGUE.get(place).copied()).flatten()
}

/// The list of problems, or how to start where nothing was entered yet.
#[component]
pub fn Stopped() -> impl IntoView {
    let (i18n, answers, store) = (use_i18n(), Answers::expect(), ProjectStore::expect());
    let started = store.memo(|project| !project.bills.is_empty());
    let lines = move || {
        store.with(|project| {
            answers.with(|answer| {
                let line = |one: &Problem| (one.field, problem(i18n, project, one), measure_of(one));
                answer.problems.iter().map(line).collect::<Vec<_>>()
            })
        })
    };
    let line = move |(at, words, measure): (Field, String, Option<MeasureId>)| {
        let name = measure.map(|id| i18n.name("measure", id.slug()));
        let words = match &name {
            Some(name) => i18n.tf(k::WHY_STEP_OF, [("step", name), ("what", &words)]),
            None => words,
        };
        let mend = measure.map(|id| {
            view! {
                <Button
                    icon=IconName::Undo
                    label=move || i18n.t(k::ACT_RESET)
                    on_press=move |()| {
                        store.run(reset(id.slug()));
                    }
                />
            }
        });
        // A setting of an upgrade is put back here; anything else is mended at its field.
        let words = match measure {
            Some(_) => view! { <span>{words}</span> }.into_any(),
            None => view! { <FieldLink at>{words}</FieldLink> }.into_any(),
        };
        view! { <li class="lt-cluster">{words} {mend}</li> }
    };
    view! {
        <EmptyState
            icon=IconName::Factory
            text=move || i18n.t(if started.get() { k::LIVE_STOPPED } else { k::EMPTY_RESULTS })
            action=move || view! {
                <Show when=move || started.get()>
                    <ul class="lt-stopped">{move || lines().into_iter().map(line).collect_view()}</ul>
                </Show>
                <a class=ButtonKind::Primary.class() href=Route::Plant.to_string()>
                    {move || i18n.t(k::ACT_SEE_PLANT)}
                </a>
            }
        />
    }
}
