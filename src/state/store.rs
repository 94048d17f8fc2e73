//! The project signal and the one way to change it.

use super::command::{Command, Part};
use super::history::History;
use lantian_engine::project::Project;
use leptos::prelude::*;
use std::sync::Arc;

/// What became of a command.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    Changed,
    /// The project was already so; no undo step was made.
    Unchanged,
    /// The edit would have put a number into the project that no file can hold (infinity or
    /// not-a-number in a list of plain numbers). Nothing was changed.
    Refused,
}

/// The visitor's project with its history. A context; cheap to copy.
#[derive(Clone, Copy, Debug)]
pub struct ProjectStore {
    project: RwSignal<Arc<Project>>,
    history: RwSignal<History>,
}

impl ProjectStore {
    /// A store that starts from `project`, with nothing to undo.
    pub fn new(project: Project) -> Self {
        ProjectStore { project: RwSignal::new(Arc::new(project)), history: RwSignal::new(History::default()) }
    }

    /// The store provided above the calling component.
    pub fn expect() -> Self {
        expect_context()
    }

    /// Carries a command out.
    pub fn run(self, command: Command) -> Outcome {
        let before = self.project.get_untracked();
        let mut after = Project::clone(&before);
        let (part, key) = command.apply(&mut after);
        if after == *before {
            return Outcome::Unchanged;
        }
        if !can_be_written(&after) {
            return Outcome::Refused;
        }
        self.history.update(|history| history.record(before, part, key));
        self.project.set(Arc::new(after));
        Outcome::Changed
    }

    /// Takes the last step back; false when there is none.
    pub fn undo(self) -> bool {
        self.travel(History::undo)
    }

    /// Does the step taken back last again; false when there is none.
    pub fn redo(self) -> bool {
        self.travel(History::redo)
    }

    fn travel(self, step: fn(&mut History, Arc<Project>) -> Option<Arc<Project>>) -> bool {
        let now = self.project.get_untracked();
        let Some(there) = self.history.try_update(|history| step(history, now)).flatten() else {
            return false;
        };
        self.project.set(there);
        true
    }

    /// Ends the current undo step; fields call it when the focus leaves them.
    pub fn seal(self) {
        self.history.update_untracked(History::seal);
    }

    /// What undo would touch, to name it. Tracked.
    pub fn undoable(self) -> Option<Part> {
        self.history.with(History::undoable)
    }

    /// What redo would touch, to name it. Tracked.
    pub fn redoable(self) -> Option<Part> {
        self.history.with(History::redoable)
    }

    /// The project. Tracked.
    pub fn get(self) -> Arc<Project> {
        self.project.get()
    }

    /// The project as it is now, for event handlers.
    pub fn get_untracked(self) -> Arc<Project> {
        self.project.get_untracked()
    }

    /// The project as it is now; `None` once the owner of the store is gone, for timers.
    pub fn try_get_untracked(self) -> Option<Arc<Project>> {
        self.project.try_get_untracked()
    }

    /// Reads from the project. Tracked: prefer [`ProjectStore::memo`] in views, which wakes only
    /// when what was read has changed.
    pub fn with<R>(self, read: impl FnOnce(&Project) -> R) -> R {
        self.project.with(|project| read(project))
    }

    /// A derived value that wakes its readers only when it differs.
    pub fn memo<V>(self, read: impl Fn(&Project) -> V + Send + Sync + 'static) -> Memo<V>
    where
        V: PartialEq + Send + Sync + 'static,
    {
        Memo::new(move |_| self.with(&read))
    }

    /// Number of rows of a list; what a `<For>` over row indices depends on.
    pub fn len<L: super::list::List>(self, list: L) -> Memo<usize> {
        self.memo(move |project| list.rows(project).len())
    }

    /// One row of a list; `None` once it is gone.
    pub fn row<L: super::list::List>(self, list: L, at: usize) -> Memo<Option<L::Row>> {
        self.memo(move |project| list.rows(project).get(at).cloned())
    }
}

/// Whether every plain number is finite. JSON has no other numbers: an optional one would come
/// back as "not said", a plain one would make the whole file unreadable.
fn can_be_written(project: &Project) -> bool {
    let months = project.bills.iter().flat_map(|bill| &bill.months);
    let params = project.plans.iter().flat_map(|plan| &plan.measures).flat_map(|m| m.params.values());
    let fired = project.fired.iter().flat_map(|fired| &fired.devices);
    let stacks = project.heat.iter().flat_map(|system| &system.sources).flat_map(|source| &source.devices);
    let removal = fired.chain(stacks).flat_map(|device| device.removal.values());
    months.chain(params).chain(removal).all(|number| number.is_finite())
}
