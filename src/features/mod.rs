//! The pages. A feature composes controls, charts and answers; it calculates nothing itself.

use crate::state::Route;
use leptos::prelude::*;

pub mod cases;
pub mod live;
pub mod naming;
pub mod plant;
pub mod report;
pub mod results;
pub mod upgrades;
pub mod why;
pub mod start;

/// What pages share: the explanations, the library of sources, the second half of slow answers.
pub fn provide() {
    why::provide();
    upgrades::finish_answers();
}

/// The page of a place; `None` where no feature stands yet.
pub fn view(route: &Route) -> Option<AnyView> {
    match route {
        Route::Start => Some(view! { <start::StartPage /> }.into_any()),
        Route::Cases => Some(view! { <cases::CasesPage /> }.into_any()),
        Route::Case(slug) => Some(view! { <cases::CasePage case=cases::list::find(slug) /> }.into_any()),
        Route::Plant => Some(view! { <plant::PlantPage /> }.into_any()),
        Route::Upgrades => Some(view! { <upgrades::UpgradesPage /> }.into_any()),
        Route::Results => Some(view! { <results::ResultsPage /> }.into_any()),
        Route::Report => Some(view! { <report::ReportPage /> }.into_any()),
        _ => None,
    }
}
