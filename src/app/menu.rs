//! The button at the end of the bar, and the menu under it.

use crate::features::chunk;
use crate::i18n::{k, use_i18n};
use crate::ui::{Dialog, DialogKind, Icon, IconName};
use leptos::prelude::*;

/// The menu: what has no place of its own in the bar.
#[component]
pub fn Menu() -> impl IntoView {
    let i18n = use_i18n();
    let open = RwSignal::new(false);
    let close = Callback::new(move |()| open.set(false));
    view! {
        <button
            type="button"
            class="lt-button lt-button--icon"
            aria-haspopup="dialog"
            aria-label=move || i18n.t(k::NAV_MENU)
            title=move || i18n.t(k::NAV_MENU)
            on:click=move |_| open.set(true)
        >
            <Icon name=IconName::Menu />
        </button>
        <Dialog
            kind=DialogKind::Menu
            open
            on_close=close
            title=move || i18n.t(k::NAV_MENU)
            close_label=move || i18n.t(k::ACT_CLOSE)
        >
            {chunk::arriving(chunk::menu::view(close))}
        </Dialog>
    }
}
