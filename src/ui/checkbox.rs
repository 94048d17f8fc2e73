//! Yes or no.

use leptos::{prelude::*, text_prop::TextProp};

/// A tick box with its label.
#[component]
pub fn Checkbox(
    /// What is agreed to or switched on.
    #[prop(into)]
    label: TextProp,
    /// Whether it is ticked.
    #[prop(into)]
    checked: Signal<bool>,
    /// Called with the new state.
    #[prop(into)]
    on_change: Callback<bool>,
    /// What it means, under the label.
    #[prop(optional, into)]
    hint: Option<TextProp>,
    /// Cannot be changed now.
    #[prop(optional, into)]
    disabled: Signal<bool>,
) -> impl IntoView {
    view! {
        <label class="lt-checkbox">
            <input
                type="checkbox"
                class="lt-tick"
                disabled=move || disabled.get()
                prop:checked=move || checked.get()
                on:change=move |event| on_change.run(event_target_checked(&event))
            />
            <span class="lt-checkbox__text">
                {move || label.get()}
                {hint.map(|hint| view! { <span class="lt-checkbox__hint">{move || hint.get()}</span> })}
            </span>
        </label>
    }
}
