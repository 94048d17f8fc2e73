//! The project file as text: reading with clear failures, writing, and format migrations.

use super::Project;
use super::record;
use serde_json::Value;

/// The file format this engine writes. A change of [`Project`]'s shape raises it and adds a
/// migration from the one before.
pub const FORMAT: u32 = 1;

/// Longest project text that is read, bytes. A project of 200 meters with monthly bills stays
/// below a tenth of it; what is larger is not a project.
pub const LIMIT: usize = 2 * 1024 * 1024;

/// Why a project text could not be opened. Nothing is changed when it occurs.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FileError {
    /// More bytes than any project has.
    #[error("too large: {size} bytes, limit {limit}")]
    TooLarge { size: usize, limit: usize },
    /// Not JSON, or cut short.
    #[error("damaged at line {line}, column {column}")]
    Damaged { line: usize, column: usize },
    /// JSON, but not a project: the path of the field that does not fit (`bills[2].amount`).
    #[error("not a project: {path}")]
    NotAProject { path: String },
    /// Written by a newer version.
    #[error("format {found} is newer than {supported}")]
    Newer { found: u32, supported: u32 },
}

/// Reads a project.
///
/// Numbers beyond what a float can hold are damage; absurd but finite ones are left for the checks
/// at their field.
pub fn from_json(text: &str) -> Result<Project, FileError> {
    let text = text.trim_start_matches('\u{feff}');
    if text.len() > LIMIT {
        return Err(FileError::TooLarge { size: text.len(), limit: LIMIT });
    }
    let value: Value =
        serde_json::from_str(text).map_err(|e| FileError::Damaged { line: e.line(), column: e.column() })?;
    let format = value.get("format").and_then(Value::as_u64);
    match (format, value.as_object()) {
        (Some(found), Some(_)) if found > u64::from(FORMAT) => {
            Err(FileError::Newer { found: u32::try_from(found).unwrap_or(u32::MAX), supported: FORMAT })
        }
        (Some(found), Some(fields)) if found == u64::from(FORMAT) => {
            let mut project = Project::default();
            record::read(&mut project, fields).map_err(|path| FileError::NotAProject { path })?;
            if project.plans.is_empty() {
                project.plans.push(super::Plan::default());
            }
            project.active_plan = project.active_plan.min(project.plans.len().saturating_sub(1));
            Ok(project)
        }
        _ => Err(FileError::NotAProject { path: "format".to_owned() }),
    }
}

/// Writes a project as indented JSON, fields in the order of declaration, defaults left out.
pub fn to_json(project: &Project) -> String {
    write(project, true)
}

/// The same on one line, for links and storage.
pub fn to_json_line(project: &Project) -> String {
    write(project, false)
}

fn write(project: &Project, pretty: bool) -> String {
    let mut writer = record::Writer::new(pretty);
    // Fields are visited through mutable access; the copy keeps that from the caller.
    writer.record(&mut project.clone());
    writer.text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::project::{Bill, Device, HeatSource, HeatSystem, MeasureChoice, Period, Solar};

    fn full() -> Project {
        let mut project = Project::new();
        project.title = "A \"quoted\" 廠\n\u{1}".to_owned();
        project.illustrative = true;
        project.site.year = Some(2025);
        project.site.hours = Some(0.1 + 0.2);
        project.bills.push(Bill {
            carrier: "electricity".to_owned(),
            amount: Some(1e300),
            raw: Some(String::new()),
            period: Period::TwoMonths,
            months: vec![1.0, -0.5, 1e-9],
            ..Bill::default()
        });
        let mut device = Device { name: "ESP".to_owned(), ..Device::default() };
        device.removal.insert("pm10".to_owned(), 99.0);
        project.heat.push(HeatSystem {
            sources: vec![HeatSource { devices: vec![device], ..HeatSource::default() }],
            ..HeatSystem::default()
        });
        project.solar = Some(Solar::default());
        let mut choice = MeasureChoice { measure: "chp".to_owned(), on: true, ..MeasureChoice::default() };
        choice.params.insert("size".to_owned(), 3000.0);
        project.plans.first_mut().unwrap().measures.push(choice);
        project
    }

    #[test]
    fn what_is_written_reads_back() {
        for text in [to_json(&full()), to_json_line(&full())] {
            assert_eq!(from_json(&text).as_ref(), Ok(&full()), "{text}");
            assert!(serde_json::from_str::<Value>(&text).is_ok());
        }
        assert_eq!(from_json(&to_json(&Project::new())), Ok(Project::new()));
        assert!(!to_json_line(&full()).contains('\n'));
    }

    #[test]
    fn a_field_that_does_not_fit_is_named() {
        let path = |text: &str| match from_json(text) {
            Err(FileError::NotAProject { path }) => path,
            other => panic!("{other:?}"),
        };
        assert_eq!(path(r#"{"format":1,"bills":[{},{"amount":"x"}]}"#), "bills[1].amount");
        assert_eq!(path(r#"{"format":1,"bills":[{"months":[1,"x"]}]}"#), "bills[0].months[1]");
        assert_eq!(path(r#"{"format":1,"site":{"colour":1}}"#), "site.colour");
        assert_eq!(path(r#"{"format":1,"site":[]}"#), "site");
        assert_eq!(path(r#"{"format":1,"site":{"year":70000}}"#), "site.year");
        assert_eq!(path(r#"{"format":1,"bills":[{"period":"week"}]}"#), "bills[0].period");
        assert_eq!(path(r#"{"format":0}"#), "format");
        assert_eq!(path("[1]"), "format");
    }

    #[test]
    fn damage_and_the_future_are_told_apart() {
        assert!(matches!(from_json("{\"format\":1,"), Err(FileError::Damaged { line: 1, .. })));
        assert!(matches!(
            from_json("{\"format\":1,\"site\":{\"hours\":1e400}}"),
            Err(FileError::Damaged { .. })
        ));
        assert_eq!(
            from_json("{\"format\":99,\"new\":true}"),
            Err(FileError::Newer { found: 99, supported: FORMAT })
        );
        let deep = format!("{{\"format\":1,\"site\":{}{}}}", "[".repeat(100_000), "]".repeat(100_000));
        assert!(matches!(from_json(&deep), Err(FileError::Damaged { .. })));
        let large = " ".repeat(LIMIT + 1);
        assert!(matches!(from_json(&large), Err(FileError::TooLarge { .. })));
    }
}
