//! The pages. A feature composes controls, charts and answers; it calculates nothing itself.

use crate::state::Route;
use leptos::prelude::*;

pub mod live;
pub mod naming;
pub mod plant;
pub mod why;
pub mod start;

/// The page of a place; `None` where no feature stands yet.
pub fn view(route: &Route) -> Option<AnyView> {
    match route {
        Route::Start => Some(view! { <start::StartPage /> }.into_any()),
        _ => None,
    }
}
