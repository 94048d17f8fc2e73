//! Languages and numbers as people see and type them.
//!
//! Texts live in `locales/` only. The build turns their keys into the constants of [`k`], so that a
//! key that does not exist cannot be compiled; the texts themselves are two tables per
//! language, fetched as files and kept as they are: what the first screen may show, and the rest. Nothing here touches the browser: [`crate::platform`]
//! fetches, stores and sets `lang`, this module decides and words.

mod bundled;
mod context;
mod currency;
mod decimal;
mod format;
mod format_money;
mod format_time;
mod key;
mod lang;
mod number_input;
mod number_message;
mod site;
mod texts;

pub use bundled::bundled;
pub use context::{I18n, provide_i18n, use_i18n};
pub use currency::Currency;
pub use format::Format;
pub use key::{FIRST_KEYS, KEY_COUNT, KEYS_HASH, Key, k};
pub use lang::{Lang, start_language};
pub use number_input::{InputIssue, TypedNumber, parse_amount, parse_number};
pub use number_message::input_message;
pub use site::{own_site, site};
pub use texts::{Texts, TextsError};

#[cfg(test)]
mod sentence_tests;
