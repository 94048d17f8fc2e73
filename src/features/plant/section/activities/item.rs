//! One activity: the boxes its sort needs, and what it comes to.

use super::kind::{Kind, rows};
use crate::features::naming::{activity_group, activity_label};
use crate::features::plant::choices::currency_of;
use crate::features::plant::figure::Figure;
use crate::features::plant::figure_text::Holds;
use crate::features::plant::frame::{Item, delete};
use crate::features::plant::row::{check, choice, row_figure, text};
use crate::i18n::{I18n, Key, k, use_i18n};
use crate::state::list::{self, Activities};
use crate::state::{Answers, ProjectStore};
use crate::ui::Choice;
use lantian_engine::data::FactId;
use lantian_engine::origin;
use lantian_engine::project::{Activity, Purpose};
use lantian_engine::units::UnitId;
use leptos::prelude::*;

/// One activity with its boxes.
#[component]
pub fn ActivityItem(
    /// Its place.
    at: usize,
) -> impl IntoView {
    let (i18n, store) = (use_i18n(), ProjectStore::expect());
    let row = store.row(Activities, at);
    let fact = Memo::new(move |_| row.get().and_then(|row| FactId::from_slug(&row.factor)));
    let name = Signal::derive(move || {
        let row = row.get().unwrap_or_default();
        match fact.get() {
            Some(id) if row.name.is_empty() => activity_label(i18n, id),
            _ if row.name.is_empty() => row.factor,
            _ => i18n.own_name(&row.name),
        }
    });
    let sort = Memo::new(move |_| {
        let unit = fact.get().and_then(|id| id.fact().den);
        (fact.get().map_or(Kind::Other, Kind::of), unit)
    });
    let money = Signal::derive(move || Holds::Money(store.with(currency_of)));
    let field = move |name| origin::Field::new("activity", at, name);
    view! {
        <Item id=format!("at-activity-{at}-0") name on_delete=delete(Activities, at)>
            <div class="lt-fields">
                {move || {
                    let (kind, unit) = sort.get();
                    boxes(i18n, at, kind, unit)
                }} {row_figure!(Activities, at, field, cost, money)}
                {text(Activities, at, field("name"), |row| row.name.clone(), |row, name| row.name = name)}
            </div>
            <Result at unit=Signal::derive(move || sort.get().1) />
        </Item>
    }
}

/// What the row comes to: the amount that its boxes make, and its emissions.
#[component]
fn Result(at: usize, #[prop(into)] unit: Signal<Option<UnitId>>) -> impl IntoView {
    let (i18n, answers) = (use_i18n(), Answers::expect());
    let found = answers.of_outcome(move |outcome| {
        let lowered = &outcome.model.lowered;
        let (plant, p) = (&lowered.plant, &lowered.params);
        let row = plant.activities.get(at)?;
        let grid = plant.supplies.get(plant.electricity).map_or(0.0, |supply| p[supply.co2]);
        let amount = p[row.amount];
        Some((amount, amount * (p[row.factor] + p[row.power] * grid) * 1e-3))
    });
    move || {
        let (amount, tonnes) = found.get().flatten().filter(|(amount, _)| *amount > 0.0)?;
        let unit = unit.get().map(|unit| i18n.unit(unit.slug())).unwrap_or_default();
        let amount = i18n.format().headline(amount, &unit);
        let value = [amount, i18n.format().co2e(tonnes)].join(" · ");
        Some(view! { <p class="lt-remark">{i18n.tf(k::QUANTITY_PER_YEAR_EQUALS, [("value", &value)])}</p> })
    }
}

