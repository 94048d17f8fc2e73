//! Every chart of every worked case in every language: no text is cut, leaves the drawing or touches another.

use super::ahead::Years;
use super::counting::tick;
use super::parts::Division;
use super::shares::Count;
use super::{cash, compare, energy_flow, shares};
use crate::charts::{
    Scene, Size, ahead as years_ahead, before_after, cashflow, faults, pollutants, sankey, waterfall,
};
use crate::features::naming::{MetricText, currency_of};
use crate::i18n::{I18n, Lang, Texts, bundled, provide_i18n};
use lantian_engine::assess::{Depth, Outcome, assess};
use lantian_engine::metric::Metric;
use lantian_engine::project::{Project, Target, TargetKind, from_json};
use leptos::prelude::Owner;

const CASES: [&str; 4] = [
    include_str!("../../../cases/dyeing_mill.json"),
    include_str!("../../../cases/electroplating.json"),
    include_str!("../../../cases/hk_hotel.json"),
    include_str!("../../../cases/plastics.json"),
];

/// Inside of a card at 360 px, of half a card and of a whole one at 768 and at 1280 px, and the paper.
const WIDTHS: [f64; 5] = [298.0, 400.0, 640.0, 690.0, 860.0];

/// The years ahead with and without a plan and targets, near and far.
fn ahead(project: &Project) -> Vec<(&'static str, Years)> {
    let mut far = project.clone();
    far.outlook.until = Some(2050);
    far.outlook.output_growth = Some(4.0);
    let target = |kind, reduction, year| Target {
        kind,
        reduction: Some(reduction),
        year: Some(year),
        ..Target::default()
    };
    far.outlook.targets =
        vec![target(TargetKind::Absolute, 42.0, 2035), target(TargetKind::Intensity, 80.0, 2050)];
    let mut bare = project.clone();
    bare.plans.clear();
    [("near", project.clone()), ("far", far), ("bare", bare)]
        .map(|(name, project)| {
            let outcome = assess(&project, Depth::Quick).outcome.unwrap();
            (name, super::ahead::years(&project, &outcome))
        })
        .to_vec()
}

fn scenes(i18n: I18n, project: &Project, outcome: &Outcome, size: Size) -> Vec<(String, Scene)> {
    let currency = currency_of(project);
    let ticks = move |value: f64, step: f64| tick(i18n, value, step);
    let mut scenes = Vec::new();
    for metric in [Metric::Co2e, Metric::Cost, Metric::Nox] {
        for count in [Count::InPlan, Count::Alone] {
            let shown = shares::waterfall(MetricText::new(i18n, metric, currency), outcome, count);
            scenes.push((format!("{metric:?} {count:?}"), waterfall::layout(&shown.data, &ticks, size)));
        }
    }
    for division in Division::ALL {
        let shown = compare::emissions(i18n, outcome, division, currency);
        scenes.push((division.slug().to_owned(), before_after::layout(&shown.data, size)));
    }
    let costs = compare::costs(i18n, outcome, currency);
    scenes.push(("costs".to_owned(), before_after::layout(&costs.data, size)));
    if let Some(air) = compare::pollutants(i18n, outcome, currency) {
        scenes.push(("air".to_owned(), pollutants::layout(&air.data, size)));
    }
    for after in [false, true] {
        let shown = energy_flow::chart(i18n, outcome, after, currency);
        scenes.push((format!("energy {after}"), sankey::layout(&shown.data, size)));
    }
    let money = cash::chart(i18n, outcome, currency).0;
    for (name, years) in ahead(project) {
        let shown = super::ahead::shown(i18n, years.ran().unwrap());
        let year = |value: f64, _: f64| format!("{value:.0}");
        scenes.push((name.to_owned(), years_ahead::layout(&shown.data, &ticks, &year, size)));
    }
    scenes.push(("cash".to_owned(), cashflow::layout(&money.data, &ticks, &ticks, size)));
    scenes
}

#[test]
fn every_label_is_whole_and_apart() {
    let mut found = Vec::new();
    for lang in [Lang::ZhHant, Lang::ZhHans, Lang::En] {
        let owner = Owner::new();
        owner.set();
        let i18n = provide_i18n(Texts::parse(lang, bundled(lang)).unwrap());
        for (place, case) in CASES.iter().enumerate() {
            let project = from_json(case).unwrap();
            let outcome = assess(&project, Depth::Full).outcome.unwrap();
            for width in WIDTHS {
                for (name, scene) in scenes(i18n, &project, &outcome, Size::wide(width)) {
                    assert!(!scene.marks.is_empty(), "{name}");
                    found.extend(
                        faults(&scene)
                            .iter()
                            .map(|fault| format!("{lang:?} case {place} {width} {name}: {fault}")),
                    );
                }
            }
        }
    }
    assert!(found.is_empty(), "{} faults:\n{}", found.len(), found.join("\n"));
}
