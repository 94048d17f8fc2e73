//! Hired travel and freight, waste and purchases: an amount, and the row it is multiplied with.
//!
//! # Method
//! - Amount: as said, else `count × times × distance`, twice that there and back, and for cars divided by the
//!   people in one. What is said in part and cannot be counted is left out with a notice.
//! - Category of scope 3: by what the row is about, and for what moves by who travels or pays.
//! - What could take its place: the high-speed train for travel on roads and in the air, per person; recycling
//!   of the same material (of mixed paper, where the waste is mixed) for what is dumped or burnt.
//!
//! # Limits
//! Rows in CO2e are weighted with AR5, whatever set is chosen. Water supply and sewage follow the water bill
//! and are not counted again as an activity; all water billed is taken to be supplied. Vehicles that burn fuel of the plant's own bills are not hired.

use super::builder::{Ask, Builder, PURE};
use crate::carrier::Carrier;
use crate::data::{
    self, FactId, FactKey, Gas, Material, Region, Route, TransportMode, TransportVehicle, WwmActivity,
    WwmQuantity,
};
use crate::notice::{NoticeKind, ProblemKind};
use crate::origin::{Field, Origin};
use crate::plant::{Activity, Category, Slot};
use crate::project::{self, Purpose};
use crate::units::UnitId;

pub(super) fn activities(b: &mut Builder<'_>) -> Vec<Activity> {
    let project = b.project;
    project.activities.iter().enumerate().filter_map(|(index, said)| activity(b, index, said)).collect()
}

fn activity(b: &mut Builder<'_>, index: usize, said: &project::Activity) -> Option<Activity> {
    let field = |name| Field::new("activity", index, name);
    let fact = FactId::from_slug(&said.factor);
    let of_row = fact.and_then(|id| Some((id, category(id, said.purpose)?, factors(b, id)?)));
    let Some((fact, category, (factor, power, per))) = of_row else {
        b.problem(field("factor"), ProblemKind::Unknown { slug: said.factor.clone() });
        return None;
    };
    let unit = (per.slug(), "");
    let people = if per == UnitId::VehicleKm && carries_people(fact) {
        let ask = Ask::amount(field("occupancy"), PURE).within(1.0, 100.0);
        b.said(said.occupancy, ask).unwrap_or_else(|| {
            if said.count.is_some() {
                b.notice(field("occupancy"), NoticeKind::DefaultUsed { value: 1.0, unit: "" });
            }
            b.fixed(1.0, PURE, "occupancy")
        })
    } else {
        b.fixed(1.0, PURE, "occupancy")
    };
    let direct = b.said(said.amount, Ask::amount(field("amount"), unit));
    let amount = match direct {
        Some(amount) => amount,
        None => counted(b, index, said, per, people),
    };
    let amount = if follows_the_bill(b, fact) {
        b.notice(field("factor"), NoticeKind::FollowsBill { carrier: Carrier::Water });
        b.fixed(0.0, unit, "amount")
    } else {
        amount
    };
    let cost = b.said(said.cost, Ask::amount(field("cost"), ("money", "")));
    let price = match cost {
        Some(cost) if b.value(amount) > 0.0 => {
            b.derive(1.0, &[cost], &[amount], ("money", per.slug()), "price")
        }
        _ => b.fixed(0.0, ("money", per.slug()), "price"),
    };
    Some(Activity {
        category,
        fact,
        amount,
        factor,
        power,
        price,
        people,
        alternative: alternative(b, fact, per, people),
        moved: b.neutral(0.0),
        moved_price: b.neutral(0.0),
    })
}

/// kg CO2e and kWh per unit of a row, and that unit; `None` where the row counts something else.
fn factors(b: &mut Builder<'_>, id: FactId) -> Option<(Slot, Slot, UnitId)> {
    let fact = id.fact();
    let per = fact.den?;
    let mut row = |num: UnitId| b.fact(id, num, fact.den, (num.slug(), per.slug()), "activity_factor");
    if let Some(factor) = row(UnitId::KgCo2e) {
        return Some((factor, b.fixed(0.0, ("kwh", per.slug()), "activity_factor"), per));
    }
    let power = row(UnitId::Kwh)?;
    Some((b.fixed(0.0, ("kg_co2e", per.slug()), "activity_factor"), power, per))
}

