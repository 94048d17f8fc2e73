//! A figure that opens its own explanation.

use leptos::{prelude::*, text_prop::TextProp};

use super::stat_row::Trend;

/// A number inside a sentence or a table that opens "Why this number?".
#[component]
pub fn WhyFigure(
    /// Value and unit as shown.
    #[prop(into)]
    text: TextProp,
    /// Value, unit in words, then the action: what a screen reader says.
    #[prop(into)]
    name: TextProp,
    /// Called to open the explanation.
    #[prop(into)]
    on_why: Callback<()>,
    /// Colours a change; the sign in the text carries the meaning.
    #[prop(optional, into)]
    trend: Signal<Trend>,
) -> impl IntoView {
    view! {
        <button
            type="button"
            class=move || trend.get().class("lt-why", "lt-why lt-better", "lt-why lt-worse")
            aria-haspopup="dialog"
            on:click=move |_| on_why.run(())
        >
            <span aria-hidden="true">{move || text.get()}</span>
            <span class="lt-hidden">{move || name.get()}</span>
        </button>
    }
}
