//! Which texts the first screen can show: read off the source of the app.
//!
//! The page loads two tables of its language: what the first screen may need comes first, the rest
//! follows with the pieces that show it (decision 0004). No list says what belongs where: starting
//! from the item that starts the app, every item that is named is followed to the items it names.
//! What is met has its keys (`k::NAV_PLANT`) and families of names (`.name("step", …)`) in the first
//! table. The walk stops at the *doors*, which open only when the rest of the texts is there.
//!
//! The walk knows names and paths, not types, and errs on the side of the first table: an
//! implementation for a type of another file counts as met, a family that is not written as a
//! literal stands for all of them.

mod source;
mod walk;

use std::collections::BTreeSet;
use std::path::Path;

use crate::TextsError;

/// Macros whose content arrives in a piece, after the rest of the texts.
const PIECES: &[&str] = &["piece"];

/// Functions that word what the engine has found: the engine is installed after the rest of the texts.
const DOORS: &[&str] = &["features::live::wording::problem", "features::live::wording::notice"];

/// Where looking a name up is itself written, for any family.
const LOOKUPS: &[&str] = &["i18n::context", "i18n::texts"];

/// Where the app starts.
const START: &str = "app::start";

/// What the first screen may show.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct First {
    /// Constants of keys, `NAV_PLANT`.
    pub keys: BTreeSet<String>,
    /// Beginnings of slugs, `key.sector`; `None` when all names are needed.
    pub families: Option<BTreeSet<String>>,
}

impl First {
    /// Reads the app's source in `src`.
    pub fn of(src: &Path) -> Result<Self, TextsError> {
        let mut modules = source::read(src)?;
        for lookup in LOOKUPS {
            source::forget_lookups(&mut modules, lookup).map_err(TextsError::Source)?;
        }
        walk::walk(&modules, START, PIECES, DOORS).map_err(TextsError::Source)
    }

    /// Whether a name belongs to the first table.
    pub fn has_name(&self, slug: &str) -> bool {
        let Some(families) = &self.families else { return true };
        families.iter().any(|family| slug.strip_prefix(&**family).is_some_and(|rest| rest.starts_with('.')))
    }
}

#[cfg(test)]
mod tests;
