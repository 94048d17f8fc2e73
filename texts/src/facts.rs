//! Names, locators and notes of the facts, for the sources page.

use std::path::Path;

use crate::TextsError;

/// File name and content of `data.<language>.json` for each language.
pub fn files(_root: &Path) -> Result<Vec<(String, String)>, TextsError> {
    Ok(Vec::new())
}
