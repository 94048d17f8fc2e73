//! Writes the project after each pause, and never over what another window wrote.

use super::{Session, watch};
use crate::platform::device;
use crate::state::keep::Keeper;
use crate::state::{Notice, Origin, SaveState, command};
use lantian_engine::project::Project;
use leptos::prelude::*;
use std::sync::Arc;

/// A pause in typing, milliseconds.
const PAUSE: u32 = 400;

impl Session {
    /// Whether the project on screen is safe in this browser. Tracked.
    pub fn save_state(self) -> SaveState {
        self.saved.get()
    }

    pub(super) fn save_as_it_changes(self) {
        let restored = self.store.get_untracked();
        let changed = move |now: &Arc<Project>, before: Option<&Arc<Project>>, _| {
            // The first run comes after the start: a link may have been opened meanwhile.
            if before.is_some() || !Arc::ptr_eq(now, &restored) {
                self.save_soon();
            }
        };
        Effect::watch(move || self.store.get(), changed, true);
        watch(self);
    }

    fn save_soon(self) {
        if self.saved.get_untracked() == SaveState::Saved {
            self.saved.set(SaveState::Saving);
        }
        self.pause.with_value(|pause| pause.after(PAUSE, move || self.save_now()));
    }

    pub(super) fn save_what_waits(self) {
        if self.pause.try_with_value(super::Debounce::is_waiting) == Some(true) {
            self.save_now();
        }
    }

    fn save_now(self) {
        self.pause.try_with_value(super::Debounce::cancel);
        let Some(project) = self.store.try_get_untracked() else { return };
        if let Some(state) = self.keeper(|keeper| keeper.save(&project)) {
            self.saved.set(state);
        }
    }

    /// Sees whether another window has stored something else.
    pub(super) fn look_elsewhere(self) {
        if self.keeper(Keeper::look) == Some(SaveState::ChangedElsewhere) {
            self.saved.set(SaveState::ChangedElsewhere);
        }
    }

    /// Keeps this window's project where another window, or an unreadable text, stands in the way.
    pub fn keep_mine(self) {
        let project = self.store.get_untracked();
        if let Some(state) = self.keeper(|keeper| keeper.keep_mine(&project, device::today())) {
            self.saved.set(state);
        }
    }

    /// Takes the project another window stored; this window's is put aside.
    pub fn take_theirs(self) {
        match self.keeper(Keeper::take_theirs) {
            Some(Ok(project)) => {
                if let Some(project) = project {
                    self.open(project, Origin::OtherWindow);
                }
                self.saved.set(SaveState::Saved);
            }
            Some(Err(error)) => {
                self.notices.tell(Notice::StoredUnreadable { error, key: None });
            }
            None => {}
        }
    }

    /// Removes everything said so far; undo brings it back.
    pub fn start_over(self) {
        self.open(Project::new(), Origin::Empty);
    }

    /// Puts `project` in place of the visitor's, undoably, after putting theirs aside.
    pub fn open(self, project: Project, origin: Origin) {
        let own = self.store.get_untracked();
        if *own == project {
            return;
        }
        let kept = match self.example.get_value() {
            // A worked case that was only looked at: what stood before it is still the one to keep.
            Some((example, kept)) if example == *own => kept,
            _ => self.keeper(|keeper| keeper.put_aside(&own, &project, device::today())) == Some(true),
        };
        self.example.set_value((origin == Origin::Case).then(|| (project.clone(), kept)));
        self.store.run(command::replace(project));
        self.notices.tell(Notice::Opened { origin, kept });
    }
}
