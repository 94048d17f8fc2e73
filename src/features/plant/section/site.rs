//! The site: what it is, where, how large.

use crate::features::plant::choices::currency_of;
use crate::features::plant::figure_text::Holds;
use crate::features::plant::frame::Section;
use crate::features::plant::row::{chosen, part_figure, single};
use crate::features::start::{place_choices, sector_choices, settle_command};
use crate::i18n::{I18n, k, use_i18n};
use crate::state::{ProjectStore, command};
use crate::ui::{Choice, Field, TextInput};
use lantian_engine::origin;
use lantian_engine::units::UnitId;
use leptos::prelude::*;

/// Units an output may be counted in. Intensities of the sector tables need tonnes.
const OUTPUT_UNITS: [UnitId; 5] =
    [UnitId::T, UnitId::Item, UnitId::ThousandItems, UnitId::M2, UnitId::RoomNight];

/// The section of the site.
#[component]
pub fn SiteSection() -> impl IntoView {
    let (i18n, store) = (use_i18n(), ProjectStore::expect());
    let field = |name| origin::Field::new("site", 0, name);
    let sector = store.memo(|project| project.site.sector.clone());
    let region = store.memo(|project| project.site.region.clone());
    let title = store.memo(|project| project.title.clone());
    let unit = store.memo(|project| output_unit(&project.site.output_unit));
    let money = Signal::derive(move || Holds::Money(store.with(currency_of)));
    let output_holds = Signal::derive(move || Holds::Unit(unit.get()));
    let unit_slug = Memo::new(move |_| unit.get().slug().to_owned());
    let gwp = store.memo(|project| project.site.gwp_set.clone().unwrap_or_else(|| "ar5".to_owned()));
    view! {
        <Section id="plant-site" title=move || i18n.t(k::PLANT_GENERAL) open=true>
            <div class="lt-fields">
                <div class="lt-figure">
                    <Field label=move || i18n.t(k::UI_PROJECT_NAME)>
                        <TextInput
                            value=Signal::derive(move || title.with(|title| i18n.own_name(title)))
                            on_input=move |text: String| {
                                store.run(command::title(text));
                            }
                        />
                    </Field>
                </div>
                {chosen(field("sector"), move || sector_choices(i18n, sector), sector, move |slug| {
                    store.run(command::site("sector", move |site| site.sector = slug));
                    store.seal();
                })}
                {chosen(field("region"), move || place_choices(i18n, region), region, move |slug| {
                    store.run(settle_command(slug));
                    store.seal();
                })}
                {single(
                    field("year"),
                    Holds::Year,
                    |project| project.site.year.map(f64::from),
                    |value| command::site("year", move |site| site.year = year(value)),
                )}
                {part_figure!("site", command::site, |p| p.site.hours, hours, Holds::Unit(UnitId::H))}
                {part_figure!("site", command::site, |p| p.site.output, output, output_holds)}
                {chosen(field("output_unit"), move || output_units(i18n), unit_slug, move |slug| {
                    store.run(command::site("output_unit", move |site| site.output_unit = slug));
                    store.seal();
                })}
                {part_figure!("site", command::site, |p| p.site.floor_area, floor_area, Holds::Unit(UnitId::M2))}
                {part_figure!("site", command::site, |p| p.site.employees, employees, Holds::Unit(UnitId::Person))}
                {part_figure!("site", command::site, |p| p.site.revenue, revenue, money)}
                {chosen(field("gwp_set"), move || gwp_choices(i18n), gwp, move |slug| {
                    store.run(command::site("gwp_set", move |site| site.gwp_set = Some(slug)));
                    store.seal();
                })}
            </div>
        </Section>
    }
}

fn output_unit(slug: &str) -> UnitId {
    UnitId::from_slug(slug).unwrap_or(UnitId::T)
}

/// A year out of a whole number; one that no calendar of bills has is left to the engine to refuse.
fn year(value: Option<f64>) -> Option<u16> {
    value.and_then(|value| u16::try_from(value.min(f64::from(u16::MAX)) as i64).ok())
}

fn output_units(i18n: I18n) -> Vec<Choice> {
    OUTPUT_UNITS.iter().map(|unit| Choice::new(unit.slug(), i18n.unit(unit.slug()))).collect()
}

fn gwp_choices(i18n: I18n) -> Vec<Choice> {
    let named = |slug: &str| Choice::new(slug, i18n.key_name("gwp_set", slug));
    ["ar4", "ar5", "ar6"].into_iter().map(named).collect()
}
