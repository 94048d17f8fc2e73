//! What every section is built from: a heading, paragraphs, lists, and charts as wide as the paper.

use crate::charts::{ChartView, Scene, Size};
use crate::i18n::{Key, use_i18n};
use crate::ui::unique_id;
use leptos::prelude::*;

/// Width of a chart on A4 between the margins of the print sheet (178 mm), in CSS pixels.
const PAPER: Size = Size { width: 640.0, font: 11.0 };
/// Paper right of a chart: its labels are measured by estimate, and a wide font may need more.
const SLACK: f64 = 32.0;

/// A section with its heading.
#[component]
pub fn Section(title: Key, children: Children) -> impl IntoView {
    let i18n = use_i18n();
    let id = unique_id("report");
    let label = id.clone();
    view! {
        <section class="lt-report__section" aria-labelledby=label>
            <h2 class="lt-report__heading" id=id>{move || i18n.t(title)}</h2>
            {children()}
        </section>
    }
}

/// Sentences, one paragraph each.
#[component]
pub fn Paragraphs(#[prop(into)] texts: Signal<Vec<String>>) -> impl IntoView {
    view! {
        {move || texts.get().into_iter().map(|text| view! { <p>{text}</p> }).collect_view()}
    }
}

/// Sentences as a list.
#[component]
pub fn Points(#[prop(into)] texts: Signal<Vec<String>>) -> impl IntoView {
    view! {
        <ul class="lt-report__points">
            {move || texts.get().into_iter().map(|text| view! { <li>{text}</li> }).collect_view()}
        </ul>
    }
}

/// A chart with its finding: on screen as wide as its room, on paper as wide as the page. A browser
/// does not lay a page out anew for paper, so the paper has a drawing of its own.
#[component]
pub fn ReportChart(
    #[prop(into)] draw: Callback<Size, Scene>,
    /// The finding.
    #[prop(into)]
    title: Signal<String>,
    /// Its kind, for screen readers.
    kind: Key,
) -> impl IntoView {
    let i18n = use_i18n();
    let scene = Memo::new(move |_| draw.run(PAPER));
    let id = unique_id("paper");
    view! {
        <figure class="lt-report__figure">
            <figcaption class="lt-report__finding">{move || title.get()}</figcaption>
            <div class="lt-report__screen">
                <ChartView draw title=move || title.get() kind=move || i18n.t(kind) />
            </div>
            <svg
                class="lt-chart lt-report__paper"
                role="img"
                aria-label=move || title.get()
                viewBox=move || scene.with(|s| format!("0 0 {:.0} {:.1}", s.width + SLACK, s.height))
                font-size=move || scene.with(|s| s.font.to_string())
                inner_html=move || scene.with(|s| s.body(&id))
            ></svg>
        </figure>
    }
}
