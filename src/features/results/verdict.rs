//! Which sentence is true: plain decisions over the figures of an outcome.

use lantian_engine::finance::Payback;
use lantian_engine::metric::{Metric, Totals};

/// Smaller changes of a figure, as a share of today, are no news.
pub const NEWS: f64 = 0.005;
/// A plan that changes no more than this share of today's emissions is too small to matter.
const SMALL: f64 = 0.001;

/// What the plan does to emissions.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Verdict {
    /// Nothing is chosen, or nothing of it applies.
    NoPlan,
    /// Less than so many tonnes either way.
    TooSmall(f64),
    /// Tonnes less.
    Falls(f64),
    /// Tonnes more.
    Rises(f64),
}

/// The verdict on emissions of `before` and `after` with `counted` upgrades in the plan.
pub fn verdict(before: f64, after: f64, counted: usize) -> Verdict {
    let saved = before - after;
    if counted == 0 {
        Verdict::NoPlan
    } else if saved.abs() <= before * SMALL {
        Verdict::TooSmall(round_above(saved.abs()))
    } else if saved > 0.0 {
        Verdict::Falls(saved)
    } else {
        Verdict::Rises(-saved)
    }
}

/// The next of 1, 2, 5, 10 … above a number of tonnes, at least a kilogram.
fn round_above(tonnes: f64) -> f64 {
    let mut limit = 0.001_f64;
    while limit.is_finite() {
        for step in [1.0, 2.0, 5.0] {
            if limit * step > tonnes {
                return limit * step;
            }
        }
        limit *= 10.0;
    }
    tonnes
}

/// What the plan does to the yearly cost.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MoneyVerdict {
    /// Saves on the bills for some work.
    Saves,
    /// Saves, after running costs of its own.
    SavesNet,
    /// Saves without any work to pay for.
    Free,
    /// Saves nothing.
    None,
    /// Costs more every year.
    More,
}

/// The verdict on money: the yearly saving of the appraisal, and what the bills alone save.
pub fn money_verdict(payback: Payback, yearly: f64, bills: f64) -> MoneyVerdict {
    match payback {
        Payback::CostRises => MoneyVerdict::More,
        Payback::NoSaving => MoneyVerdict::None,
        Payback::NoCost => MoneyVerdict::Free,
        _ if (yearly - bills).abs() > NEWS * yearly.abs() => MoneyVerdict::SavesNet,
        _ => MoneyVerdict::Saves,
    }
}

/// Figures that should not rise.
const WATCHED: [Metric; 10] = [
    Metric::Nox,
    Metric::So2,
    Metric::Pm25,
    Metric::Pm10,
    Metric::Voc,
    Metric::Co,
    Metric::Water,
    Metric::Cod,
    Metric::CoalEquivalent,
    Metric::Scope1,
];

/// What gets worse by more than a trifle, largest rise first. A figure that was zero rises without
/// limit.
pub fn rises(before: &Totals<f64>, after: &Totals<f64>) -> Vec<(Metric, f64)> {
    let relative = |metric: Metric| {
        let (was, is) = (before[metric], after[metric]);
        let change = if was > 0.0 { (is - was) / was } else { f64::INFINITY };
        (is > was && change >= NEWS).then_some((metric, change))
    };
    let mut found: Vec<(Metric, f64)> = WATCHED.into_iter().filter_map(relative).collect();
    found.sort_by(|one, other| other.1.total_cmp(&one.1));
    found
}

