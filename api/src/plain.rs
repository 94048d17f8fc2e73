//! Between JavaScript's plain objects and JSON text, which the engine reads and writes.

use js_sys::{Array, JSON, Object};
use wasm_bindgen::{JsCast as _, JsValue};

use crate::error::ApiError;

/// The JSON of an object, or the text itself.
pub fn text(value: &JsValue) -> Result<String, ApiError> {
    if let Some(text) = value.as_string() {
        return Ok(text);
    }
    if !value.is_object() || Array::is_array(value) {
        return Err(ApiError::NotAnObject);
    }
    let text = JSON::stringify(value).map_err(|error| {
        let reason = error.dyn_ref::<js_sys::Error>().map(|error| String::from(error.message()));
        ApiError::NotPlain(reason.unwrap_or_default())
    })?;
    // JSON writes what is no number as `null`, which means "not said": it must not pass for that.
    finite(value, "")?;
    Ok(text.into())
}

/// Only for what `stringify` took: nothing in it contains itself.
fn finite(value: &JsValue, path: &str) -> Result<(), ApiError> {
    if let Some(number) = value.as_f64() {
        return if number.is_finite() { Ok(()) } else { Err(ApiError::NotFinite(path.to_owned())) };
    }
    if let Some(list) = value.dyn_ref::<Array>() {
        return list.iter().enumerate().try_for_each(|(at, item)| finite(&item, &format!("{path}[{at}]")));
    }
    let Some(object) = value.dyn_ref::<Object>() else { return Ok(()) };
    Object::keys(object).iter().filter_map(|key| key.as_string()).try_for_each(|key| {
        let below = if path.is_empty() { key.clone() } else { format!("{path}.{key}") };
        let item = js_sys::Reflect::get(object, &key.into()).unwrap_or_default();
        finite(&item, &below)
    })
}

/// The object a text stands for.
pub fn parse(text: &str) -> Result<JsValue, JsValue> {
    JSON::parse(text)
}
