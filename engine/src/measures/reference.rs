//! What the cost of a programme or a plant is quoted for, where it is not a machine.
//!
//! Costs of `measure_params.csv` that stand for a site, a system or a programme as a whole are its low,
//! typical and high figure over sites of very different size. Here a typical cost goes with a site of a
//! reference size, and larger sites pay in proportion; smaller ones not less than the table's low. The
//! reference sizes are judged, not published (`unverified`, like the costs): the worked cases lie on
//! both sides of each.

use super::{Context, boilers, chillers, power, stations};
use crate::plant::{Boiler, Cooling, Electric, Heat, Source};

/// Energy in a year at the reference, in yuan: the worked plastics plant pays 7.6 million.
const ENERGY_BILL: f64 = 8e6;

/// How many reference sites an amount is, at least `least` of one.
pub(super) fn sites(amount: f64, reference: f64, least: f64) -> f64 {
    (amount / reference).max(least)
}

/// Reference sites by the yearly energy bill, in the currency of the measure's cost. `least` is the
/// table's low cost over its typical.
pub(super) fn by_energy_bill(cx: &Context<'_, f64>, least: f64) -> f64 {
    let bills = cx.plant.supplies.iter().map(|s| cx.p[s.quantity] * cx.p[s.price] + cx.p[s.fixed_cost]);
    let exchange = cx.p[cx.own.exchange].max(1e-9);
    sites(bills.sum::<f64>() / exchange, ENERGY_BILL, least)
}

/// Power of a compressor station whose change of set-point or intake costs what the table says, kW.
const STATION_KW: f64 = 100.0;

/// Stations by that power, one each at least.
pub(super) fn station_units(cx: &Context<'_, f64>) -> f64 {
    stations(cx.plant).map(|(e, _)| (power(cx, core::iter::once(e)) / STATION_KW).ceil().max(1.0)).sum()
}

/// Cooling capacity of a plant whose controls cost what the table says, kW.
const CHILLER_PLANT_KW: f64 = 1000.0;

/// Chilled-water plants by that capacity, one each at least.
pub(super) fn chiller_units(cx: &Context<'_, f64>) -> f64 {
    let cold = |e: &Electric, c: &Cooling| power(cx, core::iter::once(e)) * cx.p[c.cop_base];
    chillers(cx.plant).map(|(e, c)| (cold(e, c) / CHILLER_PLANT_KW).ceil().max(1.0)).sum()
}

/// Steam capacity of a boiler whose fittings cost what the table says, t/h.
const BOILER_TONNES: f64 = 10.0;

/// Boilers that satisfy a test, those above that capacity as several.
pub(super) fn boiler_units(cx: &Context<'_, f64>, wanted: impl Fn(&Heat, &Source, &Boiler) -> bool) -> f64 {
    let each = |b: &Boiler| (cx.p[b.capacity] / BOILER_TONNES).ceil().max(1.0);
    boilers(cx.plant).filter(|(h, s, b)| wanted(h, s, b)).map(|(_, _, b)| each(b)).sum()
}
