//! `lantian measure`: one upgrade by itself.

use crate::common::{cases, lantian};
use crate::failures::fails;
use lantian_engine::measures::CATALOGUE;
use serde_json::Value;

#[track_caller]
fn value(answer: &Value, name: &str) -> f64 {
    answer["values"][name]["value"].as_f64().unwrap_or_else(|| panic!("no {name}: {answer}"))
}

#[track_caller]
fn near(got: f64, expected: f64) {
    assert!((got - expected).abs() <= 1e-9 * expected.abs(), "{got} instead of {expected}");
}

#[test]
fn every_upgrade_answers_with_named_numbers() {
    for id in CATALOGUE {
        let run = lantian(&["measure", id.slug(), "--json"]);
        assert_eq!(run.code, 0, "{}: {}", id.slug(), run.err);
        let answer = run.json();
        assert_eq!(answer["id"], id.slug());
        let values = answer["values"].as_object().unwrap();
        assert!(values.len() > 60, "{}: {}", id.slug(), values.len());
        for (name, value) in values.iter().chain(answer["inputs"].as_object().unwrap()) {
            assert!(value["value"].is_f64(), "{}: {name}: {value}", id.slug());
            assert!(value["unit"].as_str().is_some_and(|unit| !unit.is_empty()), "{}: {name}", id.slug());
        }
    }
}

/// Gas at 220 °C, 4 % oxygen, air 20 °C: 200 K × (0.66 ÷ 17 + 0.009) = 9.565 %; cooled by half of 220 - 80 to 150 °C:
/// 130 K. 500,000 m3 at 36 MJ are 18,000 GJ.
#[test]
fn an_economizer_as_set() {
    let run = lantian(&[
        "measure",
        "boiler_economizer",
        "--set=fuel_amount=500000",
        "--set=ncv=36",
        "--set=stack_temperature=220",
        "--set=oxygen=4",
        "--set=air_temperature=20",
        "--set=shell_loss=1",
        "--set=effectiveness=0.5",
        "--set=feedwater_temperature=80",
        "--json",
    ]);
    assert_eq!((run.code, run.err.as_str()), (0, ""));
    let answer = run.json();
    let loss = |kelvin: f64| kelvin * (0.66 / 17.0 + 0.009) * 0.01;
    near(value(&answer, "flue_temperature_before"), 220.0);
    near(value(&answer, "flue_temperature_after"), 150.0);
    near(value(&answer, "stack_loss_before"), loss(200.0));
    near(value(&answer, "stack_loss_after"), loss(130.0));
    near(value(&answer, "boiler_fuel_before"), 18_000.0);
    let saved = 18_000.0 * (1.0 - (0.99 - loss(200.0)) / (0.99 - loss(130.0)));
    near(value(&answer, "boiler_fuel_saved"), saved);
    assert_eq!(answer["values"]["flue_temperature_after"]["unit"], "degc");
    assert_eq!(answer["inputs"]["effectiveness"]["from"], "set");
    assert_eq!(answer["inputs"]["heat.steam.natural_gas.stack_temperature"]["from"], "set");
    assert_eq!(answer["inputs"]["bills.natural_gas.price"]["from"], "fact");
    assert!(answer["inputs"]["bills.natural_gas.price"]["source"].is_string());
}

#[test]
fn a_file_gives_what_evaluate_gives() {
    let file = cases().into_iter().find(|file| file.ends_with("dyeing_mill.json")).unwrap();
    let file = file.to_str().unwrap();
    let all = lantian(&["evaluate", file, "--json"]).json();
    let one = all["measures"].as_array().unwrap().iter().find(|m| m["id"] == "lighting_led").unwrap().clone();
    let run = lantian(&["measure", "lighting_led", file, "--json"]);
    let answer = run.json();
    assert_eq!(answer["plant"], file);
    for figure in ["co2e", "site_electricity", "cost"] {
        let expected = one["alone"][figure].as_f64().unwrap();
        let before = value(&answer, &format!("{figure}_before"));
        assert!((value(&answer, &format!("{figure}_saved")) - expected).abs() <= 1e-9 * before, "{figure}");
    }
    near(value(&answer, "implementation_cost"), one["cost"].as_f64().unwrap());
    near(value(&answer, "npv"), one["appraisal"]["npv"].as_f64().unwrap());
    // What is assumed about a file is told; of the reference plant it stands among the inputs.
    assert!(run.err.contains("notice: "), "{}", run.err);
}

