//! The examples of `docs/cli.md` run and answer as they say, and every command and exit code is described.

use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

fn page() -> String {
    std::fs::read_to_string("../docs/cli.md").unwrap()
}

/// Runs a line of the page from the root of the repository.
fn shell(line: &str) -> (i32, String) {
    let program = PathBuf::from(env!("CARGO_BIN_EXE_lantian"));
    let folder = program.parent().unwrap().to_str().unwrap().to_owned();
    let path = format!("{folder}:{}", std::env::var("PATH").unwrap());
    let output = Command::new("sh").args(["-c", line]).current_dir("..").env("PATH", path).output().unwrap();
    (output.status.code().unwrap(), String::from_utf8(output.stdout).unwrap())
}

/// Fenced blocks whose first line begins with a word, with the rest of that line.
fn blocks(page: &str, word: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut lines = page.lines();
    while let Some(line) = lines.next() {
        if let Some(rest) = line.strip_prefix("```").and_then(|info| info.strip_prefix(word)) {
            let body: Vec<&str> = lines.by_ref().take_while(|line| *line != "```").collect();
            found.push((rest.trim().to_owned(), body.join("\n")));
        } else if line.starts_with("```") && line.len() > 3 {
            lines.by_ref().take_while(|line| *line != "```").for_each(drop);
        }
    }
    found
}

/// Whether a text is the pattern, where `…` stands for anything and blanks for any number of blanks.
fn matches(text: &str, pattern: &str) -> bool {
    let squeeze = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let text = squeeze(text);
    let mut rest = text.as_str();
    let parts: Vec<String> = pattern.split('…').map(squeeze).collect();
    for (place, part) in parts.iter().enumerate() {
        let found =
            if place == 0 { rest.starts_with(part.as_str()).then_some(0) } else { rest.find(part.as_str()) };
        let Some(at) = found else { return false };
        rest = &rest[at + part.len()..];
    }
    pattern.trim_end().ends_with('…') || rest.trim().is_empty() || parts.last().is_some_and(String::is_empty)
}

#[test]
fn every_example_answers_as_it_says() {
    let mut count = 0;
    for (_, block) in blocks(&page(), "console") {
        for example in block.split("\n$ ").map(|example| example.trim_start_matches("$ ")) {
            let (line, expected) = example.split_once('\n').unwrap_or((example, ""));
            let (line, code) = match line.split_once(" # exit ") {
                Some((line, code)) => (line, code.trim().parse().unwrap()),
                None => (line, 0),
            };
            let (got, out) = shell(line);
            assert_eq!(got, code, "{line}\n{out}");
            // A pattern that stops early says so with its last line.
            let open = expected.lines().last().is_some_and(|last| last.trim() == "…" || last.ends_with('…'));
            let pattern = if open { expected.to_owned() } else { expected.trim_end().to_owned() };
            let head: String = out.clone();
            assert!(matches(&head, &pattern), "{line}\n--- documented\n{expected}\n--- answered\n{out}");
            count += 1;
        }
    }
    assert!(count > 20, "{count}");
}

/// Every documented key is there with the same kind of value, and at the top none is missing.
#[test]
fn every_shape_is_that_of_the_answer() {
    let shapes = blocks(&page(), "json shape:");
    assert!(shapes.len() >= 8, "{}", shapes.len());
    for (args, text) in shapes {
        let documented: Value = serde_json::from_str(&text).unwrap_or_else(|e| panic!("{args}: {e}"));
        let (code, out) = shell(&format!("lantian {args} 2>/dev/null"));
        assert_eq!(code, 0, "{args}");
        let answer: Value = serde_json::from_str(&out).unwrap();
        let keys = |value: &Value| -> Vec<String> {
            let mut keys: Vec<String> = value.as_object().unwrap().keys().cloned().collect();
            keys.sort();
            keys
        };
        assert_eq!(keys(&documented), keys(&answer), "{args}");
        covers(&documented, &answer, &args);
    }
}

fn covers(documented: &Value, answer: &Value, at: &str) {
    match (documented, answer) {
        (Value::Object(fields), Value::Object(answered)) => {
            for (name, value) in fields {
                let found = answered.get(name).unwrap_or_else(|| panic!("{at}.{name} is not answered"));
                covers(value, found, &format!("{at}.{name}"));
            }
        }
        (Value::Array(items), Value::Array(answered)) => {
            if let (Some(item @ Value::Object(fields)), Some(Value::Object(first))) =
                (items.first(), answered.first())
            {
                let mut missing = first.keys().filter(|key| !fields.contains_key(*key));
                assert!(missing.next().is_none(), "{at}: a key is not documented");
                // One of them has all that is shown, as a measure that is in the plan has shares.
                covers(item, &fullest(answered), at);
            }
        }
        (Value::Null, _) | (_, Value::Null) => {}
        _ => {
            let kind = |value: &Value| (value.is_number(), value.is_string(), value.is_boolean());
            assert_eq!(kind(documented), kind(answer), "{at}: {documented} and {answer}");
        }
    }
}

/// The item with the fewest nulls.
fn fullest(items: &[Value]) -> Value {
    let nulls = |item: &Value| item.as_object().map_or(0, |o| o.values().filter(|v| v.is_null()).count());
    items.iter().min_by_key(|item| nulls(item)).unwrap().clone()
}

#[test]
fn every_command_option_and_code_is_described() {
    let (page, help) = (page(), std::fs::read_to_string("src/help.txt").unwrap());
    for command in help.lines().filter_map(|line| line.strip_prefix("  lantian ")) {
        let name = command.split_whitespace().next().unwrap();
        assert!(page.contains(&format!("\n## {name}\n")), "{name}");
    }
    let options =
        help.split(|c: char| c.is_whitespace() || "[]|:,;".contains(c)).filter(|w| w.starts_with("--"));
    for option in options.filter(|option| !["--help", "--version"].contains(option)) {
        assert!(page.contains(option), "{option}");
    }
    for code in 0..=7 {
        assert!(page.contains(&format!("\n| {code} | ")), "{code}");
        assert!(help.contains(&format!("\n  {code}  ")), "{code}");
    }
    assert!(Path::new("../docs/project.schema.json").exists());
}
