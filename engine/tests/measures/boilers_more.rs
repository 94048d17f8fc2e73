//! Boilers: condensing economizer, blowdown, steam pressure, bought steam; and what dew points forbid.

use crate::common::{
    GRID_CO2, alone, bill, boiler, factory, gas_steam, measure, near, nothing, outcome, plain_system, same,
    saved, stated, tick, with,
};
use lantian_engine::assess::{Depth, assess};
use lantian_engine::data::MeasureId::{
    BoilerBlowdownRecovery, BoilerCondensateReturn, BoilerCondensingEconomizer, BoilerEconomizer,
    DistrictSteam, DyehouseWastewaterHeatRecovery, HeatPumpHotWater, SteamPressureReduction,
};
use lantian_engine::metric::Metric;
use lantian_engine::notice::{Problem, ProblemKind, Reason};
use lantian_engine::project::{Bill, Project};

/// Siegert's loss of natural gas, per kelvin, at an oxygen in per cent.
fn per_kelvin(oxygen: f64) -> f64 {
    (0.66 / (21.0 - oxygen) + 0.009) / 100.0
}

/// 36,000 GJ of gas at 140 °C, 4 % oxygen, 1.5 % shell loss: 93.0 %. So much of the heat warms cold water.
fn warm_flue(preheatable: f64) -> Project {
    let mut project = gas_steam(boiler("natural_gas", 140.0, 4.0, 1.5));
    project.heat[0].uses[0].preheatable = Some(preheatable);
    project
}

/// Vapour that condenses between 57 and 45 °C: saturated dry gas holds 17.336 / (101.325 − 17.336) before
/// and 9.595 / (101.325 − 9.595) after (kPa, IAPWS-IF97): 49.3 %.
const CONDENSED: f64 = 1.0 - 9.595 / (101.325 - 9.595) / (17.336 / (101.325 - 17.336));
/// Gross over net calorific value of natural gas (DESNZ 2025), less one: 10.8 %.
const LATENT: f64 = 50.4267 / 45.5151 - 1.0;

/// Flue gas from 140 to 45 °C gives 95 K of sensible heat and half of the latent heat, in 80 % of the year:
/// efficiency 93.0 + 0.8 × (4.54 + 5.32) = 100.9 %.
#[test]
fn condensing_economizer_by_hand() {
    near(CONDENSED, 0.493, 1e-3);
    let outcome = alone(&warm_flue(100.0), BoilerCondensingEconomizer, &[]);
    let before = 1.0 - 0.015 - 115.0 * per_kelvin(4.0);
    let gain = 0.8 * (95.0 * per_kelvin(4.0) + CONDENSED * LATENT);
    // Half a per cent between the vapour-pressure formula and the steam table.
    near(saved(&outcome, Metric::Fuel), 36_000.0 * (1.0 - before / (before + gain)), 2e-3);
    near(before + gain, 1.009, 1e-3);
    // The table's screening range: 3 to 10 % of the fuel.
    assert!((0.03..=0.10).contains(&(saved(&outcome, Metric::Fuel) / 36_000.0)));
}

/// Above the dew point only sensible heat is left: 140 to 60 °C. And no more condenses than is said.
#[test]
fn condensing_economizer_that_does_not_condense() {
    let before = 1.0 - 0.015 - 115.0 * per_kelvin(4.0);
    let of = |gain: f64| 36_000.0 * (1.0 - before / (before + 0.8 * gain));
    let got = alone(&warm_flue(100.0), BoilerCondensingEconomizer, &[("outlet_temperature", 60.0)]);
    same(saved(&got, Metric::Fuel), of(80.0 * per_kelvin(4.0)));
    let got = alone(&warm_flue(100.0), BoilerCondensingEconomizer, &[("condensing_share", 0.2)]);
    same(saved(&got, Metric::Fuel), of(95.0 * per_kelvin(4.0) + 0.2 * LATENT));
}

/// It needs cold water. Without any nothing is saved; where 2 % of the 33,480 GJ warm cold water, those
/// 670 GJ are. Behind other recovered heat that takes all of it, nothing again.
#[test]
fn condensing_economizer_is_limited_by_cold_water() {
    nothing(saved(&alone(&warm_flue(0.0), BoilerCondensingEconomizer, &[]), Metric::Fuel), 36_000.0);
    let before = 1.0 - 0.015 - 115.0 * per_kelvin(4.0);
    let mut project = warm_flue(2.0);
    let got = alone(&project, BoilerCondensingEconomizer, &[]);
    same(saved(&got, Metric::Fuel), 36_000.0 * 0.02);
    project.site.hours = Some(7920.0);
    project.bills.push(bill("water", 1e6, "m3", 1.0));
    let effluent: (_, &[(&str, f64)]) = (DyehouseWastewaterHeatRecovery, &[("size", 0.1)]);
    let condenser: (_, &[(&str, f64)]) = (BoilerCondensingEconomizer, &[]);
    let both = saved(&with(&project, &[effluent, condenser]), Metric::Fuel);
    same(both, 36_000.0 * before * 0.02 / before);
}

