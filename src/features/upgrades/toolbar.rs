//! What the cards count in, which are shown, in which order.

use super::Choosing;
use super::order::{Filter, Sort};
use crate::features::naming::short_key;
use crate::i18n::{Key, k, use_i18n};
use crate::ui::{Chips, Choice, Field, Segmented, Select, TextInput};
use lantian_engine::metric::Metric;
use leptos::prelude::*;

/// Figures a card can count in.
const METRICS: [Metric; 8] = [
    Metric::Co2e,
    Metric::Cost,
    Metric::So2,
    Metric::Nox,
    Metric::Pm25,
    Metric::Voc,
    Metric::Water,
    Metric::Energy,
];

fn filter_key(filter: Filter) -> Key {
    match filter {
        Filter::All => k::UPGRADES_FILTER_ALL,
        Filter::Chosen => k::UPGRADES_FILTER_CHOSEN,
        Filter::PaysBack => k::UPGRADES_FILTER_PAYS_BACK,
        Filter::Applicable => k::UPGRADES_FILTER_APPLICABLE,
    }
}

fn sort_key(sort: Sort) -> Key {
    match sort {
        Sort::Group => k::UPGRADES_SORT_GROUP,
        Sort::Saving => k::UPGRADES_SORT_SAVING,
        Sort::Payback => k::UPGRADES_SORT_PAYBACK,
        Sort::Cost => k::UPGRADES_SORT_COST,
        Sort::PerTonne => k::UPGRADES_SORT_PER_TONNE,
    }
}

/// The line of controls above the cards.
#[component]
pub fn Toolbar(choosing: Choosing) -> impl IntoView {
    let i18n = use_i18n();
    let metrics = Signal::derive(move || {
        METRICS.map(|metric| Choice::new(metric.slug(), i18n.t(short_key(metric)))).to_vec()
    });
    let filters = Signal::derive(move || {
        Filter::ALL.map(|filter| Choice::new(filter.slug(), i18n.t(filter_key(filter)))).to_vec()
    });
    let sorts = Signal::derive(move || {
        Sort::ALL.map(|sort| Choice::new(sort.slug(), i18n.t(sort_key(sort)))).to_vec()
    });
    view! {
        <div class="lt-upgrade-tools lt-no-print" role="search">
            <Field label=move || i18n.t(k::UPGRADES_COUNT_IN) group=true>
                <Chips
                    value=Signal::derive(move || choosing.metric.get().slug().to_owned())
                    options=metrics
                    on_change=move |slug: String| {
                        choosing.metric.set(Metric::from_slug(&slug).unwrap_or(Metric::Co2e));
                    }
                />
            </Field>
            <Field label=move || i18n.t(k::ACT_FILTER) group=true>
                <Segmented
                    value=Signal::derive(move || choosing.filter.get().slug().to_owned())
                    options=filters
                    on_change=move |slug: String| choosing.filter.set(Filter::from_slug(&slug))
                />
            </Field>
            <Field label=move || i18n.t(k::ACT_SORT)>
                <Select
                    value=Signal::derive(move || choosing.sort.get().slug().to_owned())
                    options=sorts
                    on_change=move |slug: String| choosing.sort.set(Sort::from_slug(&slug))
                />
            </Field>
            <Field label=move || i18n.t(k::UPGRADES_SEARCH)>
                <TextInput
                    value=choosing.search
                    on_input=move |text: String| choosing.search.set(text)
                />
            </Field>
        </div>
    }
}
