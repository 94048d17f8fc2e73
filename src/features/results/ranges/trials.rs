//! The trials of the visit: computed anew after each change that has settled.

use crate::platform::compute::{self, Report, Run};
use crate::platform::timer::Debounce;
use crate::state::{Answer, Answers, ProjectStore, Visit};
use lantian_compute::{Job, Question};
use lantian_engine::assess::Outcome;
use lantian_engine::plant::Slot;
use lantian_engine::project::{Project, to_json_line};
use lantian_engine::uncertainty::{Ranges, chunks, sources};
use leptos::prelude::*;
use std::sync::Arc;

/// At least so many trials.
const TRIALS: usize = 10_240;

/// Always the same draws: the same project gives the same digits on every device.
const SEED: u64 = 1;

/// Milliseconds without a change before the trials begin.
const PAUSE: u32 = 700;

/// Ranges and what they are of.
#[derive(Clone, Debug)]
pub struct Known {
    pub ranges: Arc<Ranges>,
    /// One number of the plant for each source, in the order of the sources.
    pub slots: Arc<Vec<Slot>>,
    answer: Answer,
    project: Arc<Project>,
}

impl PartialEq for Known {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.ranges, &other.ranges)
    }
}

impl Known {
    /// Reads from the outcome that the ranges are of.
    pub fn with<R>(&self, read: impl FnOnce(&Outcome) -> R) -> Option<R> {
        self.answer.outcome.as_ref().map(read)
    }

    /// Whether they hold for a project.
    pub fn holds_for(&self, project: &Arc<Project>) -> bool {
        Arc::ptr_eq(&self.project, project)
    }
}

/// The trials; cheap to copy.
#[derive(Clone, Copy, Debug)]
pub struct Trials {
    /// The last good ranges: they stay until better ones are known.
    pub known: RwSignal<Option<Known>>,
    /// The workers could not do it.
    pub failed: RwSignal<bool>,
    run: StoredValue<Option<Run>, LocalStorage>,
}

impl Trials {
    /// The trials of the visit, which follow the project as long as the calling component stands.
    pub fn follow() -> Self {
        let trials = Visit::lasting(|| Trials {
            known: RwSignal::new(None),
            failed: RwSignal::new(false),
            run: StoredValue::new_local(None),
        });
        let (store, answers) = (ProjectStore::expect(), Answers::expect());
        let pause = StoredValue::new_local(Debounce::default());
        Effect::new(move || {
            let project = store.get();
            let answered = answers.with(|answer| answer.outcome.is_some());
            // What runs is of a project that has changed.
            trials.keep(None);
            if !answered || trials.known.with_untracked(|k| k.as_ref().is_some_and(|k| k.holds_for(&project)))
            {
                pause.with_value(Debounce::cancel);
                return;
            }
            pause.with_value(|pause| pause.after(PAUSE, move || trials.start(&project, answers)));
        });
        on_cleanup(move || {
            pause.try_with_value(Debounce::cancel);
        });
        trials
    }

    fn start(self, project: &Arc<Project>, answers: Answers) {
        let answer = answers.get_untracked();
        let Some(outcome) = &answer.outcome else { return };
        let slots = sources(&outcome.model.lowered);
        // Every source has at least one number that is made of it.
        let slots = slots.iter().filter_map(|source| source.slots.first().copied()).collect();
        let question = Question::Trials { plan: outcome.plan, seed: SEED, chunks: 0..chunks(TRIALS) };
        let job = Job { project: to_json_line(project), question };
        let (slots, project) = (Arc::new(slots), Arc::clone(project));
        self.failed.set(false);
        let run = compute::start(job, move |report| match report {
            Report::SoFar(_) => {}
            Report::Final(found) => match found.ranges() {
                Some(ranges) => self.known.set(Some(Known {
                    ranges: Arc::new(ranges),
                    slots: Arc::clone(&slots),
                    answer: answer.clone(),
                    project: Arc::clone(&project),
                })),
                None => self.failed.set(true),
            },
            Report::Failed => self.failed.set(true),
        });
        self.keep(Some(run));
    }

    fn keep(self, run: Option<Run>) {
        let former = self.run.try_update_value(|kept| std::mem::replace(kept, run));
        // Dropped only now: that ends the worker.
        drop(former);
    }
}
