//! The explanation of one figure of the model: its steps, what matters most, its sources.

use super::factors::FactorList;
use super::library::Library;
use super::slots::{slot_name, slot_place};
use super::steps::StepView;
use super::subject::Subject;
use super::tidy::first_step;
use crate::features::naming::{MetricText, currency_of, kind_of, metric_key};
use crate::i18n::{Currency, I18n, k, use_i18n};
use crate::state::{Answer, Answers, ProjectStore, Route};
use crate::ui::{Badge, BadgeKind};
use lantian_engine::assess::Outcome;
use lantian_engine::explain::{Explanation, explain};
use lantian_engine::plant::Slot;
use leptos::prelude::*;
use std::sync::Arc;

/// An explanation with the answer it belongs to.
#[derive(Clone, Debug)]
pub struct Told {
    answer: Answer,
    pub explanation: Arc<Explanation>,
    /// One upgrade takes the place of the plan.
    pub single: bool,
}

impl PartialEq for Told {
    fn eq(&self, other: &Self) -> bool {
        self.answer == other.answer && Arc::ptr_eq(&self.explanation, &other.explanation)
    }
}

impl Told {
    fn new(answer: Answer, subject: Subject) -> Option<Self> {
        let outcome = answer.outcome.as_ref()?;
        let (set, metric, case) = subject.request(outcome)?;
        let explanation = Arc::new(explain(&outcome.model, set, metric, case));
        let single = !matches!(subject, Subject::Figure { .. });
        Some(Told { answer, explanation, single })
    }

    /// Reads with the outcome the explanation was made from.
    pub fn with<R>(&self, read: impl FnOnce(&Outcome, &Explanation) -> R) -> Option<R> {
        self.answer.outcome.as_ref().map(|outcome| read(outcome, &self.explanation))
    }
}

/// The heading of the panel: the figure in words.
pub fn title(subject: Memo<Option<Subject>>) -> impl Fn() -> String + Clone + Send + Sync + 'static {
    let (i18n, answers, store) = (crate::i18n::use_i18n(), Answers::expect(), ProjectStore::expect());
    move || {
        let Some(subject) = subject.get() else { return String::new() };
        let currency = store.with(currency_of);
        let figure = answers.with(|answer| {
            answer.outcome.as_ref().and_then(|outcome| figure_words(i18n, outcome, subject, currency))
        });
        i18n.tf(k::WHY_TITLE, [("figure", &figure.unwrap_or_default())])
    }
}

fn figure_words(i18n: I18n, outcome: &Outcome, subject: Subject, currency: Currency) -> Option<String> {
    use lantian_engine::explain::Case;
    Some(match subject {
        Subject::Figure { metric, case } => {
            let (before, after) = (outcome.before.totals[metric], outcome.after.totals[metric]);
            let value = match case {
                Case::Before => before,
                Case::After => after,
                Case::Saving => before - after,
            };
            MetricText::new(i18n, metric, currency).value(value)
        }
        Subject::Alone { measure, metric } => {
            let found = outcome.measures.iter().find(|m| m.id == measure)?;
            MetricText::new(i18n, metric, currency).value(found.alone.as_ref()?[metric])
        }
        Subject::Share { measure, metric } => {
            let found = outcome.measures.iter().find(|m| m.id == measure)?;
            MetricText::new(i18n, metric, currency).value(found.share.as_ref()?.in_plan[metric])
        }
        Subject::Grid { year } => super::grid::headline(i18n, year),
        Subject::Money { measure, figure } => {
            super::money::headline(i18n, outcome, measure, figure, currency)?
        }
    })
}

/// The body of the panel for a figure of the model.
#[component]
pub fn FigureWhy(subject: Subject) -> impl IntoView {
    let (i18n, answers, library) = (use_i18n(), Answers::expect(), Library::expect());
    Effect::new(move || library.want(i18n.lang()));
    let told = Memo::new(move |_| Told::new(answers.get(), subject));
    let metric = move || told.with(|told| told.as_ref().map(|told| told.explanation.metric));
    view! {
        <p class="lt-remark">
            {move || metric().map(|metric| i18n.t(metric_key(metric)))} " · "
            {move || i18n.t(k::WHY_LEAD)}
        </p>
        <ShareRemark subject />
        {move || match told.get() {
            Some(told) if told.explanation.inputs.is_empty() => {
                view! { <p>{move || i18n.t(k::WHY_NO_STEPS)}</p> }.into_any()
            }
            Some(told) => view! {
                <StepView told=told.clone() place=first_step(&told.explanation) within=told.explanation.case top=true />
                <Strongest told=told.clone() />
                <FactorList told />
            }
            .into_any(),
            None => view! { <p>{move || i18n.t(k::EMPTY_RESULTS)}</p> }.into_any(),
        }}
    }
}

