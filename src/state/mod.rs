//! The visitor's project and everything that changes or keeps it. Runs without a browser.
//!
//! - [`ProjectStore`]: one signal with the project. It is changed only by a [`Command`]:
//!   `store.run(list::edit(Bills, 0, "amount", |bill| bill.amount = Some(1200.0)))`.
//!   Results are memos over it; nothing derived is stored.
//! - [`command`], [`list`], [`upgrades`]: the vocabulary of commands. A command carries a typed
//!   closure over one part rather than a variant per field: the compiler checks field and type,
//!   and a new field of the project needs nothing here. The key (part, row, field) says which
//!   edits in a row are one undo step.
//! - [`answers`]: the engine's answer to the project on screen, one memo for all pages.
//! - [`history`]: undo and redo by snapshots, exact by construction.
//! - [`route`], [`link`]: addresses inside the page, and a project inside an address.
//! - [`keep`]: what is kept in the browser and what is done when it cannot be read or written.
//! - [`prefs`], [`notice`]: language and theme; what the visitor must be told.
//! - [`Visit`]: what outlives the page that made it and is not part of the project.
//!
//! The engine's types come in, no browser call goes out: `platform` does those.

pub mod answers;
pub mod command;
pub mod history;
pub mod keep;
pub mod link;
pub mod list;
pub mod notice;
pub mod prefs;
pub mod route;
#[cfg(all(test, not(target_arch = "wasm32")))]
mod sample;
mod store;
#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests;
pub mod text_file;
pub mod upgrades;
mod visit;

pub use answers::{Answer, Answers, Engine};
pub use command::{Command, Part};
pub use keep::SaveState;
pub use notice::{Notice, Notices, Origin};
pub use prefs::{Prefs, Theme};
pub use route::Route;
pub use store::{Outcome, ProjectStore};
pub use visit::Visit;
