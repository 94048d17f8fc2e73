//! The worked cases: project files inside the app, about 1 to 2 KB each as they are sent.

use crate::i18n::{Key, k};
use lantian_engine::project::{Project, from_json};

/// A worked case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Case {
    /// The word in the address, `#/case/dyeing_mill`, and the key of its name.
    pub slug: &'static str,
    /// What is there.
    pub story: Key,
    /// What it teaches.
    pub lesson: Key,
    json: &'static str,
}

macro_rules! case {
    ($slug:literal, $story:ident, $lesson:ident) => {
        Case {
            slug: $slug,
            story: k::$story,
            lesson: k::$lesson,
            json: include_str!(concat!("../../../cases/", $slug, ".json")),
        }
    };
}

/// All worked cases. Adding one is a file in `cases/`, its texts, and a line here.
pub const CASES: [Case; 4] = [
    case!("dyeing_mill", CASES_DYEING_MILL_STORY, CASES_DYEING_MILL_LESSON),
    case!("plastics", CASES_PLASTICS_FACTORY_STORY, CASES_PLASTICS_FACTORY_LESSON),
    case!("electroplating", CASES_PLATING_SHOP_STORY, CASES_PLATING_SHOP_LESSON),
    case!("hk_hotel", CASES_HOTEL_STORY, CASES_HOTEL_LESSON),
];

/// The case of an address; `-` and `_` are the same there.
pub fn find(slug: &str) -> Option<Case> {
    let slug = slug.replace('-', "_");
    CASES.into_iter().find(|case| case.slug == slug)
}

impl Case {
    /// The project of the case, marked as invented. `None` only for a damaged build.
    pub fn project(&self) -> Option<Project> {
        let project = from_json(self.json).ok()?;
        Some(Project { illustrative: true, ..project })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::{Lang, Texts, bundled};
    use lantian_engine::assess::{Depth, assess};
    use lantian_engine::project::case_key;
    use std::collections::BTreeSet;

    #[test]
    fn every_case_opens_and_has_an_answer() {
        for case in CASES {
            let project = case.project().unwrap();
            let answer = assess(&project, Depth::Quick);
            assert_eq!(answer.problems, [], "{}", case.slug);
            let outcome = answer.outcome.unwrap();
            assert!(outcome.counted().count() > 0, "{}", case.slug);
        }
    }

    /// The keys of names in all cases.
    fn keys() -> BTreeSet<&'static str> {
        let names = CASES.iter().flat_map(|case| case.json.split('"')).filter_map(case_key);
        names.collect()
    }

    #[test]
    fn every_name_of_a_case_has_words_in_every_language() {
        for lang in Lang::ALL {
            let texts = Texts::parse(lang, bundled(lang)).unwrap();
            for key in keys() {
                assert!(texts.name("case", key).is_some(), "{lang:?} {key}");
            }
            let unused: Vec<&str> = bundled(lang)
                .lines()
                .filter_map(|line| line.strip_prefix("case.")?.split('\t').next())
                .filter(|key| !keys().contains(key))
                .collect();
            assert_eq!(unused, [""; 0], "{lang:?}");
        }
    }

    #[test]
    fn a_case_names_everything_by_key() {
        for case in CASES {
            let project = case.project().unwrap();
            assert_eq!(case_key(&project.title), Some(case.slug));
            let lines = case.json.lines().filter_map(|line| line.trim().strip_prefix("\"name\": \""));
            let plain: Vec<&str> =
                lines.filter(|name| !name.starts_with('"') && case_key(name).is_none()).collect();
            assert_eq!(plain, [""; 0], "{}", case.slug);
        }
    }

    #[test]
    fn a_case_is_found_by_its_address() {
        assert_eq!(find("dyeing-mill").map(|case| case.slug), Some("dyeing_mill"));
        assert_eq!(find("hk_hotel").map(|case| case.slug), Some("hk_hotel"));
        assert_eq!(find("moon_base"), None);
    }
}
