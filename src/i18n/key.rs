//! Typed keys of the texts.

/// The place of a text in the table, with the number of its placeholders in its type: a text that
/// needs values cannot be shown without them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Key<const PLACEHOLDERS: usize = 0> {
    index: u16,
    /// The names, to catch a mistyped one in tests; release builds do not carry them.
    #[cfg(debug_assertions)]
    names: &'static [&'static str; PLACEHOLDERS],
}

impl<const PLACEHOLDERS: usize> Key<PLACEHOLDERS> {
    #[cfg_attr(not(debug_assertions), expect(unused_variables, reason = "names are checked in debug builds"))]
    const fn new(index: u16, names: &'static [&'static str; PLACEHOLDERS]) -> Self {
        Self {
            index,
            #[cfg(debug_assertions)]
            names,
        }
    }

    pub(super) fn index(self) -> usize {
        usize::from(self.index)
    }

    /// Panics in debug builds when a value has a name the text does not know.
    pub(super) fn check(self, values: &[(&str, &str); PLACEHOLDERS]) {
        #[cfg(debug_assertions)]
        for (name, _) in values {
            assert!(self.names.contains(name), "text {} has {:?}, not {name}", self.index, self.names);
        }
        #[cfg(not(debug_assertions))]
        let _ = values;
    }
}

include!(concat!(env!("OUT_DIR"), "/keys.rs"));
