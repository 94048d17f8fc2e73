//! The sections of the report as texts, on small plants worked out by hand and on a worked case.

use super::digest::Digest;
use super::facts::Facts;
use super::{actions, activity, ahead, assumptions, cash, plan, results, shares, summary};
use crate::features::naming::currency_of;
use crate::features::why::slot_source;
use crate::i18n::{Lang, Texts, bundled, provide_i18n};
use crate::state::{Answers, ProjectStore};
use crate::ui::{RowKind, Table};
use lantian_engine::assess::{Depth, assess};
use lantian_engine::data::SourceId;
use lantian_engine::metric::Metric;
use lantian_engine::project::{
    Bill, FinanceInput, MeasureChoice, Period, Project, ReadingKind, Site, Target, from_json,
};
use leptos::prelude::Owner;

const CASES: [&str; 4] = [
    include_str!("../../../cases/dyeing_mill.json"),
    include_str!("../../../cases/electroplating.json"),
    include_str!("../../../cases/hk_hotel.json"),
    include_str!("../../../cases/plastics.json"),
];

fn case(place: usize) -> Project {
    from_json(CASES[place]).unwrap()
}

/// A factory in Guangdong on electricity and gas.
fn small() -> Project {
    let bill = |carrier: &str, unit: &str| Bill {
        carrier: carrier.to_owned(),
        unit: unit.to_owned(),
        ..Bill::default()
    };
    Project {
        site: Site {
            sector: "plastics".to_owned(),
            region: "cn_guangdong".to_owned(),
            year: Some(2025),
            ..Site::default()
        },
        bills: vec![
            Bill { amount: Some(1_000_000.0), price: Some(0.7125), ..bill("electricity", "kwh") },
            Bill {
                kind: ReadingKind::Money,
                amount: Some(21_000.0),
                price: Some(4.2),
                period: Period::Month,
                ..bill("natural_gas", "m3")
            },
        ],
        finance: FinanceInput { currency: "cny".to_owned(), ..FinanceInput::default() },
        ..Project::new()
    }
}

fn choose(project: &mut Project, measures: &[&str]) {
    let choice =
        |slug: &&str| MeasureChoice { measure: (*slug).to_owned(), on: true, ..MeasureChoice::default() };
    project.plans[0].measures = measures.iter().map(choice).collect();
}

