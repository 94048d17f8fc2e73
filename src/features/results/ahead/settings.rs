//! What the user says about the years ahead: path, horizon, growth, targets, first years.

use super::answer::Years;
use super::words::{course_name, year_text};
use crate::features::live::wording;
use crate::features::plant::figure::Figure;
use crate::features::plant::figure_text::Holds;
use crate::features::plant::frame::{Item, add_button, delete, items};
use crate::features::plant::row::{choice, chosen, row_figure, single};
use crate::i18n::{I18n, k, use_i18n};
use crate::state::list::{self, Targets};
use crate::state::upgrades::set_start;
use crate::state::{Answers, ProjectStore, command};
use crate::ui::{Choice, Disclosure};
use lantian_engine::data::MeasureId;
use lantian_engine::measures::CATALOGUE;
use lantian_engine::origin;
use lantian_engine::project::{Project, Target, TargetKind};
use lantian_engine::trajectory::{Course, LAST_YEAR};
use leptos::prelude::*;

/// Years that are offered as horizon.
const HORIZONS: [u16; 6] = [2030, 2035, 2040, 2045, 2050, LAST_YEAR];

fn outlook(name: &'static str) -> origin::Field {
    origin::Field::new("outlook", 0, name)
}

/// A whole year out of a figure; what no year can be is left to the engine to refuse.
fn year(value: Option<f64>) -> Option<u16> {
    #[expect(clippy::cast_sign_loss, reason = "clamped to what a year can be")]
    value.map(|value| value.clamp(0.0, f64::from(u16::MAX)) as u16)
}

/// The settings, closed at first.
#[component]
pub fn Settings(years: Memo<Years>) -> impl IntoView {
    let i18n = use_i18n();
    view! {
        <div class="lt-no-print">
            <Disclosure summary=move || i18n.t(k::AHEAD_SETTINGS)>
                <div class="lt-stack">
                    <div class="lt-fields">
                        <PathChoice years />
                        <Horizon years />
                        {single(
                            outlook("output_growth"),
                            Holds::Rate,
                            |project| project.outlook.output_growth,
                            |value| command::outlook("output_growth", move |o| o.output_growth = value),
                        )}
                    </div>
                    <h3>{move || i18n.t(k::AHEAD_TARGETS)}</h3>
                    {items(Targets, |at| view! { <TargetItem at /> }.into_any())}
                    {add_button(Targets, move || i18n.t(k::AHEAD_ADD_TARGET), Target::default)}
                    <Starts />
                </div>
            </Disclosure>
        </div>
    }
}

/// The courses of the grid that can be chosen here.
#[component]
fn PathChoice(years: Memo<Years>) -> impl IntoView {
    let (i18n, store) = (use_i18n(), ProjectStore::expect());
    let known = Memo::new(move |last: Option<&Vec<Course>>| match years.get() {
        Years::Ran(_, courses) => courses,
        _ => last.cloned().unwrap_or_else(|| Course::ALL.to_vec()),
    });
    let value = Memo::new(move |_| {
        let said = store.with(|project| project.outlook.scenario.clone());
        let first = || known.with(|known| known.first().map_or("", |course| course.slug()).to_owned());
        if said.is_empty() { first() } else { said }
    });
    let options = move || {
        let said = value.get();
        let all = Course::ALL.into_iter();
        let shown = all.filter(|course| course.slug() == said || known.with(|k| k.contains(course)));
        shown.map(|course| Choice::new(course.slug(), course_name(i18n, course))).collect()
    };
    chosen(outlook("scenario"), options, value, move |slug| {
        store.run(command::outlook("scenario", move |outlook| outlook.scenario = slug));
        store.seal();
    })
}

/// The last year looked at.
#[component]
fn Horizon(years: Memo<Years>) -> impl IntoView {
    let store = ProjectStore::expect();
    let now = Memo::new(move |last: Option<&(u16, u16)>| {
        let said = store.with(|project| project.outlook.until);
        let ran = years.with(|years| {
            let ran = years.ran()?;
            Some((ran.settings.until, ran.path.end().unwrap_or(LAST_YEAR)))
        });
        let (until, end) = ran.or(last.copied()).unwrap_or((HORIZONS[1], LAST_YEAR));
        (said.unwrap_or(until), end)
    });
    let value = Memo::new(move |_| year_text(now.get().0));
    let options = move || {
        let (until, end) = now.get();
        let mut offered: Vec<u16> = HORIZONS.into_iter().filter(|year| *year <= end).collect();
        offered.push(until);
        offered.sort_unstable();
        offered.dedup();
        offered.into_iter().map(|year| Choice::new(year_text(year), year_text(year))).collect()
    };
    chosen(outlook("until"), options, value, move |year: String| {
        store.run(command::outlook("until", move |outlook| outlook.until = year.parse().ok()));
        store.seal();
    })
}

