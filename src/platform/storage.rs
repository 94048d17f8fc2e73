//! `localStorage` as a [`Shelf`].

use super::window;
use crate::state::keep::{Shelf, ShelfError};
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{DomException, Storage};

/// The browser's local storage.
#[derive(Clone, Copy, Debug, Default)]
pub struct LocalShelf;

fn area() -> Result<Storage, ShelfError> {
    // Both a refusal (an exception) and a browser without storage (null) mean the same to a visitor.
    window().and_then(|window| window.local_storage().ok().flatten()).ok_or(ShelfError::Blocked)
}

impl Shelf for LocalShelf {
    fn read(&self, key: &str) -> Result<Option<String>, ShelfError> {
        area()?.get_item(key).map_err(|_| ShelfError::Blocked)
    }

    fn write(&self, key: &str, text: &str) -> Result<(), ShelfError> {
        area()?.set_item(key, text).map_err(|error| fault(&error))
    }

    fn remove(&self, key: &str) -> Result<(), ShelfError> {
        area()?.remove_item(key).map_err(|_| ShelfError::Blocked)
    }
}

/// A refused write is a full store unless the browser says that it is forbidden.
fn fault(error: &JsValue) -> ShelfError {
    match error.dyn_ref::<DomException>() {
        Some(error) if error.name() == "SecurityError" => ShelfError::Blocked,
        _ => ShelfError::Full,
    }
}
