//! What is wanted: goal, budget, payback, what to keep and what to leave out.

use super::search::BestSearch;
use super::wish::{GOALS, Role, Wish, goal, slug};
use crate::features::naming::{currency_of, metric_key};
use crate::features::plant::figure_text::{self, FigureIssue, Holds};
use crate::features::why::LazyDetails;
use crate::i18n::{I18n, Key, k, use_i18n};
use crate::state::{Answers, ProjectStore};
use crate::ui::{Choice, Field, Message, NumberInput, Select};
use lantian_engine::best::Goal;
use lantian_engine::data::MeasureId;
use leptos::prelude::*;

fn goal_name(i18n: I18n, goal: Goal) -> String {
    match goal {
        Goal::Npv => i18n.t(k::FINANCE_NPV_SHORT).to_owned(),
        Goal::Saving(metric) => i18n.tf(k::BEST_GOAL_SAVING, [("metric", i18n.t(metric_key(metric)))]),
    }
}

/// The fields.
#[component]
pub fn WishForm() -> impl IntoView {
    let (i18n, store, wish) = (use_i18n(), ProjectStore::expect(), BestSearch::expect().wish);
    let goals =
        Signal::derive(move || GOALS.map(|goal| Choice::new(slug(goal), goal_name(i18n, goal))).to_vec());
    let currency = store.memo(currency_of);
    view! {
        <div class="lt-best__form">
            <Field label=move || i18n.t(k::BEST_GOAL)>
                <Select
                    value=Signal::derive(move || wish.with(|wish| slug(wish.goal).to_owned()))
                    options=goals
                    on_change=move |word: String| wish.update(|wish| wish.goal = goal(&word))
                />
            </Field>
            <Limit
                label=k::BEST_BUDGET_LABEL
                hint=k::BEST_BUDGET_HINT
                holds=Signal::derive(move || Holds::Money(currency.get()))
                typed=|wish| &mut wish.budget
            />
            <Limit
                label=k::BEST_PAYBACK_LABEL
                hint=k::BEST_PAYBACK_HINT
                holds=Signal::stored(Holds::Number)
                typed=|wish| &mut wish.payback
            />
        </div>
        <LazyDetails summary=move || i18n.t(k::BEST_ROLES)>
            <Roles />
        </LazyDetails>
    }
}

/// A limit that may be left empty.
#[component]
fn Limit(label: Key, hint: Key, holds: Signal<Holds>, typed: fn(&mut Wish) -> &mut String) -> impl IntoView {
    let (i18n, wish) = (use_i18n(), BestSearch::expect().wish);
    let text = Signal::derive(move || {
        let mut wish = wish.get();
        std::mem::take(typed(&mut wish))
    });
    let issue = move || -> Option<FigureIssue> { figure_text::read(&text.get(), holds.get()).err() };
    let message = Signal::derive(move || {
        let issue = issue()?;
        Some(Message::problem(figure_text::message(i18n, i18n.t(label), &issue, holds.get(), None)))
    });
    let unit = move || match holds.get() {
        Holds::Number => i18n.t(k::BEST_YEARS).to_owned(),
        holds => figure_text::unit_text(i18n, holds),
    };
    view! {
        <Field label=move || i18n.t(label) hint=move || i18n.t(hint) message>
            <NumberInput
                value=text
                unit
                placeholder=move || i18n.t(k::BEST_NO_LIMIT)
                on_input=move |text: String| wish.update(|wish| *typed(wish) = text)
            />
        </Field>
    }
}

fn role_key(role: Role) -> Key {
    match role {
        Role::May => k::BEST_ROLE_MAY,
        Role::Must => k::BEST_ROLE_MUST,
        Role::Out => k::BEST_ROLE_OUT,
    }
}

/// A line for each upgrade that applies.
#[component]
fn Roles() -> impl IntoView {
    let (i18n, answers, wish) = (use_i18n(), Answers::expect(), BestSearch::expect().wish);
    let there = answers.of_outcome(|outcome| {
        let applies = outcome.measures.iter().filter(|measure| measure.missing.is_none());
        applies.map(|measure| measure.id).collect::<Vec<_>>()
    });
    let options = Signal::derive(move || {
        Role::ALL.map(|role| Choice::new(role.slug(), i18n.t(role_key(role)))).to_vec()
    });
    let role = move |id: MeasureId| {
        answers.with(|answer| {
            let outcome = answer.outcome.as_ref()?;
            let measure = outcome.measures.iter().find(|measure| measure.id == id)?;
            Some(wish.with(|wish| wish.role(measure, outcome)))
        })
    };
    view! {
        <ul class="lt-best__roles">
            <For each=move || there.get().unwrap_or_default() key=|id| *id let(id)>
                <li>
                    <span>{move || i18n.name("measure", id.slug())}</span>
                    <Select
                        value=Signal::derive(move || role(id).unwrap_or(Role::May).slug().to_owned())
                        options
                        name=move || i18n.name("measure", id.slug())
                        on_change=move |word: String| {
                            wish.update(|wish| {
                                wish.roles.insert(id, Role::from_slug(&word));
                            });
                        }
                    />
                </li>
            </For>
        </ul>
    }
}
