//! Each measure by itself on its reference plant.

use crate::common::{alone, near, same, tick};
use lantian_engine::assess::{Depth, Outcome, assess};
use lantian_engine::data::MeasureId;
use lantian_engine::inspect::{Inspection, inspect};
use lantian_engine::measures::CATALOGUE;
use lantian_engine::metric::Metric;
use lantian_engine::places::Places;
use lantian_engine::project::{Project, path};
use lantian_engine::reference::{ReferenceError, Shape, reference, short_names};
use std::collections::BTreeSet;

fn plant(id: MeasureId) -> Project {
    reference(id, &Shape::default()).unwrap_or_else(|error| panic!("{}: {error:?}", id.slug()))
}

#[track_caller]
fn outcome(project: &Project) -> Outcome {
    let assessment = assess(project, Depth::Quick);
    assessment.outcome.unwrap_or_else(|| panic!("{:?}", assessment.problems))
}

fn place(id: MeasureId) -> usize {
    CATALOGUE.iter().position(|other| *other == id).unwrap()
}

#[track_caller]
fn value(inspection: &Inspection, name: &str) -> f64 {
    let found = inspection.values.iter().find(|value| value.name == name);
    found.unwrap_or_else(|| panic!("no {name}: {:?}", inspection.values)).value
}

#[test]
fn every_measure_has_a_reference_plant_that_it_changes() {
    for &id in CATALOGUE {
        let project = plant(id);
        let outcome = outcome(&project);
        let measure = &outcome.measures[place(id)];
        assert!(measure.missing.is_none(), "{}: {:?}", id.slug(), measure.missing);
        let alone = measure.alone.as_ref().unwrap();
        let running = measure.appraisal.as_ref().unwrap().yearly_saving;
        // Some only with a figure that only the user knows; then they change nothing and say so.
        let moved = Metric::ALL.iter().any(|&m| alone[m].abs() > 1e-9) || running.abs() > 1e-9;
        assert!(moved, "{}", id.slug());
    }
}

#[test]
fn every_number_is_finite_named_once_and_agrees_with_the_plain_evaluation() {
    for &id in CATALOGUE {
        let outcome = outcome(&plant(id));
        let inspection = inspect(&outcome.model, place(id));
        let mut names = BTreeSet::new();
        for found in &inspection.values {
            assert!(found.value.is_finite(), "{}: {found:?}", id.slug());
            assert!(names.insert(found.name.clone()), "{}: {} twice", id.slug(), found.name);
        }
        let alone = outcome.measures[place(id)].alone.as_ref().unwrap();
        for &metric in Metric::ALL {
            let (name, got) = (format!("{}_saved", metric.slug()), alone[metric]);
            // Not the same fold order of empty sums, so up to rounding of what it is taken from.
            let scale = outcome.before.totals[metric].abs().max(1.0);
            assert!((value(&inspection, &name) - got).abs() <= 1e-9 * scale, "{}: {name}", id.slug());
        }
    }
}

/// A handle that a measure turns is listed by a name of its own, not as "neutral".
#[test]
fn every_number_that_a_measure_changes_has_a_name() {
    for &id in CATALOGUE {
        let outcome = outcome(&plant(id));
        let places = Places::new(&outcome.model.lowered.plant);
        for edit in outcome.model.edits[place(id)].list() {
            assert!(places.name(edit.slot).is_some(), "{}: {:?}", id.slug(), edit.slot);
        }
    }
}

