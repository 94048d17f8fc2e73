//! Money over plants and plans.

use crate::common::{model, near};
use crate::random::{often, project};
use lantian_engine::finance::Valuation;
use lantian_engine::set::MeasureSet;
use proptest::prelude::*;

proptest! {
    #![proptest_config(often(60))]

    /// The weighted sum of the hot loops is the net present value of the appraisal's cash flows.
    #[test]
    fn the_weighted_sum_is_the_net_present_value(project in project(), chosen in any::<u128>()) {
        let model = model(&project);
        let (lowered, mut scratch) = (&model.lowered, model.scratch());
        let valuation = Valuation::new(&model, &lowered.money.terms);
        model.evaluate(MeasureSet::EMPTY, &mut scratch);
        let before = scratch.flows.totals;
        let set: MeasureSet = (0..model.edits.len()).filter(|place| chosen >> place & 1 == 1).collect();
        model.evaluate(set, &mut scratch);
        let saved = before.minus(&scratch.flows.totals);
        let appraisal = model.appraise(set, &saved);
        let scale: f64 = appraisal.flows.iter().map(|flow| flow.abs()).sum();
        let npv = valuation.npv(&model, &lowered.params, set, &saved);
        near(npv + scale, appraisal.npv + scale, 1e-12);
    }
}
