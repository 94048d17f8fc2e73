//! Results: before, after and change of every figure, on site and at the power station apart.

use super::facts::{Desk, Facts};
use super::parts::{ReportChart, Section};
use crate::charts::{Size, pollutants};
use crate::features::naming::{MetricText, Places, metric_key, short_key};
use crate::i18n::{Key, k};
use crate::ui::{Column, DataTable, Row, Table};
use lantian_engine::metric::Metric;
use leptos::prelude::*;

const GASES: [Metric; 17] = [
    Metric::Co2e,
    Metric::Scope1,
    Metric::Scope2,
    Metric::Scope2Market,
    Metric::Scope3,
    Metric::Scope3Goods,
    Metric::Scope3Energy,
    Metric::Scope3Freight,
    Metric::Scope3Waste,
    Metric::Scope3Travel,
    Metric::Scope3Commuting,
    Metric::Scope3Distribution,
    Metric::Co2,
    Metric::Ch4,
    Metric::N2o,
    Metric::Refrigerants,
    Metric::Biogenic,
];
const ON_SITE: [Metric; 6] = [Metric::So2, Metric::Nox, Metric::Pm10, Metric::Pm25, Metric::Voc, Metric::Co];
const STATION: [Metric; 3] = [Metric::StationSo2, Metric::StationNox, Metric::StationPm10];
const ENERGY: [Metric; 6] = [
    Metric::SiteElectricity,
    Metric::GridElectricity,
    Metric::OwnElectricity,
    Metric::Fuel,
    Metric::Energy,
    Metric::CoalEquivalent,
];
const WATER: [Metric; 3] = [Metric::Water, Metric::Effluent, Metric::Cod];
const MONEY: [Metric; 6] = [
    Metric::ElectricityCost,
    Metric::FuelCost,
    Metric::WaterCost,
    Metric::Tax,
    Metric::Cost,
    Metric::ActivityCost,
];

fn columns(facts: &Facts<'_>) -> Vec<Column> {
    let t = |key: Key| facts.i18n.t(key);
    vec![
        Column::text(t(k::RESULTS_ITEM_COLUMN)),
        Column::text(t(k::RESULTS_UNIT_COLUMN)),
        Column::number(t(k::RESULTS_NOW)),
        Column::number(t(k::RESULTS_PLAN)),
        Column::number(t(k::RESULTS_CHANGE)),
        Column::number(t(k::REPORT_COLUMN_RELATIVE)),
    ]
}

fn relative(facts: &Facts<'_>, before: f64, after: f64) -> String {
    let format = facts.i18n.format();
    if before > 0.0 { format.percent((after - before) / before) } else { format.none() }
}

/// Masses below this are told in kilograms, kg.
const TONNE: f64 = 1000.0;

/// A row; nothing for a figure that is zero before and after.
fn row(facts: &Facts<'_>, metric: Metric) -> Option<Row> {
    let (before, after) = (facts.outcome.before.totals[metric], facts.outcome.after.totals[metric]);
    let text = MetricText::new(facts.i18n, metric, facts.currency);
    let format = facts.i18n.format();
    (before != 0.0 || after != 0.0).then(|| {
        let small = metric.unit() == "kg" && before.max(after) < TONNE;
        let figures = if small {
            let places = places_of(before.max(after));
            let change = format.change_table(after - before, places);
            [
                facts.i18n.t(k::FORMAT_KG).to_owned(),
                format.table(before, places),
                format.table(after, places),
                change,
            ]
        } else {
            [
                text.unit().replace(' ', "\u{a0}"),
                text.table(before),
                text.table(after),
                text.table_change(after - before),
            ]
        };
        let name = facts.i18n.t(metric_key(metric)).to_owned();
        let row = Row::new([name].into_iter().chain(figures).chain([relative(facts, before, after)]));
        if matches!(metric, Metric::Co2e | Metric::Cost) { row.total() } else { row }
    })
}

/// Decimals that leave three figures of the larger of two values.
fn places_of(value: f64) -> u8 {
    match value {
        large if large >= 100.0 => 0,
        middle if middle >= 10.0 => 1,
        small if small >= 1.0 => 2,
        _ => 3,
    }
}

fn table(facts: &Facts<'_>, caption: Key, groups: &[(Option<Key>, &[Metric])]) -> Table {
    let mut rows = Vec::new();
    for (heading, metrics) in groups {
        let found: Vec<Row> = metrics.iter().filter_map(|metric| row(facts, *metric)).collect();
        if !found.is_empty() {
            rows.extend(heading.map(|key| Row::new([facts.i18n.t(key)]).group()));
            rows.extend(found);
        }
    }
    Table { caption: facts.i18n.t(caption).to_owned(), columns: columns(facts), rows }
}

pub fn gases(facts: &Facts<'_>) -> Table {
    let (scopes, gases) = GASES.split_at(12);
    let groups = [(Some(k::RESULTS_BY_SCOPE), scopes), (Some(k::RESULTS_BY_GAS), gases)];
    table(facts, k::BALANCE_EMISSIONS, &groups)
}

pub fn air(facts: &Facts<'_>) -> Table {
    let groups = [
        (Some(k::RESULTS_ON_SITE), ON_SITE.as_slice()),
        (Some(k::RESULTS_AT_POWER_STATION), STATION.as_slice()),
    ];
    table(facts, k::RESULTS_POLLUTANTS, &groups)
}

