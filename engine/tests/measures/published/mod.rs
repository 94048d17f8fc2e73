//! Published cases, computed again.
//!
//! `cases.csv` holds one published figure a row: the inputs, what is claimed, and how it stands.
//! Nothing is tuned to a claim. `verdict` says what the computed figure is held against:
//!
//! - `reproduced`: the claim, within `tolerance` per cent (its rounding, or what the comment says).
//! - `other_factor`: the claim rests on another emission factor or basis; `expected` is the figure
//!   with the project's own, worked out by hand.
//! - `other_assumption`: inputs are not published or the method differs; `expected` by hand.
//! - `mistake`: the claim is wrong; `expected` is the right figure, by hand, and the comment names
//!   the mistake.
//! - `not_enough`: nothing to compute from; the comment says what is missing.
//!
//! `docs/published-cases.md` is written from the table: `LANTIAN_WRITE_DOCS=1 cargo test published`.

mod electric;
mod heat;
mod inputs;
mod page;
mod rest;

use inputs::Inputs;
use std::collections::BTreeMap;
use std::path::PathBuf;

/// A row of `cases.csv`.
#[derive(Clone, Debug)]
struct Row {
    case: String,
    title: String,
    place_year: String,
    measure: String,
    inputs: String,
    quantity: String,
    claimed: Option<f64>,
    unit: String,
    expected: Option<f64>,
    tolerance: f64,
    verdict: Verdict,
    comment: String,
    source: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Verdict {
    Reproduced,
    OtherFactor,
    OtherAssumption,
    Mistake,
    NotEnough,
}

/// The table in the order of its cases.
fn table() -> Vec<Row> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/measures/published/cases.csv");
    let mut reader = csv::Reader::from_path(path).unwrap();
    let rows = reader.deserialize::<BTreeMap<String, String>>();
    rows.map(|row| {
        let row = row.unwrap();
        let text = |key: &str| row[key].clone();
        let number = |key: &str| (!row[key].is_empty()).then(|| row[key].parse::<f64>().unwrap());
        Row {
            case: text("case"),
            title: text("title"),
            place_year: text("place_year"),
            measure: text("measure"),
            inputs: text("inputs"),
            quantity: text("quantity"),
            claimed: number("claimed"),
            unit: text("unit"),
            expected: number("expected"),
            tolerance: number("tolerance").unwrap_or(0.0),
            verdict: match row["verdict"].as_str() {
                "reproduced" => Verdict::Reproduced,
                "other_factor" => Verdict::OtherFactor,
                "other_assumption" => Verdict::OtherAssumption,
                "mistake" => Verdict::Mistake,
                "not_enough" => Verdict::NotEnough,
                other => panic!("no such verdict: {other}"),
            },
            comment: text("comment"),
            source: text("source"),
        }
    })
    .collect()
}

impl Row {
    /// The figure as the engine computes it; none where there is nothing to compute from.
    fn computed(&self) -> Option<f64> {
        if self.verdict == Verdict::NotEnough {
            return None;
        }
        let inputs = Inputs::read(&self.inputs);
        let figure = (self.case.as_str(), self.quantity.as_str());
        let found = electric::figure(figure, &inputs)
            .or_else(|| heat::figure(figure, &inputs))
            .or_else(|| rest::figure(figure, &inputs));
        let value = found.unwrap_or_else(|| panic!("{figure:?} is not computed"));
        inputs.all_used(&self.case);
        Some(value)
    }

    /// Per cent that a figure lies above the claim.
    fn difference(&self, computed: f64) -> f64 {
        let claimed = self.claimed.unwrap();
        (computed - claimed) / claimed * 100.0
    }
}

/// Every figure lies where the table says; the table is printed, and all faults are told at once.
#[test]
fn published_cases() {
    let mut faults = Vec::new();
    for row in table() {
        let Some(computed) = row.computed() else { continue };
        let difference = row.difference(computed);
        println!(
            "{} | {} | {} {} | {computed:.6} | {difference:+.1} % | {:?}",
            row.case,
            row.quantity,
            row.claimed.unwrap(),
            row.unit,
            row.verdict
        );
        let target = row.expected.or(row.claimed).unwrap();
        if (computed - target).abs() > row.tolerance / 100.0 * target.abs() {
            faults.push(format!("{} {}: {computed} instead of {target}", row.case, row.quantity));
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

/// A claim that is reproduced needs no other expectation; one that is not has it worked out, says why in
/// words, and lies further off than its own rounding could explain.
#[test]
fn verdicts_of_published_cases_hold() {
    for row in table() {
        let name = format!("{} {}", row.case, row.quantity);
        match row.verdict {
            Verdict::NotEnough => {
                assert!(row.claimed.is_none() && !row.comment.is_empty(), "{name}");
            }
            Verdict::Reproduced => {
                assert!(row.claimed.is_some() && row.expected.is_none(), "{name}");
                assert!(row.tolerance < 2.5 || !row.comment.is_empty(), "{name}");
            }
            Verdict::OtherFactor | Verdict::OtherAssumption | Verdict::Mistake => {
                let off = row.difference(row.expected.unwrap()).abs();
                assert!(!row.comment.is_empty() && off > 4.0, "{name}: {off}");
            }
        }
        let known = lantian_engine::data::MeasureId::from_slug(&row.measure).is_some();
        assert!(known != (row.verdict == Verdict::NotEnough), "{name}: {}", row.measure);
    }
}

#[test]
fn enough_published_cases() {
    let mut computed: Vec<String> =
        table().into_iter().filter(|r| r.verdict != Verdict::NotEnough).map(|r| r.case).collect();
    computed.dedup();
    assert!(computed.len() >= 25, "{}", computed.len());
}
