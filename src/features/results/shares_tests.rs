//! Shares that add up, and the words about them.

use super::*;
use crate::features::results::sample::{english, mill, outcome};
use crate::i18n::Currency;
use crate::ui::RowKind;

const PLAN: [&str; 4] = ["lighting_led", "boiler_condensate_return", "steam_trap_repair", "solar_pv"];

fn saving(measure: MeasureId, value: f64) -> Saving {
    Saving { measure, value }
}

#[test]
fn the_leaders_are_named_by_their_part() {
    let [a, b, c] = [MeasureId::LightingLed, MeasureId::SolarPv, MeasureId::FanVsd];
    assert_eq!(leaders(&[]), Leaders::Nobody);
    assert_eq!(leaders(&[saving(a, -5.0)]), Leaders::Nobody);
    assert_eq!(leaders(&[saving(a, 5.0)]), Leaders::One(a, 1.0));
    assert_eq!(leaders(&[saving(a, 6.0), saving(b, 4.0)]), Leaders::One(a, 0.6));
    assert_eq!(leaders(&[saving(a, 4.0), saving(b, 3.0), saving(c, 3.0)]), Leaders::Two(a, b, 0.7));
    // With one that gets worse, the others cannot do more than all of it.
    assert_eq!(leaders(&[saving(a, 9.0), saving(b, 1.0), saving(c, -4.0)]), Leaders::One(a, 1.0));
}

#[test]
fn the_waterfall_closes_in_both_ways_of_counting() {
    let (_owner, i18n) = english();
    let outcome = outcome(&mill(&PLAN));
    for metric in SHOWN {
        for count in [Count::InPlan, Count::Alone] {
            let text = MetricText::new(i18n, metric, Currency::Cny);
            let shown = waterfall(text, &outcome, count);
            let end = shown.data.start.value + shown.data.steps.iter().map(|step| step.value).sum::<f64>();
            let off = (end - shown.data.end.value).abs();
            assert!(off <= 1e-4 * shown.data.start.value.abs(), "{metric:?} {count:?} is off by {off}");
        }
    }
}

#[test]
fn the_shares_in_the_plan_add_up_to_its_total() {
    let outcome = outcome(&mill(&PLAN));
    for metric in Metric::ALL.iter().copied() {
        let sum: f64 = savings(&outcome, metric, Count::InPlan).unwrap().iter().map(|s| s.value).sum();
        let saved = outcome.saving()[metric];
        assert!((sum - saved).abs() <= 1e-6 * outcome.before.totals[metric].abs().max(1.0), "{metric:?}");
    }
}

#[test]
fn while_shares_are_worked_out_nothing_jumps_and_nothing_is_claimed() {
    let (_owner, i18n) = english();
    let full = outcome(&mill(&PLAN));
    let mut quick = full.clone();
    for measure in &mut quick.measures {
        measure.share = None;
    }
    let text = MetricText::new(i18n, Metric::Co2e, Currency::Cny);
    let (before, now) = (waterfall(text, &full, Count::InPlan), waterfall(text, &quick, Count::InPlan));
    assert_eq!(now.data.steps.len(), before.data.steps.len());
    assert_eq!((&now.data.start, &now.data.end), (&before.data.start, &before.data.end));
    assert!(now.data.steps.iter().all(|step| step.text == "…" && step.key.is_empty()));
    let end = now.data.start.value + now.data.steps.iter().map(|step| step.value).sum::<f64>();
    assert!((end - now.data.end.value).abs() < 1e-6 * now.data.start.value);
    assert!(now.title.contains("falls by"), "{}", now.title);
    // The table keeps its rows as well.
    let table = measures_table(text, &quick).table;
    assert_eq!(table.rows.len(), PLAN.len() + 1);
    assert_eq!(table.rows[0].cells[1].text, "…");
}

#[test]
fn the_table_ends_with_the_plan() {
    let (_owner, i18n) = english();
    let outcome = outcome(&mill(&PLAN));
    let text = MetricText::new(i18n, Metric::Co2e, Currency::Cny);
    let table = measures_table(text, &outcome).table;
    let total = table.rows.last().unwrap();
    assert_eq!(total.kind, RowKind::Total);
    let counting = Counting::new(text, outcome.before.totals[Metric::Co2e]);
    assert_eq!(total.cells[1].text, counting.show(outcome.saving()[Metric::Co2e]));
}
