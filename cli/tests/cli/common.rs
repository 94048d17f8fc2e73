//! Runs the built command.

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

/// What a run left behind.
#[derive(Debug)]
pub struct Run {
    pub code: i32,
    pub out: String,
    pub err: String,
}

impl Run {
    fn of(output: Output) -> Self {
        Run {
            code: output.status.code().unwrap(),
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8(output.stderr).unwrap(),
        }
    }

    pub fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.out).unwrap()
    }
}

fn command(args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_lantian"));
    command.args(args);
    command
}

pub fn lantian(args: &[&str]) -> Run {
    Run::of(command(args).output().unwrap())
}

/// Runs with a text on standard input.
pub fn lantian_with(args: &[&str], input: &[u8]) -> Run {
    let pipe = Stdio::piped;
    let mut child = command(args).stdin(pipe()).stdout(pipe()).stderr(pipe()).spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    // Beside the reading: a child that answers while it reads would else wait for us, and we for it. One that
    // has refused the arguments reads nothing.
    std::thread::scope(|scope| {
        scope.spawn(move || drop(stdin.write_all(input)));
        Run::of(child.wait_with_output().unwrap())
    })
}

pub fn cases() -> Vec<PathBuf> {
    // Tests run in the folder of their package.
    let folder = Path::new("../cases");
    let files = folder.read_dir().unwrap().map(|entry| entry.unwrap().path());
    let mut files: Vec<_> = files.filter(|file| file.extension().is_some_and(|e| e == "json")).collect();
    files.sort();
    assert!(!files.is_empty());
    files
}
