//! A list to choose one value from, drawn by the browser so it works with every assistive technology.

use leptos::{prelude::*, text_prop::TextProp};

use super::{choice::Choice, field::FieldIds};

/// A drop-down list.
#[component]
pub fn Select(
    /// The chosen value.
    #[prop(into)]
    value: Signal<String>,
    /// What can be chosen; neighbours with the same `group` are gathered under that heading.
    #[prop(into)]
    options: Signal<Vec<Choice>>,
    /// Called with the new value.
    #[prop(into)]
    on_change: Callback<String>,
    /// Accessible name where there is no visible label ("Unit of electricity").
    #[prop(optional, into)]
    name: Option<TextProp>,
    /// Cannot be changed now.
    #[prop(optional, into)]
    disabled: Signal<bool>,
) -> impl IntoView {
    // A named select stands beside the field's own control and must not take its id.
    let ids = use_context::<FieldIds>().filter(|_| name.is_none());
    view! {
        <span class="lt-select">
            <select
                id=ids.as_ref().map(|ids| ids.control.clone())
                aria-label=name.map(|name| move || name.get())
                aria-describedby=ids.map(|ids| ids.described_by)
                disabled=move || disabled.get()
                on:change=move |event| on_change.run(event_target_value(&event))
            >
                {move || options_view(&options.get(), value)}
            </select>
        </span>
    }
}

fn options_view(options: &[Choice], value: Signal<String>) -> Vec<AnyView> {
    options
        .chunk_by(|a, b| a.group == b.group)
        .map(|run| {
            let items: Vec<_> = run.iter().cloned().map(|choice| option_view(choice, value)).collect();
            match run.first().and_then(|first| first.group.clone()) {
                Some(label) => view! { <optgroup label=label>{items}</optgroup> }.into_any(),
                None => items.into_any(),
            }
        })
        .collect()
}

fn option_view(choice: Choice, value: Signal<String>) -> impl IntoView {
    let own = choice.value.clone();
    view! {
        <option
            value=choice.value
            lang=choice.lang
            disabled=choice.disabled
            prop:selected=move || value.with(|v| *v == own)
        >
            {choice.label}
        </option>
    }
}
