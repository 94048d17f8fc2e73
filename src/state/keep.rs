//! Keeping the project in the browser: what is read, written, put aside and never overwritten.
//!
//! The rules, apart from the browser so that each can be tested:
//! - a stored text that cannot be read is moved to a key of its own before anything is written;
//! - before writing, what is stored must be what this window last read or wrote: another window
//!   may have changed it, and then the visitor decides ([`SaveState::ChangedElsewhere`]);
//! - a project that is about to be replaced by a link, file or case is put aside first.

use lantian_engine::project::{FileError, Project, from_json, to_json};

/// The project. The number is that of the storage layout, not of the file format inside.
pub const PROJECT: &str = "lantian/1/project";
/// The preferences.
pub const PREFS: &str = "lantian/1/prefs";
/// Projects put aside: `…/previous-1` is the newest. The day stands in a line before the project.
const PREVIOUS: &str = "lantian/1/previous-";
/// Texts that could not be read.
const UNREADABLE: &str = "lantian/1/project-unreadable-";

/// Projects put aside before one gives way.
pub const PREVIOUS_KEPT: usize = 6;

/// Unreadable texts kept. With more, nothing is moved or written any more.
const UNREADABLE_KEPT: usize = 20;

/// Why the browser's storage did not do what it was asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ShelfError {
    /// Switched off, or a private window, or a frame on a foreign page.
    #[error("storage is blocked")]
    Blocked,
    #[error("storage is full")]
    Full,
}

/// Where texts are kept by key.
pub trait Shelf {
    /// The text under `key`.
    fn read(&self, key: &str) -> Result<Option<String>, ShelfError>;
    /// Puts `text` under `key`, whatever was there.
    fn write(&self, key: &str, text: &str) -> Result<(), ShelfError>;
    /// Empties `key`.
    fn remove(&self, key: &str) -> Result<(), ShelfError>;
}

/// Whether the project on screen is safe in the browser.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SaveState {
    /// What is on screen is stored, or there is nothing to store yet.
    #[default]
    Saved,
    /// A change waits to be written.
    Saving,
    /// The browser does not let the page store anything.
    Blocked,
    /// There is no room.
    Full,
    /// What is stored could not be read and not be moved either: nothing is written.
    Unreadable,
    /// Another window stored another project meanwhile: nothing is written until the visitor
    /// keeps the one or the other.
    ChangedElsewhere,
}

impl From<ShelfError> for SaveState {
    fn from(error: ShelfError) -> Self {
        match error {
            ShelfError::Blocked => SaveState::Blocked,
            ShelfError::Full => SaveState::Full,
        }
    }
}

/// What was found at the start.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Restored {
    /// The stored project.
    pub project: Option<Project>,
    /// What was there but unreadable, and the key it was moved to.
    pub unreadable: Option<(FileError, Option<String>)>,
    pub state: SaveState,
}

/// A day: year, month from 1, day.
pub type Day = (i32, u8, u8);

/// A project that was put aside.
#[derive(Clone, Debug, PartialEq)]
pub struct Aside {
    pub project: Project,
    /// When another took its place.
    pub day: Option<Day>,
}

/// Keeps the project on a shelf.
#[derive(Debug)]
pub struct Keeper<S> {
    shelf: S,
    /// What this window knows to be stored.
    known: Option<String>,
    /// Unreadable and immovable, or changed elsewhere: writing would lose something.
    held: Option<SaveState>,
}

impl<S: Shelf> Keeper<S> {
    /// A keeper that has not looked at its shelf yet; see [`Keeper::restore`].
    pub fn new(shelf: S) -> Self {
        Keeper { shelf, known: None, held: None }
    }

    /// Reads what is stored. Comes before any [`Keeper::save`].
    pub fn restore(&mut self) -> Restored {
        let text = match self.shelf.read(PROJECT) {
            Ok(Some(text)) => text,
            Ok(None) => return Restored::default(),
            Err(error) => return Restored { state: error.into(), ..Restored::default() },
        };
        match from_json(&text) {
            Ok(project) => {
                self.known = Some(text);
                Restored { project: Some(project), ..Restored::default() }
            }
            Err(error) => {
                let moved = self.move_away(&text);
                if moved.is_none() {
                    self.held = Some(SaveState::Unreadable);
                }
                let state = self.held.unwrap_or_default();
                Restored { project: None, unreadable: Some((error, moved)), state }
            }
        }
    }

    /// Moves the stored text to a key of its own.
    fn move_away(&self, text: &str) -> Option<String> {
        for n in 1..=UNREADABLE_KEPT {
            let key = format!("{UNREADABLE}{n}");
            match self.shelf.read(&key) {
                Ok(Some(_)) => {}
                Ok(None) => {
                    self.shelf.write(&key, text).ok()?;
                    self.shelf.remove(PROJECT).ok()?;
                    return Some(key);
                }
                Err(_) => return None,
            }
        }
        None
    }

    /// An unreadable text, for saving it as a file: under the key that [`Restored::unreadable`]
    /// named, or without a key the one that could not be moved.
    pub fn unreadable(&self, key: Option<&str>) -> Option<String> {
        let key = key.unwrap_or(PROJECT);
        let ours = key == PROJECT || key.starts_with(UNREADABLE);
        self.shelf.read(key).ok().flatten().filter(|_| ours)
    }

