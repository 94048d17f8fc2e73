//! What the visitor's device is set to.

use super::window;

/// The languages the visitor reads, most wanted first, as tags.
pub fn languages() -> Vec<String> {
    let Some(window) = window() else { return Vec::new() };
    window.navigator().languages().iter().filter_map(|tag| tag.as_string()).collect()
}

/// What the device is asked about dark pages: the answer may change, by hand or at dusk.
pub(super) fn dark_query() -> Option<web_sys::MediaQueryList> {
    window()?.match_media("(prefers-color-scheme: dark)").ok().flatten()
}

/// Whether the device asks for dark pages.
pub fn prefers_dark() -> bool {
    dark_query().is_some_and(|query| query.matches())
}

/// Whether the device believes that it has a network.
pub fn online() -> bool {
    window().is_none_or(|window| window.navigator().on_line())
}

/// Whether this page runs inside another one.
pub fn framed() -> bool {
    window().is_some_and(|window| match window.parent() {
        Ok(Some(parent)) => parent != window,
        _ => false,
    })
}

/// Today by the device's clock: year, month from 1, day.
pub fn today() -> (i32, u8, u8) {
    let now = js_sys::Date::new_0();
    let small = |number: u32| u8::try_from(number).unwrap_or_default();
    (
        i32::try_from(now.get_full_year()).unwrap_or_default(),
        small(now.get_month() + 1),
        small(now.get_date()),
    )
}
