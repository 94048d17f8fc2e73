//! A number as people type it. The text goes out untouched; reading it is the caller's business.

use leptos::{prelude::*, text_prop::TextProp};

use super::field::FieldIds;

/// A box for a number.
///
/// While it has focus the box shows what was typed, whatever the caller makes of it ("1." must not turn into
/// "1" under the fingers); on leaving, it shows `value` again.
#[component]
pub fn NumberInput(
    /// The text as it was entered.
    #[prop(into)]
    value: Signal<String>,
    /// Called with the whole text at each keystroke.
    #[prop(into)]
    on_input: Callback<String>,
    /// Called with the whole text on Enter and on leaving the box.
    #[prop(optional, into)]
    on_commit: Option<Callback<String>>,
    /// Accessible name where there is no visible label.
    #[prop(optional, into)]
    name: Option<TextProp>,
    /// An example of what to type.
    #[prop(optional, into)]
    placeholder: Option<TextProp>,
    /// Unit shown behind the number when it cannot be chosen.
    #[prop(optional, into)]
    unit: Option<TextProp>,
    /// Cannot be edited now.
    #[prop(optional, into)]
    disabled: Signal<bool>,
) -> impl IntoView {
    let ids = use_context::<FieldIds>();
    let invalid = ids.as_ref().map(|ids| ids.invalid);
    let draft = RwSignal::new(None::<String>);
    let shown = move || draft.get().unwrap_or_else(|| value.get());
    let input = view! {
        <input
            type="text"
            class="lt-input lt-input--number"
            inputmode="decimal"
            autocomplete="off"
            spellcheck="false"
            maxlength="40"
            id=ids.as_ref().map(|ids| ids.control.clone())
            aria-label=name.map(|name| move || name.get())
            aria-describedby=ids.map(|ids| ids.described_by)
            aria-invalid=move || invalid.is_some_and(|i| i.get()).then_some("true")
            placeholder=placeholder.map(|text| move || text.get())
            disabled=move || disabled.get()
            prop:value=shown
            on:input=move |event| {
                let text = event_target_value(&event);
                draft.set(Some(text.clone()));
                on_input.run(text);
            }
            on:change=move |event| {
                if let Some(commit) = on_commit {
                    // A box that leaves the page with the focus still says goodbye.
                    commit.try_run(event_target_value(&event));
                }
            }
            on:blur=move |_| {
                draft.try_set(None);
            }
        />
    };
    match unit {
        None => input.into_any(),
        Some(unit) => view! {
            <span class="lt-group">{input} <span class="lt-group__unit">{move || unit.get()}</span></span>
        }
        .into_any(),
    }
}
