//! What physics does not allow: boilers that would have to condense what they must not, and parameters
//! of measures beyond what a flame, a heat exchanger or a heat pump can do.
//!
//! # Method
//! - Water dew point from the vapour in the flue gas: `p = 611.2 Pa exp(17.62 t / (243.12 + t))`
//!   (WMO-No. 8, annex 4.B), solved for t.
//! - Sulphuric-acid dew point after Verhoff and Banchero (1974), partial pressures in mmHg:
//!   `1000 / T = 2.276 − 0.0294 ln w − 0.0858 ln a + 0.0062 ln w ln a`. At least a hundredth of the
//!   sulphur dioxide becomes trioxide; the limit is meant to be beyond doubt.
//! - Dry flue gas without excess air: 0.25 Nm3 for each MJ of net heat (oil formula of
//!   `data/formulas.md` at 0 % oxygen; coal and wood differ by less than a tenth).
//! - The highest efficiency on net calorific value of a fuel that must not condense is what Siegert's
//!   formula leaves at that dew point without excess air. Gas, and oil with next to no sulphur, may
//!   condense: then it is gross over net calorific value.

use super::Lowered;
use crate::carrier::Group;
use crate::data::MeasureId;
use crate::measures::burns;
use crate::notice::{Problem, ProblemKind, Reason};
use crate::origin::{Field, Origin};
use crate::plant::{Boiler, Service, Slot, SourceKind};

/// Nm3 of dry flue gas for each MJ, without excess air.
const DRY_GAS: f64 = 0.25;
/// Nm3 of SO2 from a kilogram of sulphur: a mole of 22.4 l from 32 g.
const DIOXIDE: f64 = 0.7;
/// Part of the dioxide that becomes trioxide at least.
const TRIOXIDE: f64 = 0.01;
/// mmHg in an atmosphere.
const MMHG: f64 = 760.0;
/// Oil with no more sulphur than this, per cent, may condense: low-sulphur heating oil.
const CONDENSABLE: f64 = 0.005;
const OXYGEN_OF_AIR: f64 = 21.0;

/// Vapour in wet flue gas without excess air, as a share of its volume: gas 17 % (dew point 57 °C, DOE
/// steam tip 26A), oil 12 %, coal 8 %, damp wood 18 %.
fn vapour(group: Group) -> f64 {
    match group {
        Group::Gas => 0.171,
        Group::Liquid => 0.12,
        Group::Coal => 0.08,
        Group::Biomass | Group::None => 0.18,
    }
}

/// Dew point of water at a share of the volume, degC.
fn water_dew_point(share: f64) -> f64 {
    let ratio = libm::log(share * 101_325.0 / 611.2);
    243.12 * ratio / (17.62 - ratio)
}

/// Verhoff and Banchero; partial pressures as shares of the volume, degC.
fn acid_dew_point(water: f64, acid: f64) -> f64 {
    let (w, a) = (libm::log(water * MMHG), libm::log(acid * MMHG));
    1000.0 / (2.276 - 0.0294 * w - 0.0858 * a + 0.0062 * w * a) - 273.15
}

/// Dew point of a boiler's flue gas at an oxygen in per cent: of the acid where the fuel has sulphur, else of
/// the water.
fn dew_point(lowered: &Lowered, boiler: &Boiler, oxygen: f64) -> f64 {
    let plant = &lowered.plant;
    // Excess air thins both.
    let thinned = ((OXYGEN_OF_AIR - oxygen) / OXYGEN_OF_AIR).clamp(0.05, 1.0);
    let water = vapour(burns(plant, boiler.burner)) * thinned;
    let of_water = water_dew_point(water);
    let sulphur = sulphur(lowered, boiler).map_or(0.0, |(sulphur, heat)| {
        let dioxide = sulphur * 0.01 * DIOXIDE / heat.max(1.0) / DRY_GAS * thinned;
        dioxide * TRIOXIDE * (1.0 - water)
    });
    if sulphur > 0.0 { acid_dew_point(water, sulphur).max(of_water) } else { of_water }
}

/// Sulphur of the fuel, per cent, and its net heat, MJ/kg.
fn sulphur(lowered: &Lowered, boiler: &Boiler) -> Option<(f64, f64)> {
    let burner = lowered.plant.burners.get(boiler.burner)?;
    let supply = lowered.plant.supplies.get(burner.carrier)?;
    Some((lowered.params[supply.sulphur?], usual_heat(supply.carrier.group())))
}

/// MJ/kg. Good enough for a concentration whose logarithm counts.
fn usual_heat(group: Group) -> f64 {
    if group == Group::Liquid { 42.0 } else { 23.0 }
}

/// The stated or computed efficiency of a boiler against what its fuel allows.
pub(super) fn efficiency(
    lowered: &Lowered,
    boiler: &Boiler,
    efficiency: f64,
    field: Field,
) -> Option<Problem> {
    let p = &lowered.params;
    let group = burns(&lowered.plant, boiler.burner);
    let clean = sulphur(lowered, boiler).is_some_and(|(sulphur, _)| sulphur <= CONDENSABLE);
    let kind = if group == Group::Gas || group == Group::Liquid && clean {
        let most = 1.0 + p[boiler.stack.vapour];
        (efficiency > most).then_some(ProblemKind::TooEfficient { efficiency, most, dew_point: None })
    } else {
        let dew_point = dew_point(lowered, boiler, 0.0);
        let slope = p[boiler.stack.siegert_a] / OXYGEN_OF_AIR + p[boiler.stack.siegert_b];
        let most = 1.0 - (dew_point - p[boiler.stack.air_temperature]).max(0.0) * slope * 0.01;
        let dew_point = Some(dew_point);
        (efficiency > most).then_some(ProblemKind::TooEfficient { efficiency, most, dew_point })
    };
    kind.map(|kind| Problem { field, kind })
}

