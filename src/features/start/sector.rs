//! Which sector the site belongs to.

use crate::features::plant::choices::{COMMON_SECTORS, sectors};
use crate::i18n::{I18n, k, use_i18n};
use crate::state::{ProjectStore, command};
use crate::ui::{Chips, Choice, Field, Select};
use lantian_engine::data::Sector;
use leptos::prelude::*;

/// The chip behind which all the other sectors stand.
const OTHER: &str = "other";

/// Chips for the usual sectors and a list of all behind the last chip.
#[component]
pub fn SectorField() -> impl IntoView {
    let (i18n, store) = (use_i18n(), ProjectStore::expect());
    let sector = store.memo(|project| project.site.sector.clone());
    let asked = RwSignal::new(false);
    let among_chips = move || sector.with(|slug| COMMON_SECTORS.iter().any(|common| common.slug() == slug));
    let chip = Memo::new(move |_| {
        if asked.get() || (!among_chips() && sector.with(|slug| !slug.is_empty())) {
            OTHER.to_owned()
        } else {
            sector.get()
        }
    });
    let choose = move |slug: String| {
        store.run(command::site("sector", move |site| site.sector = slug));
        store.seal();
    };
    let on_chip = move |slug: String| {
        asked.set(slug == OTHER);
        if slug != OTHER {
            choose(slug);
        }
    };
    let others = Memo::new(move |_| chip.with(|chip| chip == OTHER));
    view! {
        <Field label=move || i18n.t(k::START_SECTOR) group=true>
            <Chips
                value=chip
                options=Signal::derive(move || chips(i18n))
                on_change=on_chip
                name=move || i18n.t(k::START_SECTOR)
            />
            {move || {
                others
                    .get()
                    .then(|| {
                        view! {
                            <Select
                                value=sector
                                options=Signal::derive(move || sector_choices(i18n, sector))
                                on_change=choose
                                name=move || i18n.t(k::START_SECTOR_LIST)
                            />
                        }
                    })
            }}
        </Field>
    }
}

fn chips(i18n: I18n) -> Vec<Choice> {
    let label = |sector: Sector| match sector {
        Sector::TextileDyeing => k::START_CHIP_DYEING,
        Sector::Electroplating => k::START_CHIP_PLATING,
        Sector::Plastics => k::START_CHIP_PLASTICS,
        Sector::Printing => k::START_CHIP_PRINTING,
        Sector::FoodBeverage => k::START_CHIP_FOOD,
        Sector::Hotel => k::START_CHIP_HOTEL,
        _ => k::START_CHIP_OFFICE,
    };
    let common = COMMON_SECTORS.into_iter().map(|sector| Choice::new(sector.slug(), i18n.t(label(sector))));
    common.chain([Choice::new(OTHER, i18n.t(k::START_SECTOR_OTHER))]).collect()
}

/// All sectors by name; a place for "none yet" while none is chosen.
pub fn sector_choices(i18n: I18n, chosen: Memo<String>) -> Vec<Choice> {
    let none = chosen.with(String::is_empty).then(|| Choice::new("", i18n.t(k::START_CHOOSE)));
    let named = |sector: Sector| Choice::new(sector.slug(), i18n.key_name("sector", sector.slug()));
    none.into_iter().chain(sectors().map(named)).collect()
}