fn with<T>(lang: Lang, project: &Project, read: impl FnOnce(&Facts<'_>) -> T) -> T {
    let owner = Owner::new();
    owner.set();
    let i18n = provide_i18n(Texts::parse(lang, bundled(lang)).unwrap());
    let assessment = assess(project, Depth::Full);
    assert_eq!(assessment.problems, []);
    let outcome = assessment.outcome.as_ref().unwrap();
    read(&Facts { i18n, project, notices: &assessment.notices, outcome, currency: currency_of(project) })
}

fn text(table: &Table, row: usize, column: usize) -> &str {
    &table.rows[row].cells[column].text
}

fn number(text: &str) -> f64 {
    text.replace(',', "").replace('−', "-").parse().unwrap_or_else(|_| panic!("{text} is no number"))
}

/// Everything a table says.
fn words(table: &Table) -> String {
    let cells = table.rows.iter().flat_map(|row| &row.cells).map(|cell| cell.text.as_str());
    let head = table.columns.iter().map(|column| column.label.as_str());
    head.chain(cells).collect::<Vec<_>>().join("\n") + &table.caption
}

#[test]
fn bills_stand_as_entered_with_what_they_are_in_a_year() {
    with(Lang::En, &small(), |facts| {
        let table = activity::bills(facts);
        assert_eq!(text(&table, 0, 1), "1,000,000\u{a0}kWh · per year");
        // What was entered is not rounded.
        assert_eq!(text(&table, 0, 2), "RMB\u{a0}0.7125/kWh");
        // One kilowatt-hour is 3.6 MJ.
        assert_eq!(text(&table, 0, 4), "3,600");
        // 21,000 a month ÷ 4.20 × 12 months.
        assert_eq!(text(&table, 1, 3), "60,000\u{a0}m³");
        assert_eq!((text(&table, 0, 5), text(&table, 1, 5)), ("bill", "amount paid ÷ unit price"));
    });
}

#[test]
fn a_price_that_was_not_entered_is_marked() {
    let mut project = small();
    project.bills[0].price = None;
    with(Lang::En, &project, |facts| {
        let table = activity::bills(facts);
        assert!(text(&table, 0, 2).ends_with("/kWh (default)"), "{}", text(&table, 0, 2));
    });
}

#[test]
fn what_is_not_known_is_not_given_a_number() {
    let mut project = small();
    project.site.sector = "textile_dyeing".to_owned();
    (project.site.output, project.site.output_unit) = (Some(1000.0), "t".to_owned());
    project.bills[0] = Bill { kind: ReadingKind::Unknown, amount: None, ..project.bills[0].clone() };
    with(Lang::En, &project, |facts| {
        let table = activity::bills(facts);
        assert_eq!((text(&table, 0, 1), text(&table, 0, 5)), ("not known", "estimated"));
    });
}

#[test]
fn small_masses_are_told_in_kilograms() {
    with(Lang::En, &small(), |facts| {
        let table = results::air(facts);
        let row =
            table.rows.iter().find(|row| row.cells[0].text.starts_with("Nitrogen oxides (NOx)")).unwrap();
        let kg = facts.outcome.before.totals[Metric::Nox];
        assert!(kg > 0.0 && kg < 1000.0, "{kg}");
        assert_eq!(row.cells[1].text, "kg");
        assert!((number(&row.cells[2].text) - kg).abs() <= 0.005 * kg);
    });
}

#[test]
fn the_shares_of_the_upgrades_add_up_to_the_plan() {
    for place in 0..CASES.len() {
        with(Lang::En, &case(place), |facts| {
            let table = plan::measures(facts);
            let (total, lines) = table.rows.split_last().unwrap();
            assert_eq!(total.kind, RowKind::Total);
            assert!(lines.len() > 4, "{} upgrades", lines.len());
            for column in [1, 3, 4] {
                let sum: f64 = lines.iter().map(|row| number(&row.cells[column].text)).sum();
                let whole = number(&total.cells[column].text);
                // Each line is rounded by at most half a unit.
                let rounding = 0.5 * (lines.len() + 1) as f64;
                assert!((sum - whole).abs() <= rounding, "column {column}: {sum} is not {whole}");
            }
        });
    }
}

#[test]
fn the_waterfall_starts_today_and_ends_at_the_plan() {
    with(Lang::En, &case(0), |facts| {
        let data = shares::steps(facts);
        let steps: f64 = data.steps.iter().map(|step| step.value).sum();
        assert!((data.start.value + steps - data.end.value).abs() < 1e-6 * data.start.value);
        assert!(data.steps.is_sorted_by(|one, other| one.value <= other.value));
    });
}

#[test]
fn the_cash_flow_ends_at_the_net_present_value() {
    with(Lang::En, &case(0), |facts| {
        let table = cash::flows(facts);
        // Ten years and today.
        assert_eq!(table.rows.len(), 11);
        let last = table.rows.last().unwrap();
        assert!((number(&last.cells[4].text) - facts.outcome.appraisal.npv).abs() <= 1.0);
        let flows: f64 = table.rows.iter().map(|row| number(&row.cells[1].text)).sum();
        assert!((number(&last.cells[2].text) - flows).abs() <= 6.0);
    });
}

#[test]
fn ticked_upgrades_that_do_not_fit_are_named_with_the_reason() {
    let mut project = small();
    choose(&mut project, &["lighting_led", "stenter_heat_recovery"]);
    with(Lang::En, &project, |facts| {
        let texts = plan::left_out(facts);
        assert_eq!(texts.len(), 1);
        assert!(texts[0].starts_with("Ticked, but not in the plan: Stenter"), "{}", texts[0]);
    });
}

#[test]
fn a_report_without_a_plan_says_so() {
    with(Lang::En, &small(), |facts| {
        assert_eq!(summary::emissions(facts), "No upgrade is chosen, so nothing changes yet.");
        assert!(summary::money(facts).iter().all(String::is_empty) && plan::measures(facts).rows.is_empty());
        assert!(cash::other_prices(facts).is_none());
        assert!(cash::curves(facts).curves.is_empty() && actions::first_steps(facts).is_empty());
    });
}

/// An engine burns gas on site for power that was bought: nitrogen oxides rise, and the summary hides nothing.
#[test]
fn the_summary_names_what_gets_worse() {
    let mut project = case(0);
    choose(&mut project, &["chp"]);
    with(Lang::En, &project, |facts| {
        let totals = (facts.outcome.before.totals[Metric::Nox], facts.outcome.after.totals[Metric::Nox]);
        assert!(totals.1 > 1.01 * totals.0, "{totals:?}");
        let last = summary::beside(facts).pop().unwrap();
        assert!(last.contains("on-site NOx rises"), "{last}");
    });
}

#[test]
fn terms_tell_what_was_entered() {
    let mut project = small();
    project.finance.discount_rate = Some(6.5);
    with(Lang::En, &project, |facts| {
        let table = assumptions::terms(facts);
        assert_eq!((text(&table, 0, 1), text(&table, 0, 2)), ("6.5%", "entered"));
        assert_eq!((text(&table, 1, 1), text(&table, 1, 2)), ("10\u{a0}years", "default"));
    });
}

#[test]
fn the_fastest_upgrades_come_first() {
    with(Lang::En, &case(0), |facts| {
        let first = actions::first_steps(facts);
        assert_eq!(first.len(), 3);
        assert!(first[0].contains("Reduce system pressure"), "{first:?}");
        assert!(actions::quotations(facts)[0].contains("Rooftop solar"), "{:?}", actions::quotations(facts));
    });
}

#[test]
fn the_register_holds_the_grid_factor_and_the_costs_of_the_plan() {
    let owner = Owner::new();
    owner.set();
    let store = ProjectStore::new(case(0));
    let answers = Answers::new(store);
    answers.finish();
    let digest = Digest::new(answers.get_untracked()).unwrap();
    let outcome = digest.outcome().unwrap();
    let plant = &outcome.model.lowered.plant;
    let grid = plant.supplies[plant.electricity].co2;
    assert!(digest.register.factors.contains(&grid));
    assert_eq!(slot_source(outcome, grid), Some(SourceId::Mee2023));
    assert!(digest.register.unverified > 0 && digest.register.unverified < digest.register.factors.len());
    for (entry, measure) in outcome.model.lowered.measures.iter().zip(&outcome.measures) {
        let cost = digest.register.factors.contains(&entry.unit_cost);
        // A factor counts once, so the same slot may stand for another measure's; costs are their own.
        assert_eq!(cost, measure.counted && entry.quote.is_none(), "{}", measure.id.slug());
    }
    assert!(digest.of_plan && !digest.levers.is_empty());
    let strengths: Vec<f64> = digest.levers.iter().map(|lever| lever.effect.abs()).collect();
    assert!(strengths.is_sorted_by(|one, other| one >= other));
}

#[test]
fn the_report_never_addresses_its_reader() {
    for lang in [Lang::ZhHant, Lang::ZhHans] {
        for place in 0..CASES.len() {
            with(lang, &case(place), |facts| {
                let tables = [
                    activity::bills(facts),
                    activity::others(facts),
                    results::gases(facts),
                    results::air(facts),
                    results::energy(facts),
                    results::carriers(facts),
                    plan::measures(facts),
                    cash::headline(facts),
                    assumptions::terms(facts),
                ];
                let mut all: Vec<String> = tables.iter().map(words).collect();
                let (finding, table) = cash::other_prices(facts).unwrap();
                all.extend([finding, words(&table)]);
                all.push(summary::baseline(facts));
                all.push(summary::emissions(facts));
                all.extend(summary::money(facts));
                all.extend(assumptions::assumed(facts));
                all.extend(actions::first_steps(facts));
                for text in all {
                    assert!(!text.contains(['你', '您', '貴', '贵']), "{text}");
                }
            });
        }
    }
    with(Lang::ZhHant, &case(2), |facts| assert!(summary::baseline(facts).starts_with("本酒店")));
    with(Lang::ZhHans, &case(0), |facts| assert!(summary::baseline(facts).starts_with("本厂")));
}

#[test]
fn targets_stand_with_the_plan_and_without() {
    let mut project = small();
    choose(&mut project, &["lighting_led"]);
    project.outlook.scenario = "frozen".to_owned();
    project.outlook.targets = vec![Target { reduction: Some(50.0), year: Some(2030), ..Target::default() }];
    project.plans[0].measures[0].start = Some(2028);
    let (found, before, after) = with(Lang::En, &project, |facts| {
        let found = ahead::ahead(facts).unwrap();
        (found, facts.outcome.before.totals[Metric::Co2e], facts.outcome.after.totals[Metric::Co2e])
    });
    let targets = found.targets.unwrap();
    let near = |row, column, want: f64| {
        let have = number(text(&targets, row, column).trim_start_matches('+'));
        assert!((have - want).abs() <= 0.5, "{have} is not {want}");
    };
    // Half of today is the level; without the plan the gap is the other half.
    near(0, 2, before / 2.0);
    near(0, 3, before / 2.0);
    near(1, 3, after - before / 2.0);
    // Five years of today without it; two with it and then three of the plan.
    near(0, 6, 5.0 * before);
    near(1, 6, 2.0 * before + 3.0 * after);
    let starts = found.starts.unwrap();
    assert_eq!(text(&starts, 0, 1), "2028");
    assert_eq!(found.years.rows.len(), 11);
}
