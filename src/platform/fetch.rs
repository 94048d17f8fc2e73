//! Reads a file that lies beside the page. Used for the texts of a language and for what runs in the
//! workers only; the visitor's data never goes this way.

use super::window;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{RequestCache, RequestInit, RequestRedirect, Response};

/// Why a file did not come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FetchError {
    /// No network, or the browser refused (a page opened from `file://`).
    #[error("no answer")]
    NoAnswer,
    /// The host answered with an error.
    #[error("status {0}")]
    Status(u16),
    /// The answer ended early or is not text.
    #[error("not readable")]
    NotReadable,
}

/// Whether a stored copy will do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Copy {
    /// As the host allows.
    Stored,
    /// Ask the host: the stored copy belongs to another version.
    Fresh,
}

/// Reads the text file at `path`, relative to the page.
pub async fn text(path: &str, copy: Copy) -> Result<String, FetchError> {
    let promise = answer(path, copy).await?.text().map_err(|_| FetchError::NotReadable)?;
    let text = JsFuture::from(promise).await.map_err(|_| FetchError::NotReadable)?;
    text.as_string().ok_or(FetchError::NotReadable)
}

/// Reads the file at `path`, relative to the page: an `ArrayBuffer`.
pub async fn bytes(path: &str, copy: Copy) -> Result<JsValue, FetchError> {
    let promise = answer(path, copy).await?.array_buffer().map_err(|_| FetchError::NotReadable)?;
    JsFuture::from(promise).await.map_err(|_| FetchError::NotReadable)
}

async fn answer(path: &str, copy: Copy) -> Result<Response, FetchError> {
    let window = window().ok_or(FetchError::NoAnswer)?;
    let options = RequestInit::new();
    options.set_redirect(RequestRedirect::Follow);
    options.set_cache(match copy {
        Copy::Stored => RequestCache::Default,
        Copy::Fresh => RequestCache::Reload,
    });
    let answer = JsFuture::from(window.fetch_with_str_and_init(path, &options)).await;
    let answer: Response = answer.ok().and_then(|a| a.dyn_into().ok()).ok_or(FetchError::NoAnswer)?;
    if answer.ok() { Ok(answer) } else { Err(FetchError::Status(answer.status())) }
}
