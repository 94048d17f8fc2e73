//! What already cleans a stack: one removal for each pollutant.

use crate::features::plant::figure::Figure;
use crate::features::plant::figure_text::Holds;
use crate::i18n::{k, use_i18n};
use crate::state::ProjectStore;
use crate::state::command::{Command, EditKey};
use crate::state::list::List;
use crate::ui::Disclosure;
use lantian_engine::origin;
use lantian_engine::plant::AirPollutant;
use lantian_engine::project::Device;
use leptos::prelude::*;

/// The removal of all devices together, pollutant by pollutant.
///
/// A project may hold several devices in a row; shown is what they remove together. Changing it
/// puts one device in their place.
#[component]
pub fn DevicesField<L: List>(
    /// The list whose row has the stack.
    list: L,
    /// The row.
    at: usize,
    /// The devices of a row.
    devices: fn(&L::Row) -> &Vec<Device>,
    /// The same, to write to.
    devices_mut: fn(&mut L::Row) -> &mut Vec<Device>,
) -> impl IntoView {
    let (i18n, store) = (use_i18n(), ProjectStore::expect());
    let field = origin::Field::child("devices", list.outer(), at, "removal");
    let one = move |pollutant: &'static AirPollutant| {
        let slug = pollutant.slug();
        let value =
            store.memo(move |project| list.rows(project).get(at).and_then(|row| removed(devices(row), slug)));
        let command = move |value: Option<f64>| {
            Command::keyed(EditKey::new(L::PART, list.outer(), at, slug), move |project| {
                let row = list.rows_mut(project).and_then(|rows| rows.get_mut(at));
                if let Some(row) = row {
                    set_removal(devices_mut(row), slug, value);
                }
            })
        };
        let label = Signal::derive(move || i18n.key_name("pollutant", slug));
        view! { <Figure at=field holds=Holds::Percent value command label /> }
    };
    view! {
        <Disclosure summary=move || i18n.t(k::PLANT_ABATEMENT)>
            <p class="lt-remark">{move || i18n.t(k::PLANT_ABATEMENT_REMOVAL)}</p>
            <div class="lt-fields">{AirPollutant::ALL.iter().map(one).collect_view()}</div>
        </Disclosure>
    }
}

/// Per cent removed by all devices together; `None` when none says anything.
fn removed(devices: &[Device], slug: &str) -> Option<f64> {
    let stated: Vec<f64> = devices.iter().filter_map(|device| device.removal.get(slug).copied()).collect();
    match stated.as_slice() {
        [] => None,
        [one] => Some(*one),
        several => {
            let passes: f64 = several.iter().map(|percent| 1.0 - percent / 100.0).product();
            Some((1.0 - passes) * 100.0)
        }
    }
}

/// States what is removed together: in the first device, and in no other.
fn set_removal(devices: &mut Vec<Device>, slug: &str, value: Option<f64>) {
    for device in devices.iter_mut() {
        device.removal.remove(slug);
    }
    if let Some(value) = value {
        if devices.is_empty() {
            devices.push(Device::default());
        }
        if let Some(first) = devices.first_mut() {
            first.removal.insert(slug.to_owned(), value);
        }
    }
    devices.retain(|device| !device.removal.is_empty() || !device.name.is_empty());
}

#[cfg(test)]
mod tests {
    use super::*;

    fn device(slug: &str, percent: f64) -> Device {
        Device { removal: [(slug.to_owned(), percent)].into(), ..Device::default() }
    }

    #[test]
    fn devices_in_a_row_clean_what_is_left() {
        // 80 % and then half of the rest: 90 %.
        let both = [device("so2", 80.0), device("so2", 50.0), device("nox", 30.0)];
        assert!((removed(&both, "so2").unwrap() - 90.0).abs() < 1e-9);
        assert_eq!(removed(&both, "pm10"), None);
    }

    #[test]
    fn a_new_removal_takes_the_place_of_all() {
        let mut devices = vec![device("so2", 80.0), device("so2", 50.0)];
        set_removal(&mut devices, "so2", Some(95.0));
        assert_eq!(removed(&devices, "so2"), Some(95.0));
        set_removal(&mut devices, "so2", None);
        assert_eq!(devices, []);
    }
}
