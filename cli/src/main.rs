//! `lantian`: evaluates project files on the command line.
//!
//! Reads arguments and files, calls the engine and prints. It calculates nothing itself, so its
//! digits are those of the page.

mod args;
mod compare;
mod failure;
mod front;
mod measure;
mod optimise;
mod portfolio;
mod report;
mod stream;
mod trajectory;
mod uncertainty;

use std::io::{self, Read as _, Write as _};
use std::process::ExitCode;

use args::{Command, Doubt, Form, Invocation, Setting, Source, Wanted, Wish};
use failure::Failure;
use finance::Worth;
use lantian_cli::{finance, json, lists, names, table, words};
use lantian_engine::assess::{Assessment, Depth, Outcome, assess};
use lantian_engine::data::{FACTOR_PACK_HASH, FACTOR_PACK_VERSION};
use lantian_engine::project::{Project, from_json};
use trajectory::Ran;

fn main() -> ExitCode {
    match args::read(lexopt::Parser::from_env()).and_then(|invocation| run(&invocation)) {
        Ok(code) => code,
        Err(failure) => {
            eprintln!("lantian: {failure}");
            failure.code()
        }
    }
}

fn run(invocation: &Invocation) -> Result<ExitCode, Failure> {
    let form = invocation.form;
    let json = form == Form::Json;
    match &invocation.command {
        Command::Help => print(include_str!("help.txt")),
        Command::Version => {
            let version = env!("CARGO_PKG_VERSION");
            print(&format!("lantian {version} (fact tables {FACTOR_PACK_VERSION}, {FACTOR_PACK_HASH})\n"))
        }
        Command::Stream { quick } => stream::evaluate(*quick),
        Command::Schema => print(&json::write(&lantian_engine::project::schema())),
        Command::Compare(sources, plans) => compare(sources, plans, form),
        Command::Measure(id, file, settings) => measure(id, file.as_ref(), settings, form),
        Command::Portfolio(collection, gathering) => portfolio::run(collection, gathering, form),
        Command::Measures => print(&if json { lists::measures_json() } else { lists::measures_text() }),
        Command::Factors => print(&if json { lists::factors_json() } else { lists::factors_text() }),
        Command::Finance(source) => {
            let worth = finance::read(&text(source)?).and_then(|stream| Worth::of(&stream));
            let worth = worth.map_err(|error| Failure::Flows { file: source.to_string(), error })?;
            print(&if json { json::write(&worth) } else { worth.table() })
        }
        Command::Optimise(source, wish) => {
            let project = open(source)?;
            let assessment = assess(&project, Depth::Quick);
            tell(&project, &assessment);
            if let Some(outcome) = &assessment.outcome {
                print(&best(outcome, wish, &project.finance.currency, json)?)?;
            }
            Ok(verdict(&assessment))
        }
        Command::Trajectory(source, ahead) => {
            let mut project = open(source)?;
            trajectory::ask(&mut project, ahead);
            let mut assessment = assess(&project, Depth::Quick);
            let ran = assessment.outcome.as_ref().map(|outcome| Ran::new(&project, outcome));
            let ran = match ran {
                Some(Err(problems)) => {
                    assessment.problems = problems;
                    None
                }
                other => other.and_then(Result::ok),
            };
            tell(&project, &assessment);
            if let Some(ran) = ran {
                print(&match form {
                    Form::Json => ran.json(),
                    Form::Csv => ran.csv(),
                    Form::Text => ran.table(),
                })?;
            }
            Ok(verdict(&assessment))
        }
        Command::Evaluate(source) => {
            let project = open(source)?;
            let assessment = assess(&project, Depth::Full);
            tell(&project, &assessment);
            match (json, &assessment.outcome) {
                (true, _) => print(&json::evaluation(&project, &assessment))?,
                (false, Some(outcome)) => print(&report::evaluation(&project, outcome))?,
                (false, None) => ExitCode::SUCCESS,
            };
            Ok(verdict(&assessment))
        }
        Command::Uncertainty(source, doubt) => uncertainty(source, doubt, json),
        Command::Validate(source) => {
            let project = open(source)?;
            let assessment = assess(&project, Depth::Quick);
            tell(&project, &assessment);
            if json {
                print(&json::validation(&project, &assessment))?;
            }
            Ok(verdict(&assessment))
        }
    }
}

