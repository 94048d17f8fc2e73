//! What the measures on furnaces and ovens share: available heat and the uses they act on.
//!
//! Available heat is what of the fuel's heat does not leave with the flue gas. The correlation is that
//! of the US DOE process-heating tools (gas, °F): 95 − 0.025 T_flue − (c T_flue − 1.0789) X +
//! (c T_air − 1.0789) (1 + X) per cent of gross heat, c = 0.017828518 + 2.556e-6 T_air, with excess air
//! X = 8.52381 O2 / (2 − 9.52381 O2).

use super::Context;
use crate::plant::{Electric, ElectricKind, Fired, FiredKind, Plant};
use crate::scalar::Scalar;

/// Air around ovens and furnaces, degC: the fresh-air temperature of the other heat measures.
pub(super) const AMBIENT: f64 = 30.0;
/// Oxygen beyond which no flame burns, as a fraction.
const MOST_OXYGEN: f64 = 0.2;
/// Available heat is at least this; below it no furnace would reach its temperature.
const LEAST: f64 = 0.05;

/// Direct-fired uses of some kinds that stand today.
pub(super) fn uses<'a>(plant: &'a Plant, kinds: &'a [FiredKind]) -> impl Iterator<Item = &'a Fired> {
    plant.fired.iter().filter(move |f| !f.dormant && kinds.contains(&f.kind))
}

/// Furnaces and kilns.
pub(super) fn furnaces(plant: &Plant) -> impl Iterator<Item = &Fired> {
    uses(plant, &[FiredKind::Furnace])
}

/// Electric ovens, kilns and heaters.
pub(super) fn electric(plant: &Plant) -> impl Iterator<Item = &Electric> {
    super::electric_of(plant, ElectricKind::ProcessHeat)
}

/// Machines of direct-fired uses; where they are not counted, as many as their fuel would keep busy.
/// Sizing only.
pub(super) fn machines<'a>(cx: &Context<'_, f64>, uses: impl Iterator<Item = &'a Fired>) -> f64 {
    let hours = cx.p[cx.plant.hours].max(1.0);
    let counted = |f: &Fired| cx.p[f.fuel] / (hours * burner_heat(f.kind));
    uses.map(|f| f.machines.unwrap_or_else(|| counted(f).ceil().max(1.0))).sum()
}

/// GJ an hour that one machine burns: stenters of the worked dyeing mill (59.3 TJ in ten for 6,900 h),
/// melting furnaces of a foundry (47 TJ in two for 6,600 h; an assumption), the oven of the worked plastics
/// plant (1.3 TJ for 3,600 h).
fn burner_heat(kind: FiredKind) -> f64 {
    match kind {
        FiredKind::Stenter => 0.86,
        FiredKind::Furnace => 3.5,
        _ => 0.37,
    }
}

/// Exhaust temperature as said, else a parameter of the measure.
pub(super) fn flue<S: Scalar>(cx: &Context<'_, S>, fired: &Fired, key: &str) -> S {
    fired.exhaust.as_ref().map_or_else(|| cx.param(key), |e| cx.p[e.temperature])
}

/// Available heat as a fraction; temperatures in degC, oxygen in per cent of dry flue gas.
pub(super) fn available_heat<S: Scalar>(flue: S, air: S, oxygen: S) -> S {
    let number = S::constant;
    let fahrenheit = |celsius: S| celsius * number(1.8) + number(32.0);
    let (flue, air) = (fahrenheit(flue), fahrenheit(air));
    let oxygen = (oxygen * number(0.01)).min(number(MOST_OXYGEN));
    let excess = number(8.52381) * oxygen / (number(2.0) - number(9.52381) * oxygen);
    let heat = number(0.017_828_518) + number(2.556e-6) * air;
    let above = |t: S| heat * t - number(1.078_913_827);
    let percent =
        number(95.0) - number(0.025) * flue - above(flue) * excess + above(air) * (S::one() + excess);
    (percent * number(0.01)).max(number(LEAST)).min(S::one())
}

#[cfg(test)]
mod tests {
    use super::available_heat;

    fn celsius(fahrenheit: f64) -> f64 {
        (fahrenheit - 32.0) / 1.8
    }

    /// Oxygen of an excess air X: the relation above, solved.
    fn oxygen(excess: f64) -> f64 {
        200.0 * excess / (8.52381 + 9.52381 * excess)
    }

    /// MEASUR suite, exhaust-gas losses: 65 % excess air, air at 300 °F, flue gas at 550 °F: 82.728 %.
    #[test]
    fn available_heat_of_the_measur_suite() {
        let got = available_heat(celsius(550.0), celsius(300.0), oxygen(0.65));
        assert!((got - 0.827_279_42).abs() < 1e-8, "{got}");
    }

    /// MEASUR suite, efficiency improvement: oxygen 6 to 2 %, flue gas 1,600 to 1,200 °F, air 80 to
    /// 750 °F save 41.52 %. An earlier release printed 40.95 % through a misplaced bracket.
    #[test]
    fn efficiency_improvement_of_the_measur_suite() {
        let before = available_heat(celsius(1600.0), celsius(80.0), 6.0);
        let after = available_heat(celsius(1200.0), celsius(750.0), 2.0);
        let saved: f64 = 1.0 - before / after;
        assert!((saved - 0.4152).abs() < 1e-4, "{saved}");
    }
}
