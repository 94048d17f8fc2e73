//! All that stops the calculation and all that was assumed, each line leading to its field.

use crate::features::live::jump::FieldLink;
use crate::features::live::wording;
use crate::i18n::{k, use_i18n};
use crate::state::{Answers, ProjectStore};
use crate::ui::{Disclosure, Icon, IconName};
use lantian_engine::notice::ProblemKind;
use lantian_engine::origin::Field;
use leptos::prelude::*;

/// A line with the field it leads to.
type Line = (Field, String);

/// The problems, then the assumptions.
#[component]
pub fn Findings() -> impl IntoView {
    let (i18n, store, answers) = (use_i18n(), ProjectStore::expect(), Answers::expect());
    let problems = Memo::new(move |_| {
        let project = store.get();
        answers.with(|answer| {
            let line = |p: &_| {
                let problem: &lantian_engine::notice::Problem = p;
                (problem.field, wording::problem(i18n, &project, problem))
            };
            answer.problems.iter().map(line).collect::<Vec<Line>>()
        })
    });
    let notices = Memo::new(move |_| {
        let project = store.get();
        answers.with(|answer| {
            let full = answer.outcome.as_ref().map_or(&*project, |o| &o.model.lowered.project);
            let mut lines: Vec<Line> = Vec::new();
            for notice in &answer.notices {
                let text = wording::notice(i18n, full, notice);
                if !lines.iter().any(|(_, known)| *known == text) {
                    lines.push((notice.field, text));
                }
            }
            lines
        })
    });
    // What is merely empty is no mistake.
    let only_empty = answers.memo(|answer| answer.problems.iter().all(|p| p.kind == ProblemKind::Missing));
    let wrong = move || {
        let lines = problems.get();
        (!lines.is_empty()).then(|| {
            let title = if only_empty.get() {
                i18n.t(k::LIVE_STILL_EMPTY).to_owned()
            } else {
                i18n.count(k::PROBLEM_TITLE_ONE, k::PROBLEM_TITLE, lines.len())
            };
            let name = title.clone();
            view! {
                <section
                    class="lt-findings"
                    class=("lt-findings--empty", only_empty.get())
                    aria-label=name
                >
                    <p class="lt-findings__title">
                        {(!only_empty.get()).then(|| view! { <Icon name=IconName::Warning /> })}
                        <span>{title}</span>
                    </p>
                    {list(lines)}
                </section>
            }
        })
    };
    let count = Memo::new(move |_| notices.with(Vec::len));
    let assumed = move || {
        (count.get() > 0).then(|| {
            view! {
                <Disclosure summary=move || i18n.count(k::NOTICE_COUNT_ONE, k::NOTICE_COUNT, count.get())>
                    {move || list(notices.get())}
                </Disclosure>
            }
        })
    };
    view! {
        <div class="lt-plant__findings">
            <div role="status">{wrong}</div>
            {assumed}
        </div>
    }
}

fn list(lines: Vec<Line>) -> impl IntoView {
    let line = |(at, text): Line| view! { <li><FieldLink at>{text}</FieldLink></li> };
    view! { <ul class="lt-findings__list">{lines.into_iter().map(line).collect_view()}</ul> }
}
