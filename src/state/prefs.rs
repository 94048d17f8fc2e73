//! How the visitor likes the page: language, theme, open panels. Kept apart from the project, so
//! that a file or a link never changes them.

use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// Light, dark, or as the device is set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Theme {
    #[default]
    System,
    Light,
    Dark,
}

/// Longest stored text that is read, bytes; ours is a few hundred.
const LIMIT: usize = 16 * 1024;

/// The preferences. Unknown fields are ignored: an older version must be able to read what a
/// newer one wrote, and there is no work of the visitor's in here to lose.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Prefs {
    /// Language tag (`zh-Hant`, `zh-Hans`, `en`) once chosen by hand; else the browser's.
    pub language: Option<String>,
    pub theme: Theme,
    /// Ids of the panels that stand open.
    pub open: BTreeSet<String>,
}

impl Prefs {
    /// Reads stored preferences; anything unreadable means the defaults.
    pub fn from_text(text: &str) -> Self {
        if text.len() > LIMIT { Prefs::default() } else { serde_json::from_str(text).unwrap_or_default() }
    }

    /// Writes the preferences.
    pub fn to_text(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// Opens or closes a panel.
    pub fn set_open(&mut self, panel: &str, open: bool) {
        if open {
            self.open.insert(panel.to_owned());
        } else {
            self.open.remove(panel);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn round_trip() {
        let mut prefs =
            Prefs { language: Some("zh-Hant".to_owned()), theme: Theme::Dark, ..Prefs::default() };
        prefs.set_open("boiler", true);
        prefs.set_open("site", true);
        prefs.set_open("site", false);
        assert!(prefs.open.contains("boiler") && !prefs.open.contains("site"));
        assert_eq!(Prefs::from_text(&prefs.to_text()), prefs);
    }

    /// It runs before the app and cannot ask it.
    #[test]
    fn the_script_before_the_first_paint_reads_what_is_written_here() {
        let script = include_str!("../../public/theme.js");
        assert!(script.contains(&format!("getItem(\"{}\")", crate::state::keep::PREFS)));
        for (theme, word) in [(Theme::Light, "light"), (Theme::Dark, "dark")] {
            assert!(Prefs { theme, ..Prefs::default() }.to_text().contains(&format!(r#""theme":"{word}""#)));
            assert!(script.contains(&format!("\"{word}\"")));
        }
    }

    #[test]
    fn what_a_newer_version_wrote_is_still_read() {
        let prefs = Prefs::from_text(r#"{"language":"en","theme":"dark","font":"large"}"#);
        assert_eq!((prefs.language.as_deref(), prefs.theme), (Some("en"), Theme::Dark));
    }

    #[test]
    fn damaged_means_defaults() {
        for text in ["", "{", "[]", r#"{"theme":"purple"}"#, &"x".repeat(LIMIT + 1)] {
            assert_eq!(Prefs::from_text(text), Prefs::default(), "{text:.20}");
        }
    }
}
