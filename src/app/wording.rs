//! Notices in words.

use crate::i18n::{I18n, k};
use crate::state::link::LinkError;
use crate::state::notice::FileProblem;
use crate::state::text_file::TextError;
use crate::state::{Notice, Origin, ProjectStore};
use lantian_engine::project::FileError;

/// Whether a notice stays until it is dismissed: it says that something did not work.
pub fn stays(notice: &Notice) -> bool {
    !matches!(notice, Notice::Opened { .. } | Notice::LinkCopied { .. } | Notice::FileSaved(_))
}

/// A notice in the language on screen.
pub fn text(i18n: I18n, notice: &Notice) -> String {
    let plain = match notice {
        Notice::Opened { origin: Origin::Link, kept: true } => k::SHARE_OPENED,
        Notice::Opened { origin: Origin::Link, kept: false } => k::SHARE_OPENED_FIRST,
        Notice::Opened { origin: Origin::Case, kept: true } => k::CASES_OWN_KEPT,
        Notice::Opened { origin, kept } => return opened(i18n, origin, *kept),
        Notice::LinkRefused(error) => match error {
            LinkError::CutShort => k::ERROR_LINK_CUT,
            LinkError::Newer { .. } => k::ERROR_LINK_NEWER,
            LinkError::Damaged | LinkError::TooLong { .. } | LinkError::Content(_) => k::ERROR_LINK_DAMAGED,
        },
        Notice::FileRefused { name, problem } => return refused(i18n, name, problem),
        Notice::StoredUnreadable { key: Some(_), .. } => k::ERROR_STORAGE_UNREADABLE,
        Notice::StoredUnreadable { key: None, .. } => k::ERROR_STORAGE_STUCK,
        Notice::LinkCopied { long: false } => k::SHARE_COPIED,
        Notice::LinkCopied { long: true } => k::SHARE_COPIED_LONG,
        Notice::CopyFailed(_) => k::ERROR_CLIPBOARD,
        Notice::FileSaved(name) => return i18n.tf(k::FILE_SAVED, [("file", name)]),
        Notice::FileNotSaved(_) => k::ERROR_FILE_NOT_SAVED,
        Notice::LanguageFailed => k::LANG_FAILED,
    };
    i18n.t(plain).to_owned()
}

fn opened(i18n: I18n, origin: &Origin, kept: bool) -> String {
    let project = ProjectStore::expect().get_untracked();
    let name = match origin {
        Origin::File(name) => name.as_str(),
        _ if project.title.is_empty() => i18n.t(k::UI_UNTITLED),
        _ => i18n.texts().own_name(&project.title),
    };
    i18n.tf(if kept { k::FILE_OPENED_KEPT } else { k::FILE_OPENED }, [("file", name)])
}

fn refused(i18n: I18n, file: &str, problem: &FileProblem) -> String {
    match problem {
        FileProblem::NotReadable => i18n.tf(k::ERROR_FILE_UNREADABLE, [("file", file)]),
        FileProblem::TooLarge { size, limit } => too_large(i18n, file, *size as f64, *limit as f64),
        FileProblem::Text(TextError::Empty) => i18n.tf(k::ERROR_FILE_EMPTY, [("file", file)]),
        FileProblem::Text(TextError::NotUtf8 { .. } | TextError::Archive) => {
            i18n.tf(k::ERROR_FILE_KIND_JSON, [("file", file)])
        }
        FileProblem::Content(error) => not_a_project(i18n, file, error),
    }
}

fn not_a_project(i18n: I18n, file: &str, error: &FileError) -> String {
    match error {
        FileError::TooLarge { size, limit } => too_large(i18n, file, *size as f64, *limit as f64),
        FileError::Newer { found, supported } => i18n.tf(
            k::ERROR_FILE_NEWER,
            [("file_version", &found.to_string()), ("own_version", &supported.to_string())],
        ),
        FileError::NotAProject { path } if path == "format" => {
            i18n.tf(k::ERROR_FILE_NOT_OURS, [("file", file)])
        }
        FileError::NotAProject { path } => i18n.tf(k::ERROR_FILE_FIELD, [("file", file), ("field", path)]),
        // A JSON text says of itself no more than where it stops making sense.
        FileError::Damaged { line, column } => damaged(i18n, file, *line, &format!("{line}:{column}")),
    }
}

fn damaged(i18n: I18n, file: &str, line: usize, detail: &str) -> String {
    let line = i18n.format().count(line);
    i18n.tf(k::ERROR_FILE_DAMAGED, [("file", file), ("line", &line), ("detail", detail)])
}

fn too_large(i18n: I18n, file: &str, size: f64, limit: f64) -> String {
    let megabytes = |bytes: f64| i18n.format().quantity(bytes / 1_048_576.0, 1, "MB");
    i18n.tf(
        k::ERROR_FILE_TOO_LARGE,
        [("file", file), ("size", &megabytes(size)), ("limit", &megabytes(limit))],
    )
}