/// Flue gas at 220 °C and 4 % oxygen, air at 25 °C, gas (A = 0.66, B = 0.009): loss 195 × (0.66 ÷ 17 + 0.009)
/// = 9.326 %. The economizer cools it by 0.6 × (220 − 105) = 69 K to 151 °C: 126 K, 6.026 %.
#[test]
fn an_economizer_tells_its_flue_gas_and_losses() {
    let id = MeasureId::BoilerEconomizer;
    let mut project = plant(id);
    for (name, text) in
        [("stack_temperature", "220"), ("oxygen", "4"), ("air_temperature", "25"), ("shell_loss", "1")]
    {
        path::set(&mut project, name, text).unwrap();
    }
    tick(
        &mut project,
        id,
        &[("effectiveness", 0.6), ("feedwater_temperature", 105.0), ("flue_temperature_min_gas", 100.0)],
    );
    let inspection = inspect(&outcome(&project).model, place(id));
    same(value(&inspection, "flue_temperature_before"), 220.0);
    same(value(&inspection, "flue_temperature_after"), 151.0);
    let loss = |kelvin: f64| kelvin * (0.66 / 17.0 + 0.009) * 0.01;
    same(value(&inspection, "stack_loss_before"), loss(195.0));
    same(value(&inspection, "stack_loss_after"), loss(126.0));
    same(value(&inspection, "boiler_efficiency_after"), 1.0 - 0.01 - loss(126.0));
    // The same steam from less fuel.
    let (before, after) = (value(&inspection, "boiler_fuel_before"), value(&inspection, "boiler_fuel_after"));
    same(after / before, (0.99 - loss(195.0)) / (0.99 - loss(126.0)));
    same(value(&inspection, "boiler_fuel_saved"), before - after);
}

/// 1 GWh in 5,000 h at 7.06 kW per m3/min is 28.33 m3/min; a quarter of it leaks: 7.08 m3/min, 39 holes of 0.184.
#[test]
fn leaks_are_told_as_a_flow() {
    let id = MeasureId::CompressedAirLeaks;
    let mut project = plant(id);
    for (name, text) in [("leaks", "25"), ("site.hours", "5000"), ("control", "vsd")] {
        path::set(&mut project, name, text).unwrap();
    }
    let specific = id.param("specific_power_screw").unwrap().1.default.unwrap();
    let outcome = outcome(&project);
    let inspection = inspect(&outcome.model, place(id));
    let delivered = 1e6 / 5000.0 / specific;
    same(value(&inspection, "air_delivered"), delivered);
    same(value(&inspection, "leak_flow"), delivered * 0.25);
    same(outcome.measures[place(id)].size, (delivered * 0.25 / 0.184).ceil());
    same(value(&inspection, "air_volume_before"), 1.0);
    near(value(&inspection, "leak_share_before"), 0.25, 1e-12);
}

/// Half the flow with a fifth of static head: head 0.2 + 0.8 × 0.25 = 0.4; 0.5 × 0.4 ÷ 0.95 of the power.
#[test]
fn a_pump_tells_head_and_power() {
    let id = MeasureId::PumpVsd;
    let mut project = plant(id);
    let params = [("flow_fraction", 0.5), ("static_head_share", 0.2), ("drive_efficiency", 0.95)];
    tick(&mut project, id, &params);
    let inspection = inspect(&outcome(&project).model, place(id));
    same(value(&inspection, "head_ratio"), 0.4);
    same(value(&inspection, "power_ratio"), 0.5 * 0.4 / 0.95);
    same(value(&inspection, "electric_use_before"), value(&inspection, "site_electricity_before"));
    let plain = alone(&plant(id), id, &params);
    same(value(&inspection, "site_electricity_saved"), plain.saving()[Metric::SiteElectricity]);
}

#[test]
fn the_shape_follows_what_is_asked_or_is_refused() {
    let shape = |sector, region, fuel| Shape { sector, region, fuel };
    let oil = reference(MeasureId::BoilerEconomizer, &shape(None, Some("hk_clp"), Some("diesel"))).unwrap();
    assert_eq!((oil.heat[0].sources[0].carrier.as_str(), oil.finance.currency.as_str()), ("diesel", "hkd"));
    assert!(short_names(&oil).iter().any(|(name, at)| name == "fuel_amount" && at == "bills[1].amount"));
    let refused = |id, shape: Shape<'_>| reference(id, &shape).unwrap_err();
    assert_eq!(
        refused(MeasureId::BoilerEconomizer, shape(None, None, Some("whisky"))),
        ReferenceError::UnknownFuel
    );
    assert_eq!(refused(MeasureId::LightingLed, shape(None, None, Some("diesel"))), ReferenceError::NoFuel);
    let nowhere = refused(MeasureId::LightingLed, shape(Some("piracy"), None, None));
    assert!(matches!(nowhere, ReferenceError::Problems(_)), "{nowhere}");
    let gas = refused(MeasureId::BoilerCoalToGas, shape(None, None, Some("natural_gas")));
    assert!(matches!(gas, ReferenceError::Lacks(_)), "{gas}");
}
