//! `trajectory`: the years ahead.

use crate::common::{cases, lantian, lantian_with};
use serde_json::{Value, json};

const MILL: &str = "../cases/dyeing_mill.json";

fn mill(change: impl Fn(&mut Value)) -> Vec<u8> {
    let mut project = serde_json::from_slice(&std::fs::read(MILL).unwrap()).unwrap();
    change(&mut project);
    serde_json::to_vec(&project).unwrap()
}

/// The base year is what `evaluate` calls before; without growth and decarbonisation later years are
/// what it calls after.
#[test]
fn the_years_agree_with_evaluate() {
    for file in cases() {
        let file = file.to_str().unwrap();
        let today = lantian(&["evaluate", file, "--json"]).json();
        let ahead = lantian(&["trajectory", file, "--json", "--scenario", "frozen"]).json();
        let years = ahead["years"].as_array().unwrap();
        assert_eq!((&ahead["base_year"], &ahead["until"]), (&json!(2025), &json!(2035)));
        assert_eq!(years.len(), 11);
        for metric in ["co2e", "scope1", "scope2", "scope2_market", "scope3", "water", "cost"] {
            assert_eq!(years[0]["plan"][metric], today["before"][metric]["value"], "{file} {metric}");
            assert_eq!(years[10]["before"][metric], today["before"][metric]["value"], "{file} {metric}");
            assert_eq!(years[10]["plan"][metric], today["after"][metric]["value"], "{file} {metric}");
        }
    }
}

#[test]
fn one_line_a_year_with_the_same_digits() {
    let asked = ["trajectory", MILL, "--to", "2050", "--scenario", "fast", "--growth", "-1.5"];
    let json = lantian(&[&asked[..], &["--json"]].concat()).json();
    let csv = lantian(&[&asked[..], &["--csv"]].concat()).out;
    let lines: Vec<Vec<&str>> = csv.lines().map(|line| line.split(',').collect()).collect();
    assert_eq!(lines.len(), 1 + 26);
    let column = |name: &str| lines[0].iter().position(|cell| *cell == name).unwrap();
    for (line, year) in lines[1..].iter().zip(json["years"].as_array().unwrap()) {
        assert_eq!(line.len(), lines[0].len());
        let cell = |name: &str| line[column(name)].parse::<f64>().unwrap();
        let same = |name: &str, value: &Value| assert_eq!(Some(cell(name)), value.as_f64(), "{name}");
        same("year", &year["year"]);
        same("output", &year["output"]);
        same("grid_factor", &year["grid_factor"]);
        same("co2e_plan", &year["plan"]["co2e"]);
        same("cost_before", &year["before"]["cost"]);
        same("co2e_slow", &year["co2e_slow"]);
    }
    // A fact of the table stands at its year: 0.03 kg/kWh in 2050.
    let last = &json["years"][25];
    assert_eq!(last["grid_factor"], json!(0.03));
    assert_eq!(last["grid_rows"], json!(["path.cn_guangdong.fast.2050", "path.cn_guangdong.fast.2050"]));
}

#[test]
fn targets_are_told() {
    let target = json!({ "reduction": 30, "year": 2035 });
    let project = mill(|project| project["outlook"] = json!({ "targets": [target] }));
    let run = lantian_with(&["trajectory", "-", "--json"], &project);
    let (answer, target) = (run.json(), run.json()["targets"][0].clone());
    let of = |year: usize, side: &str| answer["years"][year][side]["co2e"].as_f64().unwrap();
    let level = 0.7 * of(0, "before");
    assert!((target["level"].as_f64().unwrap() - level).abs() < 1e-6);
    assert!((target["plan"]["gap"].as_f64().unwrap() - (of(10, "plan") - level)).abs() < 1e-6);
    let read = lantian_with(&["trajectory", "-"], &project).out;
    assert!(read.contains("target 2035 (absolute)") && read.contains("assumptions"), "{read}");
}

#[test]
fn what_cannot_be_is_told_at_its_field() {
    for (args, message) in [
        (["--to", "2061"], "outlook.until: out_of_range: 2061 is not within 2026 to 2060 (after_path: "),
        (["--to", "2025"], "outlook.until: out_of_range: 2025 is not within 2026 to 2060"),
        (["--growth", "50"], "outlook.output_growth: out_of_range: 50 is not within -20 to 20"),
        (["--growth", "NaN"], "outlook.output_growth: out_of_range"),
        (["--scenario", "wish"], "outlook.scenario: unknown: \"wish\""),
    ] {
        let run = lantian(&[&["trajectory", MILL][..], &args].concat());
        assert_eq!((run.code, run.out.as_str()), (1, ""), "{}", run.err);
        assert!(run.err.contains(message), "{}", run.err);
    }
    let late = mill(|project| {
        for choice in project["plans"][0]["measures"].as_array_mut().unwrap() {
            choice["start"] = json!(2040);
        }
    });
    let run = lantian_with(&["trajectory", "-"], &late);
    assert!(
        run.code == 1 && run.err.contains(".start: out_of_range: 2040 is not within 2026 to 2035"),
        "{}",
        run.err
    );
    let past = mill(|project| {
        project["outlook"]["targets"] = json!([{ "base_year": 2025, "reduction": 10, "year": 2020 }]);
    });
    let run = lantian_with(&["trajectory", "-"], &past);
    assert!(run.err.contains("outlook.targets[0].year: out_of_range: 2020"), "{}", run.err);
    for wrong in [["--to", "soon"], ["--to", "-1"], ["--growth", "much"]] {
        assert_eq!(lantian(&[&["trajectory", MILL][..], &wrong].concat()).code, 2);
    }
    assert_eq!(lantian(&["evaluate", MILL, "--csv"]).code, 2);
}
