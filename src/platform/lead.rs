//! Leading the reader to an element of the page.

use super::document;
use wasm_bindgen::JsCast as _;
use web_sys::{Element, HtmlElement};

/// What can take the focus inside a field.
const CONTROLS: &str = "input, select, textarea, button, summary";

/// Opens what hides the element with this id, scrolls there and gives the focus to its first
/// control. When there is no such element its group is taken: for `at-bill-0-0-amount` that is
/// `at-bill-0-0`, and at last `at-bill`. False when none stands on the page.
pub fn lead_to(id: &str) -> bool {
    let groups = std::iter::successors(Some(id), |id| id.rsplit_once('-').map(|(group, _)| group));
    let Some(document) = document() else { return false };
    let Some(element) = groups.take(4).find_map(|id| document.get_element_by_id(id)) else { return false };
    open_around(&element);
    element.scroll_into_view();
    let control = element.query_selector(CONTROLS).ok().flatten().unwrap_or(element);
    if let Some(control) = control.dyn_ref::<HtmlElement>() {
        let _ = control.focus();
    }
    true
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
