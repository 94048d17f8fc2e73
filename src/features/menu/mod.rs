//! What the menu at the top holds: the ways to take a project along where the bar has no room for
//! them, the worked cases, the projects kept, the theme.

mod earlier;
mod theme;

use crate::i18n::{Key, k, use_i18n};
use crate::platform::Session;
use crate::state::{Route, SaveState};
use crate::ui::{Icon, IconName};
use earlier::EarlierProjects;
use leptos::prelude::*;
use theme::ThemeChoice;

/// The content of the menu, made anew each time it opens.
#[component]
pub fn MenuBody(
    /// Closes the menu; the focus goes back to its button.
    close: Callback<()>,
) -> impl IntoView {
    let (i18n, session) = (use_i18n(), Session::expect());
    let item = move |icon: IconName, label: Key, press: fn(Session)| {
        let press = move |_| {
            close.run(());
            press(session);
        };
        view! {
            <button type="button" class="lt-menu__item" on:click=press>
                <Icon name=icon />
                <span>{move || i18n.t(label)}</span>
            </button>
        }
    };
    let at_cases = move || (session.route() == Route::Cases).then_some("page");
    view! {
        <div class="lt-menu">
            <div class="lt-menu__group lt-menu__group--narrow">
                {item(IconName::File, k::ACT_OPEN_FILE, Session::choose_file)}
                {item(IconName::Download, k::ACT_SAVE_FILE, Session::save_file)}
                {item(IconName::Share, k::SHARE_LINK, Session::share)}
            </div>
            <div class="lt-menu__group">
                <a
                    class="lt-menu__item"
                    href=Route::Cases.to_string()
                    aria-current=at_cases
                    on:click=move |_| close.run(())
                >
                    <Icon name=IconName::Book />
                    <span>{move || i18n.t(k::NAV_CASES)}</span>
                </a>
                {item(IconName::Add, k::ACT_NEW_PROJECT, begin_anew)}
            </div>
            <EarlierProjects close />
            <ThemeChoice />
            <SavedLine />
        </div>
    }
}

fn begin_anew(session: Session) {
    session.start_over();
    session.go(&Route::Start);
}

/// Says that the work is kept. Lasting trouble has its own message below the bar.
#[component]
pub fn SavedLine() -> impl IntoView {
    let (i18n, session) = (use_i18n(), Session::expect());
    let state = move || match session.save_state() {
        SaveState::Saved => i18n.t(k::UI_SAVED_HERE),
        SaveState::Saving => i18n.t(k::UI_SAVING),
        _ => "",
    };
    view! { <span class="lt-saved">{state}</span> }
}
