//! The energy in a unit of a bill.

use super::table_fuel;
use crate::carrier::{Carrier, Group};
use crate::data::{self, FactorSet, Fuel, FuelProperty};
use crate::lower::builder::{Ask, Builder};
use crate::notice::ProblemKind;
use crate::origin::Field;
use crate::plant::Slot;
use crate::units::{Dimension, UnitId, convert};

/// GJ/t, for gases MJ/m3 (so GJ per thousand m3).
pub(super) fn net_calorific_value(
    b: &mut Builder<'_>,
    carrier: Carrier,
    fuel: Option<Fuel>,
    said: Option<f64>,
    field: Field,
) -> Slot {
    let by_volume = carrier == Carrier::NaturalGas;
    let unit = if by_volume { ("mj", "m3") } else { ("gj", "t") };
    let ask = Ask::amount(field, unit).within(5.0, 60.0);
    if let Some(slot) = b.said(said, ask) {
        return slot;
    }
    let Some(fuel) = fuel else { return b.fixed(1.0, unit, "ncv") };
    let (num, den) = if by_volume { (UnitId::Mj, UnitId::M3) } else { (UnitId::Gj, UnitId::T) };
    let row = |set| data::fuel_property(fuel, FuelProperty::Ncv, b.region, set);
    let rows = [row(None), row(Some(FactorSet::Gbt2589)), row(Some(FactorSet::Ipcc2006))];
    for id in rows.into_iter().flatten() {
        if let Some(slot) = b.fact(id, num, Some(den), unit, "ncv") {
            return slot;
        }
    }
    if carrier.group() == Group::Coal && fuel != Fuel::BituminousCoal {
        return net_calorific_value(b, carrier, Some(Fuel::BituminousCoal), None, field);
    }
    if carrier != Carrier::Towngas {
        // Towngas is billed by energy, so nothing rests on its calorific value.
        b.problem(field, ProblemKind::Missing);
    }
    b.fixed(1.0, unit, "ncv")
}

/// GJ (kWh for electricity) in one bill unit, and the density used, if any.
pub(super) fn content(
    b: &mut Builder<'_>,
    carrier: Carrier,
    fuel: Option<Fuel>,
    unit: UnitId,
    ncv: Slot,
) -> Option<(Slot, Option<Slot>)> {
    let per = (if carrier == Carrier::Electricity { "kwh" } else { "gj" }, unit.slug());
    match unit.dimension() {
        Dimension::Energy => {
            let into = if carrier == Carrier::Electricity { UnitId::Kwh } else { UnitId::Gj };
            let value = convert(1.0, unit, into).ok()?;
            Some((b.fixed(value, per, "content"), None))
        }
        _ if carrier == Carrier::Electricity => None,
        Dimension::Mass if carrier == Carrier::Steam => {
            Some((crate::lower::heat::steam_content(b, unit), None))
        }
        Dimension::Mass if carrier != Carrier::NaturalGas && carrier != Carrier::Towngas => {
            let tonnes = convert(1.0, unit, UnitId::T).ok()?;
            Some((b.derive(tonnes, &[ncv], &[], per, "content"), None))
        }
        Dimension::Volume if carrier == Carrier::NaturalGas => {
            let cubic = convert(1.0, unit, UnitId::M3).ok()?;
            Some((b.derive(cubic * 1e-3, &[ncv], &[], per, "content"), None))
        }
        // A volume at stated conditions: the calorific value of the table holds for its own.
        Dimension::GasVolume if carrier == Carrier::NaturalGas => {
            let normal = convert(1.0, unit, UnitId::Nm3).ok()?;
            Some((b.derive(normal * 1e-3, &[ncv], &[], per, "content"), None))
        }
        Dimension::Volume if matches!(carrier.group(), Group::Liquid) || carrier == Carrier::Lpg => {
            let id = data::fuel_property(fuel?, FuelProperty::Density, b.region, None)?;
            let density = b.fact(id, UnitId::T, Some(UnitId::M3), ("t", "m3"), "density")?;
            let cubic = convert(1.0, unit, UnitId::M3).ok()?;
            Some((b.derive(cubic, &[density, ncv], &[], per, "content"), Some(density)))
        }
        _ => None,
    }
}

/// GJ (kWh for electricity) in one `unit` of a carrier.
pub(super) fn energy_of(
    b: &Builder<'_>,
    carrier: Carrier,
    unit: UnitId,
    ncv: Slot,
    density: Option<Slot>,
) -> Option<f64> {
    let ncv = b.value(ncv);
    match unit.dimension() {
        Dimension::Energy if carrier == Carrier::Electricity => convert(1.0, unit, UnitId::Kwh).ok(),
        Dimension::Energy => convert(1.0, unit, UnitId::Gj).ok(),
        Dimension::Mass => convert(ncv, unit, UnitId::T).ok(),
        Dimension::Volume if carrier == Carrier::NaturalGas => convert(ncv * 1e-3, unit, UnitId::M3).ok(),
        Dimension::GasVolume => convert(ncv * 1e-3, unit, UnitId::Nm3).ok(),
        Dimension::Volume => {
            let density = density.map(|d| b.value(d)).or_else(|| {
                let fuel = table_fuel(carrier)?;
                let id = data::fuel_property(fuel, FuelProperty::Density, b.region, None)?;
                id.fact().value_in(UnitId::T, Some(UnitId::M3)).ok()
            })?;
            convert(ncv * density, unit, UnitId::M3).ok()
        }
        _ => None,
    }
}
