//! Fetching the texts of a language, at the start and when another is chosen.

use crate::i18n::{I18n, Lang, Texts};
use crate::platform::{Session, address, fetch};
use crate::state::{Notice, Notices};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Why the texts of a language are not there.
#[derive(Clone, Copy, Debug)]
pub enum LoadError {
    /// The file did not come.
    NotFetched,
    /// Something came that is not the table of this version.
    NotOurs,
}

/// Fetches the texts of a language. A copy the browser kept from another version is asked for
/// again, once.
pub async fn load(lang: Lang) -> Result<Texts, LoadError> {
    match attempt(lang, fetch::Copy::Stored).await {
        Err(LoadError::NotOurs) => attempt(lang, fetch::Copy::Fresh).await,
        other => other,
    }
}

async fn attempt(lang: Lang, copy: fetch::Copy) -> Result<Texts, LoadError> {
    let path = format!("texts/ui.{}.txt", lang.code());
    let text = fetch::text(&path, copy).await.map_err(|_| LoadError::NotFetched)?;
    // A language stays as long as the page.
    Texts::parse(lang, Box::leak(text.into_boxed_str())).map_err(|_| LoadError::NotOurs)
}

/// Switches to a language and remembers it; fetches its texts when they are not there yet. When
/// they do not come, the language shown stays and a message says so.
pub fn choose_language(i18n: I18n, session: Session, notices: Notices, lang: Lang) {
    i18n.choose(lang);
    session.set_language(lang.code());
    address::forget_language();
    if untrack(|| i18n.has(lang)) {
        return;
    }
    spawn_local(async move {
        match load(lang).await {
            Ok(texts) => i18n.install(texts),
            Err(_) if untrack(|| i18n.wanted()) == lang => {
                let shown = untrack(|| i18n.lang());
                i18n.choose(shown);
                session.set_language(shown.code());
                notices.tell(Notice::LanguageFailed);
            }
            Err(_) => {}
        }
    });
}
