//! Share links: a whole project in the fragment of the address, `#/s/1/<payload>`.
//!
//! The payload is the project's JSON on one line, defaults left out, compressed as lz-str's URI-safe text, then `.` and a check number. The fragment never reaches
//! a server. The check number is there because a link with one wrong character often still
//! unpacks, to a project with another digit.

mod unpack;

use lantian_engine::project::{FileError, Project, from_json, to_json_line};
use std::fmt::Write as _;
use unpack::UnpackError;

/// The link format written here.
pub const VERSION: u32 = 1;

/// Longest fragment that messengers and mail programs are known to pass on whole. Longer links
/// work where they arrive, so this is a warning, not a limit.
pub const COMFORTABLE: usize = 8_000;

/// Longest payload that is read, characters: what a project file of the greatest size needs at a
/// compression of 1 : 10.
const LIMIT: usize = 200_000;

/// Digits of the check number.
const CHECK_DIGITS: usize = 8;

/// A project packed for an address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// The fragment with its `#`.
    pub fragment: String,
    /// Longer than [`COMFORTABLE`]: a file is the safer way.
    pub long: bool,
}

/// Why a link could not be opened. Nothing is changed when it occurs.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LinkError {
    /// The end is missing, as when a messenger breaks the line.
    #[error("cut short")]
    CutShort,
    /// A character is wrong, or it was never one of our links.
    #[error("damaged")]
    Damaged,
    /// Written by a newer version of the page.
    #[error("link version {found} is newer than {supported}")]
    Newer { found: u32, supported: u32 },
    /// More than any project needs.
    #[error("too long: {length} characters, limit {limit}")]
    TooLong { length: usize, limit: usize },
    /// The link is whole, but what is in it is not a project.
    #[error(transparent)]
    Content(FileError),
}

/// Packs a project.
pub fn encode(project: &Project) -> Link {
    let json = to_json_line(project);
    let payload = lz_str::compress_to_encoded_uri_component(&json);
    let mut fragment = format!("#/s/{VERSION}/{payload}.");
    // Writing to a string cannot fail.
    let _ = write!(fragment, "{:0width$x}", check(&json), width = CHECK_DIGITS);
    let long = fragment.len() > COMFORTABLE;
    Link { fragment, long }
}

/// Unpacks the `version` and `payload` of a [`Route::Share`](super::Route::Share).
pub fn decode(version: u32, payload: &str) -> Result<Project, LinkError> {
    if version > VERSION {
        return Err(LinkError::Newer { found: version, supported: VERSION });
    }
    if version == 0 {
        return Err(LinkError::Damaged);
    }
    if payload.len() > LIMIT {
        return Err(LinkError::TooLong { length: payload.len(), limit: LIMIT });
    }
    let payload = tidy(payload);
    let (packed, expected) = match payload.split_once('.') {
        Some((packed, digits)) => (packed, Some(digits)),
        None => (payload.as_str(), None),
    };
    let json = unpack::unpack(packed).map_err(|error| match error {
        UnpackError::CutShort if expected.is_none() => LinkError::CutShort,
        UnpackError::CutShort | UnpackError::Damaged => LinkError::Damaged,
    })?;
    match expected {
        Some(digits) if digits.len() < CHECK_DIGITS => return Err(LinkError::CutShort),
        Some(digits) if u32::from_str_radix(digits, 16) != Ok(check(&json)) => {
            return Err(LinkError::Damaged);
        }
        // The dot and all behind it may be missing: the text before it ended by itself.
        Some(_) | None => {}
    }
    from_json(&json).map_err(|error| match error {
        FileError::Newer { found, supported } => LinkError::Newer { found, supported },
        other => LinkError::Content(other),
    })
}

/// Mends what messengers do to an address: percent-encoding, spaces for `+`, and punctuation of
/// the sentence taken into the link.
fn tidy(payload: &str) -> String {
    let mut payload = payload.to_owned();
    for plus in ["%2B", "%2b", "%20", " "] {
        payload = payload.replace(plus, "+");
    }
    payload.truncate(
        payload.trim_end_matches(|c: char| !c.is_ascii_alphanumeric() && c != '+' && c != '-').len(),
    );
    payload
}

/// FNV-1a, 32 bits: catches every single wrong character; it is no protection against forgery,
/// nor needs to be.
fn check(text: &str) -> u32 {
    text.bytes().fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests;
