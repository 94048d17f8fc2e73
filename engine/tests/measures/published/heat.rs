//! Published cases of boilers, steam, furnaces and fuels.

use super::inputs::Inputs;
use crate::common::{
    GAS_CO2, alone, bill, factory, gas_steam, in_dollars, outcome, plain_system, saved, stated,
    with_priced_gas,
};
use crate::steam::steam_plant;
use lantian_engine::data::MeasureId::{
    BoilerCoalToGas, BoilerCondensateReturn, BoilerEconomizer, CombustionAirPreheat, EnergyManagementSystem,
    StenterHeatRecovery,
};
use lantian_engine::measures::trap_flow;
use lantian_engine::metric::Metric;
use lantian_engine::project::{Bill, FiredUse, HeatSource, Project};

/// GJ in a million British thermal units, MJ in a kilogram of standard coal, kg in a pound, and litres in a
/// US gallon.
const MMBTU: f64 = 1.055_056;
const COAL_EQUIVALENT: f64 = 29.3076;
const POUND: f64 = 0.453_592_37;
const GALLON: f64 = 3.785_412;
/// Bar in a pound per square inch, and the atmosphere in those.
const PSI_BAR: f64 = 0.068_947_57;
const ATMOSPHERE_PSI: f64 = 14.7;
/// Net over gross heat of natural gas.
const NET_OVER_GROSS: f64 = 0.902;

fn celsius(fahrenheit: f64) -> f64 {
    (fahrenheit - 32.0) / 1.8
}

pub fn figure(figure: (&str, &str), i: &Inputs) -> Option<f64> {
    Some(match figure {
        ("C-15", "fuel saved") => stenters(i),
        ("C-33" | "C-34" | "C-35", "CO2 avoided") => gas_saved(i),
        ("C-37", "CO2 reduced") => coal_to_gas(i, true),
        ("C-37", "CO2 of the coal, gross") => coal_to_gas(i, false),
        ("C-38", _) => stuck_trap(i),
        ("C-40", "money saved") => economizer(i),
        ("C-41", "fuel money saved") => condensate(i, Metric::Fuel) / MMBTU * i.get("price"),
        ("C-41", "water money saved") => condensate(i, Metric::Water) * 1000.0 / GALLON * i.get("per_gallon"),
        ("C-46", "heat saved") => laundry(i),
        ("C-55", "fuel saved") => {
            let params = i.params(&["flue_temperature"]);
            saved(&alone(&furnace(), CombustionAirPreheat, &params), Metric::Fuel) / FURNACE_GJ * 100.0
        }
        ("C-56", _) => rolled_steel(i),
        ("C-62", _) => sulphur(i),
        _ => return None,
    })
}

/// So many stenters on gas at 85 %, their ducts not known.
fn stenters(i: &Inputs) -> f64 {
    let mut project = factory(10e6);
    project.bills.push(bill("natural_gas", 20e6, "m3", 4.2));
    project.fired.push(FiredUse {
        kind: "stenter".into(),
        carrier: "natural_gas".into(),
        share: Some(100.0),
        efficiency: Some(85.0),
        count: Some(i.get("stenters")),
        ..FiredUse::default()
    });
    saved(&alone(&project, StenterHeatRecovery, &[]), Metric::Fuel) / COAL_EQUIVALENT
}

/// Tonnes of CO2 of gas that a programme saves; next to no electricity.
fn gas_saved(i: &Inputs) -> f64 {
    let mut project = gas_steam(stated("natural_gas", Some(80.0)));
    project.bills[0].amount = Some(1.0);
    let share = saved(&alone(&project, EnergyManagementSystem, &[]), Metric::Fuel) / 36_000.0;
    // Bills of 36 MJ a cubic metre.
    project.bills[1].amount = Some(i.get("saved_twh") * 3.6e6 / share / 0.036);
    saved(&alone(&project, EnergyManagementSystem, &[]), Metric::Co2)
}

/// Steam from coal of 23 GJ/t at so many per cent, and a price for gas.
fn coal_steam(tonnes: f64, sulphur: f64, efficiency: f64) -> Project {
    let mut project = factory(1e6);
    project.bills.push(Bill {
        ncv: Some(23.0),
        sulphur: Some(sulphur),
        ..bill("bituminous_coal", tonnes, "t", 860.0)
    });
    project.heat.push(plain_system("steam", vec![stated("bituminous_coal", Some(efficiency))]));
    with_priced_gas(project)
}

