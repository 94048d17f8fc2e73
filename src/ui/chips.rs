//! A choice among many short words that wrap over several lines.

use leptos::{prelude::*, text_prop::TextProp};

use super::{choice::Choice, radio_set::RadioSet};

/// A row of chips, one of which is chosen.
#[component]
pub fn Chips(
    /// The chosen value; empty when none is chosen yet.
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
) -> impl IntoView {
    view! { <RadioSet class="lt-chips" value options on_change name disabled=Signal::from(false) /> }
}
