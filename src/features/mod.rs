//! The pages. A feature composes controls, charts and answers; it calculates nothing itself.

use crate::state::Route;
use leptos::prelude::*;

pub mod live;
pub mod plant;

/// The page of a place; `None` where no feature stands yet.
pub fn view(route: &Route) -> Option<AnyView> {
    match route {
        _ => None,
    }
}
