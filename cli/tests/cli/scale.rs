//! `docs/scale.md`: a distributed engine carries the work and gets what one process gets.
//!
//! The plain split and merge is in `portfolio`; this runs the Spark example where Spark is installed.

use crate::portfolio::{HEAD, rows};
use std::process::Command;

#[test]
fn the_spark_example_gives_what_one_process_gives() {
    let python = std::env::var("PYTHON").unwrap_or_else(|_| "python3".to_owned());
    let known = Command::new(&python).args(["-c", "import pyspark"]).output();
    if !known.is_ok_and(|output| output.status.success()) {
        eprintln!("pyspark is not installed: the example is not run");
        return;
    }
    let table = std::env::temp_dir().join(format!("lantian-scale-{}.csv", std::process::id()));
    std::fs::write(&table, format!("{HEAD}{}x,piracy,cn_prd,,,1,,,\n", rows(80))).unwrap();
    let script = "../docs/examples/portfolio_spark.py";
    let output = Command::new(python)
        .args([script, env!("CARGO_BIN_EXE_lantian"), table.to_str().unwrap(), "3"])
        .output()
        .unwrap();
    std::fs::remove_file(&table).unwrap();
    let err = String::from_utf8(output.stderr).unwrap();
    assert!(output.status.success(), "{err}");
    assert!(err.contains("3 partial summaries"), "{err}");
    let report: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!((report["plants"].as_u64(), report["rejected"]["count"].as_u64()), (Some(80), Some(1)));
}
