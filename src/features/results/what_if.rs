//! The plan at other energy prices and discount rates, and the price at which it breaks even.

use super::shares::Shown;
use crate::features::naming::payback_short;
use crate::i18n::{Currency, I18n, k};
use crate::ui::{Column, Row, Table};
use lantian_engine::assess::Outcome;
use lantian_engine::finance::WhatIf;

/// Net present value and payback by energy price; `None` where the plan moves no money.
pub fn what_if(i18n: I18n, outcome: &Outcome, currency: Currency) -> Option<Shown<()>> {
    if outcome.appraisal.flows.iter().all(|flow| *flow == 0.0) {
        return None;
    }
    let saved = outcome.before.totals.minus(&outcome.after.totals);
    let found = outcome.model.what_if(outcome.plan, &saved);
    let title = finding(i18n, &found, outcome.appraisal.npv);
    let currency = i18n.format().currency(currency);
    let [_, rate, _] = found.rates.map(|rate| percent(i18n, rate));
    let caption = i18n.tf(k::FINANCE_WHAT_IF_CAPTION, [("currency", currency), ("rate", &rate)]);
    let table = table(i18n, &found, title.clone());
    Some(Shown { title, caption, data: (), table })
}

/// A rate as it was entered.
fn percent(i18n: I18n, rate: f64) -> String {
    i18n.format().own((rate * 1e6).round() / 1e4) + "%"
}

/// Up to which energy price the plan pays, or from which.
fn finding(i18n: I18n, found: &WhatIf, npv: f64) -> String {
    let Some(change) = found.break_even else {
        let key = if npv > 0.0 { k::FINANCE_PAYS_ALWAYS } else { k::FINANCE_PAYS_NEVER };
        return i18n.t(key).to_owned();
    };
    let key = match (npv > 0.0, change < 0.0) {
        (true, true) => k::FINANCE_PAYS_UNLESS_CHEAPER,
        (true, false) => k::FINANCE_PAYS_UNLESS_DEARER,
        (false, true) => k::FINANCE_PAYS_IF_CHEAPER,
        (false, false) => k::FINANCE_PAYS_IF_DEARER,
    };
    i18n.tf(key, [("share", &i18n.format().share(change.abs()))])
}

fn table(i18n: I18n, found: &WhatIf, caption: String) -> Table {
    let format = i18n.format();
    let worth = |rate: f64| {
        let rate = percent(i18n, rate);
        Column::number(i18n.tf(k::FINANCE_NPV_AT, [("rate", &rate)]))
    };
    let [low, chosen, high] = found.rates.map(worth);
    let row = |case: &lantian_engine::finance::PriceCase| {
        let [low, chosen, high] = case.npv.map(|npv| format.table(npv, 0));
        let simple = payback_short(i18n, case.simple_payback);
        let discounted = payback_short(i18n, case.discounted_payback);
        Row::new([format.percent(case.change), simple, discounted, low, chosen, high])
    };
    Table {
        caption,
        columns: vec![
            Column::text(i18n.t(k::FINANCE_ENERGY_PRICE)),
            Column::number(i18n.t(k::FINANCE_SIMPLE_PAYBACK)),
            Column::number(i18n.t(k::FINANCE_DISCOUNTED_PAYBACK)),
            low,
            chosen,
            high,
        ],
        rows: found.cases.iter().map(row).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::features::results::sample::{english, mill, outcome};

    fn found(break_even: Option<f64>) -> WhatIf {
        WhatIf { rates: [0.04, 0.08, 0.12], cases: Vec::new(), break_even }
    }

    #[test]
    fn the_finding_names_the_price_at_which_the_plan_breaks_even() {
        let (_owner, i18n) = english();
        let said = |change, npv| finding(i18n, &found(change), npv);
        assert_eq!(said(Some(-0.62), 1.0), "The plan pays unless energy gets more than 62% cheaper");
        assert_eq!(said(Some(0.4), 1.0), "The plan pays unless energy gets more than 40% dearer");
        assert_eq!(said(Some(0.4), -1.0), "The plan does not pay until energy gets 40% dearer");
        assert_eq!(said(Some(-0.4), -1.0), "The plan does not pay until energy gets 40% cheaper");
        assert_eq!(said(None, 1.0), "The plan pays at any energy price");
        assert_eq!(said(None, -1.0), "The plan pays at no energy price");
    }

    #[test]
    fn the_middle_of_the_table_is_the_plan_itself() {
        let (_owner, i18n) = english();
        let outcome = outcome(&mill(&["lighting_led", "boiler_condensate_return"]));
        let shown = what_if(i18n, &outcome, Currency::Cny).unwrap();
        let now = &shown.table.rows[3].cells;
        assert_eq!(now[1].text, payback_short(i18n, outcome.appraisal.simple_payback));
        assert_eq!(now[4].text, i18n.format().table(outcome.appraisal.npv, 0));
        assert_eq!(shown.table.columns[3].label, "NPV at 4%");
    }

    #[test]
    fn a_plan_without_upgrades_has_no_table() {
        let (_owner, i18n) = english();
        assert!(what_if(i18n, &outcome(&mill(&[])), Currency::Cny).is_none());
    }
}
