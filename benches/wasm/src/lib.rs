//! The engine's benchmarks in the browser's machine: the loops of the native ones.
//!
//! They run on this side, because a call from JavaScript costs more than an evaluation; the clock is
//! read on the other.

#[path = "../../../engine/benches/kernel.rs"]
mod kernel;
#[path = "../../../engine/benches/lanes.rs"]
mod lanes;
#[path = "../../../engine/benches/loops.rs"]
mod loops;
#[path = "../../../engine/benches/setup.rs"]
mod setup;

use loops::{LOOPS, Loops};
use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen]
#[derive(Debug)]
pub struct Bench(Loops);

#[wasm_bindgen]
impl Bench {
    pub fn start() -> Option<Bench> {
        Loops::new().map(Bench)
    }

    /// A line for each loop: name, what its size counts, item, place of its limit, then `size:items` for each
    /// of its sizes, with tabs between.
    pub fn loops() -> String {
        let line = |row: &loops::Loop| {
            let sizes = row.sizes.iter().map(|&size| format!("\t{size}:{}", (row.items)(size)));
            format!("{}\t{}\t{}\t{}{}", row.name, row.size, row.item, row.limit, sizes.collect::<String>())
        };
        LOOPS.iter().map(line).collect::<Vec<_>>().join("\n")
    }

    pub fn run(&mut self, place: usize, size: usize, times: u32) -> f64 {
        self.0.run(place, size, times)
    }
}
