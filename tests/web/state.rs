//! The session: what is restored, saved, opened and refused in a real browser.

use std::any::Any;
use std::cell::Cell;
use std::rc::Rc;

use lantian::platform::{Session, address, storage::LocalShelf};
use lantian::state::keep::{PREFS, PROJECT, Shelf as _};
use lantian::state::list::{self, Bills};
use lantian::state::notice::FileProblem;
use lantian::state::{Notice, Notices, Origin, ProjectStore, Route, SaveState, command, link};
use lantian_engine::project::{Bill, Project, from_json, to_json};
use leptos::wasm_bindgen::JsCast;
use leptos::{mount::mount_to, prelude::*, web_sys};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::platform::file;
use crate::support::{settle, until, wait};

/// Longer than the pause after which the session saves.
const SAVED_BY: i32 = 1_000;

/// A visit with `stored` in the browser and `fragment` in the address. Ends when dropped.
struct Visit {
    mounted: Option<Box<dyn Any>>,
    session: Session,
    store: ProjectStore,
    notices: Notices,
}

impl Visit {
    fn begin(stored: Option<&str>, fragment: &str) -> Self {
        clear();
        if let Some(stored) = stored {
            LocalShelf.write(PROJECT, stored).unwrap();
        }
        Self::join(fragment)
    }

    /// A visit on what is there.
    fn join(fragment: &str) -> Self {
        address::replace(fragment);
        let found = Rc::new(Cell::new(None));
        let provided = Rc::clone(&found);
        let section = document().create_element("section").unwrap();
        let mounted = mount_to(section.unchecked_into(), move || {
            provided.set(Some((Session::provide(), ProjectStore::expect(), Notices::expect())));
        });
        let (session, store, notices) = found.take().unwrap();
        Self { mounted: Some(Box::new(mounted)), session, store, notices }
    }

    fn told(&self) -> Vec<Notice> {
        untrack(|| self.notices.get()).into_iter().map(|(_, notice)| notice).collect()
    }

    fn saved(&self) -> SaveState {
        untrack(|| self.session.save_state())
    }

    fn route(&self) -> Route {
        untrack(|| self.session.route())
    }

    fn title(&self) -> String {
        self.store.get_untracked().title.clone()
    }

    fn rename(&self, title: &str) {
        self.store.run(command::title(title.to_owned()));
    }
}

impl Drop for Visit {
    fn drop(&mut self) {
        drop(self.mounted.take());
        clear();
        address::replace("#/");
    }
}

pub fn clear() {
    web_sys::window().unwrap().local_storage().unwrap().unwrap().clear().unwrap();
}

pub fn named(title: &str) -> Project {
    Project { title: title.to_owned(), bills: vec![Bill::default()], ..Project::new() }
}

pub fn stored() -> Option<Project> {
    LocalShelf.read(PROJECT).unwrap().map(|text| from_json(&text).unwrap())
}

pub async fn until_saved() {
    wait(SAVED_BY).await;
    settle().await;
}

fn fire(name: &str) {
    let window = web_sys::window().unwrap();
    window.dispatch_event(&web_sys::Event::new(name).unwrap()).unwrap();
}

#[wasm_bindgen_test]
async fn what_is_entered_is_there_after_a_reload() {
    let visit = Visit::begin(None, "#/plant");
    assert_eq!(visit.saved(), SaveState::Saved);
    settle().await;
    visit.store.run(list::add(Bills, Bill { amount: Some(0.1 + 0.2), ..Bill::default() }));
    settle().await;
    assert_eq!(visit.saved(), SaveState::Saving);
    until_saved().await;
    assert_eq!(visit.saved(), SaveState::Saved);
    let entered = visit.store.get_untracked();
    let again = Visit::join("#/plant");
    assert_eq!(again.store.get_untracked(), entered);
    assert_eq!(again.route(), Route::Plant);
}

#[wasm_bindgen_test]
async fn leaving_saves_what_waits() {
    let visit = Visit::begin(None, "");
    settle().await;
    visit.rename("last words");
    settle().await;
    assert_eq!(stored(), None);
    fire("pagehide");
    assert_eq!(stored().unwrap().title, "last words");
    assert_eq!(visit.saved(), SaveState::Saved);
}

#[wasm_bindgen_test]
async fn an_unreadable_project_is_moved_and_told() {
    let visit = Visit::begin(Some("{\"format\":99}"), "");
    let key = "lantian/1/project-unreadable-1";
    assert!(matches!(&visit.told()[..], [Notice::StoredUnreadable { key: Some(k), .. }] if k == key));
    settle().await;
    visit.rename("new");
    until_saved().await;
    assert_eq!(stored().unwrap().title, "new");
    assert_eq!(LocalShelf.read(key), Ok(Some("{\"format\":99}".to_owned())));
}

#[wasm_bindgen_test]
async fn another_window_is_not_overwritten() {
    let visit = Visit::begin(Some(&to_json(&named("start"))), "");
    settle().await;
    LocalShelf.write(PROJECT, &to_json(&named("theirs"))).unwrap();
    // What the browser sends to the other windows; without a key it means "everything".
    web_sys::window().unwrap().dispatch_event(&web_sys::StorageEvent::new("storage").unwrap()).unwrap();
    assert_eq!(visit.saved(), SaveState::ChangedElsewhere);
    visit.rename("mine");
    until_saved().await;
    assert_eq!(visit.saved(), SaveState::ChangedElsewhere);
    assert_eq!(stored().unwrap().title, "theirs");

    visit.session.take_theirs();
    assert_eq!(visit.title(), "theirs");
    assert_eq!(visit.saved(), SaveState::Saved);
    assert_eq!(visit.session.previous()[0].project.title, "mine");
    visit.store.undo();
    assert_eq!(visit.title(), "mine");
}

