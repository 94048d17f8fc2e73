//! What follows the first screen: the other pages, the other languages, the notes behind the facts.
//!
//! All of it is fetched once the browser is idle, so that afterwards the page asks the network for
//! nothing and works in flight mode.

use super::language;
use crate::features::chunk;
use crate::features::why::Library;
use crate::i18n::{I18n, Lang};
use crate::platform::timer;
use leptos::prelude::*;

/// Fetches everything that is not there yet. What does not come is asked for again when it is used.
pub fn fetch(i18n: I18n, library: Library) {
    timer::idle(move || {
        leptos::task::spawn_local(async move {
            chunk::fetch_all().await;
            let shown = untrack(|| i18n.lang());
            library.want(shown);
            for lang in Lang::ALL.into_iter().filter(|lang| *lang != shown) {
                if !untrack(|| i18n.has(lang))
                    && let Ok(texts) = language::load(lang).await
                {
                    i18n.install(texts);
                }
                library.want(lang);
            }
        });
    });
}
