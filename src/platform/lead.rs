//! Leading the reader to an element of the page.

use super::document;
use wasm_bindgen::JsCast as _;
use web_sys::{Element, HtmlElement};

/// What can take the focus inside a field, what is most likely meant first: a box before the switch
/// above it, what is chosen of several before the rest, and a button only where there is nothing else.
const CONTROLS: [&str; 5] = [
    "input:not([type=radio]):not([type=checkbox]):not(:disabled), textarea",
    "select",
    "input:checked",
    "input",
    "button, summary",
];

/// Opens what hides the first of these elements that stands on the page, gives the focus to its
/// control and scrolls there. False when none stands on the page.
pub fn lead_to(ids: &[String]) -> bool {
    let Some(document) = document() else { return false };
    let Some(element) = ids.iter().find_map(|id| document.get_element_by_id(id)) else { return false };
    open_around(&element);
    open_inside(&element);
    let find = |controls: &&str| element.query_selector(controls).ok().flatten();
    let control = CONTROLS.iter().find_map(find).unwrap_or_else(|| element.clone());
    if let Some(control) = control.dyn_ref::<HtmlElement>() {
        let _ = control.focus();
    }
    // After the focus, which scrolls no further than it must; a label above the box is to be seen too.
    element.scroll_into_view();
    true
}

/// Gives the focus to an element that takes none by itself, and scrolls to its beginning.
pub fn show(id: &str) {
    let element = document().and_then(|document| document.get_element_by_id(id));
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let _ = element.focus();
        element.scroll_into_view();
    }
}

/// A field that is nothing but a closed detail.
fn open_inside(element: &Element) {
    if let Some(only) = element.first_element_child().filter(|child| child.tag_name() == "DETAILS") {
        let _ = only.set_attribute("open", "");
    }
}

fn open_around(element: &Element) {
    let mut around = Some(element.clone());
    while let Some(inside) = around {
        let details = inside.closest("details").ok().flatten();
        if let Some(details) = &details {
            // Fails only for a name that is no attribute name.
            let _ = details.set_attribute("open", "");
        }
        around = details.and_then(|details| details.parent_element());
    }
}
