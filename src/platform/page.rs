//! The document as a whole: its language, theme, title, printing, and the two signals to the
//! start script (`data-ready`, `#boot-failed`).

use super::{device, document, window};
use crate::state::Theme;
use wasm_bindgen::JsCast as _;
use web_sys::{Element, HtmlElement, Url};

fn root() -> Option<Element> {
    document()?.document_element()
}

fn set_attribute(name: &str, value: &str) {
    if let Some(root) = root() {
        // Fails only for a name that is no attribute name.
        let _ = root.set_attribute(name, value);
    }
}

/// Sets the language of the page, which chooses fonts and voices.
pub fn set_language(tag: &str) {
    set_attribute("lang", tag);
}

/// Sets the theme. The start script has set it before anything was painted.
pub fn set_theme(theme: Theme) {
    let dark = match theme {
        Theme::Light => false,
        Theme::Dark => true,
        Theme::System => device::prefers_dark(),
    };
    set_attribute("data-theme", if dark { "dark" } else { "light" });
}

/// Says that the app has mounted; the start script then takes its own picture away.
pub fn set_ready() {
    set_attribute("data-ready", "");
}

/// Shows the message of the start script that the app could not start, in all three languages.
pub fn show_start_failure() {
    if let Some(message) = document().and_then(|document| document.get_element_by_id("boot-failed")) {
        let _ = message.remove_attribute("hidden");
    }
}

/// Sets the title of the tab.
pub fn set_title(title: &str) {
    if let Some(document) = document() {
        document.set_title(title);
    }
}

/// Opens the print dialogue, from which the browser also saves PDF. False where the browser
/// refuses (some in-app browsers, sandboxed frames).
pub fn print() -> bool {
    window().is_some_and(|window| window.print().is_ok())
}

/// Scrolls to the top and gives the focus to the element with this id: what a browser does when
/// another page is opened, and what screen readers and keyboards rely on.
pub fn begin_at(id: &str) {
    if let Some(window) = window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
    let element = document().and_then(|document| document.get_element_by_id(id));
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let _ = element.focus();
    }
}

/// The address of a file in the folder of the app's own script, which the start script names; `None` where
/// there is no start script.
pub fn beside_script(file: &str) -> Option<String> {
    let document = document()?;
    let script = document.query_selector("script[data-js]").ok()??.get_attribute("data-js")?;
    let script = Url::new_with_base(&script, &document.base_uri().ok()??).ok()?;
    Some(Url::new_with_base(file, &script.href()).ok()?.href())
}
