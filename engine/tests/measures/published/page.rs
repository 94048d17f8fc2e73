//! `docs/published-cases.md`, written from the table and the engine's figures.

use super::{Row, Verdict, table};
use std::fmt::Write as _;

const HEAD: &str = "\
# Published cases, computed again

Written by a test (`LANTIAN_WRITE_DOCS=1 cargo test -p lantian-engine --test measures published`) from
`engine/tests/measures/published/cases.csv`; do not edit. Every figure is computed by the engine's own
measures on a plant with the inputs of the case. Nothing is tuned to a claim: where the computed figure
differs, the comment says why, and the test holds it to a value worked out by hand.
";

/// Four digits that count, thousands apart.
fn number(value: f64) -> String {
    let digits = if value == 0.0 { 0 } else { libm::floor(libm::log10(value.abs())) as i32 };
    let decimals = usize::try_from((3 - digits).max(0)).unwrap();
    let text = format!("{value:.decimals$}");
    let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
    let mut grouped = String::new();
    for (place, digit) in whole.chars().enumerate() {
        if place > 0 && (whole.len() - place).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    match fraction.trim_end_matches('0') {
        "" => grouped,
        rest => format!("{grouped}.{rest}"),
    }
}

fn word(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Reproduced => "reproduced",
        Verdict::OtherFactor => "another factor",
        Verdict::OtherAssumption => "other assumptions",
        Verdict::Mistake => "published mistake",
        Verdict::NotEnough => "not enough inputs",
    }
}

/// The first row of each case.
fn cases(rows: &[Row]) -> Vec<&Row> {
    let mut cases: Vec<&Row> = rows.iter().collect();
    cases.dedup_by_key(|row| &row.case);
    cases
}

fn page(rows: &[Row]) -> String {
    let mut page = HEAD.to_owned();
    let (left, computed): (Vec<&Row>, Vec<&Row>) =
        cases(rows).into_iter().partition(|row| row.verdict == Verdict::NotEnough);
    let figures = rows.iter().filter(|row| row.verdict != Verdict::NotEnough);
    writeln!(page, "\n{} figures of {} cases:\n", figures.clone().count(), computed.len()).unwrap();
    for verdict in [Verdict::Reproduced, Verdict::OtherFactor, Verdict::OtherAssumption, Verdict::Mistake] {
        let count = figures.clone().filter(|row| row.verdict == verdict).count();
        writeln!(page, "- {}: {count}", word(verdict)).unwrap();
    }
    page.push_str("\n| case | figure | claimed | computed | difference | how it stands |\n");
    page.push_str("|---|---|--:|--:|--:|---|\n");
    for row in figures.clone() {
        let value = row.computed().unwrap();
        let (claimed, unit) = (number(row.claimed.unwrap()), &row.unit);
        let comment = if row.comment.is_empty() { String::new() } else { format!(". {}", row.comment) };
        writeln!(
            page,
            "| {} | {} | {claimed} {unit} | {} {unit} | {:+.1} % | **{}**{comment} |",
            row.case,
            row.quantity,
            number(value),
            row.difference(value),
            word(row.verdict),
        )
        .unwrap();
    }
    page.push_str("\n## Inputs and sources\n\n| case | measure | inputs | source |\n|---|---|---|---|\n");
    let mut inputs: Vec<&Row> = figures.collect();
    inputs.dedup_by_key(|row| (&row.case, &row.inputs));
    for row in inputs {
        let inputs = if row.inputs.is_empty() { "defaults".to_owned() } else { format!("`{}`", row.inputs) };
        writeln!(
            page,
            "| {} | `{}` | {inputs} | [{}]({}), {} |",
            row.case, row.measure, row.title, row.source, row.place_year
        )
        .unwrap();
    }
    page.push_str("\n## Not enough inputs\n\n| case | what is missing |\n|---|---|\n");
    for row in left {
        let comment = &row.comment;
        writeln!(page, "| {} [{}]({}) | {comment} |", row.case, row.title, row.source).unwrap();
    }
    page
}

#[test]
fn published_page_is_current() {
    crate::common::written("published-cases.md", &page(&table()));
}
