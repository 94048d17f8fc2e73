//! The plan as an investment: its headline figures, its cash flow by year and as a curve.

use super::facts::{Desk, Facts};
use super::parts::{ReportChart, Section};
use super::shares::step_decimals;
use crate::charts::{Size, cashflow};
use crate::features::naming::{costs_per_kg, irr_words, payback_short, ratios};
use crate::features::results::what_if::what_if;
use crate::features::why::cash_years;
use crate::i18n::k;
use crate::ui::{Column, DataTable, Row, Table};
use lantian_engine::finance::Payback;
use leptos::prelude::*;

/// The plan as one investment.
pub fn headline(facts: &Facts<'_>) -> Table {
    let (i18n, plan) = (facts.i18n, &facts.outcome.appraisal);
    let format = i18n.format();
    let money = |value: f64| format.money_table(value, facts.currency);
    let per_tonne = facts.outcome.cost_per_tonne;
    let [mirr, sir, roi] = ratios(i18n, plan);
    let rows = [
        (k::FINANCE_IMPLEMENTATION_COST, money(plan.investment)),
        (k::SETTINGS_GRANT, money(plan.grant)),
        (k::FINANCE_SAVING_YEAR, money(plan.yearly_saving)),
        (k::FINANCE_SIMPLE_PAYBACK, payback_short(i18n, plan.simple_payback)),
        (k::FINANCE_DISCOUNTED_PAYBACK, payback_short(i18n, plan.discounted_payback)),
        (k::FINANCE_NPV, money(plan.npv)),
        (k::FINANCE_IRR, irr_words(i18n, &plan.irr)),
        mirr,
        sir,
        roi,
        (k::FINANCE_ABATEMENT_COST, per_tonne.map_or_else(|| format.none(), money)),
    ]
    .into_iter();
    let per_kg = costs_per_kg(i18n, facts.outcome, facts.currency);
    let row = |(name, value): (String, String)| Row::new([name, value]);
    Table {
        caption: i18n.t(k::RESULTS_HEADLINE).to_owned(),
        columns: vec![
            Column::text(i18n.t(k::REPORT_COLUMN_ITEM)),
            Column::number(i18n.t(k::REPORT_COLUMN_VALUE)),
        ],
        rows: rows.map(|(name, value)| (i18n.t(name).to_owned(), value)).chain(per_kg).map(row).collect(),
    }
}

/// What the plan is worth at other energy prices: the finding, and its table.
pub fn other_prices(facts: &Facts<'_>) -> Option<(String, Table)> {
    let shown = what_if(facts.i18n, facts.outcome, facts.currency)?;
    Some((shown.title, Table { caption: shown.caption, ..shown.table }))
}

/// The flows year by year; year 0 is the investment.
pub fn flows(facts: &Facts<'_>) -> Table {
    let i18n = facts.i18n;
    let format = i18n.format();
    let rate = facts.outcome.model.lowered.money.terms.discount_rate;
    let mut total = 0.0;
    let rows = cash_years(&facts.outcome.appraisal, rate).into_iter().map(|year| {
        total += year.flow;
        let figures = [year.flow, total, year.present, year.total].map(|value| format.table(value, 0));
        Row::new([format.count(year.year)].into_iter().chain(figures))
    });
    let rows = rows.collect();
    let currency = format.currency(facts.currency);
    let money = |what: &str| i18n.tf(k::REPORT_COLUMN_MONEY, [("what", what), ("currency", currency)]);
    Table {
        caption: money(i18n.t(k::FINANCE_CASH_FLOW)),
        columns: vec![
            Column::text(i18n.t(k::FINANCE_YEAR)),
            Column::number(i18n.t(k::FINANCE_CASH_FLOW)),
            Column::number(i18n.t(k::FINANCE_CUMULATIVE)),
            Column::number(i18n.t(k::FINANCE_PRESENT)),
            Column::number(i18n.t(k::REPORT_COLUMN_CUMULATIVE_PRESENT)),
        ],
        rows,
    }
}

/// Cumulative cash, as paid and in today's money.
pub fn curves(facts: &Facts<'_>) -> cashflow::CashFlow {
    let (i18n, plan) = (facts.i18n, &facts.outcome.appraisal);
    let rate = facts.outcome.model.lowered.money.terms.discount_rate;
    let years = cash_years(plan, rate);
    if plan.flows.iter().all(|flow| *flow == 0.0) {
        return cashflow::CashFlow::default();
    }
    let mut total = 0.0;
    let mut paid = Vec::with_capacity(years.len());
    for year in &years {
        total += year.flow;
        paid.push((year.year as f64, total));
    }
    let mark = match plan.discounted_payback {
        Payback::Years(at) => Some((at, i18n.format().years(at))),
        _ => None,
    };
    let curve = |key, points, payback| cashflow::Curve {
        label: i18n.t(key).to_owned(),
        points,
        band: Vec::new(),
        payback,
        key: String::new(),
    };
    let present = years.iter().map(|year| (year.year as f64, year.total)).collect();
    cashflow::CashFlow {
        curves: vec![curve(k::FINANCE_PRESENT, present, mark), curve(k::FINANCE_CUMULATIVE, paid, None)],
    }
}

fn finding(facts: &Facts<'_>) -> String {
    let i18n = facts.i18n;
    match facts.outcome.appraisal.discounted_payback {
        Payback::Years(_) => {
            let payback = payback_short(i18n, facts.outcome.appraisal.discounted_payback);
            i18n.tf(k::REPORT_CASH_FINDING, [("payback", &payback)])
        }
        _ => i18n.t(k::FINANCE_CUMULATIVE).to_owned(),
    }
}

/// Money over the years.
#[component]
pub fn Cash() -> impl IntoView {
    let desk = Desk::expect();
    let i18n = desk.i18n;
    let curves = desk.memo(curves);
    let currency = desk.memo(|facts| Some(facts.currency));
    let money = move |value: f64, _: f64| {
        currency.get().map_or_else(String::new, |currency| i18n.format().money_sentence(value, currency))
    };
    let year = move |value: f64, step: f64| i18n.format().table(value, step_decimals(step));
    let draw = move |size: Size| curves.with(|data| cashflow::layout(data, &money, &year, size));
    let moves = Memo::new(move |_| curves.with(|data| !data.curves.is_empty()));
    let other = desk.memo(other_prices);
    let breaks_even = move || other.get().map(|(finding, _)| finding);
    let at_prices = Signal::derive(move || other.get().map(|(_, table)| table).unwrap_or_default());
    view! {
        <Show when=move || moves.get()>
            <Section title=k::REPORT_CASH_FLOW>
                <ReportChart draw title=desk.memo(finding) kind=k::CHART_LINE />
                <DataTable table=desk.memo(flows) />
                <p class="lt-report__label">{breaks_even}</p>
                <DataTable table=at_prices />
            </Section>
        </Show>
    }
}
