//! Panels and dialogs on the native element: focus stays inside, Esc closes, focus returns.

use leptos::{html, prelude::*, text_prop::TextProp};

use super::{
    button::IconButton,
    dom::{close_dialog, hit_itself, show_modal},
    icon::IconName,
    ids::unique_id,
};

/// Where it appears.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum DialogKind {
    /// At the side, the page stays readable: "Why this number?".
    #[default]
    Panel,
    /// In the middle: a question that needs an answer.
    Modal,
    /// Under the button at the end of the bar that opens it.
    Menu,
}

/// A dialog. Its content is built only while it is open.
#[component]
pub fn Dialog(
    /// Whether it is open.
    #[prop(into)]
    open: Signal<bool>,
    /// Called when it is closed by Esc, the button or a click beside it; set `open` to false there.
    #[prop(into)]
    on_close: Callback<()>,
    /// Its heading.
    #[prop(into)]
    title: TextProp,
    /// Accessible name of the closing button.
    #[prop(into)]
    close_label: TextProp,
    /// Where it appears.
    #[prop(optional)]
    kind: DialogKind,
    /// The content.
    children: ChildrenFn,
) -> impl IntoView {
    let dialog = NodeRef::<html::Dialog>::new();
    let heading = unique_id("dialog");
    let class = match kind {
        DialogKind::Panel => "lt-dialog lt-dialog--panel",
        DialogKind::Modal => "lt-dialog lt-dialog--modal",
        DialogKind::Menu => "lt-dialog lt-dialog--menu",
    };
    Effect::new(move || {
        let Some(element) = dialog.get() else { return };
        if open.get() {
            show_modal(&element);
        } else {
            close_dialog(&element);
        }
    });
    // The element also fires `close` when the effect above closed it; then the owner knows already.
    let closed = move |_| {
        if open.get_untracked() {
            on_close.run(());
        }
    };
    view! {
        <dialog
            node_ref=dialog
            class=class
            aria-labelledby=heading.clone()
            on:close=closed
            on:click=move |event| {
                if hit_itself(&event) {
                    on_close.run(());
                }
            }
        >
            <div class="lt-dialog__sheet">
                <header class="lt-dialog__head">
                    // The heading takes focus first, so readers hear what has opened.
                    <h2 class="lt-dialog__title" id=heading.clone() tabindex="-1" autofocus=true>
                        {move || title.get()}
                    </h2>
                    <IconButton icon=IconName::Close name=close_label on_press=on_close />
                </header>
                <div class="lt-dialog__body">{move || open.get().then(|| children())}</div>
            </div>
        </dialog>
    }
}
