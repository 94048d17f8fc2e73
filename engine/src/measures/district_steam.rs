//! Bought district steam in place of the boiler.
//!
//! # Method
//! steam bought = heat the boilers sent out ÷ (1 − loss of the pipe to the site); its CO2 is the
//! supplier's and counts in scope 2. Blowdown and stack loss go with the boiler
//!
//! # Applies to
//! boilers of steam systems
//!
//! # Overlaps
//! exclusive with the boiler fuel switches and with cogeneration; steam saved is steam not bought
//!
//! # Limits
//! needs the price of steam; a turbine behind the boiler stands still with it
//!
//! # Sources
//! `measure_params.csv`, `district_steam.*`. Where steam is bought already, its own CO2 factor holds

use super::{Context, Missing, boiler_capacity};
use crate::edit::Edits;
use crate::plant::{Heat, Plant, Service, Slot, Source, SourceKind};
use crate::scalar::{Scalar, sum};

/// Kilograms in a tonne.
const TONNE: f64 = 1000.0;
/// Not all steam is lost on its way.
const LEAST_DELIVERED: f64 = 0.05;

fn boilers(heat: &Heat) -> impl Iterator<Item = &Source> {
    heat.sources.iter().filter(|s| !s.dormant && matches!(s.kind, SourceKind::Boiler(_)))
}

/// The idle pipe to the network: its source, its supply and its delivery.
fn connection(heat: &Heat) -> Option<(&Source, usize, Slot)> {
    heat.sources.iter().find_map(|source| match source.kind {
        SourceKind::Purchased { carrier, delivery, .. } if source.dormant => Some((source, carrier, delivery)),
        _ => None,
    })
}

fn systems(plant: &Plant) -> impl Iterator<Item = &Heat> {
    plant.heat.iter().filter(|h| h.service == Service::Steam && boilers(h).next().is_some())
}

pub(super) fn missing(plant: &Plant) -> Option<Missing> {
    if systems(plant).next().is_none() {
        return Some(Missing::Boiler);
    }
    let priced = |carrier: usize| plant.supplies.get(carrier).is_some_and(|s| s.priced);
    let open = systems(plant).filter_map(connection).any(|(_, carrier, _)| priced(carrier));
    (!open).then_some(Missing::Price)
}

/// t/h of steam.
pub(super) fn size(cx: &Context<'_, f64>) -> f64 {
    boiler_capacity(cx, |source, _| !source.dormant)
}

pub(super) fn edits<S: Scalar>(cx: &Context<'_, S>, out: &mut Edits<S>) {
    let arrives = (S::one() - cx.param("distribution_loss")).max(S::constant(LEAST_DELIVERED));
    let mut supplied = None;
    for heat in systems(cx.plant) {
        let Some((source, carrier, delivery)) = connection(heat) else { continue };
        let share = sum(boilers(heat).map(|s| cx.p[s.share]));
        out.add(source.share, share * cx.coverage());
        for source in boilers(heat) {
            out.scale(source.share, S::one() - cx.coverage());
        }
        out.set(delivery, S::one() / arrives);
        supplied = Some(carrier);
    }
    if let Some(supply) = supplied.and_then(|carrier| cx.plant.supplies.get(carrier))
        && supply.bill.is_none()
    {
        out.set(supply.co2, cx.param("steam_co2_factor") * S::constant(TONNE));
    }
}
