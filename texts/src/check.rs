//! What every text must fulfil before it may be built.
//!
//! Structure first (same keys, same placeholders), then what can be checked mechanically of how the
//! product speaks: avoided words, script, punctuation, spacing, lengths.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::{self, Write as _};

use crate::keys::constant;
use crate::locale::{Language, Locale, placeholders};
use crate::names::Names;
use crate::script::{is_date_word, is_han, is_latin};
use crate::words;

/// One text that must be changed.
#[derive(Debug, PartialEq, Eq)]
pub struct Problem {
    pub language: &'static str,
    pub key: String,
    pub fault: Fault,
}

#[derive(Debug, PartialEq, Eq)]
pub enum Fault {
    Missing,
    NotInEnglish,
    Repeated,
    SameConstant(String),
    Empty,
    Untrimmed,
    LineBreak,
    Placeholders { expected: Vec<String>, found: Vec<String> },
    Avoided(String),
    WrongScript(char),
    Punctuation(char),
    Spacing(String),
    PlaceholderSpace,
    Minus,
    PlainFormula,
    ButtonTooLong(usize),
    SentenceTooLong(usize),
    NoFullStop,
}

impl fmt::Display for Fault {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Self::Missing => write!(out, "is missing"),
            Self::NotInEnglish => write!(out, "does not exist in English"),
            Self::Repeated => write!(out, "is written twice"),
            Self::SameConstant(other) => write!(out, "makes the same constant as {other}"),
            Self::Empty => write!(out, "is empty"),
            Self::Untrimmed => write!(out, "begins or ends with a space"),
            Self::LineBreak => write!(out, "holds a line break or a tab"),
            Self::Placeholders { expected, found } => {
                write!(out, "has placeholders {found:?} where English has {expected:?}")
            }
            Self::Avoided(word) => write!(out, "uses the avoided word {word}"),
            Self::WrongScript(character) => write!(out, "holds {character} of the other script"),
            Self::Punctuation(character) => write!(out, "uses {character} where this language has its own"),
            Self::Spacing(place) => write!(out, "lacks the space between Chinese and Latin in {place}"),
            Self::PlaceholderSpace => write!(out, "has a space beside a placeholder; the formatter puts it"),
            Self::Minus => write!(out, "uses a hyphen as minus"),
            Self::PlainFormula => write!(out, "writes CO2, SO2, N2O or CH4 without subscript"),
            Self::ButtonTooLong(count) => {
                write!(out, "has {count} words or characters, too many for a button")
            }
            Self::SentenceTooLong(count) => write!(out, "has a sentence of {count} words or characters"),
            Self::NoFullStop => write!(out, "is a message and needs its full stop"),
        }
    }
}

/// The problems as lines for a terminal.
pub fn list(problems: &[Problem]) -> String {
    problems.iter().fold(String::new(), |mut out, problem| {
        // Writing to a String cannot fail.
        let _ = writeln!(out, "  {} {} {}", problem.language, problem.key, problem.fault);
        out
    })
}

/// Every problem of all languages. The first locale is the one the others are compared with.
pub fn all(locales: &[Locale], names: &[Names]) -> Vec<Problem> {
    let mut problems = Vec::new();
    let Some(english) = locales.first() else { return problems };
    problems.extend(constants(english));
    for locale in locales {
        let report =
            |key: &str, fault| Problem { language: locale.language.code(), key: key.to_owned(), fault };
        problems.extend(locale.repeated.iter().map(|key| report(key, Fault::Repeated)));
        problems.extend(
            structure(&english.texts, &locale.texts).into_iter().map(|(key, fault)| report(&key, fault)),
        );
        let own: BTreeSet<_> = locale.names.keys().collect();
        let other: BTreeSet<_> = english.names.keys().collect();
        // A data name may be replaced in one language alone, but a name that exists nowhere else must be complete.
        for key in other.symmetric_difference(&own).filter(|key| !from_data(key)) {
            problems.push(report(key, Fault::Missing));
        }
        for (key, text) in &locale.texts {
            problems.extend(wording(locale.language, key, text).into_iter().map(|fault| report(key, fault)));
        }
    }
    for names in names {
        for (key, name) in &names.entries {
            let faults = wording(names.language, key, name).into_iter();
            problems.extend(faults.map(|fault| Problem {
                language: names.language.code(),
                key: key.clone(),
                fault,
            }));
        }
    }
    problems
}

fn from_data(key: &str) -> bool {
    ["key.", "unit.", "symbol.", "measure.", "param."].iter().any(|family| key.starts_with(family))
}

fn constants(english: &Locale) -> Vec<Problem> {
    let mut seen: BTreeMap<String, &str> = BTreeMap::new();
    let mut problems = Vec::new();
    for key in english.texts.keys() {
        if let Some(other) = seen.insert(constant(key), key) {
            let fault = Fault::SameConstant(other.to_owned());
            problems.push(Problem { language: "en", key: key.clone(), fault });
        }
    }
    problems
}

