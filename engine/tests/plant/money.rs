//! Money over plants and plans.

use crate::common::{model, near};
use crate::random::{often, project};
use lantian_engine::cashflow::npv;
use lantian_engine::finance::{
    Investment, Loan, ProfitsTax, STREAMS, Streams, Terms, Valuation, YearlySaving, cash_flows,
};
use lantian_engine::scalar::Scalar;
use lantian_engine::set::MeasureSet;
use proptest::prelude::*;

/// Any investment case: purchases, grant, savings.
type Case = (Vec<Investment>, f64, YearlySaving);

fn case() -> impl Strategy<Value = Case> {
    let purchase = (0.0..1e6, 1_u16..40).prop_map(|(cost, life)| Investment { cost, life });
    let purchases = prop::collection::vec(purchase, 0..5);
    (purchases, 0.0..1.0, prop::array::uniform8(-1e5..3e5)).prop_map(|(purchases, share, saving)| {
        let cost: f64 = purchases.iter().map(|one: &Investment| one.cost).sum();
        (purchases, share * cost, Streams(saving))
    })
}

fn terms() -> impl Strategy<Value = Terms> {
    let rate = || -0.05..0.25;
    let credit = (0.0..1.0, 0.0..0.2, 1_u16..40);
    let tax = (0.0..0.5, 1_u16..40);
    (rate(), 1_u16..40, prop::array::uniform8(rate()), credit, tax).prop_map(
        |(discount_rate, horizon, growth, (share, rate, years), (tax, written_off))| Terms {
            growth: Streams::<f64>(growth),
            loan: Loan { share, rate, years },
            tax: ProfitsTax { rate: tax, years: written_off },
            ..Terms::plain(discount_rate, horizon)
        },
    )
}

fn flows((purchases, grant, saving): &Case, terms: &Terms) -> Vec<f64> {
    cash_flows(purchases, *grant, saving, terms).total()
}

/// What the sums of a case may be rounded by.
fn size((purchases, grant, saving): &Case, terms: &Terms) -> f64 {
    let all = cash_flows(purchases, *grant, saving, terms);
    let parts = [all.investment, all.saving, all.loan, all.tax];
    parts.iter().flatten().map(|flow| flow.abs()).sum::<f64>() + 1.0
}

/// Net present value without loan and tax by closed forms: purchases one by one, and of each stream the
/// first year's saving times (1 − qⁿ) / (1 − q) / (1 + r) with q = (1 + g) / (1 + r).
fn by_closed_forms((purchases, grant, saving): &Case, terms: &Terms) -> f64 {
    let (r, n) = (1.0 + terms.discount_rate, u32::from(terms.horizon));
    let mut worth = *grant;
    for Investment { cost, life } in purchases {
        let life = u32::from(*life);
        let bought = (0..n).filter(|year| year % life == 0);
        worth -= bought.map(|year| cost / r.power(year)).sum::<f64>();
        let last = (n - 1) / life * life;
        worth += cost * f64::from(last + life - n) / f64::from(life) / r.power(n);
    }
    for stream in 0..STREAMS {
        let q = (1.0 + terms.growth.0[stream]) / r;
        let years = if (q - 1.0).abs() < 1e-9 { f64::from(n) } else { (1.0 - q.power(n)) / (1.0 - q) };
        worth += saving.0[stream] * years / r;
    }
    worth
}

proptest! {
    /// Without loan and tax nothing but purchases and savings counts.
    #[test]
    fn without_loan_and_tax_the_closed_forms_hold(case in case(), terms in terms()) {
        let plain = Terms {
            loan: Loan { share: 0.0, ..terms.loan },
            tax: ProfitsTax { rate: 0.0, ..terms.tax },
            ..terms
        };
        let all = cash_flows(&case.0, case.1, &case.2, &plain);
        prop_assert!(all.loan.iter().chain(&all.tax).all(|flow| *flow == 0.0));
        let (got, want) = (npv(&all.total(), plain.discount_rate), by_closed_forms(&case, &plain));
        prop_assert!((got - want).abs() <= 1e-8 * size(&case, &plain), "{} {}", got, want);
    }

    /// A loan at the discount rate is worth nothing, whatever its share and term, as long as its
    /// interest saves no tax.
    #[test]
    fn a_loan_at_the_discount_rate_is_worth_nothing(case in case(), terms in terms()) {
        let rate = terms.discount_rate.max(0.0);
        let tax = ProfitsTax { rate: 0.0, ..terms.tax };
        let with = Terms { discount_rate: rate, loan: Loan { rate, ..terms.loan }, tax, ..terms };
        let without = Terms { loan: Loan { share: 0.0, ..with.loan }, ..with };
        let difference = npv(&flows(&case, &with), rate) - npv(&flows(&case, &without), rate);
        prop_assert!(difference.abs() <= 1e-9 * size(&case, &with), "{}", difference);
    }

    /// What a loan pays out and in, what tax takes: in sum, without discounting, tax is its share of
    /// savings less interest and less purchases net of grant and residual value.
    #[test]
    fn flows_add_up(case in case(), terms in terms()) {
        let all = cash_flows(&case.0, case.1, &case.2, &terms);
        let sum = |flows: &[f64]| flows.iter().sum::<f64>();
        let parts = [&all.investment, &all.saving, &all.loan, &all.tax].map(|part| sum(part));
        let room = 1e-9 * size(&case, &terms);
        prop_assert!((sum(&all.total()) - sum(&parts)).abs() <= room);
        let interest = -parts[2];
        let tax = -terms.tax.rate * (parts[1] - interest + parts[0]);
        prop_assert!((parts[3] - tax).abs() <= room, "{} {}", parts[3], tax);
        prop_assert!(interest >= -room);
    }

    /// The flows of two cases together are the sum of their flows, so that bounds can be added up.
    #[test]
    fn flows_are_linear(one in case(), two in case(), terms in terms()) {
        let purchases = one.0.iter().chain(&two.0).copied().collect();
        let saving = Streams(std::array::from_fn(|i| one.2.0[i] + two.2.0[i]));
        let both = (purchases, one.1 + two.1, saving);
        let room = 1e-9 * size(&both, &terms);
        let each = flows(&one, &terms).into_iter().zip(flows(&two, &terms));
        for (together, (a, b)) in flows(&both, &terms).into_iter().zip(each) {
            prop_assert!((together - a - b).abs() <= room, "{} {} {}", together, a, b);
        }
    }
}

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
