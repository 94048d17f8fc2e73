//! The text tables compiled in, for tests and the single-file build that cannot fetch.
//!
//! The served app never calls this, so the linker drops the tables: its wasm carries no text.

use super::lang::Lang;

macro_rules! table {
    ($lang:literal) => {
        concat!(
            include_str!(concat!(env!("OUT_DIR"), "/ui.", $lang, ".txt")),
            include_str!(concat!(env!("OUT_DIR"), "/more.", $lang, ".txt")),
        )
    };
}

/// The two tables of a language one after the other, as the build wrote them.
pub fn bundled(lang: Lang) -> &'static str {
    match lang {
        Lang::ZhHant => table!("zh-Hant"),
        Lang::ZhHans => table!("zh-Hans"),
        Lang::En => table!("en"),
    }
}