fn structure(english: &BTreeMap<String, String>, own: &BTreeMap<String, String>) -> Vec<(String, Fault)> {
    let mut faults = Vec::new();
    for (key, text) in english {
        let Some(translated) = own.get(key) else {
            faults.push((key.clone(), Fault::Missing));
            continue;
        };
        let (expected, found) = (placeholders(text), placeholders(translated));
        if expected != found {
            let listed = |set: BTreeSet<&str>| set.into_iter().map(str::to_owned).collect();
            let fault = Fault::Placeholders { expected: listed(expected), found: listed(found) };
            faults.push((key.clone(), fault));
        }
    }
    faults.extend(
        own.keys().filter(|key| !english.contains_key(*key)).map(|key| (key.clone(), Fault::NotInEnglish)),
    );
    faults
}

/// The problems of one text on its own.
pub fn wording(language: Language, key: &str, text: &str) -> Vec<Fault> {
    let mut faults = Vec::new();
    if text.is_empty() {
        return vec![Fault::Empty];
    }
    if text.trim() != text {
        faults.push(Fault::Untrimmed);
    }
    if text.contains(['\n', '\r', '\t']) {
        faults.push(Fault::LineBreak);
    }
    faults.extend(avoided(language, key, text).map(Fault::Avoided));
    let foreign = text.chars().find(|character| words::is_foreign(language, *character));
    faults.extend(foreign.map(Fault::WrongScript));
    faults.extend(punctuation(language, text).map(Fault::Punctuation));
    if ["CO2", "SO2", "N2O", "CH4"].iter().any(|formula| text.contains(formula)) {
        faults.push(Fault::PlainFormula);
    }
    if hyphen_minus(text) {
        faults.push(Fault::Minus);
    }
    if language.is_chinese() {
        faults.extend(spacing(text));
    }
    faults.extend(lengths(language, key, text));
    if key.starts_with("error.") && !text.ends_with(['.', '。']) {
        faults.push(Fault::NoFullStop);
    }
    faults
}

fn avoided<'a>(language: Language, key: &'a str, text: &'a str) -> impl Iterator<Item = String> + 'a {
    let plain = text.to_lowercase();
    words::avoided(language)
        .iter()
        .filter(move |word| contains_word(language, &plain, word))
        .filter(move |word| {
            !words::ALLOWED.iter().any(|(start, allowed)| key.starts_with(start) && allowed == *word)
        })
        .map(|word| (*word).to_owned())
}

fn contains_word(language: Language, text: &str, word: &str) -> bool {
    if language.is_chinese() {
        return text.contains(word);
    }
    let letter = |character: Option<char>| character.is_some_and(char::is_alphanumeric);
    text.match_indices(word).any(|(at, found)| {
        let (before, after) = (text.get(..at).unwrap_or(""), text.get(at + found.len()..).unwrap_or(""));
        !letter(before.chars().next_back()) && !letter(after.chars().next())
    })
}

fn punctuation(language: Language, text: &str) -> Option<char> {
    let own: &[char] = match language {
        Language::En => &['，', '。', '：', '；', '（', '）', '「', '」', '！', '!', '“', '”'],
        Language::ZhHant => &['“', '”', '‘', '’', '！', '!', '?', ';', '"'],
        Language::ZhHans => &['「', '」', '『', '』', '！', '!', '?', ';', '"'],
    };
    if let Some(found) = text.chars().find(|character| own.contains(character)) {
        return Some(found);
    }
    let characters: Vec<char> = text.chars().collect();
    let half_width = [',', ':', '(', ')'];
    characters.windows(2).find_map(|pair| match *pair {
        [a, b] if language.is_chinese() && is_han(a) && half_width.contains(&b) => Some(b),
        [a, b] if language.is_chinese() && half_width.contains(&a) && is_han(b) => Some(a),
        _ => None,
    })
}

/// A hyphen before a digit is a minus, unless it joins parts of a name (PFC-14, R-404A).
fn hyphen_minus(text: &str) -> bool {
    let characters: Vec<char> = text.chars().collect();
    characters
        .windows(3)
        .any(|three| matches!(three, [' ' | '（' | '：', '-', digit] if digit.is_ascii_digit()))
        || matches!(characters.as_slice(), ['-', digit, ..] if digit.is_ascii_digit())
}

fn spacing(text: &str) -> Option<Fault> {
    let characters: Vec<char> = text.chars().collect();
    for pair in characters.windows(2) {
        let [a, b] = *pair else { continue };
        let date = a.is_ascii_digit() && is_date_word(b);
        if (is_han(a) && is_latin(b)) || (is_latin(a) && is_han(b) && !date) {
            return Some(Fault::Spacing(format!("{a}{b}")));
        }
    }
    let beside = |three: &[char]| {
        matches!(three, [han, ' ', '{'] if is_han(*han)) || matches!(three, ['}', ' ', han] if is_han(*han))
    };
    characters.windows(3).any(beside).then_some(Fault::PlaceholderSpace)
}

