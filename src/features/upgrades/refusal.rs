//! Why a typed setting of an upgrade is not taken, in words.

use super::param_field::Kind;
use crate::features::live::wording;
use crate::i18n::{I18n, InputIssue, input_message, k, parse_number};
use crate::state::upgrades::set_param;
use lantian_engine::data::MeasureId;
use lantian_engine::lower::{lower, reason};
use lantian_engine::measures::CATALOGUE;
use lantian_engine::notice::{Problem, Reason};
use lantian_engine::origin::Field;
use lantian_engine::project::Project;

/// What stands against a typed text.
#[derive(Clone, Debug, PartialEq)]
pub enum Refusal {
    Issue(InputIssue),
    /// Beyond what the engine takes anywhere; `least` says why where the lower limit needs it.
    Beyond {
        value: f64,
        low: f64,
        high: f64,
        least: Option<Reason>,
    },
    /// Impossible on this very plant.
    Here(Problem),
}

/// What a typed text means: `Ok(None)` goes back to the default.
pub fn read(
    text: &str,
    percent: bool,
    limits: (f64, f64),
    least: Option<Reason>,
) -> Result<Option<f64>, Refusal> {
    let typed = match parse_number(text) {
        Ok(typed) => typed,
        Err(InputIssue::Empty) => return Ok(None),
        Err(issue) => return Err(Refusal::Issue(issue)),
    };
    // Divided, not multiplied by 0.01: 70 must become the 0.7 that a file holds.
    let whole = if percent { 100.0 } else { 1.0 };
    let value = typed.value / whole;
    let (low, high) = limits;
    if value < low || value > high {
        return Err(Refusal::Beyond { value: typed.value, low: low * whole, high: high * whole, least });
    }
    Ok(Some(value))
}

/// Why a setting has its least value, where that needs saying.
pub fn least(kind: Kind) -> Option<Reason> {
    match kind {
        Kind::Own(spec) => reason(spec),
        _ => None,
    }
}

/// What would be impossible on this plant with that number. The plant itself may be unfinished: only what
/// is said of this setting counts.
pub fn impossible(project: &Project, id: MeasureId, kind: Kind, number: f64) -> Option<Problem> {
    let Kind::Own(spec) = kind else { return None };
    let place = CATALOGUE.iter().position(|other| *other == id)?;
    let field = Field::new("measure", place, spec.key);
    let mut changed = project.clone();
    set_param(id.slug(), spec.key, Some(number)).apply(&mut changed);
    lower(&changed).result.err()?.into_iter().find(|problem| problem.field == field)
}

/// The refusal as a sentence about the setting called `name`.
pub fn words(i18n: I18n, project: &Project, name: &str, refusal: &Refusal) -> String {
    let own = |value: f64| i18n.format().own(value);
    match refusal {
        Refusal::Issue(issue) => input_message(i18n.texts(), name, issue),
        Refusal::Beyond { value, low, least: Some(reason), .. } if value < low => {
            let (value, low, reason) = (own(*value), own(*low), i18n.name("reason", reason.slug()));
            let values = [("field", name), ("value", &value), ("low", &low), ("reason", &reason)];
            i18n.tf(k::ERROR_INPUT_REASON, values)
        }
        Refusal::Beyond { value, low, high, .. } => {
            let (value, low, high) = (own(*value), own(*low), own(*high));
            let values = [("field", name), ("value", &value), ("low", &low), ("high", &high)];
            i18n.tf(k::ERROR_INPUT_LIMIT, values)
        }
        Refusal::Here(problem) => wording::problem(i18n, project, problem),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn typed_shares_are_per_cent() {
        assert_eq!(read("70", true, (0.0, 1.0), None), Ok(Some(0.7)));
        assert_eq!(read("70%", true, (0.0, 1.0), None), Ok(Some(0.7)));
        assert_eq!(read("", true, (0.0, 1.0), None), Ok(None));
        assert_eq!(
            read("140", true, (0.0, 1.0), None),
            Err(Refusal::Beyond { value: 140.0, low: 0.0, high: 100.0, least: None })
        );
    }

    #[test]
    fn typed_amounts_keep_their_unit_and_limits() {
        assert_eq!(read("12,300.5", false, (0.0, 1e12), None), Ok(Some(12_300.5)));
        let least = Some(Reason::FlowBelowZero);
        assert_eq!(
            read("-3", false, (0.0, 1e12), least),
            Err(Refusal::Beyond { value: -3.0, low: 0.0, high: 1e12, least })
        );
        let letter = read("12O", false, (0.0, 1e12), None);
        assert!(matches!(letter, Err(Refusal::Issue(InputIssue::Letter { .. }))));
    }
}
