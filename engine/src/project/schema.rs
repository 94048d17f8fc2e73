//! JSON Schema of the project file, read off the very declaration that reads and writes it.

use super::{FORMAT, Project};
use schemars::Schema;
use schemars::generate::SchemaSettings;
use schemars::transform::{Transform, transform_subschemas};
use serde_json::{Value, json};

/// Where the schema is published.
const ID: &str = "project.schema.json";

/// The schema, draft 2020-12. What is left open and what is `null` mean the same to the reader; the schema
/// asks for files as they are written, without `null`.
pub fn schema() -> Value {
    let mut generator = SchemaSettings::draft2020_12().with_transform(Plain).into_generator();
    let mut schema = generator.root_schema_for::<Project>();
    schema.insert("$id".to_owned(), json!(ID));
    schema.insert("title".to_owned(), json!("Project of Lantian"));
    schema.insert("required".to_owned(), json!(["format"]));
    let mut value = schema.to_value();
    if let Some(format) = value.pointer_mut("/properties/format") {
        *format = json!({
            "description": format.get("description"),
            "const": FORMAT,
        });
    }
    value
}

/// Takes away what only Rust has: links in comments, widths of numbers, defaults that say nothing.
#[derive(Clone, Debug)]
struct Plain;

impl Transform for Plain {
    fn transform(&mut self, schema: &mut Schema) {
        if let Some(Value::String(text)) = schema.get_mut("description") {
            *text = text.replace("[`", "`").replace("`]", "`").replace("crate::", "").replace('\n', " ");
        }
        for word in ["format", "default"] {
            if schema.get(word).is_some_and(|value| !value.is_object()) {
                schema.remove(word);
            }
        }
        transform_subschemas(self, schema);
    }
}
