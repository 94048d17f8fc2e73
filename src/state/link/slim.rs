//! JSON without what a reader fills in by itself.
//!
//! Every `null` and every empty list of a project file means the same as its absence, and so does
//! `false`. Empty texts stay (an empty text may mean "said, and empty"), and so do empty objects
//! (photovoltaics of which nothing is known yet).

use lantian_engine::project::Project;
use serde_json::Value;

/// Writes a project on one line without empty values.
pub fn to_json(project: &Project) -> String {
    // As in `to_json` of the engine: a tree of plain values cannot fail, and an empty text would
    // be refused by every reader.
    serde_json::to_value(project)
        .map(|mut value| {
            slim(&mut value);
            value.to_string()
        })
        .unwrap_or_default()
}

fn slim(value: &mut Value) {
    match value {
        Value::Object(fields) => {
            fields.retain(|_, field| {
                slim(field);
                match field {
                    Value::Null | Value::Bool(false) => false,
                    Value::Array(rows) => !rows.is_empty(),
                    _ => true,
                }
            });
        }
        Value::Array(rows) => rows.iter_mut().for_each(slim),
        _ => {}
    }
}
