//! The arithmetic behind a money figure, line by line, read off the appraisal. Pure.

use lantian_engine::assess::{MeasureOutcome, Outcome};
use lantian_engine::data::MeasureId;
use lantian_engine::finance::{Appraisal, capital_recovery};
use lantian_engine::metric::{Metric, Totals};

/// What is appraised: the plan, or one measure on its own.
#[derive(Clone, Debug)]
pub struct Case<'a> {
    pub appraisal: &'a Appraisal,
    pub saved: Totals<f64>,
    /// The measures whose costs add up to the investment.
    pub measures: Vec<&'a MeasureOutcome>,
    pub measure: Option<MeasureId>,
}

impl<'a> Case<'a> {
    pub fn new(outcome: &'a Outcome, measure: Option<MeasureId>) -> Option<Self> {
        let (appraisal, saved, measures): (_, _, Vec<_>) = match measure {
            None => (&outcome.appraisal, outcome.saving(), outcome.counted().collect()),
            Some(id) => {
                let found = outcome.measures.iter().find(|m| m.id == id)?;
                (found.appraisal.as_ref()?, *found.alone.as_ref()?, vec![found])
            }
        };
        Some(Case { appraisal, saved, measures, measure })
    }
}

/// The parts of the yearly saving, as the appraisal adds them up.
pub const SAVING_PARTS: [Metric; 6] = [
    Metric::ElectricityCost,
    Metric::FuelCost,
    Metric::WaterCost,
    Metric::Tax,
    Metric::ActivityCost,
    Metric::RunningCost,
];

/// Saving by the carbon price.
pub fn carbon_saving(outcome: &Outcome, saved: &Totals<f64>) -> f64 {
    saved[Metric::Co2e] * outcome.model.lowered.money.terms.carbon_price
}

/// A year of the cash flow.
#[expect(clippy::struct_field_names, reason = "the year is what the others are of")]
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Year {
    pub year: usize,
    pub flow: f64,
    /// In today's money.
    pub present: f64,
    /// Sum of the flows in today's money so far.
    pub total: f64,
}

/// The cash flow with its value in today's money.
pub fn years(appraisal: &Appraisal, rate: f64) -> Vec<Year> {
    let mut factor = 1.0;
    let mut total = 0.0;
    appraisal
        .flows
        .iter()
        .enumerate()
        .map(|(year, &flow)| {
            let present = flow * factor;
            total += present;
            factor /= 1.0 + rate;
            Year { year, flow, present, total }
        })
        .collect()
}

/// The yearly payment that a sum of today's money equals over the years considered.
pub fn recovery(outcome: &Outcome) -> f64 {
    let terms = &outcome.model.lowered.money.terms;
    capital_recovery(terms.discount_rate, terms.horizon)
}

#[cfg(test)]
mod tests {
    use super::*;
    use lantian_engine::finance::{CashFlows, Irr, Payback};

    #[test]
    fn the_last_year_ends_at_the_net_present_value() {
        // −100, +60, +60 at 10 %: −100 + 54.545… + 49.586… = 4.132…
        let appraisal = Appraisal {
            investment: 100.0,
            grant: 0.0,
            yearly_saving: 60.0,
            simple_payback: Payback::Years(100.0 / 60.0),
            discounted_payback: Payback::Years(1.9),
            npv: 4.132_231_404_958_68,
            irr: Irr::None,
            mirr: None,
            saving_to_investment: None,
            return_on_investment: None,
            flows: vec![-100.0, 60.0, 60.0],
            parts: CashFlows::none(2),
        };
        let years = years(&appraisal, 0.1);
        assert_eq!(years.len(), 3);
        assert!((years[2].present - 60.0 / 1.21).abs() < 1e-9);
        assert!((years[2].total - appraisal.npv).abs() < 1e-9);
    }
}
