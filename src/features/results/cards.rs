//! The charts of the page: each a finding, a drawing and its table.

use super::cash;
use super::compare;
use super::counting::tick;
use super::energy_flow;
use super::parts::Division;
use super::sentence::{Figure, Piece, Sentence};
use super::shares::{self, Count, SHOWN, Shown};
use super::what_if::what_if;
use crate::charts::{ChartFrame, before_after, cashflow, pollutants, sankey, waterfall};
use crate::features::naming::{MetricText, currency_of, short_key, spoken};
use crate::features::why::WhyPanel;
use crate::i18n::{I18n, Key, k, use_i18n};
use crate::state::{Answers, ProjectStore};
use crate::ui::{Card, Choice, DataTable, LiveRegion, Segmented, Select, Trend};
use lantian_engine::assess::Outcome;
use lantian_engine::metric::Metric;
use leptos::prelude::*;

/// What a card shows, derived from the outcome; the last one stays while there is none.
fn follow<D>(make: impl Fn(&Outcome) -> Option<D> + Send + Sync + 'static) -> Memo<D>
where
    D: Clone + Default + PartialEq + Send + Sync + 'static,
{
    let answers = Answers::expect();
    Memo::new(move |last: Option<&D>| {
        let now = answers.with(|answer| answer.outcome.as_ref().and_then(&make));
        now.or_else(|| last.cloned()).unwrap_or_default()
    })
}

fn kind(i18n: I18n, kind: Key) -> String {
    i18n.tf(k::CHART_KIND, [("kind", i18n.t(kind))])
}

/// From today through the upgrades to the plan.
#[component]
pub fn WaterfallCard(
    /// Figure shown here and in the table of upgrades.
    metric: RwSignal<Metric>,
) -> impl IntoView {
    let (i18n, store, answers) = (use_i18n(), ProjectStore::expect(), Answers::expect());
    let (panel, count) = (WhyPanel::expect(), RwSignal::new(Count::InPlan));
    let currency = store.memo(currency_of);
    let shown = follow(move |outcome| {
        Some(shares::waterfall(MetricText::new(i18n, metric.get(), currency.get()), outcome, count.get()))
    });
    let waiting = Memo::new(move |_| answers.is_waiting() && count.get() == Count::InPlan);
    let say = move || if waiting.get() { i18n.t(k::RESULTS_WAITING) } else { "" };
    view! {
        <div class="lt-results__shares" class=("lt-results__shares--waiting", move || waiting.get())>
            <ChartFrame
                title=move || shown.with(|s| s.title.clone())
                caption=move || shown.with(|s| s.caption.clone())
                kind=move || kind(i18n, k::CHART_WATERFALL)
                table_label=move || i18n.t(k::ACT_SHOW_TABLE)
                draw=move |size| {
                    let ticks = move |value: f64, step: f64| tick(i18n, value, step);
                    shown.with(|s| waterfall::layout(&s.data, &ticks, size))
                }
                table=Signal::derive(move || shown.with(|s| s.table.clone()))
                actions=move || view! { <WaterfallChoices metric count /> }
                on_why=move |key: String| panel.open_key(&key)
            />
            <p class="lt-results__wait" aria-hidden="true">{say}</p>
            <LiveRegion text=say />
        </div>
    }
}

/// Which figure, and how savings are counted.
#[component]
fn WaterfallChoices(metric: RwSignal<Metric>, count: RwSignal<Count>) -> impl IntoView {
    let (i18n, answers) = (use_i18n(), Answers::expect());
    let present = answers.of_outcome(|outcome| {
        let (before, after) = (&outcome.before.totals, &outcome.after.totals);
        SHOWN.into_iter().filter(|m| before[*m] != 0.0 || after[*m] != 0.0).collect::<Vec<_>>()
    });
    let metrics = Signal::derive(move || {
        let present = present.get().unwrap_or_default();
        present.into_iter().map(|m| Choice::new(m.slug(), i18n.t(short_key(m)))).collect::<Vec<_>>()
    });
    let counts = Signal::derive(move || {
        vec![
            Choice::new("plan", i18n.t(k::UPGRADES_IN_PLAN)),
            Choice::new("alone", i18n.t(k::UPGRADES_ALONE)),
        ]
    });
    view! {
        <Select
            name=move || i18n.t(k::RESULTS_SHOWN)
            value=Signal::derive(move || metric.get().slug().to_owned())
            options=metrics
            on_change=move |slug: String| {
                if let Some(chosen) = Metric::from_slug(&slug) {
                    metric.set(chosen);
                }
            }
        />
        <Segmented
            name=move || i18n.t(k::RESULTS_COUNTING)
            value=Signal::derive(move || {
                if count.get() == Count::Alone { "alone" } else { "plan" }.to_owned()
            })
            options=counts
            on_change=move |slug: String| {
                count.set(if slug == "alone" { Count::Alone } else { Count::InPlan });
            }
        />
    }
}

/// Emissions before and after by scope, carrier or use.
#[component]
pub fn EmissionsCard() -> impl IntoView {
    let (i18n, store, panel) = (use_i18n(), ProjectStore::expect(), WhyPanel::expect());
    let currency = store.memo(currency_of);
    let division = RwSignal::new(Division::Scope);
    let shown =
        follow(move |outcome| Some(compare::emissions(i18n, outcome, division.get(), currency.get())));
    let choices = Signal::derive(move || {
        let word = |division: Division| match division {
            Division::Scope => k::RESULTS_BY_SCOPE,
            Division::Carrier => k::RESULTS_BY_CARRIER,
            Division::Use => k::RESULTS_BY_USE,
        };
        Division::ALL.map(|d| Choice::new(d.slug(), i18n.t(word(d)))).to_vec()
    });
    let switch = move || {
        view! {
            <Segmented
                name=move || i18n.t(k::RESULTS_DIVIDED)
                value=Signal::derive(move || division.get().slug().to_owned())
                options=choices
                on_change=move |slug: String| division.set(Division::from_slug(&slug).unwrap_or_default())
            />
        }
    };
    view! {
        <ChartFrame
            title=move || shown.with(|s| s.title.clone())
            caption=move || shown.with(|s| s.caption.clone())
            kind=move || kind(i18n, k::CHART_BAR)
            table_label=move || i18n.t(k::ACT_SHOW_TABLE)
            draw=move |size| shown.with(|s| before_after::layout(&s.data, size))
            table=Signal::derive(move || shown.with(|s| s.table.clone()))
            actions=switch
            on_why=move |key: String| panel.open_key(&key)
        />
    }
}

/// Yearly cost before and after.
#[component]
pub fn CostCard() -> impl IntoView {
    let (i18n, store, panel) = (use_i18n(), ProjectStore::expect(), WhyPanel::expect());
    let currency = store.memo(currency_of);
    let shown = follow(move |outcome| Some(compare::costs(i18n, outcome, currency.get())));
    view! {
        <ChartFrame
            title=move || shown.with(|s| s.title.clone())
            caption=move || shown.with(|s| s.caption.clone())
            kind=move || kind(i18n, k::CHART_BAR)
            table_label=move || i18n.t(k::ACT_SHOW_TABLE)
            draw=move |size| shown.with(|s| before_after::layout(&s.data, size))
            table=Signal::derive(move || shown.with(|s| s.table.clone()))
            on_why=move |key: String| panel.open_key(&key)
        />
    }
}

/// Pollutants on site, and below them those of the power station, apart.
#[component]
pub fn AirCards() -> impl IntoView {
    let (i18n, store, panel) = (use_i18n(), ProjectStore::expect(), WhyPanel::expect());
    let currency = store.memo(currency_of);
    let shown = follow(move |outcome| Some(compare::pollutants(i18n, outcome, currency.get())));
    let station = follow(move |outcome| Some(compare::station(i18n, outcome, currency.get())));
    let site = move |pick: fn(&Shown<pollutants::Pairs>) -> String| {
        move || shown.with(|s| s.as_ref().map(pick).unwrap_or_default())
    };
    let far = move |pick: fn(&Shown<()>) -> String| {
        move || station.with(|s| s.as_ref().map(pick).unwrap_or_default())
    };
    let (here, there) =
        (Memo::new(move |_| shown.with(Option::is_some)), Memo::new(move |_| station.with(Option::is_some)));
    view! {
        <Show when=move || here.get()>
            <ChartFrame
                title=site(|s| s.title.clone())
                caption=site(|s| s.caption.clone())
                kind=move || kind(i18n, k::CHART_BAR)
                table_label=move || i18n.t(k::ACT_SHOW_TABLE)
                draw=move |size| {
                    shown.with(|s| s.as_ref().map(|s| pollutants::layout(&s.data, size)).unwrap_or_default())
                }
                table=Signal::derive(move || shown.with(|s| s.as_ref().map(|s| s.table.clone()).unwrap_or_default()))
                on_why=move |key: String| panel.open_key(&key)
            />
        </Show>
        <Show when=move || there.get()>
            <Card minor=true title=far(|s| s.title.clone()) caption=far(|s| s.caption.clone())>
                <DataTable
                    quiet_caption=true
                    table=Signal::derive(move || station.with(|s| s.as_ref().map(|s| s.table.clone()).unwrap_or_default()))
                    on_why=move |key: String| panel.open_key(&key)
                />
            </Card>
        </Show>
    }
}

/// Energy from bill to use.
#[component]
pub fn EnergyCard(
    /// There is a plan to compare with.
    planned: Memo<bool>,
) -> impl IntoView {
    let (i18n, store) = (use_i18n(), ProjectStore::expect());
    let currency = store.memo(currency_of);
    let after = RwSignal::new(true);
    let shown = follow(move |outcome| {
        Some(energy_flow::chart(i18n, outcome, planned.get() && after.get(), currency.get()))
    });
    let choices = Signal::derive(move || {
        vec![Choice::new("now", i18n.t(k::RESULTS_NOW)), Choice::new("plan", i18n.t(k::RESULTS_PLAN))]
    });
    let switch = move || {
        view! {
            <Show when=move || planned.get()>
                <Segmented
                    name=move || i18n.t(k::RESULTS_CASE_SHOWN)
                    value=Signal::derive(move || if after.get() { "plan" } else { "now" }.to_owned())
                    options=choices
                    on_change=move |slug: String| after.set(slug == "plan")
                />
            </Show>
        }
    };
    view! {
        <ChartFrame
            title=move || shown.with(|s| s.title.clone())
            caption=move || shown.with(|s| s.caption.clone())
            kind=move || kind(i18n, k::CHART_SANKEY)
            table_label=move || i18n.t(k::ACT_SHOW_TABLE)
            draw=move |size| shown.with(|s| sankey::layout(&s.data, size))
            table=Signal::derive(move || shown.with(|s| s.table.clone()))
            actions=switch
        />
    }
}

/// Cash over the years, and the figures of the investment.
#[component]
pub fn CashCards() -> impl IntoView {
    let (i18n, store, panel) = (use_i18n(), ProjectStore::expect(), WhyPanel::expect());
    let currency = store.memo(currency_of);
    let shown = follow(move |outcome| Some(cash::chart(i18n, outcome, currency.get()).0));
    let lines = follow(move |outcome| Some(cash::lines(i18n, outcome, currency.get())));
    let remark = follow(move |outcome| Some(cash::irr_remark(i18n, &outcome.appraisal.irr)));
    let line = move |line: cash::MoneyLine| {
        let piece = match line.subject {
            Some(subject) => {
                let name = spoken(i18n, &line.value);
                Piece::Figure(Figure { text: line.value, name, subject, trend: Trend::Same })
            }
            None => Piece::Words(line.value),
        };
        view! {
            <div>
                <dt>{line.label}</dt>
                <dd><Sentence pieces=Signal::stored(vec![piece]) /></dd>
            </div>
        }
    };
    view! {
        <ChartFrame
            title=move || shown.with(|s| s.title.clone())
            caption=move || shown.with(|s| s.caption.clone())
            kind=move || kind(i18n, k::CHART_LINE)
            table_label=move || i18n.t(k::ACT_SHOW_TABLE)
            draw=move |size| {
                let money = move |value: f64, step: f64| tick(i18n, value, step);
                shown.with(|s| cashflow::layout(&s.data, &money, &money, size))
            }
            table=Signal::derive(move || shown.with(|s| s.table.clone()))
            on_why=move |key: String| panel.open_key(&key)
        />
        <Card minor=true title=move || i18n.t(k::RESULTS_MONEY)>
            <dl class="lt-figures lt-results__money">
                {move || lines.get().into_iter().map(line).collect_view()}
            </dl>
            {move || remark.get().map(|remark| view! { <p class="lt-remark">{remark}</p> })}
        </Card>
    }
}

/// The plan at other energy prices and discount rates.
#[component]
pub fn WhatIfCard() -> impl IntoView {
    let (i18n, store) = (use_i18n(), ProjectStore::expect());
    let currency = store.memo(currency_of);
    let shown = follow(move |outcome| Some(what_if(i18n, outcome, currency.get())));
    let part = move |part: fn(&Shown<()>) -> String| {
        move || shown.with(|s| s.as_ref().map(part).unwrap_or_default())
    };
    let table =
        Signal::derive(move || shown.with(|s| s.as_ref().map(|s| s.table.clone()).unwrap_or_default()));
    let moves = Memo::new(move |_| shown.with(Option::is_some));
    view! {
        <Show when=move || moves.get()>
            <Card title=part(|s| s.title.clone()) caption=part(|s| s.caption.clone())>
                <DataTable quiet_caption=true table=table />
            </Card>
        </Show>
    }
}

/// The upgrades of the plan as a table that adds up.
#[component]
pub fn MeasuresCard(
    /// Figure the savings are counted in.
    metric: RwSignal<Metric>,
) -> impl IntoView {
    let (i18n, store, panel) = (use_i18n(), ProjectStore::expect(), WhyPanel::expect());
    let currency = store.memo(currency_of);
    let shown = follow(move |outcome| {
        Some(shares::measures_table(MetricText::new(i18n, metric.get(), currency.get()), outcome))
    });
    view! {
        <Card title=move || shown.with(|s| s.title.clone()) caption=move || shown.with(|s| s.caption.clone())>
            <DataTable
                quiet_caption=true
                table=Signal::derive(move || shown.with(|s| s.table.clone()))
                on_why=move |key: String| panel.open_key(&key)
            />
            <p class="lt-remark">{move || i18n.t(k::TIP_SHAPLEY)}</p>
        </Card>
    }
}
