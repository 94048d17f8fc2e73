//! What follows the first screen: the other pages, what runs in the workers, the other languages, the
//! notes behind the facts.
//!
//! All of it is fetched once the browser is idle, so that afterwards the page asks the network for
//! nothing and works in flight mode.

use crate::features::chunk;
use crate::features::why::Library;
use crate::i18n::{I18n, Lang};
use crate::platform::{texts, timer};
use leptos::prelude::*;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// Fetches everything that is not there yet. What does not come is asked for again when it is used.
pub fn fetch(i18n: I18n, library: Library) {
    // A page taken down meanwhile has nothing left to install into.
    let alive = Arc::new(AtomicBool::new(true));
    let gone = Arc::clone(&alive);
    on_cleanup(move || gone.store(false, Ordering::Relaxed));
    let alive = move || alive.load(Ordering::Relaxed);
    timer::idle(move || {
        leptos::task::spawn_local(async move {
            chunk::fetch_all().await;
            if !alive() {
                return;
            }
            let shown = untrack(|| i18n.lang());
            library.want(shown);
            for lang in Lang::ALL.into_iter().filter(|lang| *lang != shown) {
                let texts = texts::whole(lang).await;
                if !alive() {
                    return;
                }
                if let Ok(texts) = texts {
                    i18n.install(texts);
                }
                library.want(lang);
            }
            chunk::fetch_workers().await;
        });
    });
}
