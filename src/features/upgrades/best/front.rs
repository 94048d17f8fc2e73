//! The front in words: finding, chart, table. Pure.

use super::search::Stage;
use crate::charts::frontier::{Frontier, Point as Mark};
use crate::features::naming::{MetricText, short_key};
use crate::features::results::counting::Counting;
use crate::i18n::{Currency, I18n, k};
use crate::ui::{Choice, Column, Row, Table};
use lantian_engine::assess::Outcome;
use lantian_engine::best::Point;
use lantian_engine::metric::Metric;
use lantian_engine::set::MeasureSet;

/// The front with its words.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Shown {
    pub title: String,
    pub caption: String,
    /// How much of it is known.
    pub known: &'static str,
    pub data: Frontier,
    pub table: Table,
    /// The points to choose from, by their place.
    pub choices: Vec<Choice>,
}

/// The part of the largest saving that is named.
const NAMED: f64 = 0.5;

/// The cheapest plan that reaches half of the largest saving.
pub fn usual(points: &[Point]) -> Option<&Point> {
    let most = points.last()?.best.worth;
    points.iter().find(|point| point.best.worth >= NAMED * most)
}

/// What is shown of a front of costs and CO2e saved.
pub fn shown(
    i18n: I18n,
    outcome: &Outcome,
    points: &[Point],
    picked: Option<MeasureSet>,
    stage: Stage,
    currency: Currency,
) -> Shown {
    let format = i18n.format();
    let saving = MetricText::new(i18n, Metric::Co2e, currency);
    let plan = outcome.before.totals.minus(&outcome.after.totals);
    let spent = outcome.appraisal.investment;
    let dearest = points.iter().fold(spent, |most, point| most.max(point.cost));
    let counting = Counting::new(MetricText::new(i18n, Metric::Cost, currency), dearest);
    let words = |cost: f64, worth: f64| {
        let (cost, saving) = (format.money_sentence(cost, currency), saving.value(worth));
        i18n.tf(k::BEST_FRONT_POINT, [("cost", &cost), ("saving", &saving)])
    };
    let named = usual(points).map(|point| point.best.plan);
    let last = points.last().map(|point| point.best.plan);
    let mark = |(place, point): (usize, &Point)| {
        let labelled = [named, last].contains(&Some(point.best.plan));
        Mark {
            cost: counting.value(point.cost),
            worth: saving.scaled(point.best.worth),
            label: if labelled { saving.value(point.best.worth) } else { String::new() },
            tip: words(point.cost, point.best.worth),
            key: place.to_string(),
        }
    };
    let own = Mark {
        cost: counting.value(spent),
        worth: saving.scaled(plan[Metric::Co2e]),
        label: i18n.t(k::CHART_PLAN).to_owned(),
        tip: words(spent, plan[Metric::Co2e]),
        key: String::new(),
    };
    let data = Frontier {
        points: points.iter().enumerate().map(mark).collect(),
        plan: outcome.measures.iter().any(|measure| measure.on).then_some(own),
        picked: points.iter().position(|point| Some(point.best.plan) == picked.or(named)),
    };
    let row = |point: &Point| {
        let upgrades = format.count(point.best.plan.iter().count());
        Row::new([counting.show(point.cost), saving.table(point.best.worth), upgrades])
    };
    let heading = |name: &str, unit: &str| i18n.tf(k::BEST_FRONT_HEADING, [("name", name), ("unit", unit)]);
    let caption =
        i18n.tf(k::BEST_FRONT_CAPTION, [("currency", counting.unit().as_str()), ("unit", &saving.unit())]);
    let table = Table {
        caption: caption.clone(),
        columns: vec![
            Column::number(heading(i18n.t(k::FINANCE_IMPLEMENTATION_COST), &counting.unit())),
            Column::number(heading(i18n.t(short_key(Metric::Co2e)), &saving.unit())),
            Column::number(i18n.t(k::BEST_FRONT_UPGRADES)),
        ],
        rows: points.iter().map(row).collect(),
    };
    let choice =
        |(place, point): (usize, &Point)| Choice::new(place.to_string(), words(point.cost, point.best.worth));
    let complete = if stage == Stage::Done { k::BEST_FRONT_COMPLETE } else { k::BEST_FRONT_PARTIAL };
    Shown {
        title: title(i18n, points, currency),
        caption,
        known: i18n.t(complete),
        data,
        table,
        choices: points.iter().enumerate().map(choice).collect(),
    }
}

fn title(i18n: I18n, points: &[Point], currency: Currency) -> String {
    let format = i18n.format();
    let (Some(named), Some(last)) = (usual(points), points.last()) else { return String::new() };
    if last.best.worth <= 0.0 {
        return i18n.t(k::BEST_FRONT_NONE).to_owned();
    }
    if named == last || last.cost <= 0.0 {
        let saving = MetricText::new(i18n, Metric::Co2e, currency).value(last.best.worth);
        let cost = format.money_sentence(last.cost, currency);
        return i18n.tf(k::BEST_FRONT_FLAT, [("saving", &saving), ("cost", &cost)]);
    }
    let part = format.share(named.best.worth / last.best.worth);
    let share = format.share(named.cost / last.cost);
    i18n.tf(k::BEST_FRONT_FINDING, [("part", &part), ("share", &share)])
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;
    use crate::charts::{Size, faults, frontier};
    use crate::features::results::counting::tick;
    use crate::i18n::{Lang, Texts, bundled, provide_i18n};
    use lantian_engine::assess::{Depth, assess};
    use lantian_engine::best::{Ask, Front, Goal, Part};
    use lantian_engine::measures::CATALOGUE;
    use lantian_engine::project::from_json;
    use leptos::prelude::Owner;

    #[test]
    fn every_label_is_whole_and_apart_in_every_language() {
        let project = from_json(include_str!("../../../../cases/plastics.json")).unwrap();
        let outcome = assess(&project, Depth::Quick).outcome.unwrap();
        let few = CATALOGUE.iter().copied().enumerate().filter(|(place, _)| place % 5 != 0);
        let ask = Ask {
            goal: Goal::Saving(Metric::Co2e),
            budget: None,
            payback: None,
            required: Vec::new(),
            forbidden: few.map(|(_, id)| id).collect(),
        };
        let mut front = Front::new(&outcome.model, &ask, Part::WHOLE).unwrap();
        while !front.advance(1000) {}
        for lang in [Lang::ZhHant, Lang::ZhHans, Lang::En] {
            let owner = Owner::new();
            owner.set();
            let i18n = provide_i18n(Texts::parse(lang, bundled(lang)).unwrap());
            let shown = shown(i18n, &outcome, front.points(), None, Stage::Done, Currency::Hkd);
            assert_eq!(shown.table.rows.len(), front.points().len());
            let ticks = move |value: f64, step: f64| tick(i18n, value, step);
            for width in [298.0, 400.0, 640.0, 860.0] {
                let scene = frontier::layout(&shown.data, &ticks, &ticks, Size::wide(width));
                assert_eq!(faults(&scene), Vec::<String>::new(), "{lang:?} {width}");
            }
        }
    }
}
