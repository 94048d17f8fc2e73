//! Random water, solvents, refrigerants, travel, freight and waste.

use super::bill;
use lantian_engine::project::{Activity, Bill, Purpose, Refrigerant, Solar, Solvent, Wastewater};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

pub fn water() -> BoxedStrategy<Option<(Bill, Option<Wastewater>)>> {
    let wastewater =
        (option::of(10.0..100.0), any::<bool>(), option::of((50.0..3000.0, 0.0..1.0)), 0.0..30.0);
    let wastewater = wastewater.prop_map(|(share_of_intake, on_site, cod, cost)| Wastewater {
        share_of_intake,
        on_site,
        cod_in: cod.map(|c| c.0),
        cod_out: cod.map(|c| c.0 * c.1),
        nitrogen_in: Some(40.0),
        cost_per_m3: Some(cost),
        ..Wastewater::default()
    });
    option::of((bill("water", "m3", 1e4, 1e7, 4.0), option::of(wastewater))).boxed()
}

#[derive(Clone, Debug)]
pub struct Rest {
    pub hours: f64,
    pub solar: Option<Solar>,
    pub solvents: Vec<Solvent>,
    pub refrigerants: Vec<Refrigerant>,
    pub activities: Vec<Activity>,
}

pub fn rest() -> BoxedStrategy<Rest> {
    let solar = (option::of(0.0..50.0), option::of(700.0..1300.0), option::of(0.0..2e4)).prop_map(
        |(kwp, specific_yield, usable_roof)| Solar { kwp, specific_yield, usable_roof, ..Solar::default() },
    );
    let solvent = (0.1..200.0, 1.0..100.0, option::of((0.0..100.0, 0.0..99.0))).prop_map(
        |(tonnes, volatile, cleaned)| Solvent {
            tonnes: Some(tonnes),
            volatile: Some(volatile),
            capture: cleaned.map(|c| c.0),
            removal: cleaned.map(|c| c.1),
            ..Solvent::default()
        },
    );
    let refrigerant = (select(vec!["r_410a", "hfc_134a", "hcfc_22"]), 0.0..100.0).prop_map(|(gas, leak)| {
        Refrigerant { gas: gas.to_owned(), leak: Some(leak), ..Refrigerant::default() }
    });
    (1000.0..8760.0, option::of(solar), vec(solvent, 0..3), vec(refrigerant, 0..2), vec(activity(), 0..5))
        .prop_map(|(hours, solar, solvents, refrigerants, activities)| Rest {
            hours,
            solar,
            solvents,
            refrigerants,
            activities,
        })
        .boxed()
}

/// Rows of all that moves, is thrown away or bought.
const ACTIVITIES: [&str; 13] = [
    "cn.high_speed_rail.co2e",
    "hk.mtr.electricity",
    "desnz_2025.coach.average",
    "desnz_2025.taxi.average",
    "desnz_2025.ferry.foot_passenger",
    "desnz_2025.car_average.unknown_fuel.per_vehicle_km",
    "desnz_2025.passenger_aircraft.international_average_with_rf",
    "desnz_2025.hotel.hong_kong",
    "desnz_2025.hgv_artic_gt33.laden_average.per_tonne_km",
    "desnz_2025.hgv_artic_gt33.laden_average.per_vehicle_km",
    "desnz_2025.waste.commercial_industrial.landfill",
    "epa_2025.waste.hdpe.combusted",
    "desnz_2025.water_supply",
];

/// An activity said as an amount, or as trips; for some it is only said in part.
fn activity() -> BoxedStrategy<Activity> {
    let purpose = select(vec![Purpose::Business, Purpose::Commuting, Purpose::Customer]);
    let trips = (option::of(1.0..500.0), option::of(1.0..400.0), option::of(1.0..2000.0), any::<bool>());
    let amount = option::of(0.0..1e7);
    let cost = option::of(0.0..1e6);
    (select(ACTIVITIES.to_vec()), purpose, amount, trips, option::of(1.0..7.0), cost)
        .prop_map(|(factor, purpose, amount, (count, times, distance, both_ways), occupancy, cost)| {
            Activity {
                name: String::new(),
                factor: factor.to_owned(),
                purpose,
                amount,
                count,
                times,
                distance,
                both_ways,
                occupancy,
                cost,
                ..Activity::default()
            }
        })
        .boxed()
}
