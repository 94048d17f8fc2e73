//! The engine for JavaScript: plain objects in, plain objects out, in the shapes of the project file
//! and of `lantian … --json`.
//!
//! Only converts: every figure comes from the engine, every shape from the documents of the command
//! line. What cannot be read is thrown as an `Error` with `code` and, where one is to blame, `field`;
//! what is wrong inside a project stands in `problems`, as on the command line.

mod error;
mod plain;

use error::ApiError;
use lantian_cli::{json, lists};
use lantian_engine::assess::{Assessment, Depth, assess};
use lantian_engine::project::{Project, from_json};
use wasm_bindgen::prelude::*;

#[wasm_bindgen(typescript_custom_section)]
const PROJECT: &str = include_str!(concat!(env!("OUT_DIR"), "/project.d.ts"));

#[wasm_bindgen(typescript_custom_section)]
const ANSWERS: &str = include_str!("answers.d.ts");

/// What a project uses, costs and emits in a year, and what each upgrade and the plan save.
#[wasm_bindgen(unchecked_return_type = "Evaluation")]
pub fn evaluate(
    #[wasm_bindgen(unchecked_param_type = "Project | string")] project: &JsValue,
) -> Result<JsValue, JsValue> {
    answer(project, Depth::Full, json::evaluation)
}

/// What must be mended in a project, and what is assumed about it.
#[wasm_bindgen(unchecked_return_type = "Validation")]
pub fn validate(
    #[wasm_bindgen(unchecked_param_type = "Project | string")] project: &JsValue,
) -> Result<JsValue, JsValue> {
    answer(project, Depth::Quick, json::validation)
}

/// Every upgrade of the catalogue with its parameters.
#[wasm_bindgen(unchecked_return_type = "MeasureList")]
pub fn measures() -> Result<JsValue, JsValue> {
    plain::parse(&lists::measures_json())
}

/// Every row of the fact tables.
#[wasm_bindgen(unchecked_return_type = "FactorList")]
pub fn factors() -> Result<JsValue, JsValue> {
    plain::parse(&lists::factors_json())
}

fn answer(
    project: &JsValue,
    depth: Depth,
    document: fn(&Project, &Assessment) -> String,
) -> Result<JsValue, JsValue> {
    let text = plain::text(project)?;
    let project = from_json(&text).map_err(ApiError::from)?;
    plain::parse(&document(&project, &assess(&project, depth)))
}
