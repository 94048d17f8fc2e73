//! Files and links in and out.

use super::Session;
use crate::platform::{address, clipboard, files};
use crate::state::keep::Aside;
use crate::state::notice::FileProblem;
use crate::state::{Notice, Origin, Route, link, text_file};
use lantian_engine::project::{Project, case_key, from_json, to_json};
use leptos::task::spawn_local;

impl Session {
    /// Opens the project inside a share link and shows its results.
    pub(super) fn open_link(self, version: u32, payload: &str) {
        match link::decode(version, payload) {
            Ok(project) => {
                self.open(project, Origin::Link);
                self.show_instead(Route::Results);
            }
            Err(error) => {
                self.notices.tell(Notice::LinkRefused(error));
                self.show_instead(Route::Start);
            }
        }
    }

    /// The share link of the project as it is now, and whether it is longer than some programs
    /// pass on.
    pub fn link(self) -> (String, bool) {
        let link = link::encode(&self.store.get_untracked());
        (address::base() + &link.fragment, link.long)
    }

    /// Copies the share link and tells how that went.
    pub fn share(self) {
        let (link, long) = self.link();
        spawn_local(async move {
            let notice = match clipboard::copy(&link).await {
                Ok(()) => Notice::LinkCopied { long },
                Err(_) => Notice::CopyFailed(link),
            };
            self.notices.tell(notice);
        });
    }

    /// Lets the visitor choose a project file and opens it.
    pub fn choose_file(self) {
        files::choose(".json,application/json", move |file| self.open_file(file));
    }

    /// Opens a chosen or dropped project file.
    pub fn open_file(self, file: web_sys::File) {
        spawn_local(async move {
            let name = file.name();
            match read(&file).await {
                Ok(project) => self.open(project, Origin::File(name)),
                Err(problem) => {
                    self.notices.tell(Notice::FileRefused { name, problem });
                }
            }
        });
    }

    /// Saves the project as a file. A worked case is named by its key, the same in every language.
    pub fn save_file(self) {
        let project = self.store.get_untracked();
        let title = case_key(&project.title).unwrap_or(&project.title);
        let name = text_file::file_name(title, "json");
        self.save_text(name, "application/json", &to_json(&project));
    }

    /// Saves a text as a file and tells how that went.
    pub fn save_text(self, name: String, mime: &str, text: &str) {
        let notice = match files::save(&name, mime, text.as_bytes()) {
            Ok(()) => Notice::FileSaved(name),
            Err(_) => Notice::FileNotSaved(name),
        };
        self.notices.tell(notice);
    }

    /// Saves the stored text that could not be read, by the key its notice names (if any).
    pub fn save_unreadable(self, key: Option<&str>) {
        if let Some(text) = self.keeper(|keeper| keeper.unreadable(key)).flatten() {
            self.save_text(text_file::file_name("lantian-unreadable", "json"), "application/json", &text);
        }
    }

    /// The projects put aside when others took their place, newest first, without the one on screen.
    pub fn previous(self) -> Vec<Aside> {
        let mut aside = self.keeper(|keeper| keeper.previous()).unwrap_or_default();
        let shown = self.store.get_untracked();
        aside.retain(|aside| aside.project != *shown);
        aside
    }

    /// Opens the project put aside last.
    pub fn back_to_own(self) {
        if let Some(aside) = self.previous().into_iter().next() {
            self.open(aside.project, Origin::Previous);
        }
    }
}

async fn read(file: &web_sys::File) -> Result<Project, FileProblem> {
    let bytes = files::read(file, files::PROJECT_LIMIT).await?;
    let text = text_file::decode(&bytes)?;
    Ok(from_json(&text)?)
}
