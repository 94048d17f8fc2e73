//! Addresses inside the page: what stands after `#`.
//!
//! Everything is in the fragment, so that the page runs from any folder of any static host, from
//! an iframe, and sends nothing of the project to a server.

use std::fmt;

/// A place in the page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Route {
    /// First screen with the quick start.
    #[default]
    Start,
    Plant,
    Upgrades,
    Results,
    Report,
    /// All worked cases.
    Cases,
    /// One worked case, by its slug.
    Case(String),
    /// A project inside the link itself; see [`link`](super::link).
    Share {
        version: u32,
        payload: String,
    },
    NotFound,
}

impl Route {
    /// The four steps, in order.
    pub const STEPS: [Route; 4] = [Route::Plant, Route::Upgrades, Route::Results, Route::Report];

    /// Reads a fragment, with or without its `#`. Anything after `?` is not part of the place.
    pub fn parse(fragment: &str) -> Self {
        let path = fragment.strip_prefix('#').unwrap_or(fragment);
        let path = path.split('?').next().unwrap_or_default();
        if path.is_empty() {
            return Route::Start;
        }
        let Some(path) = path.strip_prefix('/') else { return Route::NotFound };
        let path = path.strip_suffix('/').unwrap_or(path);
        let mut parts = path.splitn(3, '/');
        match (parts.next().unwrap_or_default(), parts.next(), parts.next()) {
            ("", None, None) => Route::Start,
            ("plant", None, None) => Route::Plant,
            ("upgrades", None, None) => Route::Upgrades,
            ("results", None, None) => Route::Results,
            ("report", None, None) => Route::Report,
            ("cases", None, None) => Route::Cases,
            ("case", Some(slug), None) if is_slug(slug) => Route::Case(slug.to_owned()),
            ("s", Some(version), payload) => match version.parse() {
                Ok(version) => Route::Share { version, payload: payload.unwrap_or_default().to_owned() },
                Err(_) => Route::NotFound,
            },
            _ => Route::NotFound,
        }
    }
}

fn is_slug(text: &str) -> bool {
    !text.is_empty()
        && text.len() <= 64
        && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || matches!(b, b'_' | b'-'))
}

impl fmt::Display for Route {
    /// The fragment with its `#`, as it goes into `href`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Route::Start | Route::NotFound => f.write_str("#/"),
            Route::Plant => f.write_str("#/plant"),
            Route::Upgrades => f.write_str("#/upgrades"),
            Route::Results => f.write_str("#/results"),
            Route::Report => f.write_str("#/report"),
            Route::Cases => f.write_str("#/cases"),
            Route::Case(slug) => write!(f, "#/case/{slug}"),
            Route::Share { version, payload } => write!(f, "#/s/{version}/{payload}"),
        }
    }
}

/// What stands before the name of a field behind the address of a page.
const FIELD: &str = "?at=";

/// The address of a field of a page, by its name such as `bill-0-0-price`.
pub fn field_address(page: &Route, field: &str) -> String {
    format!("{page}{FIELD}{field}")
}

/// The field that an address leads to on its page.
pub fn field_of(fragment: &str) -> Option<&str> {
    fragment.split_once(FIELD).map(|(_, field)| field).filter(|field| is_slug(field))
}

/// The value of `lang` in a query string such as `?a=b&lang=zh-Hant`; language tags need no
/// percent-decoding.
pub fn language_of(search: &str) -> Option<&str> {
    let search = search.strip_prefix('?').unwrap_or(search);
    search.split('&').find_map(|pair| pair.strip_prefix("lang=")).filter(|tag| !tag.is_empty())
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn every_place_has_its_address() {
        let places = [
            ("#/", Route::Start),
            ("#/plant", Route::Plant),
            ("#/upgrades", Route::Upgrades),
            ("#/results", Route::Results),
            ("#/report", Route::Report),
            ("#/cases", Route::Cases),
            ("#/case/dyeing-mill", Route::Case("dyeing-mill".to_owned())),
            ("#/s/1/N4Ig+-$", Route::Share { version: 1, payload: "N4Ig+-$".to_owned() }),
            ("#/s/12/", Route::Share { version: 12, payload: String::new() }),
        ];
        for (fragment, route) in places {
            assert_eq!(Route::parse(fragment), route);
            assert_eq!(route.to_string(), fragment);
        }
    }

    #[test]
    fn forgiven_and_unknown() {
        assert_eq!(Route::parse(""), Route::Start);
        assert_eq!(Route::parse("#"), Route::Start);
        assert_eq!(Route::parse("#/plant/"), Route::Plant);
        assert_eq!(Route::parse("#/plant?utm=1"), Route::Plant);
        assert_eq!(Route::parse("#/s/1"), Route::Share { version: 1, payload: String::new() });
        for unknown in ["#plant", "#/nowhere", "#/plant/x", "#/case", "#/case/", "#/case/../x", "#/s/x/abc"] {
            assert_eq!(Route::parse(unknown), Route::NotFound, "{unknown}");
        }
    }

    #[test]
    fn a_field_behind_the_address_of_its_page() {
        let address = field_address(&Route::Plant, "heat_use-0-2-share");
        assert_eq!(address, "#/plant?at=heat_use-0-2-share");
        assert_eq!(Route::parse(&address), Route::Plant);
        assert_eq!(field_of(&address), Some("heat_use-0-2-share"));
        for none in ["#/plant", "#/plant?at=", "#/plant?at=a%22b", "#/plant?utm=1"] {
            assert_eq!(field_of(none), None, "{none}");
        }
    }

    #[test]
    fn language_in_the_query() {
        assert_eq!(language_of("?lang=zh-Hant"), Some("zh-Hant"));
        assert_eq!(language_of("?a=b&lang=en&c"), Some("en"));
        assert_eq!(language_of("?slang=en"), None);
        assert_eq!(language_of("?lang="), None);
        assert_eq!(language_of(""), None);
    }

    proptest! {
        #[test]
        fn parse_is_total_and_stable(fragment in "\\PC*") {
            let route = Route::parse(&fragment);
            if route != Route::NotFound {
                prop_assert_eq!(Route::parse(&route.to_string()), route);
            }
        }
    }
}
