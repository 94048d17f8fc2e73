//! `lantian measures`, `lantian factors`, help and version.

use crate::common::{lantian, lantian_with};
use lantian_engine::data::FactId;
use lantian_engine::measures::CATALOGUE;
use lantian_factpack::Pack;
use std::path::Path;

/// The fact tables. Tests run in the folder of their package.
fn pack() -> Pack {
    Pack::load(Path::new("../data")).unwrap()
}

#[test]
fn measures_are_those_of_the_catalogue_with_the_names_of_the_tables() {
    let pack = pack();
    let result = lantian(&["measures", "--json"]).json();
    let measures = result["measures"].as_array().unwrap();
    assert_eq!(measures.len(), CATALOGUE.len());
    for (measure, id) in measures.iter().zip(CATALOGUE) {
        assert_eq!(measure["id"], id.slug());
        let row = pack.measures.iter().find(|m| m.id == id.slug()).unwrap();
        assert_eq!(measure["name"], row.names.en.as_str());
        assert_eq!(measure["params"].as_array().unwrap().len(), row.params.len());
    }
    let text = lantian(&["measures"]).out;
    // A heading, its rule, and a line each.
    assert_eq!(text.lines().count(), CATALOGUE.len() + 2);
}

#[test]
fn factors_are_all_rows_with_value_unit_and_source() {
    let pack = pack();
    let result = lantian(&["factors", "--json"]).json();
    let factors = result["factors"].as_array().unwrap();
    let rows: Vec<_> = pack.tables.iter().flat_map(|table| &table.facts).collect();
    assert_eq!(factors.len(), rows.len());
    assert_eq!(result["hash"], pack.hash.as_str());
    for (factor, row) in factors.iter().zip(rows) {
        assert_eq!(factor["id"], row.id.as_str());
        assert_eq!(factor["name"], row.names.en.as_str());
        assert_eq!(factor["value"].as_f64().unwrap().to_bits(), row.value.to_bits(), "{}", row.id);
        assert_eq!(factor["source"], row.source.as_str());
    }
    assert_eq!(lantian(&["factors"]).out.lines().count(), FactId::COUNT + 2);
}

#[test]
fn help_and_version_go_to_standard_output() {
    for flag in ["--help", "-h"] {
        let run = lantian(&[flag]);
        assert_eq!(run.code, 0);
        for word in ["evaluate", "validate", "measures", "factors", "--json", "Exit codes"] {
            assert!(run.out.contains(word), "{word}");
        }
    }
    let run = lantian_with(&["-V"], b"");
    assert_eq!(run.code, 0);
    assert!(run.out.starts_with(concat!("lantian ", env!("CARGO_PKG_VERSION"))), "{}", run.out);
}
