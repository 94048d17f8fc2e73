//! What the engine takes for empty fields of the financial assumptions, as the fields show it.

use super::marks::StandIn;
use crate::i18n::{I18n, k};
use lantian_engine::data::{Evidence, FactId, PriceItem, exchange_rate};
use lantian_engine::finance::Stream;
use lantian_engine::lower::Money;

/// The value that stands in for an empty field of the financial assumptions; `None` for a field that
/// is not one of them, or where nothing stands in.
pub fn stand_in(i18n: I18n, money: &Money, name: &str) -> Option<StandIn> {
    let terms = &money.terms;
    let percent = |share: f64| Some(share * 100.0);
    let growth = |stream: Stream| percent(terms.growth[stream]);
    let value = match name {
        "discount_rate" => percent(terms.discount_rate),
        "horizon" => Some(f64::from(terms.horizon)),
        // What the single prices take where nothing is said of them.
        "price_growth" | "carbon_price" => Some(0.0),
        "electricity_growth" => growth(Stream::Electricity),
        "gas_growth" => growth(Stream::Gas),
        "fuel_growth" => growth(Stream::Fuel),
        "heat_growth" => growth(Stream::Heat),
        "water_growth" => growth(Stream::Water),
        "running_growth" => growth(Stream::Running),
        "carbon_growth" => growth(Stream::Carbon),
        "tax_growth" => growth(Stream::Tax),
        "grant_share" => percent(money.grant_share),
        "loan_share" => percent(terms.loan.share),
        "loan_rate" => percent(terms.loan.rate),
        "loan_years" => Some(f64::from(terms.loan.years)),
        "profits_tax" => percent(terms.tax.rate),
        "depreciation_years" => Some(f64::from(terms.tax.years)),
        "finance_rate" => percent(terms.finance_rate),
        "reinvest_rate" => percent(terms.reinvest_rate),
        _ => None,
    };
    let own = |value: f64| StandIn { text: i18n.format().own(tidy(value)), unverified: false };
    value.map(own).or_else(|| {
        let row = rate_of(name)?;
        let unverified = row.fact().evidence == Evidence::Unverified;
        Some(StandIn { text: i18n.format().own(row.value()), unverified })
    })
}

/// Takes off what comes of counting per cent as fractions.
fn tidy(value: f64) -> f64 {
    (value * 1e6).round() / 1e6
}

/// The row of the table behind a rate of exchange.
fn rate_of(name: &str) -> Option<FactId> {
    let item = match name {
        "cny_per_hkd" => PriceItem::CnyPerHkd,
        "hkd_per_usd" => PriceItem::HkdPerUsd,
        "mop_per_hkd" => PriceItem::MopPerHkd,
        _ => return None,
    };
    exchange_rate(item)
}

/// The rate of the table with its year, for below the field; empty for what is no rate of exchange.
pub fn rate_remark(i18n: I18n, name: &str) -> String {
    let Some(row) = rate_of(name) else { return String::new() };
    let rate = i18n.format().own(row.value());
    match row.fact().year {
        Some(year) => {
            let year = year.to_string();
            i18n.tf(k::PLANT_RATE_DATED, [("year", &year), ("rate", &rate)])
        }
        None => i18n.tf(k::PLANT_RATE_UNDATED, [("rate", &rate)]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::{Lang, Texts, bundled, provide_i18n};
    use lantian_engine::assess::{Depth, assess};
    use lantian_engine::project::{Bill, Project, Site};
    use leptos::prelude::Owner;

    fn english() -> (Owner, I18n) {
        let owner = Owner::new();
        owner.set();
        let i18n = provide_i18n(Texts::parse(Lang::En, bundled(Lang::En)).unwrap());
        (owner, i18n)
    }

    fn plant() -> Project {
        Project {
            site: Site { sector: "plastics".to_owned(), region: "cn_prd".to_owned(), ..Site::default() },
            bills: vec![Bill { carrier: "electricity".to_owned(), amount: Some(1e6), ..Bill::default() }],
            ..Project::new()
        }
    }

    fn shown(project: &Project, name: &str) -> Option<String> {
        let (_owner, i18n) = english();
        let outcome = assess(project, Depth::Quick).outcome.unwrap();
        stand_in(i18n, &outcome.model.lowered.money, name).map(|found| found.text)
    }

    #[test]
    fn a_price_without_growth_of_its_own_shows_that_of_all() {
        let mut project = plant();
        assert_eq!(shown(&project, "gas_growth").as_deref(), Some("0"));
        project.finance.price_growth = Some(2.3);
        assert_eq!(shown(&project, "gas_growth").as_deref(), Some("2.3"));
        assert_eq!(shown(&project, "tax_growth").as_deref(), Some("0"));
    }

    #[test]
    fn the_rates_of_the_modified_return_are_the_discount_rate() {
        let mut project = plant();
        assert_eq!(shown(&project, "finance_rate").as_deref(), Some("8"));
        project.finance.discount_rate = Some(5.5);
        assert_eq!(shown(&project, "reinvest_rate").as_deref(), Some("5.5"));
        assert_eq!(shown(&project, "loan_years").as_deref(), Some("5"));
        // A grant has no upper limit unless one is said.
        assert_eq!(shown(&project, "grant_cap"), None);
    }

    #[test]
    fn a_rate_of_exchange_names_the_year_of_its_row() {
        let (_owner, i18n) = english();
        let remark = rate_remark(i18n, "cny_per_hkd");
        assert!(remark.contains("2024") && remark.contains("0.913"), "{remark}");
        assert!(rate_remark(i18n, "mop_per_hkd").contains("1.03"));
        assert_eq!(rate_remark(i18n, "horizon"), "");
    }
}
