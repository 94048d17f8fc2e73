//! Fields of a project by their path, for programs that change one value and ask again.
//!
//! A path is that of the file, as in messages: `heat[0].sources[0].stack_temperature`. Its end is enough
//! where it belongs to one field only, or to one of the site, and `[0]` may be left out.

use super::Project;
use super::record::{Place, Record};

/// Why a field could not be set.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SetError {
    /// No field has this name.
    #[error("unknown field")]
    Unknown,
    /// Several have.
    #[error("several fields")]
    Several { paths: Vec<String> },
    /// The text is no such value: `number`, `whole number`, `true or false`, or no word of the field.
    #[error("not a {wanted}")]
    NotA { wanted: &'static str },
}

/// Paths of every field with one value, plans left out, in the order of the file. What is empty has a path
/// as well.
pub fn paths(project: &mut Project) -> Vec<String> {
    let mut found = Vec::new();
    walk(project, "", &mut |path, _| found.push(path.to_owned()));
    found
}

/// The one field that a path, or the end of one, names.
pub fn find(project: &mut Project, name: &str) -> Result<String, SetError> {
    let mut all = paths(project);
    let short = |path: &str| path.replace("[0]", "");
    if let Some(place) = all.iter().position(|path| path == name || short(path) == name) {
        return Ok(all.swap_remove(place));
    }
    let end = format!(".{name}");
    all.retain(|path| path.ends_with(&end) || short(path).ends_with(&end));
    // What is said of the whole site goes before a part of it.
    if let Some(place) = all.iter().position(|path| path.starts_with("site.")) {
        return Ok(all.swap_remove(place));
    }
    match all.len() {
        0 => Err(SetError::Unknown),
        1 => Ok(all.swap_remove(0)),
        _ => Err(SetError::Several { paths: all }),
    }
}

/// Sets the one field that a path, or the end of one, names; returns its path.
pub fn set(project: &mut Project, name: &str, text: &str) -> Result<String, SetError> {
    let path = find(project, name)?;
    let mut outcome = Err(SetError::Unknown);
    walk(project, "", &mut |at, place| {
        if at == path {
            outcome = put(place, text);
        }
    });
    outcome.map(|()| path)
}

fn put(place: Place<'_>, text: &str) -> Result<(), SetError> {
    let not_a = |wanted| SetError::NotA { wanted };
    match place {
        Place::Text(field) => text.clone_into(field),
        Place::MaybeText(field) => *field = Some(text.to_owned()),
        Place::Number(field) => {
            let number: Option<f64> = text.parse().ok().filter(|number: &f64| number.is_finite());
            *field = Some(number.ok_or(not_a("number"))?);
        }
        Place::Flag(field) => *field = text.parse().map_err(|_| not_a("true or false"))?,
        Place::Whole(field) => {
            let fits = text.parse().is_ok_and(|number| field.read(number));
            fits.then_some(()).ok_or(not_a("whole number"))?;
        }
        Place::Word(field) => field.read(text).then_some(()).ok_or(not_a("word of this field"))?,
        // `walk` does not come here.
        Place::Numbers(_) | Place::Table(_) | Place::One(_) | Place::Maybe(_) | Place::Many(_) => {
            return Err(SetError::Unknown);
        }
    }
    Ok(())
}

/// Parts that say which figures to show, not what the plant is.
const APART: [&str; 6] = ["format", "pack", "title", "illustrative", "plans", "active_plan"];

fn walk(record: &mut dyn Record, within: &str, visit: &mut dyn FnMut(&str, Place<'_>)) {
    record.fields(&mut |name, place| {
        if within.is_empty() && APART.contains(&name) {
            return;
        }
        let path = if within.is_empty() { name.to_owned() } else { format!("{within}.{name}") };
        match place {
            Place::One(record) => walk(record, &path, visit),
            Place::Maybe(maybe) => {
                if let Some(record) = maybe.get() {
                    walk(record, &path, visit);
                }
            }
            Place::Many(many) => {
                let mut index = 0;
                many.each(&mut |record| {
                    walk(record, &format!("{path}[{index}]"), visit);
                    index += 1;
                });
            }
            Place::Numbers(_) | Place::Table(_) => {}
            place => visit(&path, place),
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::project::{Bill, HeatSource, HeatSystem};

    fn project() -> Project {
        let mut project = Project::new();
        project.bills = vec![Bill::default(), Bill::default()];
        project.heat.push(HeatSystem { sources: vec![HeatSource::default()], ..HeatSystem::default() });
        project
    }

    #[test]
    fn the_end_of_a_path_is_enough_where_it_is_one() {
        let mut project = project();
        let path = set(&mut project, "stack_temperature", "220").unwrap();
        assert_eq!(path, "heat[0].sources[0].stack_temperature");
        assert_eq!(project.heat[0].sources[0].stack_temperature, Some(220.0));
        assert_eq!(set(&mut project, "heat.sources.oxygen", "4").unwrap(), "heat[0].sources[0].oxygen");
        assert_eq!(set(&mut project, "site.year", "2024").unwrap(), "site.year");
        assert_eq!(project.site.year, Some(2024));
        set(&mut project, "bills[1].kind", "money").unwrap();
        assert_eq!(project.bills[1].kind, crate::project::ReadingKind::Money);
        // The first of a list by its path without place.
        set(&mut project, "bills.amount", "5").unwrap();
        assert_eq!(project.bills[0].amount, Some(5.0));
    }

    #[test]
    fn what_does_not_fit_is_refused_and_changes_nothing() {
        let mut project = project();
        let before = project.clone();
        let several = set(&mut project, "amount", "5");
        let paths = vec!["bills[0].amount".to_owned(), "bills[1].amount".to_owned()];
        assert_eq!(several, Err(SetError::Several { paths }));
        assert_eq!(set(&mut project, "colour", "5"), Err(SetError::Unknown));
        assert_eq!(set(&mut project, "plans.name", "x"), Err(SetError::Unknown));
        for text in ["much", "inf", "NaN", ""] {
            assert_eq!(set(&mut project, "oxygen", text), Err(SetError::NotA { wanted: "number" }));
        }
        assert!(set(&mut project, "year", "2024.5").is_err());
        assert!(set(&mut project, "bills[0].kind", "barter").is_err());
        assert_eq!(project, before);
    }
}
