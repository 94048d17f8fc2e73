//! Checks the fact tables and turns them into typed static tables, so that nothing is parsed at run time.
#![expect(clippy::expect_used, reason = "a build script that cannot write its output has to stop")]

#[path = "build/facts.rs"]
mod facts;
#[path = "build/keys.rs"]
mod keys;
#[path = "build/measures.rs"]
mod measures;
#[path = "build/names.rs"]
mod names;
#[path = "build/sectors.rs"]
mod sectors;
#[path = "build/steam.rs"]
mod steam;
#[path = "build/units.rs"]
mod units;

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs};

use lantian_factpack::Pack;

fn main() -> ExitCode {
    // Build scripts run in the folder of their package; a path fixed at compile time would outlive a moved checkout.
    let folder = Path::new("../data");
    // The folder as well as its files: a new table is a change too.
    println!("cargo::rerun-if-changed={}", folder.display());
    println!("cargo::rerun-if-changed=build");
    println!("cargo::rerun-if-changed=build.rs");
    let pack = match Pack::load(folder) {
        Ok(pack) => pack,
        Err(problems) => {
            for problem in problems {
                println!("cargo::error=data/{problem}");
            }
            return ExitCode::FAILURE;
        }
    };
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets OUT_DIR"));
    let write = |name: &str, text: String| {
        fs::write(Path::new(&out).join(name), text).expect("OUT_DIR can be written");
    };
    write("keys.rs", keys::generate(&pack));
    write("units.rs", units::generate(&pack));
    write("facts.rs", facts::generate(&pack));
    write("sectors.rs", sectors::generate(&pack));
    write("measures.rs", measures::generate(&pack));
    write("steam.rs", steam::generate());
    ExitCode::SUCCESS
}
