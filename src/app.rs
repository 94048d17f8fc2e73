//! The page as a whole: starts, provides the contexts, and shows the place the address names.

mod header;
mod language;
mod menu;
mod messages;
mod pages;
mod rest;
mod wording;

pub use language::choose_language;

use crate::features::{
    self,
    why::{Library, WhyHost},
};
use crate::i18n::{Texts, k, provide_i18n, start_language};
use crate::platform::{Session, address, device, page, stored_prefs, texts};
use crate::state::route::language_of;
use crate::state::{Answers, ProjectStore, Visit};
use crate::ui::{ToastHost, Toasts};
use header::Header;
use leptos::prelude::*;
use messages::Messages;

/// Id of the element in which the content of a page begins.
pub const MAIN: &str = "main";

/// Fetches the texts of the visitor's language and mounts the app. When they do not come, the
/// document's own message in three languages is shown.
pub fn start() {
    console_error_panic_hook::set_once();
    let (query, prefs, device) = (address::query(), stored_prefs(), device::languages());
    let preferred = device.iter().map(String::as_str);
    let lang = start_language(language_of(&query), prefs.language.as_deref(), preferred);
    wasm_bindgen_futures::spawn_local(async move {
        match texts::first(lang).await {
            Ok(texts) => {
                mount_to_body(move || view! { <App texts /> });
                page::set_ready();
            }
            Err(_) => page::show_start_failure(),
        }
    });
}

/// The app, in the language of `texts`.
#[component]
pub fn App(
    /// The texts of the first language.
    texts: Texts,
) -> impl IntoView {
    let i18n = provide_i18n(texts);
    let rest_of_texts = texts::RestOfTexts::provide(i18n);
    let session = Session::provide();
    Visit::provide();
    let answers = Answers::provide(ProjectStore::expect());
    #[cfg(feature = "split")]
    features::chunk::fetch_engine(answers, rest_of_texts);
    #[cfg(not(feature = "split"))]
    let _ = (answers, rest_of_texts);
    features::provide();
    rest::fetch(i18n, Library::expect());
    let toasts = Toasts::new();
    provide_context(toasts);
    Effect::new(move || page::set_language(i18n.lang().tag()));
    Effect::new(move || {
        let place = pages::name(&session.route());
        page::set_title(&i18n.tf(k::BRAND_TITLE, [("page", i18n.t(place))]));
    });
    // Not at the start: there the browser has placed the focus itself.
    Effect::watch(move || session.route(), |_, _, _| page::begin_at(MAIN), false);
    view! {
        <a
            class="lt-skip"
            href="#"
            on:click=move |event| {
                event.prevent_default();
                page::begin_at(MAIN);
            }
        >
            {move || i18n.t(k::NAV_SKIP)}
        </a>
        <Header />
        <div class="lt-page">
            <Messages toasts />
            <main class="lt-page__main" id=MAIN tabindex="-1">
                {move || pages::view(&session.route())}
            </main>
        </div>
        <WhyHost />
        <ToastHost toasts close_label=move || i18n.t(k::ACT_CLOSE) />
    }
}
