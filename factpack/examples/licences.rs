//! Writes `data/LICENSES.md` anew.

use std::fs;
use std::process::ExitCode;

use lantian_factpack::{Pack, data_folder, licences};

fn main() -> ExitCode {
    let folder = data_folder();
    let problems = match Pack::load(&folder) {
        Ok(pack) => match fs::write(folder.join("LICENSES.md"), licences(&pack)) {
            Ok(()) => return ExitCode::SUCCESS,
            Err(error) => vec![error.to_string()],
        },
        Err(problems) => problems.iter().map(ToString::to_string).collect(),
    };
    for problem in problems {
        eprintln!("{problem}");
    }
    ExitCode::FAILURE
}
