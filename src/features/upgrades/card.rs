//! One upgrade: what it does alone and in the plan, what it costs, what else changes.

use super::Choosing;
use super::choose::tick;
use super::effects::{Effect, effects};
use super::facts::{CardFacts, cost_is_unverified, rivals};
use super::params::Params;
use crate::features::naming::{MetricText, currency_of, payback_short, short_key, spoken};
use crate::features::why::{LazyDetails, MoneyFigure, Subject, WhyPanel};
use crate::i18n::{I18n, k, use_i18n};
use crate::state::{Answers, ProjectStore};
use crate::ui::{Badge, BadgeKind, Toasts, ToggleCard, Trend, WhyFigure};
use lantian_engine::data::MeasureId;
use lantian_engine::metric::{Metric, Totals};
use leptos::prelude::*;

/// A line of the card; without a subject it is only words.
#[derive(Clone, Debug, PartialEq)]
struct Line {
    label: String,
    text: String,
    trend: Trend,
    subject: Option<Subject>,
}

fn lines(i18n: I18n, id: MeasureId, facts: &CardFacts, text: MetricText) -> Vec<Line> {
    let metric = text.metric;
    let label = |key| i18n.t(key).to_owned();
    let none = || i18n.format().none();
    let saving = |key, totals: Option<&Totals<f64>>, subject: Subject| {
        let change = totals.map(|totals| -totals[metric]);
        let trend = match change {
            Some(change) if change < 0.0 => Trend::Better,
            Some(change) if change > 0.0 => Trend::Worse,
            _ => Trend::Same,
        };
        let shown = change.map(|change| text.change(change));
        let trend = if shown.as_deref() == Some(i18n.t(k::FORMAT_UNCHANGED)) { Trend::Same } else { trend };
        Line { label: label(key), text: shown.unwrap_or_else(none), trend, subject: change.map(|_| subject) }
    };
    let money = |figure| Some(Subject::Money { measure: Some(id), figure });
    let mut lines = vec![
        saving(k::UPGRADES_IN_PLAN, facts.in_plan.as_ref(), Subject::Share { measure: id, metric }),
        saving(k::UPGRADES_ALONE, facts.alone.as_ref(), Subject::Alone { measure: id, metric }),
        saving(k::UPGRADES_LAST_IN, facts.last_in.as_ref(), Subject::Share { measure: id, metric }),
    ];
    if let Some(appraisal) = &facts.appraisal {
        let format = i18n.format();
        let saved = appraisal.yearly_saving;
        let trend = if saved < 0.0 { Trend::Worse } else { Trend::Same };
        lines.push(Line {
            label: label(k::UPGRADES_SAVING_YEAR),
            text: format.money_sentence(saved, text.currency),
            trend,
            subject: money(MoneyFigure::Saving),
        });
        lines.push(Line {
            label: label(k::UPGRADES_COST),
            text: format.money_sentence(facts.cost, text.currency),
            trend: Trend::Same,
            subject: money(MoneyFigure::Investment),
        });
        lines.push(Line {
            label: label(k::UPGRADES_PAYBACK),
            text: payback_short(i18n, appraisal.simple_payback),
            trend,
            subject: money(MoneyFigure::Payback),
        });
    }
    lines
}

/// The noticeable changes besides the one the card counts in.
fn besides(facts: &CardFacts, metric: Metric) -> Vec<Effect> {
    let saved = facts.saved().map(|saved| effects(&facts.before, saved)).unwrap_or_default();
    saved.into_iter().filter(|effect| effect.metric != metric).collect()
}

fn effect_words(i18n: I18n, effect: &Effect) -> String {
    let name = i18n.t(short_key(effect.metric));
    if effect.change.is_infinite() {
        return i18n.tf(k::UPGRADES_GETS_WORSE, [("pollutant", name)]);
    }
    format!("{name}\u{a0}{}", i18n.format().percent(effect.change))
}

