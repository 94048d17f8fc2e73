//! What several measures need to tell their side effects: base-case fuel, flue gas, fan power, the
//! vehicles of a kind, solvent that escapes.

use super::{Context, boilers, burns};
use crate::carrier::Group;
use crate::data::Vehicle;
use crate::plant::{Fleet, Plant, SolventNode};
use crate::scalar::Scalar;
use crate::units::{Dimension, UnitId, convert};

/// Dry flue gas without excess air, Nm3 per GJ of net calorific value: gas 0.285 Q + 0.343 and oil
/// 0.29 Q + 0.379 Nm3 per m3 or kg at 3.5 % O2 (`data/formulas.md`) for 35.6 and 40 MJ; solid fuel some
/// 480 at 9 % O2.
const FLUE_GAS: fn(Group) -> f64 = |group| match group {
    Group::Gas => 246.0,
    Group::Liquid => 250.0,
    _ => 274.0,
};
/// Flue gas of what is not a boiler.
const USUAL_TEMPERATURE: f64 = 150.0;
const USUAL_OXYGEN: f64 = 9.0;
/// J in a kilowatt-hour.
const JOULES: f64 = 3.6e6;

/// Energy a burner burns in the base case, GJ.
pub(super) fn base_fuel<S: Scalar>(cx: &Context<'_, S>, burner: usize) -> S {
    let burner = cx.plant.burners.get(burner);
    let supply = burner.and_then(|b| cx.plant.supplies.get(b.carrier).map(|s| (b, s)));
    supply.map_or_else(S::zero, |(b, s)| cx.p[s.quantity] * cx.p[s.content] * cx.p[b.bill_share])
}

/// Flue gas of a burner as it flows, m3 per GJ: dry gas with its excess air, at its temperature.
pub(super) fn flue_gas<S: Scalar>(cx: &Context<'_, S>, burner: usize) -> S {
    let stack = boilers(cx.plant).find(|(_, _, b)| b.burner == burner).map(|(_, _, b)| &b.stack);
    let (temperature, oxygen) = match stack {
        Some(stack) => (cx.p[stack.temperature], cx.p[stack.oxygen]),
        None => (S::constant(USUAL_TEMPERATURE), S::constant(USUAL_OXYGEN)),
    };
    let dry = S::constant(FLUE_GAS(burns(cx.plant, burner)) * 21.0) / (S::constant(21.0) - oxygen);
    dry * (temperature + S::constant(273.15)) * S::constant(1.0 / 273.15)
}

/// kWh that a fan needs for each m3 against the measure's pressure drop.
pub(super) fn fan_energy<S: Scalar>(cx: &Context<'_, S>) -> S {
    cx.param("pressure_drop") / cx.param("fan_efficiency") * S::constant(1.0 / JOULES)
}

/// Fleets of some kinds that burn a fuel.
pub(super) fn fleets_of<'a>(plant: &'a Plant, kinds: &'a [Vehicle]) -> impl Iterator<Item = &'a Fleet> {
    plant.fleets.iter().filter(|f| kinds.contains(&f.kind))
}

/// GJ in a litre of what a burner burns, where its bill counts a volume of liquid.
pub(super) fn litre_heat<S: Scalar>(cx: &Context<'_, S>, burner: usize) -> Option<S> {
    let supply = cx.plant.supplies.get(cx.plant.burners.get(burner)?.carrier)?;
    if supply.carrier.group() != Group::Liquid || supply.unit.dimension() != Dimension::Volume {
        return None;
    }
    let units = convert(1.0, UnitId::L, supply.unit).ok()?;
    Some(cx.p[supply.content] * S::constant(units))
}

/// Part of what a solvent emits today that still escapes when `caught` of all its vapour is caught; what
/// stands and catches more stays.
pub(super) fn uncaught<S: Scalar>(cx: &Context<'_, S>, solvent: &SolventNode, caught: S) -> S {
    let now = cx.p[solvent.capture] * cx.p[solvent.removal];
    let left = (S::one() - now.max(caught)) / (S::one() - now).max(S::constant(1e-9));
    left.min(S::one())
}

/// Effluent, m3 a day of work.
pub(super) fn treated_per_day(cx: &Context<'_, f64>) -> f64 {
    let effluent = cx.plant.water.as_ref().map_or(0.0, |w| cx.p[w.effluent]);
    effluent / (cx.p[cx.plant.hours] / 24.0).max(1.0)
}
