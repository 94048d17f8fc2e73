//! Messages as bytes.

use serde::Serialize;
use serde::de::DeserializeOwned;

/// The bytes of a message. Empty for what cannot be written, which no message of this crate is.
pub fn encode<T: Serialize>(message: &T) -> Vec<u8> {
    postcard::to_stdvec(message).unwrap_or_default()
}

/// The message in these bytes; `None` for anything else.
pub fn decode<T: DeserializeOwned>(bytes: &[u8]) -> Option<T> {
    postcard::from_bytes(bytes).ok()
}
