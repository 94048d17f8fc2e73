//! Copying text.

use super::{document, window};
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Element, HtmlDocument, HtmlElement, HtmlTextAreaElement};

/// The browser allowed neither way of copying; show the text to be copied by hand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("copying is not allowed here")]
pub struct CopyRefused;

/// Copies `text`. Works only from a click or key press: browsers ask for that.
pub async fn copy(text: &str) -> Result<(), CopyRefused> {
    if let Some(promise) = modern(text)
        && JsFuture::from(promise).await.is_ok()
    {
        return Ok(());
    }
    // Frames without the permission and pages without https get the older way.
    if selected(text) == Some(true) { Ok(()) } else { Err(CopyRefused) }
}

fn modern(text: &str) -> Option<js_sys::Promise> {
    let navigator = window()?.navigator();
    // Absent without https; the typed getter would hand out `undefined` as if it were there.
    let clipboard = js_sys::Reflect::get(&navigator, &JsValue::from_str("clipboard")).ok()?;
    clipboard.is_object().then(|| navigator.clipboard().write_text(text))
}

/// Copies by way of a text field that is there for an instant.
fn selected(text: &str) -> Option<bool> {
    let document = document()?;
    let focused = document.active_element();
    // Behind a modal dialog nothing can be selected, so the field goes into the dialog.
    let dialog = focused.as_ref().and_then(|element| element.closest("dialog").ok().flatten());
    let place: Element = match dialog {
        Some(dialog) => dialog,
        None => document.body()?.into(),
    };
    let field: HtmlTextAreaElement = document.create_element("textarea").ok()?.dyn_into().ok()?;
    field.set_value(text);
    field.set_read_only(true);
    // Fixed, so that focusing it does not scroll the page.
    let _ = field.style().set_property("position", "fixed");
    let _ = field.style().set_property("opacity", "0");
    place.append_child(&field).ok()?;
    let _ = field.focus();
    field.select();
    let copied = document.dyn_ref::<HtmlDocument>().is_some_and(|d| d.exec_command("copy") == Ok(true));
    field.remove();
    if let Some(focused) = focused.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let _ = focused.focus();
    }
    Some(copied)
}
