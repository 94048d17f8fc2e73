//! Tests that need a real browser: `cargo test --target wasm32-unknown-unknown --test web`.
#![cfg(target_arch = "wasm32")]
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests fail by panicking")]

mod app;
mod cases;
mod plant;
mod platform;
mod report;
mod results;
mod state;
mod support;
mod ui;
mod upgrades;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
