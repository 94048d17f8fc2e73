//! Where the plant is described, from two bills to every machine.

mod bill_meaning;
pub mod bill_quantity;
pub mod bill_text;
pub mod choices;
pub mod figure;
pub mod figure_text;
mod findings;
pub mod frame;
pub mod marks;
mod paid;
pub mod row;
mod section;
mod terms;

use crate::features::live::{jump, ledger::Ledger};
use crate::i18n::{k, site, use_i18n};
use crate::state::ProjectStore;
use findings::Findings;
use leptos::prelude::*;
use section::{
    ActivitiesSection, BillsSection, ElectricitySection, FinanceSection, FiredSection, HeatSection,
    RefrigerantsSection, SiteSection, SolarSection, SolventsSection, VehiclesSection, WastewaterSection,
};

/// The plant page: what is wrong at the top, the sections, the answer at the side.
#[component]
pub fn PlantPage() -> impl IntoView {
    let (i18n, store) = (use_i18n(), ProjectStore::expect());
    let sector = store.memo(|project| project.site.sector.clone());
    let here = move || sector.with(|sector| i18n.t(site(sector)));
    jump::arrive();
    view! {
        <div class="lt-plant">
            <div class="lt-plant__main">
                <h1 class="lt-finding">{move || i18n.tf(k::PLANT_TITLE, [("site", here())])}</h1>
                <p class="lt-lede">{move || i18n.t(k::PLANT_LEAD)}</p>
                <Findings />
                <SiteSection />
                <BillsSection />
                <ElectricitySection />
                <HeatSection />
                <FiredSection />
                <VehiclesSection />
                <SolarSection />
                <WastewaterSection />
                <SolventsSection />
                <RefrigerantsSection />
                <ActivitiesSection />
                <FinanceSection />
            </div>
            <Ledger />
        </div>
    }
}
