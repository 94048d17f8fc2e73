//! A dyeing mill for the tests of this page.

use crate::i18n::{I18n, Lang, Texts, bundled, provide_i18n};
use lantian_engine::assess::{Depth, Outcome, assess};
use lantian_engine::project::{Bill, MeasureChoice, Plan, Project, Site, Wastewater};
use leptos::prelude::Owner;

/// The English texts; they live as long as the owner.
pub fn english() -> (Owner, I18n) {
    let owner = Owner::new();
    owner.set();
    let i18n = provide_i18n(Texts::parse(Lang::En, bundled(Lang::En)).unwrap());
    (owner, i18n)
}

/// A mill on electricity, coal, gas and water with the named upgrades.
pub fn mill(measures: &[&str]) -> Project {
    let bill =
        |carrier: &str, amount| Bill { carrier: carrier.to_owned(), amount: Some(amount), ..Bill::default() };
    let choice =
        |slug: &&str| MeasureChoice { measure: (*slug).to_owned(), on: true, ..MeasureChoice::default() };
    Project {
        site: Site {
            sector: "textile_dyeing".to_owned(),
            region: "cn_guangdong".to_owned(),
            ..Site::default()
        },
        bills: vec![
            bill("electricity", 9.84e6),
            bill("raw_coal", 5400.0),
            bill("natural_gas", 800_000.0),
            bill("water", 1e6),
        ],
        wastewater: Some(Wastewater {
            on_site: true,
            cod_in: Some(1500.0),
            cod_out: Some(80.0),
            ..Wastewater::default()
        }),
        plans: vec![Plan { measures: measures.iter().map(choice).collect(), ..Plan::default() }],
        ..Project::new()
    }
}

/// The outcome of a project that has one.
pub fn outcome(project: &Project) -> Outcome {
    let answer = assess(project, Depth::Full);
    assert_eq!(answer.problems, []);
    answer.outcome.unwrap()
}
