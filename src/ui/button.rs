//! Buttons: with a word, or with an icon and an accessible name.

use leptos::{prelude::*, text_prop::TextProp};

use super::icon::{Icon, IconName};

/// How much weight a button has on the page. At most one primary button a view.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ButtonKind {
    /// The next step.
    Primary,
    /// An ordinary action.
    #[default]
    Secondary,
    /// An action beside something else: no border until pointed at.
    Quiet,
}

impl ButtonKind {
    /// The style class.
    pub fn class(self) -> &'static str {
        match self {
            Self::Primary => "lt-button lt-button--primary",
            Self::Secondary => "lt-button",
            Self::Quiet => "lt-button lt-button--quiet",
        }
    }
}

/// A button with a word. `aria-disabled` would keep focus but is easy to misuse, so `disabled` is the native one.
#[component]
pub fn Button(
    /// What it does: verb first.
    #[prop(into)]
    label: TextProp,
    /// Called on click, Enter and Space.
    #[prop(into)]
    on_press: Callback<()>,
    /// Weight on the page.
    #[prop(optional)]
    kind: ButtonKind,
    /// Drawing before the word.
    #[prop(optional, into)]
    icon: Option<IconName>,
    /// Drawing after the word (next step).
    #[prop(optional, into)]
    icon_after: Option<IconName>,
    /// Cannot be pressed now.
    #[prop(optional, into)]
    disabled: Signal<bool>,
    /// For buttons that stay pressed, such as a table view.
    #[prop(optional, into)]
    pressed: Option<Signal<bool>>,
) -> impl IntoView {
    view! {
        <button
            type="button"
            class=kind.class()
            disabled=move || disabled.get()
            aria-pressed=pressed.map(|p| move || if p.get() { "true" } else { "false" })
            on:click=move |_| on_press.run(())
        >
            {icon.map(|name| view! { <Icon name /> })}
            <span>{move || label.get()}</span>
            {icon_after.map(|name| view! { <Icon name /> })}
        </button>
    }
}

/// A button that shows only a drawing. Its name carries verb and object ("Delete boiler 2").
#[component]
pub fn IconButton(
    /// The drawing.
    icon: IconName,
    /// Accessible name, also shown as the tooltip.
    #[prop(into)]
    name: TextProp,
    /// Called on click, Enter and Space.
    #[prop(into)]
    on_press: Callback<()>,
    /// Cannot be pressed now.
    #[prop(optional, into)]
    disabled: Signal<bool>,
) -> impl IntoView {
    let title = name.clone();
    view! {
        <button
            type="button"
            class="lt-button lt-button--icon"
            aria-label=move || name.get()
            title=move || title.get()
            disabled=move || disabled.get()
            on:click=move |_| on_press.run(())
        >
            <Icon name=icon />
        </button>
    }
}
