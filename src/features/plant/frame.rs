//! What the sections of the plant page are made of.

use crate::i18n::{k, use_i18n};
use crate::state::ProjectStore;
use crate::state::list::{self, List};
use crate::ui::{Button, ButtonKind, IconButton, IconName};
use leptos::prelude::*;
use leptos::text_prop::TextProp;

/// A section that can be closed. Its title says what it is about, its caption what to fill in.
#[component]
pub fn Section(
    /// Anchor of the section.
    id: &'static str,
    #[prop(into)] title: TextProp,
    #[prop(optional, into)] caption: Option<TextProp>,
    /// How many things are in it; shown beside the title when there are any.
    #[prop(optional, into)]
    count: Signal<usize>,
    /// Open from the start.
    #[prop(optional)]
    open: bool,
    children: Children,
) -> impl IntoView {
    let i18n = use_i18n();
    let number = move || {
        let count = count.get();
        (count > 0).then(|| view! { <span class="lt-section__count">{i18n.format().count(count)}</span> })
    };
    view! {
        <details class="lt-section" id=id open=open>
            <summary class="lt-section__summary">
                <h2 class="lt-section__title">{move || title.get()}</h2>
                {number}
            </summary>
            <div class="lt-section__body">
                {caption.map(|caption| view! { <p class="lt-remark">{move || caption.get()}</p> })}
                {children()}
            </div>
        </details>
    }
}

/// One thing of a list: its name, a button that deletes it, its fields.
#[component]
pub fn Item(
    /// Anchor of the thing.
    id: String,
    /// Its name.
    #[prop(into)]
    name: Signal<String>,
    /// Deletes it.
    #[prop(into)]
    on_delete: Callback<()>,
    children: Children,
) -> impl IntoView {
    let i18n = use_i18n();
    view! {
        <article class="lt-item" id=id>
            <header class="lt-item__head">
                <h3 class="lt-item__name">{move || name.get()}</h3>
                <IconButton
                    icon=IconName::Delete
                    name=move || i18n.tf(k::A11Y_DELETE_ITEM, [("item", &name.get())])
                    on_press=on_delete
                />
            </header>
            {children()}
        </article>
    }
}

/// The things of a list, each drawn by `item`, and a button that adds one.
pub fn items<L: List>(
    list: L,
    item: impl Fn(usize) -> AnyView + Send + Sync + Clone + 'static,
) -> impl IntoView {
    let store = ProjectStore::expect();
    let len = store.len(list);
    view! {
        <div class="lt-items">
            <For each=move || 0..len.get() key=|at| *at let(at)>
                {item(at)}
            </For>
        </div>
    }
}

/// A button that adds a row.
pub fn add_button<L: List>(
    list: L,
    label: impl Fn() -> &'static str + Send + Sync + 'static,
    row: impl Fn() -> L::Row + Send + Sync + 'static,
) -> impl IntoView {
    let store = ProjectStore::expect();
    let on_press = move |()| {
        store.run(list::add(list, row()));
    };
    view! { <Button kind=ButtonKind::Secondary icon=IconName::Add label=label on_press /> }
}

/// Deletes a row.
pub fn delete<L: List>(list: L, at: usize) -> impl Fn(()) + Send + Sync + 'static {
    let store = ProjectStore::expect();
    move |()| {
        store.run(list::remove(list, at));
    }
}
