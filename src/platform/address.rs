//! The address bar: the route after `#`, the query, and what stands before both.

use super::{events, window};

/// What stands after `#`, with the `#`; empty when there is nothing.
pub fn fragment() -> String {
    window().and_then(|window| window.location().hash().ok()).unwrap_or_default()
}

/// The query with its `?`; empty when there is none.
pub fn query() -> String {
    window().and_then(|window| window.location().search().ok()).unwrap_or_default()
}

/// The address without the part after `#`: what a share link is put behind.
pub fn base() -> String {
    let address = window().and_then(|window| window.location().href().ok()).unwrap_or_default();
    match address.split_once('#') {
        Some((base, _)) => base.to_owned(),
        None => address,
    }
}

/// Goes to a fragment as a link would: the back button returns.
pub fn go(fragment: &str) {
    if let Some(window) = window() {
        // Refused only in a window that is being closed.
        let _ = window.location().set_hash(fragment);
    }
}

/// Puts a fragment in place of the one shown, without a step in the history and without an event.
pub fn replace(fragment: &str) {
    let history = window().and_then(|window| window.history().ok());
    if let Some(history) = history {
        // Refused in documents without an address of their own (`about:srcdoc`); the page then
        // shows the right place under the old address.
        let _ = history.replace_state_with_url(&wasm_bindgen::JsValue::NULL, "", Some(fragment));
    }
}

/// Takes `lang` out of the query: a language chosen by hand outlives the one in the link.
pub fn forget_language() {
    let query = query();
    let pairs = query.strip_prefix('?').unwrap_or(&query).split('&');
    let others: Vec<&str> = pairs.filter(|pair| !pair.is_empty() && !pair.starts_with("lang=")).collect();
    let path = window().and_then(|window| window.location().pathname().ok());
    let Some(path) = path.filter(|_| query.contains("lang=")) else { return };
    let mark = if others.is_empty() { "" } else { "?" };
    replace(&format!("{path}{mark}{}{}", others.join("&"), fragment()));
}

/// Calls back with each new fragment until the owner is gone.
pub fn on_change(changed: impl Fn(String) + 'static) {
    events::on_window("hashchange", move |_| changed(fragment()));
}
