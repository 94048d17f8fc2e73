//! `lantian evaluate` on every worked case, and the shape of its JSON.

use crate::common::{cases, lantian, lantian_with};
use lantian_engine::measures::CATALOGUE;
use serde_json::Value;

/// Bills come back to this share of themselves.
const EXACT: f64 = 1e-9;

fn near(got: f64, want: f64, what: &str) {
    assert!((got - want).abs() <= EXACT * want.abs().max(1.0), "{what}: {got}, not {want}");
}

/// A year's amount of a bill as the file states it; `None` when the bill is money or an estimate.
fn billed(bill: &Value) -> Option<f64> {
    if bill["kind"].as_str().is_some_and(|kind| kind != "value") {
        return None;
    }
    let months = bill["months"].as_array().filter(|months| !months.is_empty());
    if let Some(months) = months {
        return Some(months.iter().map(|month| month.as_f64().unwrap()).sum());
    }
    let times = match bill["period"].as_str() {
        Some("month") => 12.0,
        Some("two_months") => 6.0,
        _ => 1.0,
    };
    Some(bill["amount"].as_f64()? * times)
}

#[test]
fn every_case_evaluates_and_gives_its_bills_back() {
    for file in cases() {
        let name = file.display().to_string();
        let run = lantian(&["evaluate", &name, "--json"]);
        assert_eq!(run.code, 0, "{name}: {}", run.err);
        let result = run.json();
        assert_eq!(result["problems"].as_array().unwrap().len(), 0);
        let project: Value = serde_json::from_slice(&std::fs::read(&file).unwrap()).unwrap();
        let mut compared = 0;
        for bill in project["bills"].as_array().unwrap() {
            let Some(want) = billed(bill) else { continue };
            let carrier = bill["carrier"].as_str().unwrap();
            let got = if carrier == "water" {
                assert_eq!(bill["unit"], "m3", "{name}");
                result["before"]["water"]["value"].as_f64().unwrap()
            } else {
                let lines = result["carriers"].as_array().unwrap();
                let line = lines.iter().find(|line| line["carrier"] == carrier).unwrap();
                assert_eq!(line["unit"], bill["unit"], "{name} {carrier}");
                line["before"].as_f64().unwrap()
            };
            near(got, want, &format!("{name} {carrier}"));
            compared += 1;
        }
        assert!(compared >= 2, "{name}: only {compared} bills compared");
    }
}

#[test]
fn savings_and_shares_add_up() {
    for file in cases() {
        let result = lantian(&["evaluate", &file.display().to_string(), "--json"]).json();
        let counted: Vec<&Value> =
            result["measures"].as_array().unwrap().iter().filter(|m| m["counted"] == true).collect();
        assert_eq!(counted.len(), result["plan"]["measures"].as_array().unwrap().len());
        for (metric, before) in result["before"].as_object().unwrap() {
            let value = |case: &str| result[case][metric]["value"].as_f64().unwrap();
            near(value("saving"), value("before") - value("after"), metric);
            assert_eq!(result["after"][metric]["unit"], before["unit"]);
            let shares: f64 = counted.iter().map(|m| m["in_plan"][metric].as_f64().unwrap()).sum();
            // Sums of many thousand terms: looser, relative to the figure itself.
            let scale = value("before").abs().max(value("saving").abs()).max(1.0);
            assert!((shares - value("saving")).abs() <= 1e-8 * scale, "{metric}: {shares}");
        }
    }
}

#[test]
fn digits_are_those_of_the_engine() {
    use lantian_engine::assess::{Depth, assess};
    use lantian_engine::metric::Metric;
    for file in cases() {
        let text = std::fs::read_to_string(&file).unwrap();
        let project = lantian_engine::project::from_json(&text).unwrap();
        let outcome = assess(&project, Depth::Full).outcome.unwrap();
        let result = lantian(&["evaluate", &file.display().to_string(), "--json"]).json();
        for &metric in Metric::ALL {
            let got = result["after"][metric.slug()]["value"].as_f64().unwrap();
            assert_eq!(got.to_bits(), outcome.after.totals[metric].to_bits(), "{metric:?}");
        }
        let npv = result["plan"]["appraisal"]["npv"].as_f64().unwrap();
        assert_eq!(npv.to_bits(), outcome.appraisal.npv.to_bits());
    }
}

#[test]
fn money_carries_the_currency_and_the_tables_their_version() {
    for file in cases() {
        let project: Value = serde_json::from_slice(&std::fs::read(&file).unwrap()).unwrap();
        let result = lantian(&["evaluate", &file.display().to_string(), "--json"]).json();
        assert_eq!(result["before"]["cost"]["unit"], project["finance"]["currency"]);
        assert_eq!(result["before"]["co2e"]["unit"], "t_co2e");
        assert_eq!(result["factors"]["hash"].as_str().unwrap().len(), 16);
        assert_eq!(result["illustrative"], project["illustrative"]);
    }
}

#[test]
fn standard_input_gives_the_same_as_the_file() {
    let file = &cases()[0];
    let by_name = lantian(&["evaluate", "--json", &file.display().to_string()]);
    let by_pipe = lantian_with(&["evaluate", "-", "--json"], &std::fs::read(file).unwrap());
    assert_eq!(by_pipe.code, 0);
    assert_eq!(by_pipe.out, by_name.out);
}

#[test]
fn tables_for_reading_align() {
    for file in cases() {
        let run = lantian(&["evaluate", &file.display().to_string()]);
        assert_eq!(run.code, 0);
        for table in run.out.split("\n\n") {
            let lines: Vec<&str> = table.lines().collect();
            // Under the heading each column is a run of dashes; between columns nobody writes.
            let rule: Vec<char> = lines[1].chars().collect();
            assert!(rule.iter().all(|c| matches!(c, '-' | ' ')), "{}", lines[1]);
            for line in &lines {
                for (place, c) in line.chars().enumerate() {
                    assert!(rule.get(place) == Some(&'-') || c == ' ', "{line}");
                }
            }
        }
        assert!(run.out.contains("co2e"));
    }
}

#[test]
fn cases_are_named_in_english() {
    let result = lantian(&["validate", "../cases/plastics.json", "--json"]).json();
    assert_eq!(result["title"], "Plastics factory");
    for file in cases() {
        for way in [&["evaluate", "--json"][..], &["evaluate"], &["validate", "--json"], &["validate"]] {
            let mut args = vec![file.to_str().unwrap()];
            args.splice(0..0, way.iter().copied());
            let run = lantian(&args);
            assert_eq!(run.code, 0, "{args:?}");
            assert!(!run.out.contains("@case") && !run.err.contains("@case"), "{args:?}");
        }
    }
}

/// Seventeen upgrades and more: the shares are drawn, and the error of that is said beside them.
#[test]
fn sampled_shares_say_so() {
    let mut project: Value =
        serde_json::from_str(&std::fs::read_to_string("../cases/plastics.json").unwrap()).unwrap();
    let words = |project: &Value| lantian_with(&["evaluate", "-"], &serde_json::to_vec(project).unwrap()).out;
    assert!(!words(&project).contains("standard error"));
    let all = CATALOGUE.iter().map(|id| serde_json::json!({ "measure": id.slug(), "on": true }));
    project["plans"][0]["measures"] = all.collect();
    let told = words(&project);
    let line =
        told.lines().find(|line| line.starts_with("Shares in the plan are sampled and add up")).unwrap();
    let error: f64 = line.split_whitespace().rev().nth(2).unwrap().replace(',', "").parse().unwrap();
    assert!(error > 0.0, "{line}");
}
