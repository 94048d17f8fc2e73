//! The text tables compiled in, for tests and the single-file build that cannot fetch.
//!
//! The served app never calls this, so the linker drops the tables: its wasm carries no text.

use super::lang::Lang;

/// The table of a language, as the build wrote it.
pub fn bundled(lang: Lang) -> &'static str {
    match lang {
        Lang::ZhHant => include_str!(concat!(env!("OUT_DIR"), "/ui.zh-Hant.txt")),
        Lang::ZhHans => include_str!(concat!(env!("OUT_DIR"), "/ui.zh-Hans.txt")),
        Lang::En => include_str!(concat!(env!("OUT_DIR"), "/ui.en.txt")),
    }
}
