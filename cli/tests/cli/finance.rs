//! `finance`: streams of cash flows in, what they are worth out.

use crate::common::{Run, lantian, lantian_with};
use serde_json::Value;

fn finance(input: &str) -> Run {
    lantian_with(&["finance", "-", "--json"], input.as_bytes())
}

#[track_caller]
fn near(value: &Value, want: f64) {
    let got = value.as_f64().unwrap();
    assert!((got - want).abs() <= 1e-6 * want.abs(), "{got} against {want}");
}

/// NPV, IRR and MIRR as numpy-financial 1.0 gives them; paybacks by hand.
#[test]
fn an_outlay_with_an_overhaul() {
    let run = finance(
        r#"{"flows":[-250000,60000,75000,-20000,90000,95000,80000],"rate":0.07,
            "finance_rate":0.06,"reinvest_rate":0.04}"#,
    );
    assert_eq!(run.code, 0, "{}", run.err);
    let answer = run.json();
    near(&answer["npv"], 44_958.347_478_360_77);
    assert_eq!(answer["irr"]["status"], "one");
    near(&answer["irr"]["values"][0], 0.120_976_001_821_183_4);
    near(&answer["mirr"], 0.085_671_775_054_353_87);
    // −250, −190, −115, −135, −45, +50 thousand: 4 + 45/95.
    near(&answer["simple_payback"]["first"], 4.0 + 45.0 / 95.0);
    near(&answer["simple_payback"]["final"], 4.0 + 45.0 / 95.0);
}

/// Lorie and Savage 1955: the pump problem.
#[test]
fn two_rates_of_return_are_both_told() {
    let answer = finance(r#"{"flows":[-1600,10000,-10000],"rate":0.1}"#).json();
    assert_eq!(answer["irr"]["status"], "several");
    near(&answer["irr"]["values"][0], 0.25);
    near(&answer["irr"]["values"][1], 4.0);
    // 1,600 of 10,000 in the first year; then it is gone again.
    near(&answer["simple_payback"]["first"], 0.16);
    assert_eq!(answer["simple_payback"]["final"], Value::Null);
}

#[test]
fn what_there_is_not_is_null() {
    let answer = finance(r#"{"flows":[-100,10],"rate":0.1}"#).json();
    assert_eq!(answer["simple_payback"]["first"], Value::Null);
    assert_eq!(answer["discounted_payback"]["final"], Value::Null);
    let answer = finance(r#"{"flows":[-100,-10],"rate":0.1}"#).json();
    assert_eq!(answer["irr"]["status"], "none");
    assert_eq!(answer["irr"]["values"], Value::Array(Vec::new()));
    assert_eq!(answer["mirr"], Value::Null);
}

#[test]
fn it_can_be_read() {
    let run = lantian_with(&["finance", "-"], br#"{"flows":[-1600,10000,-10000],"rate":0.1}"#);
    assert!(run.out.contains("25.00 %, 400.00 %"), "{}", run.out);
    assert!(run.out.contains("first 0.16 years, for good none"), "{}", run.out);
}

#[test]
fn what_is_not_a_stream_is_refused() {
    for (input, message) in [
        ("", "not a stream of cash flows"),
        ("{}", "missing field `flows`"),
        (r#"{"flows":[],"rate":0.1}"#, "flows: empty"),
        (r#"{"flows":[-1,"2"],"rate":0.1}"#, "invalid type: string"),
        (r#"{"flows":[-1,2],"rate":-1}"#, "rate: -1 is not above -1"),
        (r#"{"flows":[-1,2],"rate":0,"finance_rate":-3}"#, "finance_rate: -3"),
        (r#"{"flows":[-1,2],"rate":0,"discount":3}"#, "unknown field `discount`"),
        (r#"{"flows":[-1,1e400],"rate":0.1}"#, "number out of range"),
        (r#"{"flows":[1e308,1e308],"rate":0}"#, "more than a number can hold"),
    ] {
        let run = finance(input);
        assert_eq!((run.code, run.out.as_str()), (4, ""), "{input}");
        assert!(run.err.contains(message), "{input}: {}", run.err);
    }
    assert_eq!(lantian(&["finance"]).code, 2);
    assert_eq!(lantian(&["finance", "no/such/file.json"]).code, 3);
}
