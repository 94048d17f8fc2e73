//! Listeners that end with the reactive owner in which they were made.

use super::{device, document, window};
use gloo::events::EventListener;
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use web_sys::{Event, EventTarget, StorageEvent};

/// Listens on the window.
pub fn on_window(name: &'static str, heard: impl Fn(&Event) + 'static) {
    if let Some(window) = window() {
        listen(&window, name, heard);
    }
}

fn listen(target: &EventTarget, name: &'static str, heard: impl Fn(&Event) + 'static) {
    let listener = EventListener::new(target, name, heard);
    // Kept by the owner; dropping it removes the listener.
    let _ = StoredValue::new_local(listener);
}

/// Calls back when the page may be about to vanish: switched away, closed, frozen. On phones this
/// is the last sign of life a page gets.
pub fn on_leaving(leaving: impl Fn() + Clone + 'static) {
    let Some(document) = document() else { return };
    let hidden = leaving.clone();
    let watched = document.clone();
    listen(&document, "visibilitychange", move |_| {
        if watched.hidden() {
            hidden();
        }
    });
    on_window("pagehide", move |_| leaving());
}

/// Calls back when the page is looked at again.
pub fn on_returning(returning: impl Fn() + 'static) {
    let Some(document) = document() else { return };
    let watched = document.clone();
    listen(&document, "visibilitychange", move |_| {
        if !watched.hidden() {
            returning();
        }
    });
}

/// Calls back when another window of this site changed what is stored under `key`, or cleared
/// everything.
pub fn on_stored_elsewhere(key: &'static str, stored: impl Fn() + 'static) {
    on_window("storage", move |event| {
        let changed = event.dyn_ref::<StorageEvent>().and_then(StorageEvent::key);
        if changed.is_none_or(|changed| changed == key) {
            stored();
        }
    });
}

/// Calls back with whether there is a network, whenever that changes.
pub fn on_network(changed: impl Fn(bool) + Clone + 'static) {
    let lost = changed.clone();
    on_window("online", move |_| changed(true));
    on_window("offline", move |_| lost(false));
}

/// Calls back when the device goes over to dark pages or back.
pub fn on_dark_or_light(changed: impl Fn() + 'static) {
    if let Some(query) = device::dark_query() {
        listen(&query, "change", move |_| changed());
    }
}