/// One target.
#[component]
fn TargetItem(
    /// Its place.
    at: usize,
) -> impl IntoView {
    let (i18n, store) = (use_i18n(), ProjectStore::expect());
    let field = move |name| origin::Field::new("target", at, name);
    let list = Targets;
    let name = Signal::derive(move || i18n.tf(k::AHEAD_TARGET_N, [("n", &i18n.format().count(at + 1))]));
    // What an earlier year emitted is asked for only where that year is not the one of the bills.
    let earlier = store.memo(move |project| {
        let target = project.outlook.targets.get(at)?;
        (target.base_year? != project.site.year?).then_some(target.kind)
    });
    let base = move |kind: TargetKind| {
        let value = store.memo(move |project| project.outlook.targets.get(at).and_then(|row| row.base));
        let command = move |v: Option<f64>| list::edit(list, at, "base", move |row| row.base = v);
        let hint = move || match kind {
            TargetKind::Absolute => i18n.unit("t_co2e"),
            TargetKind::Intensity => i18n.t(k::AHEAD_BASE_UNIT).to_owned(),
        };
        view! {
            <Figure at=field("base") holds=Signal::stored(Holds::Number) value command hint=Signal::derive(hint) />
        }
    };
    view! {
        <Item id=format!("at-target-{at}-0") name on_delete=delete(list, at)>
            <div class="lt-fields">
                {choice(list, at, field("kind"), move || kinds(i18n), |row| kind_slug(row.kind).to_owned(), |row, slug| {
                    row.kind = if slug == "intensity" { TargetKind::Intensity } else { TargetKind::Absolute };
                })}
                {row_figure!(list, at, field, reduction, Holds::Percent)}
                {year_of(at, "year", |row| row.year, |row, year| row.year = year)}
                {year_of(at, "base_year", |row| row.base_year, |row, year| row.base_year = year)}
                {move || earlier.get().map(base)}
            </div>
        </Item>
    }
}

fn year_of(
    at: usize,
    name: &'static str,
    get: fn(&Target) -> Option<u16>,
    set: fn(&mut Target, Option<u16>),
) -> AnyView {
    let store = ProjectStore::expect();
    let value = store.memo(move |project| project.outlook.targets.get(at).and_then(get).map(f64::from));
    let command = move |v: Option<f64>| list::edit(Targets, at, name, move |row| set(row, year(v)));
    let field = origin::Field::new("target", at, name);
    view! { <Figure at=field holds=Signal::stored(Holds::Year) value command /> }.into_any()
}

fn kind_slug(kind: TargetKind) -> &'static str {
    match kind {
        TargetKind::Absolute => "absolute",
        TargetKind::Intensity => "intensity",
    }
}

fn kinds(i18n: I18n) -> Vec<Choice> {
    [("absolute", k::AHEAD_ABSOLUTE), ("intensity", k::AHEAD_INTENSITY)]
        .map(|(slug, key)| Choice::new(slug, i18n.t(key)))
        .to_vec()
}

/// The first year of each upgrade of the plan.
#[component]
fn Starts() -> impl IntoView {
    let (i18n, answers) = (use_i18n(), Answers::expect());
    let counted = answers.memo(|answer| {
        let outcome = answer.outcome.as_ref();
        outcome.map(|o| o.counted().map(|m| m.id).collect::<Vec<_>>()).unwrap_or_default()
    });
    view! {
        <Show when=move || counted.with(|counted| !counted.is_empty())>
            <h3>{move || i18n.t(k::AHEAD_STARTS)}</h3>
            <p class="lt-remark">{move || i18n.t(k::AHEAD_STARTS_HINT)}</p>
            <div class="lt-fields">
                <For each=move || counted.get() key=|id| *id let(id)>
                    <Start id />
                </For>
            </div>
        </Show>
    }
}

#[component]
fn Start(id: MeasureId) -> impl IntoView {
    let (i18n, store) = (use_i18n(), ProjectStore::expect());
    let said = move |project: &Project| {
        let choice = project.plan().measures.iter().find(|choice| choice.measure == id.slug())?;
        choice.start.map(f64::from)
    };
    let value = store.memo(said);
    let place = CATALOGUE.iter().position(|known| *known == id).unwrap_or_default();
    let command = move |value: Option<f64>| set_start(id.slug(), year(value));
    let label = Signal::derive(move || i18n.name("measure", id.slug()));
    let field = origin::Field::new("measure", place, "start");
    view! { <Figure at=field holds=Signal::stored(Holds::Year) value command label=label /> }
}

/// What stops the years, as a list.
pub fn stopped(i18n: I18n, project: &Project, years: &Years) -> Vec<(origin::Field, String)> {
    match years {
        Years::Stopped(problems) => {
            let line = |problem: &lantian_engine::notice::Problem| {
                (problem.field, wording::problem(i18n, project, problem))
            };
            problems.iter().map(line).collect()
        }
        _ => Vec::new(),
    }
}
