//! The years ahead of the project on screen, computed once for a card, a section or the panel.

use crate::state::{Answers, ProjectStore};
use lantian_engine::assess::Outcome;
use lantian_engine::notice::Problem;
use lantian_engine::project::Project;
use lantian_engine::trajectory::{Course, Trajectory, settings, trajectory};
use leptos::prelude::*;
use std::sync::Arc;

/// What can be said about the years ahead.
#[derive(Clone, Debug, Default)]
pub enum Years {
    /// There is no answer for the year of the bills yet.
    #[default]
    None,
    /// What must be mended first.
    Stopped(Vec<Problem>),
    /// The years, and the courses of the grid that can be chosen here.
    Ran(Arc<Trajectory>, Vec<Course>),
}

impl PartialEq for Years {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Years::None, Years::None) => true,
            (Years::Stopped(one), Years::Stopped(other)) => one == other,
            (Years::Ran(one, _), Years::Ran(other, _)) => Arc::ptr_eq(one, other),
            _ => false,
        }
    }
}

impl Years {
    pub fn ran(&self) -> Option<&Trajectory> {
        match self {
            Years::Ran(years, _) => Some(years),
            _ => None,
        }
    }
}

/// The years of a project with its answer.
pub fn years(project: &Project, outcome: &Outcome) -> Years {
    match settings(project, &outcome.model) {
        Err(problems) => Years::Stopped(problems),
        Ok(settings) => {
            let courses = settings.courses(&outcome.model);
            let ran = trajectory(&outcome.model, outcome.plan, settings);
            ran.map_or(Years::None, |years| Years::Ran(Arc::new(years), courses))
        }
    }
}

/// Follows the project on screen.
pub fn follow() -> Memo<Years> {
    let (store, answers) = (ProjectStore::expect(), Answers::expect());
    Memo::new(move |_| {
        let project = store.get();
        answers.with(|a| a.outcome.as_ref().map(|outcome| years(&project, outcome)).unwrap_or_default())
    })
}
