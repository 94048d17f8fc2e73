//! The three written languages and the choice of the first one.

/// A written language of the product.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Lang {
    ZhHant,
    ZhHans,
    En,
}

impl Lang {
    /// In the order of the language buttons.
    pub const ALL: [Self; 3] = [Self::ZhHant, Self::ZhHans, Self::En];

    /// For the `lang` attribute, which chooses the font and the voice of a screen reader.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::ZhHant => "zh-Hant-HK",
            Self::ZhHans => "zh-Hans-CN",
            Self::En => "en",
        }
    }

    /// For file names, links and storage: `texts/ui.zh-Hant.txt`, `?lang=zh-Hant`.
    pub const fn code(self) -> &'static str {
        match self {
            Self::ZhHant => "zh-Hant",
            Self::ZhHans => "zh-Hans",
            Self::En => "en",
        }
    }

    /// The face of its button, the same in every language.
    pub const fn label(self) -> &'static str {
        match self {
            Self::ZhHant => "繁",
            Self::ZhHans => "简",
            Self::En => "EN",
        }
    }

    /// Its name in itself, for people who cannot read the language shown.
    pub const fn native_name(self) -> &'static str {
        match self {
            Self::ZhHant => "繁體中文（香港）",
            Self::ZhHans => "简体中文",
            Self::En => "English",
        }
    }

    pub const fn is_chinese(self) -> bool {
        !matches!(self, Self::En)
    }

    pub(super) const fn index(self) -> usize {
        match self {
            Self::ZhHant => 0,
            Self::ZhHans => 1,
            Self::En => 2,
        }
    }

    /// The language meant by a tag such as `zh-HK`, `zh_CN.UTF-8`, `yue`, `en-GB`.
    pub fn from_tag(tag: &str) -> Option<Self> {
        let tag = tag.trim().to_ascii_lowercase();
        let mut parts = tag.split(['-', '_', '.']);
        match parts.next()? {
            "zh" if parts.any(|part| matches!(part, "hant" | "hk" | "tw" | "mo")) => Some(Self::ZhHant),
            "yue" | "hant" => Some(Self::ZhHant),
            "zh" | "hans" => Some(Self::ZhHans),
            "en" => Some(Self::En),
            _ => None,
        }
    }
}

/// The language of the first screen: the link's, else the stored choice, else the first preferred
/// language of the browser that the product speaks, else English.
pub fn start_language<'a>(
    query: Option<&str>,
    stored: Option<&str>,
    preferred: impl IntoIterator<Item = &'a str>,
) -> Lang {
    query
        .and_then(Lang::from_tag)
        .or_else(|| stored.and_then(Lang::from_tag))
        .or_else(|| preferred.into_iter().find_map(Lang::from_tag))
        .unwrap_or(Lang::En)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_of_browsers_are_understood() {
        for (tag, lang) in [
            ("zh-HK", Some(Lang::ZhHant)),
            ("zh-TW", Some(Lang::ZhHant)),
            ("zh-Hant-MO", Some(Lang::ZhHant)),
            ("yue-HK", Some(Lang::ZhHant)),
            ("zh-CN", Some(Lang::ZhHans)),
            ("zh", Some(Lang::ZhHans)),
            ("zh-SG", Some(Lang::ZhHans)),
            ("zh_CN.UTF-8", Some(Lang::ZhHans)),
            ("en-GB", Some(Lang::En)),
            ("EN", Some(Lang::En)),
            ("fr-FR", None),
            ("", None),
            ("english", None),
        ] {
            assert_eq!(Lang::from_tag(tag), lang, "{tag}");
        }
    }

    #[test]
    fn a_code_and_a_tag_mean_their_language() {
        for lang in Lang::ALL {
            assert_eq!(Lang::from_tag(lang.code()), Some(lang));
            assert_eq!(Lang::from_tag(lang.tag()), Some(lang));
        }
    }

    #[test]
    fn the_link_comes_before_the_choice_before_the_browser() {
        let browser = ["fr-FR", "zh-HK", "en"];
        assert_eq!(start_language(Some("en"), Some("zh-Hans"), browser), Lang::En);
        assert_eq!(start_language(Some("tlh"), Some("zh-Hans"), browser), Lang::ZhHans);
        assert_eq!(start_language(None, None, browser), Lang::ZhHant);
        assert_eq!(start_language(None, Some("damaged"), ["fr"]), Lang::En);
    }
}
