//! The sentences of real outcomes, and of outcomes bent to the edge cases.

use super::*;
use crate::features::results::sample::{english, mill, outcome};
use lantian_engine::finance::Payback;

fn text(pieces: &[Piece]) -> String {
    let word = |piece: &Piece| match piece {
        Piece::Words(text) => text.clone(),
        Piece::Figure(figure) => figure.text.clone(),
    };
    pieces.iter().map(word).collect()
}

fn subjects(pieces: &[Piece]) -> Vec<Subject> {
    let subject = |piece: &Piece| match piece {
        Piece::Words(_) => None,
        Piece::Figure(figure) => Some(figure.subject),
    };
    pieces.iter().filter_map(subject).collect()
}

#[test]
fn a_saving_plan_is_told_with_its_figures() {
    let (_owner, i18n) = english();
    let outcome = outcome(&mill(&["lighting_led", "boiler_condensate_return"]));
    let words = words(i18n, &outcome, "textile_dyeing", Currency::Cny);
    assert!(
        words.plain.starts_with("The plan cuts ") && words.plain.contains("pays back in"),
        "{}",
        words.plain
    );
    assert_eq!(text(&words.heading), words.plain);
    let saving = Subject::Figure { metric: Metric::Co2e, case: Case::Saving };
    let payback = Subject::Money { measure: None, figure: MoneyFigure::Payback };
    assert_eq!(subjects(&words.heading), [saving, payback]);
    let lead = text(&words.lead);
    assert!(lead.contains("It saves RMB") && lead.contains("of work"), "{lead}");
    assert!(!lead.contains(".."), "{lead}");
}

#[test]
fn paper_says_what_the_page_says() {
    let (_owner, i18n) = english();
    let outcome = outcome(&mill(&["lighting_led", "chp"]));
    let words = words(i18n, &outcome, "textile_dyeing", Currency::Cny);
    let told = told(i18n, &outcome, Currency::Cny);
    assert_eq!(text(&words.heading), told.emissions);
    assert_eq!(text(&words.lead), format!("{} {} {}", told.money, told.worth, told.worse));
}

#[test]
fn without_a_plan_today_is_told() {
    let (_owner, i18n) = english();
    let outcome = outcome(&mill(&[]));
    let words = words(i18n, &outcome, "textile_dyeing", Currency::Cny);
    assert!(words.plain.starts_with("Today your plant emits "), "{}", words.plain);
    let before = |metric| Subject::Figure { metric, case: Case::Before };
    assert_eq!(subjects(&words.heading), [before(Metric::Co2e)]);
    assert_eq!(subjects(&words.lead), [before(Metric::CoalEquivalent), before(Metric::Cost)]);
}

#[test]
fn every_edge_has_its_own_words() {
    let (_owner, i18n) = english();
    let good = outcome(&mill(&["lighting_led"]));
    let told = |bend: &dyn Fn(&mut Outcome)| {
        let mut bent = good.clone();
        bend(&mut bent);
        let words = words(i18n, &bent, "textile_dyeing", Currency::Hkd);
        let plain = |text: &str| text.replace('\u{a0}', " ");
        (plain(&words.plain), plain(&text(&words.lead)))
    };
    let (rises, _) = told(&|o| o.after.totals[Metric::Co2e] = o.before.totals[Metric::Co2e] + 120.0);
    assert_eq!(rises, "The plan adds 120 t CO₂e a year.");
    let (small, _) = told(&|o| o.after.totals[Metric::Co2e] = o.before.totals[Metric::Co2e] - 0.7);
    assert_eq!(small, "The plan changes emissions by less than 1 t CO₂e a year.");
    let (never, money) = told(&|o| {
        o.appraisal.simple_payback = Payback::CostRises;
        o.appraisal.yearly_saving = -3.1e6;
        o.appraisal.npv = -5e6;
    });
    assert!(never.contains("costs HK$3.1 million more a year, so it never pays back"), "{never}");
    assert!(
        money.contains("HK$3.1 million more a year") && money.contains("it costs HK$5 million"),
        "{money}"
    );
    let (free, money) = told(&|o| o.appraisal.simple_payback = Payback::NoCost);
    assert!(free.contains("costs nothing and saves from the first day"), "{free}");
    assert!(money.contains("costs nothing to carry out"), "{money}");
    let (none, money) = told(&|o| o.appraisal.simple_payback = Payback::NoSaving);
    assert!(none.contains("saves no money") && money.contains("saves no money"), "{none} {money}");
    let (long, _) = told(&|o| o.appraisal.simple_payback = Payback::BeyondLife(40.0));
    assert!(long.contains("does not pay back within its"), "{long}");
    let (_, worse) = told(&|o| o.after.totals[Metric::Nox] = o.before.totals[Metric::Nox] * 1.04);
    assert!(worse.contains("on-site NOx rises 4%"), "{worse}");
}