    /// Stores the project unless that would lose something.
    pub fn save(&mut self, project: &Project) -> SaveState {
        if self.look() == SaveState::ChangedElsewhere {
            return SaveState::ChangedElsewhere;
        }
        match self.held {
            Some(held) => held,
            None => self.put(project),
        }
    }

    /// Looks whether another window has stored something else.
    pub fn look(&mut self) -> SaveState {
        if let Some(held) = self.held {
            return held;
        }
        match self.shelf.read(PROJECT) {
            Ok(stored) if stored == self.known => SaveState::Saved,
            // Emptied from outside ("clear site data"): nothing there to lose.
            Ok(None) => {
                self.known = None;
                SaveState::Saved
            }
            Ok(Some(_)) => {
                self.held = Some(SaveState::ChangedElsewhere);
                SaveState::ChangedElsewhere
            }
            Err(error) => error.into(),
        }
    }

    fn put(&mut self, project: &Project) -> SaveState {
        let text = to_json(project);
        match self.shelf.write(PROJECT, &text) {
            Ok(()) => {
                self.known = Some(text);
                SaveState::Saved
            }
            Err(error) => error.into(),
        }
    }

    /// Writes this window's project where another window's, or an unreadable text, stands. That
    /// one is put aside as far as there is room. Only at the visitor's word.
    pub fn keep_mine(&mut self, project: &Project, today: Day) -> SaveState {
        if let Ok(Some(stored)) = self.shelf.read(PROJECT) {
            match from_json(&stored) {
                Ok(theirs) => {
                    self.put_aside(&theirs, project, today);
                }
                Err(_) => {
                    self.move_away(&stored);
                }
            }
        }
        self.held = None;
        self.put(project)
    }

    /// The project another window stored; from now on this window builds on it.
    pub fn take_theirs(&mut self) -> Result<Option<Project>, FileError> {
        let stored = self.shelf.read(PROJECT).ok().flatten();
        let project = stored.as_deref().map(from_json).transpose()?;
        self.known = stored;
        self.held = None;
        Ok(project)
    }

    /// Puts `own` aside before `opening` takes its place; true when it is safe there. An empty one
    /// is not worth the place.
    pub fn put_aside(&self, own: &Project, opening: &Project, today: Day) -> bool {
        if is_empty(own) {
            return false;
        }
        let (own, opening) = (to_json(own), to_json(opening));
        let mut texts = self.aside();
        texts.retain(|aside| dated(aside).1 != own);
        texts.sort_by_key(|aside| dated(aside).1 == opening);
        texts.insert(0, with_day(today, &own));
        if texts.len() > PREVIOUS_KEPT {
            texts.remove(gives_way(&texts, &opening));
        }
        // Oldest first: should the room end, the newest is missing and not the others doubled.
        let slots = texts.iter().enumerate().rev();
        slots.fold(true, |safe, (n, text)| self.shelf.write(&previous(n), text).is_ok() && safe)
    }

    /// The projects put aside, newest first; unreadable ones are left out and left alone.
    pub fn previous(&self) -> Vec<Aside> {
        let read = |text: &String| {
            let (day, json) = dated(text);
            Some(Aside { project: from_json(json).ok()?, day })
        };
        self.aside().iter().filter_map(read).collect()
    }

    fn aside(&self) -> Vec<String> {
        (0..PREVIOUS_KEPT).filter_map(|n| self.shelf.read(&previous(n)).ok().flatten()).collect()
    }
}

/// Which of the texts gives way: the one that goes back on the screen, else the oldest worked case
/// (it can be had again), else the oldest; never the newest.
fn gives_way(texts: &[String], opening: &str) -> usize {
    let oldest = texts.len().saturating_sub(1);
    if texts.last().is_some_and(|text| dated(text).1 == opening) {
        return oldest;
    }
    let example = |text: &String| from_json(dated(text).1).is_ok_and(|project| project.illustrative);
    texts.iter().skip(1).rposition(example).map_or(oldest, |place| place + 1)
}

/// A text put aside, with its day.
fn with_day((year, month, day): Day, json: &str) -> String {
    format!("{year:04}-{month:02}-{day:02}\n{json}")
}

/// The day of a text put aside, and the project in it.
fn dated(text: &str) -> (Option<Day>, &str) {
    let parse = |line: &str| {
        let mut parts = line.splitn(3, '-');
        Some((parts.next()?.parse().ok()?, parts.next()?.parse().ok()?, parts.next()?.parse().ok()?))
    };
    let found = text.split_once('\n').and_then(|(line, json)| Some((parse(line)?, json)));
    found.map_or((None, text), |(day, json)| (Some(day), json))
}

fn previous(n: usize) -> String {
    format!("{PREVIOUS}{}", n + 1)
}

/// Whether nothing has been said in this project yet.
pub fn is_empty(project: &Project) -> bool {
    *project == Project { finance: project.finance.clone(), pack: project.pack.clone(), ..Project::new() }
}

#[cfg(test)]
mod tests;
