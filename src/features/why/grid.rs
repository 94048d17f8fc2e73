//! The grid factor of a year: the points of the path it lies between, with their sources.

use super::library::Library;
use crate::features::naming::evidence_badge;
use crate::features::results::ahead::{follow, year_text};
use crate::i18n::{I18n, k, use_i18n};
use crate::ui::Badge;
use lantian_engine::trajectory::Point;
use leptos::prelude::*;

/// What the heading asks about.
pub fn headline(i18n: I18n, year: u16) -> String {
    i18n.tf(k::AHEAD_WHY_GRID, [("year", &year_text(year))])
}

/// `0.4419 + (0.36 − 0.4419) × 3 ÷ 5 = 0.3928`, or the figure alone at a point.
fn formula(i18n: I18n, year: u16, factor: f64, [from, to]: [Point; 2]) -> String {
    let show = |value: f64| i18n.format().table(value, 4);
    let unit = "kg/kWh";
    if from.year == to.year {
        return format!("{} {unit}", show(factor));
    }
    let (part, whole) = (year - from.year, to.year - from.year);
    let (low, high) = (show(from.factor), show(to.factor));
    format!("{low} + ({high} − {low}) × {part} ÷ {whole} = {} {unit}", show(factor))
}

/// The body of the panel.
#[component]
pub fn GridWhy(year: u16) -> impl IntoView {
    let (i18n, library, years) = (use_i18n(), Library::expect(), follow());
    Effect::new(move || library.want(i18n.lang()));
    let found = Memo::new(move |_| {
        years.with(|years| {
            let ran = years.ran()?;
            let found = ran.years.iter().find(|known| known.year == year)?;
            Some((found.grid, found.between, ran.path.pace_of))
        })
    });
    let body = move || {
        let (factor, between, pace) = found.get()?;
        let [from, to] = between;
        let straight = (from.year != to.year).then(|| {
            i18n.tf(k::AHEAD_BETWEEN, [("from", &year_text(from.year)), ("to", &year_text(to.year))])
        });
        let pace = pace.map(|region| {
            let region = i18n.key_name("region", region.slug());
            i18n.tf(k::AHEAD_PACE, [("region", &region)])
        });
        let points = if from.year == to.year { vec![from] } else { vec![from, to] };
        Some(view! {
            <p class="lt-remark">{straight}</p>
            <p class="lt-why-formula">{formula(i18n, year, factor, between)}</p>
            {pace.map(|pace| view! { <p class="lt-remark">{pace}</p> })}
            <ul class="lt-why-parts">
                {points.into_iter().map(|point| view! { <PointView point library /> }).collect_view()}
            </ul>
        })
    };
    view! {
        <Show when=move || library.failed(i18n.lang())>
            <p class="lt-remark">{move || i18n.t(k::SOURCES_FAILED)}</p>
        </Show>
        {body}
    }
}

/// A point of the path: its row, how well that is known, and its source.
#[component]
fn PointView(point: Point, library: Library) -> impl IntoView {
    let i18n = use_i18n();
    let Some(row) = point.row else { return ().into_any() };
    let fact = row.fact();
    let (kind, word) = evidence_badge(fact.evidence);
    let words = move || {
        let book = library.book(i18n.lang())?;
        let named = book.fact(row).map(|fact| (fact.name.to_owned(), fact.note.to_owned()));
        let source = book.source(fact.source).map(|source| (source.title.to_owned(), source.url.to_owned()));
        Some((named.unwrap_or_default(), source.unwrap_or_default()))
    };
    let value = format!("{} kg/kWh", i18n.format().table(fact.value, 4));
    let text = move || {
        let ((name, note), (title, url)) = words().unwrap_or_default();
        let name = if name.is_empty() { year_text(point.year) } else { name };
        let link = (!url.is_empty()).then(|| {
            view! {
                <a href=url target="_blank" rel="noopener noreferrer">{i18n.t(k::WHY_OPEN_SOURCE)}</a>
            }
        });
        view! {
            <span class="lt-why-given__name">{name}</span>
            <span class="lt-why-given__value">{value.clone()}</span>
            <span class="lt-why-given__origin">
                <Badge kind text=move || i18n.t(word) />
                <span lang="en">{title}</span>
                {link}
                <span lang="en">{note}</span>
            </span>
        }
    };
    view! { <li class="lt-why-given">{text}</li> }.into_any()
}
