//! Financial terms and everything that was assumed because it was not entered.

use super::facts::{Desk, Facts};
use super::parts::{Points, Section};
use crate::features::live::wording::{field_name, notice};
use crate::i18n::k;
use crate::ui::{Column, DataTable, Row, Table};
use leptos::prelude::*;

/// The financial terms, each marked as entered or default.
pub fn terms(facts: &Facts<'_>) -> Table {
    let i18n = facts.i18n;
    let format = i18n.format();
    let (said, money) = (&facts.project.finance, &facts.outcome.model.lowered.money);
    let terms = &money.terms;
    let percent = |share: f64| format!("{}%", format.own((share * 1e6).round() / 1e4));
    let mut rows = vec![
        ("discount_rate", percent(terms.discount_rate), said.discount_rate.is_some()),
        ("horizon", format.period(terms.horizon), said.horizon.is_some()),
        ("electricity_growth", percent(terms.electricity_growth), said.electricity_growth.is_some()),
        ("fuel_growth", percent(terms.fuel_growth), said.fuel_growth.is_some()),
        ("water_growth", percent(terms.water_growth), said.water_growth.is_some()),
        ("carbon_price", format.money_table(money.carbon_price, facts.currency), said.carbon_price.is_some()),
        ("grant_share", percent(money.grant_share), said.grant_share.is_some()),
    ];
    if money.grant_cap.is_finite() {
        rows.push(("grant_cap", format.money_table(money.grant_cap, facts.currency), true));
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
