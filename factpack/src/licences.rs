//! The text of `data/LICENSES.md`: licence and attribution of every source.

use std::fmt::Write as _;

use crate::pack::Pack;
use crate::source::{LICENCES, Source};

/// Renders `LICENSES.md`. A test compares it with the file, so that no source is forgotten.
pub fn licences(pack: &Pack) -> String {
    let mut text = String::from(INTRODUCTION);
    for licence in LICENCES {
        let sources: Vec<&Source> = pack.sources.iter().filter(|source| source.licence == licence).collect();
        // Writing into a String cannot fail.
        let _ = write!(text, "\n## {}\n\n{}\n\n", heading(licence), terms(licence));
        text.push_str("| id | title | publisher | year | address |\n|---|---|---|---|---|\n");
        for source in sources {
            let year = source.year.map(|year| year.to_string()).unwrap_or_default();
            let _ = writeln!(
                text,
                "| `{}` | {} | {} | {year} | {} |",
                source.id,
                cell(&source.title),
                cell(&source.publisher),
                cell(&source.url)
            );
        }
    }
    text
}

const INTRODUCTION: &str = "# Licences of the data

This file is written by `cargo run -p lantian-factpack --example licences`; a test fails when it is out of date.
The selection, arrangement, names and notes in this folder are ours and under the licence of the repository.
Single numbers are facts; each carries its source in `sources.csv`, together with how it was read.
";

fn heading(licence: &str) -> &str {
    match licence {
        "OGL v3" => "Open Government Licence v3.0",
        "CC BY" => "Creative Commons Attribution",
        "public domain" => "Public domain",
        "facts only" => "Single facts, cited",
        _ => "Without a known licence",
    }
}

fn terms(licence: &str) -> &str {
    match licence {
        "OGL v3" => {
            "Contains public sector information licensed under the \
             [Open Government Licence v3.0](https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/). \
             Values were selected, converted to the closed unit list and renamed."
        }
        "CC BY" => {
            "Used under [CC BY 4.0](https://creativecommons.org/licenses/by/4.0/) with attribution to the publisher \
             named in the row. Values were selected and converted."
        }
        "public domain" => {
            "Works of agencies of the United States, definitions of units and laws of nature. The agencies are named \
             as sources; they do not endorse this work."
        }
        "facts only" => {
            "Only single facts were taken, not the text, tables or arrangement of the work. All rights in the works \
             remain with their publishers."
        }
        _ => {
            "Practice, recalled values and judgement. No text was copied. Rows resting on them are marked \
             `unverified` wherever the value was recalled."
        }
    }
}

/// A vertical bar would end the cell.
fn cell(text: &str) -> String {
    text.replace('|', "\\|")
}
