//! Which page stands at which place: the features', and what is said where there is none.

use crate::features;
use crate::i18n::{Key, k, use_i18n};
use crate::state::Route;
use leptos::prelude::*;

/// The page of a place.
pub fn view(route: &Route) -> AnyView {
    if let Some(page) = features::view(route) {
        return page;
    }
    let i18n = use_i18n();
    let name = name(route);
    let lost = *route == Route::NotFound;
    view! {
        <h1>{move || i18n.t(name)}</h1>
        {lost
            .then(|| {
                view! {
                    <p>{move || i18n.t(k::NOTFOUND_TEXT)}</p>
                    <p><a href=Route::Start.to_string()>{move || i18n.t(k::ACT_TO_HOME)}</a></p>
                }
            })}
    }
    .into_any()
}

/// The name of a place, for the title of the tab.
pub fn name(route: &Route) -> Key {
    match route {
        Route::Start => k::BRAND_TAGLINE,
        Route::Plant => k::NAV_PLANT,
        Route::Upgrades => k::NAV_UPGRADES,
        Route::Results | Route::Share { .. } => k::NAV_RESULTS,
        Route::Report => k::NAV_REPORT,
        Route::Cases | Route::Case(_) => k::NAV_CASES,
        Route::NotFound => k::NOTFOUND_TITLE,
    }
}