/// A pollutant that falls on site and rises at the power station: both shares, positive.
pub fn moved(before: &Totals<f64>, after: &Totals<f64>) -> Option<(Metric, f64, f64)> {
    let pairs = [
        (Metric::So2, Metric::StationSo2),
        (Metric::Nox, Metric::StationNox),
        (Metric::Pm10, Metric::StationPm10),
    ];
    let change = |metric: Metric| {
        let was = before[metric];
        (was > 0.0).then(|| (after[metric] - was) / was)
    };
    pairs.into_iter().find_map(|(site, station)| {
        let (here, there) = (change(site)?, change(station)?);
        (here <= -NEWS && there >= NEWS).then_some((site, -here, there))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn totals(values: &[(Metric, f64)]) -> Totals<f64> {
        let mut totals = Totals::zero();
        for (metric, value) in values {
            totals[*metric] = *value;
        }
        totals
    }

    #[test]
    fn emissions_have_a_verdict_in_every_case() {
        assert_eq!(verdict(15_800.0, 15_800.0, 0), Verdict::NoPlan);
        assert_eq!(verdict(15_800.0, 11_860.0, 8), Verdict::Falls(3940.0));
        assert_eq!(verdict(100.0, 220.0, 1), Verdict::Rises(120.0));
        // 0.4 t of 15,800 t, either way, is less than 0.5 t; no change is less than a kilogram.
        for after in [15_799.6, 15_800.4] {
            let Verdict::TooSmall(limit) = verdict(15_800.0, after, 1) else { panic!("{after}") };
            assert!((limit - 0.5).abs() < 1e-12, "{limit}");
        }
        assert_eq!(verdict(15_800.0, 15_800.0, 1), Verdict::TooSmall(0.001));
        // What is little for a mill is much for an office.
        assert_eq!(verdict(8.0, 7.5, 1), Verdict::Falls(0.5));
        assert_eq!(verdict(0.0, 0.0, 1), Verdict::TooSmall(0.001));
    }

    #[test]
    fn money_has_a_verdict_in_every_case() {
        use Payback::{BeyondHorizon, BeyondLife, CostRises, Immediate, NoCost, NoSaving, Years};
        assert_eq!(money_verdict(Years(2.4), 100.0, 100.2), MoneyVerdict::Saves);
        assert_eq!(money_verdict(Years(2.4), 100.0, 130.0), MoneyVerdict::SavesNet);
        assert_eq!(money_verdict(BeyondLife(30.0), 1.0, 1.0), MoneyVerdict::Saves);
        assert_eq!(money_verdict(BeyondHorizon, 1.0, 1.0), MoneyVerdict::Saves);
        assert_eq!(money_verdict(Immediate, 100.0, 100.0), MoneyVerdict::Saves);
        assert_eq!(money_verdict(NoCost, 100.0, 100.0), MoneyVerdict::Free);
        assert_eq!(money_verdict(NoSaving, 0.0, 0.0), MoneyVerdict::None);
        assert_eq!(money_verdict(CostRises, -5.0, 10.0), MoneyVerdict::More);
    }

    #[test]
    fn only_real_rises_are_told_the_largest_first() {
        let before = totals(&[(Metric::Nox, 100.0), (Metric::So2, 100.0), (Metric::Water, 1000.0)]);
        let after = totals(&[(Metric::Nox, 104.0), (Metric::So2, 20.0), (Metric::Water, 1001.0)]);
        let told = rises(&before, &after);
        assert_eq!(told.len(), 1);
        assert_eq!(told[0].0, Metric::Nox);
        assert!((told[0].1 - 0.04).abs() < 1e-12);
        let after = totals(&[(Metric::Nox, 104.0), (Metric::So2, 100.0), (Metric::Voc, 3.0)]);
        let order: Vec<Metric> = rises(&before, &after).into_iter().map(|(metric, _)| metric).collect();
        assert_eq!(order, [Metric::Voc, Metric::Nox]);
    }

    #[test]
    fn what_moves_to_the_power_station_is_not_gone() {
        let before = totals(&[(Metric::Nox, 100.0), (Metric::StationNox, 200.0)]);
        let after = totals(&[(Metric::Nox, 88.0), (Metric::StationNox, 206.0)]);
        let (metric, less, more) = moved(&before, &after).unwrap();
        assert_eq!(metric, Metric::Nox);
        assert!((less - 0.12).abs() < 1e-12 && (more - 0.03).abs() < 1e-12);
        assert_eq!(moved(&before, &totals(&[(Metric::Nox, 88.0), (Metric::StationNox, 190.0)])), None);
        assert_eq!(moved(&Totals::zero(), &after), None);
    }
}
