//! The grid factor that follows from a place.

use super::place::evidence;
use crate::i18n::{k, use_i18n};
use crate::ui::Badge;
use lantian_engine::data::{FactKey, Region, grid_ghg};
use leptos::prelude::*;

/// The factor with its year and how well it is known.
#[component]
pub fn FactorLine(region: Region) -> impl IntoView {
    let i18n = use_i18n();
    move || {
        let id = grid_ghg(region)?;
        let fact = id.fact();
        let place = match id.key() {
            FactKey::GridElectricity(key) => i18n.key_name("region", key.region.slug()),
            _ => String::new(),
        };
        let year = fact.year.map(|year| year.to_string()).unwrap_or_default();
        let unit = format!("{}/{}", i18n.symbol(fact.num.slug()), i18n.unit("kwh"));
        let value = i18n.format().quantity(fact.value, 4, &unit);
        let text = i18n.tf(k::START_PLACE_HINT, [("place", &place), ("year", &year), ("value", &value)]);
        let (kind, word) = evidence(fact.evidence);
        Some(view! {
            <span>{text}</span>
            <Badge kind text=i18n.t(word) />
        })
    }
}
