//! The list of keys, its fingerprint, and the Rust constants made from it.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use crate::locale::placeholders;
use crate::reach::First;

/// One key: its dotted name, its English text and the placeholders in alphabetical order.
#[derive(Debug)]
pub struct KeyEntry {
    pub name: String,
    pub english: String,
    pub placeholders: Vec<String>,
}

/// All keys, those of the first screen before the others and each in alphabetical order; a key's
/// index is its line in every text table.
#[derive(Debug)]
pub struct KeyList {
    entries: Vec<KeyEntry>,
    /// How many belong to the first screen.
    first: usize,
}

impl KeyList {
    pub fn of<'a>(english: impl IntoIterator<Item = (&'a String, &'a String)>, first: &First) -> Self {
        let sorted: BTreeMap<_, _> = english.into_iter().collect();
        let entries = sorted.into_iter().map(|(name, text)| KeyEntry {
            name: name.clone(),
            english: text.clone(),
            placeholders: placeholders(text).into_iter().map(str::to_owned).collect(),
        });
        let (mut entries, others): (Vec<_>, Vec<_>) =
            entries.partition(|key| first.keys.contains(&constant(&key.name)));
        let first = entries.len();
        entries.extend(others);
        Self { entries, first }
    }

    pub fn entries(&self) -> &[KeyEntry] {
        &self.entries
    }

    /// The keys of the first screen, and the others.
    pub fn parts(&self) -> (&[KeyEntry], &[KeyEntry]) {
        self.entries.split_at(self.first.min(self.entries.len()))
    }

    /// Fingerprint of names, order and placeholders (FNV-1a, 64 bit): a table made for other keys is
    /// refused.
    pub fn hash(&self) -> String {
        let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
        let parts = self.entries.iter().flat_map(|key| std::iter::once(&key.name).chain(&key.placeholders));
        for byte in parts.flat_map(|part| part.bytes().chain([0])) {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
        format!("{hash:016x}")
    }

    /// The Rust source with one constant a key, for `include!` in the app.
    pub fn rust_source(&self) -> String {
        let mut out = format!(
            "/// Fingerprint of the key list.\npub const KEYS_HASH: &str = \"{}\";\n\
             /// Number of keys.\npub const KEY_COUNT: usize = {};\n\
             /// Number of keys in the first table.\npub const FIRST_KEYS: usize = {};\n\n\
             /// One constant for each key of the locale files.\npub mod k {{\n    use super::Key;\n\n",
            self.hash(),
            self.entries.len(),
            self.first,
        );
        for (index, key) in self.entries.iter().enumerate() {
            let count = key.placeholders.len();
            let kind = if count == 0 { "Key".to_owned() } else { format!("Key<{count}>") };
            // Writing to a String cannot fail.
            let _ = writeln!(
                out,
                "    /// {}\n    pub const {}: {kind} = Key::new({index}, &{:?});",
                key.english,
                constant(&key.name),
                key.placeholders
            );
        }
        out.push_str("}\n");
        out
    }
}

/// `nav.plant` becomes `NAV_PLANT`.
pub fn constant(key: &str) -> String {
    key.replace('.', "_").to_uppercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list(texts: &[(&str, &str)]) -> KeyList {
        let owned: Vec<_> = texts.iter().map(|(k, t)| ((*k).to_owned(), (*t).to_owned())).collect();
        KeyList::of(owned.iter().map(|(k, t)| (k, t)), &First::default())
    }

    #[test]
    fn constants_follow_the_sorted_keys() {
        let source = list(&[("nav.plant", "Plant"), ("act.add", "Add {what}")]).rust_source();
        assert!(source.contains("pub const ACT_ADD: Key<1> = Key::new(0, &[\"what\"]);"), "{source}");
        assert!(source.contains("pub const NAV_PLANT: Key = Key::new(1, &[]);"), "{source}");
    }

    #[test]
    fn the_fingerprint_sees_names_and_placeholders_but_not_wording() {
        let base = list(&[("a", "{x} one")]).hash();
        assert_eq!(base, list(&[("a", "other {x}")]).hash());
        assert_ne!(base, list(&[("b", "{x} one")]).hash());
        assert_ne!(base, list(&[("a", "{y} one")]).hash());
    }
}
