//! Portfolios: what comes out does not depend on how the plants are divided.

use crate::common::cases;
use lantian_engine::assess::{Depth, assess};
use lantian_engine::metric::Metric;
use lantian_engine::portfolio::{
    Columns, Distribution, Entry, Fault, HEAD, HeaderError, MergeError, RowError, Summary, WITHHELD,
};
use lantian_engine::project::Project;
use proptest::prelude::*;

const SECTORS: [&str; 4] = ["plastics", "textile_dyeing", "electroplating", "hotel"];
const REGIONS: [&str; 3] = ["cn_prd", "hk_clp", "cn_guangdong"];

/// A plant from a few columns.
fn plant(sector: usize, region: usize, employees: f64, kwh: f64, gas: f64) -> Project {
    let columns = Columns::new(
        ["sector", "region", "hours", "employees", "electricity_kwh", "natural_gas_m3", "measures"]
            .into_iter(),
    )
    .unwrap();
    let (employees, kwh, gas) = (employees.to_string(), kwh.to_string(), gas.to_string());
    let gas = if region == 1 { "" } else { &gas };
    let cells = [SECTORS[sector], REGIONS[region], "5000", &employees, &kwh, gas, "lighting_led;REN-01"];
    columns.project(cells.into_iter()).unwrap()
}

fn entry(project: &Project) -> Entry {
    Entry::new(project).0.unwrap()
}

fn fault(line: u64) -> Fault {
    Fault { source: String::new(), line, text: "x".to_owned() }
}

fn summary<'a>(entries: impl Iterator<Item = (usize, &'a Entry)>) -> Summary {
    let mut summary = Summary::default();
    for (place, entry) in entries {
        summary.add(entry);
        summary.reject(fault(place as u64));
    }
    summary
}

fn merged(parts: &[Summary]) -> Summary {
    let mut all = Summary::default();
    for part in parts {
        all.merge(part).unwrap();
    }
    all
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    /// Any division, in any order, by one level or two.
    #[test]
    fn any_split_gives_the_same_summary(
        plants in prop::collection::vec((0..4_usize, 0..3_usize, 1.0..2000.0, 1e3..1e8, 0.0..1e7), 2..12),
        parts in prop::collection::vec(0..3_usize, 12),
    ) {
        let entries: Vec<Entry> = plants.iter().map(|&(s, r, n, e, g)| entry(&plant(s, r, n, e, g))).collect();
        let whole = summary(entries.iter().enumerate());
        let part = |wanted: usize| {
            let mine = entries.iter().enumerate().filter(|(place, _)| parts.get(*place) == Some(&wanted));
            summary(mine.collect::<Vec<_>>().into_iter().rev())
        };
        let [one, two, three] = [part(0), part(1), part(2)];
        prop_assert_eq!(&merged(&[one.clone(), two.clone(), three.clone()]), &whole);
        prop_assert_eq!(&merged(&[three.clone(), merged(&[two.clone(), one.clone()])]), &whole);
        prop_assert_eq!(&merged(&[merged(&[one, three]), two]), &whole);
        // And through text.
        let text = serde_json::to_string(&whole).unwrap();
        prop_assert_eq!(&serde_json::from_str::<Summary>(&text).unwrap(), &whole);
    }
}

/// The cases one by one, in Renminbi: the hotel's Hong Kong dollars at the table's rate.
#[test]
fn sums_are_those_of_the_plants() {
    let projects = cases();
    let mut all = Summary::default();
    let (mut co2e, mut saved, mut kwh) = (0.0, 0.0, 0.0);
    for (_, project) in &projects {
        all.add(&entry(project));
        let outcome = assess(project, Depth::Quick).outcome.unwrap();
        co2e += outcome.before.totals[Metric::Co2e];
        saved += outcome.saving()[Metric::Co2e];
        kwh += outcome.before.totals[Metric::SiteElectricity];
    }
    let total = all.total(1).unwrap();
    let near = |got: f64, expected: f64| assert!((got / expected - 1.0).abs() < 1e-12, "{got} {expected}");
    let (before, after) = total.figure(Metric::Co2e);
    near(before, co2e);
    near(before - after, saved);
    near(total.figure(Metric::SiteElectricity).0, kwh);
    assert_eq!(all.plants(), projects.len() as u64);
}

#[test]
fn money_is_in_renminbi() {
    let mut hotel = plant(3, 1, 100.0, 1e6, 0.0);
    hotel.finance.currency = "hkd".to_owned();
    hotel.finance.cny_per_hkd = Some(0.5);
    let cost = assess(&hotel, Depth::Quick).outcome.unwrap().before.totals[Metric::Cost];
    let got = entry(&hotel).before[Metric::Cost];
    assert!((got / (cost * 0.5) - 1.0).abs() < 1e-12, "{got} of {cost}");
}

