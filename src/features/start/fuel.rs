//! The fuel of boilers and process heat, if any.

use crate::features::live::wording;
use crate::features::plant::bill_quantity::{BillQuantity, blank, position};
use crate::features::plant::choices::heat_fuels;
use crate::i18n::{I18n, k, use_i18n};
use crate::state::{Command, Part, ProjectStore, Route};
use crate::ui::{Choice, Field, Select};
use lantian_engine::carrier::Carrier;
use lantian_engine::project::Project;
use leptos::prelude::*;

/// Carriers of the project's fuel bills, in their order.
pub fn fuels(project: &Project) -> Vec<Carrier> {
    let known = heat_fuels(&project.site.region);
    let carriers = project.bills.iter().filter_map(|bill| Carrier::from_slug(&bill.carrier));
    carriers.filter(|carrier| known.contains(carrier)).collect()
}

/// Puts another fuel in place of the first one; none takes it away. An amount of one fuel is no
/// amount of another, so the new bill is empty; undo brings the old one back.
fn change_fuel(to: Option<Carrier>) -> Command {
    Command::once(Part::Bills, move |project| {
        let first = fuels(project).first().and_then(|carrier| position(project, *carrier));
        match (first, to) {
            (Some(at), Some(to)) if position(project, to).is_none() => {
                if let Some(bill) = project.bills.get_mut(at) {
                    *bill = blank(to);
                }
            }
            (Some(at), None) => {
                project.bills.remove(at);
            }
            (None, Some(to)) => project.bills.push(blank(to)),
            _ => {}
        }
    })
}

/// Which fuel, and how much of it.
#[component]
pub fn FuelField() -> impl IntoView {
    let (i18n, store) = (use_i18n(), ProjectStore::expect());
    let all = store.memo(fuels);
    let chosen = Memo::new(move |_| all.with(|all| all.first().copied()));
    let others = Memo::new(move |_| all.with(|all| all.len().saturating_sub(1)));
    let region = store.memo(|project| project.site.region.clone());
    let value = Memo::new(move |_| chosen.get().map_or(String::new(), |c| c.slug().to_owned()));
    let more = move || {
        (others.get() > 0).then(|| {
            let text = i18n.count(k::START_MORE_FUELS_ONE, k::START_MORE_FUELS, others.get());
            view! { <a class="lt-remark" href=Route::Plant.to_string()>{text}</a> }
        })
    };
    let amount = move || {
        chosen.get().map(|carrier| {
            view! { <BillQuantity carrier /> }
        })
    };
    view! {
        <Field label=move || i18n.t(k::START_HEAT_FUEL)>
            <Select
                value
                options=Signal::derive(move || region.with(|region| fuel_choices(i18n, region)))
                on_change=move |slug: String| {
                    store.run(change_fuel(Carrier::from_slug(&slug)));
                }
            />
            {more}
        </Field>
        {amount}
    }
}

fn fuel_choices(i18n: I18n, region: &str) -> Vec<Choice> {
    let none = Choice::new("", i18n.t(k::START_NO_BOILER));
    let named = |carrier: Carrier| Choice::new(carrier.slug(), wording::carrier_name(i18n, carrier.slug()));
    [none].into_iter().chain(heat_fuels(region).into_iter().map(named)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn project(carriers: &[Carrier]) -> Project {
        Project { bills: carriers.iter().map(|c| blank(*c)).collect(), ..Project::new() }
    }

    fn slugs(project: &Project) -> Vec<&str> {
        project.bills.iter().map(|bill| bill.carrier.as_str()).collect()
    }

    #[test]
    fn another_fuel_takes_the_place_of_the_first() {
        let mut project = project(&[Carrier::Electricity, Carrier::RawCoal, Carrier::Diesel]);
        project.bills[1].amount = Some(5400.0);
        change_fuel(Some(Carrier::NaturalGas)).apply(&mut project);
        assert_eq!(slugs(&project), ["electricity", "natural_gas", "diesel"]);
        assert_eq!((project.bills[1].amount, project.bills[1].unit.as_str()), (None, "m3"));
        // One that is there already is not entered twice.
        change_fuel(Some(Carrier::Diesel)).apply(&mut project);
        assert_eq!(slugs(&project), ["electricity", "natural_gas", "diesel"]);
        change_fuel(None).apply(&mut project);
        assert_eq!(slugs(&project), ["electricity", "diesel"]);
    }

    #[test]
    fn water_and_vehicles_are_no_fuel_of_heat() {
        let bills = project(&[Carrier::Electricity, Carrier::Water, Carrier::Petrol]);
        assert_eq!(fuels(&bills), []);
    }
}
