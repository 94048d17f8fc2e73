//! `lantian compare`: projects and plans side by side.

use crate::common::{cases, lantian};
use crate::failures::fails;

fn case(name: &str) -> String {
    format!("../cases/{name}.json")
}

#[test]
fn plans_of_one_project_differ_by_what_they_save() {
    let file = case("plastics");
    let run = lantian(&[
        "compare",
        &file,
        "--plan",
        "lamps=lighting_led",
        "--plan",
        "lamps and air=lighting_led,compressed_air_leaks",
        "--json",
    ]);
    assert_eq!(run.code, 0, "{}", run.err);
    let answer = run.json();
    let items = answer["items"].as_array().unwrap();
    assert_eq!(items.len(), 2);
    assert_eq!(items[1]["measures"], serde_json::json!(["compressed_air_leaks", "lighting_led"]));
    for figure in ["co2e", "cost", "site_electricity"] {
        let after = |item: usize| items[item]["after"][figure]["value"].as_f64().unwrap();
        let more = |item: usize| items[item]["difference"][figure]["value"].as_f64().unwrap();
        assert_eq!(more(0).to_bits(), 0.0_f64.to_bits());
        assert!((more(1) - (after(1) - after(0))).abs() < 1e-9, "{figure}");
        assert!(more(1) < 0.0, "{figure}: repairing leaks saves");
    }
}

/// The figures of a file are those of `evaluate`, and money of two currencies has no difference.
#[test]
fn projects_side_by_side() {
    let (mill, hotel) = (case("dyeing_mill"), case("hk_hotel"));
    let answer = lantian(&["compare", &mill, &hotel, "--json"]).json();
    for (place, file) in [&mill, &hotel].into_iter().enumerate() {
        let single = lantian(&["evaluate", file, "--json"]).json();
        assert_eq!(answer["items"][place]["after"], single["after"]);
        assert_eq!(answer["items"][place]["before"], single["before"]);
    }
    let hotel = &answer["items"][1]["difference"];
    assert!(hotel["cost"]["value"].is_null());
    assert!(hotel["co2e"]["value"].is_f64());
}

#[test]
fn tables_hold_the_same_figures() {
    let file = case("plastics");
    let args = ["compare", &file, "--plan", "a=lighting_led", "--plan", "b=solar_pv"];
    let csv = lantian(&[&args[..], &["--csv"]].concat());
    let json = lantian(&[&args[..], &["--json"]].concat()).json();
    let mut reader = csv::Reader::from_reader(csv.out.as_bytes());
    let head = ["item", "figure", "unit", "before", "after", "saving", "difference"];
    assert_eq!(reader.headers().unwrap().iter().collect::<Vec<_>>(), head);
    let mut rows = 0;
    for record in reader.records() {
        let record = record.unwrap();
        let item = usize::from(&record[0] == "b");
        let number = |place: usize| record[place].parse::<f64>().unwrap();
        let same = |got: f64, part: &str| {
            let expected = json["items"][item][part][&record[1]]["value"].as_f64().unwrap();
            assert_eq!(got.to_bits(), expected.to_bits(), "{record:?} {part}");
        };
        same(number(3), "before");
        same(number(4), "after");
        same(number(6), "difference");
        rows += 1;
    }
    assert_eq!(rows, 2 * lantian_engine::metric::METRICS);
    let text = lantian(&args).out;
    assert!(text.contains("b - a") && text.contains("net present value"), "{text}");
}

#[test]
fn what_cannot_stand_side_by_side_is_refused() {
    let file = case("plastics");
    fails(&lantian(&["compare"]), 2, "no file given");
    fails(&lantian(&["compare", &file]), 2, "compare shows two to four, not 1");
    let five = [&["compare"][..], &[file.as_str(); 5]].concat();
    fails(&lantian(&five), 2, "not 5");
    fails(
        &lantian(&["compare", &file, &file, "--plan", "a"]),
        2,
        "--plan compares the plans of one project; 2",
    );
    fails(&lantian(&["compare", &file, "--plan", "nothing"]), 2, "unknown plan 'nothing'; the project has: ");
    fails(&lantian(&["compare", &file, "--plan", "a=magic"]), 2, "unknown upgrade 'magic'");
    fails(&lantian(&["compare", &file, "no/such.json"]), 3, "no/such.json");
    assert_eq!(cases().len(), std::fs::read_dir("../cases").unwrap().count());
}
