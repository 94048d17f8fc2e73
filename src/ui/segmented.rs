//! A choice among two to four short words that stand side by side.

use leptos::{prelude::*, text_prop::TextProp};

use super::{choice::Choice, radio_set::RadioSet};

/// A segmented control.
#[component]
pub fn Segmented(
    /// The chosen value.
    #[prop(into)]
    value: Signal<String>,
    /// What can be chosen.
    #[prop(into)]
    options: Signal<Vec<Choice>>,
    /// Called with the new value.
    #[prop(into)]
    on_change: Callback<String>,
    /// Accessible name where no `Field` names it.
    #[prop(optional, into)]
    name: Option<TextProp>,
    /// Rounded ends and a soft mark instead of a filled one, for the language switch.
    #[prop(optional)]
    soft: bool,
    /// Cannot be changed now.
    #[prop(optional, into)]
    disabled: Signal<bool>,
) -> impl IntoView {
    let class = if soft { "lt-segmented lt-segmented--soft" } else { "lt-segmented" };
    view! { <RadioSet class value options on_change name disabled /> }
}
