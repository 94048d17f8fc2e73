//! A card that is in the plan or not: a tick, a title, figures and tags.

use leptos::{prelude::*, text_prop::TextProp};

/// A card with a tick box in its title. The figures in it stay clickable, so only the title toggles.
#[component]
pub fn ToggleCard(
    /// Name of the thing that is chosen.
    #[prop(into)]
    title: TextProp,
    /// Whether it is chosen.
    #[prop(into)]
    checked: Signal<bool>,
    /// Called with the new state.
    #[prop(into)]
    on_change: Callback<bool>,
    /// Cannot be chosen now; say why in the tags.
    #[prop(optional, into)]
    disabled: Signal<bool>,
    /// Badges at the foot of the card.
    #[prop(optional, into)]
    tags: Option<ViewFn>,
    /// Figures and parameters.
    children: Children,
) -> impl IntoView {
    view! {
        <article
            class="lt-toggle-card"
            class=("lt-toggle-card--on", move || checked.get())
            class=("lt-toggle-card--off", move || disabled.get())
        >
            <h3 class="lt-toggle-card__title">
                <label class="lt-checkbox">
                    <input
                        type="checkbox"
                        class="lt-tick lt-tick--save"
                        disabled=move || disabled.get()
                        prop:checked=move || checked.get()
                        on:change=move |event| on_change.run(event_target_checked(&event))
                    />
                    <span class="lt-checkbox__text">{move || title.get()}</span>
                </label>
            </h3>
            {children()}
            {tags.map(|tags| view! { <div class="lt-tags">{move || tags.run()}</div> })}
        </article>
    }
}