/// Make-up water is cold water as well: of 1,000 t of steam half does not return, 500 t from 24 °C to the dew
/// point of 57 °C are 69.1 GJ.
#[test]
fn condensing_economizer_warms_make_up_water() {
    let mut project = warm_flue(0.0);
    let steam = seuif97::px2h(0.8 + 0.101_325, 1.0);
    let (condensate, makeup) = (4.187 * 85.0, 4.187 * 24.0);
    let sent = 1000.0 * ((steam - condensate) + 0.5 * (condensate - makeup)) * 1e-3;
    let before = 1.0 - 0.015 - 115.0 * per_kelvin(4.0);
    project.bills[1].amount = Some(sent / before / 0.036);
    (project.heat[0].condensate_return, project.heat[0].makeup_temperature) = (Some(50.0), Some(24.0));
    let got = alone(&project, BoilerCondensingEconomizer, &[]);
    near(saved(&got, Metric::Fuel), 500.0 * 0.004_187 * 33.0 / before, 1e-6);
}

/// In series after a feedwater economizer, which leaves the flue gas at 120 °C: the two save less than their
/// sum.
#[test]
fn economizers_in_series() {
    let project = warm_flue(100.0);
    let economizer: (_, &[(&str, f64)]) = (BoilerEconomizer, &[]);
    let condenser: (_, &[(&str, f64)]) = (BoilerCondensingEconomizer, &[("condensing_share", 0.0)]);
    let loss = |flue: f64| 1.0 - 0.015 - (flue - 25.0) * per_kelvin(4.0);
    let expected = loss(120.0) + 0.8 * 75.0 * per_kelvin(4.0);
    let both = saved(&with(&project, &[economizer, condenser]), Metric::Fuel);
    same(both, 36_000.0 * (1.0 - loss(140.0) / expected));
}

/// Coal and oil have no condensing economizer.
#[test]
fn condensing_economizer_needs_gas() {
    let mut project = factory(1e6);
    project.bills.push(bill("bituminous_coal", 1000.0, "t", 800.0));
    project.heat.push(plain_system("steam", vec![boiler("bituminous_coal", 180.0, 10.0, 1.5)]));
    assert!(measure(&outcome(&project), BoilerCondensingEconomizer).missing.is_some());
}

/// 10,000 t of steam a year at 0.7 MPa, make-up at 24 °C, nothing of it back, gas boiler of 80 %.
fn bled(blowdown: f64) -> Project {
    let steam = seuif97::px2h(0.7 + 0.101_325, 1.0);
    let mut project = factory(1e6);
    let heat = 10_000.0 * (steam - 4.187 * 24.0) * 1e-3 * (1.0 + blowdown / 100.0 * heat_ratio());
    project.bills.push(Bill { ncv: Some(36.0), ..bill("natural_gas", heat / 0.8 / 0.036, "m3", 4.0) });
    project.bills.push(bill("water", 500_000.0, "m3", 4.0));
    let mut system = plain_system("steam", vec![stated("natural_gas", Some(80.0))]);
    (system.pressure, system.makeup_temperature) = (Some(0.7), Some(24.0));
    (system.condensate_return, system.blowdown) = (Some(0.0), Some(blowdown));
    project.heat.push(system);
    project
}

/// (h' − h_m) / (h'' − h_m) at 0.7 MPa gauge.
fn heat_ratio() -> f64 {
    let (water, steam) = (seuif97::px2h(0.801_325, 0.0), seuif97::px2h(0.801_325, 1.0));
    (water - 4.187 * 24.0) / (steam - 4.187 * 24.0)
}

