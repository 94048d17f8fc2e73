//! `uncertainty`: ranges by trials.

use crate::common::{cases, lantian, lantian_with};
use serde_json::{Value, json};

const MILL: &str = "../cases/dyeing_mill.json";

fn number(value: &Value) -> f64 {
    value.as_f64().unwrap_or_else(|| panic!("{value} is not a number"))
}

#[test]
fn the_same_seed_gives_the_same_digits() {
    let asked = ["uncertainty", MILL, "--trials", "5000", "--seed", "3", "--json"];
    let one = lantian(&asked);
    assert_eq!((one.code, &one.out), (0, &lantian(&asked).out));
    // Made up to whole chunks.
    assert_eq!(one.json()["trials"], json!(8192));
    let other = lantian(&["uncertainty", MILL, "--trials", "5000", "--seed", "4", "--json"]).json();
    assert_ne!(one.json()["npv"], other["npv"]);
}

/// Every figure is a range that holds what `evaluate` gives or lies near it, its histogram counts all
/// trials, and energy bills are what they are.
#[test]
fn ranges_stand_around_what_evaluate_gives() {
    for file in cases() {
        let file = file.to_str().unwrap();
        let ranges = lantian(&["uncertainty", file, "--trials", "1", "--json"]).json();
        let today = lantian(&["evaluate", file, "--json"]).json();
        for (metric, range) in ranges["before"].as_object().unwrap() {
            let [low, middle, high] = ["p10", "p50", "p90"].map(|p| number(&range[p]));
            assert!(low <= middle && middle <= high, "{file} {metric}");
            assert_eq!(range["unit"], today["before"][metric]["unit"]);
            if let Some(counts) = range["histogram"]["counts"].as_array() {
                let sum: u64 = counts.iter().map(|count| count.as_u64().unwrap()).sum();
                assert_eq!(Some(sum), ranges["trials"].as_u64());
            }
        }
        let electricity = number(&today["before"]["scope2"]["value"]);
        let range = &ranges["before"]["scope2"];
        assert!(
            number(&range["p10"]) <= electricity * 1.0001 && electricity * 0.9999 <= number(&range["p90"])
        );
        let counted = today["measures"].as_array().unwrap().iter().filter(|m| m["counted"] == json!(true));
        assert_eq!(ranges["measures"].as_array().unwrap().len(), counted.count());
        assert!((0.0..=1.0).contains(&number(&ranges["npv_positive"])));
        assert!(!ranges["inputs"].as_array().unwrap().is_empty());
    }
}

/// A range in the file and one on the command line for the same price, ± 20 %, are the same.
#[test]
fn a_range_may_stand_in_the_file_or_on_the_command_line() {
    let mut project: Value = serde_json::from_slice(&std::fs::read(MILL).unwrap()).unwrap();
    let bill = project["bills"].as_array_mut().unwrap().iter_mut().find(|b| b["carrier"] == "electricity");
    let bill = bill.unwrap();
    let price = number(&bill["price"]);
    bill["plus_minus"] = json!({ "price": 20 });
    let place =
        project["bills"].as_array().unwrap().iter().position(|b| b["carrier"] == "electricity").unwrap();
    let name = format!("bills[{place}].price");
    let text = serde_json::to_vec(&project).unwrap();
    let in_file = lantian_with(&["uncertainty", "-", "--json"], &text).json();
    let input = in_file["inputs"].as_array().unwrap().iter().find(|input| input["name"] == json!(name));
    let input = input.unwrap();
    assert_eq!(input["distribution"], json!("log_normal"));
    assert!((number(&input["low"]) - 0.8 * price).abs() < 1e-9 * price);
    assert!((number(&input["high"]) - 1.2 * price).abs() < 1e-9 * price);
    // The command line narrows it again.
    let narrow = format!("{name}={},{}", 0.99 * price, 1.01 * price);
    let narrowed = lantian_with(&["uncertainty", "-", "--json", "--range", &narrow], &text).json();
    let width = |answer: &Value| {
        let cost = &answer["before"]["cost"];
        number(&cost["p90"]) - number(&cost["p10"])
    };
    assert!(width(&narrowed) < 0.5 * width(&in_file));
}

#[test]
fn wrong_ranges_are_refused_with_the_reason() {
    let refused = |args: &[&str]| {
        let run = lantian(&[&["uncertainty", MILL][..], args].concat());
        assert_eq!(run.code, 2, "{args:?}: {}", run.err);
        assert!(run.out.is_empty());
        run.err
    };
    assert!(refused(&["--range", "fan_vsd.flow_fraction=0.9,0.5"]).contains("does not hold the value"));
    assert!(refused(&["--range", "perpetual_motion=1,2"]).contains("nothing uncertain has this name"));
    assert!(refused(&["--range", "price"]).contains("name=low,high"));
    assert!(refused(&["--trials", "0"]).contains("1 to"));
    refused(&["--csv"]);
    let mut project: Value = serde_json::from_slice(&std::fs::read(MILL).unwrap()).unwrap();
    project["bills"][0]["plus_minus"] = json!({ "price": -5 });
    let run = lantian_with(&["uncertainty", "-"], &serde_json::to_vec(&project).unwrap());
    assert_eq!(run.code, 1);
    assert!(run.err.contains("bills[0].plus_minus"), "{}", run.err);
}

#[test]
fn the_table_tells_what_makes_the_spread() {
    let run = lantian(&["uncertainty", MILL]);
    assert_eq!(run.code, 0);
    for words in ["saved: co2e", "npv of the plan", "npv above zero in", "what the spread of npv comes from"]
    {
        assert!(run.out.contains(words), "{words}");
    }
}
