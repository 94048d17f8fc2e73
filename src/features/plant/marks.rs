//! What the engine has to say about a field, found where the field stands.

use super::terms;
use crate::features::live::wording;
use crate::i18n::{I18n, use_i18n};
use crate::state::{Answers, ProjectStore};
use crate::ui::Message;
use lantian_engine::assess::Assessment;
use lantian_engine::data::Evidence;
use lantian_engine::notice::{NoticeKind, Problem, ProblemKind};
use lantian_engine::origin::{Field, Origin};
use lantian_engine::project::Project;
use leptos::prelude::*;

/// What stops a part of the page alone, for the fields below it. A context.
#[derive(Clone, Copy, Debug)]
pub struct Further(pub Signal<Vec<Problem>>);

/// The engine's remarks by field. Cheap to copy.
#[derive(Clone, Copy, Debug)]
pub struct Marks {
    further: Option<Further>,
    i18n: I18n,
    answers: Answers,
    store: ProjectStore,
}

/// A value that stands in for an empty field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StandIn {
    /// The value, in the unit of the field.
    pub text: String,
    /// It was recalled and not checked.
    pub unverified: bool,
}

impl Marks {
    /// The remarks of the page's contexts.
    pub fn expect() -> Self {
        Marks {
            further: use_context(),
            i18n: use_i18n(),
            answers: Answers::expect(),
            store: ProjectStore::expect(),
        }
    }

    /// What is wrong with a field, or worth a look. A field that is only empty says nothing here:
    /// the list of what is missing does.
    pub fn message(self, field: Field) -> Signal<Option<Message>> {
        let found = Memo::new(move |_| self.message_now(field));
        found.into()
    }

    /// The same, read now. Tracked.
    pub fn message_now(self, field: Field) -> Option<Message> {
        let project = self.store.get();
        let further = self.further.and_then(|further| {
            let found = |problems: &Vec<Problem>| problems.iter().find(|p| p.field == field).cloned();
            let problem = further.0.with(found)?;
            Some(Message::problem(wording::problem(self.i18n, &project, &problem)))
        });
        further.or_else(|| self.answers.with(|answer| message(self.i18n, &project, answer, field)))
    }

    /// The default that stands in for an empty field.
    pub fn stand_in(self, field: Field) -> Signal<Option<StandIn>> {
        let Marks { i18n, answers, .. } = self;
        let found = Memo::new(move |_| answers.with(|answer| stand_in(i18n, answer, field)));
        found.into()
    }
}

fn message(i18n: I18n, project: &Project, answer: &Assessment, field: Field) -> Option<Message> {
    let problem =
        answer.problems.iter().find(|problem| problem.field == field && problem.kind != ProblemKind::Missing);
    if let Some(problem) = problem {
        return Some(Message::problem(wording::problem(i18n, project, problem)));
    }
    let worth_a_look = |kind: &NoticeKind| {
        matches!(
            kind,
            NoticeKind::PriceUnusual { .. }
                | NoticeKind::ListScaled { .. }
                | NoticeKind::SharesScaled { .. }
                | NoticeKind::HeatUnused
                | NoticeKind::NotCounted
                | NoticeKind::FollowsBill { .. }
                | NoticeKind::NoPrice { .. }
                | NoticeKind::NoFactor { .. }
        )
    };
    let notice = answer.notices.iter().find(|notice| notice.field == field && worth_a_look(&notice.kind))?;
    let full = answer.outcome.as_ref().map_or(project, |outcome| &outcome.model.lowered.project);
    Some(Message::notice(wording::notice(i18n, full, notice)))
}

fn stand_in(i18n: I18n, answer: &Assessment, field: Field) -> Option<StandIn> {
    if field.part == "finance" {
        let money = &answer.outcome.as_ref()?.model.lowered.money;
        return terms::stand_in(i18n, money, field.name);
    }
    answer.notices.iter().filter(|notice| notice.field == field).find_map(|notice| match &notice.kind {
        NoticeKind::DefaultUsed { value, .. } => Some(StandIn {
            text: wording::default_digits(i18n, *value),
            unverified: evidence(answer, field) != Some(Evidence::ReadDocument)
                && evidence(answer, field) != Some(Evidence::ReadDataset),
        }),
        NoticeKind::PriceDefault { price, unverified, .. } => Some(StandIn {
            text: i18n.format().table(*price, wording::decimals(*price)),
            unverified: *unverified,
        }),
        _ => None,
    })
}

/// How well the sector row behind a default is known. Without an outcome nothing is known of it.
fn evidence(answer: &Assessment, field: Field) -> Option<Evidence> {
    let slots = &answer.outcome.as_ref()?.model.lowered.plant.slots;
    slots.iter().find_map(|slot| match slot.origin {
        Origin::Sector(row, of) if of == field => Some(row.evidence),
        _ => None,
    })
}
