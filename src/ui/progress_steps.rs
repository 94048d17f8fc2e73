//! The four steps: always visible, free to jump between.

use leptos::{prelude::*, text_prop::TextProp};

use super::icon::{Icon, IconName};

/// How far a step is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum StepState {
    /// Nothing entered yet.
    #[default]
    Todo,
    /// On the screen now.
    Current,
    /// Has what it needs.
    Done,
}

/// One step.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Step {
    /// Where it leads.
    pub href: String,
    /// Its name.
    pub label: String,
    /// How far it is.
    pub state: StepState,
}

/// Navigation through the steps.
#[component]
pub fn ProgressSteps(
    /// Accessible name of the navigation.
    #[prop(into)]
    name: TextProp,
    /// The word for a step that has what it needs, for screen readers.
    #[prop(into)]
    done: TextProp,
    /// The steps in order.
    #[prop(into)]
    steps: Signal<Vec<Step>>,
) -> impl IntoView {
    let items = move || {
        let done = done.get();
        steps
            .get()
            .into_iter()
            .enumerate()
            .map(|(index, step)| item(index + 1, step, done.to_string()))
            .collect::<Vec<_>>()
    };
    view! {
        <nav class="lt-steps" aria-label=move || name.get()>
            <ol class="lt-steps__list">{items}</ol>
        </nav>
    }
}

fn item(number: usize, step: Step, done: String) -> impl IntoView {
    let class = match step.state {
        StepState::Todo => "lt-steps__link",
        StepState::Current => "lt-steps__link lt-steps__link--current",
        StepState::Done => "lt-steps__link lt-steps__link--done",
    };
    let finished = step.state == StepState::Done;
    view! {
        <li>
            <a
                class=class
                href=step.href
                aria-current=(step.state == StepState::Current).then_some("step")
            >
                <span class="lt-steps__mark" aria-hidden="true">
                    {if finished {
                        view! { <Icon name=IconName::Check /> }.into_any()
                    } else {
                        number.to_string().into_any()
                    }}
                </span>
                <span>{step.label}</span>
                {finished.then(|| view! { <span class="lt-hidden">{done}</span> })}
            </a>
        </li>
    }
}
