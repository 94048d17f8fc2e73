//! Money over the years: cumulative cash, and the list of what it means.

use super::counting::Counting;
use super::shares::Shown;
use crate::charts::cashflow::{CashFlow, Curve};
use crate::features::naming::{MetricText, costs_per_kg, irr_words, payback_short, ratios};
use crate::features::why::{MoneyFigure, Subject};
use crate::i18n::{Currency, I18n, Key, k};
use crate::ui::{Column, Row, Table};
use lantian_engine::assess::Outcome;
use lantian_engine::cashflow::payback;
use lantian_engine::finance::{Irr, Payback};
use lantian_engine::metric::Metric;

/// Cumulative flows, year by year, discounted at `rate`.
fn cumulative(flows: &[f64], rate: f64) -> Vec<f64> {
    let (mut sum, mut factor) = (0.0, 1.0);
    let add = |flow: &f64| {
        sum += flow * factor;
        factor /= 1.0 + rate;
        sum
    };
    flows.iter().map(add).collect()
}

fn title(i18n: I18n, outcome: &Outcome, currency: Currency) -> String {
    let format = i18n.format();
    let appraisal = &outcome.appraisal;
    let horizon = format.years(f64::from(outcome.model.lowered.money.terms.horizon));
    match appraisal.simple_payback {
        back @ Payback::Years(_) => i18n.tf(k::CHART_CASH_FINDING, [("payback", &payback_short(i18n, back))]),
        Payback::Immediate => i18n.t(k::CHART_CASH_AT_ONCE).to_owned(),
        Payback::NoCost => i18n.t(k::CHART_CASH_FREE).to_owned(),
        Payback::NoSaving => i18n.t(k::CHART_CASH_NONE).to_owned(),
        Payback::CostRises => {
            let extra = format.money_sentence(-appraisal.yearly_saving, currency);
            i18n.tf(k::CHART_CASH_MORE, [("amount", &extra)])
        }
        Payback::BeyondLife(_) | Payback::BeyondHorizon => {
            i18n.tf(k::CHART_CASH_NEVER, [("years", &horizon)])
        }
    }
}

/// The cumulative cash of the plan, as it flows and in today's money.
pub fn chart(i18n: I18n, outcome: &Outcome, currency: Currency) -> (Shown<CashFlow>, Counting) {
    let format = i18n.format();
    let terms = outcome.model.lowered.money.terms;
    let flows = &outcome.appraisal.flows;
    let plain = cumulative(flows, 0.0);
    let present = cumulative(flows, terms.discount_rate);
    let largest = plain.iter().chain(&present).fold(0.0_f64, |most, value| most.max(value.abs()));
    let counting = Counting::new(MetricText::new(i18n, Metric::Cost, currency), largest);
    let npv = Subject::Money { measure: None, figure: MoneyFigure::Npv }.key();
    let curve = |key: Key, values: &[f64], payback| Curve {
        label: i18n.t(key).to_owned(),
        points: values
            .iter()
            .enumerate()
            .map(|(year, value)| (year as f64, counting.value(*value)))
            .collect(),
        band: Vec::new(),
        payback,
        key: npv.clone(),
    };
    // One mark is enough: the discounted payback stands in the list.
    let back = payback(flows, 0.0)
        .last
        .filter(|years| *years > 0.0)
        .map(|years| (years, payback_short(i18n, Payback::Years(years))));
    let data = CashFlow {
        curves: vec![curve(k::FINANCE_CASH_FLOW, &plain, back), curve(k::FINANCE_PRESENT, &present, None)],
    };
    let title = title(i18n, outcome, currency);
    let caption = i18n.tf(
        k::CHART_CASH_UNIT,
        [
            ("currency", &counting.unit()),
            ("rate", &format.share(terms.discount_rate)),
            ("years", &format.years(f64::from(terms.horizon))),
        ],
    );
    let rows = flows.iter().zip(plain.iter().zip(&present)).enumerate().map(|(year, (flow, (sum, now)))| {
        Row::new([format.count(year), counting.change(*flow), counting.show(*sum), counting.show(*now)])
    });
    let table = Table {
        caption: title.clone(),
        columns: vec![
            Column::text(i18n.t(k::FINANCE_YEAR)),
            Column::number(i18n.t(k::FINANCE_CASH_FLOW)),
            Column::number(i18n.t(k::FINANCE_CUMULATIVE)),
            Column::number(i18n.t(k::FINANCE_PRESENT)),
        ],
        rows: rows.collect(),
    };
    (Shown { title, caption, data, table }, counting)
}

