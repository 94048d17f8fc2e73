//! The numbers of one card.

use lantian_engine::assess::{MeasureOutcome, Outcome};
use lantian_engine::data::{Evidence, MeasureId};
use lantian_engine::finance::Appraisal;
use lantian_engine::measures::Missing;
use lantian_engine::metric::{Metric, Totals};

/// What a card shows, comparable, so that a card is redrawn only when its own numbers change.
#[derive(Clone, Debug, PartialEq)]
pub struct CardFacts {
    pub on: bool,
    pub counted: bool,
    pub missing: Option<Missing>,
    pub excluded_by: Option<MeasureId>,
    pub size: f64,
    pub cost: f64,
    pub life: u16,
    /// What it costs to run besides energy, a year, when nothing is said about it.
    pub running: f64,
    pub alone: Option<Totals<f64>>,
    pub in_plan: Option<Totals<f64>>,
    pub last_in: Option<Totals<f64>>,
    /// Standard error of `in_plan`; zero when exact.
    pub error: f64,
    pub appraisal: Option<Appraisal>,
    pub cost_per_tonne: Option<f64>,
    pub before: Totals<f64>,
    /// The shares are of the plan before the last change.
    pub stale: bool,
}

impl CardFacts {
    /// The numbers of a measure in an outcome.
    pub fn of(outcome: &Outcome, id: MeasureId) -> Option<Self> {
        let measure = outcome.measures.iter().find(|measure| measure.id == id)?;
        Some(CardFacts {
            on: measure.on,
            counted: measure.counted,
            missing: measure.missing,
            excluded_by: measure.excluded_by,
            size: measure.size,
            cost: measure.cost,
            life: measure.life,
            running: running(outcome, measure),
            alone: measure.alone,
            in_plan: measure.share.as_ref().map(|share| share.in_plan),
            last_in: measure.share.as_ref().map(|share| share.last_in),
            error: measure.share.as_ref().map_or(0.0, |share| share.error[Metric::Co2e]),
            appraisal: measure.appraisal.clone(),
            cost_per_tonne: measure.cost_per_tonne,
            before: outcome.before.totals,
            stale: false,
        })
    }

    /// These numbers, with the shares of `former` while their own are still being computed.
    pub fn or_former(self, former: Option<&CardFacts>) -> Self {
        match former {
            Some(former) if self.counted && self.in_plan.is_none() && former.in_plan.is_some() => {
                CardFacts { in_plan: former.in_plan, last_in: former.last_in, stale: true, ..self }
            }
            _ => self,
        }
    }

    /// Saving to show when the card is not in the plan or its share is not known yet.
    pub fn saved(&self) -> Option<&Totals<f64>> {
        self.in_plan.as_ref().or(self.alone.as_ref())
    }
}

/// What a measure costs to run against the base case, without the other savings the visitor entered.
fn running(outcome: &Outcome, measure: &MeasureOutcome) -> f64 {
    let lowered = &outcome.model.lowered;
    let entry = lowered.measures.iter().find(|entry| entry.slots.id == measure.id);
    let other = entry.and_then(|entry| entry.slots.other_saving).map_or(0.0, |slot| lowered.params[slot]);
    measure.alone.as_ref().map_or(0.0, |saved| other - saved[Metric::RunningCost])
}

/// Measures that act on the same equipment and do apply here.
pub fn rivals(measures: &[MeasureOutcome], id: MeasureId) -> Vec<MeasureId> {
    measures
        .iter()
        .filter(|other| other.missing.is_none() && lantian_engine::assess::excludes(id, other.id))
        .map(|other| other.id)
        .collect()
}

/// Whether the default cost of a measure has only been recalled.
pub fn cost_is_unverified(id: MeasureId) -> bool {
    id.param("capex").is_none_or(|(_, param)| param.evidence == Evidence::Unverified)
}

#[cfg(test)]
mod tests {
    use super::*;
    use lantian_engine::metric::METRICS;

    fn facts(counted: bool, in_plan: Option<f64>) -> CardFacts {
        let totals = |value: f64| Totals([value; METRICS]);
        CardFacts {
            on: counted,
            counted,
            missing: None,
            excluded_by: None,
            size: 1.0,
            cost: 1.0,
            life: 10,
            running: 0.0,
            alone: Some(totals(5.0)),
            in_plan: in_plan.map(totals),
            last_in: in_plan.map(totals),
            error: 0.0,
            appraisal: None,
            cost_per_tonne: None,
            before: totals(100.0),
            stale: false,
        }
    }

    #[test]
    fn former_shares_stand_only_until_the_new_ones_are_there() {
        let former = facts(true, Some(4.0));
        let waiting = facts(true, None).or_former(Some(&former));
        assert_eq!((waiting.in_plan, waiting.stale), (former.in_plan, true));
        let arrived = facts(true, Some(3.0)).or_former(Some(&waiting));
        assert_eq!((arrived.in_plan.map(|t| t[Metric::Co2e]), arrived.stale), (Some(3.0), false));
        // What is no longer in the plan has no share.
        assert_eq!(facts(false, None).or_former(Some(&former)), facts(false, None));
        assert_eq!(facts(true, None).or_former(None), facts(true, None));
    }
}
