//! The four steps: always visible, free to jump between.

use leptos::{prelude::*, text_prop::TextProp};

use super::icon::{Icon, IconName};

/// One step.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Step {
    /// Where it leads.
    pub href: String,
    /// Its name.
    pub label: String,
    /// On the screen now.
    pub current: bool,
    /// Once it has what it needs: the name as read aloud, which says so.
    pub done: Option<String>,
}

/// Navigation through the steps.
#[component]
pub fn ProgressSteps(
    /// Accessible name of the navigation.
    #[prop(into)]
    name: TextProp,
    /// The steps in order.
    #[prop(into)]
    steps: Signal<Vec<Step>>,
) -> impl IntoView {
    let items = move || {
        let numbered = steps.get().into_iter().zip(1..);
        numbered.map(|(step, number)| item(number, step)).collect::<Vec<_>>()
    };
    view! {
        <nav class="lt-steps" aria-label=move || name.get()>
            <ol class="lt-steps__list">{items}</ol>
        </nav>
    }
}

fn item(number: u8, step: Step) -> impl IntoView {
    let done = step.done.is_some();
    view! {
        <li>
            <a
                class="lt-steps__link"
                class=("lt-steps__link--current", step.current)
                class=("lt-steps__link--done", done)
                href=step.href
                aria-current=step.current.then_some("step")
                aria-label=step.done
            >
                <span class="lt-steps__mark" aria-hidden="true">
                    {if done {
                        view! { <Icon name=IconName::Check /> }.into_any()
                    } else {
                        number.to_string().into_any()
                    }}
                </span>
                <span>{step.label}</span>
            </a>
        </li>
    }
}
