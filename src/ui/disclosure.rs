//! Detail that is there when wanted.

use leptos::{prelude::*, text_prop::TextProp};

/// A native disclosure.
#[component]
pub fn Disclosure(
    /// What will be shown.
    #[prop(into)]
    summary: TextProp,
    /// Open from the start.
    #[prop(optional)]
    open: bool,
    /// The detail.
    children: Children,
) -> impl IntoView {
    view! {
        <details class="lt-disclosure" open=open>
            <summary class="lt-disclosure__summary">{move || summary.get()}</summary>
            <div class="lt-disclosure__body">{children()}</div>
        </details>
    }
}
