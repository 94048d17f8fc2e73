//! One line of free text.

use leptos::{prelude::*, text_prop::TextProp};

use super::field::FieldIds;

/// A text box. Inside a `Field` it takes its name from there; elsewhere give `name`.
#[component]
pub fn TextInput(
    /// The text.
    #[prop(into)]
    value: Signal<String>,
    /// Called with the whole text at each keystroke.
    #[prop(into)]
    on_input: Callback<String>,
    /// Accessible name where there is no visible label.
    #[prop(optional, into)]
    name: Option<TextProp>,
    /// An example of what to type; never the only place of a needed fact.
    #[prop(optional, into)]
    placeholder: Option<TextProp>,
    /// Longest text taken.
    #[prop(default = 200)]
    max_length: u32,
) -> impl IntoView {
    let ids = use_context::<FieldIds>();
    let invalid = ids.as_ref().map(|ids| ids.invalid);
    view! {
        <input
            type="text"
            class="lt-input"
            id=ids.as_ref().map(|ids| ids.control.clone())
            aria-label=name.map(|name| move || name.get())
            aria-describedby=ids.map(|ids| ids.described_by)
            aria-invalid=move || invalid.is_some_and(|i| i.get()).then_some("true")
            placeholder=placeholder.map(|text| move || text.get())
            maxlength=max_length
            autocomplete="off"
            prop:value=move || value.get()
            on:input=move |event| on_input.run(event_target_value(&event))
        />
    }
}