fn uncertainty(source: &Source, doubt: &Doubt, json: bool) -> Result<ExitCode, Failure> {
    let project = open(source)?;
    let assessment = assess(&project, Depth::Quick);
    tell(&project, &assessment);
    if let Some(outcome) = &assessment.outcome {
        let ran = uncertainty::Ran::new(&project, outcome, doubt)?;
        print(&if json { ran.json() } else { ran.table() })?;
    }
    Ok(verdict(&assessment))
}

fn compare(sources: &[Source], plans: &[Wanted], form: Form) -> Result<ExitCode, Failure> {
    let projects = sources.iter().map(|source| Ok((source.clone(), open(source)?)));
    let items = compare::items(projects.collect::<Result<_, Failure>>()?, plans)?;
    for item in &items {
        tell(&item.project, &item.assessment);
    }
    let whole = items.iter().all(|item| item.assessment.outcome.is_some());
    if whole || form == Form::Json {
        print(&compare::render(&items, form))?;
    }
    Ok(code(whole))
}

fn measure(id: &str, file: Option<&Source>, settings: &[Setting], form: Form) -> Result<ExitCode, Failure> {
    let plant = file.map(|source| Ok::<_, Failure>((source, open(source)?))).transpose()?;
    let answer = measure::run(id, plant, settings, form)?;
    for remark in &answer.remarks {
        eprintln!("{remark}");
    }
    print(&answer.text)?;
    Ok(code(answer.whole))
}

/// The code of an answer without or with entries to be mended.
fn code(whole: bool) -> ExitCode {
    if whole { ExitCode::SUCCESS } else { ExitCode::from(failure::PROBLEMS) }
}

/// The best plan of a wish, or the front it asks for, as it is printed.
fn best(outcome: &Outcome, wish: &Wish, currency: &str, json: bool) -> Result<String, Failure> {
    if wish.front {
        let found = front::Found::new(&outcome.model, wish)?;
        return Ok(if json { json::write(&found.document(currency)) } else { found.table(currency) });
    }
    let found = optimise::Found::new(outcome, wish)?;
    Ok(if json { json::write(&found.document(currency)) } else { found.table(currency) })
}

/// Problems and notices, a line each, on standard error.
fn tell(project: &Project, assessment: &Assessment) {
    for problem in &assessment.problems {
        eprintln!("problem: {}", words::problem(project, problem));
    }
    for notice in &assessment.notices {
        eprintln!("notice: {}", words::notice(project, notice));
    }
}

fn verdict(assessment: &Assessment) -> ExitCode {
    code(assessment.problems.is_empty())
}

fn open(source: &Source) -> Result<Project, Failure> {
    from_json(&text(source)?).map_err(|error| Failure::Project { file: source.to_string(), error })
}

fn text(source: &Source) -> Result<String, Failure> {
    let bytes = match source {
        Source::Input => {
            let mut bytes = Vec::new();
            io::stdin().read_to_end(&mut bytes).map(|_| bytes)
        }
        Source::File(path) => std::fs::read(path),
    }
    .map_err(|error| Failure::Unreadable { file: source.to_string(), error })?;
    // Bytes that are not UTF-8 cannot be JSON: they are damage of the content, not of the disk.
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

fn print(text: &str) -> Result<ExitCode, Failure> {
    let mut out = io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Ok(()) => Ok(ExitCode::SUCCESS),
        // The reader has seen enough, as in `lantian factors | head`.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(ExitCode::SUCCESS),
        Err(error) => Err(Failure::Unwritable(error)),
    }
}