/// A line of the list: what, how much, what explains it.
#[derive(Clone, Debug, PartialEq)]
pub struct MoneyLine {
    pub label: String,
    pub value: String,
    pub subject: Option<Subject>,
}

/// Investment, saving, paybacks, worth and cost per tonne of the plan.
pub fn lines(i18n: I18n, outcome: &Outcome, currency: Currency) -> Vec<MoneyLine> {
    let format = i18n.format();
    let appraisal = &outcome.appraisal;
    let line = |key: Key, value: String, figure: Option<MoneyFigure>| MoneyLine {
        label: i18n.t(key).to_owned(),
        value,
        subject: figure.map(|figure| Subject::Money { measure: None, figure }),
    };
    let money = |value: f64| format.money_sentence(value, currency);
    let mut lines = vec![line(
        k::FINANCE_IMPLEMENTATION_COST,
        money(appraisal.investment),
        Some(MoneyFigure::Investment),
    )];
    if appraisal.grant > 0.0 {
        lines.push(line(k::RESULTS_GRANT, money(appraisal.grant), None));
    }
    lines.push(line(k::FINANCE_SAVING_YEAR, money(appraisal.yearly_saving), Some(MoneyFigure::Saving)));
    let payback = |payback| payback_short(i18n, payback);
    lines.push(line(
        k::FINANCE_SIMPLE_PAYBACK,
        payback(appraisal.simple_payback),
        Some(MoneyFigure::Payback),
    ));
    lines.push(line(
        k::FINANCE_DISCOUNTED_PAYBACK,
        payback(appraisal.discounted_payback),
        Some(MoneyFigure::Payback),
    ));
    lines.push(line(k::FINANCE_NPV, money(appraisal.npv), Some(MoneyFigure::Npv)));
    lines.push(line(k::FINANCE_IRR, irr_words(i18n, &appraisal.irr), None));
    lines.extend(ratios(i18n, appraisal).map(|(name, value)| line(name, value, None)));
    if let Some(cost) = outcome.cost_per_tonne {
        let value = i18n.tf(k::FINANCE_PER_TONNE, [("money", &format.price_words(cost, currency, 0))]);
        lines.push(line(k::FINANCE_ABATEMENT_COST, value, Some(MoneyFigure::CostPerTonne)));
    }
    let per_kg = costs_per_kg(i18n, outcome, currency).into_iter();
    lines.extend(per_kg.map(|(label, value)| MoneyLine { label, value, subject: None }));
    lines
}

/// What must be said when there is not exactly one rate of return.
pub fn irr_remark(i18n: I18n, irr: &Irr) -> Option<String> {
    match irr {
        Irr::One(_) => None,
        Irr::None => Some(i18n.t(k::FINDING_IRR_NONE).to_owned()),
        Irr::Several(rates) => {
            let times = match rates.len() {
                2 => i18n.t(k::FINDING_TIMES_TWO).to_owned(),
                more => i18n.tf(k::FINDING_TIMES_N, [("n", &i18n.format().count(more))]),
            };
            Some(i18n.tf(k::FINDING_IRR_SEVERAL, [("times", &times)]))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::features::results::sample::{english, mill, outcome};

    #[test]
    fn cash_adds_up_and_is_discounted() {
        assert_eq!(cumulative(&[-100.0, 60.0, 60.0], 0.0), [-100.0, -40.0, 20.0]);
        // 50 after one year at 25 % is worth 40.
        assert_eq!(cumulative(&[-100.0, 50.0], 0.25), [-100.0, -60.0]);
    }

    #[test]
    fn the_curve_of_todays_money_ends_at_the_present_value() {
        let (_owner, i18n) = english();
        let outcome = outcome(&mill(&["lighting_led", "boiler_condensate_return"]));
        let (shown, counting) = chart(i18n, &outcome, Currency::Cny);
        let end = shown.data.curves[1].points.last().unwrap().1;
        let npv = counting.value(outcome.appraisal.npv);
        assert!((end - npv).abs() < 1e-9 * npv.abs(), "{end} is not {npv}");
    }

    #[test]
    fn no_single_rate_of_return_is_explained() {
        let (_owner, i18n) = english();
        assert_eq!(irr_remark(i18n, &Irr::One(0.2)), None);
        assert!(irr_remark(i18n, &Irr::Several(vec![0.25, 4.0])).unwrap().contains("twice"));
        assert!(irr_remark(i18n, &Irr::Several(vec![0.1, 0.25, 4.0])).unwrap().contains("3 times"));
        assert!(irr_remark(i18n, &Irr::None).is_some());
    }
}
