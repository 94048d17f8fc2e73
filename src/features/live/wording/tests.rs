//! What the engine has to tell, as people read it.

use super::*;
use crate::features::cases::list::find;
use crate::i18n::{Lang, Texts, bundled, provide_i18n};
use lantian_engine::assess::{Depth, assess};
use lantian_engine::project::{Bill, MeasureChoice, ReadingKind};
use leptos::prelude::Owner;
use std::collections::BTreeSet;

/// Everything told about a project, by the key of its kind.
fn told(lang: Lang, project: &Project) -> Vec<(&'static str, String)> {
    let owner = Owner::new();
    owner.set();
    let i18n = provide_i18n(Texts::parse(lang, bundled(lang)).unwrap());
    let answer = assess(project, Depth::Quick);
    let full = answer.outcome.as_ref().map_or(project, |outcome| &outcome.model.lowered.project);
    let problems = answer.problems.iter().map(|p| (p.kind.slug(), problem(i18n, project, p)));
    let notices = answer.notices.iter().map(|n| (n.kind.slug(), notice(i18n, full, n)));
    problems.chain(notices).collect()
}

fn case(slug: &str) -> Project {
    find(slug).unwrap().project().unwrap()
}

fn mill(change: impl FnOnce(&mut Project)) -> Project {
    let mut project = case("dyeing_mill");
    change(&mut project);
    project
}

/// Projects that between them are told everything there is to tell.
fn samples() -> Vec<Project> {
    let on = |slug: &str| MeasureChoice { measure: slug.to_owned(), on: true, ..MeasureChoice::default() };
    let bill = |carrier: &str| Bill { carrier: carrier.to_owned(), ..Bill::default() };
    vec![
        mill(|p| {
            p.bills[1].price = None;
            p.bills[2].price = Some(400.0);
            p.electricity[0].kw = Some(165.0);
            p.fired[0].share = Some(84.0);
            p.heat[0].uses.iter_mut().for_each(|row| row.share = Some(0.0));
            let same = ["chiller_high_cop", "split_unit_replacement", "perpetual_motion"];
            p.plans[0].measures = same.map(on).to_vec();
        }),
        mill(|p| {
            p.heat[0].uses[0].share = Some(90.0);
            p.electricity.clear();
            p.bills[0].months.clear();
            p.bills.push(Bill { amount: Some(3.0), ..bill("kerosene") });
        }),
        mill(|p| {
            p.bills[0].months[2] = -1.0;
            p.bills[3].raw = Some("12,3O0".to_owned());
            p.bills[3].amount = None;
            p.bills.push(Bill { amount: Some(1.0), ..bill("diesel") });
            p.bills.push(Bill { amount: Some(1.0), unit: "m2".to_owned(), ..bill("lpg") });
            p.bills.push(Bill { amount: Some(1.0), kind: ReadingKind::Money, ..bill("kerosene") });
            p.vehicles[0].kind = "sledge".to_owned();
            p.heat[0].uses[0].share = None;
            p.heat[0].sources[0].stack_temperature = Some(40.0);
            p.heat[0].sources[0].air_temperature = Some(60.0);
            p.fired[0].share = Some(99.0);
        }),
        mill(|p| {
            p.heat[0].sources[0].stack_temperature = Some(900.0);
            p.heat[0].sources[0].oxygen = Some(18.9);
        }),
    ]
}

#[test]
fn everything_there_is_to_tell_reads_well_in_every_language() {
    for lang in Lang::ALL {
        let mut kinds = BTreeSet::new();
        for (kind, text) in samples().iter().flat_map(|project| told(lang, project)) {
            kinds.insert(kind);
            // Keys and units of the engine have underscores; a value that is missing leaves two spaces.
            let quoted = kind == "unknown_measure";
            assert!(quoted || !text.contains('_'), "{lang:?} {kind}: {text}");
            assert!(!text.contains(['{', '@']) && !text.contains("  "), "{lang:?} {kind}: {text}");
            let chinese = text.contains(|c| ('\u{4e00}'..='\u{9fff}').contains(&c));
            assert_eq!(chinese, lang != Lang::En, "{lang:?} {kind}: {text}");
        }
        let every = [
            "default_used",
            "estimated",
            "excluded",
            "factor_stand_in",
            "flue_below_air",
            "grid_year",
            "heat_unused",
            "list_scaled",
            "missing",
            "no_efficiency",
            "no_factor",
            "no_price",
            "not_a_number",
            "out_of_range",
            "price_default",
            "price_unusual",
            "repeated",
            "sector_split",
            "shares_above",
            "shares_scaled",
            "unit",
            "unknown",
            "unknown_measure",
        ];
        assert_eq!(kinds.into_iter().collect::<Vec<_>>(), every, "{lang:?}");
    }
}

#[test]
fn what_has_no_factor_says_what_is_left_out_and_why() {
    let expected = [
        (
            Lang::En,
            [
                "6 trucks, 10 t: PM10 left out, because no factor for this kind of vehicle is known; CO₂e is counted",
                "Forklifts: NOx, PM10, PM2.5, VOC and CO left out, because no factor for this kind of vehicle is \
             known; CO₂e is counted",
            ],
        ),
        (
            Lang::ZhHant,
            [
                "6 部 10 噸貨車：未計入 PM10，因為沒有這類車輛的系數；CO₂e 已計入",
                "鏟車：未計入 NOx、PM10、PM2.5、VOC 及 CO，因為沒有這類車輛的系數；CO₂e 已計入",
            ],
        ),
        (
            Lang::ZhHans,
            [
                "6 辆 10 吨货车：未计入 PM10，因为没有这类车辆的因子；CO₂e 已计入",
                "叉车：未计入 NOx、PM10、PM2.5、VOCs 和 CO，因为没有这类车辆的因子；CO₂e 已计入",
            ],
        ),
    ];
    for (lang, expected) in expected {
        let told = told(lang, &case("dyeing_mill")).into_iter();
        let texts: Vec<String> =
            told.filter(|(kind, _)| *kind == "no_factor").map(|(_, text)| text).collect();
        assert_eq!(texts, expected);
    }
}

#[test]
fn a_problem_is_not_buried_under_what_was_assumed() {
    // Without a list the sector's split stands in, with boilers that nobody entered.
    let told = told(
        Lang::En,
        &mill(|p| {
            p.heat.clear();
            p.electricity.clear();
            p.fired.clear();
            p.vehicles.clear();
            p.bills[0].months[2] = -1.0;
        }),
    );
    assert_eq!(told.iter().filter(|(kind, _)| *kind == "out_of_range").count(), 1);
    assert!(!told.iter().any(|(kind, _)| *kind == "default_used"), "{told:?}");
}
