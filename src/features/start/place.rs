//! Where the site is, and which grid factor follows from it.

use crate::features::chunk;
use crate::features::plant::choices::{Area, places, settle_in};
use crate::i18n::{I18n, k, use_i18n};
use crate::state::command::{Command, EditKey};
use crate::state::{Part, ProjectStore};
use crate::ui::{BadgeKind, Choice, Field, Select};
use lantian_engine::data::{Evidence, Region};
use leptos::prelude::*;

/// The list of places with the grid factor of the one chosen.
#[component]
pub fn PlaceField() -> impl IntoView {
    let (i18n, store) = (use_i18n(), ProjectStore::expect());
    let region = store.memo(|project| project.site.region.clone());
    let on_change = move |slug: String| {
        store.run(settle_command(slug));
        store.seal();
    };
    let place = Memo::new(move |_| region.with(|slug| Region::from_slug(slug)));
    let line = move || place.get().map(|region| chunk::arriving(chunk::factor::view(region)));
    view! {
        <Field label=move || i18n.t(k::START_PLACE)>
            <Select value=region options=Signal::derive(move || place_choices(i18n, region)) on_change />
            <div class="lt-start__factor">{line}</div>
        </Field>
    }
}

/// Puts the site into a place; the currency follows as long as no money has been entered.
pub fn settle_command(slug: String) -> Command {
    let key = EditKey::new(Part::Site, 0, 0, "region");
    Command::keyed(key, move |project| settle_in(project, &slug))
}

/// The badge of an evidence.
pub fn evidence(evidence: Evidence) -> (BadgeKind, crate::i18n::Key) {
    match evidence {
        Evidence::ReadDocument => (BadgeKind::Document, k::BADGE_READ_DOCUMENT),
        Evidence::ReadDataset => (BadgeKind::Dataset, k::BADGE_READ_DATASET),
        Evidence::Derived => (BadgeKind::Derived, k::BADGE_DERIVED),
        Evidence::ByDefinition => (BadgeKind::Definition, k::BADGE_BY_DEFINITION),
        Evidence::Unverified => (BadgeKind::Unverified, k::BADGE_UNVERIFIED),
    }
}

/// All places under their headings; a place for "none yet" while none is chosen.
pub fn place_choices(i18n: I18n, chosen: Memo<String>) -> Vec<Choice> {
    let none = chosen.with(String::is_empty).then(|| Choice::new("", i18n.t(k::START_CHOOSE)));
    let heading = |area: Area| match area {
        Area::HongKong => k::START_AREA_HONG_KONG,
        Area::Guangdong => k::START_AREA_GUANGDONG,
        Area::Macao => k::START_AREA_MACAO,
        Area::OtherMainland => k::START_AREA_MAINLAND,
    };
    let label = |region: Region| match region {
        Region::Hk => i18n.t(k::START_SUPPLIER_UNKNOWN).to_owned(),
        Region::CnPrd => i18n.t(k::START_OTHER_PRD).to_owned(),
        Region::CnGuangdong => i18n.t(k::START_OTHER_GUANGDONG).to_owned(),
        _ => i18n.key_name("region", region.slug()),
    };
    let listed = places()
        .into_iter()
        .map(|(area, region)| Choice::new(region.slug(), label(region)).in_group(i18n.t(heading(area))));
    none.into_iter().chain(listed).collect()
}