#[wasm_bindgen_test]
async fn a_change_elsewhere_is_seen_even_when_its_event_was_missed() {
    let visit = Visit::begin(Some(&to_json(&named("start"))), "");
    settle().await;
    LocalShelf.write(PROJECT, &to_json(&named("theirs"))).unwrap();
    visit.rename("mine");
    until_saved().await;
    assert_eq!(visit.saved(), SaveState::ChangedElsewhere);
    visit.session.keep_mine();
    assert_eq!(stored().unwrap().title, "mine");
    assert_eq!(visit.session.previous()[0].project.title, "theirs");
}

#[wasm_bindgen_test]
fn a_share_link_keeps_the_visitors_own_project() {
    let link = link::encode(&named("shared")).fragment;
    let visit = Visit::begin(Some(&to_json(&named("own"))), &link);
    assert_eq!(visit.title(), "shared");
    assert_eq!(visit.route(), Route::Results);
    assert_eq!(address::fragment(), "#/results", "going back does not open it again");
    assert_eq!(visit.told(), [Notice::Opened { origin: Origin::Link, kept: true }]);
    visit.store.undo();
    assert_eq!(visit.title(), "own");
    visit.store.redo();
    visit.session.back_to_own();
    assert_eq!(visit.title(), "own");
    assert_eq!(visit.session.link().0, address::base() + &link::encode(&named("own")).fragment);
}

/// The link is opened before anything listens for changes.
#[wasm_bindgen_test]
async fn a_project_opened_at_the_start_is_saved_too() {
    let link = link::encode(&named("shared")).fragment;
    let visit = Visit::begin(Some(&to_json(&named("own"))), &link);
    until_saved().await;
    assert_eq!(stored().unwrap().title, "shared");
    assert_eq!(visit.saved(), SaveState::Saved);
}

#[wasm_bindgen_test]
fn opening_what_is_open_saves_and_tells_nothing() {
    let visit = Visit::begin(Some(&to_json(&named("own"))), &link::encode(&named("own")).fragment);
    assert!(visit.told().is_empty());
    assert!(visit.session.previous().is_empty());
    assert_eq!(visit.route(), Route::Results);
}

#[wasm_bindgen_test]
fn looking_at_worked_cases_keeps_the_own_project_at_hand() {
    let visit = Visit::begin(Some(&to_json(&named("own"))), "");
    let titles = || visit.session.previous().into_iter().map(|aside| aside.project.title).collect::<Vec<_>>();
    for case in ["mill", "hotel"] {
        visit.session.open(named(case), Origin::Case);
        assert_eq!(titles(), ["own"], "a case only looked at can be had again");
    }
    let kept = visit.told().into_iter().all(|told| matches!(told, Notice::Opened { kept: true, .. }));
    assert!(kept, "each time the own project can be gone back to");
    visit.rename("my hotel");
    visit.session.open(named("mill"), Origin::Case);
    assert_eq!(titles(), ["my hotel", "own"], "a case that was worked on is work");
    visit.session.back_to_own();
    assert_eq!(visit.title(), "my hotel");
}

#[wasm_bindgen_test]
fn a_broken_share_link_changes_nothing() {
    let link = link::encode(&named("shared")).fragment;
    let visit = Visit::begin(Some(&to_json(&named("own"))), &link[..link.len() / 2]);
    assert_eq!(visit.title(), "own");
    assert_eq!(visit.route(), Route::Start);
    assert_eq!(visit.told(), [Notice::LinkRefused(link::LinkError::CutShort)]);
}

#[wasm_bindgen_test]
async fn the_address_leads_and_follows() {
    let visit = Visit::begin(None, "#/plant");
    visit.session.go(&Route::Report);
    until("the address follows", || visit.route() == Route::Report).await;
    assert_eq!(address::fragment(), "#/report");
    address::go("#/nowhere");
    until("the page follows", || visit.route() == Route::NotFound).await;
    address::go("#an-element");
    wait(50).await;
    assert_eq!(visit.route(), Route::NotFound, "an element is not a place");
}

#[wasm_bindgen_test]
async fn files_are_opened_or_refused_by_name() {
    let visit = Visit::begin(Some(&to_json(&named("own"))), "");
    visit.session.open_file(file("bad.json", b"PK\x03\x04"));
    until("the file is refused", || !visit.told().is_empty()).await;
    assert_eq!(visit.title(), "own");
    assert!(matches!(
        &visit.told()[..],
        [Notice::FileRefused { name, problem: FileProblem::Text(_) }] if name == "bad.json"
    ));
    let marked = format!("\u{feff}{}", to_json(&named("from a file")));
    visit.session.open_file(file("good.json", marked.as_bytes()));
    until("the file is open", || visit.title() == "from a file").await;
    assert_eq!(visit.session.previous()[0].project.title, "own");
}

#[wasm_bindgen_test]
fn preferences_outlive_the_visit() {
    let visit = Visit::begin(None, "");
    visit.session.set_open("boiler", true);
    visit.session.set_language("zh-Hans");
    assert!(LocalShelf.read(PREFS).unwrap().is_some());
    let again = Visit::join("");
    assert!(untrack(|| again.session.is_open("boiler")));
    assert_eq!(untrack(|| again.session.prefs()).language.as_deref(), Some("zh-Hans"));
}
