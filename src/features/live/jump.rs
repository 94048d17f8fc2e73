//! The one way from a sentence about a field to the field itself.
//!
//! Where the field stands on the page shown, a click leads there. Otherwise the link is followed: it
//! names the field behind the address of its page (`#/plant?at=bill-0-0-price`), and that page leads
//! on by itself once it stands, however late its piece arrives ([`arrive`]).

use crate::platform::{address, lead};
use crate::state::Route;
use crate::state::route::{field_address, field_of};
use lantian_engine::origin::Field;
use leptos::prelude::*;

/// The sections of the plant page by the part of the project they show.
const SECTIONS: [(&str, &str); 13] = [
    ("site", "plant-site"),
    ("bill", "plant-bills"),
    ("electric", "plant-electricity"),
    ("heat", "plant-heat"),
    ("heat_use", "plant-heat"),
    ("source", "plant-heat"),
    ("fired", "plant-fired"),
    ("fleet", "plant-vehicles"),
    ("solar", "plant-solar"),
    ("wastewater", "plant-wastewater"),
    ("solvent", "plant-solvents"),
    ("refrigerant", "plant-refrigerants"),
    ("finance", "plant-finance"),
];

/// The name of a field in addresses and ids.
fn name(at: Field) -> String {
    format!("{}-{}-{}-{}", at.part, at.index, at.child, at.name)
}

/// The id of a field's box.
pub fn anchor(at: Field) -> String {
    format!("at-{}", name(at))
}

/// The ids that lead to a field: its own box, else the thing it belongs to; at last the section, which
/// also tells what was assumed.
fn ids(name: &str) -> Vec<String> {
    let mut ids = vec![format!("at-{name}")];
    let mut parts = name.splitn(4, '-');
    let (part, index, child) = (parts.next().unwrap_or_default(), parts.next(), parts.next());
    if (part, parts.next()) == ("bill", Some("electricity")) {
        // The bill that every plant has, and that is not there yet.
        ids = ["at-bill-electricity", "at-bill", "at-bill-0-0"].map(str::to_owned).to_vec();
    } else if let (Some(index), Some(child)) = (index, child) {
        ids.push(format!("at-{part}-{index}-{child}"));
    }
    let section = SECTIONS.iter().find(|(of, _)| *of == part).map(|(_, section)| (*section).to_owned());
    ids.extend(section);
    ids
}

/// A link to a field, from any page.
#[component]
pub fn FieldLink(
    /// The field.
    at: Field,
    /// The sentence about it.
    children: Children,
) -> impl IntoView {
    // The settings of an upgrade are mended where the upgrades stand.
    let page = match (at.part, at.name) {
        // What is said about the years ahead stands beside their chart.
        ("outlook" | "target", _) | ("measure", "start") => Route::Results,
        ("measure", _) => Route::Upgrades,
        _ => Route::Plant,
    };
    let name = name(at);
    let href = field_address(&page, &name);
    view! {
        <a
            href=href
            on:click=move |event| {
                if lead::lead_to(&ids(&name)) {
                    event.prevent_default();
                }
            }
        >
            {children()}
        </a>
    }
}

/// Leads on to the field that the address names: once the page of the calling component stands, and
/// when the address changes while it does.
pub fn arrive() {
    Effect::new(follow);
    address::on_change(|_| follow());
}

fn follow() {
    // After the page has been given the focus as a whole, which a change of page brings.
    request_animation_frame(|| {
        let fragment = address::fragment();
        let Some(field) = field_of(&fragment) else { return };
        lead::lead_to(&ids(field));
        // Led once: neither a reload nor the back button is to scroll again.
        address::replace(&Route::parse(&fragment).to_string());
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_thing_that_stands_is_led_to() {
        let price = ids(&name(Field::new("bill", 2, "price")));
        assert_eq!(price, ["at-bill-2-0-price", "at-bill-2-0", "plant-bills"]);
        let share = ids(&name(Field::child("heat_use", 1, 3, "share")));
        assert_eq!(share, ["at-heat_use-1-3-share", "at-heat_use-1-3", "plant-heat"]);
        // The engine names the first place for it, where another bill may stand.
        let missing = ids(&name(Field::new("bill", 0, "electricity")));
        assert_eq!(missing, ["at-bill-electricity", "at-bill", "at-bill-0-0", "plant-bills"]);
    }

    #[test]
    fn a_damaged_name_leads_to_what_it_still_says() {
        assert_eq!(ids("site"), ["at-site", "plant-site"]);
        assert_eq!(ids("nothing-here"), ["at-nothing-here"]);
    }
}
