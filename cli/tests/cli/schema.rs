//! `lantian schema`: the published schema is current and tells projects from other files.

use crate::common::{cases, lantian};
use jsonschema::Validator;
use serde_json::{Value, json};

fn validator() -> Validator {
    jsonschema::validator_for(&lantian(&["schema"]).json()).unwrap()
}

fn read(file: &std::path::Path) -> Value {
    serde_json::from_slice(&std::fs::read(file).unwrap()).unwrap()
}

/// After a change of the project file: `cargo run -p lantian-cli -- schema > docs/project.schema.json`.
#[test]
fn the_published_schema_is_current() {
    let published = std::fs::read_to_string("../docs/project.schema.json").unwrap();
    assert!(published == lantian(&["schema"]).out, "docs/project.schema.json is out of date");
}

#[test]
fn every_case_is_a_project() {
    let validator = validator();
    for file in cases() {
        let errors: Vec<String> = validator.iter_errors(&read(&file)).map(|e| e.to_string()).collect();
        assert!(errors.is_empty(), "{}: {errors:?}", file.display());
    }
}

/// What the schema refuses the reader refuses, and the other way round.
#[test]
fn changed_cases_are_refused_by_schema_and_reader_alike() {
    type Change = fn(&mut Value);
    let changes: [(&str, Change); 12] = [
        ("no format", |p| drop(p.as_object_mut().unwrap().remove("format"))),
        ("another format", |p| p["format"] = json!(2)),
        ("a text for a number", |p| p["bills"][0]["price"] = json!("0.8")),
        ("a number for a text", |p| p["site"]["sector"] = json!(7)),
        ("an unknown field", |p| p["site"]["colour"] = json!("blue")),
        ("an unknown part", |p| p["zoo"] = json!([])),
        ("an unknown word", |p| p["bills"][0]["period"] = json!("week")),
        ("a record for a list", |p| p["bills"] = json!({})),
        ("a list for a record", |p| p["site"] = json!([])),
        ("a text for a flag", |p| p["illustrative"] = json!("yes")),
        ("part of a year", |p| p["site"]["year"] = json!(2024.5)),
        ("a text among numbers", |p| p["bills"][0]["months"] = json!([1, "2"])),
    ];
    let validator = validator();
    for file in cases() {
        for (name, change) in changes {
            let mut project = read(&file);
            change(&mut project);
            assert!(!validator.is_valid(&project), "{}: {name}", file.display());
            let read = lantian_engine::project::from_json(&project.to_string());
            assert!(read.is_err(), "{}: {name}", file.display());
        }
    }
}

#[test]
fn every_field_is_described_or_named_for_what_it_is() {
    let schema = lantian(&["schema"]).json();
    let parts = schema["$defs"].as_object().unwrap();
    // Every part of a project has a sentence, and so have most of its fields.
    assert!(parts.len() >= 18, "{}", parts.len());
    for (name, part) in parts {
        assert!(part["description"].is_string(), "{name}");
        assert!(!part.to_string().contains("[`"), "{name}: links of the code");
    }
}
