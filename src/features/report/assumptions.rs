//! Financial terms and everything that was assumed because it was not entered.

use super::facts::{Desk, Facts};
use super::parts::{Points, Section};
use crate::features::live::wording::{field_name, notice};
use crate::i18n::k;
use crate::ui::{Column, DataTable, Row, Table};
use lantian_engine::finance::Stream;
use leptos::prelude::*;

/// The financial terms, each marked as entered or default.
pub fn terms(facts: &Facts<'_>) -> Table {
    let i18n = facts.i18n;
    let format = i18n.format();
    let (said, money) = (&facts.project.finance, &facts.outcome.model.lowered.money);
    let terms = &money.terms;
    let percent = |share: f64| format!("{}%", format.own((share * 1e6).round() / 1e4));
    let growth = |stream: Stream| percent(terms.growth[stream]);
    let prices = said.price_growth.is_some();
    let mut rows = vec![
        ("discount_rate", percent(terms.discount_rate), said.discount_rate.is_some()),
        ("horizon", format.period(terms.horizon), said.horizon.is_some()),
        ("electricity_growth", growth(Stream::Electricity), prices || said.electricity_growth.is_some()),
        ("gas_growth", growth(Stream::Gas), prices || said.gas_growth.is_some()),
        ("fuel_growth", growth(Stream::Fuel), prices || said.fuel_growth.is_some()),
        ("heat_growth", growth(Stream::Heat), prices || said.heat_growth.is_some()),
        ("water_growth", growth(Stream::Water), prices || said.water_growth.is_some()),
        ("running_growth", growth(Stream::Running), said.running_growth.is_some()),
        ("tax_growth", growth(Stream::Tax), said.tax_growth.is_some()),
        ("carbon_price", format.money_table(terms.carbon_price, facts.currency), said.carbon_price.is_some()),
        ("carbon_growth", growth(Stream::Carbon), said.carbon_growth.is_some()),
        ("grant_share", percent(money.grant_share), said.grant_share.is_some()),
    ];
    if money.grant_cap.is_finite() {
        rows.push(("grant_cap", format.money_table(money.grant_cap, facts.currency), true));
    }
    if terms.loan.share > 0.0 {
        rows.push(("loan_share", percent(terms.loan.share), true));
        rows.push(("loan_rate", percent(terms.loan.rate), said.loan_rate.is_some()));
        rows.push(("loan_years", format.period(terms.loan.years), said.loan_years.is_some()));
    }
    if terms.tax.rate > 0.0 {
        rows.push(("profits_tax", percent(terms.tax.rate), true));
        let years = said.depreciation_years.is_some();
        rows.push(("depreciation_years", format.period(terms.tax.years), years));
    }
    if said.finance_rate.is_some() || said.reinvest_rate.is_some() {
        rows.push(("finance_rate", percent(terms.finance_rate), said.finance_rate.is_some()));
        rows.push(("reinvest_rate", percent(terms.reinvest_rate), said.reinvest_rate.is_some()));
    }
    let row = |(name, value, entered): (&str, String, bool)| {
        let basis = if entered { k::REPORT_BASIS_ENTERED } else { k::BADGE_DEFAULT };
        Row::new([field_name(i18n, "finance", name), value, i18n.t(basis).to_owned()])
    };
    Table {
        caption: i18n.t(k::REPORT_TERMS_CAPTION).to_owned(),
        columns: vec![
            Column::text(i18n.t(k::REPORT_COLUMN_ITEM)),
            Column::number(i18n.t(k::REPORT_COLUMN_VALUE)),
            Column::text(i18n.t(k::REPORT_COLUMN_BASIS)),
        ],
        rows: rows.into_iter().map(row).collect(),
    }
}

/// Every assumption once, in the order the engine met them.
pub fn assumed(facts: &Facts<'_>) -> Vec<String> {
    let project = &facts.outcome.model.lowered.project;
    let mut texts: Vec<String> = Vec::new();
    for found in facts.notices {
        let text = notice(facts.i18n, project, found);
        if !text.is_empty() && !texts.contains(&text) {
            texts.push(text);
        }
    }
    if texts.is_empty() {
        texts.push(facts.i18n.t(k::EMPTY_NOTICES).to_owned());
    }
    texts
}

/// What the figures rest on besides the bills.
#[component]
pub fn Assumptions() -> impl IntoView {
    let desk = Desk::expect();
    view! {
        <Section title=k::REPORT_ASSUMPTIONS>
            <DataTable table=desk.memo(terms) />
            <p class="lt-report__label">{move || desk.i18n.t(k::REPORT_NOTICES_CAPTION)}</p>
            <Points texts=desk.memo(assumed) />
        </Section>
    }
}
