//! The first screen: sector, place, one or two bills, and a first answer beside them.

mod answer;
mod factor;
mod fuel;
mod place;
mod sector;
mod size;
mod strip;
pub mod typical;

use crate::features::chunk;
use crate::features::plant::bill_quantity::{BillQuantity, position};
use crate::i18n::{k, site, use_i18n};
use crate::state::{ProjectStore, Route};
use crate::ui::{ButtonKind, Icon, IconName};
pub use answer::FirstAnswer;
pub use factor::FactorLine;
use fuel::{FuelField, fuels};
use lantian_engine::carrier::Carrier;
use leptos::prelude::*;
use place::PlaceField;
pub use place::{evidence, place_choices, settle_command};
use sector::SectorField;
pub use sector::sector_choices;
use size::SizeField;
use strip::{ANSWER, FirstSaving, Strip};

/// The first screen.
#[component]
pub fn StartPage() -> impl IntoView {
    let (i18n, store) = (use_i18n(), ProjectStore::expect());
    let sector = store.memo(|project| project.site.sector.clone());
    let here = move || sector.with(|sector| i18n.t(site(sector)));
    provide_context(FirstSaving(RwSignal::new(None)));
    // The bills stand here in an order of their own: each is found by its place in the project.
    let place = |index: Option<usize>| index.map(|index| format!("at-bill-{index}-0"));
    let electricity_id = store.memo(move |project| match position(project, Carrier::Electricity) {
        None if !project.bills.is_empty() => Some("at-bill-electricity".to_owned()),
        there => place(there.or(Some(0))),
    });
    let fuel_id = store.memo(move |project| {
        let first = fuels(project).first().and_then(|carrier| position(project, *carrier));
        place(first.or((project.bills.len() < 2).then_some(1)))
    });
    let electricity_id = move || electricity_id.get();
    let fuel_id = move || fuel_id.get();
    view! {
        <div class="lt-start">
            <div class="lt-start__ask">
                <h1 class="lt-start__title">
                    {move || i18n.tf(k::START_TITLE, [("site", here())])} " "
                    <span class="lt-start__lead">{move || i18n.t(k::START_LEAD)}</span>
                </h1>
                <div class="lt-card lt-form-box">
                    <div class="lt-start__form">
                        <div id="at-site-0-0-sector">
                            <SectorField />
                        </div>
                        <div id="at-site-0-0-region">
                            <PlaceField />
                        </div>
                        <div id=electricity_id>
                            <BillQuantity
                                carrier=Carrier::Electricity
                                label=Signal::derive(move || i18n.t(k::START_ELECTRICITY).to_owned())
                            />
                        </div>
                        <div id=fuel_id>
                            <FuelField />
                        </div>
                        <div>
                            <SizeField />
                        </div>
                    </div>
                </div>
                <Ways />
                <p class="lt-remark">{move || i18n.t(k::START_PRIVACY)}</p>
                <Strip />
            </div>
            <aside
                class="lt-start__answer lt-stack"
                id=ANSWER
                tabindex="-1"
                aria-label=move || i18n.t(k::START_RESULT)
            >
                {chunk::arriving(chunk::answer::view())}
            </aside>
        </div>
    }
}

/// Where to go from here.
#[component]
fn Ways() -> impl IntoView {
    let i18n = use_i18n();
    view! {
        <div class="lt-cluster">
            <a class=ButtonKind::Primary.class() href=Route::Upgrades.to_string()>
                <span>{move || i18n.t(k::ACT_CHOOSE_UPGRADES)}</span>
                <Icon name=IconName::ArrowRight />
            </a>
            <a class=ButtonKind::Secondary.class() href=Route::Plant.to_string()>
                {move || i18n.t(k::START_DEEPER)}
            </a>
            <a class=ButtonKind::Quiet.class() href=Route::Cases.to_string()>
                {move || i18n.t(k::ACT_TRY_CASE)}
            </a>
        </div>
    }
}