/// `count × times × distance` and its kin; zero with a notice at what is lacking.
fn counted(b: &mut Builder<'_>, index: usize, said: &project::Activity, per: UnitId, people: Slot) -> Slot {
    let field = |name| Field::new("activity", index, name);
    let unit = (per.slug(), "");
    let number = |b: &mut Builder<'_>, value, name| b.said(value, Ask::amount(field(name), PURE));
    let count = number(b, said.count, "count");
    let times = number(b, said.times, "times");
    let distance = b.said(said.distance, Ask::amount(field("distance"), ("km", "")).within(0.0, 50_000.0));
    let moves = matches!(per, UnitId::PassengerKm | UnitId::VehicleKm | UnitId::TonneKm);
    let lacking = match (count.or(times), distance) {
        _ if !moves => "amount",
        (None, None) => "amount",
        (None, Some(_)) => "count",
        (Some(_), None) => "distance",
        (Some(_), Some(_)) => {
            let ways = if said.both_ways { 2.0 } else { 1.0 };
            let times: Vec<Slot> = [count, times, distance].into_iter().flatten().collect();
            return b.derive(ways, &times, &[people], unit, "amount");
        }
    };
    b.notice(field(lacking), NoticeKind::NotCounted);
    b.fixed(0.0, unit, "amount")
}

/// The category of scope 3; `None` for rows that are no activity.
fn category(id: FactId, purpose: Purpose) -> Option<Category> {
    match id.key() {
        FactKey::Transport(key) => Some(match key.mode {
            TransportMode::RoadFreight
            | TransportMode::RailFreight
            | TransportMode::AirFreight
            | TransportMode::SeaFreight => match purpose {
                Purpose::Customer => Category::Distribution,
                _ => Category::Freight,
            },
            TransportMode::AirTravel | TransportMode::SeaTravel | TransportMode::LandTravel => {
                match purpose {
                    Purpose::Commuting => Category::Commuting,
                    _ => Category::Travel,
                }
            }
            TransportMode::Accommodation => Category::Travel,
        }),
        FactKey::WasteWaterMaterials(key) => match key.wwm_activity {
            WwmActivity::MaterialUse | WwmActivity::WaterSupply => Some(Category::Goods),
            WwmActivity::WasteDisposal | WwmActivity::SewageTreatment => Some(Category::Waste),
            _ => None,
        },
        _ => None,
    }
}

/// Whether the people of a row are who moves, not goods.
fn carries_people(id: FactId) -> bool {
    matches!(id.key(), FactKey::Transport(key) if key.mode == TransportMode::LandTravel)
}

/// Rows that the water bill already stands for.
fn follows_the_bill(b: &Builder<'_>, id: FactId) -> bool {
    let water = matches!(id.key(), FactKey::WasteWaterMaterials(key)
        if matches!(key.wwm_activity, WwmActivity::WaterSupply | WwmActivity::SewageTreatment));
    water && b.project.bills.iter().any(|bill| bill.carrier == Carrier::Water.slug())
}

/// What could take the place of a row, kg CO2e per unit of its amount.
fn alternative(b: &mut Builder<'_>, id: FactId, per: UnitId, people: Slot) -> Option<Slot> {
    match id.key() {
        FactKey::Transport(key) if may_go_by_rail(key.transport_vehicle) => {
            let rail = rail(b.region)?;
            let unit = ("kg_co2e", UnitId::PassengerKm.slug());
            let each = b.fact(rail, UnitId::KgCo2e, Some(UnitId::PassengerKm), unit, "rail_factor")?;
            Some(b.derive(1.0, &[each, people], &[], ("kg_co2e", per.slug()), "rail_factor"))
        }
        FactKey::WasteWaterMaterials(key)
            if key.wwm_activity == WwmActivity::WasteDisposal
                && matches!(key.route, Route::Landfill | Route::EnergyRecovery | Route::Combusted) =>
        {
            // Rows of different lists count different things: recycling is looked up in the same one.
            let recycled = |material| recycled(key.region, material);
            let row = recycled(key.material).or_else(|| recycled(Material::PaperMixed))?;
            let value = row.fact().value_in(UnitId::KgCo2e, Some(per)).ok()?;
            Some(b.slot(value, Origin::Fact(row), ("kg_co2e", per.slug()), "recycling_factor"))
        }
        _ => None,
    }
}

/// The high-speed train, per passenger-km.
fn rail(region: Region) -> Option<FactId> {
    // The line runs on both sides of the boundary.
    [region, Region::Cn].into_iter().find_map(|region| {
        let (mode, vehicle) = (TransportMode::LandTravel, TransportVehicle::HighSpeedRail);
        data::transport(mode, vehicle, None, Gas::Co2e, UnitId::PassengerKm, region)
    })
}

/// Those that share a way with the line.
fn may_go_by_rail(vehicle: TransportVehicle) -> bool {
    use TransportVehicle as V;
    matches!(
        vehicle,
        V::CarSmall | V::CarMedium | V::CarLarge | V::CarAverage | V::Taxi | V::Coach | V::PassengerAircraft
    )
}

fn recycled(region: Region, material: Material) -> Option<FactId> {
    data::waste_water_materials(
        WwmActivity::WasteDisposal,
        material,
        Route::ClosedLoop,
        WwmQuantity::Co2e,
        region,
    )
}
