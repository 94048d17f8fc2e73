//! One locale file: nested JSON flattened to dotted keys.
//!
//! A section may hold texts or further sections. The section `names` is special: its entries are
//! looked up by slug while the app runs (`step.stack_loss`) instead of by a typed constant, and they
//! replace a name that comes from `data/` (`measure.lighting_led`).

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::path::Path;

use lantian_factpack::Names;
use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};

use crate::TextsError;

/// The written languages of the product, English first because it documents the keys.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Language {
    En,
    ZhHant,
    ZhHans,
}

impl Language {
    pub const ALL: [Self; 3] = [Self::En, Self::ZhHant, Self::ZhHans];

    /// The name of its locale file and of its tables.
    pub fn code(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::ZhHant => "zh-Hant",
            Self::ZhHans => "zh-Hans",
        }
    }

    /// Its name among the three of a row in `data/`.
    pub fn of(self, names: &Names) -> &str {
        match self {
            Self::En => &names.en,
            Self::ZhHant => &names.zh_hant,
            Self::ZhHans => &names.zh_hans,
        }
    }

    pub fn is_chinese(self) -> bool {
        self != Self::En
    }
}

/// The texts of one language.
#[derive(Debug)]
pub struct Locale {
    pub language: Language,
    /// Texts with a typed key.
    pub texts: BTreeMap<String, String>,
    /// Texts looked up by slug: the `names` section.
    pub names: BTreeMap<String, String>,
    /// Keys written more than once; JSON itself would silently keep the last.
    pub repeated: Vec<String>,
}

impl Locale {
    pub fn read(folder: &Path, language: Language) -> Result<Self, TextsError> {
        let path = folder.join(format!("{}.json", language.code()));
        let shown = path.display().to_string();
        let json = std::fs::read_to_string(&path)
            .map_err(|source| TextsError::Read { path: shown.clone(), source })?;
        Self::parse(language, &json).map_err(|source| TextsError::Json { path: shown, source })
    }

    pub fn parse(language: Language, json: &str) -> Result<Self, serde_json::Error> {
        let root: Node = serde_json::from_str(json)?;
        let mut flat = Vec::new();
        flatten(String::new(), root, &mut flat);
        let mut locale =
            Self { language, texts: BTreeMap::new(), names: BTreeMap::new(), repeated: Vec::new() };
        for (key, text) in flat {
            let earlier = match key.strip_prefix("names.") {
                Some(name) => locale.names.insert(name.to_owned(), text),
                None => locale.texts.insert(key.clone(), text),
            };
            if earlier.is_some() {
                locale.repeated.push(key);
            }
        }
        Ok(locale)
    }
}

/// The placeholders of a text: `{site}` gives `site`.
pub fn placeholders(text: &str) -> BTreeSet<&str> {
    text.split('{').skip(1).filter_map(|part| part.split_once('}')).map(|(name, _)| name).collect()
}

enum Node {
    Text(String),
    Section(Vec<(String, Node)>),
}

fn flatten(key: String, node: Node, flat: &mut Vec<(String, String)>) {
    match node {
        Node::Text(text) => flat.push((key, text)),
        Node::Section(entries) => {
            for (name, child) in entries {
                let below = if key.is_empty() { name } else { format!("{key}.{name}") };
                flatten(below, child, flat);
            }
        }
    }
}

impl<'de> Deserialize<'de> for Node {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct NodeVisitor;
        impl<'de> Visitor<'de> for NodeVisitor {
            type Value = Node;

            fn expecting(&self, out: &mut fmt::Formatter) -> fmt::Result {
                out.write_str("a text or a section of texts")
            }

            fn visit_str<E>(self, text: &str) -> Result<Node, E> {
                Ok(Node::Text(text.to_owned()))
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Node, A::Error> {
                let mut entries = Vec::new();
                while let Some(entry) = map.next_entry()? {
                    entries.push(entry);
                }
                Ok(Node::Section(entries))
            }
        }
        deserializer.deserialize_any(NodeVisitor)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sections_become_dotted_keys() {
        let locale =
            Locale::parse(Language::En, r#"{"nav": {"plant": "Plant"}, "names": {"step": {"x": "X"}}}"#);
        let locale = locale.unwrap();
        assert_eq!(locale.texts.get("nav.plant").map(String::as_str), Some("Plant"));
        assert_eq!(locale.names.get("step.x").map(String::as_str), Some("X"));
    }

    #[test]
    fn a_key_written_twice_is_reported() {
        let locale = Locale::parse(Language::En, r#"{"nav": {"plant": "A"}, "nav.plant": "B"}"#).unwrap();
        assert_eq!(locale.repeated, ["nav.plant"]);
        let locale = Locale::parse(Language::En, r#"{"nav": {"plant": "A", "plant": "B"}}"#).unwrap();
        assert_eq!(locale.repeated, ["nav.plant"]);
    }

    #[test]
    fn placeholders_are_found() {
        assert_eq!(placeholders("{a} of {b}, {a}").into_iter().collect::<Vec<_>>(), ["a", "b"]);
    }

    #[test]
    fn a_number_is_no_text() {
        assert!(Locale::parse(Language::En, r#"{"nav": 3}"#).is_err());
    }
}
