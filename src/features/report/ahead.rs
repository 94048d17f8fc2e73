//! The years ahead: chart, years, targets and first years of upgrades, with what they rest on.

use super::facts::{Desk, Facts};
use super::parts::{Paragraphs, Points, ReportChart, Section};
use super::shares::step_decimals;
use crate::charts::{Size, ahead};
use crate::features::results::ahead::{Years, remarks, shown, sums, target_name, year_text, years};
use crate::i18n::k;
use crate::ui::{Badge, BadgeKind, Column, DataTable, Row, Table};
use lantian_engine::measures::CATALOGUE;
use lantian_engine::trajectory::{Course, Progress, Reach, Trajectory};
use leptos::prelude::*;

/// What the section says.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Ahead {
    pub title: String,
    pub caption: String,
    pub chart: ahead::Ahead,
    pub years: Table,
    pub targets: Option<Table>,
    pub starts: Option<Table>,
    pub sums: Vec<String>,
    pub remarks: Vec<String>,
    pub assumed: bool,
}

/// Nothing while something about the years must be mended.
pub fn ahead(facts: &Facts<'_>) -> Option<Ahead> {
    let Years::Ran(ran, courses) = years(facts.project, facts.outcome) else { return None };
    let picture = shown(facts.i18n, &ran);
    Some(Ahead {
        title: picture.title,
        caption: picture.caption,
        chart: picture.data,
        years: picture.table,
        targets: (!ran.targets.is_empty()).then(|| targets(facts, &ran)),
        starts: starts(facts, &ran),
        sums: sums(facts.i18n, &ran),
        remarks: remarks(facts.i18n, &ran, courses.len()),
        assumed: ran.settings.course != Course::Frozen,
    })
}

/// Each target with the plan and without.
fn targets(facts: &Facts<'_>, years: &Trajectory) -> Table {
    let i18n = facts.i18n;
    let format = i18n.format();
    let tonnes = |value: f64| format.table(value, 0);
    let row = |progress: &Progress, reach: &Reach, who| {
        let name = format!("{} · {}", target_name(i18n, &progress.aim), year_text(progress.aim.year));
        Row::new([
            name,
            i18n.t(who).to_owned(),
            tonnes(progress.level),
            format.change_table(reach.gap, 0),
            reach.met.map_or_else(|| format.none(), year_text),
            tonnes(progress.budget),
            tonnes(reach.spent),
        ])
    };
    let pair = |progress: &Progress| {
        [row(progress, &progress.before, k::AHEAD_BEFORE), row(progress, &progress.plan, k::RESULTS_PLAN)]
    };
    Table {
        caption: i18n.t(k::AHEAD_TARGETS).to_owned(),
        columns: vec![
            Column::text(i18n.t(k::AHEAD_TARGETS_COLUMN)),
            Column::text(i18n.t(k::RESULTS_ITEM_COLUMN)),
            Column::number(i18n.t(k::AHEAD_LEVEL)),
            Column::number(i18n.t(k::AHEAD_GAP)),
            Column::number(i18n.t(k::AHEAD_MET)),
            Column::number(i18n.t(k::AHEAD_BUDGET)),
            Column::number(i18n.t(k::AHEAD_SPENT)),
        ],
        rows: years.targets.iter().flat_map(pair).collect(),
    }
}

/// First years of the plan's upgrades; nothing when all begin in the year after the bills.
fn starts(facts: &Facts<'_>, years: &Trajectory) -> Option<Table> {
    let i18n = facts.i18n;
    let settings = &years.settings;
    let found: Vec<(usize, u16)> =
        facts.outcome.plan.iter().filter_map(|place| Some((place, *settings.starts.get(place)?))).collect();
    let later = found.iter().any(|(_, start)| *start != settings.base_year + 1);
    let row = |(place, start): (usize, u16)| {
        let name = CATALOGUE.get(place).map(|id| i18n.name("measure", id.slug()));
        Row::new([name.unwrap_or_default(), year_text(start)])
    };
    later.then(|| Table {
        caption: i18n.t(k::AHEAD_STARTS).to_owned(),
        columns: vec![Column::text(i18n.t(k::RESULTS_ITEM_COLUMN)), Column::number(i18n.t(k::FINANCE_YEAR))],
        rows: found.into_iter().map(row).collect(),
    })
}

/// The section.
#[component]
pub fn YearsAhead() -> impl IntoView {
    let desk = Desk::expect();
    let i18n = desk.i18n;
    let found = desk.memo(ahead);
    let of = move |read: fn(&Ahead) -> Vec<String>| {
        Signal::derive(move || found.with(|found| found.as_ref().map(read).unwrap_or_default()))
    };
    let title = Signal::derive(move || of(|a| vec![a.title.clone()]).get().concat());
    let draw = move |size: Size| {
        let tonnes = move |value: f64, step: f64| i18n.format().table(value, step_decimals(step));
        let year = |value: f64, _: f64| format!("{value:.0}");
        found.with(|found| {
            found.as_ref().map(|found| ahead::layout(&found.chart, &tonnes, &year, size)).unwrap_or_default()
        })
    };
    let table = move |read: fn(&Ahead) -> Option<Table>| {
        move || {
            let table = found.with(|found| found.as_ref().and_then(read))?;
            Some(view! { <DataTable table=Signal::stored(table) /> })
        }
    };
    let there = Memo::new(move |_| found.with(Option::is_some));
    let assumed = Memo::new(move |_| found.with(|found| found.as_ref().is_some_and(|found| found.assumed)));
    view! {
        <Show when=move || there.get()>
            <Section title=k::AHEAD_TITLE>
                <Paragraphs texts=of(|a| vec![a.caption.clone()]) />
                <ReportChart draw title kind=k::AHEAD_KIND />
                <Paragraphs texts=of(|a| a.sums.clone()) />
                {table(|a| Some(a.years.clone()))}
                {table(|a| a.targets.clone())}
                {table(|a| a.starts.clone())}
                <Show when=move || assumed.get()>
                    <p><Badge kind=BadgeKind::Unverified text=move || i18n.t(k::BADGE_UNVERIFIED) /></p>
                </Show>
                <Points texts=of(|a| a.remarks.clone()) />
            </Section>
        </Show>
    }
}
