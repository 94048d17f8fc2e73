//! What the visitor wants of a plan, as entered; and the question it makes. Pure.

use crate::features::plant::figure_text::{FigureIssue, Holds, read};
use crate::features::upgrades::order::suits;
use crate::i18n::Currency;
use lantian_engine::assess::{MeasureOutcome, Outcome};
use lantian_engine::best::{Ask, Goal};
use lantian_engine::data::MeasureId;
use lantian_engine::metric::Metric;
use std::collections::BTreeMap;

/// What a plan can be best at.
pub const GOALS: [Goal; 9] = [
    Goal::Npv,
    Goal::Saving(Metric::Co2e),
    Goal::Saving(Metric::So2),
    Goal::Saving(Metric::Nox),
    Goal::Saving(Metric::Pm10),
    Goal::Saving(Metric::Pm25),
    Goal::Saving(Metric::Voc),
    Goal::Saving(Metric::Water),
    Goal::Saving(Metric::CoalEquivalent),
];

/// The word for a goal in lists.
pub fn slug(goal: Goal) -> &'static str {
    match goal {
        Goal::Npv => "npv",
        Goal::Saving(metric) => metric.slug(),
    }
}

/// The goal with this word; net present value for any other.
pub fn goal(slug: &str) -> Goal {
    Metric::from_slug(slug).map_or(Goal::Npv, Goal::Saving)
}

/// Whether an upgrade may be in the plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    May,
    Must,
    Out,
}

impl Role {
    pub const ALL: [Role; 3] = [Role::May, Role::Must, Role::Out];

    pub fn slug(self) -> &'static str {
        match self {
            Role::May => "may",
            Role::Must => "must",
            Role::Out => "out",
        }
    }

    pub fn from_slug(slug: &str) -> Self {
        Self::ALL.into_iter().find(|role| role.slug() == slug).unwrap_or(Role::May)
    }
}

/// What is wanted.
#[derive(Clone, Debug, PartialEq)]
pub struct Wish {
    pub goal: Goal,
    /// As typed; empty is no limit.
    pub budget: String,
    /// Years, as typed; empty is no limit.
    pub payback: String,
    /// What was said of single upgrades.
    pub roles: BTreeMap<MeasureId, Role>,
}

impl Default for Wish {
    fn default() -> Self {
        Wish { goal: Goal::Npv, budget: String::new(), payback: String::new(), roles: BTreeMap::new() }
    }
}

impl Wish {
    /// The budget, money of the project.
    pub fn budget(&self, currency: Currency) -> Result<Option<f64>, FigureIssue> {
        read(&self.budget, Holds::Money(currency))
    }

    /// The longest payback, years.
    pub fn payback(&self) -> Result<Option<f64>, FigureIssue> {
        read(&self.payback, Holds::Number)
    }

    /// What holds for an upgrade: what was said, or else that what is usual in another sector stays out.
    pub fn role(&self, measure: &MeasureOutcome, outcome: &Outcome) -> Role {
        let usual = measure.on || suits(measure.id, outcome.model.lowered.sector);
        self.roles.get(&measure.id).copied().unwrap_or(if usual { Role::May } else { Role::Out })
    }

    /// The question; `None` while a figure cannot be read.
    pub fn ask(&self, outcome: &Outcome, currency: Currency) -> Option<Ask> {
        let (budget, payback) = (self.budget(currency).ok()?, self.payback().ok()?);
        let with = |role: Role| {
            let there = outcome.measures.iter().filter(|measure| measure.missing.is_none());
            there.filter(|measure| self.role(measure, outcome) == role).map(|measure| measure.id).collect()
        };
        Some(Ask { goal: self.goal, budget, payback, required: with(Role::Must), forbidden: with(Role::Out) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use lantian_engine::assess::{Depth, assess};
    use lantian_engine::project::from_json;

    fn mill() -> Outcome {
        let project = from_json(include_str!("../../../../cases/dyeing_mill.json")).unwrap();
        assess(&project, Depth::Quick).outcome.unwrap()
    }

    #[test]
    fn an_empty_wish_leaves_out_what_is_usual_elsewhere() {
        let outcome = mill();
        let ask = Wish::default().ask(&outcome, Currency::Cny).unwrap();
        assert_eq!((ask.budget, ask.payback, ask.required.len()), (None, None, 0));
        // The mill cools some rooms; what shops do about theirs is not asked of it.
        assert!(!ask.forbidden.is_empty());
        let sector = outcome.model.lowered.sector;
        assert!(ask.forbidden.iter().all(|id| !suits(*id, sector)));
    }

    #[test]
    fn what_is_typed_and_said_is_asked() {
        let outcome = mill();
        let mut wish = Wish { budget: "1.5 million".into(), payback: "3".into(), ..Wish::default() };
        wish.roles.insert(MeasureId::LightingLed, Role::Must);
        wish.roles.insert(MeasureId::SolarPv, Role::Out);
        let ask = wish.ask(&outcome, Currency::Cny).unwrap();
        assert_eq!((ask.budget, ask.payback), (Some(1.5e6), Some(3.0)));
        assert_eq!(ask.required, [MeasureId::LightingLed]);
        assert!(ask.forbidden.contains(&MeasureId::SolarPv));
        wish.payback = "soon".into();
        assert_eq!(wish.ask(&outcome, Currency::Cny), None);
    }

    #[test]
    fn every_word_of_a_list_is_understood() {
        assert!(GOALS.iter().all(|one| goal(slug(*one)) == *one));
        assert!(Role::ALL.iter().all(|role| Role::from_slug(role.slug()) == *role));
    }
}
