//! What the visitor must be told and no field can show: a list of typed notices, each shown once
//! as a toast. Texts are made from them by the interface, per language.

use super::link::LinkError;
use super::text_file::TextError;
use lantian_engine::project::FileError;
use leptos::prelude::*;

/// Where a project that replaced the visitor's own came from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// A file of this name.
    File(String),
    Link,
    /// A worked case.
    Case,
    /// The copy kept when another project took its place.
    Previous,
    /// The other window that changed the project too.
    OtherWindow,
    /// Begun anew.
    Empty,
}

/// One thing to tell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// Another project is on screen now. It can be undone; `kept` says that a copy of the project
    /// before was also put aside in the browser.
    Opened { origin: Origin, kept: bool },
    /// The share link in the address could not be opened.
    LinkRefused(LinkError),
    /// The chosen file could not be opened.
    FileRefused { name: String, problem: FileProblem },
    /// The project stored in this browser could not be read; its text was put aside, unchanged,
    /// under `key`, or is still in its place when that was not possible (then nothing is stored
    /// until the visitor decides).
    StoredUnreadable { error: FileError, key: Option<String> },
    /// The link was copied; `long` warns that some programs will cut it.
    LinkCopied { long: bool },
    /// Copying failed; the interface shows the text for copying by hand.
    CopyFailed(String),
    /// A file was handed to the browser for saving.
    FileSaved(String),
    /// The browser does not save files here.
    FileNotSaved(String),
    /// The texts of a language did not come.
    LanguageFailed,
}

/// Why a file could not be opened.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FileProblem {
    /// It is not text.
    #[error(transparent)]
    Text(#[from] TextError),
    /// It is text, but not a project.
    #[error(transparent)]
    Content(#[from] FileError),
    /// More bytes than are read.
    #[error("too large: {size} bytes, limit {limit}")]
    TooLarge { size: u64, limit: u64 },
    /// The browser could not read it (removed, no permission).
    #[error("not readable")]
    NotReadable,
}

/// Number of a notice in this visit.
pub type NoticeId = u32;

/// Notices kept at once; older ones give way.
const AT_ONCE: usize = 5;

/// The notices that have not been dismissed, oldest first. A context; cheap to copy.
#[derive(Clone, Copy, Debug)]
pub struct Notices {
    list: RwSignal<Vec<(NoticeId, Notice)>>,
    next: RwSignal<NoticeId>,
}

impl Default for Notices {
    fn default() -> Self {
        Notices { list: RwSignal::new(Vec::new()), next: RwSignal::new(0) }
    }
}

impl Notices {
    /// The notices provided above the calling component.
    pub fn expect() -> Self {
        expect_context()
    }

    /// Tells something. What is already being told is told only once.
    pub fn tell(self, notice: Notice) -> NoticeId {
        let id = self.next.get_untracked();
        self.next.set(id.wrapping_add(1));
        self.list.update(|list| {
            list.retain(|(_, told)| *told != notice);
            if list.len() == AT_ONCE {
                list.remove(0);
            }
            list.push((id, notice));
        });
        id
    }

    /// Takes a notice away.
    pub fn dismiss(self, id: NoticeId) {
        self.list.update(|list| list.retain(|(told, _)| *told != id));
    }

    /// The notices. Tracked.
    pub fn get(self) -> Vec<(NoticeId, Notice)> {
        self.list.get()
    }
}
