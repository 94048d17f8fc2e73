//! The texts of one language and how values enter a text.
//!
//! They come in two tables of one form: what the first screen may show, and the rest, which whatever
//! may show it waits for. A table is parsed once into line positions and never copied: the platform leaks the fetched file
//! (at most once per language), so every text is a `&'static str` and costs nothing to show.

use super::key::{FIRST_KEYS, KEY_COUNT, KEYS_HASH, Key};
use super::lang::Lang;
use lantian_engine::project::case_key;
use std::sync::OnceLock;

/// Why a table cannot be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TextsError {
    /// The file is something else, such as the error page of a server.
    NotATable,
    /// The table belongs to another version of the app.
    OtherVersion,
    /// Lines are missing: the file was cut short.
    Incomplete,
}

/// The texts of one language.
#[derive(Debug)]
pub struct Texts {
    lang: Lang,
    first: Table,
    rest: OnceLock<Table>,
}

#[derive(Debug)]
struct Table {
    lines: Vec<&'static str>,
    /// Sorted by slug.
    names: Vec<(&'static str, &'static str)>,
}

impl Table {
    /// Reads a table of `keys` texts; also what follows it.
    fn read(table: &'static str, keys: usize) -> Result<(Self, &'static str), TextsError> {
        let (head, body) = table.split_once('\n').ok_or(TextsError::NotATable)?;
        let mut head = head.strip_prefix("lantian-texts ").ok_or(TextsError::NotATable)?.split(' ');
        let counts = (head.next(), head.next().and_then(as_count), head.next().and_then(as_count));
        let (Some(KEYS_HASH), Some(texts), Some(names)) = counts else {
            return Err(TextsError::OtherVersion);
        };
        if texts != keys {
            return Err(TextsError::OtherVersion);
        }
        let mut rest = body;
        let mut line = || {
            let (line, after) = rest.split_once('\n')?;
            rest = after;
            Some(line)
        };
        let lines: Option<Vec<_>> = (0..texts).map(|_| line()).collect();
        let names: Option<Vec<_>> = (0..names).map(|_| line()?.split_once('\t')).collect();
        let (lines, names) = lines.zip(names).ok_or(TextsError::Incomplete)?;
        Ok((Self { lines, names }, rest))
    }

    fn name(&self, slug: &str) -> Option<&'static str> {
        let place = self.names.binary_search_by(|(known, _)| (*known).cmp(slug)).ok()?;
        self.names.get(place).map(|(_, name)| *name)
    }
}

impl Texts {
    /// Reads the first table of a language as written by `lantian-texts`, or both, one after the other.
    pub fn parse(lang: Lang, tables: &'static str) -> Result<Self, TextsError> {
        let (first, rest) = Table::read(tables, FIRST_KEYS)?;
        let texts = Self { lang, first, rest: OnceLock::new() };
        if !rest.is_empty() {
            texts.complete(rest)?;
        }
        Ok(texts)
    }

    /// Takes in the second table. One that is there already stays.
    pub fn complete(&self, table: &'static str) -> Result<(), TextsError> {
        let (rest, after) = Table::read(table, KEY_COUNT - FIRST_KEYS)?;
        if !after.is_empty() {
            return Err(TextsError::NotATable);
        }
        self.rest.get_or_init(|| rest);
        Ok(())
    }

