//! What goes wrong on the command line ends with the right exit code and a message.

use crate::common::{Run, cases, lantian, lantian_with};
use serde_json::{Value, json};

/// The first case with a change.
fn changed(change: impl Fn(&mut Value)) -> Vec<u8> {
    let mut project = serde_json::from_slice(&std::fs::read(cases().first().unwrap()).unwrap()).unwrap();
    change(&mut project);
    serde_json::to_vec(&project).unwrap()
}

#[track_caller]
pub fn fails(run: &Run, code: i32, message: &str) {
    assert_eq!(run.code, code, "{}", run.err);
    assert!(run.err.contains(message), "{}", run.err);
    assert_eq!(run.out, "");
}

#[test]
fn wrong_usage_is_2() {
    fails(&lantian(&[]), 2, "no command given");
    fails(&lantian(&["frobnicate"]), 2, "unknown command 'frobnicate'");
    fails(&lantian(&["evaluate"]), 2, "no file given");
    fails(&lantian(&["evaluate", "a.json", "b.json"]), 2, "'b.json'");
    fails(&lantian(&["measures", "--yaml"]), 2, "--yaml");
}

#[test]
fn a_file_that_is_not_there_is_3() {
    fails(&lantian(&["evaluate", "no/such/file.json"]), 3, "no/such/file.json: ");
    fails(&lantian(&["validate", "no/such/file.json"]), 3, "no/such/file.json: ");
}

#[test]
fn what_is_no_project_is_4() {
    let whole = changed(|_| ());
    let half = whole.get(..whole.len() / 2).unwrap();
    for command in ["evaluate", "validate"] {
        let run = |input: &[u8]| lantian_with(&[command, "-"], input);
        fails(&run(half), 4, "standard input: damaged at line 1");
        fails(&run(b""), 4, "damaged at line 1");
        fails(&run(b"\xff\xfe\x00"), 4, "damaged at line 1");
        fails(&run(b"[]"), 4, "not a project: format");
        fails(&run(&changed(|p| p["site"]["colour"] = json!("blue"))), 4, "not a project: site.colour");
        fails(
            &run(&changed(|p| p["bills"][1]["amount"] = json!("much"))),
            4,
            "not a project: bills[1].amount",
        );
        fails(&run(&vec![b' '; 3 * 1024 * 1024]), 4, "too large");
    }
}

#[test]
fn a_file_of_the_future_is_5() {
    let future = changed(|p| p["format"] = json!(99));
    fails(&lantian_with(&["evaluate", "-"], &future), 5, "format 99 is newer than 1");
}

#[test]
fn entries_to_mend_are_1_and_named() {
    let wrong = changed(|p| {
        let bill = p["bills"][0].as_object_mut().unwrap();
        bill.remove("months");
        bill.insert("amount".to_owned(), json!(-5.0));
    });
    for command in ["evaluate", "validate"] {
        fails(
            &lantian_with(&[command, "-"], &wrong),
            1,
            "problem: bills[0].amount: out_of_range: -5 is not within 0 to",
        );
    }
    let unknown = changed(|p| p["site"]["region"] = json!("atlantis"));
    fails(&lantian_with(&["evaluate", "-"], &unknown), 1, "problem: site.region: unknown: \"atlantis\"");

    let run = lantian_with(&["evaluate", "-", "--json"], &wrong);
    assert_eq!(run.code, 1);
    let result = run.json();
    let problem = result.pointer("/problems/0").unwrap();
    assert_eq!(problem.get("field").unwrap(), "bills[0].amount");
    assert_eq!(problem.get("kind").unwrap(), "out_of_range");
    assert!(result.get("before").is_none(), "no figures beside problems");
}

#[test]
fn what_is_assumed_is_told() {
    let estimated = changed(|p| p["site"]["hours"] = Value::Null);
    let estimated = String::from_utf8(estimated).unwrap().replace("\"hours\":null,", "");
    let run = lantian_with(&["validate", "-"], estimated.as_bytes());
    assert_eq!(run.code, 0, "{}", run.err);
    assert!(run.err.contains("notice: site.hours: default_used"), "{}", run.err);
    assert_eq!(run.out, "");
    let run = lantian_with(&["validate", "-", "--json"], estimated.as_bytes());
    let result = run.json();
    let notices = result.get("notices").unwrap().as_array().unwrap();
    assert!(notices.iter().any(|n| n.get("field").unwrap() == "site.hours"));
}
