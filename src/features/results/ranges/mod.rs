//! How sure the figures are: ranges, chances, and what to measure to be surer.

mod influences;
mod trials;
mod words;

use crate::charts::{ChartFrame, histogram};
use crate::features::naming::currency_of;
use crate::features::results::counting::tick;
use crate::i18n::{k, use_i18n};
use crate::state::ProjectStore;
use crate::ui::{Card, DataTable};
use influences::Influences;
use lantian_engine::metric::Metric;
use lantian_engine::uncertainty::{Case, Figure};
use leptos::prelude::*;
use trials::{Known, Trials};
use words::{chance, histogram, table};

const SAVED: Figure = Figure::Yearly(Case::Plan, Metric::Co2e);
const NPV: Figure = Figure::Npv(Case::Plan);
const TODAY: Figure = Figure::Yearly(Case::Before, Metric::Co2e);

/// The cards. The last good ranges stay while newer ones are computed.
#[component]
pub fn RangesCards() -> impl IntoView {
    let (i18n, store) = (use_i18n(), ProjectStore::expect());
    let trials = Trials::follow();
    let known = Memo::new(move |_| trials.known.get());
    let currency = store.memo(currency_of);
    let any = Memo::new(move |_| known.with(Option::is_some));
    let planned = Memo::new(move |_| known.with(|known| known.as_ref().is_some_and(is_planned)));
    let status = move || {
        let current = known.with(|known| known.as_ref().is_some_and(|k| k.holds_for(&store.get())));
        match (trials.failed.get(), current) {
            (true, _) => i18n.t(k::RANGES_FAILED),
            (false, false) => i18n.t(k::RANGES_WAITING),
            (false, true) => "",
        }
    };
    let shown = Memo::new(move |_| {
        let table = |known: &Known| table(i18n, &known.ranges, is_planned(known), currency.get());
        known.with(|known| known.as_ref().map(table)).unwrap_or_default()
    });
    let likely = move || {
        let range = known.with(|known| known.as_ref()?.ranges.of(NPV).cloned())?;
        planned.get().then(|| view! { <p class="lt-results__doubt">{chance(i18n, &range)}</p> })
    };
    view! {
        <Card title=move || i18n.t(k::RANGES_TITLE) caption=move || i18n.t(k::RANGES_LEAD)>
            <div class="lt-stack" data-ranges=move || any.get().then_some("known")>
                <p class="lt-remark" role="status">{status}</p>
                {likely}
                <Show when=move || any.get()>
                    <DataTable table=shown quiet_caption=true />
                    <p class="lt-remark">{move || i18n.t(k::RANGES_CERTAIN)}</p>
                </Show>
                <Show
                    when=move || planned.get()
                    fallback=move || view! { <Influences figure=TODAY known /> }
                >
                    <Influences figure=SAVED known />
                </Show>
            </div>
        </Card>
        <Show when=move || planned.get()>
            <div class="lt-results__pair">
                <HistogramCard figure=SAVED known />
                <HistogramCard figure=NPV known />
            </div>
        </Show>
    }
}

fn is_planned(known: &Known) -> bool {
    known.with(|outcome| outcome.counted().next().is_some()).unwrap_or_default()
}

/// How often a figure of the plan comes out how; nothing where it is certain.
#[component]
fn HistogramCard(figure: Figure, known: Memo<Option<Known>>) -> impl IntoView {
    let (i18n, store) = (use_i18n(), ProjectStore::expect());
    let currency = store.memo(currency_of);
    let picture = Memo::new(move |_| {
        known.with(|known| histogram(i18n, &known.as_ref()?.ranges, figure, currency.get()))
    });
    let drawn = Memo::new(move |_| picture.with(Option::is_some));
    let picture = Memo::new(move |_| picture.get().unwrap_or_default());
    view! {
        <Show when=move || drawn.get()>
            <ChartFrame
                title=move || picture.with(|s| s.title.clone())
                caption=move || picture.with(|s| s.caption.clone())
                kind=move || i18n.tf(k::CHART_KIND, [("kind", i18n.t(k::RANGES_KIND))])
                table_label=move || i18n.t(k::ACT_SHOW_TABLE)
                draw=move |size| {
                    let ticks = move |value: f64, step: f64| tick(i18n, value, step);
                    picture.with(|s| histogram::layout(&s.data, &ticks, size))
                }
                table=Signal::derive(move || picture.with(|s| s.table.clone()))
            />
        </Show>
    }
}