#[test]
fn a_setting_that_is_no_good_is_refused_with_what_would_be() {
    let set = |setting: &str| lantian(&["measure", "boiler_economizer", "--set", setting]);
    fails(&set("colour=blue"), 2, "--set colour: unknown name; of the measure: effectiveness, ");
    fails(&set("colour=blue"), 2, "stack_temperature, oxygen");
    fails(&set("effectiveness=much"), 2, "--set effectiveness: \"much\" is not a number");
    fails(&set("stack_temperature=hot"), 2, "--set stack_temperature: \"hot\" is not a number");
    fails(&set("effectiveness"), 2, "expected name=value");
    fails(&set("fuel=whisky"), 2, "unknown fuel 'whisky'; known: natural_gas");
    fails(&set("bills.colour=1"), 2, "unknown name");
    fails(&lantian(&["measure"]), 2, "no upgrade given");
    fails(&lantian(&["measure", "magic"]), 2, "unknown upgrade 'magic'");
    fails(&lantian(&["measure", "lighting_led", "--budget", "1"]), 2, "--budget does not belong to measure");
}

#[test]
fn what_physics_does_not_allow_is_refused_with_limit_and_reason() {
    let set = |id: &str, settings: &[&str]| {
        let settings: Vec<String> = settings.iter().map(|setting| format!("--set={setting}")).collect();
        let mut args = vec!["measure", id];
        args.extend(settings.iter().map(String::as_str));
        lantian(&args)
    };
    fails(
        &set("boiler_economizer", &["effectiveness=1.2"]),
        1,
        "effectiveness: out_of_range: 1.2 is not within 0 to 1",
    );
    fails(
        &set("heat_pump_hot_water", &["cop=0.8"]),
        1,
        "heat_pump_below_one: the electricity that drives a heat pump is part of the heat it gives",
    );
    fails(&set("boiler_economizer", &["stack_temperature=20"]), 1, "is not within 40 to 900");
    fails(
        &set("boiler_economizer", &["fuel=fuel_oil", "sulphur=2", "flue_temperature_min_oil=60"]),
        1,
        "flue_below_dew_point",
    );
    fails(&set("lighting_led", &["coverage=2"]), 1, "coverage: out_of_range: 2 is not within 0 to 1");
    let run = lantian(&["measure", "lighting_led", "--set=coverage=2", "--json"]);
    assert_eq!(run.code, 1);
    assert_eq!(run.json()["problems"][0]["kind"], "out_of_range");
    assert!(run.json().get("values").is_none(), "no figures beside problems");
}

#[test]
fn a_plant_without_what_it_acts_on_is_6() {
    let run = lantian(&["measure", "boiler_coal_to_gas", "--set=fuel=natural_gas"]);
    fails(&run, 6, "boiler_coal_to_gas has nothing to act on: the plant lacks coal_boiler");
    let hotel = cases().into_iter().find(|file| file.ends_with("hk_hotel.json")).unwrap();
    fails(&lantian(&["measure", "stenter_heat_recovery", hotel.to_str().unwrap()]), 6, "lacks stenter");
}

#[test]
fn the_lists_tell_what_may_be_set() {
    let list = lantian(&["measures", "--json"]).json();
    for measure in list["measures"].as_array().unwrap() {
        for param in measure["params"].as_array().unwrap().iter().chain(measure["common"].as_array().unwrap())
        {
            assert!(param["key"].is_string() && param["least"].is_number(), "{param}");
        }
        for param in measure["params"].as_array().unwrap() {
            assert!(param["source"].is_string() && param["unit"].is_string(), "{param}");
            let (least, most) = (param["least"].as_f64().unwrap(), param["most"].as_f64().unwrap());
            if let Some(default) = param["default"].as_f64() {
                assert!((least..=most).contains(&default), "{}: {param}", measure["id"]);
            }
        }
    }
}
