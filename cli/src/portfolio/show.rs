//! A portfolio as JSON, as a table for programs and as a table for reading.

use crate::json::{Pack, unit, write};
use crate::names;
use crate::table::{Align::Left, Align::Right, Table, figure};
use lantian_engine::metric::Metric;
use lantian_engine::portfolio::{Distribution, ERROR, Fault, Group, Measured, Shown, Summary};
use serde::ser::{Serialize, SerializeMap, Serializer};

/// All figures of money.
const CURRENCY: &str = "cny";

#[derive(Debug, serde::Serialize)]
struct Document<'a> {
    lantian: &'static str,
    factors: Pack,
    currency: &'static str,
    /// Groups of fewer plants are pooled under `withheld`.
    min_group: u64,
    plants: u64,
    rejected: Rejected<'a>,
    /// Largest relative error of a quartile.
    quartile_error: f64,
    /// `null` with fewer plants than `min_group`.
    total: Option<Figures<'a>>,
    by_sector: Vec<Keyed<'a>>,
    by_region: Vec<Keyed<'a>>,
    by_size: Vec<Keyed<'a>>,
    measures: Vec<Measure>,
}

#[derive(Debug, serde::Serialize)]
struct Rejected<'a> {
    count: u64,
    /// The first hundred by source and line.
    first: Vec<&'a Fault>,
}

#[derive(Debug, serde::Serialize)]
struct Keyed<'a> {
    key: &'a str,
    #[serde(flatten)]
    figures: Figures<'a>,
}

#[derive(Debug, serde::Serialize)]
struct Figures<'a> {
    plants: u64,
    /// Plants with a plan.
    with_plan: u64,
    /// Implementation cost of all plans.
    investment: f64,
    #[serde(rename = "figures")]
    sums: Sums<'a>,
    quartiles: Quartiles<'a>,
}

/// `{"co2e": {"before": …, "after": …, "saving": …, "unit": "t_co2e"}, …}`
#[derive(Debug)]
struct Sums<'a>(&'a Group);

#[derive(Debug, serde::Serialize)]
struct Line {
    before: f64,
    after: f64,
    saving: f64,
    unit: &'static str,
}

/// `{"co2e": {"plants": …, "p25": …, "p50": …, "p75": …, "unit": "t_co2e"}, …}`
#[derive(Debug)]
struct Quartiles<'a>(&'a Group);

#[derive(Debug, serde::Serialize)]
struct Quartile {
    plants: u64,
    p25: Option<f64>,
    p50: Option<f64>,
    p75: Option<f64>,
    unit: &'static str,
}

#[derive(Debug, serde::Serialize)]
struct Measure {
    id: &'static str,
    code: &'static str,
    name: &'static str,
    /// Plants that it applies to; plants with it in their plan.
    applies: u64,
    in_plan: u64,
    /// Saved by it alone in all plants that it applies to: t CO2e, and money a year.
    co2e: f64,
    money: f64,
    investment: f64,
}

impl Serialize for Sums<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(Metric::ALL.len()))?;
        for &metric in Metric::ALL {
            let (before, after) = self.0.figure(metric);
            let line = Line { before, after, saving: before - after, unit: unit(metric, CURRENCY) };
            map.serialize_entry(metric.slug(), &line)?;
        }
        map.end()
    }
}

impl Serialize for Quartiles<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(Distribution::ALL.map(|what| {
            let (plants, [p25, p50, p75]) = self.0.quartiles(what);
            (what.slug(), Quartile { plants, p25, p50, p75, unit: what.unit() })
        }))
    }
}

/// Full-precision JSON.
pub fn json(summary: &Summary, least: u64) -> String {
    write(&document(summary, &summary.groups(least), least))
}

fn document<'a>(
    summary: &'a Summary,
    groups: &'a [(&'static str, Vec<Shown>); 3],
    least: u64,
) -> Document<'a> {
    let [(_, sectors), (_, regions), (_, sizes)] = groups;
    let keyed = |list: &'a [Shown]| {
        list.iter().map(|shown| Keyed { key: &shown.key, figures: figures(&shown.group) }).collect()
    };
    let (count, first) = summary.rejected();
    Document {
        lantian: env!("CARGO_PKG_VERSION"),
        factors: Pack::used(),
        currency: CURRENCY,
        min_group: least,
        plants: summary.plants(),
        rejected: Rejected { count, first: first.iter().collect() },
        quartile_error: ERROR,
        total: summary.total(least).map(figures),
        by_sector: keyed(sectors),
        by_region: keyed(regions),
        by_size: keyed(sizes),
        measures: measures(summary, least),
    }
}

