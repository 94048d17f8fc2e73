//! Native radio buttons behind `Segmented` and `Chips`: arrow keys, one tab stop and form semantics for free.

use leptos::{prelude::*, text_prop::TextProp};

use super::{choice::Choice, field::FieldIds, ids::unique_id};

#[component]
pub(super) fn RadioSet(
    class: &'static str,
    value: Signal<String>,
    options: Signal<Vec<Choice>>,
    on_change: Callback<String>,
    name: Option<TextProp>,
    disabled: Signal<bool>,
) -> impl IntoView {
    let ids = use_context::<FieldIds>().filter(|_| name.is_none());
    let set = StoredValue::new(unique_id("set"));
    view! {
        <div
            class=class
            role="radiogroup"
            aria-label=name.map(|name| move || name.get())
            aria-labelledby=ids.map(|ids| ids.label)
        >
            {move || {
                options
                    .get()
                    .into_iter()
                    .map(|choice| radio(choice, set, value, on_change, disabled))
                    .collect::<Vec<_>>()
            }}
        </div>
    }
}

fn radio(
    choice: Choice,
    set: StoredValue<String>,
    value: Signal<String>,
    on_change: Callback<String>,
    disabled: Signal<bool>,
) -> impl IntoView {
    let own = choice.value.clone();
    let never = choice.disabled;
    view! {
        <label class="lt-radio" lang=choice.lang title=choice.name.clone()>
            <input
                type="radio"
                name=set.get_value()
                value=choice.value.clone()
                aria-label=choice.name.clone()
                disabled=move || never || disabled.get()
                prop:checked=move || value.with(|v| *v == own)
                on:change=move |_| on_change.run(choice.value.clone())
            />
            <span class="lt-radio__face">{choice.label}</span>
        </label>
    }
}