/// Blowdown 6 to 3 % of 10,000 t: 300 t at h' − h_m = 620 kJ/kg stay, 186 GJ; of the other 300 t four fifths
/// of the heat come back, 149 GJ; at 80 %. 300 m3 of water are saved.
#[test]
fn blowdown_by_hand() {
    let heat = seuif97::px2h(0.801_325, 0.0) - 4.187 * 24.0;
    near(heat, 620.6, 1e-3);
    let outcome = alone(&bled(6.0), BoilerBlowdownRecovery, &[]);
    near(saved(&outcome, Metric::Fuel), (300.0 + 0.8 * 300.0) * heat * 1e-3 / 0.8, 1e-6);
    near(saved(&outcome, Metric::Water), 300.0, 1e-6);
    // Heat recovery alone, and control alone, of half of the boilers.
    let only = alone(&bled(6.0), BoilerBlowdownRecovery, &[("blowdown_after", 0.06)]);
    near(saved(&only, Metric::Fuel), 0.8 * 600.0 * heat * 1e-3 / 0.8, 1e-6);
    nothing(saved(&only, Metric::Water), 300.0);
    let params = [("effectiveness", 0.0), ("coverage", 0.5)];
    let half = alone(&bled(6.0), BoilerBlowdownRecovery, &params);
    near(saved(&half, Metric::Fuel), 150.0 * heat * 1e-3 / 0.8, 1e-6);
    // The screening range is 0.2 to 3 % of the fuel.
    let share = saved(&outcome, Metric::Fuel) / outcome.before.totals[Metric::Fuel];
    assert!((0.002..=0.03).contains(&share), "{share}");
}

/// With all condensate back, the only make-up is for the blowdown itself: it takes up no more than to 100 °C,
/// 4.187 × 76 of the 620.6 kJ/kg.
#[test]
fn blowdown_heat_is_limited_by_make_up() {
    let mut project = bled(6.0);
    project.heat[0].condensate_return = Some(100.0);
    let before = outcome(&project).before;
    let steam = before.source[0] / ((seuif97::px2h(0.801_325, 1.0) - 4.187 * 24.0) * 1e-3);
    let got = alone(&project, BoilerBlowdownRecovery, &[("blowdown_after", 0.06), ("effectiveness", 0.9)]);
    near(saved(&got, Metric::Fuel), 0.06 * steam * 4.187 * 76.0 * 1e-3 / 0.8, 1e-6);
}

/// A boiler that lets down less already keeps its blowdown; steam saved elsewhere saves blowdown too.
#[test]
fn blowdown_follows_the_steam() {
    let outcome = alone(&bled(2.0), BoilerBlowdownRecovery, &[("effectiveness", 0.0)]);
    nothing(saved(&outcome, Metric::Fuel), 1e4);
    // 2 % of the steam that condensate return spares is not let down.
    let back = alone(&bled(2.0), BoilerCondensateReturn, &[("return_after", 50.0)]);
    let fuel = saved(&back, Metric::Fuel);
    let spared = fuel * 0.8 / (1.0 + 0.02 * heat_ratio());
    let steam = spared / ((seuif97::px2h(0.801_325, 1.0) - 4.187 * 24.0) * 1e-3);
    let used = back.before.makeup - back.before.source[0] * 0.02 / steam_heat();
    near(saved(&back, Metric::Water), 0.5 * used + 0.02 * steam, 1e-4);
}

fn steam_heat() -> f64 {
    (seuif97::px2h(0.801_325, 1.0) - 4.187 * 24.0) * 1e-3
}

/// 0.8 to 0.6 MPa: saturation 175.35 to 164.95 °C (IAPWS-IF97), so the flue gas is 10.4 K cooler; failed traps
/// pass 0.7013 / 0.9013 of the steam, pipes lose (164.95 − 30) / (175.35 − 30).
#[test]
fn steam_pressure_by_hand() {
    let mut project = gas_steam(boiler("natural_gas", 220.0, 4.0, 1.5));
    let system = &mut project.heat[0];
    (system.pipe_loss, system.trap_loss) = (Some(5.0), Some(4.0));
    system.uses[0].share = Some(91.0);
    let outcome = alone(&project, SteamPressureReduction, &[]);
    let at = |gauge: f64| seuif97::px2t(gauge + 0.101_325, 0.0);
    let (hot, cooler) = (at(0.8), at(0.6));
    near(hot - cooler, 10.4, 2e-3);
    let efficiency = |flue: f64| 1.0 - 0.015 - (flue - 25.0) * per_kelvin(4.0);
    let sent = 36_000.0 * efficiency(220.0);
    let left = 0.91 + 0.05 * (cooler - 30.0) / (hot - 30.0) + 0.04 * 0.701_325 / 0.901_325;
    let fuel = sent * left / efficiency(220.0 - hot + cooler);
    near(saved(&outcome, Metric::Fuel), 36_000.0 - fuel, 1e-4);
    // The rule of thumb for the stack alone, within a fifth: a per cent for 22 K.
    let bare = alone(&gas_steam(boiler("natural_gas", 220.0, 4.0, 1.5)), SteamPressureReduction, &[]);
    near(saved(&bare, Metric::Fuel) / 36_000.0, (hot - cooler) / 22.0 * 0.01, 0.2);
}

