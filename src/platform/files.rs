//! Files of the visitor: chosen, dropped, saved.

use super::document;
use crate::state::notice::FileProblem;
use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use std::cell::RefCell;
use wasm_bindgen::JsCast as _;
use wasm_bindgen_futures::JsFuture;
use web_sys::{DragEvent, File, HtmlElement, HtmlInputElement, Url};

/// Largest project file that is read: the engine's own limit, and as much again for UTF-16.
pub const PROJECT_LIMIT: u64 = 4 * 1024 * 1024;

/// Time a browser is given to fetch a file handed to it, milliseconds.
const HANDED_OVER: u32 = 60_000;

/// The browser does not save files here (some in-app browsers).
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("saving is not possible here")]
pub struct SaveRefused;

/// Hands a file to the browser to be saved under `name`.
pub fn save(name: &str, mime: &str, bytes: &[u8]) -> Result<(), SaveRefused> {
    let blob: web_sys::Blob = gloo::file::Blob::new_with_options(bytes, Some(mime)).into();
    let address = Url::create_object_url_with_blob(&blob).map_err(|_| SaveRefused)?;
    let saved = click_link(&address, name).ok_or(SaveRefused);
    Timeout::new(HANDED_OVER, move || {
        let _ = Url::revoke_object_url(&address);
    })
    .forget();
    saved
}

fn click_link(address: &str, name: &str) -> Option<()> {
    let document = document()?;
    let link: HtmlElement = document.create_element("a").ok()?.dyn_into().ok()?;
    link.set_attribute("href", address).ok()?;
    link.set_attribute("download", name).ok()?;
    // Firefox clicks only what is in the page.
    document.body()?.append_child(&link).ok()?;
    link.click();
    link.remove();
    Some(())
}

thread_local! {
    /// The chooser that is open: without a holder the browser may forget it while the visitor
    /// still looks for the file.
    static CHOOSER: RefCell<Option<(HtmlInputElement, EventListener)>> = const { RefCell::new(None) };
}

/// Lets the visitor choose a file. `accept` is a list of endings (`.json`); choosing nothing calls
/// nothing. Works only from a click or key press.
pub fn choose(accept: &str, chosen: impl Fn(File) + 'static) {
    let Some(document) = document() else { return };
    let input = document.create_element("input").ok().and_then(|e| e.dyn_into::<HtmlInputElement>().ok());
    let Some(input) = input else { return };
    input.set_type("file");
    input.set_accept(accept);
    let watched = input.clone();
    let listener = EventListener::new(&input, "change", move |_| {
        if let Some(file) = watched.files().and_then(|files| files.get(0)) {
            chosen(file);
        }
    });
    let opened = input.clone();
    CHOOSER.with_borrow_mut(|chooser| *chooser = Some((input, listener)));
    opened.click();
}

/// The first file of a drop.
pub fn dropped(event: &DragEvent) -> Option<File> {
    event.data_transfer()?.files()?.get(0)
}

/// Reads a file of at most `limit` bytes.
pub async fn read(file: &File, limit: u64) -> Result<Vec<u8>, FileProblem> {
    let size = file.size();
    // A size is a whole number below 2^53.
    #[expect(clippy::cast_sign_loss, reason = "sizes are not negative")]
    let bytes = size as u64;
    if bytes > limit {
        return Err(FileProblem::TooLarge { size: bytes, limit });
    }
    let buffer = JsFuture::from(file.array_buffer()).await.map_err(|_| FileProblem::NotReadable)?;
    Ok(js_sys::Uint8Array::new(&buffer).to_vec())
}
