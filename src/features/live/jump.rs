//! Leading from a line of a list to the field it speaks of.

use crate::platform::lead;
use leptos::ev::MouseEvent;

/// Goes to the field with the anchor `id` when it stands on this page; otherwise the link is
/// followed as it is.
pub fn to(event: &MouseEvent, id: &str) {
    if lead::lead_to(id) {
        event.prevent_default();
    }
}
