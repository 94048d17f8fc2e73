//! The browser calls, each by itself.

use std::cell::Cell;
use std::rc::Rc;

use lantian::platform::{
    address, clipboard, device, fetch, files, page, storage::LocalShelf, timer::Debounce,
};
use lantian::state::Theme;
use lantian::state::keep::{Shelf as _, ShelfError};
use lantian::state::notice::FileProblem;
use lantian::state::text_file::{TextError, decode};
use leptos::{prelude::document, wasm_bindgen::JsCast, web_sys};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::support::{focused, wait};

/// A file as the visitor's file chooser hands it over.
pub fn file(name: &str, bytes: &[u8]) -> web_sys::File {
    let parts = js_sys::Array::of1(&js_sys::Uint8Array::from(bytes));
    web_sys::File::new_with_u8_array_sequence(&parts, name).unwrap()
}

fn root(attribute: &str) -> Option<String> {
    document().document_element().unwrap().get_attribute(attribute)
}

#[wasm_bindgen_test]
fn the_shelf_keeps_and_forgets() {
    let key = "lantian/test/shelf";
    assert_eq!(LocalShelf.read(key), Ok(None));
    assert_eq!(LocalShelf.write(key, "藍天"), Ok(()));
    assert_eq!(LocalShelf.read(key), Ok(Some("藍天".to_owned())));
    assert_eq!(LocalShelf.remove(key), Ok(()));
    assert_eq!(LocalShelf.read(key), Ok(None));
}

/// Browsers give a site 5 million characters or a little more.
#[wasm_bindgen_test]
fn a_full_shelf_says_so_and_keeps_what_it_had() {
    let key = "lantian/test/full";
    LocalShelf.write(key, "before").unwrap();
    assert_eq!(LocalShelf.write(key, &"x".repeat(12_000_000)), Err(ShelfError::Full));
    assert_eq!(LocalShelf.read(key), Ok(Some("before".to_owned())));
    LocalShelf.remove(key).unwrap();
}

#[wasm_bindgen_test]
async fn files_are_read_up_to_their_limit() {
    let chosen = file("a.json", b"\xef\xbb\xbf{}");
    assert_eq!(files::read(&chosen, 5).await.as_deref(), Ok(&b"\xef\xbb\xbf{}"[..]));
    assert_eq!(files::read(&chosen, 4).await, Err(FileProblem::TooLarge { size: 5, limit: 4 }));
    let empty = files::read(&file("empty.json", b""), 5).await.unwrap();
    assert_eq!(decode(&empty), Err(TextError::Empty));
}

#[wasm_bindgen_test]
async fn a_saved_file_holds_every_byte_under_its_name() {
    let seen = Rc::new(Cell::new(None));
    let heard = Rc::clone(&seen);
    let listener = gloo::events::EventListener::new_with_options(
        &document(),
        "click",
        gloo::events::EventListenerOptions::enable_prevent_default(),
        move |event| {
            let link = event.target().unwrap().unchecked_into::<web_sys::HtmlElement>();
            heard.set(Some((link.get_attribute("download").unwrap(), link.get_attribute("href").unwrap())));
            event.prevent_default();
        },
    );
    files::save("藍天.json", "application/json", "{\"a\":\"廠\"}".as_bytes()).unwrap();
    drop(listener);
    let (name, href) = seen.take().unwrap();
    assert_eq!(name, "藍天.json");
    assert_eq!(fetch::text(&href, fetch::Copy::Stored).await.as_deref(), Ok("{\"a\":\"廠\"}"));
    assert!(document().query_selector("a[download]").unwrap().is_none(), "the link has gone again");
}

/// Whether copying is allowed depends on the browser's focus; nothing may be left behind either way.
#[wasm_bindgen_test]
async fn copying_leaves_the_page_as_it_was() {
    // Pages of other tests may have text areas of their own.
    let areas = || document().query_selector_all("textarea").unwrap().length();
    let (before, there) = (focused(), areas());
    let _ = clipboard::copy("https://example.org/#/s/1/abc").await;
    assert_eq!(areas(), there);
    assert_eq!(focused(), before);
}

#[wasm_bindgen_test]
async fn a_missing_text_is_an_error_not_a_text() {
    assert_eq!(
        fetch::text("no/such/file.txt", fetch::Copy::Fresh).await,
        Err(fetch::FetchError::Status(404))
    );
    assert!(fetch::text("http://127.0.0.1:1/", fetch::Copy::Stored).await.is_err());
}

#[wasm_bindgen_test]
fn language_and_theme_stand_at_the_root() {
    let language = root("lang").unwrap_or_default();
    page::set_language("zh-Hant-HK");
    assert_eq!(root("lang").as_deref(), Some("zh-Hant-HK"));
    page::set_language(&language);
    page::set_theme(Theme::Dark);
    assert_eq!(root("data-theme").as_deref(), Some("dark"));
    page::set_theme(Theme::Light);
    assert_eq!(root("data-theme").as_deref(), Some("light"));
    page::set_theme(Theme::System);
    assert_eq!(root("data-theme").as_deref(), Some(if device::prefers_dark() { "dark" } else { "light" }));
}

#[wasm_bindgen_test]
fn a_language_chosen_by_hand_leaves_the_address() {
    let own = address::query();
    address::replace("?a=b&lang=en#/plant");
    address::forget_language();
    assert_eq!((address::query().as_str(), address::fragment().as_str()), ("?a=b", "#/plant"));
    assert!(address::base().ends_with("?a=b"));
    address::replace(&format!("{own}#"));
    if own.is_empty() {
        address::replace(&address::base().replace("?a=b", ""));
    }
}

#[wasm_bindgen_test]
async fn of_many_requests_the_last_is_run_once() {
    let runs = Rc::new(Cell::new(Vec::new()));
    let pause = Debounce::default();
    for n in 0..3 {
        let runs = Rc::clone(&runs);
        pause.after(10, move || {
            let mut seen = runs.take();
            seen.push(n);
            runs.set(seen);
        });
    }
    assert!(pause.is_waiting());
    wait(200).await;
    assert_eq!(runs.take(), [2]);
    assert!(!pause.is_waiting());

    let cancelled = Rc::clone(&runs);
    pause.after(10, move || cancelled.set(vec![9]));
    pause.cancel();
    wait(100).await;
    assert!(runs.take().is_empty());
}
