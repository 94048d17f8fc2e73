//! `evaluate --ndjson`: one project a line in, one answer a line out, in the same order and with no more
//! memory than the longest line takes.

use std::io::{self, BufRead, Read as _, Write as _};
use std::process::ExitCode;

use crate::failure::{Failure, LINES};
use crate::json::{LineError, LineFault, evaluation_line, write_line};
use lantian_engine::assess::{Depth, assess};
use lantian_engine::project::{FileError, LIMIT, Project, from_json};

/// A line that was not a project.
pub type Fault = LineFault;

/// Lines of an input as projects, empty ones left out. No line is read beyond what a project can have.
pub struct Lines<R> {
    input: R,
    number: u64,
    bytes: Vec<u8>,
}

impl<R: BufRead> Lines<R> {
    pub fn new(input: R) -> Self {
        Lines { input, number: 0, bytes: Vec::new() }
    }

    /// The next line that is not empty, with its number from 1.
    pub fn next(&mut self) -> io::Result<Option<(u64, Result<Project, Fault>)>> {
        loop {
            self.bytes.clear();
            // One byte more than fits, to tell that it does not; the line break comes on top.
            let most = LIMIT as u64 + 2;
            let read = self.input.by_ref().take(most).read_until(b'\n', &mut self.bytes)?;
            if read == 0 {
                return Ok(None);
            }
            self.number += 1;
            if self.bytes.last() != Some(&b'\n') && read as u64 == most {
                self.skip()?;
                let error = FileError::TooLarge { size: self.bytes.len(), limit: LIMIT };
                return Ok(Some((self.number, Err(fault(&error)))));
            }
            let Ok(text) = std::str::from_utf8(&self.bytes) else {
                let text = "not UTF-8".to_owned();
                return Ok(Some((self.number, Err(LineFault { kind: "not_utf8", text }))));
            };
            if !text.trim().is_empty() {
                return Ok(Some((self.number, from_json(text).map_err(|error| fault(&error)))));
            }
        }
    }

    /// Past the rest of a line that is too long.
    fn skip(&mut self) -> io::Result<()> {
        loop {
            let buffer = self.input.fill_buf()?;
            let (used, ended) = match buffer.iter().position(|byte| *byte == b'\n') {
                Some(place) => (place + 1, true),
                None => (buffer.len(), buffer.is_empty()),
            };
            self.input.consume(used);
            if ended {
                return Ok(());
            }
        }
    }
}

fn fault(error: &FileError) -> Fault {
    let kind = match error {
        FileError::TooLarge { .. } => "too_large",
        FileError::Damaged { .. } => "damaged",
        FileError::NotAProject { .. } => "not_a_project",
        FileError::Newer { .. } => "newer",
    };
    LineFault { kind, text: error.to_string() }
}

pub fn evaluate(quick: bool) -> Result<ExitCode, Failure> {
    let depth = if quick { Depth::Quick } else { Depth::Full };
    // Written out line by line: who reads may wait for each answer.
    let mut out = io::stdout().lock();
    let mut lines = Lines::new(io::stdin().lock());
    let unreadable = |error| Failure::Unreadable { file: "standard input".to_owned(), error };
    let mut whole = true;
    while let Some((line, project)) = lines.next().map_err(unreadable)? {
        let answer = match project {
            Ok(project) => {
                let assessment = assess(&project, depth);
                whole &= assessment.outcome.is_some();
                evaluation_line(line, &project, &assessment)
            }
            Err(error) => {
                whole = false;
                write_line(&LineError { line, error })
            }
        };
        match out.write_all(answer.as_bytes()) {
            Ok(()) => {}
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => return Ok(ExitCode::SUCCESS),
            Err(error) => return Err(Failure::Unwritable(error)),
        }
    }
    match out.flush() {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(Failure::Unwritable(error)),
        _ if whole => Ok(ExitCode::SUCCESS),
        _ => Ok(ExitCode::from(LINES)),
    }
}
