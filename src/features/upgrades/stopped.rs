//! What must be filled in or mended before there is a result, each with the way to its field.

use crate::features::live::wording::problem;
use crate::i18n::{k, use_i18n};
use crate::state::{Answers, ProjectStore, Route};
use crate::ui::{ButtonKind, EmptyState, IconName};
use leptos::prelude::*;

/// The list of problems, or how to start where nothing was entered yet.
#[component]
pub fn Stopped() -> impl IntoView {
    let (i18n, answers, store) = (use_i18n(), Answers::expect(), ProjectStore::expect());
    let started = store.memo(|project| !project.bills.is_empty());
    let lines = move || {
        store.with(|project| {
            answers
                .with(|answer| answer.problems.iter().map(|p| problem(i18n, project, p)).collect::<Vec<_>>())
        })
    };
    view! {
        <EmptyState
            icon=IconName::Factory
            text=move || i18n.t(if started.get() { k::LIVE_STOPPED } else { k::EMPTY_RESULTS })
            action=move || view! {
                <Show when=move || started.get()>
                    <ul class="lt-stopped">
                        {move || lines().into_iter().map(|line| view! { <li>{line}</li> }).collect_view()}
                    </ul>
                </Show>
                <a class=ButtonKind::Primary.class() href=Route::Plant.to_string()>
                    {move || i18n.t(k::ACT_SEE_PLANT)}
                </a>
            }
        />
    }
}
