//! `optimise`: the best plan within limits.

use crate::common::{lantian, lantian_with};
use lantian_engine::measures::CATALOGUE;
use serde_json::Value;

const PLANT: &str = "../cases/plastics.json";

fn ids(answer: &Value) -> Vec<String> {
    let plan = answer["plan"].as_array().unwrap();
    plan.iter().map(|line| line["id"].as_str().unwrap().to_owned()).collect()
}

/// Ticking what the search finds gives the net present value it promises, within the budget; leaving
/// any one of it out gives less. Both are told by `evaluate`, which knows nothing of the search.
#[test]
fn the_plan_is_worth_what_it_promises() {
    let budget = 10_000_000.0;
    let answer = lantian(&["optimise", PLANT, "--json", "--budget", "10000000"]).json();
    assert_eq!(answer["proven"], true);
    let plan = ids(&answer);
    let evaluated = |plan: &[String]| {
        let mut project: Value = serde_json::from_str(&std::fs::read_to_string(PLANT).unwrap()).unwrap();
        // The settings of the case stay, only the ticks change.
        let measures = project["plans"][0]["measures"].as_array_mut().unwrap();
        for choice in measures.iter_mut() {
            choice["on"] = plan.iter().any(|id| choice["measure"] == id.as_str()).into();
        }
        for id in plan {
            if !measures.iter().any(|choice| choice["measure"] == id.as_str()) {
                measures.push(serde_json::json!({ "measure": id, "on": true }));
            }
        }
        let run = lantian_with(&["evaluate", "-", "--json"], &serde_json::to_vec(&project).unwrap());
        run.json()["plan"]["appraisal"].clone()
    };
    let whole = evaluated(&plan);
    let (worth, npv) = (answer["worth"].as_f64().unwrap(), whole["npv"].as_f64().unwrap());
    assert!((worth - npv).abs() <= 1e-9 * npv, "{worth} {npv}");
    assert!(whole["investment"].as_f64().unwrap() <= budget);
    for left_out in &plan {
        let rest: Vec<String> = plan.iter().filter(|id| *id != left_out).cloned().collect();
        assert!(evaluated(&rest)["npv"].as_f64().unwrap() < npv, "{left_out}");
    }
}

#[test]
fn goals_and_limits_are_kept() {
    let args = ["optimise", PLANT, "--json", "--goal", "nox", "--require", "LGT-01", "--exclude", "pump_vsd"];
    let answer = lantian(&args).json();
    assert_eq!((answer["goal"].as_str(), answer["unit"].as_str()), (Some("nox"), Some("kg")));
    let plan = ids(&answer);
    assert!(plan.contains(&"lighting_led".to_owned()) && !plan.contains(&"pump_vsd".to_owned()));
    assert!((answer["worth"].as_f64().unwrap() - answer["saving"]["nox"].as_f64().unwrap()).abs() < 1e-6);
    let read = lantian(&["optimise", PLANT, "--payback", "1"]);
    assert!(read.out.contains("no plan is better"), "{}", read.out);
}

#[test]
fn what_cannot_be_is_refused() {
    for (args, code, message) in [
        (&["--goal", "happiness"][..], 2, "unknown goal 'happiness'"),
        (&["--require", "perpetuum"], 2, "unknown upgrade 'perpetuum'"),
        (&["--budget", "much"], 2, "much"),
        (&["--budget", "-5"], 6, "from zero up"),
        (&["--require", "boiler_coal_to_gas"], 6, "nothing to act on"),
        (&["--require", "solar_pv", "--exclude", "REN-01"], 6, "required and excluded"),
        (&["--require", "solar_pv", "--budget", "10"], 6, "what is required costs"),
    ] {
        let run = lantian(&[&["optimise", PLANT][..], args].concat());
        assert_eq!((run.code, run.out.as_str()), (code, ""), "{args:?} {}", run.err);
        assert!(run.err.contains(message), "{args:?} {}", run.err);
    }
    assert_eq!(lantian(&["evaluate", PLANT, "--budget", "5"]).code, 2);
}

/// Every plan of the front is the best for its own cost, dearer ones save more, and the dearest is the best
/// without any budget.
#[test]
fn the_front_holds_the_best_plan_of_each_budget() {
    let kept =
        ["lighting_led", "pump_vsd", "fan_vsd", "imm_servo_retrofit", "compressed_air_leaks", "solar_pv"];
    let slugs = CATALOGUE.iter().map(|id| id.slug());
    let others: Vec<&str> = slugs.filter(|slug| !kept.contains(slug)).collect();
    let others = others.join(",");
    let few = ["--exclude", others.as_str()];
    let answer = lantian(&[&["optimise", PLANT, "--json", "--front"][..], &few].concat()).json();
    assert_eq!((answer["goal"].as_str(), answer["unit"].as_str()), (Some("co2e"), Some("t_co2e")));
    let points = answer["points"].as_array().unwrap();
    let figure = |at: usize, name: &str| points[at][name].as_f64().unwrap();
    assert_eq!(answer["complete"], true);
    assert!(points.len() > 6, "{} plans", points.len());
    for at in 1..points.len() {
        assert!(figure(at, "cost") > figure(at - 1, "cost") && figure(at, "worth") > figure(at - 1, "worth"));
    }
    let best = |limits: &[&str]| {
        let args = [&["optimise", PLANT, "--json", "--goal", "co2e"][..], &few, limits].concat();
        lantian(&args).json()["worth"].as_f64().unwrap()
    };
    let last = points.len() - 1;
    let near = |one: f64, other: f64| (one - other).abs() <= 1e-8 * one.abs();
    assert!(near(best(&[]), figure(last, "worth")));
    for at in [last / 3, last / 2] {
        let budget = format!("{}", figure(at, "cost") * (1.0 + 1e-6));
        assert!(near(best(&["--budget", &budget]), figure(at, "worth")), "{at}");
    }
}
