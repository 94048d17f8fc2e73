//! Bills and the sector alone: what stands in for equipment that nobody has entered.

use crate::common::{alone, bill, factory, measure, near, outcome, same, saved};
use lantian_engine::data::MeasureId::{
    BoilerCoalToGas, CombustionAirPreheat, InfraredOven, StenterExhaustHumidityControl, StenterHeatRecovery,
};
use lantian_engine::measures::Missing;
use lantian_engine::metric::Metric;
use lantian_engine::plant::FiredKind;
use lantian_engine::project::{Bill, Project};

/// Electricity and 36,000 GJ of gas.
fn on_gas(sector: &str) -> Project {
    let mut project = factory(1e6);
    project.site.sector = sector.into();
    project.bills.push(Bill { ncv: Some(36.0), ..bill("natural_gas", 1e6, "m3", 4.0) });
    project
}

/// Coal in a sector whose fuel burns in kilns.
fn on_coal(sector: &str) -> Project {
    let mut project = factory(1e6);
    project.site.sector = sector.into();
    project.bills.push(Bill { ncv: Some(20.0), ..bill("bituminous_coal", 1000.0, "t", 800.0) });
    project
}

fn kinds(project: &Project) -> Vec<FiredKind> {
    outcome(project).model.lowered.plant.fired.iter().filter(|f| !f.dormant).map(|f| f.kind).collect()
}

/// A narrower trade burns its fuel like the wider one it belongs to.
#[test]
fn narrow_trades_have_the_machines_of_the_wider() {
    for (sector, kind) in [
        ("ceramics", FiredKind::Furnace),
        ("glass", FiredKind::Furnace),
        ("metal_casting_aluminium", FiredKind::Furnace),
        ("packaging_flexible", FiredKind::Oven),
        ("wood", FiredKind::Oven),
    ] {
        assert!(kinds(&on_gas(sector)).contains(&kind), "{sector}");
    }
}

/// Kilns take 97 % of the gas of a ceramics works (`sectors.csv`). Flue gas of 870 °C, 4 % oxygen, air
/// from 30 to 400 °C: 49.8 to 65.3 % of available heat, 23.78 % less gas. At 3.5 GJ an hour each, 34,920 GJ
/// over 8,000 h are two kilns.
#[test]
fn kilns_of_a_gas_bill() {
    let outcome = alone(&on_gas("ceramics"), CombustionAirPreheat, &[]);
    near(saved(&outcome, Metric::Fuel), 0.97 * 36_000.0 * 0.2378, 1e-3);
    same(measure(&outcome, CombustionAirPreheat).size, 2.0);
}

/// Coal of a ceramics works burns in its kilns, for it has no steam boilers; that of a dyehouse in a
/// boiler.
#[test]
fn coal_goes_where_the_trade_burns_it() {
    let kilns = on_coal("ceramics");
    assert!(kinds(&kilns).contains(&FiredKind::Furnace));
    assert_eq!(measure(&outcome(&kilns), BoilerCoalToGas).missing, Some(Missing::CoalBoiler));
    near(saved(&alone(&kilns, CombustionAirPreheat, &[]), Metric::Fuel), 20_000.0 * 0.2378, 1e-3);
    assert!(!kinds(&on_coal("textile_dyeing")).contains(&FiredKind::Stenter));
}

/// Stenters take 12 % of a dyehouse's gas, 4,320 GJ; the screening share of 15 % comes back. At 85 % that
/// is 550.8 GJ of heat, six tenths of what the exhaust air of 160 °C carries above 30 °C: 0.1066 MJ a m3.
/// The fans move 8.61 million m3 against the exchanger's pressure.
#[test]
fn stenters_of_a_gas_bill() {
    let outcome = alone(&on_gas("textile_dyeing"), StenterHeatRecovery, &[]);
    same(saved(&outcome, Metric::Fuel), 0.15 * 0.12 * 36_000.0);
    let each = 353.0 / 433.15 * 1.006 * 130.0 * 1e-6;
    let volume = 0.15 * 4320.0 * 0.85 / 0.60 / each;
    near(volume, 8.61e6, 1e-3);
    let param = |key: &str| StenterHeatRecovery.param(key).unwrap().1.default.unwrap();
    let fan = volume * param("pressure_drop") / param("fan_efficiency") / 3.6e6;
    same(-saved(&outcome, Metric::SiteElectricity), fan);
    // One stenter burns 0.86 GJ an hour, 6,880 GJ in 8,000 h.
    same(measure(&outcome, StenterHeatRecovery).size, 1.0);
}

/// Ten times the gas needs ten times the machines, and saves ten times as much.
#[test]
fn machines_grow_with_the_bill() {
    for (sector, id) in [
        ("textile_dyeing", StenterHeatRecovery),
        ("textile_dyeing", StenterExhaustHumidityControl),
        ("metal_casting", CombustionAirPreheat),
        ("printing", InfraredOven),
    ] {
        let small = on_gas(sector);
        let mut large = small.clone();
        for bill in &mut large.bills {
            bill.amount = bill.amount.map(|amount| amount * 10.0);
        }
        let (small, large) = (alone(&small, id, &[]), alone(&large, id, &[]));
        near(saved(&large, Metric::Fuel), 10.0 * saved(&small, Metric::Fuel), 1e-9);
        let (few, many) = (measure(&small, id).size, measure(&large, id).size);
        assert!(many > 5.0 * few && many <= 10.0 * few, "{}: {few} and {many}", id.slug());
    }
}
