//! Boundary and method in words: what is counted, by which rules, and what is left out.

use super::cover::pack;
use super::facts::{Desk, Facts};
use super::parts::{Paragraphs, Points, Section};
use crate::features::naming::amount;
use crate::i18n::k;
use lantian_engine::origin::Origin;
use leptos::prelude::*;

/// How bought electricity is counted: the factor and the year of its data.
fn grid(facts: &Facts<'_>) -> Option<String> {
    let lowered = &facts.outcome.model.lowered;
    let supply = lowered.plant.supplies.get(lowered.plant.electricity)?;
    let info = lowered.plant.slots.get(supply.co2.index())?;
    let value = amount(facts.i18n, lowered.params[supply.co2], info.unit, info.name, facts.currency);
    Some(match info.origin {
        Origin::Fact(id) => {
            let year = id.fact().year.map(|year| year.to_string()).unwrap_or_default();
            facts.i18n.tf(k::REPORT_METHOD_GRID, [("value", &value), ("year", &year)])
        }
        _ => facts.i18n.tf(k::REPORT_METHOD_GRID_OWN, [("value", &value)]),
    })
}

/// The set of warming potentials, as its publisher names it.
fn gwp(facts: &Facts<'_>) -> String {
    let set = facts.project.site.gwp_set.as_deref().unwrap_or("ar5");
    facts.i18n.tf(k::REPORT_GWP_TEXT, [("set", &format!("IPCC {}", set.to_uppercase()))])
}

fn method(facts: &Facts<'_>) -> Vec<String> {
    let i18n = facts.i18n;
    let terms = &facts.outcome.model.lowered.money.terms;
    let (years, rate) = (i18n.format().period(terms.horizon), i18n.format().share(terms.discount_rate));
    let mut texts =
        vec![i18n.t(k::REPORT_BOUNDARY_TEXT).to_owned(), i18n.t(k::REPORT_METHOD_SCOPES).to_owned()];
    texts.extend(grid(facts));
    texts.extend([gwp(facts)]);
    texts.extend(
        [k::REPORT_METHOD_HEAT, k::REPORT_METHOD_AIR, k::REPORT_METHOD_TEXT, k::REPORT_METHOD_PLAN]
            .map(|key| i18n.t(key).to_owned()),
    );
    texts.push(i18n.tf(k::REPORT_METHOD_MONEY, [("years", &years), ("rate", &rate)]));
    texts.push(i18n.t(k::REPORT_METHOD_REPLACE).to_owned());
    texts.push(pack(i18n));
    texts
}

fn exclusions(facts: &Facts<'_>) -> Vec<String> {
    [
        k::REPORT_EXCLUDED_SCOPE3,
        k::REPORT_EXCLUDED_EMBODIED,
        k::REPORT_EXCLUDED_OFFSETS,
        k::REPORT_EXCLUDED_MARKET,
        k::REPORT_EXCLUDED_OUTPUT,
        k::REPORT_EXCLUDED_DOWNTIME,
    ]
    .map(|key| facts.i18n.t(key).to_owned())
    .to_vec()
}

/// What is counted and how.
#[component]
pub fn Method() -> impl IntoView {
    view! {
        <Section title=k::REPORT_BOUNDARY_METHOD>
            <Points texts=Desk::expect().memo(method) />
        </Section>
    }
}

/// What is not counted.
#[component]
pub fn Exclusions() -> impl IntoView {
    view! {
        <Section title=k::REPORT_EXCLUSIONS>
            <Points texts=Desk::expect().memo(exclusions) />
        </Section>
    }
}

fn estimate(facts: &Facts<'_>) -> Vec<String> {
    let site = facts.i18n.t(crate::i18n::own_site(&facts.project.site.sector));
    let mut texts = vec![facts.i18n.tf(k::DISCLAIMER_ESTIMATE, [("site", site)])];
    if facts.project.illustrative {
        texts.push(facts.i18n.t(k::DISCLAIMER_WORKED_CASE).to_owned());
    }
    texts
}

/// That this is an estimate.
#[component]
pub fn Disclaimer() -> impl IntoView {
    view! {
        <Section title=k::REPORT_DISCLAIMER>
            <Paragraphs texts=Desk::expect().memo(estimate) />
        </Section>
    }
}