/// No drop, no saving; and atmospheric pressure is the end.
#[test]
fn steam_pressure_has_an_end() {
    let project = gas_steam(boiler("natural_gas", 220.0, 4.0, 1.5));
    let of =
        |bar: f64| saved(&alone(&project, SteamPressureReduction, &[("pressure_drop", bar)]), Metric::Fuel);
    nothing(of(0.0), 36_000.0);
    same(of(8.0), of(80.0));
    assert!(of(8.0) > of(4.0));
}

/// 36,000 GJ of gas at 80 % become 28,800 GJ of steam, and a twentieth more is bought for the pipe's loss.
/// Scope 1 goes, scope 2 comes: 0.11 t/GJ.
#[test]
fn district_steam_by_hand() {
    let project = gas_steam(stated("natural_gas", Some(80.0)));
    let outcome = alone(&project, DistrictSteam, &[]);
    let bought = 28_800.0 / 0.95;
    same(saved(&outcome, Metric::Fuel), 36_000.0);
    same(saved(&outcome, Metric::Energy), 36_000.0 - bought);
    same(outcome.after.totals[Metric::Scope2] - 1e6 * GRID_CO2 / 1000.0, bought * 0.11);
    nothing(outcome.after.totals[Metric::Scope1], 2000.0);
    nothing(outcome.after.totals[Metric::Nox], 1000.0);
    // A cleaner supplier, half of the boilers, no loss.
    let params = [("steam_co2_factor", 0.06), ("coverage", 0.5), ("distribution_loss", 0.0)];
    let half = alone(&project, DistrictSteam, &params);
    same(saved(&half, Metric::Fuel), 18_000.0);
    same(half.after.totals[Metric::Scope2] - 1e6 * GRID_CO2 / 1000.0, 14_400.0 * 0.06);
}

/// Steam saved is steam not bought: a quarter of the condensate's heat, as in the boiler's case but without
/// its losses.
#[test]
fn district_steam_and_saving_steam() {
    let mut project = gas_steam(stated("natural_gas", Some(80.0)));
    project.heat[0].uses[0].preheatable = Some(50.0);
    let park: (_, &[(&str, f64)]) = (DistrictSteam, &[]);
    let pump: (_, &[(&str, f64)]) = (HeatPumpHotWater, &[("backup_share", 0.0)]);
    let both = with(&project, &[park, pump]);
    let steam = both.model.lowered.plant.supplies.iter().position(|s| s.carrier.slug() == "steam").unwrap();
    same(both.after.carrier[steam], 14_400.0 / 0.95);
}

/// Where steam is bought already, the supplier's own factor holds; where it has no price, the measure is not
/// offered.
#[test]
fn district_steam_where_it_is_known_and_where_not() {
    let mut project = gas_steam(stated("natural_gas", Some(80.0)));
    project.site.region = "hk_clp".into();
    project.bills[1] = bill("towngas", 10_000.0, "towngas_unit", 15.0);
    project.heat[0].sources = vec![stated("towngas", Some(80.0))];
    assert!(measure(&outcome(&project), DistrictSteam).missing.is_some());
}

/// The problems a project has.
fn problems(project: &Project) -> Vec<Problem> {
    assess(project, Depth::Quick).problems
}

fn coal(sulphur: f64) -> Project {
    let mut project = factory(1e6);
    let fuel = bill("bituminous_coal", 1000.0, "t", 800.0);
    project.bills.push(Bill { ncv: Some(23.0), sulphur: Some(sulphur), ..fuel });
    project.heat.push(plain_system("steam", vec![boiler("bituminous_coal", 180.0, 10.0, 1.5)]));
    project
}

