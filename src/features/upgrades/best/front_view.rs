//! The front of cost and CO2e saved: chart, table, and any of its plans with the way to take it over.

use super::found::PlanView;
use super::front::{shown, usual};
use super::search::{BestSearch, Known};
use super::words::plan_of;
use crate::charts::{ChartFrame, frontier};
use crate::features::naming::currency_of;
use crate::features::results::counting::tick;
use crate::i18n::{k, use_i18n};
use crate::state::{Answers, ProjectStore};
use crate::ui::{Field, Select};
use lantian_engine::best::Point;
use leptos::prelude::*;

/// The front, as far as it is known.
#[component]
pub fn FrontView() -> impl IntoView {
    let (i18n, answers, store) = (use_i18n(), Answers::expect(), ProjectStore::expect());
    let search = BestSearch::expect();
    let points = Memo::new(move |_| {
        search.found.with(|found| match found.as_ref().map(|found| &found.known) {
            Some(Known::Front(points)) => points.clone(),
            _ => Vec::<Point>::new(),
        })
    });
    let picture = Memo::new(move |_| {
        let (currency, stage, picked) = (store.with(currency_of), search.stage.get(), search.picked.get());
        let draw = |outcome: &_| points.with(|points| shown(i18n, outcome, points, picked, stage, currency));
        answers.with(|answer| answer.outcome.as_ref().map(draw)).unwrap_or_default()
    });
    let pick = move |key: String| {
        let point =
            key.parse::<usize>().ok().and_then(|place| points.with_untracked(|p| p.get(place).cloned()));
        if let Some(point) = point {
            search.picked.set(Some(point.best.plan));
        }
    };
    let plan = Memo::new(move |_| {
        let (currency, picked) = (store.with(currency_of), search.picked.get());
        let set = picked.or_else(|| points.with(|points| usual(points).map(|point| point.best.plan)))?;
        let goal = search.found.with(|found| found.as_ref().map(|found| found.goal))?;
        let finding = i18n.t(k::BEST_FRONT_PROVEN).to_owned();
        answers.with(|answer| {
            answer.outcome.as_ref().map(|outcome| plan_of(i18n, outcome, finding, set, goal, currency))
        })
    });
    let chosen = move || picture.with(|p| p.data.picked.map(|place| place.to_string()).unwrap_or_default());
    view! {
        <ChartFrame
            title=move || picture.with(|p| p.title.clone())
            caption=move || picture.with(|p| p.caption.clone())
            kind=move || i18n.tf(k::CHART_KIND, [("kind", i18n.t(k::BEST_FRONT_KIND))])
            table_label=move || i18n.t(k::ACT_SHOW_TABLE)
            draw=move |size| {
                let ticks = move |value: f64, step: f64| tick(i18n, value, step);
                picture.with(|p| frontier::layout(&p.data, &ticks, &ticks, size))
            }
            table=Signal::derive(move || picture.with(|p| p.table.clone()))
            on_pick=pick
        />
        <p class="lt-best__effort">{move || picture.with(|p| p.known)}</p>
        <Field label=move || i18n.t(k::BEST_FRONT_CHOOSE)>
            <Select
                value=Signal::derive(chosen)
                options=Signal::derive(move || picture.with(|p| p.choices.clone()))
                on_change=pick
            />
        </Field>
        {move || plan.get().map(|plan| view! { <PlanView plan /> })}
    }
}
