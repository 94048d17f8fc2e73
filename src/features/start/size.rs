//! How large the site is: what "don't know" is estimated from, and what figures are divided by.

use crate::features::plant::figure::Figure;
use crate::features::plant::figure_text::Holds;
use crate::i18n::{Key, k, use_i18n};
use crate::state::{Command, ProjectStore, command};
use crate::ui::{Choice, Field, Segmented};
use lantian_engine::origin;
use lantian_engine::project::{Project, Site};
use lantian_engine::units::UnitId;
use leptos::prelude::*;

/// A measure of size.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Size {
    Output,
    Floor,
    Staff,
}

const SIZES: [(Size, &str, Key); 3] = [
    (Size::Output, "output", k::START_SIZE_OUTPUT),
    (Size::Floor, "floor_area", k::START_SIZE_FLOOR),
    (Size::Staff, "employees", k::START_SIZE_STAFF),
];

impl Size {
    fn of(self, site: &Site) -> Option<f64> {
        match self {
            Size::Output => site.output,
            Size::Floor => site.floor_area,
            Size::Staff => site.employees,
        }
    }

    fn holds(self, site: &Site) -> Holds {
        match self {
            // The unit is chosen on the plant page; tonnes are what the sector tables know.
            Size::Output => Holds::Unit(UnitId::from_slug(&site.output_unit).unwrap_or(UnitId::T)),
            Size::Floor => Holds::Unit(UnitId::M2),
            Size::Staff => Holds::Unit(UnitId::Person),
        }
    }

    fn slug(self) -> &'static str {
        SIZES.iter().find(|(size, ..)| *size == self).map_or("", |(_, slug, _)| slug)
    }

    fn set(self, value: Option<f64>) -> Command {
        command::site(self.slug(), move |site| match self {
            Size::Output => {
                site.output = value;
                if site.output_unit.is_empty() {
                    UnitId::T.slug().clone_into(&mut site.output_unit);
                }
            }
            Size::Floor => site.floor_area = value,
            Size::Staff => site.employees = value,
        })
    }
}

/// The first size that is known; buildings are asked for their floor area.
fn shown(project: &Project) -> Size {
    let known = SIZES.iter().map(|(size, ..)| *size).find(|size| size.of(&project.site).is_some());
    let building = ["hk_office", "hotel", "restaurant", "retail_mall", "hospital", "school"];
    let usual = if building.contains(&project.site.sector.as_str()) { Size::Floor } else { Size::Output };
    known.unwrap_or(usual)
}

/// Output, floor area or employees.
#[component]
pub fn SizeField() -> impl IntoView {
    let (i18n, store) = (use_i18n(), ProjectStore::expect());
    let usual = store.memo(shown);
    let asked = RwSignal::new(None::<Size>);
    let size = Memo::new(move |_| asked.get().unwrap_or_else(|| usual.get()));
    let options = move || SIZES.iter().map(|(_, slug, key)| Choice::new(*slug, i18n.t(*key))).collect();
    let on_change = move |slug: String| {
        asked.set(SIZES.iter().find(|(_, own, _)| *own == slug).map(|(size, ..)| *size));
    };
    let figure = move || {
        let size = size.get();
        let at = origin::Field::new("site", 0, size.slug());
        let value = store.memo(move |project| size.of(&project.site));
        let holds = store.memo(move |project| size.holds(&project.site));
        view! { <Figure at holds value command=move |v| size.set(v) in_table=true /> }
    };
    view! {
        <Field label=move || i18n.t(k::START_SIZE) hint=move || i18n.t(k::START_SIZE_OPTIONAL_HINT) group=true>
            <Segmented
                value=Signal::derive(move || size.get().slug().to_owned())
                options=Signal::derive(options)
                on_change
                name=move || i18n.t(k::START_SIZE)
            />
            {figure}
        </Field>
    }
}
