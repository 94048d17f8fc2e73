//! Paybacks and rates of return in words: every edge case has its own.

use super::metric::short_key;
use crate::i18n::{Currency, I18n, Key, k};
use lantian_engine::assess::Outcome;
use lantian_engine::finance::{Appraisal, Irr, Payback};
use lantian_engine::metric::Metric;
use lantian_engine::plant::AirPollutant;
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

/// Modified internal rate of return, saving-to-investment ratio and return on investment, each with its
/// name; a word where there is none.
pub fn ratios(i18n: I18n, appraisal: &Appraisal) -> [(Key, String); 3] {
    let format = i18n.format();
    let or = |value: Option<String>, key: Key| value.unwrap_or_else(|| i18n.t(key).to_owned());
    let ratio = appraisal.saving_to_investment.map(|ratio| format.table(ratio, 2));
    let returned = appraisal.return_on_investment.map(|share| format.share(share));
    [
        (k::FINANCE_MIRR, or(appraisal.mirr.map(|rate| format.share(rate)), k::FINANCE_ONE_WAY)),
        (k::FINANCE_SIR, or(ratio, k::FINANCE_NO_OUTLAY)),
        (k::FINANCE_ROI, or(returned, k::FINANCE_NO_OUTLAY)),
    ]
}

/// Net cost per kg of each pollutant that a plan saves on site, each with its name.
pub fn costs_per_kg(i18n: I18n, outcome: &Outcome, currency: Currency) -> Vec<(String, String)> {
    let format = i18n.format();
    let costs = AirPollutant::ALL.iter().zip(outcome.cost_per_kg);
    let line = |(pollutant, cost): (&AirPollutant, Option<f64>)| {
        let cost = cost?;
        let name = i18n.t(short_key(Metric::of(*pollutant)));
        // Cents tell something of small sums alone.
        let decimals = if cost.abs() < 100.0 { 2 } else { 0 };
        let money = format.price_words(cost, currency, decimals);
        let label = i18n.tf(k::FINANCE_COST_PER_KG, [("pollutant", name)]);
        Some((label, i18n.tf(k::FINANCE_PER_KG, [("money", &money)])))
    };
    costs.filter_map(line).collect()
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
    use crate::i18n::{Lang, Texts, bundled, provide_i18n};
    use lantian_engine::finance::{Investment, Stream, Terms, YearlySaving, appraise};
    use leptos::prelude::Owner;

    fn words(cost: f64, saving: f64) -> [String; 3] {
        let owner = Owner::new();
        owner.set();
        let i18n = provide_i18n(Texts::parse(Lang::En, bundled(Lang::En)).unwrap());
        let saving = YearlySaving::one(Stream::Running, saving);
        let investments = [Investment { cost, life: 5 }];
        ratios(i18n, &appraise(&investments, 0.0, &saving, &Terms::plain(0.08, 5))).map(|(_, words)| words)
    }

    /// 1000 for 400 a year over 5 years at 8 %: the annuity factor is 3.992710, so the ratio of saving
    /// to investment 1.597; return (2000 − 1000) / 1000; modified rate (Σ 400 × 1.08^(5 − t) / 1000)^(1/5) − 1 =
    /// 0.18601.
    #[test]
    fn ratios_have_words_where_there_is_none() {
        assert_eq!(words(1000.0, 400.0), ["19%", "1.60", "100%"]);
        let free = ["none: money goes one way", "none: nothing is paid now", "none: nothing is paid now"];
        assert_eq!(words(0.0, 400.0), free);
    }

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
