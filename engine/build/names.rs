//! From slugs to Rust names and literals.

use std::collections::BTreeMap;
use std::fmt::Write as _;

/// The Rust type of a closed list.
pub fn type_of(list: &str) -> String {
    let name = match list {
        "emission" => "GridEmission",
        "component" => "BlendComponent",
        "mode" => "TransportMode",
        "variant" => "TransportVariant",
        "quantity" => "WwmQuantity",
        "per" => "VocPer",
        "carrier" => "EquivalentCarrier",
        "quantity_kind" => "SectorQuantity",
        _ => return pascal(list),
    };
    name.to_owned()
}

/// The variant of a slug. `none` would read like `Option::None`, and a name cannot begin with a digit.
pub fn variant(slug: &str) -> String {
    let name = pascal(slug);
    match name.as_str() {
        "None" => "Unspecified".to_owned(),
        _ if name.starts_with(|c: char| c.is_ascii_digit()) => format!("N{name}"),
        _ => name,
    }
}

fn pascal(slug: &str) -> String {
    let mut name = String::new();
    for word in slug.split(|c: char| !c.is_ascii_alphanumeric()) {
        let mut letters = word.chars();
        name.extend(letters.next().map(|c| c.to_ascii_uppercase()));
        name.push_str(letters.as_str());
    }
    name
}

/// `Fuel::NaturalGas` for a slug of a list.
pub fn path(list: &str, slug: &str) -> String {
    format!("{}::{}", type_of(list), variant(slug))
}

/// An enum with the slugs of a closed list, in their order.
pub fn key_enum(doc: &str, name: &str, slugs: &[&str]) -> String {
    let mut seen = BTreeMap::new();
    let width = if slugs.len() <= 256 { "u8" } else { "u16" };
    let mut text = format!("key_enum! {{\n/// {doc}\n{name}: {width} {{\n");
    for slug in slugs {
        let variant = variant(slug);
        assert!(seen.insert(variant.clone(), *slug).is_none(), "two slugs of {name} give the name {variant}");
        let _ = writeln!(text, "{variant} = {slug:?},");
    }
    text.push_str("}\n}\n\n");
    text
}

/// A literal that reads back as the same number.
pub fn number(value: f64) -> String {
    if value.is_nan() { "f64::NAN".to_owned() } else { format!("{value:?}") }
}

pub fn optional_number(value: Option<f64>) -> String {
    value.map_or("None".to_owned(), |value| format!("Some({})", number(value)))
}

pub fn unit(slug: &str) -> String {
    format!("UnitId::{}", variant(slug))
}

pub fn optional_unit(slug: Option<&String>) -> String {
    slug.map_or("None".to_owned(), |slug| format!("Some({})", unit(slug)))
}

pub fn source(id: &str) -> String {
    format!("SourceId::{}", variant(id))
}
