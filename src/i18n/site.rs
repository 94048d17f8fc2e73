//! How a page speaks of the place it is about: your plant, your office, your hotel.

use super::key::{Key, k};

/// "Your plant" for a sector: for headings and messages.
pub fn site(sector: &str) -> Key {
    match kind(sector) {
        Kind::Plant => k::SITE_PLANT,
        Kind::Office => k::SITE_OFFICE,
        Kind::Hotel => k::SITE_HOTEL,
        Kind::Business => k::SITE_BUSINESS,
        Kind::Organisation => k::SITE_ORGANISATION,
    }
}

/// "The plant" for a sector: the report speaks of the writer's own place.
pub fn own_site(sector: &str) -> Key {
    match kind(sector) {
        Kind::Plant => k::SITE_OWN_PLANT,
        Kind::Office => k::SITE_OWN_OFFICE,
        Kind::Hotel => k::SITE_OWN_HOTEL,
        Kind::Business => k::SITE_OWN_BUSINESS,
        Kind::Organisation => k::SITE_OWN_ORGANISATION,
    }
}

enum Kind {
    Plant,
    Office,
    Hotel,
    Business,
    Organisation,
}

fn kind(sector: &str) -> Kind {
    match sector {
        "hk_office" => Kind::Office,
        "hotel" => Kind::Hotel,
        "restaurant" | "retail_mall" | "data_centre" | "cold_store" | "hk_commercial" => Kind::Business,
        "hospital" | "school" => Kind::Organisation,
        _ => Kind::Plant,
    }
}
