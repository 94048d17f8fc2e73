//! Paybacks and rates of return in words: every edge case has its own.

use crate::i18n::{Currency, I18n, k};
use lantian_engine::finance::{Appraisal, Irr, Payback};
use lantian_engine::project::Project;

/// The project's currency; the Mainland's when none was chosen, as in the engine.
pub fn currency_of(project: &Project) -> Currency {
    Currency::from_code(&project.finance.currency).unwrap_or(Currency::Cny)
}

/// A payback for a table or card: `2.4 years`, `never pays back`.
pub fn payback_short(i18n: I18n, payback: Payback) -> String {
    match payback {
        Payback::Years(years) => time_words(i18n, years),
        Payback::Immediate => i18n.t(k::FINDING_SHORT_IMMEDIATE).to_owned(),
        Payback::NoCost => i18n.t(k::FINDING_SHORT_FREE).to_owned(),
        Payback::NoSaving => i18n.t(k::FINDING_SHORT_NO_SAVING).to_owned(),
        Payback::CostRises => i18n.t(k::FINDING_SHORT_COSTS_MORE).to_owned(),
        Payback::BeyondLife(years) => {
            i18n.tf(k::FINDING_SHORT_BEYOND_LIFE, [("years", &i18n.format().years(years))])
        }
        Payback::BeyondHorizon => i18n.t(k::FINDING_SHORT_NEVER).to_owned(),
    }
}

/// What the plan does, for the end of a sentence: `pays back in 2.4 years`.
pub fn payback_clause(i18n: I18n, appraisal: &Appraisal, life: u16, currency: Currency) -> String {
    let format = i18n.format();
    match appraisal.simple_payback {
        Payback::Years(years) => i18n.tf(k::FINDING_PAYBACK_YEARS, [("time", &time_words(i18n, years))]),
        Payback::Immediate => i18n.t(k::FINDING_PAYBACK_IMMEDIATE).to_owned(),
        Payback::NoCost => i18n.t(k::FINDING_PAYBACK_FREE).to_owned(),
        Payback::NoSaving => i18n.t(k::FINDING_PAYBACK_NO_SAVING).to_owned(),
        Payback::CostRises => {
            let extra = format.money_sentence(-appraisal.yearly_saving, currency);
            i18n.tf(k::FINDING_PAYBACK_COSTS_MORE, [("extra", &extra)])
        }
        Payback::BeyondLife(_) | Payback::BeyondHorizon => {
            i18n.tf(k::FINDING_PAYBACK_BEYOND_LIFE, [("life", &life_words(i18n, life))])
        }
    }
}

/// A duration; what rounds to no month at all has words of its own.
fn time_words(i18n: I18n, years: f64) -> String {
    const HALF_A_MONTH: f64 = 0.5 / 12.0;
    if years < HALF_A_MONTH { i18n.t(k::FINDING_UNDER_MONTH).to_owned() } else { i18n.format().years(years) }
}

/// `10-year` before a noun in English, 10 年 in Chinese.
fn life_words(i18n: I18n, life: u16) -> String {
    i18n.tf(k::FINDING_LIFE, [("n", &i18n.format().count(usize::from(life)))])
}

/// The internal rate of return: one, none or several.
pub fn irr_words(i18n: I18n, irr: &Irr) -> String {
    match irr {
        Irr::One(rate) => i18n.format().share(*rate),
        Irr::None => i18n.t(k::FINANCE_IRR_NONE).to_owned(),
        Irr::Several(_) => i18n.t(k::FINANCE_IRR_SEVERAL).to_owned(),
    }
}

/// Whether an investment pays back within its life.
pub fn pays_back(payback: Payback) -> bool {
    matches!(payback, Payback::Years(_) | Payback::Immediate | Payback::NoCost)
}

/// Paybacks in the order of how soon; those that never come last.
pub fn rank_of(payback: Payback) -> f64 {
    match payback {
        Payback::NoCost => -2.0,
        Payback::Immediate => -1.0,
        Payback::Years(years) => years,
        Payback::BeyondLife(years) => 1e4 + years,
        Payback::BeyondHorizon => 1e8,
        Payback::NoSaving => 1e9,
        Payback::CostRises => 1e10,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sooner_comes_first_and_never_last() {
        let order = [
            Payback::NoCost,
            Payback::Immediate,
            Payback::Years(0.4),
            Payback::Years(9.0),
            Payback::BeyondLife(30.0),
            Payback::BeyondHorizon,
            Payback::NoSaving,
            Payback::CostRises,
        ];
        assert!(order.map(rank_of).is_sorted());
        assert_eq!(order.map(pays_back), [true, true, true, true, false, false, false, false]);
    }
}
