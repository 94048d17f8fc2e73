//! What rows of travel, freight, waste and purchases are called.

use crate::i18n::{I18n, k};
use lantian_engine::data::{FactId, FactKey};

/// The name of a row out of the names of its keys.
pub fn activity_label(i18n: I18n, id: FactId) -> String {
    let mut parts: Vec<String> = Vec::new();
    match id.key() {
        FactKey::Transport(key) => {
            parts.push(i18n.key_name("transport_vehicle", key.transport_vehicle.slug()));
            if key.variant.slug() != "none" {
                parts.push(i18n.key_name("variant", key.variant.slug()));
            }
        }
        FactKey::WasteWaterMaterials(key) => {
            if key.material.slug() != "none" {
                parts.push(i18n.key_name("material", key.material.slug()));
            }
            parts.push(match key.route.slug() {
                "none" => i18n.key_name("wwm_activity", key.wwm_activity.slug()),
                route => i18n.key_name("route", route),
            });
        }
        _ => parts.push(id.slug().to_owned()),
    }
    let unit = id.fact().den.map(|unit| i18n.unit(unit.slug())).unwrap_or_default();
    parts.push(i18n.tf(k::LIVE_PER_UNIT, [("unit", &unit)]));
    let join = |all: String, part: &String| i18n.tf(k::FIELD_OF, [("thing", &all), ("field", part)]);
    let mut rest = parts.iter();
    let first = rest.next().cloned().unwrap_or_default();
    rest.fold(first, join)
}

/// The heading a row stands under.
pub fn activity_group(i18n: I18n, id: FactId) -> String {
    match id.key() {
        FactKey::Transport(key) => i18n.key_name("mode", key.mode.slug()),
        FactKey::WasteWaterMaterials(key) => i18n.key_name("wwm_activity", key.wwm_activity.slug()),
        _ => String::new(),
    }
}
