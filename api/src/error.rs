//! What is thrown.

use js_sys::{Error, Reflect};
use lantian_engine::project::FileError;
use wasm_bindgen::JsValue;

/// Why there is no answer.
#[derive(Debug)]
pub enum ApiError {
    /// Neither an object nor a text.
    NotAnObject,
    /// An object that JSON cannot hold: it contains itself, or a value such as a BigInt.
    NotPlain(String),
    /// A number that is none, at a path.
    NotFinite(String),
    /// A text or object that is no project.
    File(FileError),
}

impl From<FileError> for ApiError {
    fn from(error: FileError) -> Self {
        ApiError::File(error)
    }
}

impl From<ApiError> for JsValue {
    fn from(error: ApiError) -> Self {
        let (code, field, message) = match error {
            ApiError::NotAnObject => {
                ("not_an_object", None, "a project is an object or the text of a file".to_owned())
            }
            ApiError::NotPlain(reason) => ("not_plain", None, reason),
            ApiError::NotFinite(field) => {
                let message = format!("{field}: not a finite number");
                ("not_finite", Some(field), message)
            }
            ApiError::File(error) => {
                let (code, field) = match &error {
                    FileError::TooLarge { .. } => ("too_large", None),
                    FileError::Damaged { .. } => ("damaged", None),
                    FileError::NotAProject { path } => ("not_a_project", Some(path.clone())),
                    FileError::Newer { .. } => ("newer", Some("format".to_owned())),
                };
                (code, field, error.to_string())
            }
        };
        let thrown = Error::new(&message);
        thrown.set_name("LantianError");
        let field = field.map_or(JsValue::UNDEFINED, JsValue::from);
        for (name, value) in [("code", JsValue::from(code)), ("field", field)] {
            // A new object takes every property.
            let _ = Reflect::set(&thrown, &name.into(), &value);
        }
        thrown.into()
    }
}
