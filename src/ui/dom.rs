//! The few browser calls the controls themselves need. Everything else belongs to `platform`.

use leptos::{
    prelude::*,
    wasm_bindgen::{JsCast as _, closure::Closure},
    web_sys,
};

/// Opens a dialog above everything else; the browser then keeps focus inside it.
pub(super) fn show_modal(dialog: &web_sys::HtmlDialogElement) {
    if !dialog.open() {
        // Fails only when the element has left the page, and then there is nothing to show.
        let _ = dialog.show_modal();
    }
}

/// Closes a dialog; the browser gives focus back to where it was.
pub(super) fn close_dialog(dialog: &web_sys::HtmlDialogElement) {
    if dialog.open() {
        dialog.close();
    }
}

/// True when the event hit the element itself and not something in it: a click beside an open panel.
pub(super) fn hit_itself(event: &web_sys::Event) -> bool {
    event.target().is_some() && event.target() == event.current_target()
}

/// Width of the content of an element in CSS pixels, as far as it is laid out.
pub fn element_width(element: &web_sys::Element) -> f64 {
    f64::from(element.client_width())
}

/// Calls back with the width of an element now and whenever it changes, until the owner is disposed of.
pub fn on_resize(element: &web_sys::Element, on_width: impl Fn(f64) + 'static) {
    on_width(element_width(element));
    let watched = element.clone();
    let closure = Closure::<dyn FnMut()>::new(move || on_width(element_width(&watched)));
    let Ok(observer) = web_sys::ResizeObserver::new(closure.as_ref().unchecked_ref()) else {
        return;
    };
    observer.observe(element);
    // The closure has to live as long as the observer may call it.
    let guard = StoredValue::new_local((observer, closure));
    on_cleanup(move || guard.with_value(|(observer, _)| observer.disconnect()));
}

/// Size of the text of an element in CSS pixels.
pub fn element_font(element: &web_sys::Element) -> f64 {
    let style = window().get_computed_style(element).ok().flatten();
    let size = style.and_then(|style| style.get_property_value("font-size").ok());
    size.and_then(|size| size.trim_end_matches("px").parse().ok()).unwrap_or(13.0)
}

/// The key of the mark an event hit, or of what the mark stands in.
pub fn key_of(event: &web_sys::Event) -> Option<String> {
    let target = event.target()?.dyn_into::<web_sys::Element>().ok()?;
    target.closest("[data-key]").ok()??.get_attribute("data-key")
}
