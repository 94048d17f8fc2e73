//! `lantian portfolio` and `lantian evaluate --ndjson`.

use crate::common::{Run, cases, lantian, lantian_with};
use crate::failures::fails;
use serde_json::Value;
use std::fmt::Write as _;

pub const HEAD: &str = "id,sector,region,hours,employees,electricity_kwh,natural_gas_m3,water_m3,measures\n";

/// A table of so many companies, drawn by a fixed rule.
pub fn rows(count: usize) -> String {
    let sectors = ["plastics", "textile_dyeing", "electroplating", "metal_working"];
    (0..count).fold(String::new(), |mut text, n| {
        let (sector, kwh, staff) = (sectors[n * 7 % 4], 100_000 + n * 977 % 1_000_000, 5 + n * 13 % 400);
        writeln!(text, "c{n},{sector},cn_prd,5000,{staff},{kwh},{},20000,lighting_led", n * 31 % 50_000)
            .unwrap();
        text
    })
}

fn table(args: &[&str], rows: &str) -> Run {
    lantian_with(&[&["portfolio", "-"][..], args].concat(), format!("{HEAD}{rows}").as_bytes())
}

/// The cases, one a line.
fn lines() -> String {
    let line = |file| -> String {
        let project: Value = serde_json::from_slice(&std::fs::read(file).unwrap()).unwrap();
        format!("{project}\n")
    };
    cases().iter().map(line).collect()
}

/// Split in four, summed up apart, merged in another order: the same report, letter by letter. This is what a
/// distributed engine does.
#[test]
fn parts_merge_to_the_report_of_the_whole() {
    let all = rows(60);
    let lines: Vec<&str> = all.lines().collect();
    let mut parts: Vec<String> =
        lines.chunks(17).map(|part| table(&["--partial"], &format!("{}\n", part.join("\n"))).out).collect();
    assert_eq!(parts.len(), 4);
    assert!(parts.iter().all(|part| part.lines().count() == 1));
    parts.reverse();
    for form in ["--json", "--csv"] {
        let whole = table(&[form], &all);
        assert_eq!(whole.code, 0, "{}", whole.err);
        let merged = lantian_with(&["portfolio", "--summaries", form], parts.concat().as_bytes());
        assert_eq!(merged.out, whole.out, "{form}");
        assert_eq!(merged.code, 0);
    }
    // And merging merges again.
    let half = |parts: &[String]| {
        lantian_with(&["portfolio", "--summaries", "--partial"], parts.concat().as_bytes()).out
    };
    let again = half(&[half(&parts[..1]), half(&parts[1..])]);
    assert_eq!(again, table(&["--partial"], &all).out);
}

#[test]
fn a_folder_and_its_lines_are_the_same_plants() {
    let folder = lantian(&["portfolio", "../cases", "--json", "--min-group", "1"]);
    let stream = lantian_with(&["portfolio", "--ndjson", "--json", "--min-group", "1"], lines().as_bytes());
    assert_eq!(folder.out, stream.out);
    let answer = folder.json();
    let sum: f64 = cases()
        .iter()
        .map(|file| {
            let single = lantian(&["evaluate", file.to_str().unwrap(), "--json"]).json();
            single["before"]["co2e"]["value"].as_f64().unwrap()
        })
        .sum();
    let total = answer["total"]["figures"]["co2e"]["before"].as_f64().unwrap();
    assert!((total / sum - 1.0).abs() < 1e-12, "{total} {sum}");
    assert_eq!(answer["plants"], cases().len());
}

#[test]
fn rows_that_have_no_answer_are_named_and_the_others_counted() {
    let bad =
        "x,piracy,cn_prd,,,1000,,,\ny,plastics,cn_prd,,,many,,,\nz,plastics,cn_prd,,,,,,\nshort,plastics\n";
    let run = table(&["--json"], &format!("{}{bad}", rows(9)));
    assert_eq!(run.code, 7);
    let answer = run.json();
    assert_eq!((answer["plants"].as_u64(), answer["rejected"]["count"].as_u64()), (Some(9), Some(4)));
    let first = answer["rejected"]["first"].as_array().unwrap();
    let found: Vec<(u64, &str)> =
        first.iter().map(|f| (f["line"].as_u64().unwrap(), f["text"].as_str().unwrap())).collect();
    assert_eq!(found[0].0, 11);
    assert!(found[0].1.contains("site.sector: unknown: \"piracy\""), "{found:?}");
    assert!(found[1].1.contains("electricity_kwh: \"many\" is not a number"), "{found:?}");
    assert!(found[2].1.contains("missing"), "{found:?}");
    assert!(found[3].1.contains("2 cells instead of 9"), "{found:?}");
    assert_eq!(run.err.lines().filter(|line| line.starts_with("rejected: line ")).count(), 4);
}

