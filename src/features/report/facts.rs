//! What the sections of the report are written from: the project, its answer, and the texts.
//!
//! A section is a plain function of [`Facts`]; [`Desk`] makes it follow the project and the language.

use crate::features::naming::currency_of;
use crate::i18n::{Currency, I18n, use_i18n};
use crate::state::{Answers, ProjectStore};
use lantian_engine::assess::Outcome;
use lantian_engine::notice::Notice;
use lantian_engine::project::Project;
use leptos::prelude::*;

/// Everything a section may tell about.
#[derive(Clone, Copy, Debug)]
pub struct Facts<'a> {
    pub i18n: I18n,
    /// As entered; the completed one is in the outcome.
    pub project: &'a Project,
    pub notices: &'a [Notice],
    pub outcome: &'a Outcome,
    pub currency: Currency,
}

/// Reads the facts for components. Cheap to copy.
#[derive(Clone, Copy, Debug)]
pub struct Desk {
    pub i18n: I18n,
    store: ProjectStore,
    answers: Answers,
}

impl Desk {
    pub fn expect() -> Self {
        Desk { i18n: use_i18n(), store: ProjectStore::expect(), answers: Answers::expect() }
    }

    /// Reads once; nothing while there is no outcome. Tracked.
    pub fn read<T: Default>(self, read: impl FnOnce(&Facts<'_>) -> T) -> T {
        let project = self.store.get();
        self.answers.with(|answer| {
            answer.outcome.as_ref().map_or_else(T::default, |outcome| {
                read(&Facts {
                    i18n: self.i18n,
                    project: &project,
                    notices: &answer.notices,
                    outcome,
                    currency: currency_of(&project),
                })
            })
        })
    }

    /// A part of a section that follows the project and the language.
    pub fn memo<T>(self, write: fn(&Facts<'_>) -> T) -> Memo<T>
    where
        T: Default + PartialEq + Send + Sync + 'static,
    {
        Memo::new(move |_| self.read(write))
    }
}