fn boxes(i18n: I18n, at: usize, kind: Kind, unit: Option<UnitId>) -> AnyView {
    let field = move |name| origin::Field::new("activity", at, name);
    let holds = unit.map_or(Holds::Number, Holds::Unit);
    let by_vehicle = unit == Some(UnitId::VehicleKm);
    let what = choice(
        Activities,
        at,
        field("factor"),
        move || row_choices(i18n, kind),
        |row| row.factor.clone(),
        |row, slug| row.factor = slug,
    );
    if !kind.moves() {
        let total = row_figure!(Activities, at, field, amount, holds);
        return view! {
            {what}
            {total}
        }
        .into_any();
    }
    let travel = kind == Kind::Travel;
    let commuting = ProjectStore::expect()
        .memo(move |project| project.activities.get(at).is_some_and(|row| row.purpose == Purpose::Commuting));
    let count: Key = match (travel, by_vehicle) {
        (true, _) => k::PLANT_PEOPLE,
        (false, true) => k::PLANT_VEHICLES_HIRED,
        (false, false) => k::PLANT_LOAD,
    };
    let count_holds = if travel || by_vehicle { Holds::Number } else { Holds::Unit(UnitId::T) };
    let times = Signal::derive(move || {
        let key = match (travel, commuting.get()) {
            (true, true) => k::PLANT_WORKDAYS,
            (true, false) => k::PLANT_TRIPS_EACH,
            (false, _) => k::PLANT_LOADS,
        };
        i18n.t(key).to_owned()
    });
    let or_total = Signal::derive(move || i18n.t(k::PLANT_OR_TOTAL).to_owned());
    let count_name = Signal::derive(move || i18n.t(count).to_owned());
    let occupancy =
        (travel && by_vehicle).then(|| row_figure!(Activities, at, field, occupancy, Holds::Number));
    let back = (travel || by_vehicle).then(|| {
        check(Activities, at, field("both_ways"), |row| row.both_ways, |row, on| row.both_ways = on)
    });
    view! {
        {what}
        {choice(
            Activities,
            at,
            field("purpose"),
            move || purposes(i18n, travel),
            |row| slug(row.purpose).to_owned(),
            |row, slug| row.purpose = purpose(&slug),
        )}
        {named(at, "count", count_name, count_holds, |row| row.count, |row, value| row.count = value)}
        {named(at, "times", times, Holds::Number, |row| row.times, |row, value| row.times = value)}
        {row_figure!(Activities, at, field, distance, Holds::Unit(UnitId::Km))}
        {back}
        {occupancy}
        {named(at, "amount", or_total, holds, |row| row.amount, |row, value| row.amount = value)}
    }
    .into_any()
}

/// A figure under a name of its own.
fn named(
    at: usize,
    name: &'static str,
    label: Signal<String>,
    holds: Holds,
    get: fn(&Activity) -> Option<f64>,
    set: fn(&mut Activity, Option<f64>),
) -> AnyView {
    let store = ProjectStore::expect();
    let value = store.memo(move |project| project.activities.get(at).and_then(get));
    let command = move |v: Option<f64>| list::edit(Activities, at, name, move |row| set(row, v));
    view! { <Figure at=origin::Field::new("activity", at, name) holds value command label /> }.into_any()
}

/// The rows of a sort to choose from, under their headings.
fn row_choices(i18n: I18n, kind: Kind) -> Vec<Choice> {
    rows()
        .filter(|id| Kind::of(*id) == kind)
        .map(|id| Choice::new(id.slug(), activity_label(i18n, id)).in_group(activity_group(i18n, id)))
        .collect()
}

fn purposes(i18n: I18n, travel: bool) -> Vec<Choice> {
    let slugs = if travel { ["business", "commuting"] } else { ["business", "customer"] };
    let name = |slug| if travel || slug != "business" { slug } else { "paid" };
    slugs.map(|slug| Choice::new(slug, i18n.name("purpose", name(slug)))).to_vec()
}

fn slug(purpose: Purpose) -> &'static str {
    match purpose {
        Purpose::Business => "business",
        Purpose::Commuting => "commuting",
        Purpose::Customer => "customer",
    }
}

fn purpose(slug: &str) -> Purpose {
    match slug {
        "commuting" => Purpose::Commuting,
        "customer" => Purpose::Customer,
        _ => Purpose::Business,
    }
}
