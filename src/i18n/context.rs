//! The language signal and the texts for components.
//!
//! Everything a component shows goes through [`I18n`] inside a closure, so a switch of language
//! redraws each text at once and nothing else. A language whose table has not arrived yet is only
//! *wanted*: the screen keeps its words until [`I18n::install`] brings the new ones.

use leptos::prelude::*;

use super::format::Format;
use super::key::Key;
use super::lang::Lang;
use super::texts::{Texts, TextsError};

/// Languages and texts, copied freely into closures.
#[derive(Debug, Clone, Copy)]
pub struct I18n {
    /// The texts on screen.
    shown: RwSignal<&'static Texts>,
    /// The languages that are here whole.
    tables: RwSignal<[Option<&'static Texts>; 3]>,
    wanted: RwSignal<Lang>,
}

/// Puts [`I18n`] into the context, with the texts of the start language, of which the rest may still
/// have to come.
pub fn provide_i18n(first: Texts) -> I18n {
    let lang = first.lang();
    // A language lives as long as the page.
    let first: &'static Texts = Box::leak(Box::new(first));
    let i18n = I18n {
        shown: RwSignal::new(first),
        tables: RwSignal::new(Lang::ALL.map(|other| (other == lang && first.is_whole()).then_some(first))),
        wanted: RwSignal::new(lang),
    };
    provide_context(i18n);
    i18n
}

/// The [`I18n`] of the app. Panics when the app did not provide it, which is a bug of the mount.
pub fn use_i18n() -> I18n {
    expect_context()
}

impl I18n {
    /// The language on screen.
    pub fn lang(self) -> Lang {
        self.shown.get().lang()
    }

    /// The language asked for, for the pressed state of the language buttons.
    pub fn wanted(self) -> Lang {
        self.wanted.get()
    }

    /// Switches to a language, now or as soon as its texts are installed.
    pub fn choose(self, lang: Lang) {
        self.wanted.set(lang);
        if let Some(texts) = self.table(lang) {
            self.shown.set(texts);
        }
    }

    /// Whether all texts of a language are here. Reactive, as the fetch is.
    pub fn has(self, lang: Lang) -> bool {
        self.tables.with(|tables| tables.get(lang.index()).is_some_and(Option::is_some))
    }

    /// Takes in a fetched language and shows it if it is the one wanted. A second table of the same
    /// language is ignored.
    pub fn install(self, texts: Texts) {
        let lang = texts.lang();
        if self.table(lang).is_some() {
            return;
        }
        self.keep(Box::leak(Box::new(texts)));
    }

    /// Takes in the second table of `texts`.
    pub fn complete(self, texts: &'static Texts, table: &'static str) -> Result<(), TextsError> {
        texts.complete(table)?;
        self.keep(texts);
        Ok(())
    }

    fn keep(self, texts: &'static Texts) {
        let lang = texts.lang();
        self.tables.update(|tables| {
            if let Some(table) = tables.get_mut(lang.index()) {
                *table = Some(texts);
            }
        });
        let shown = self.shown.get_untracked();
        if self.wanted.get_untracked() == lang && !std::ptr::eq(shown, texts) {
            self.shown.set(texts);
        }
    }

    /// A language's table without following it.
    fn table(self, lang: Lang) -> Option<&'static Texts> {
        self.tables.with_untracked(|tables| tables.get(lang.index()).copied().flatten())
    }

    /// The texts on screen, for helpers that word several things at once.
    pub fn texts(self) -> &'static Texts {
        self.shown.get()
    }

    /// The text of a key.
    pub fn t(self, key: Key) -> &'static str {
        self.texts().get(key)
    }

    /// The text of a key with its values.
    pub fn tf<const N: usize>(self, key: Key<N>, values: [(&str, &str); N]) -> String {
        self.texts().fill(key, values)
    }

    /// The text for a number of things: `one` for exactly one in English, else `other`. Chinese does
    /// not count its nouns and always uses `other`.
    pub fn count(self, one: Key<1>, other: Key<1>, count: usize) -> String {
        let key = if count == 1 && !self.lang().is_chinese() { one } else { other };
        self.tf(key, [("n", &self.format().count(count))])
    }

    /// A name by slug (`measure`, `step`, `unit`, …); the slug itself when no name is known, so that
    /// a new row of data is visible rather than blank.
    pub fn name(self, family: &str, slug: &str) -> String {
        self.texts().name(family, slug).unwrap_or(slug).to_owned()
    }

    /// A name of a closed list of the data tables (`sector`, `region`, `carrier`, `pollutant`, …).
    pub fn key_name(self, list: &str, slug: &str) -> String {
        self.texts().key_name(list, slug).unwrap_or(slug).to_owned()
    }

    /// The name of a measure's parameter.
    pub fn param(self, measure: &str, param: &str) -> String {
        self.texts().param(measure, param).unwrap_or(param).to_owned()
    }

    /// A name in a project: the visitor's words, or those of a worked case in the language on screen.
    pub fn own_name(self, name: &str) -> String {
        self.texts().own_name(name).to_owned()
    }

    /// The everyday unit word.
    pub fn unit(self, slug: &str) -> String {
        self.texts().unit(slug).unwrap_or(slug).to_owned()
    }

    /// The international unit symbol, for tables and formulas.
    pub fn symbol(self, slug: &str) -> String {
        self.texts().symbol(slug).unwrap_or(slug).to_owned()
    }

    /// Numbers, money and dates in the language on screen.
    pub fn format(self) -> Format {
        Format::new(self.texts())
    }
}

#[cfg(test)]
mod tests {
    use super::super::{bundled, k};
    use super::*;

    fn texts(lang: Lang) -> Texts {
        Texts::parse(lang, bundled(lang)).unwrap()
    }

    #[test]
    fn a_switch_waits_for_its_texts() {
        let owner = Owner::new();
        owner.set();
        let i18n = provide_i18n(texts(Lang::En));
        assert_eq!(i18n.t(k::NAV_PLANT), "Plant");
        i18n.choose(Lang::ZhHant);
        assert_eq!((i18n.lang(), i18n.wanted()), (Lang::En, Lang::ZhHant));
        i18n.install(texts(Lang::ZhHans));
        assert_eq!(i18n.lang(), Lang::En);
        i18n.install(texts(Lang::ZhHant));
        assert_eq!(i18n.t(k::NAV_PLANT), "現況");
        i18n.choose(Lang::ZhHans);
        assert_eq!(i18n.t(k::NAV_PLANT), "现状");
        assert!(i18n.has(Lang::En));
    }

    #[test]
    fn a_language_without_its_rest_is_not_switched_back_to() {
        let owner = Owner::new();
        owner.set();
        let [first, rest] = super::super::texts::parts(Lang::En);
        let i18n = provide_i18n(Texts::parse(Lang::En, first).unwrap());
        assert!(!i18n.has(Lang::En) && !i18n.texts().is_whole());
        let english = i18n.texts();
        i18n.install(texts(Lang::ZhHant));
        i18n.choose(Lang::ZhHant);
        i18n.choose(Lang::En);
        assert_eq!((i18n.lang(), i18n.wanted()), (Lang::ZhHant, Lang::En));
        i18n.complete(english, rest).unwrap();
        assert_eq!(i18n.t(k::NAV_PLANT), "Plant");
        assert_eq!(i18n.name("measure", "lighting_led"), "LED lighting");
    }
}