const BUTTON_WORDS: usize = 5;
const BUTTON_CHARACTERS: usize = 8;
const SENTENCE_WORDS: usize = 22;
const SENTENCE_CHARACTERS: usize = 45;

fn lengths(language: Language, key: &str, text: &str) -> Option<Fault> {
    let size = |part: &str| {
        if language.is_chinese() {
            // A placeholder stands for about four characters; a Latin word reads as one.
            let han = part.chars().filter(|character| is_han(*character)).count();
            han + part.split(|c: char| !is_latin(c)).filter(|word| !word.is_empty()).count()
        } else {
            part.split_whitespace().count()
        }
    };
    let (button, sentence) = if language.is_chinese() {
        (BUTTON_CHARACTERS, SENTENCE_CHARACTERS)
    } else {
        (BUTTON_WORDS, SENTENCE_WORDS)
    };
    if key.starts_with("act.") && size(text) > button {
        return Some(Fault::ButtonTooLong(size(text)));
    }
    let ends: &[&str] =
        if language.is_chinese() { &["。", "？", "；"] } else { &[". ", "? ", "; ", ": "] };
    let mut sentences = vec![text];
    for end in ends {
        sentences = sentences.into_iter().flat_map(|part| part.split(end)).collect();
    }
    sentences.into_iter().map(size).find(|count| *count > sentence).map(Fault::SentenceTooLong)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(entries: &[(&str, &str)]) -> BTreeMap<String, String> {
        entries.iter().map(|(key, text)| ((*key).to_owned(), (*text).to_owned())).collect()
    }

    #[test]
    fn a_missing_key_and_a_lost_placeholder_are_found() {
        let faults = structure(&texts(&[("a", "{x}"), ("b", "B")]), &texts(&[("a", "甲"), ("c", "C")]));
        let lost = Fault::Placeholders { expected: vec!["x".to_owned()], found: vec![] };
        assert_eq!(
            faults,
            [("a".to_owned(), lost), ("b".to_owned(), Fault::Missing), ("c".to_owned(), Fault::NotInEnglish)]
        );
    }

    #[test]
    fn avoided_words_are_whole_words_in_english() {
        assert_eq!(wording(Language::En, "x", "This was verified"), [Fault::Avoided("verified".to_owned())]);
        assert_eq!(wording(Language::En, "x", "unverified"), []);
        assert_eq!(wording(Language::ZhHant, "x", "排放係數"), [Fault::Avoided("係數".to_owned())]);
        assert_eq!(wording(Language::ZhHans, "x", "一键优化"), [Fault::Avoided("一键".to_owned())]);
    }

    #[test]
    fn the_other_script_is_found() {
        assert_eq!(wording(Language::ZhHant, "x", "电力"), [Fault::WrongScript('电')]);
        assert_eq!(wording(Language::ZhHans, "x", "電力"), [Fault::WrongScript('電')]);
    }

    #[test]
    fn chinese_typography_is_checked() {
        assert_eq!(wording(Language::ZhHant, "x", "更換LED照明"), [Fault::Spacing("換L".to_owned())]);
        assert_eq!(wording(Language::ZhHant, "x", "共 {n} 項"), [Fault::PlaceholderSpace]);
        assert_eq!(wording(Language::ZhHans, "x", "电力,煤"), [Fault::Punctuation(',')]);
        assert_eq!(wording(Language::ZhHans, "x", "3月",), []);
        assert_eq!(wording(Language::ZhHant, "x", "“不知道”"), [Fault::Punctuation('“')]);
    }

    #[test]
    fn long_buttons_and_sentences_are_found() {
        assert_eq!(wording(Language::En, "act.x", "one two three four five six"), [Fault::ButtonTooLong(6)]);
        assert_eq!(wording(Language::ZhHant, "act.x", "一二三四五六七八九"), [Fault::ButtonTooLong(9)]);
        let long = vec!["word"; 23].join(" ");
        assert_eq!(wording(Language::En, "x", &long), [Fault::SentenceTooLong(23)]);
    }

    #[test]
    fn minus_and_formulas_are_typographic() {
        assert_eq!(wording(Language::En, "x", "from -3 to 5"), [Fault::Minus]);
        assert_eq!(wording(Language::En, "x", "CO2"), [Fault::PlainFormula]);
        assert_eq!(wording(Language::En, "x", "PFC-14"), []);
    }

    #[test]
    fn keys_that_collide_as_constants_are_found() {
        let json = r#"{"a": {"b_c": "x"}, "a_b": {"c": "y"}}"#;
        let locale = Locale::parse(Language::En, json);
        assert!(locale.is_ok_and(|locale| constants(&locale).len() == 1));
    }
}