/// A non-condensing economizer below the dew point is refused, with the limit: gas at 57 °C less what excess
/// air thins (4 % oxygen: 17.1 × 17 / 21 = 13.8 % vapour, 14.0 kPa, 52.6 °C by the steam table); coal with
/// 0.6 % sulphur where its acid condenses.
#[test]
fn flue_gas_below_its_dew_point_is_refused() {
    let mut gas = gas_steam(boiler("natural_gas", 200.0, 4.0, 1.5));
    let dew = |project: &Project| match problems(project).as_slice() {
        [Problem { kind: ProblemKind::FlueBelowDewPoint { dew_point, .. }, field }] => {
            assert!(field.name.starts_with("flue_temperature_min"), "{field:?}");
            Some(*dew_point)
        }
        [] => None,
        other => panic!("{other:?}"),
    };
    tick(&mut gas, BoilerEconomizer, &[("flue_temperature_min_gas", 50.0)]);
    assert!((dew(&gas).unwrap() - 52.6).abs() < 0.5, "{:?}", dew(&gas));
    tick(
        &mut gas,
        BoilerEconomizer,
        &[("flue_temperature_min_gas", 60.0), ("flue_temperature_min_oil", 50.0)],
    );
    assert_eq!(dew(&gas), None);

    // Dioxide: 0.006 × 0.7 / 23 MJ / 0.25 = 730 ppm of dry gas, thinned by 11 / 21 to 383; a hundredth is
    // trioxide, 3.7 ppm of the wet gas with 4.2 % vapour. Verhoff and Banchero with 31.8 and 0.00279 mmHg:
    // 2.276 − 0.1017 + 0.5047 − 0.1262 = 2.5528; 391.7 K.
    let mut project = coal(0.6);
    tick(&mut project, BoilerEconomizer, &[("flue_temperature_min_oil", 100.0)]);
    assert!((dew(&project).unwrap() - 118.6).abs() < 1.0, "{:?}", dew(&project));
    tick(&mut project, BoilerEconomizer, &[("flue_temperature_min_oil", 130.0)]);
    assert_eq!(dew(&project), None);
    // More sulphur, a higher limit.
    let mut dirty = coal(3.0);
    tick(&mut dirty, BoilerEconomizer, &[("flue_temperature_min_oil", 125.0)]);
    assert!(dew(&dirty).unwrap() > 125.0);
}

/// Efficiencies that their fuel does not allow on net calorific value. Coal with 0.6 % sulphur must stay above
/// its acid dew point, about 130 °C without excess air: 1 − 105 K × 0.766 / 21 % leave 96.2 %.
#[test]
fn efficiencies_above_the_dew_point_are_refused() {
    let stated_at = |mut project: Project, percent: f64| {
        let source = &mut project.heat[0].sources[0];
        (source.efficiency, source.stack_temperature, source.oxygen) = (Some(percent), None, None);
        problems(&project)
    };
    match stated_at(coal(0.6), 98.0).as_slice() {
        [Problem { kind: ProblemKind::TooEfficient { efficiency, most, dew_point: Some(dew) }, field }] => {
            assert_eq!(field.name, "efficiency");
            same(*efficiency, 0.98);
            assert!((*dew - 131.0).abs() < 3.0, "{dew}");
            same(*most, 1.0 - (dew - 25.0) * 0.766 / 21.0 / 100.0);
        }
        other => panic!("{other:?}"),
    }
    assert!(stated_at(coal(0.6), 90.0).is_empty());
    let gas = || gas_steam(stated("natural_gas", Some(90.0)));
    assert!(stated_at(gas(), 104.0).is_empty());
    match stated_at(gas(), 112.0).as_slice() {
        [Problem { kind: ProblemKind::TooEfficient { most, dew_point: None, .. }, .. }] => {
            same(*most, 1.0 + LATENT);
        }
        other => panic!("{other:?}"),
    }
}

/// Heat goes from hot to cold, and no heat pump beats the ideal one: 328.15 / 37 = 8.87.
#[test]
fn impossible_parameters_say_why() {
    let reason = |id, params: &[(&str, f64)]| {
        let mut project = gas_steam(stated("natural_gas", Some(80.0)));
        tick(&mut project, id, params);
        match problems(&project).as_slice() {
            [Problem { kind: ProblemKind::OutOfRange { reason, .. }, .. }] => *reason,
            [] => None,
            other => panic!("{other:?}"),
        }
    };
    let condenser = |outlet: f64| reason(BoilerCondensingEconomizer, &[("outlet_temperature", outlet)]);
    assert_eq!(condenser(20.0), Some(Reason::FlueBelowWater));
    assert_eq!(condenser(30.0), None);
    assert_eq!(reason(HeatPumpHotWater, &[("cop", 9.0)]), Some(Reason::PumpAboveIdeal));
    assert_eq!(reason(HeatPumpHotWater, &[("cop", 0.9)]), Some(Reason::HeatPumpBelowOne));
    assert_eq!(reason(HeatPumpHotWater, &[("cop", 8.8)]), None);
}

/// The pipe that stands ready for a measure is no supply: steam that nobody bills is told, not taken as nothing.
#[test]
fn steam_without_a_bill_is_told() {
    let mut project = gas_steam(stated("natural_gas", Some(80.0)));
    let mut bought = stated("steam", None);
    bought.kind = "purchased".into();
    project.heat[0].sources.push(bought);
    assert!(matches!(problems(&project).as_slice(), [Problem { kind: ProblemKind::Unknown { .. }, .. }]));
}
