//! The only place that talks to the browser.
//!
//! Small typed functions that return what can go wrong; none panics, each can be called in a
//! browser test by itself. [`Session`] ties them to the project store: autosave, opening, sharing,
//! routes, preferences. Pages use the session; they need nothing else from here.
//!
//! Listeners and timers are gloo's. Its storage and history are not used: the one throws where
//! storage is blocked, the other panics on an address a visitor may type.

pub mod address;
pub mod clipboard;
pub mod compute;
pub mod device;
pub mod events;
pub mod fetch;
pub mod files;
pub mod lead;
pub mod page;
mod session;
pub mod storage;
pub mod texts;
pub mod timer;

pub use session::{Session, stored_prefs};

/// The window; absent only where there is no page at all (a worker, the host's tests).
fn window() -> Option<web_sys::Window> {
    web_sys::window()
}

/// The document.
fn document() -> Option<web_sys::Document> {
    window()?.document()
}