#[test]
fn few_plants_are_not_told_apart() {
    let run = table(&["--json"], &rows(4));
    let answer = run.json();
    assert!(answer["total"].is_null() && answer["by_sector"].as_array().unwrap().is_empty());
    assert_eq!(answer["measures"].as_array().unwrap().len(), 0);
    assert!(table(&[], &rows(4)).out.contains("fewer than 5 plants"));
    let shown = table(&["--json", "--min-group", "2"], &rows(8)).json();
    assert!(shown["by_sector"].as_array().unwrap().iter().all(|g| g["plants"].as_u64().unwrap() >= 2));
}

#[test]
fn the_template_is_a_table_that_is_read() {
    let head = lantian(&["portfolio", "--template"]).out;
    let run = lantian_with(&["portfolio", "-", "--json"], head.as_bytes());
    assert_eq!((run.code, run.json()["plants"].as_u64()), (0, Some(0)), "{}", run.err);
}

#[test]
fn what_is_no_portfolio_is_refused() {
    let read = |args: &[&str], input: &str| lantian_with(args, input.as_bytes());
    fails(&lantian(&["portfolio"]), 2, "no file given");
    fails(&lantian(&["portfolio", "no/such.csv"]), 3, "no/such.csv");
    fails(&read(&["portfolio", "-"], "sector,region,magic\n"), 4, "line 1: unknown column 'magic'");
    fails(&read(&["portfolio", "-"], "id,region\n"), 4, "no column 'sector'");
    fails(&read(&["portfolio", "--summaries"], "{}\n"), 4, "line 1: missing field");
    let other = table(&["--partial"], "").out.replace("\"format\":1", "\"format\":9");
    fails(&read(&["portfolio", "--summaries"], &other), 4, "written by another version (format 9)");
    fails(&read(&["portfolio", "--summaries", "--quick"], ""), 2, "--quick does not belong to portfolio");
}

#[test]
fn a_stream_answers_line_by_line_in_order() {
    let damaged = "{\"format\":1,\n";
    let future = "{\"format\":99}\n";
    let input = format!("{}\n{damaged}{future}[]\n{}", lines(), lines());
    let run = lantian_with(&["evaluate", "--ndjson"], input.as_bytes());
    assert_eq!(run.code, 7, "{}", run.err);
    let answers: Vec<Value> = run.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let count = cases().len();
    assert_eq!(answers.len(), 2 * count + 3);
    // An empty line has a number and no answer.
    let numbers: Vec<u64> = answers.iter().map(|answer| answer["line"].as_u64().unwrap()).collect();
    let expected: Vec<u64> = (1..=2 * count as u64 + 4).filter(|line| *line != count as u64 + 1).collect();
    assert_eq!(numbers, expected);
    let kinds: Vec<&str> = answers.iter().filter_map(|answer| answer["error"]["kind"].as_str()).collect();
    assert_eq!(kinds, ["damaged", "newer", "not_a_project"]);
    for (answer, file) in answers.iter().zip(cases()) {
        let single = lantian(&["evaluate", file.to_str().unwrap(), "--json"]).json();
        for part in ["before", "after", "plan", "measures", "problems", "notices"] {
            assert_eq!(answer[part], single[part], "{}: {part}", file.display());
        }
    }
}

#[test]
fn a_quick_stream_leaves_the_shares_out() {
    let run = lantian_with(&["evaluate", "--ndjson", "--quick"], lines().as_bytes());
    assert_eq!(run.code, 0, "{}", run.err);
    let first: Value = serde_json::from_str(run.out.lines().next().unwrap()).unwrap();
    assert!(first["measures"].as_array().unwrap().iter().all(|m| m["in_plan"].is_null()));
    assert!(first["after"]["co2e"]["value"].is_f64());
}

#[test]
fn a_line_beyond_any_project_is_passed_over() {
    let long = format!("{}{}\n{}", lines(), "x".repeat(3 * 1024 * 1024), lines());
    let run = lantian_with(&["evaluate", "--ndjson", "--quick"], long.as_bytes());
    assert_eq!(run.code, 7);
    let answers: Vec<Value> = run.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let count = cases().len();
    assert_eq!(answers.len(), 2 * count + 1);
    assert_eq!(answers[count]["error"]["kind"], "too_large");
    assert_eq!(answers[count + 1]["line"], count + 2);
    let bytes = lantian_with(&["evaluate", "--ndjson"], b"\xff\xfe\n");
    assert_eq!(bytes.json()["error"]["kind"], "not_utf8");
}