    /// Whether both tables are there.
    pub fn is_whole(&self) -> bool {
        self.rest.get().is_some()
    }

    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// The text of a key without placeholders.
    pub fn get(&self, key: Key) -> &'static str {
        self.raw(key)
    }

    /// The text of a key with its values.
    pub fn fill<const N: usize>(&self, key: Key<N>, values: [(&str, &str); N]) -> String {
        key.check(&values);
        fill(self.raw(key), &values, self.lang.is_chinese())
    }

    /// As [`Self::fill`] without the spacing: written dates keep their digits close, 2026年3月5日.
    pub(super) fn fill_close<const N: usize>(&self, key: Key<N>, values: [(&str, &str); N]) -> String {
        key.check(&values);
        fill(self.raw(key), &values, false)
    }

    /// The name of a slug in a family: `name("measure", "lighting_led")`.
    pub fn name(&self, family: &str, slug: &str) -> Option<&'static str> {
        self.lookup(&[family, slug].join("."))
    }

    /// The name of an entry of a closed list of the data tables: `key_name("sector", "hotel")`.
    pub fn key_name(&self, list: &str, slug: &str) -> Option<&'static str> {
        self.lookup(&["key", list, slug].join("."))
    }

    /// The name of a measure's parameter.
    pub fn param(&self, measure: &str, param: &str) -> Option<&'static str> {
        self.lookup(&["param", measure, param].join(".")).or_else(|| self.name("param", param))
    }

    /// The everyday unit word of the language: `kWh`, 度, 千瓦时.
    pub fn unit(&self, slug: &str) -> Option<&'static str> {
        self.name("unit", slug)
    }

    /// The international symbol, for tables and formulas: `kWh` in every language.
    pub fn symbol(&self, slug: &str) -> Option<&'static str> {
        self.name("symbol", slug).or_else(|| self.unit(slug))
    }

    /// A name in a project as it is shown: the visitor's own words as they stand, and
    /// `@case.forklifts`, as the worked cases name things, in this language. A key of another
    /// version shows its last part, so that a name is never blank.
    pub fn own_name<'a>(&self, name: &'a str) -> &'a str {
        case_key(name).map_or(name, |key| self.name("case", key).unwrap_or(key))
    }

    fn raw<const N: usize>(&self, key: Key<N>) -> &'static str {
        // Reading proved that every key has its line; nobody asks for one of the rest before it is there.
        let line = match key.index().checked_sub(FIRST_KEYS) {
            None => self.first.lines.get(key.index()),
            Some(index) => self.rest.get().and_then(|rest| rest.lines.get(index)),
        };
        line.copied().unwrap_or_default()
    }

    fn lookup(&self, slug: &str) -> Option<&'static str> {
        self.first.name(slug).or_else(|| self.rest.get()?.name(slug))
    }
}

fn as_count(text: &str) -> Option<usize> {
    text.parse().ok()
}

/// The two tables of a language, for tests.
#[cfg(test)]
pub(super) fn parts(lang: Lang) -> [&'static str; 2] {
    let whole = super::bundled(lang);
    let second = whole.rfind("lantian-texts ").unwrap();
    [&whole[..second], &whole[second..]]
}

/// Words that count what the number before them says; a line does not break between the two.
const MEASURE_WORDS: &str = "項项個个張张行欄列倍次頁页年月日萬万億亿元港澳美度噸吨千百十公兆立平";

/// Puts the values into the text. In Chinese the placeholder decides the spacing: one space between
/// Chinese and Latin or digits, none elsewhere, so that neither the text nor the value needs to know
/// what stands beside it.
fn fill(text: &str, values: &[(&str, &str)], chinese: bool) -> String {
    let mut out = String::with_capacity(text.len() + 16);
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        let Some((name, after)) = after.split_once('}') else { break };
        push(&mut out, before, chinese);
        let value = values.iter().find(|(known, _)| *known == name).map_or("", |(_, value)| *value);
        push(&mut out, value, chinese);
        rest = after;
    }
    push(&mut out, rest, chinese);
    out
}

fn push(out: &mut String, part: &str, chinese: bool) {
    if let (true, Some(before), Some(after)) = (chinese, out.chars().next_back(), part.chars().next()) {
        if is_han(before) && (is_latin(after) || matches!(after, '−' | '+' | '$' | '¥')) {
            out.push(' ');
        } else if (is_latin(before) || before == '%') && is_han(after) {
            let counted = before.is_ascii_digit() && MEASURE_WORDS.contains(after);
            out.push(if counted { '\u{a0}' } else { ' ' });
        }
    }
    out.push_str(part);
}

fn is_han(character: char) -> bool {
    matches!(character, '\u{3400}'..='\u{9fff}')
}

fn is_latin(character: char) -> bool {
    character.is_ascii_alphanumeric() || matches!(character, '₂' | '³')
}

#[cfg(test)]
mod tests {
    use super::super::{bundled, k};
    use super::*;

    #[test]
    fn every_language_has_every_text() {
        for lang in Lang::ALL {
            assert!(Texts::parse(lang, bundled(lang)).is_ok(), "{lang:?}");
        }
    }

