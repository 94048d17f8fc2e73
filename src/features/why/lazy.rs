//! A disclosure whose detail is built when it is first opened.

use leptos::html;
use leptos::prelude::*;
use leptos::text_prop::TextProp;

/// A native disclosure for detail that costs something to build: parameters, nested steps.
#[component]
pub fn LazyDetails(
    /// What will be shown.
    #[prop(into)]
    summary: TextProp,
    /// Stands at the end of the summary line: a value.
    #[prop(optional, into)]
    aside: Option<ViewFn>,
    /// Class beside the usual one.
    #[prop(optional)]
    class: &'static str,
    /// Open from the start.
    #[prop(optional)]
    open: bool,
    /// The detail.
    children: ChildrenFn,
) -> impl IntoView {
    let built = RwSignal::new(open);
    let element = NodeRef::<html::Details>::new();
    let toggled = move |_| {
        if element.get_untracked().is_some_and(|details| details.open()) {
            built.set(true);
        }
    };
    view! {
        <details class=format!("lt-disclosure {class}") open=open node_ref=element on:toggle=toggled>
            <summary class="lt-disclosure__summary">
                <span class="lt-disclosure__words">{move || summary.get()}</span>
                {aside.map(|aside| view! { <span class="lt-disclosure__aside">{move || aside.run()}</span> })}
            </summary>
            <div class="lt-disclosure__body">{move || built.get().then(|| children())}</div>
        </details>
    }
}
