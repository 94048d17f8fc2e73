//! Wastewater and its treatment. The water itself is a bill.

use crate::features::plant::choices::currency_of;
use crate::features::plant::figure_text::Holds;
use crate::features::plant::frame::Section;
use crate::features::plant::row::{chosen, part_figure, yes_no};
use crate::i18n::{I18n, k, use_i18n};
use crate::state::{ProjectStore, command};
use crate::ui::Choice;
use lantian_engine::data::{self, Industry, Region, Treatment, WwQuantity};
use lantian_engine::origin;
use lantian_engine::units::UnitId;
use leptos::prelude::*;

/// The section of wastewater.
#[component]
pub fn WastewaterSection() -> impl IntoView {
    let (i18n, store) = (use_i18n(), ProjectStore::expect());
    let field = |name| origin::Field::new("wastewater", 0, name);
    let money = Signal::derive(move || Holds::Money(store.with(currency_of)));
    let on_site = store.memo(|project| project.wastewater.as_ref().is_some_and(|water| water.on_site));
    let has_bill = store.memo(|project| project.bills.iter().any(|bill| bill.carrier == "water"));
    let treatment = store.memo(|project| {
        let said = project.wastewater.as_ref().map(|water| water.treatment.clone()).unwrap_or_default();
        if said.is_empty() { Treatment::AerobicManaged.slug().to_owned() } else { said }
    });
    let milligrams = Holds::Number;
    let plant = move || {
        on_site.get().then(|| {
            view! {
                {chosen(field("treatment"), move || treatments(i18n), treatment, move |slug| {
                    store.run(command::wastewater("treatment", move |water| water.treatment = slug));
                    store.seal();
                })}
                {part_figure!(
                    "wastewater", command::wastewater, |p| p.wastewater.as_ref()?.kwh_per_m3, kwh_per_m3, Holds::Unit(UnitId::Kwh)
                )}
            }
        })
    };
    let no_bill = move || {
        (!has_bill.get()).then(|| view! { <p class="lt-remark">{i18n.t(k::PLANT_NEEDS_WATER_BILL)}</p> })
    };
    view! {
        <Section
            id="plant-wastewater"
            title=move || i18n.t(k::PLANT_WASTEWATER)
            caption=move || i18n.t(k::PLANT_WASTEWATER_HINT)
        >
            {no_bill}
            <div class="lt-fields">
                {yes_no(
                    field("on_site"),
                    |project| project.wastewater.as_ref().is_some_and(|water| water.on_site),
                    |on| command::wastewater("on_site", move |water| water.on_site = on),
                )}
                {part_figure!(
                    "wastewater", command::wastewater, |p| p.wastewater.as_ref()?.volume, volume, Holds::Unit(UnitId::M3)
                )}
                {part_figure!(
                    "wastewater", command::wastewater, |p| p.wastewater.as_ref()?.share_of_intake, share_of_intake, Holds::Percent
                )}
                {part_figure!("wastewater", command::wastewater, |p| p.wastewater.as_ref()?.cod_in, cod_in, milligrams)}
                {part_figure!("wastewater", command::wastewater, |p| p.wastewater.as_ref()?.cod_out, cod_out, milligrams)}
                {part_figure!("wastewater", command::wastewater, |p| p.wastewater.as_ref()?.nitrogen_in, nitrogen_in, milligrams)}
                {part_figure!("wastewater", command::wastewater, |p| p.wastewater.as_ref()?.cost_per_m3, cost_per_m3, money)}
                {plant}
            </div>
        </Section>
    }
}

/// Treatments with a methane correction factor: the others of the list are parts of a plant or
/// units of measure.
fn treatments(i18n: I18n) -> Vec<Choice> {
    let has_factor = |treatment: &&Treatment| {
        data::wastewater(WwQuantity::Mcf, Industry::Any, **treatment, Region::Int).is_some()
    };
    let listed = Treatment::ALL.iter().filter(has_factor);
    listed.map(|t| Choice::new(t.slug(), i18n.key_name("treatment", t.slug()))).collect()
}
