//! Another language, chosen by hand.

use crate::i18n::{I18n, Lang};
use crate::platform::{Session, address, texts};
use crate::state::{Notice, Notices};
use leptos::prelude::*;
use leptos::task::spawn_local;

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
        match texts::whole(lang).await {
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
