//! The years ahead: emissions with and without the plan against targets, and what they rest on.

mod answer;
mod settings;
mod words;

pub use answer::{Years, follow, years};
pub use words::{course_name, remarks, shown, sums, target_name, year_text};

use crate::charts::{ChartFrame, ahead};
use crate::features::live::jump::{self, FieldLink};
use crate::features::plant::marks::Further;
use crate::features::results::counting::tick;
use crate::features::results::shares::Shown;
use crate::features::why::WhyPanel;
use crate::i18n::{k, use_i18n};
use crate::state::ProjectStore;
use crate::ui::{Badge, BadgeKind, Card};
use lantian_engine::trajectory::Course;
use leptos::prelude::*;
use settings::{Settings, stopped};

/// The card of the years ahead. The last years that could be worked out stay while something is wrong.
#[component]
pub fn AheadCard() -> impl IntoView {
    let (i18n, store, panel) = (use_i18n(), ProjectStore::expect(), WhyPanel::expect());
    let years = follow();
    jump::arrive();
    let problems = Signal::derive(move || match years.get() {
        Years::Stopped(problems) => problems,
        _ => Vec::new(),
    });
    provide_context(Further(problems));
    let picture = Memo::new(move |last: Option<&Shown<ahead::Ahead>>| {
        let now = years.with(|years| years.ran().map(|ran| shown(i18n, ran)));
        now.or_else(|| last.cloned()).unwrap_or_default()
    });
    let lines =
        Memo::new(move |_| years.with(|years| years.ran().map(|ran| sums(i18n, ran)).unwrap_or_default()));
    let rests = Memo::new(move |_| {
        years.with(|years| match years {
            Years::Ran(ran, courses) => remarks(i18n, ran, courses.len()),
            _ => Vec::new(),
        })
    });
    let assumed = Memo::new(move |_| {
        years.with(|years| years.ran().is_some_and(|ran| ran.settings.course != Course::Frozen))
    });
    let drawn = Memo::new(move |_| picture.with(|shown| !shown.table.rows.is_empty()));
    let frame = move || {
        view! {
            <ChartFrame
                title=move || picture.with(|s| s.title.clone())
                caption=move || picture.with(|s| s.caption.clone())
                kind=move || i18n.tf(k::CHART_KIND, [("kind", i18n.t(k::AHEAD_KIND))])
                table_label=move || i18n.t(k::ACT_SHOW_TABLE)
                draw=move |size| {
                    let tonnes = move |value: f64, step: f64| tick(i18n, value, step);
                    let year = |value: f64, _: f64| format!("{value:.0}");
                    picture.with(|s| ahead::layout(&s.data, &tonnes, &year, size))
                }
                table=Signal::derive(move || picture.with(|s| s.table.clone()))
                on_why=move |key: String| panel.open_key(&key)
            />
        }
    };
    let wrong = move || {
        let lines = stopped(i18n, &store.get(), &years.get());
        (!lines.is_empty()).then(|| {
            let line = |(at, text)| view! { <li><FieldLink at>{text}</FieldLink></li> };
            view! {
                <section class="lt-findings">
                    <p class="lt-findings__title">{i18n.t(k::AHEAD_STOPPED)}</p>
                    <ul class="lt-findings__list">{lines.into_iter().map(line).collect_view()}</ul>
                </section>
            }
        })
    };
    view! {
        <Show when=move || drawn.get()>{frame}</Show>
        <Card minor=true title=move || i18n.t(k::AHEAD_TITLE)>
            <div class="lt-stack">
                <div role="status">{wrong}</div>
                <div class="lt-results__doubts">
                    {move || lines.get().into_iter().map(|line| view! { <p>{line}</p> }).collect_view()}
                    <Show when=move || assumed.get()>
                        <p><Badge kind=BadgeKind::Unverified text=move || i18n.t(k::BADGE_UNVERIFIED) /></p>
                    </Show>
                    {move || rests.get().into_iter().map(|line| view! { <p class="lt-remark">{line}</p> }).collect_view()}
                </div>
                <Settings years />
            </div>
        </Card>
    }
}
