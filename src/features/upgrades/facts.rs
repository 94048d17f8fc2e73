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
    pub alone: Option<Totals<f64>>,
    pub in_plan: Option<Totals<f64>>,
    pub last_in: Option<Totals<f64>>,
    /// Standard error of `in_plan`; zero when exact.
    pub error: f64,
    pub appraisal: Option<Appraisal>,
    pub cost_per_tonne: Option<f64>,
    pub before: Totals<f64>,
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
            alone: measure.alone,
            in_plan: measure.share.as_ref().map(|share| share.in_plan),
            last_in: measure.share.as_ref().map(|share| share.last_in),
            error: measure.share.as_ref().map_or(0.0, |share| share.error[Metric::Co2e]),
            appraisal: measure.appraisal.clone(),
            cost_per_tonne: measure.cost_per_tonne,
            before: outcome.before.totals,
        })
    }

    /// Saving to show when the card is not in the plan or its share is not known yet.
    pub fn saved(&self) -> Option<&Totals<f64>> {
        self.in_plan.as_ref().or(self.alone.as_ref())
    }
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
