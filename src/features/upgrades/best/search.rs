//! The search as it stands: what was asked, what is known, whether it still runs.

use super::wish::Wish;
use crate::platform::compute::{self, Report, Run};
use crate::state::{ProjectStore, Visit};
use lantian_compute::{Answer, Job, Question};
use lantian_engine::best::{Best, Goal, Impossible, Point};
use lantian_engine::project::{Project, to_json_line};
use lantian_engine::set::MeasureSet;
use leptos::prelude::*;
use std::sync::Arc;

/// How far a search is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Stage {
    #[default]
    Idle,
    Running,
    /// Ended by itself.
    Done,
    /// Given up by the visitor.
    Stopped,
    /// The workers could not do it.
    Failed,
}

/// What a search has found.
#[derive(Clone, Debug, PartialEq)]
pub enum Known {
    Plan(Best),
    /// Points of the front of cost and effect; never none.
    Front(Vec<Point>),
    Impossible(Impossible),
}

/// An answer and what it answers.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    pub goal: Goal,
    pub known: Known,
    /// The project it holds for, without its ticks.
    project: Arc<Project>,
}

impl Found {
    /// Whether it holds for a project: the same but for what is ticked.
    pub fn holds_for(&self, project: &Project) -> bool {
        *self.project == unticked(project)
    }
}

/// A project with nothing ticked: a search asks about upgrades whether they are ticked or not.
fn unticked(project: &Project) -> Project {
    let mut project = project.clone();
    for plan in &mut project.plans {
        for choice in &mut plan.measures {
            choice.on = false;
        }
        plan.measures.retain(|choice| !choice.params.is_empty() || choice.quote.is_some());
    }
    project
}

/// The search of the visit; cheap to copy. It goes on while other pages are shown.
#[derive(Clone, Copy, Debug)]
pub struct BestSearch {
    pub wish: RwSignal<Wish>,
    pub stage: RwSignal<Stage>,
    /// Evaluations of the running search.
    pub effort: RwSignal<u64>,
    /// The last good answer: it stays until a better one is known.
    pub found: RwSignal<Option<Found>>,
    /// The plan of the front that is looked at.
    pub picked: RwSignal<Option<MeasureSet>>,
    run: StoredValue<Option<Run>, LocalStorage>,
}

impl BestSearch {
    /// The search of the visit.
    pub fn expect() -> Self {
        Visit::lasting(|| BestSearch {
            wish: RwSignal::new(Wish::default()),
            stage: RwSignal::new(Stage::Idle),
            effort: RwSignal::new(0),
            found: RwSignal::new(None),
            picked: RwSignal::new(None),
            run: StoredValue::new_local(None),
        })
    }

    /// Begins; a search that runs is given up.
    pub fn start(self, store: ProjectStore, question: Question) {
        let project = store.get_untracked();
        let (Question::Best(ask) | Question::Front(ask, _)) = &question else { return };
        let (goal, text) = (ask.goal, to_json_line(&project));
        let asked = Arc::new(unticked(&project));
        self.keep(None);
        self.stage.set(Stage::Running);
        self.effort.set(0);
        self.picked.set(None);
        let job = Job { project: text, question };
        let run = compute::start(job, move |report| {
            let (answer, stage) = match report {
                Report::SoFar(answer) => (answer, Stage::Running),
                Report::Final(answer) => (answer, Stage::Done),
                Report::Failed => {
                    self.stage.set(Stage::Failed);
                    return;
                }
            };
            let known = match answer {
                Answer::Best { best, evaluations } => {
                    self.effort.set(evaluations);
                    best.map(Known::Plan)
                }
                Answer::Impossible(reason) => Some(Known::Impossible(reason)),
                Answer::Front { points, evaluations } => {
                    self.effort.set(evaluations);
                    match (points.is_empty(), stage) {
                        (false, _) => Some(Known::Front(points)),
                        // Only a limit of payback leaves nothing, not even the plan that changes nothing.
                        (true, Stage::Done) => Some(Known::Impossible(Impossible::Payback)),
                        (true, _) => None,
                    }
                }
                // Not asked here.
                Answer::Trials { .. } => None,
            };
            if let Some(known) = known {
                self.found.set(Some(Found { goal, known, project: Arc::clone(&asked) }));
            }
            self.stage.set(stage);
        });
        self.keep(Some(run));
    }

    /// Gives up; what is known so far stays.
    pub fn stop(self) {
        self.keep(None);
        self.stage.set(Stage::Stopped);
    }

    fn keep(self, run: Option<Run>) {
        let former = self.run.try_update_value(|kept| std::mem::replace(kept, run));
        // Dropped only now: that ends the worker.
        drop(former);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use lantian_engine::project::{MeasureChoice, from_json};

    #[test]
    fn an_answer_holds_until_more_than_ticks_change() {
        let text = include_str!("../../../../cases/plastics.json");
        let asked = from_json(text).unwrap();
        let known = Known::Impossible(Impossible::Payback);
        let found = Found { goal: Goal::Npv, known, project: Arc::new(unticked(&asked)) };
        let mut ticked = asked.clone();
        ticked.plans[0].measures.clear();
        ticked.plans[0].measures = asked.plans[0]
            .measures
            .iter()
            .filter(|choice| !choice.params.is_empty() || choice.quote.is_some())
            .cloned()
            .chain([MeasureChoice { measure: "solar_pv".into(), on: true, ..MeasureChoice::default() }])
            .collect();
        assert!(found.holds_for(&asked) && found.holds_for(&ticked));
        ticked.bills[0].amount = Some(1.0);
        assert!(!found.holds_for(&ticked));
    }
}
