//! High-speed rail in place of cars, coaches and flights.
//!
//! # Method
//! a share of the passenger-kilometres moves to the train: for cars passenger-kilometres are
//! vehicle-kilometres × people in one. What is moved stays as many kilometres; where the fares paid today are
//! known, the train's take their place
//!
//! # Applies to
//! business travel and the way to work by car, taxi, coach or plane, entered as activities
//!
//! # Overlaps
//! multiplies with video meetings: only trips still made change their mode
//!
//! # Limits
//! the way by rail counts as long as the way by road; coaches in the tables are full ones of Britain, which
//! emit about what the train does, so that moving their passengers hardly counts either way; trips in
//! the company's own cars burn fuel of its bills and are not among them
//!
//! # Sources
//! `measure_params.csv`, `rail_travel.*`; the train's factor is the row of high-speed rail in `transport.csv`

use super::{Context, Missing};
use crate::data::{FactKey, TransportVehicle};
use crate::edit::Edits;
use crate::plant::{Activity, Plant};
use crate::scalar::Scalar;

/// Rows that could go by train, with the parameter that says how much of them.
fn trips(plant: &Plant) -> impl Iterator<Item = (&Activity, &'static str)> {
    plant.activities.iter().filter_map(|row| match row.fact.key() {
        FactKey::Transport(key) => {
            row.alternative?;
            Some((row, share_of(key.transport_vehicle)))
        }
        _ => None,
    })
}

fn share_of(vehicle: TransportVehicle) -> &'static str {
    match vehicle {
        TransportVehicle::Coach => "coach_share",
        TransportVehicle::PassengerAircraft => "air_share",
        _ => "car_share",
    }
}

pub(super) fn missing(plant: &Plant) -> Option<Missing> {
    trips(plant).next().is_none().then_some(Missing::RoadOrAirTravel)
}

/// One travel policy.
pub(super) fn size(_: &Context<'_, f64>) -> f64 {
    1.0
}

pub(super) fn edits<S: Scalar>(cx: &Context<'_, S>, out: &mut Edits<S>) {
    let fare = cx.money(cx.param("fare"));
    for (row, share) in trips(cx.plant) {
        out.set(row.moved, cx.coverage() * cx.param(share));
        // Where nobody said what trips cost, the train costs nothing either.
        let price = cx.p[row.price];
        out.set(row.moved_price, S::select(price, fare * cx.p[row.people], S::zero()));
    }
}
