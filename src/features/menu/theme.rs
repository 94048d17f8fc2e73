//! Light, dark, or as the device is set.

use crate::i18n::{k, use_i18n};
use crate::platform::Session;
use crate::state::Theme;
use crate::ui::{Choice, Segmented};
use leptos::prelude::*;

const THEMES: [(Theme, &str); 3] =
    [(Theme::System, "system"), (Theme::Light, "light"), (Theme::Dark, "dark")];

/// The choice of a theme. It holds at once; the menu stays open, for the arrow keys go through all.
#[component]
pub fn ThemeChoice() -> impl IntoView {
    let (i18n, session) = (use_i18n(), Session::expect());
    let value = move || {
        let theme = session.theme();
        THEMES.iter().find(|(of, _)| *of == theme).map(|(_, word)| (*word).to_owned()).unwrap_or_default()
    };
    let options = move || {
        let label = |theme| match theme {
            Theme::System => i18n.t(k::UI_SYSTEM),
            Theme::Light => i18n.t(k::UI_LIGHT),
            Theme::Dark => i18n.t(k::UI_DARK),
        };
        THEMES.iter().map(|(theme, word)| Choice::new(*word, label(*theme))).collect::<Vec<_>>()
    };
    let choose = move |chosen: String| {
        if let Some((theme, _)) = THEMES.iter().find(|(_, word)| *word == chosen) {
            session.set_theme(*theme);
        }
    };
    view! {
        <section class="lt-menu__group lt-menu__group--titled">
            <h3 class="lt-menu__title">{move || i18n.t(k::UI_THEME)}</h3>
            <Segmented
                name=move || i18n.t(k::UI_THEME)
                value=Signal::derive(value)
                options=Signal::derive(options)
                on_change=choose
            />
        </section>
    }
}
