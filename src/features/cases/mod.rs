//! The worked cases to choose from, and the place that opens one.

pub mod list;

use crate::i18n::{I18n, k, use_i18n};
use crate::platform::Session;
use crate::state::{Origin, Route};
use crate::ui::{Badge, BadgeKind, ButtonKind, Icon, IconName};
use lantian_engine::assess::{Depth, assess};
use lantian_engine::metric::Metric;
use leptos::prelude::*;
use list::{CASES, Case};

/// The list, or the place that opens the case of this name.
pub fn page(slug: Option<String>) -> AnyView {
    match slug {
        None => view! { <CasesPage /> }.into_any(),
        Some(slug) => view! { <CasePage case=list::find(&slug) /> }.into_any(),
    }
}

/// All worked cases.
#[component]
pub fn CasesPage() -> impl IntoView {
    let i18n = use_i18n();
    view! {
        <h1 class="lt-finding">{move || i18n.t(k::CASES_TITLE)}</h1>
        <p class="lt-lede">{move || i18n.t(k::CASES_LEAD)}</p>
        <div class="lt-grid lt-grid--wide">
            {CASES.into_iter().map(|case| view! { <CaseCard case /> }).collect_view()}
        </div>
        <p class="lt-remark lt-cases__remark">{move || i18n.t(k::START_CASE_HINT)}</p>
    }
}

/// Emissions today, and what the plan of the case saves of them.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Figures {
    today: f64,
    saved: f64,
    upgrades: usize,
}

fn figures(case: &Case) -> Option<Figures> {
    let outcome = assess(&case.project()?, Depth::Quick).outcome?;
    Some(Figures {
        today: outcome.before.totals[Metric::Co2e],
        saved: outcome.saving()[Metric::Co2e],
        upgrades: outcome.counted().count(),
    })
}

/// One case.
#[component]
fn CaseCard(
    /// The case.
    case: Case,
) -> impl IntoView {
    let i18n = use_i18n();
    let figures = Memo::new(move |_| figures(&case));
    view! {
        <article class="lt-card lt-case">
            <header class="lt-case__head">
                <h2 class="lt-card__title">{move || i18n.name("case", case.slug)}</h2>
                <Badge kind=BadgeKind::Plain text=move || i18n.t(k::BADGE_ILLUSTRATIVE) />
            </header>
            <p>{move || i18n.t(case.story)}</p>
            <p class="lt-case__lesson">{move || i18n.t(case.lesson)}</p>
            {move || figures.get().map(|figures| numbers(i18n, figures))}
            <a
                class=ButtonKind::Secondary.class()
                href=Route::Case(case.slug.to_owned()).to_string()
                aria-label=move || i18n.tf(k::CASES_OPEN_NAMED, [("name", &i18n.name("case", case.slug))])
            >
                <span>{move || i18n.t(k::ACT_OPEN_CASE)}</span>
                <Icon name=IconName::ArrowRight />
            </a>
        </article>
    }
}

fn numbers(i18n: I18n, figures: Figures) -> impl IntoView {
    let format = i18n.format();
    let share = if figures.today > 0.0 { format.share(figures.saved / figures.today) } else { format.none() };
    view! {
        <dl class="lt-figures">
            <div>
                <dt>{i18n.t(k::CASES_TODAY)}</dt>
                <dd>{format.co2e(figures.today)}</dd>
            </div>
            <div>
                <dt>{i18n.t(k::CASES_UPGRADES)}</dt>
                <dd>{format.count(figures.upgrades)}</dd>
            </div>
            <div>
                <dt>{i18n.t(k::CASES_SAVED)}</dt>
                <dd class="lt-better">{share}</dd>
            </div>
        </dl>
    }
}

/// The place of one case: opens it, then shows its results. An unknown case leads to the list.
#[component]
pub fn CasePage(
    /// The case the address names, if there is such a case.
    case: Option<Case>,
) -> impl IntoView {
    let (i18n, session) = (use_i18n(), Session::expect());
    // After this view stands: the place changes with it.
    Effect::new(move || {
        let Some(project) = case.and_then(|case| case.project()) else { return };
        session.open(project, Origin::Case);
        session.show_instead(Route::Results);
    });
    case.is_none().then(|| {
        view! {
            <h1>{move || i18n.t(k::NOTFOUND_TITLE)}</h1>
            <p>
                <a href=Route::Cases.to_string()>{move || i18n.t(k::CASES_TITLE)}</a>
            </p>
        }
    })
}
