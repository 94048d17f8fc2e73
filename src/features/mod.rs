//! The pages. A feature composes controls, charts and answers; it calculates nothing itself.

use crate::state::Route;
use leptos::prelude::*;

pub mod cases;
pub mod chunk;
pub mod live;
pub mod menu;
pub mod naming;
pub mod plant;
pub mod report;
pub mod results;
pub mod start;
pub mod upgrades;
pub mod why;

/// What pages share: the explanations, the library of sources, the second half of slow answers.
pub fn provide() {
    why::provide();
    upgrades::finish_answers();
}

/// The page of a place; `None` where no feature stands yet.
pub fn view(route: &Route) -> Option<AnyView> {
    let page = match route {
        Route::Start => return Some(view! { <start::StartPage /> }.into_any()),
        Route::Cases => chunk::cases::view(None),
        Route::Case(slug) => chunk::cases::view(Some(slug.clone())),
        Route::Plant => chunk::plant::view(),
        Route::Upgrades => chunk::upgrades::view(),
        Route::Results => chunk::results::view(),
        Route::Report => chunk::report::view(),
        _ => return None,
    };
    Some(chunk::arriving(page))
}
