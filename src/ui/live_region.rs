//! Tells screen readers what changed elsewhere on the page.

use leptos::{prelude::*, text_prop::TextProp};

/// Whether an announcement waits for a pause.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Urgency {
    /// After the current sentence: new results.
    #[default]
    Polite,
    /// At once: something is about to be lost.
    Assertive,
}

/// An invisible region whose text is read out whenever it changes.
#[component]
pub fn LiveRegion(
    /// What to say; keep it to the headline.
    #[prop(into)]
    text: TextProp,
    /// Whether it may interrupt.
    #[prop(optional)]
    urgency: Urgency,
) -> impl IntoView {
    let (role, live) = match urgency {
        Urgency::Polite => ("status", "polite"),
        Urgency::Assertive => ("alert", "assertive"),
    };
    view! {
        <div class="lt-hidden" role=role aria-live=live aria-atomic="true">
            {move || text.get()}
        </div>
    }
}
