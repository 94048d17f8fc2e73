//! A sheet with a finding as its heading.

use leptos::{prelude::*, text_prop::TextProp};

use super::ids::unique_id;

/// A titled section.
#[component]
pub fn Card(
    /// The finding, as a sentence.
    #[prop(into)]
    title: TextProp,
    /// What is shown, in which unit, for which period.
    #[prop(optional, into)]
    caption: Option<TextProp>,
    /// Buttons and switches at the end of the heading.
    #[prop(optional, into)]
    actions: Option<ViewFn>,
    /// Set for a heading of the third level.
    #[prop(optional)]
    minor: bool,
    /// The content.
    children: Children,
) -> impl IntoView {
    let id = unique_id("card");
    let heading = if minor {
        view! { <h3 class="lt-card__title" id=id.clone()>{move || title.get()}</h3> }.into_any()
    } else {
        view! { <h2 class="lt-card__title" id=id.clone()>{move || title.get()}</h2> }.into_any()
    };
    view! {
        <section class="lt-card" aria-labelledby=id>
            <header class="lt-card__head">
                <div class="lt-card__words">
                    {heading}
                    {caption.map(|caption| view! { <p class="lt-card__caption">{move || caption.get()}</p> })}
                </div>
                {actions.map(|actions| view! { <div class="lt-card__actions">{move || actions.run()}</div> })}
            </header>
            {children()}
        </section>
    }
}