pub fn energy(facts: &Facts<'_>) -> Table {
    table(facts, k::METRIC_ENERGY, &[(None, &ENERGY)])
}

pub fn water(facts: &Facts<'_>) -> Table {
    table(facts, k::RESULTS_WATER, &[(None, &WATER)])
}

pub fn money(facts: &Facts<'_>) -> Table {
    table(facts, k::RESULTS_MONEY, &[(None, &MONEY)])
}

/// Energy and cost of each carrier.
pub fn carriers(facts: &Facts<'_>) -> Table {
    let (i18n, outcome) = (facts.i18n, facts.outcome);
    let format = i18n.format();
    let plant = &outcome.model.lowered.plant;
    let currency = format.currency(facts.currency);
    let at = |row: &[f64], index: usize| row.get(index).copied().unwrap_or_default();
    let rows = plant.supplies.iter().enumerate().filter_map(|(index, supply)| {
        let (before, after) = (at(&outcome.before.carrier, index), at(&outcome.after.carrier, index));
        let cost = |row: &[f64]| if supply.priced { format.table(at(row, index), 0) } else { format.none() };
        let unit = if index == plant.electricity { "kwh" } else { "gj" };
        (before != 0.0 || after != 0.0).then(|| {
            Row::new([
                i18n.key_name("carrier", supply.carrier.slug()),
                i18n.symbol(unit),
                format.table(before, 0),
                format.table(after, 0),
                relative(facts, before, after),
                cost(&outcome.before.carrier_cost),
                cost(&outcome.after.carrier_cost),
            ])
        })
    });
    let t = |key: Key| i18n.t(key);
    Table {
        caption: t(k::RESULTS_BY_CARRIER).to_owned(),
        columns: vec![
            Column::text(t(k::REPORT_COLUMN_ITEM)),
            Column::text(t(k::RESULTS_UNIT_COLUMN)),
            Column::number(t(k::RESULTS_NOW)),
            Column::number(t(k::RESULTS_PLAN)),
            Column::number(t(k::REPORT_COLUMN_RELATIVE)),
            Column::number(i18n.tf(k::REPORT_COLUMN_COST_NOW, [("currency", currency)])),
            Column::number(i18n.tf(k::REPORT_COLUMN_COST_PLAN, [("currency", currency)])),
        ],
        rows: rows.collect(),
    }
}

/// Electricity by what it is used for.
pub fn uses(facts: &Facts<'_>) -> Table {
    let (i18n, outcome) = (facts.i18n, facts.outcome);
    let format = i18n.format();
    let places = Places::new(i18n, outcome);
    let flows = outcome.before.electric.iter().zip(&outcome.after.electric).enumerate();
    let rows = flows.filter(|(_, (before, after))| **before != 0.0 || **after != 0.0).map(
        |(index, (before, after))| {
            Row::new([
                places.electric(index),
                i18n.symbol("kwh"),
                format.table(*before, 0),
                format.table(*after, 0),
                format.change_table(after - before, 0),
                relative(facts, *before, *after),
            ])
        },
    );
    Table {
        caption: i18n.t(k::PLANT_ELECTRICITY_USES).to_owned(),
        columns: columns(facts),
        rows: rows.collect(),
    }
}

/// Pollutants on site, before and after.
pub fn pairs(facts: &Facts<'_>) -> pollutants::Pairs {
    let pair = |metric: Metric| {
        let (before, after) = (facts.outcome.before.totals[metric], facts.outcome.after.totals[metric]);
        let text = MetricText::new(facts.i18n, metric, facts.currency);
        (before != 0.0 || after != 0.0).then(|| pollutants::Pair {
            label: facts.i18n.t(short_key(metric)).to_owned(),
            before: Some(before),
            after: Some(after),
            before_text: text.value(before),
            after_text: text.value(after),
            change: if before > 0.0 && (after - before).abs() > 0.0 {
                relative(facts, before, after)
            } else {
                String::new()
            },
            key: String::new(),
        })
    };
    pollutants::Pairs {
        pairs: ON_SITE.into_iter().filter_map(pair).collect(),
        lengths: pollutants::Lengths::Own,
    }
}

fn pairs_finding(facts: &Facts<'_>) -> String {
    facts.i18n.t(k::REPORT_POLLUTANTS_FIGURE).to_owned()
}

/// All figures before and after.
#[component]
pub fn Results() -> impl IntoView {
    let desk = Desk::expect();
    let i18n = desk.i18n;
    let pairs = desk.memo(pairs);
    let draw = move |size: Size| pairs.with(|data| pollutants::layout(data, size));
    let has_pairs = Memo::new(move |_| pairs.with(|data| !data.pairs.is_empty()));
    view! {
        <Section title=k::REPORT_RESULTS>
            <DataTable table=desk.memo(gases) />
            <DataTable table=desk.memo(air) />
            <p class="lt-report__small">{move || i18n.t(k::RESULTS_POWER_STATION_HINT)}</p>
            <Show when=move || has_pairs.get()>
                <ReportChart draw title=desk.memo(pairs_finding) kind=k::CHART_BAR />
            </Show>
            <DataTable table=desk.memo(energy) />
            <DataTable table=desk.memo(carriers) />
            <DataTable table=desk.memo(uses) />
            <DataTable table=desk.memo(water) />
            <DataTable table=desk.memo(money) />
        </Section>
    }
}
