//! The summary: what the site emits today, and what the plan would do, in sentences and figures.

use super::cash::headline;
use super::digest::Digest;
use super::facts::{Desk, Facts};
use super::parts::{Paragraphs, Section};
use crate::features::naming::MetricText;
use crate::features::results::finding::{self, Told};
use crate::i18n::{I18n, k, own_site};
use crate::ui::DataTable;
use lantian_engine::metric::Metric;
use leptos::prelude::*;
use std::sync::Arc;

/// Today in one sentence.
pub fn baseline(facts: &Facts<'_>) -> String {
    let (i18n, site) = (facts.i18n, &facts.project.site);
    let here = i18n.t(own_site(&site.sector));
    let amount =
        MetricText::new(i18n, Metric::Co2e, facts.currency).value(facts.outcome.before.totals[Metric::Co2e]);
    match site.year {
        Some(year) => i18n.tf(
            k::REPORT_BASELINE_SUMMARY,
            [("site", here), ("year", &year.to_string()), ("amount", &amount)],
        ),
        None => i18n.tf(k::REPORT_BASELINE_ANY_YEAR, [("site", here), ("amount", &amount)]),
    }
}

/// How far the figures can be trusted.
fn doubt(i18n: I18n, digest: &Digest) -> String {
    let count = |n: usize| i18n.format().count(n);
    let (all, unverified) = (count(digest.register.factors.len()), count(digest.register.unverified));
    i18n.tf(k::REPORT_REGISTER_LEAD, [("all", &all), ("unverified", &unverified)])
}

/// Changes below this share of today are no finding.
const NOTICEABLE: f64 = 0.005;

/// What the plan does, in the words of the results.
fn told(facts: &Facts<'_>) -> Told {
    finding::told(facts.i18n, facts.outcome, facts.currency)
}

/// What the plan does to emissions.
pub fn emissions(facts: &Facts<'_>) -> String {
    told(facts).emissions
}

/// What the plan does to the cost, and what it is worth.
pub fn money(facts: &Facts<'_>) -> Vec<String> {
    let Told { money, worth, .. } = told(facts);
    vec![money, worth]
}

/// Energy and water, and what gets worse.
pub fn beside(facts: &Facts<'_>) -> Vec<String> {
    let (i18n, outcome) = (facts.i18n, facts.outcome);
    let saving = outcome.saving();
    let before = &outcome.before.totals;
    let relative = |metric: Metric| if before[metric] > 0.0 { saving[metric] / before[metric] } else { 0.0 };
    let amount = |metric: Metric| MetricText::new(i18n, metric, facts.currency).value(saving[metric]);
    let mut texts = Vec::new();
    if relative(Metric::Energy) > NOTICEABLE {
        let share = i18n.format().share(relative(Metric::Energy));
        texts
            .push(i18n.tf(k::FINDING_ENERGY_FALLS, [("amount", &amount(Metric::Energy)), ("share", &share)]));
    }
    if relative(Metric::Water) > NOTICEABLE {
        texts.push(i18n.tf(k::FINDING_WATER_FALLS, [("amount", &amount(Metric::Water))]));
    }
    texts.push(told(facts).worse);
    texts
}

/// One paragraph on the money, one on what else changes.
fn sentences(facts: &Facts<'_>) -> Vec<String> {
    let gap = if facts.i18n.lang().is_chinese() { "" } else { " " };
    [money(facts), beside(facts)]
        .map(|texts| texts.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(gap))
        .into_iter()
        .filter(|text| !text.is_empty())
        .collect()
}

/// The summary.
#[component]
pub fn Summary(#[prop(into)] digest: Signal<Option<Arc<Digest>>>) -> impl IntoView {
    let desk = Desk::expect();
    let (today, finding) = (desk.memo(baseline), desk.memo(emissions));
    let chosen = desk.memo(|facts| facts.outcome.counted().next().is_some());
    let doubt = move || digest.with(|found| found.as_ref().map(|found| doubt(desk.i18n, found)));
    view! {
        <Section title=k::REPORT_SUMMARY>
            <p>{move || today.get()}</p>
            <p class="lt-report__lead">{move || finding.get()}</p>
            <Paragraphs texts=desk.memo(sentences) />
            <p>{doubt}</p>
            <Show when=move || chosen.get()>
                <DataTable table=desk.memo(headline) />
            </Show>
        </Section>
    }
}