/// Boilers with the service of their system, dormant ones left out.
fn boilers(lowered: &Lowered) -> impl Iterator<Item = (Service, &Boiler)> {
    lowered.plant.heat.iter().flat_map(|heat| {
        heat.sources.iter().filter(|s| !s.dormant).filter_map(|source| match &source.kind {
            SourceKind::Boiler(boiler) => Some((heat.service, &**boiler)),
            SourceKind::Purchased { .. } => None,
        })
    })
}

/// Parameters the user gave to measures, against what the plant makes possible.
pub(super) fn measures(lowered: &Lowered) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut refuse = |id: MeasureId, key: &'static str, check: &dyn Fn(f64) -> Option<ProblemKind>| {
        let kind = said(lowered, id, key).and_then(|(index, value)| Some((index, check(value)?)));
        problems.extend(kind.map(|(index, kind)| Problem { field: Field::new("measure", index, key), kind }));
    };
    let p = &lowered.params;
    for (key, gas) in [("flue_temperature_min_gas", true), ("flue_temperature_min_oil", false)] {
        let limit = boilers(lowered)
            .filter(|(service, _)| *service != Service::ThermalOil)
            .map(|(_, boiler)| boiler)
            .filter(|boiler| (burns(&lowered.plant, boiler.burner) == Group::Gas) == gas)
            .map(|boiler| dew_point(lowered, boiler, p[boiler.stack.oxygen]))
            .reduce(f64::max);
        refuse(MeasureId::BoilerEconomizer, key, &|flue| {
            let dew_point = limit.filter(|&limit| flue < limit)?;
            Some(ProblemKind::FlueBelowDewPoint { flue, dew_point })
        });
    }
    let steam = || lowered.plant.heat.iter().filter(|h| h.service == Service::Steam);
    let cold = steam().map(|h| p[h.makeup_temperature]).reduce(f64::min);
    refuse(MeasureId::BoilerCondensingEconomizer, "outlet_temperature", &|value| {
        // Flue gas gets no colder than the water that cools it.
        cold.and_then(|min| beyond(value, min, 1e12, Reason::FlueBelowWater))
    });
    let parameter = |id: MeasureId, key: &str| -> f64 {
        let entry = lowered.measures.iter().find(|m| m.slots.id == id);
        slot(entry, id, key).map_or(0.0, |slot| p[slot])
    };
    let pump = MeasureId::HeatPumpHotWater;
    let (hot, cold) = (parameter(pump, "hot_temperature"), parameter(pump, "cold_temperature"));
    let ideal = (hot + 273.15) / (hot - cold).max(1.0);
    let control = MeasureId::AerationDoControl;
    let saturation = parameter(control, "beta") * parameter(control, "saturation");
    for key in ["do_before", "do_after"] {
        refuse(control, key, &|value| beyond(value, 0.0, saturation, Reason::OxygenAboveSaturation));
    }
    refuse(pump, "cop", &|value| beyond(value, 1.0, ideal, Reason::PumpAboveIdeal));
    problems
}

fn beyond(value: f64, min: f64, max: f64, reason: Reason) -> Option<ProblemKind> {
    let reason = Some(reason);
    (value < min || value > max).then_some(ProblemKind::OutOfRange { value, min, max, reason })
}

fn slot(entry: Option<&super::MeasureEntry>, id: MeasureId, key: &str) -> Option<Slot> {
    let (place, _) = id.param(key)?;
    entry?.slots.params.get(place).copied()
}

/// A parameter the user changed: which measure of the catalogue, and its value.
fn said(lowered: &Lowered, id: MeasureId, key: &str) -> Option<(usize, f64)> {
    let index = lowered.measures.iter().position(|m| m.slots.id == id)?;
    let slot = slot(lowered.measures.get(index), id, key)?;
    let origin = lowered.plant.slots.get(slot.index())?.origin;
    matches!(origin, Origin::Measure { changed: true, .. }).then(|| (index, lowered.params[slot]))
}

#[cfg(test)]
mod tests {
    use super::{acid_dew_point, water_dew_point};

    /// Verhoff and Banchero by hand: 10 % water and 10 ppm of trioxide, 76 and 0.0076 mmHg:
    /// 2.276 − 0.0294 × 4.3307 + 0.0858 × 4.8796 − 0.0062 × 4.3307 × 4.8796 = 2.4364; 410.45 K.
    #[test]
    fn acid_dew_point_by_hand() {
        let got = acid_dew_point(0.10, 1e-5);
        assert!((got - 137.3).abs() < 0.05, "{got}");
        assert!(acid_dew_point(0.10, 1e-4) > got && acid_dew_point(0.15, 1e-5) > got);
    }

    /// DOE steam tip 26A: 135 °F for natural gas. IAPWS-IF97: 12.35 kPa at 50 °C.
    #[test]
    fn water_dew_point_by_the_steam_table() {
        assert!((water_dew_point(super::vapour(crate::carrier::Group::Gas)) - 57.0).abs() < 0.3);
        assert!((water_dew_point(12.352 / 101.325) - 50.0).abs() < 0.1);
    }
}
