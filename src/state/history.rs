//! Undo and redo: the projects as they were, newest last.
//!
//! A step keeps the whole project before it. Projects are small and shared by [`Arc`], so a step
//! costs one copy of what an edit copies anyway, and undo is exact by construction: it brings back
//! the very value, not a computed inverse.

use super::command::{EditKey, Part};
use lantian_engine::project::Project;
use std::collections::VecDeque;
use std::sync::Arc;

/// Steps that can be taken back. A project of 200 meters is about 100 KB, so the worst case stays
/// near 20 MB.
pub const STEPS: usize = 200;

/// One change, with the project on its far side.
#[derive(Clone, Debug)]
struct Step {
    project: Arc<Project>,
    part: Part,
    key: Option<EditKey>,
}

/// What was done, and what was taken back.
#[derive(Clone, Debug, Default)]
pub struct History {
    past: VecDeque<Step>,
    future: Vec<Step>,
    /// Whether the next edit with the newest step's key joins it.
    open: bool,
}

impl History {
    /// Remembers that `before` was changed in `part`.
    ///
    /// Consecutive changes with the same `key` are one step (typing a number is one undo), until
    /// [`History::seal`]. `None` never joins.
    pub fn record(&mut self, before: Arc<Project>, part: Part, key: Option<EditKey>) {
        self.future.clear();
        let joins = self.open && key.is_some() && self.past.back().is_some_and(|last| last.key == key);
        self.open = true;
        if joins {
            return;
        }
        if self.past.len() == STEPS {
            self.past.pop_front();
        }
        self.past.push_back(Step { project: before, part, key });
    }

    /// Ends the current step: the next edit starts a new one even in the same field.
    pub fn seal(&mut self) {
        self.open = false;
    }

    /// Takes the newest step back; `now` becomes redoable.
    pub fn undo(&mut self, now: Arc<Project>) -> Option<Arc<Project>> {
        let step = self.past.pop_back()?;
        self.open = false;
        self.future.push(Step { project: now, part: step.part, key: step.key });
        Some(step.project)
    }

    /// Does the step taken back last again; `now` becomes undoable.
    pub fn redo(&mut self, now: Arc<Project>) -> Option<Arc<Project>> {
        let step = self.future.pop()?;
        self.open = false;
        self.past.push_back(Step { project: now, part: step.part, key: step.key });
        Some(step.project)
    }

    /// What the next undo would touch.
    pub fn undoable(&self) -> Option<Part> {
        self.past.back().map(|step| step.part)
    }

    /// What the next redo would touch.
    pub fn redoable(&self) -> Option<Part> {
        self.future.last().map(|step| step.part)
    }
}