/// For a fair share: how it differs from what the measure does alone.
#[component]
fn ShareRemark(subject: Subject) -> impl IntoView {
    let (i18n, answers, store) = (use_i18n(), Answers::expect(), ProjectStore::expect());
    let words = move || {
        let Subject::Share { measure, metric } = subject else { return None };
        let text = MetricText::new(i18n, metric, store.with(currency_of));
        answers.with(|answer| {
            let found = answer.outcome.as_ref()?.measures.iter().find(|m| m.id == measure)?;
            let share = found.share.as_ref()?;
            Some(i18n.tf(
                k::WHY_SHARE,
                [
                    ("alone", &text.value(share.alone[metric])),
                    ("in_plan", &text.value(share.in_plan[metric])),
                    ("last_in", &text.value(share.last_in[metric])),
                ],
            ))
        })
    };
    view! { {move || words().map(|words| view! { <p class="lt-why-note">{words}</p> })} }
}

/// Inputs shown as the strongest.
const STRONGEST: usize = 5;
/// An input that changes the figure by less, relative to it, is not worth a line.
const NOTICEABLE: f64 = 1e-6;

/// A line about a strong input.
struct Strong {
    line: String,
    place: Option<Route>,
    default: bool,
    badges: Vec<(BadgeKind, crate::i18n::Key)>,
}

fn badges(outcome: &Outcome, slot: Slot) -> Vec<(BadgeKind, crate::i18n::Key)> {
    let info = outcome.model.lowered.plant.slots.get(slot.index());
    info.map(|info| kind_of(&info.origin)).unwrap_or_default()
}

/// The inputs that move the figure most.
#[component]
fn Strongest(told: Told) -> impl IntoView {
    let (i18n, store, library) = (use_i18n(), ProjectStore::expect(), Library::expect());
    let lines = move || {
        let book = library.book(i18n.lang());
        let currency = store.with(currency_of);
        told.with(|outcome, explanation| {
            let text = MetricText::new(i18n, explanation.metric, currency);
            let enough = explanation.value.abs() * NOTICEABLE;
            let strong = explanation.sensitivities.iter().filter(|s| s.effect.abs() * 0.01 > enough);
            strong
                .take(STRONGEST)
                .map(|strong| {
                    let name = slot_name(i18n, outcome, strong.slot, book.as_deref());
                    let change = text.change(strong.effect * 0.01);
                    let line = i18n.tf(k::WHY_SENSITIVITY_LINE, [("input", &name), ("change", &change)]);
                    Strong {
                        line,
                        place: slot_place(outcome, strong.slot),
                        default: is_default(outcome, strong.slot),
                        badges: badges(outcome, strong.slot),
                    }
                })
                .collect::<Vec<_>>()
        })
        .unwrap_or_default()
    };
    let panel = super::WhyPanel::expect();
    view! {
        <section class="lt-why-part">
            <h3>{move || i18n.t(k::WHY_SENSITIVITY)}</h3>
            <ul class="lt-why-list">
                {move || {
                    let mut first = true;
                    lines()
                        .into_iter()
                        .map(|Strong { line, place, default, badges }| {
                            let measure = default && std::mem::take(&mut first);
                            view! {
                                <li>
                                    <span>{line}</span>
                                    {badges.into_iter().map(|(kind, word)| {
                                        view! { <Badge kind text=move || i18n.t(word) /> }
                                    }).collect_view()}
                                    {measure.then(|| view! {
                                        <Badge kind=BadgeKind::First text=move || i18n.t(k::WHY_MEASURE_FIRST) />
                                    })}
                                    {place.map(|place| view! {
                                        <a href=place.to_string() on:click=move |_| panel.close()>
                                            {move || i18n.t(if default { k::ACT_REPLACE_BY_MEASURED } else { k::UI_CHANGE })}
                                        </a>
                                    })}
                                </li>
                            }
                        })
                        .collect_view()
                }}
            </ul>
        </section>
    }
}

/// Whether a default stands in for something the visitor could measure.
fn is_default(outcome: &Outcome, slot: Slot) -> bool {
    use lantian_engine::origin::Origin;
    let info = outcome.model.lowered.plant.slots.get(slot.index());
    matches!(info.map(|info| info.origin), Some(Origin::Sector(_, field)) if field.part != "constant")
}