fn figures(group: &Group) -> Figures<'_> {
    Figures {
        plants: group.plants(),
        with_plan: group.planned(),
        investment: group.investment(),
        sums: Sums(group),
        quartiles: Quartiles(group),
    }
}

fn measures(summary: &Summary, least: u64) -> Vec<Measure> {
    let list = summary.measures(least);
    let line = |m: &Measured| Measure {
        id: m.id.slug(),
        code: m.id.spec().code,
        name: names::measure(m.id),
        applies: m.applies,
        in_plan: m.chosen,
        co2e: m.co2e,
        money: m.money,
        investment: m.investment,
    };
    list.iter().map(line).collect()
}

/// Columns `group,key,plants,figure,unit,before,after,saving,p25,p50,p75`.
pub fn csv(summary: &Summary, least: u64) -> String {
    let mut writer = csv::Writer::from_writer(Vec::new());
    let mut row = |cells: [String; 11]| {
        // Writing to memory cannot fail.
        let _ = writer.write_record(cells);
    };
    let head = ["group", "key", "plants", "figure", "unit", "before", "after", "saving", "p25", "p50", "p75"];
    row(head.map(str::to_owned));
    let mut put = |dimension: &str, key: &str, group: &Group| {
        for &metric in Metric::ALL {
            let (before, after) = group.figure(metric);
            let what = Distribution::ALL.into_iter().find(|what| what.slug() == metric.slug());
            let [p25, p50, p75] = what
                .map_or([None; 3], |what| group.quartiles(what).1)
                .map(|value| value.map_or_else(String::new, |value| value.to_string()));
            row([
                dimension.to_owned(),
                key.to_owned(),
                group.plants().to_string(),
                metric.slug().to_owned(),
                unit(metric, CURRENCY).to_owned(),
                before.to_string(),
                after.to_string(),
                (before - after).to_string(),
                p25,
                p50,
                p75,
            ]);
        }
    };
    if let Some(total) = summary.total(least) {
        put("all", "", total);
    }
    for (dimension, groups) in summary.groups(least) {
        for shown in &groups {
            put(dimension, &shown.key, &shown.group);
        }
    }
    String::from_utf8(writer.into_inner().unwrap_or_default()).unwrap_or_default()
}

/// Upgrades in the table for reading.
const TOP: usize = 10;

pub fn text(summary: &Summary, least: u64) -> String {
    let mut parts = Vec::new();
    let (rejected, _) = summary.rejected();
    parts.push(format!("{} plants, {rejected} rejected\n", summary.plants()));
    let Some(total) = summary.total(least) else {
        parts.push(format!("fewer than {least} plants: figures would tell about single ones\n"));
        return parts.join("\n");
    };
    let head = [
        "group", "", "plants", "t CO2e", "saved", "MWh", "GJ", "cost CNY", "saved", "CO2e p25", "p50", "p75",
    ];
    let align = [Left, Left, Right, Right, Right, Right, Right, Right, Right, Right, Right, Right];
    let mut table = Table::new(head, align);
    let mut put = |dimension: &str, key: &str, group: &Group| {
        let ((co2e, co2e_after), (cost, cost_after)) =
            (group.figure(Metric::Co2e), group.figure(Metric::Cost));
        let (_, quartiles) = group.quartiles(Distribution::Co2e);
        let [p25, p50, p75] = quartiles.map(|value| value.map_or_else(String::new, figure));
        table.row([
            dimension.to_owned(),
            key.to_owned(),
            group.plants().to_string(),
            figure(co2e),
            figure(co2e - co2e_after),
            figure(group.figure(Metric::SiteElectricity).0 / 1000.0),
            figure(group.figure(Metric::Energy).0),
            figure(cost),
            figure(cost - cost_after),
            p25,
            p50,
            p75,
        ]);
    };
    put("all", "", total);
    for (dimension, groups) in summary.groups(least) {
        for shown in &groups {
            put(dimension, &shown.key, &shown.group);
        }
    }
    parts.push(table.render());
    let head = ["code", "upgrade", "applies", "in plan", "t CO2e alone", "CNY/year", "cost CNY"];
    let mut table = Table::new(head, [Left, Left, Right, Right, Right, Right, Right]);
    for measure in measures(summary, least).into_iter().take(TOP) {
        table.row([
            measure.code.to_owned(),
            measure.name.to_owned(),
            measure.applies.to_string(),
            measure.in_plan.to_string(),
            figure(measure.co2e),
            figure(measure.money),
            figure(measure.investment),
        ]);
    }
    parts.push(table.render());
    parts.join("\n")
}
