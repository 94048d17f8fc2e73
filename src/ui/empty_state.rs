//! What stands where nothing is yet: what will appear, and the first step.

use leptos::{prelude::*, text_prop::TextProp};

use super::icon::{Icon, IconName};

/// A friendly blank.
#[component]
pub fn EmptyState(
    /// Drawing above the text.
    icon: IconName,
    /// What will appear here and how to start.
    #[prop(into)]
    text: TextProp,
    /// The first step, as a button or link.
    #[prop(optional, into)]
    action: Option<ViewFn>,
) -> impl IntoView {
    view! {
        <div class="lt-empty">
            <Icon name=icon />
            <p class="lt-empty__text">{move || text.get()}</p>
            {action.map(|action| move || action.run())}
        </div>
    }
}