/// The same heat from gas of that calorific value and boilers as good as the old ones.
fn coal_to_gas(i: &Inputs, net: bool) -> f64 {
    let heat = i.get("tce") * COAL_EQUIVALENT;
    let mut project = coal_steam(heat / 23.0, 0.6, 90.0);
    project.bills.last_mut().unwrap().ncv = Some(heat * 1000.0 / (i.get("million_m3") * 1e6));
    let outcome = alone(&project, BoilerCoalToGas, &[("boiler_efficiency_new", 0.90)]);
    if net { saved(&outcome, Metric::Co2) } else { outcome.before.totals[Metric::Co2] }
}

fn sulphur(i: &Inputs) -> f64 {
    let project = coal_steam(i.get("coal_tonnes"), i.get("sulphur"), 72.0);
    outcome(&project).before.totals[Metric::So2] / 1000.0
}

/// Dollars that one trap stuck open blows away.
fn stuck_trap(i: &Inputs) -> f64 {
    let pressure = (i.get("psig") + ATMOSPHERE_PSI) * PSI_BAR;
    let pounds = trap_flow(pressure, i.get("inch") * 25.4) / POUND * i.get("hours");
    pounds / 1000.0 * i.get("per_1000_lb")
}

/// Dollars a year. American efficiencies and prices are by gross heat.
fn economizer(i: &Inputs) -> f64 {
    let gross = i.get("output_mmbtu_h") * i.get("hours") / (i.get("efficiency") / 100.0);
    let net = gross * MMBTU * NET_OVER_GROSS;
    let mut project = in_dollars(factory(1e6), 0.05);
    project.bills.push(Bill { ncv: Some(36.0), ..bill("natural_gas", net / 0.036, "m3", 0.2) });
    let source = HeatSource {
        stack_temperature: Some(celsius(i.get("stack_f"))),
        oxygen: Some(i.get("oxygen")),
        ..stated("natural_gas", Some(i.get("efficiency") / NET_OVER_GROSS))
    };
    project.heat.push(plain_system("steam", vec![source]));
    let params = [
        ("effectiveness", i.get("effectiveness")),
        ("feedwater_temperature", celsius(i.get("feedwater_f"))),
        ("flue_temperature_min_gas", celsius(i.get("outlet_f"))),
    ];
    let outcome = alone(&project, BoilerEconomizer, &params);
    saved(&outcome, Metric::Fuel) / NET_OVER_GROSS / MMBTU * i.get("price")
}

/// What comes back is four tenths of the steam, which did not before.
fn condensate(i: &Inputs, metric: Metric) -> f64 {
    let returned = (1.0 - i.get("flash") / 100.0) * i.get("lb_h") * POUND * i.get("hours") * 1e-3;
    let (hot, cold) = (celsius(i.get("condensate_f")), celsius(i.get("makeup_f")));
    let project = steam_plant(returned / 0.4, 0.3, hot, cold, i.get("efficiency"));
    saved(&alone(&project, BoilerCondensateReturn, &[("return_after", 70.0)]), metric)
}

/// Kilowatts of heat that the condensate carries back.
fn laundry(i: &Inputs) -> f64 {
    let (hours, efficiency) = (8000.0, 80.0);
    let makeup = 85.0 - i.get("kj_kg") / 4.187;
    let project = steam_plant(i.get("kg_h") * hours * 1e-3, 0.0, 85.0, makeup, efficiency);
    let outcome = alone(&project, BoilerCondensateReturn, &[("return_after", i.get("return"))]);
    saved(&outcome, Metric::Fuel) * efficiency / 100.0 / 0.0036 / hours
}

const FURNACE_GJ: f64 = 36_000.0;

/// A furnace on gas.
fn furnace() -> Project {
    let mut project = factory(1.0);
    project.bills.push(Bill { ncv: Some(36.0), ..bill("natural_gas", 1e6, "m3", 4.0) });
    project.fired.push(FiredUse {
        kind: "furnace".into(),
        carrier: "natural_gas".into(),
        share: Some(100.0),
        ..FiredUse::default()
    });
    project
}

/// Kilograms of CO2 for the gas that preheated air saves with a tonne of steel.
fn rolled_steel(i: &Inputs) -> f64 {
    let outcome = alone(&furnace(), CombustionAirPreheat, &[]);
    let factor = saved(&outcome, Metric::Co2) * 1000.0 / saved(&outcome, Metric::Fuel);
    assert!((factor / GAS_CO2 - 1.0).abs() < 1e-9, "only gas is saved: {factor}");
    factor * i.get("gj")
}
