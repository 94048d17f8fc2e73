//! The answer beside a form: today's figures, or that they are still to come.

use super::today::Today;
use crate::i18n::{k, use_i18n};
use crate::state::Answers;
use crate::ui::{EmptyState, IconName};
use leptos::prelude::*;

/// The column beside the form.
#[component]
pub fn Ledger() -> impl IntoView {
    let (i18n, answers) = (use_i18n(), Answers::expect());
    let has_outcome = answers.memo(|answer| answer.outcome.is_some());
    view! {
        <aside class="lt-live" aria-label=move || i18n.t(k::LIVE_TITLE)>
            {move || {
                if has_outcome.get() {
                    view! { <Today /> }.into_any()
                } else {
                    view! {
                        <div class="lt-card">
                            <EmptyState icon=IconName::Factory text=move || i18n.t(k::LIVE_WAITING) />
                        </div>
                    }
                        .into_any()
                }
            }}
        </aside>
    }
}
