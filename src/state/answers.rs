//! The engine's answer to the project on screen, computed once for all pages.
//!
//! Fair shares of a large plan take 2ⁿ evaluations. Up to [`AT_ONCE`] ticked measures they are part of
//! every answer; above, the answer comes first without them and again with them once the project has
//! stood still: [`Answers::is_waiting`] says that it is waiting, [`Answers::finish`] that it has.

use super::store::ProjectStore;
use lantian_engine::assess::{Assessment, Depth, Outcome};
use lantian_engine::project::Project;
use leptos::prelude::*;
use std::ops::Deref;
use std::sync::Arc;

/// Largest plan whose fair shares are computed with every change: 1,024 evaluations.
pub const AT_ONCE: usize = 10;

/// An assessment, shared; equal only to itself.
#[derive(Clone, Debug)]
pub struct Answer(Arc<Assessment>);

impl PartialEq for Answer {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

impl Deref for Answer {
    type Target = Assessment;
    fn deref(&self) -> &Assessment {
        &self.0
    }
}

/// What computes an answer: [`assess`], which in a build of several pieces arrives after the page.
pub type Engine = fn(&Project, Depth) -> Assessment;

/// The engine as far as it is there from the start.
#[cfg(not(feature = "split"))]
const AT_START: Option<Engine> = Some(lantian_engine::assess::assess);
#[cfg(feature = "split")]
const AT_START: Option<Engine> = None;

/// The answers of the visit. A context; cheap to copy.
#[derive(Clone, Copy, Debug)]
pub struct Answers {
    store: ProjectStore,
    engine: RwSignal<Option<Engine>>,
    settled: RwSignal<Arc<Project>>,
    latest: Memo<Answer>,
}

impl Answers {
    /// Starts to follow the project of `store`. The first answer is a full one.
    pub fn new(store: ProjectStore) -> Self {
        let settled = RwSignal::new(store.get_untracked());
        let engine = RwSignal::new(AT_START);
        let latest = Memo::new(move |_| {
            let project = store.get();
            let full = ticked(&project) <= AT_ONCE || settled.with(|known| Arc::ptr_eq(known, &project));
            let depth = if full { Depth::Full } else { Depth::Quick };
            let answer = match engine.get() {
                Some(assess) => assess(&project, depth),
                None => Assessment { problems: Vec::new(), notices: Vec::new(), outcome: None },
            };
            Answer(Arc::new(answer))
        });
        Answers { store, engine, settled, latest }
    }

    /// Follows the project of `store` and puts the answers into the context.
    pub fn provide(store: ProjectStore) -> Self {
        let answers = Answers::new(store);
        provide_context(answers);
        answers
    }

    /// The engine has arrived.
    pub fn install(self, engine: Engine) {
        self.engine.set(Some(engine));
    }

    /// Whether there is an engine. Tracked.
    pub fn is_ready(self) -> bool {
        self.engine.with(Option::is_some)
    }

    /// The answers provided above the calling component.
    pub fn expect() -> Self {
        expect_context()
    }

    /// The latest answer. Tracked.
    pub fn get(self) -> Answer {
        self.latest.get()
    }

    /// The latest answer, for event handlers.
    pub fn get_untracked(self) -> Answer {
        self.latest.get_untracked()
    }

    /// Reads from the latest answer. Tracked.
    pub fn with<R>(self, read: impl FnOnce(&Assessment) -> R) -> R {
        self.latest.with(|answer| read(answer))
    }

    /// A value derived from the answer that wakes its readers only when it differs.
    pub fn memo<V>(self, read: impl Fn(&Assessment) -> V + Send + Sync + 'static) -> Memo<V>
    where
        V: PartialEq + Send + Sync + 'static,
    {
        Memo::new(move |_| self.with(&read))
    }

    /// A value derived from the outcome; `None` while something must be mended first.
    pub fn of_outcome<V>(self, read: impl Fn(&Outcome) -> V + Send + Sync + 'static) -> Memo<Option<V>>
    where
        V: PartialEq + Send + Sync + 'static,
    {
        self.memo(move |answer| answer.outcome.as_ref().map(&read))
    }

    /// Whether the answer on screen still lacks its fair shares. Tracked.
    pub fn is_waiting(self) -> bool {
        let project = self.store.get();
        ticked(&project) > AT_ONCE && !self.settled.with(|known| Arc::ptr_eq(known, &project))
    }

    /// The project has stood still: computes what was left out.
    pub fn finish(self) {
        if let Some(project) = self.store.try_get_untracked() {
            self.settled.set(project);
        }
    }
}

fn ticked(project: &Project) -> usize {
    project.plan().measures.iter().filter(|choice| choice.on).count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::state::upgrades::{select, toggle};
    use lantian_engine::measures::CATALOGUE;
    use lantian_engine::project::Bill;

    fn bill(carrier: &str, amount: f64) -> Bill {
        Bill { carrier: carrier.to_owned(), amount: Some(amount), ..Bill::default() }
    }

    fn store() -> ProjectStore {
        let mut project = Project::new();
        project.site.sector = "textile_dyeing".to_owned();
        project.site.region = "cn_guangdong".to_owned();
        project.bills = vec![bill("electricity", 9e6), bill("raw_coal", 5400.0), bill("water", 1e6)];
        ProjectStore::new(project)
    }

    fn has_shares(answers: Answers) -> bool {
        let answer = answers.get_untracked();
        let outcome = answer.outcome.as_ref().unwrap();
        outcome.counted().count() > 0 && outcome.counted().all(|measure| measure.share.is_some())
    }

    #[test]
    fn a_small_plan_is_answered_in_full_at_once() {
        let owner = Owner::new();
        owner.set();
        let store = store();
        let answers = Answers::new(store);
        store.run(toggle("lighting_led", true));
        assert!(!answers.is_waiting() && has_shares(answers));
    }

    #[test]
    fn a_large_plan_is_answered_quickly_and_then_in_full() {
        let owner = Owner::new();
        owner.set();
        let store = store();
        let answers = Answers::new(store);
        let all: Vec<String> = CATALOGUE.iter().map(|id| id.slug().to_owned()).collect();
        store.run(select(all.into_iter().take(AT_ONCE + 4).collect()));
        assert!(answers.is_waiting() && !has_shares(answers));
        answers.finish();
        assert!(!answers.is_waiting() && has_shares(answers));
        store.run(toggle("lighting_led", true));
        assert!(answers.is_waiting());
    }
}