/// 6 hotels, 5 platers, 2 dyers and 1 moulder, at least 5: the last two are 3 together, too few, and take
/// the platers, the smallest that could stand alone, along.
#[test]
fn small_groups_are_pooled_so_that_nothing_follows_from_the_total() {
    let mut all = Summary::default();
    for (sector, count) in [(3, 6), (2, 5), (1, 2), (0, 1)] {
        let entry = entry(&plant(sector, 0, 60.0, 1e6, 1e5));
        for _ in 0..count {
            all.add(&entry);
        }
    }
    let [(_, sectors), (_, regions), (_, sizes)] = all.groups(5);
    let shown = |list: &[lantian_engine::portfolio::Shown]| -> Vec<(String, u64)> {
        list.iter().map(|s| (s.key.clone(), s.group.plants())).collect()
    };
    assert_eq!(shown(&sectors), [("hotel".to_owned(), 6), (WITHHELD.to_owned(), 8)]);
    assert_eq!(shown(&regions), [("cn_prd".to_owned(), 14)]);
    assert_eq!(shown(&sizes), [("50_to_249".to_owned(), 14)]);
    assert_eq!(all.groups(1)[0].1.len(), 4);
    assert!(all.total(15).is_none() && all.groups(15).iter().all(|(_, list)| list.is_empty()));
    assert!(all.measures(5).iter().all(|m| m.applies >= 5));
}

#[test]
fn quartiles_tell_their_number() {
    let mut all = Summary::default();
    for n in 1..=7 {
        all.add(&entry(&plant(0, 0, 100.0, f64::from(n) * 1e6, 0.0)));
    }
    // 0.4419 kg/kWh (Guangdong 2023): the second, fourth and sixth of seven.
    let (count, quartiles) = all.total(1).unwrap().quartiles(Distribution::Co2e);
    assert_eq!(count, 7);
    for (got, exact) in quartiles.into_iter().zip([883.8, 1767.6, 2651.4]) {
        assert!((got.unwrap() / exact - 1.0).abs() < 0.0051, "{got:?} {exact}");
    }
}

#[test]
fn faults_are_counted_and_the_first_kept() {
    let mut all = Summary::default();
    for line in (1..=250).rev() {
        all.reject(fault(line));
    }
    let (count, first) = all.rejected();
    assert_eq!((count, first.len(), first.last().unwrap().line), (250, 100, 100));
}

#[test]
fn other_tables_and_other_formats_do_not_merge() {
    let text = serde_json::to_string(&Summary::default()).unwrap();
    let changed =
        |from: &str, to: &str| -> Summary { serde_json::from_str(&text.replace(from, to)).unwrap() };
    let mut all = Summary::default();
    let other = changed(lantian_engine::data::FACTOR_PACK_HASH, "0123");
    assert_eq!(all.merge(&other), Err(MergeError::Pack("0123".to_owned())));
    assert_eq!(all.merge(&changed("\"format\":1", "\"format\":2")), Err(MergeError::Format(2)));
    // A list that has lost its first number.
    let short = changed("\"before\":[\"0\",", "\"before\":[");
    assert_eq!(all.merge(&short), Err(MergeError::Shape));
    assert_eq!(all, Summary::default());
}

#[test]
fn columns_name_what_they_cannot_read() {
    let head = |names: &[&str]| Columns::new(names.iter().copied()).map(|_| ());
    assert_eq!(head(HEAD), Ok(()));
    assert_eq!(
        head(&["\u{feff}sector", " region ", "steam_gj", "towngas_mj", "water_price", "lpg_money"]),
        Ok(())
    );
    assert_eq!(head(&["sector", "region", "magic_kwh"]), Err(HeaderError::Unknown("magic_kwh".to_owned())));
    assert_eq!(
        head(&["sector", "region", "diesel_parsec"]),
        Err(HeaderError::Unknown("diesel_parsec".to_owned()))
    );
    assert_eq!(head(&["sector", "region", "sector"]), Err(HeaderError::Repeated("sector".to_owned())));
    assert_eq!(head(&["sector"]), Err(HeaderError::Missing("region")));

    let columns =
        Columns::new(["sector", "region", "electricity_kwh", "year", "measures"].into_iter()).unwrap();
    let row = |cells: [&str; 5]| columns.project(cells.into_iter());
    let column = |name: &str| name.to_owned();
    let project = row(["plastics", "cn_prd", " 1e6 ", "2024", "lighting_led CA-01"]).unwrap();
    assert_eq!(project.bills[0].amount, Some(1e6));
    assert_eq!(project.plans[0].measures[1].measure, "compressed_air_leaks");
    let wrong = row(["plastics", "cn_prd", "1,5", "2024", ""]).unwrap_err();
    assert_eq!(wrong, RowError::NotANumber { column: column("electricity_kwh"), text: "1,5".to_owned() });
    assert!(row(["plastics", "cn_prd", "inf", "", ""]).is_err());
    assert!(matches!(row(["plastics", "cn_prd", "1", "last", ""]), Err(RowError::NotAYear { .. })));
    assert_eq!(row(["plastics", "cn_prd", "1", "", "magic"]), Err(RowError::UnknownMeasure(column("magic"))));
    let few = columns.project(["plastics"].into_iter());
    assert_eq!(few, Err(RowError::Cells { found: 1, wanted: 5 }));
}
