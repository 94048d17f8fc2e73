//! Fetching the texts of a language: what the first screen may show, and the rest.
//!
//! The page starts with the first table of its language. The second follows at once, beside the
//! engine; what arrives in a piece waits for it ([`RestOfTexts`]). Another language comes whole.

use super::fetch;
use crate::i18n::{I18n, Lang, Texts};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::future::poll_fn;
use std::task::{Poll, Waker};

/// Why the texts of a language are not there.
#[derive(Clone, Copy, Debug)]
pub enum LoadError {
    /// The file did not come.
    NotFetched,
    /// Something came that is not the table of this version.
    NotOurs,
}

const FIRST: &str = "ui";
const REST: &str = "more";
const WHOLE: &[&str] = &[FIRST, REST];

/// The texts the first screen may show. A build of one module has no pieces that could wait: there
/// it is all texts.
pub async fn first(lang: Lang) -> Result<Texts, LoadError> {
    load(lang, if cfg!(feature = "split") { &[FIRST] } else { WHOLE }).await
}

/// All texts of a language.
pub async fn whole(lang: Lang) -> Result<Texts, LoadError> {
    load(lang, WHOLE).await
}

async fn load(lang: Lang, tables: &[&str]) -> Result<Texts, LoadError> {
    let mut texts = Err(LoadError::NotOurs);
    let mut take = |table| {
        texts = Texts::parse(lang, table).map_err(|_| LoadError::NotOurs);
        texts.is_ok()
    };
    read(lang, tables, &mut take).await?;
    texts
}

/// Hands over the tables, one after the other, as one text that stays as long as the page. A copy
/// the browser kept from another version, which is not taken, is asked for again, once.
async fn read(
    lang: Lang,
    tables: &[&str],
    take: &mut dyn FnMut(&'static str) -> bool,
) -> Result<(), LoadError> {
    for copy in [fetch::Copy::Stored, fetch::Copy::Fresh] {
        let mut texts = String::new();
        for table in tables {
            let path = format!("texts/{table}.{}.txt", lang.code());
            texts += &fetch::text(&path, copy).await.map_err(|_| LoadError::NotFetched)?;
        }
        if take(Box::leak(texts.into_boxed_str())) {
            return Ok(());
        }
    }
    Err(LoadError::NotOurs)
}

#[derive(Clone, Debug, Default)]
enum State {
    #[default]
    Absent,
    Coming(Vec<Waker>),
    Here,
}

/// The second table of the language the visit began with. A context; cheap to copy.
#[derive(Clone, Copy, Debug)]
pub struct RestOfTexts {
    i18n: I18n,
    first: &'static Texts,
    state: StoredValue<State>,
}

impl RestOfTexts {
    /// Puts the second table of the texts on screen into the context.
    pub fn provide(i18n: I18n) -> Self {
        let first = untrack(|| i18n.texts());
        let state = if first.is_whole() { State::Here } else { State::Absent };
        let rest = RestOfTexts { i18n, first, state: StoredValue::new(state) };
        provide_context(rest);
        rest
    }

    /// Fetches the table unless it is here or on its way; what did not come is asked for again. What
    /// is returned ends when it has come or failed.
    pub fn arrive(self) -> impl Future<Output = Result<(), LoadError>> {
        if self.state.with_value(|state| matches!(state, State::Absent)) {
            self.state.set_value(State::Coming(Vec::new()));
            spawn_local(self.fetch());
        }
        poll_fn(move |context| {
            let waiting = self.state.try_update_value(|state| match state {
                State::Here => Poll::Ready(Ok(())),
                State::Absent => Poll::Ready(Err(LoadError::NotFetched)),
                State::Coming(waiting) => {
                    waiting.push(context.waker().clone());
                    Poll::Pending
                }
            });
            // The page has gone meanwhile.
            waiting.unwrap_or(Poll::Ready(Err(LoadError::NotFetched)))
        })
    }

    async fn fetch(self) {
        let mut take = |table| self.i18n.complete(self.first, table).is_ok();
        let state = match read(self.first.lang(), &[REST], &mut take).await {
            Ok(()) => State::Here,
            Err(_) => State::Absent,
        };
        let before = self.state.try_update_value(|known| std::mem::replace(known, state));
        if let Some(State::Coming(waiting)) = before {
            waiting.into_iter().for_each(Waker::wake);
        }
    }
}
