//! The summary: what the site emits today, and what the plan would do, in sentences and figures.

use super::cash::headline;
use super::digest::Digest;
use super::facts::{Desk, Facts};
use super::parts::{Paragraphs, Section};
use crate::features::naming::{MetricText, payback_clause, short_key};
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

/// Changes below this share of today's emissions are too small to tell.
const SMALL: f64 = 0.001;
/// Rises of a pollutant below this share are no finding.
const NOTICEABLE: f64 = 0.005;

/// What the plan does to emissions.
pub fn emissions(facts: &Facts<'_>) -> String {
    let (i18n, outcome) = (facts.i18n, facts.outcome);
    let before = outcome.before.totals[Metric::Co2e];
    let saved = outcome.saving()[Metric::Co2e];
    let amount = MetricText::new(i18n, Metric::Co2e, facts.currency).value(saved.abs());
    let Some(life) = outcome.counted().map(|measure| measure.life).max() else {
        return i18n.t(k::FINDING_NO_PLAN).to_owned();
    };
    if saved.abs() < SMALL * before {
        let limit = MetricText::new(i18n, Metric::Co2e, facts.currency).value(SMALL * before);
        i18n.tf(k::FINDING_TOO_SMALL, [("amount", &limit)])
    } else if saved < 0.0 {
        i18n.tf(k::FINDING_RISES, [("amount", &amount)])
    } else {
        let share = i18n.format().share_words(saved / before);
        let payback = payback_clause(i18n, &outcome.appraisal, life, facts.currency);
        i18n.tf(k::FINDING_SAVING, [("amount", &amount), ("share", &share), ("payback", &payback)])
    }
}

/// What the plan does to the cost, and what it is worth.
pub fn money(facts: &Facts<'_>) -> Vec<String> {
    let (i18n, plan) = (facts.i18n, &facts.outcome.appraisal);
    if facts.outcome.counted().next().is_none() {
        return Vec::new();
    }
    let sentence = |value: f64| i18n.format().money_sentence(value.abs(), facts.currency);
    let (yearly, cost) = (sentence(plan.yearly_saving), sentence(plan.investment));
    let first = if plan.yearly_saving < 0.0 {
        i18n.tf(k::FINDING_MONEY_MORE, [("extra", &yearly), ("cost", &cost)])
    } else {
        i18n.tf(k::FINDING_MONEY, [("saving", &yearly), ("cost", &cost)])
    };
    let years = i18n.format().period(facts.outcome.model.lowered.money.terms.horizon);
    let worth = if plan.npv < 0.0 { k::FINDING_NET_COST } else { k::FINDING_WORTH };
    vec![first, i18n.tf(worth, [("years", &years), ("amount", &sentence(plan.npv))])]
}

/// Water, energy, and pollutants on site that rise.
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
    for metric in [Metric::So2, Metric::Nox, Metric::Pm10, Metric::Pm25, Metric::Voc, Metric::Co] {
        if relative(metric) < -NOTICEABLE {
            let change = i18n.format().share(-relative(metric));
            let pollutant = i18n.t(short_key(metric));
            texts.push(i18n.tf(k::REPORT_POLLUTANT_RISES, [("pollutant", pollutant), ("change", &change)]));
        }
    }
    texts
}

/// One paragraph on the money, one on what else changes.
fn sentences(facts: &Facts<'_>) -> Vec<String> {
    let gap = if facts.i18n.lang().is_chinese() { "" } else { " " };
    [money(facts), beside(facts)]
        .map(|texts| texts.join(gap))
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
