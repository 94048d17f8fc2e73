//! What ties the project to the browser: one context with everything a page may ask for.
//!
//! The session restores the project at the start, writes it after each pause, opens and saves
//! files, opens and makes share links, follows the address, and keeps the preferences. It decides
//! nothing about projects: that is [`keep`](crate::state::keep)'s and the store's business.

mod autosave;
mod open;

use super::storage::LocalShelf;
use super::timer::Debounce;
use super::{address, events, page};
use crate::state::keep::{Keeper, PREFS, Restored, Shelf as _};
use crate::state::{Notice, Notices, Prefs, ProjectStore, Route, SaveState, Theme};
use lantian_engine::project::Project;
use leptos::prelude::*;

/// The visit: project, address, what is stored, what is preferred. A context; cheap to copy.
#[derive(Clone, Copy, Debug)]
pub struct Session {
    store: ProjectStore,
    notices: Notices,
    route: RwSignal<Route>,
    saved: RwSignal<SaveState>,
    prefs: RwSignal<Prefs>,
    keeper: StoredValue<Keeper<LocalShelf>>,
    pause: StoredValue<Debounce, LocalStorage>,
    /// The worked case opened last, as it was, and whether the project before it is kept.
    example: StoredValue<Option<(Project, bool)>>,
}

impl Session {
    /// Begins the visit: restores what is stored, opens what the address asks for, and puts
    /// [`ProjectStore`], [`Notices`] and the session into the context.
    pub fn provide() -> Self {
        let mut keeper = Keeper::new(LocalShelf);
        let Restored { project, unreadable, state } = keeper.restore();
        let session = Session {
            store: ProjectStore::new(project.unwrap_or_else(Project::new)),
            notices: Notices::default(),
            route: RwSignal::new(Route::Start),
            saved: RwSignal::new(state),
            prefs: RwSignal::new(stored_prefs()),
            keeper: StoredValue::new(keeper),
            pause: StoredValue::new_local(Debounce::default()),
            example: StoredValue::new(None),
        };
        provide_context(session.store);
        provide_context(session.notices);
        provide_context(session);
        if let Some((error, key)) = unreadable {
            session.notices.tell(Notice::StoredUnreadable { error, key });
        }
        session.save_as_it_changes();
        session.visit(Route::parse(&address::fragment()));
        address::on_change(move |fragment| {
            // A fragment without a slash names an element of the page, not a place.
            if fragment.is_empty() || fragment.starts_with("#/") {
                session.visit(Route::parse(&fragment));
            }
        });
        Effect::new(move || page::set_theme(session.theme()));
        events::on_dark_or_light(move || page::set_theme(untrack(|| session.theme())));
        session
    }

    /// The session provided above the calling component.
    pub fn expect() -> Self {
        expect_context()
    }

    /// The place shown. Tracked.
    pub fn route(self) -> Route {
        self.route.get()
    }

    /// Goes to a place, as a link to it would.
    pub fn go(self, route: &Route) {
        address::go(&route.to_string());
    }

    fn visit(self, route: Route) {
        if let Route::Share { version, payload } = route {
            self.open_link(version, &payload);
        } else if self.route.with_untracked(|shown| *shown != route) {
            self.route.set(route);
        }
    }

    /// Shows a place in place of the one in the address: a share link or a case must not be opened
    /// again by the back button.
    pub fn show_instead(self, route: Route) {
        address::replace(&route.to_string());
        self.route.set(route);
    }

    /// The preferences. Tracked.
    pub fn prefs(self) -> Prefs {
        self.prefs.get()
    }

    /// The language chosen by hand, as its code.
    pub fn set_language(self, code: &str) {
        self.prefer(|prefs| prefs.language = Some(code.to_owned()));
    }

    /// The theme chosen. Tracked.
    pub fn theme(self) -> Theme {
        self.prefs.with(|prefs| prefs.theme)
    }

    /// Chooses the theme.
    pub fn set_theme(self, theme: Theme) {
        self.prefer(|prefs| prefs.theme = theme);
    }

    /// Whether a panel stands open. Tracked.
    pub fn is_open(self, panel: &str) -> bool {
        self.prefs.with(|prefs| prefs.open.contains(panel))
    }

    /// Remembers a panel as open or closed.
    pub fn set_open(self, panel: &str, open: bool) {
        self.prefer(|prefs| prefs.set_open(panel, open));
    }

    fn prefer(self, change: impl FnOnce(&mut Prefs)) {
        self.prefs.update(change);
        // Preferences that cannot be stored hold for this visit; the state of saving is shown for
        // the project anyway.
        let _ = LocalShelf.write(PREFS, &self.prefs.with_untracked(Prefs::to_text));
    }

    /// Works with the keeper; `None` once the owner of the session is gone.
    fn keeper<R>(self, work: impl FnOnce(&mut Keeper<LocalShelf>) -> R) -> Option<R> {
        self.keeper.try_update_value(work)
    }
}

/// The preferences stored in this browser; before [`Session::provide`] the start needs the language.
pub fn stored_prefs() -> Prefs {
    let text = LocalShelf.read(PREFS).ok().flatten();
    text.as_deref().map(Prefs::from_text).unwrap_or_default()
}

/// Hears of other windows and of the page being left.
fn watch(session: Session) {
    events::on_leaving(move || session.save_what_waits());
    events::on_returning(move || session.look_elsewhere());
    events::on_stored_elsewhere(crate::state::keep::PROJECT, move || session.look_elsewhere());
}