/// The card.
#[component]
pub fn UpgradeCard(id: MeasureId, choosing: Choosing) -> impl IntoView {
    let (i18n, answers, store) = (use_i18n(), Answers::expect(), ProjectStore::expect());
    let (toasts, panel) = (expect_context::<Toasts>(), WhyPanel::expect());
    // Shares of a large plan follow a moment later: until then the former ones stand, dimmed.
    let facts = Memo::new(move |former: Option<&Option<CardFacts>>| {
        let latest = answers.with(|a| a.outcome.as_ref().and_then(|o| CardFacts::of(o, id)))?;
        Some(latest.or_former(former.and_then(Option::as_ref)))
    });
    let on = store.memo(move |project| {
        project.plan().measures.iter().any(|choice| choice.on && choice.measure == id.slug())
    });
    let text = move || MetricText::new(i18n, choosing.metric.get(), store.with(currency_of));
    let shown = Memo::new(move |_| {
        facts.with(|facts| facts.as_ref().map(|facts| lines(i18n, id, facts, text()))).unwrap_or_default()
    });
    let side = Memo::new(move |_| {
        let metric = choosing.metric.get();
        facts.with(|facts| facts.as_ref().map(|facts| besides(facts, metric))).unwrap_or_default()
    });
    let better = move || {
        let words: Vec<String> = side
            .get()
            .iter()
            .filter(|effect| !effect.is_worse())
            .map(|effect| effect_words(i18n, effect))
            .collect();
        if words.is_empty() { i18n.t(k::UPGRADES_NOTHING_ELSE).to_owned() } else { words.join("\u{a0}· ") }
    };
    view! {
        <ToggleCard
            title=move || i18n.name("measure", id.slug())
            checked=on
            on_change=move |on| tick(store, answers, i18n, toasts, id, on)
            tags=move || view! { <Tags id facts side /> }
        >
            <dl
                class="lt-figures"
                class=("lt-figures--stale", move || facts.with(|f| f.as_ref().is_some_and(|f| f.stale)))
            >
                {move || shown.get().into_iter().map(|line| {
                    let name = spoken(i18n, &format!("{} {}", line.label, line.text));
                    let figure = match line.subject {
                        Some(subject) => view! {
                            <WhyFigure
                                text=line.text
                                name
                                trend=Signal::stored(line.trend)
                                on_why=move |()| panel.open(subject)
                            />
                        }
                        .into_any(),
                        None => line.text.into_any(),
                    };
                    view! { <div><dt>{line.label}</dt><dd>{figure}</dd></div> }
                }).collect_view()}
            </dl>
            <p class="lt-upgrade-also"><b>{move || i18n.t(k::UPGRADES_ALSO)}</b> " " {better}</p>
            <LazyDetails summary=move || i18n.t(k::UPGRADES_PARAMETERS)>
                <Params id facts />
            </LazyDetails>
        </ToggleCard>
    }
}

/// What to watch: what gets worse, rivals, doubtful cost.
#[component]
fn Tags(id: MeasureId, facts: Memo<Option<CardFacts>>, side: Memo<Vec<Effect>>) -> impl IntoView {
    let (i18n, answers, store) = (use_i18n(), Answers::expect(), ProjectStore::expect());
    let worse = move || side.get().into_iter().filter(Effect::is_worse).collect::<Vec<_>>();
    let rival = answers.memo(move |answer| {
        let measures = answer.outcome.as_ref().map(|outcome| &outcome.measures[..]).unwrap_or_default();
        rivals(measures, id)
    });
    let quoted = store.memo(move |project| {
        project.plan().measures.iter().any(|choice| choice.measure == id.slug() && choice.quote.is_some())
    });
    let rises = Memo::new(move |_| {
        facts.with(|f| f.as_ref().and_then(|f| f.appraisal.as_ref()).is_some_and(|a| a.yearly_saving < 0.0))
    });
    let left_out = Memo::new(move |_| {
        facts.with(|f| f.as_ref().filter(|f| f.on && !f.counted).and_then(|f| f.excluded_by))
    });
    let missing = Memo::new(move |_| facts.with(|f| f.as_ref().and_then(|f| f.missing)));
    view! {
        {move || missing.get().map(|missing| view! {
            <Badge kind=BadgeKind::Worse text=i18n.name("missing", missing.slug()) />
        })}
        {move || left_out.get().map(|other| {
            let (measure, other) = (i18n.name("measure", id.slug()), i18n.name("measure", other.slug()));
            let text = i18n.tf(k::NOTICE_EXCLUDED, [("measure", &measure), ("other", &other)]);
            view! { <Badge kind=BadgeKind::Worse text /> }
        })}
        {move || worse().into_iter().map(|effect| {
            view! { <Badge kind=BadgeKind::Worse text=effect_words(i18n, &effect) /> }
        }).collect_view()}
        {move || rises.get().then(|| view! {
            <Badge kind=BadgeKind::Worse text=i18n.t(k::UPGRADES_COSTS_MORE) />
        })}
        {move || rival.get().into_iter().filter(|other| left_out.get() != Some(*other)).map(|other| {
            let other = i18n.name("measure", other.slug());
            view! {
                <Badge kind=BadgeKind::ChooseOne text=i18n.tf(k::UPGRADES_CHOOSE_ONE_WITH, [("other", &other)]) />
            }
        }).collect_view()}
        {move || (cost_is_unverified(id) && !quoted.get()).then(|| view! {
            <Badge kind=BadgeKind::Unverified text=i18n.t(k::UPGRADES_COST_UNVERIFIED) />
        })}
    }
}