    #[test]
    fn texts_and_names_are_found() {
        let texts = Texts::parse(Lang::ZhHant, bundled(Lang::ZhHant)).unwrap();
        assert_eq!(texts.get(k::NAV_UPGRADES), "改善措施");
        assert_eq!(texts.key_name("region", "cn_guangdong"), Some("廣東"));
        assert_eq!(texts.unit("kwh"), Some("度"));
        assert_eq!(texts.symbol("kwh"), Some("kWh"));
        assert_eq!(texts.name("measure", "lighting_led"), Some("更換 LED 照明"));
        assert_eq!(texts.param("steam_trap_repair", "trap_count"), Some("疏水閥數目"));
        assert_eq!(texts.name("measure", "no_such_measure"), None);
    }

    #[test]
    fn names_of_worked_cases_are_put_into_words() {
        for (lang, shown) in [(Lang::En, "Forklifts"), (Lang::ZhHant, "鏟車"), (Lang::ZhHans, "叉车")] {
            let texts = Texts::parse(lang, bundled(lang)).unwrap();
            assert_eq!(texts.own_name("@case.forklifts"), shown);
            assert_eq!(texts.own_name("@case.of_another_version"), "of_another_version");
            assert_eq!(texts.own_name("@home, forklifts"), "@home, forklifts");
        }
    }

    #[test]
    fn a_table_that_is_not_ours_is_refused() {
        let parse = |table| Texts::parse(Lang::En, table).map(|_| ());
        assert_eq!(parse("<!doctype html>"), Err(TextsError::NotATable));
        assert_eq!(parse("<!doctype html>\n<p>"), Err(TextsError::NotATable));
        assert_eq!(parse("lantian-texts 0\nx\n\n"), Err(TextsError::OtherVersion));
        let whole = bundled(Lang::En);
        for cut in [whole.len() / 10, whole.len() / 2, whole.len() - 1] {
            let cut = (cut..whole.len()).find(|at| whole.is_char_boundary(*at)).unwrap();
            assert_eq!(parse(&whole[..cut]), Err(TextsError::Incomplete), "cut at {cut}");
        }
        let [first, rest] = parts(Lang::En);
        assert_eq!(parse(rest), Err(TextsError::OtherVersion));
        let texts = Texts::parse(Lang::En, first).unwrap();
        assert_eq!(texts.complete(first), Err(TextsError::OtherVersion));
        assert_eq!(texts.complete("<!doctype html>\n"), Err(TextsError::NotATable));
        assert!(!texts.is_whole());
    }

    #[test]
    fn the_first_table_serves_the_first_screen_and_the_second_the_rest() {
        let [first, rest] = parts(Lang::En);
        let texts = Texts::parse(Lang::En, first).unwrap();
        assert_eq!(texts.get(k::START_ELECTRICITY), bundled_text(k::START_ELECTRICITY));
        assert_eq!(texts.key_name("sector", "hotel"), Some("Hotel"));
        assert_eq!((texts.get(k::REPORT_TITLE), texts.name("measure", "lighting_led")), ("", None));
        texts.complete(rest).unwrap();
        assert_eq!(texts.get(k::REPORT_TITLE), bundled_text(k::REPORT_TITLE));
        assert_eq!(texts.name("measure", "lighting_led"), Some("LED lighting"));
    }

    fn bundled_text(key: Key) -> &'static str {
        let text = Texts::parse(Lang::En, bundled(Lang::En)).unwrap().get(key);
        assert_ne!(text, "");
        text
    }

    #[test]
    fn chinese_values_get_the_right_space() {
        let shown = fill("相當於現時的{share}，共{n}項", &[("share", "25%"), ("n", "3")], true);
        assert_eq!(shown, "相當於現時的 25%，共 3\u{a0}項");
        let shown =
            fill("相當於現時的{share}，{when}回本", &[("share", "四分之一"), ("when", "2.4\u{a0}年")], true);
        assert_eq!(shown, "相當於現時的四分之一，2.4\u{a0}年回本");
        assert_eq!(fill("cuts {x} a year", &[("x", "3 t")], false), "cuts 3 t a year");
    }

    #[test]
    #[should_panic(expected = "not field_name")]
    fn a_mistyped_value_name_is_caught() {
        let texts = Texts::parse(Lang::En, bundled(Lang::En)).unwrap();
        texts.fill(k::ERROR_INPUT_EMPTY, [("field_name", "Coal")]);
    }
}
