//! Wrong input ends in a problem at its field or in a refusal of the file, never in a panic and
//! never in a figure that is not a number.

use crate::common::{assert_showable, case, cases};
use crate::random::{often, project};
use lantian_engine::assess::{Assessment, Depth, assess};
use lantian_engine::measures::CATALOGUE;
use lantian_engine::notice::{NoticeKind, Problem, ProblemKind};
use lantian_engine::project::{
    Bill, FORMAT, FileError, FiredUse, HeatSource, HeatSystem, HeatUse, MeasureChoice, Project, ReadingKind,
    from_json, to_json,
};
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::Value;

/// The only problem of a project.
#[track_caller]
fn problem(project: &Project) -> Problem {
    let Assessment { mut problems, outcome, .. } = assess(project, Depth::Quick);
    assert!(outcome.is_none(), "a problem leaves no outcome");
    assert_eq!(problems.len(), 1, "{problems:?}");
    problems.remove(0)
}

/// Changes a worked case and says which field is complained about, and how.
#[track_caller]
fn complaint(name: &str, change: impl FnOnce(&mut Project)) -> (String, &'static str) {
    let mut project = case(name);
    change(&mut project);
    let problem = problem(&project);
    let field = problem.field;
    (format!("{}[{}].{}", field.part, field.index, field.name), problem.kind.slug())
}

#[track_caller]
fn at(name: &str, expected: (&str, &str), change: impl FnOnce(&mut Project)) {
    let (field, kind) = complaint(name, change);
    assert_eq!((field.as_str(), kind), expected);
}

#[test]
fn amounts_that_cannot_be() {
    let range = "out_of_range";
    for wrong in [-1.0, f64::NAN, f64::INFINITY, f64::NEG_INFINITY, 1e300] {
        at("dyeing_mill", ("bill[3].amount", range), |p| p.bills[3].amount = Some(wrong));
        at("dyeing_mill", ("bill[1].price", range), |p| p.bills[1].price = Some(wrong));
        at("dyeing_mill", ("bill[1].ncv", range), |p| p.bills[1].ncv = Some(wrong));
        at("dyeing_mill", ("bill[0].fixed_cost", range), |p| p.bills[0].fixed_cost = Some(wrong));
        at("dyeing_mill", ("electric[0].kw", range), |p| p.electricity[0].kw = Some(wrong));
        at("dyeing_mill", ("electric[1].kwh", range), |p| p.electricity[1].kwh = Some(wrong));
        at("dyeing_mill", ("heat[0].pressure", range), |p| p.heat[0].pressure = Some(wrong));
        at("dyeing_mill", ("source[0].oxygen", range), |p| p.heat[0].sources[0].oxygen = Some(wrong));
        at("dyeing_mill", ("fired[0].exhaust_flow", range), |p| p.fired[0].exhaust_flow = Some(wrong));
        at("dyeing_mill", ("wastewater[0].volume", range), |p| {
            p.wastewater.as_mut().unwrap().volume = Some(wrong);
        });
        at("dyeing_mill", ("solvent[0].tonnes", range), |p| p.solvents[0].tonnes = Some(wrong));
        at("dyeing_mill", ("refrigerant[0].leak", range), |p| p.refrigerants[0].leak = Some(wrong));
        at("dyeing_mill", ("activity[0].amount", range), |p| p.activities[0].amount = Some(wrong));
        at("plastics", ("activity[1].distance", range), |p| p.activities[1].distance = Some(wrong));
        at("plastics", ("activity[1].count", range), |p| p.activities[1].count = Some(wrong));
        at("plastics", ("activity[1].occupancy", range), |p| p.activities[1].occupancy = Some(wrong));
        at("plastics", ("activity[1].cost", range), |p| p.activities[1].cost = Some(wrong));
        at("dyeing_mill", ("site[0].hours", range), |p| p.site.hours = Some(wrong));
        at("dyeing_mill", ("finance[0].carbon_price", range), |p| p.finance.carbon_price = Some(wrong));
        at("dyeing_mill", ("finance[0].loan_rate", range), |p| p.finance.loan_rate = Some(wrong));
        at("dyeing_mill", ("finance[0].profits_tax", range), |p| p.finance.profits_tax = Some(wrong));
        at("dyeing_mill", ("finance[0].mop_per_hkd", range), |p| p.finance.mop_per_hkd = Some(wrong));
        at("plastics", ("solar[0].usable_roof", range), |p| {
            p.solar.as_mut().unwrap().usable_roof = Some(wrong);
        });
    }
    for wrong in [0, 61, u16::MAX] {
        at("dyeing_mill", ("finance[0].loan_years", range), |p| p.finance.loan_years = Some(wrong));
        at("dyeing_mill", ("finance[0].depreciation_years", range), |p| {
            p.finance.depreciation_years = Some(wrong);
        });
    }
    // A wrong month is shown once, not twelve times and not as a wrong year.
    at("dyeing_mill", ("bill[4].months", range), |p| p.bills[4].months[6] = -1.0);
    at("dyeing_mill", ("bill[0].months", range), |p| p.bills[0].months[6] = f64::NAN);
    // Every measure's own numbers, too.
    let index = |p: &Project, slug: &str| p.plans[0].measures.iter().position(|m| m.measure == slug).unwrap();
    for key in ["size", "coverage", "life", "flow_fraction", "capex"] {
        let (field, kind) = complaint("dyeing_mill", |p| {
            let place = index(p, "fan_vsd");
            p.plans[0].measures[place].params.insert(key.to_owned(), -3.0);
        });
        assert!(field.ends_with(&format!(".{key}")) && field.starts_with("measure["), "{field}");
        assert_eq!(kind, range);
    }
}

/// A parameter that something is divided by cannot be zero; others can.
#[test]
fn measures_divided_by_nothing() {
    let tried = |slug: &str, key: &str| {
        let mut project = case("dyeing_mill");
        let mut choice = MeasureChoice { measure: slug.to_owned(), on: true, ..MeasureChoice::default() };
        choice.params.insert(key.to_owned(), 0.0);
        project.plans[0].measures = vec![choice];
        assess(&project, Depth::Quick)
    };
    for (slug, key) in [
        ("boiler_coal_to_gas", "boiler_efficiency_new"),
        ("boiler_biomass_pellets", "boiler_efficiency_biomass"),
        ("fan_vsd", "drive_efficiency"),
        ("pump_vsd", "drive_efficiency"),
        ("steam_insulation", "thickness"),
        ("imm_all_electric", "sec_hydraulic"),
    ] {
        let problems = tried(slug, key).problems;
        assert!(
            matches!(problems[..], [Problem { kind: ProblemKind::OutOfRange { .. }, .. }]),
            "{key}: {problems:?}"
        );
    }
    for &id in CATALOGUE {
        for param in id.spec().params {
            if let Some(outcome) = &tried(id.slug(), param.key).outcome {
                assert_showable(outcome);
            }
        }
    }
}

#[test]
fn shares_above_the_whole() {
    at("dyeing_mill", ("source[0].share", "out_of_range"), |p| p.heat[0].sources[0].share = Some(101.0));
    at("dyeing_mill", ("heat[0].condensate_return", "out_of_range"), |p| {
        p.heat[0].condensate_return = Some(130.0);
    });
    at("dyeing_mill", ("solvent[0].volatile", "out_of_range"), |p| p.solvents[0].volatile = Some(150.0));
    at("hk_hotel", ("wastewater[0].share_of_intake", "out_of_range"), |p| {
        p.wastewater.as_mut().unwrap().share_of_intake = Some(101.0);
    });
    // Each share is possible, their sum is not: 94 + 50 + 4 %.
    let mut project = case("dyeing_mill");
    project.fired[1].share = Some(50.0);
    let assessment = assess(&project, Depth::Quick);
    assert!(assessment.outcome.is_none());
    assert!(assessment.problems.iter().all(|p| p.field.part == "fired"), "{:?}", assessment.problems);
    let sums: Vec<f64> = assessment
        .problems
        .iter()
        .filter_map(|p| match p.kind {
            ProblemKind::SharesAbove { sum } => Some(sum),
            _ => None,
        })
        .collect();
    assert!(!sums.is_empty() && sums.iter().all(|s| (s - 148.0).abs() < 1e-9), "{sums:?}");
}

#[test]
fn boilers_that_cannot_be() {
    at("hk_hotel", ("source[0].efficiency", "out_of_range"), |p| {
        p.heat[0].sources[0].efficiency = Some(150.0);
    });
    // With all vapour condensed, gas gives 50.4267 / 45.5151 = 110.8 % on net calorific value.
    at("hk_hotel", ("source[0].efficiency", "too_efficient"), |p| {
        p.heat[0].sources[0].efficiency = Some(112.0);
    });
    // Flue gas of coal leaves above its acid dew point.
    at("dyeing_mill", ("source[0].efficiency", "too_efficient"), |p| {
        p.heat[0].sources[0].efficiency = Some(98.0);
    });
    at("dyeing_mill", ("source[0].stack_temperature", "flue_below_air"), |p| {
        p.heat[0].sources[0].stack_temperature = Some(60.0);
        p.heat[0].sources[0].air_temperature = Some(80.0);
    });
    // 60 + 60 % of losses beside 10 % up the chimney.
    at("dyeing_mill", ("source[0].efficiency", "no_efficiency"), |p| {
        p.heat[0].sources[0].unburnt_loss = Some(60.0);
        p.heat[0].sources[0].other_loss = Some(60.0);
    });
    // At 19 % oxygen the air carries away more than the fuel gives:
    // (400 − 25) (0.68 / 2 …) > 100 %.
    at("dyeing_mill", ("source[0].efficiency", "no_efficiency"), |p| {
        p.heat[0].sources[0].stack_temperature = Some(400.0);
        p.heat[0].sources[0].oxygen = Some(19.0);
    });
}

#[test]
fn words_that_nobody_knows() {
    let unknown = "unknown";
    at("dyeing_mill", ("site[0].sector", unknown), |p| "alchemy".clone_into(&mut p.site.sector));
    at("dyeing_mill", ("site[0].region", unknown), |p| "atlantis".clone_into(&mut p.site.region));
    at("dyeing_mill", ("site[0].gwp_set", unknown), |p| p.site.gwp_set = Some("ar9".to_owned()));
    at("dyeing_mill", ("electric[0].kind", unknown), |p| "magic".clone_into(&mut p.electricity[0].kind));
    at("dyeing_mill", ("electric[3].control", unknown), |p| {
        p.electricity[3].control = Some("magic".to_owned());
    });
    at("dyeing_mill", ("heat[0].service", unknown), |p| "lava".clone_into(&mut p.heat[0].service));
    at("dyeing_mill", ("fired[0].kind", unknown), |p| "sun".clone_into(&mut p.fired[0].kind));
    at("dyeing_mill", ("fleet[0].kind", unknown), |p| "carpet".clone_into(&mut p.vehicles[0].kind));
    at("dyeing_mill", ("wastewater[0].treatment", unknown), |p| {
        "prayer".clone_into(&mut p.wastewater.as_mut().unwrap().treatment);
    });
    at("dyeing_mill", ("refrigerant[0].gas", unknown), |p| "r_0".clone_into(&mut p.refrigerants[0].gas));
    at("dyeing_mill", ("activity[0].factor", unknown), |p| {
        "no.such.row".clone_into(&mut p.activities[0].factor);
    });
    // A row that exists but is no activity: a grid factor.
    at("dyeing_mill", ("activity[0].factor", unknown), |p| {
        "hk.clp.2024".clone_into(&mut p.activities[0].factor);
    });
    at("dyeing_mill", ("finance[0].currency", unknown), |p| "doubloon".clone_into(&mut p.finance.currency));
    at("dyeing_mill", ("bill[1].unit", "unit"), |p| "kwh_per_moon".clone_into(&mut p.bills[1].unit));
    // A unit of the wrong kind: diesel in square metres.
    at("dyeing_mill", ("bill[3].unit", "unit"), |p| "m2".clone_into(&mut p.bills[3].unit));
}

#[test]
fn what_is_not_said() {
    let mut project = Project::new();
    let missing = |project: &Project| -> Vec<String> {
        let assessment = assess(project, Depth::Quick);
        assert!(assessment.outcome.is_none());
        let told = assessment.problems.iter().filter(|p| p.kind == ProblemKind::Missing);
        told.map(|p| format!("{}.{}", p.field.part, p.field.name)).collect()
    };
    // Everything at once, so that one look at the form is enough.
    assert_eq!(missing(&project), ["site.region", "site.sector", "bill.electricity"]);
    "hk_clp".clone_into(&mut project.site.region);
    "hotel".clone_into(&mut project.site.sector);
    let bill = Bill { carrier: "electricity".to_owned(), kind: ReadingKind::Unknown, ..Bill::default() };
    project.bills.push(bill);
    // Neither a bill nor a size it could be estimated from.
    assert_eq!(missing(&project), ["bill.amount"]);
    project.site.floor_area = Some(32_000.0);
    let assessment = assess(&project, Depth::Quick);
    assert!(assessment.notices.iter().any(|n| matches!(n.kind, NoticeKind::Estimated { .. })));
    assert_showable(&assessment.outcome.unwrap());
    // Text that was not understood is kept and shown.
    project.bills[0].raw = Some("about 12 lakh".to_owned());
    let told = assess(&project, Depth::Quick).problems;
    let text = ProblemKind::NotANumber { text: "about 12 lakh".to_owned() };
    assert_eq!(told.iter().map(|p| p.kind.clone()).collect::<Vec<_>>(), [text]);
}

/// Bills that contradict each other or the equipment still say what they say.
#[test]
fn contradictions() {
    // The same carrier twice.
    at("dyeing_mill", ("bill[5].carrier", "repeated"), |p| p.bills.push(p.bills[1].clone()));
    // Money without any price: no table prices pellets.
    at("dyeing_mill", ("bill[5].price", "no_price"), |p| {
        p.bills.push(Bill {
            carrier: "biomass_pellets".to_owned(),
            kind: ReadingKind::Money,
            amount: Some(1000.0),
            ..Bill::default()
        });
    });
    // Money at next to no price would be more than the world has.
    at("dyeing_mill", ("bill[3].price", "no_price"), |p| {
        p.bills[3].kind = ReadingKind::Money;
        p.bills[3].price = Some(8e-309);
    });
    at("dyeing_mill", ("bill[4].price", "no_price"), |p| {
        p.bills[4].kind = ReadingKind::Money;
        p.bills[4].amount = Some(1e6);
        p.bills[4].price = Some(1e-300);
    });
    // A turbine that gives more work than its boiler raises heat: 509,588 GJ of coal × 0.80 are
    // some 113 GWh.
    at("dyeing_mill", ("source[0].gross_generation", "out_of_range"), |p| {
        p.heat[0].sources[0].gross_generation = Some(2e8);
    });
    // A power station that uses more than is bought and generated: 26,820,000 kWh.
    at("dyeing_mill", ("source[0].own_use", "out_of_range"), |p| {
        p.heat[0].sources[0].own_use = Some(26_820_001.0);
    });
    // Power burnt in an oven, gas bought as steam, a boiler that runs on water.
    at("plastics", ("fired[0].carrier", "unknown"), |p| "electricity".clone_into(&mut p.fired[0].carrier));
    at("dyeing_mill", ("fleet[0].carrier", "unknown"), |p| "water".clone_into(&mut p.vehicles[0].carrier));
    at("dyeing_mill", ("source[0].carrier", "unknown"), |p| {
        p.heat[0].sources[0].kind = "purchased".to_owned();
    });
    at("dyeing_mill", ("source[0].carrier", "unknown"), |p| {
        p.heat[0].sources[0].carrier = "electricity".to_owned();
    });
    at("dyeing_mill", ("source[0].kind", "unknown"), |p| p.heat[0].sources[0].kind = "reactor".to_owned());
}

/// Fuel for boilers whose heat nobody is said to use: told, and the fuel still burns.
#[test]
fn fuel_that_nobody_uses() {
    let mut project = case("hk_hotel");
    for use_ in &mut project.heat[0].uses {
        use_.share = Some(0.0);
    }
    let assessment = assess(&project, Depth::Quick);
    assert!(assessment.notices.iter().any(|n| n.kind == NoticeKind::HeatUnused));
    let outcome = assessment.outcome.unwrap();
    assert_showable(&outcome);
    // 312,500 units of 48 MJ.
    crate::common::near(outcome.before.carrier[1], 15_000.0, 1e-12);
}

/// All of a bill is used: shares that leave some over are scaled, shares not said take the rest.
#[test]
fn shares_below_the_whole() {
    let fuels = |project: &Project| {
        let assessment = assess(project, Depth::Quick);
        let told = assessment.notices.iter().find_map(|n| match n.kind {
            NoticeKind::SharesScaled { sum } if n.field.part == "fired" => Some(sum.round()),
            _ => None,
        });
        let outcome = assessment.outcome.unwrap();
        let burner = |place: usize| outcome.before.burner[outcome.model.lowered.plant.fired[place].burner];
        // Stenters, singeing, canteen over all gas: 1,620,000 m3 of 38.931 MJ.
        ([0, 1, 2].map(|place| (burner(place) / 63_068.22 * 1e6).round() / 1e6), told)
    };
    let mut project = case("dyeing_mill");
    project.bills[2].ncv = Some(38.931);
    let mut shares = |list: [Option<f64>; 3]| {
        for (fired, share) in project.fired.iter_mut().zip(list) {
            fired.share = share;
        }
        fuels(&project)
    };
    assert_eq!(shares([Some(94.0), Some(2.0), Some(4.0)]), ([0.94, 0.02, 0.04], None));
    // The one that is not said takes what the others leave, wherever it stands in the list.
    assert_eq!(shares([None, Some(2.0), Some(4.0)]), ([0.94, 0.02, 0.04], None));
    assert_eq!(shares([Some(94.0), Some(2.0), None]), ([0.94, 0.02, 0.04], None));
    assert_eq!(shares([None, None, None]), ([0.333_333, 0.333_333, 0.333_333], None));
    assert_eq!(shares([Some(47.0), Some(1.0), Some(2.0)]), ([0.94, 0.02, 0.04], Some(50.0)));
    assert_eq!(shares([Some(0.0), Some(0.0), Some(0.0)]), ([0.333_333, 0.333_333, 0.333_333], Some(0.0)));
}

/// More equipment than the bill: scaled to it and told.
#[test]
fn equipment_beyond_the_bill_is_scaled() {
    let mut project = case("dyeing_mill");
    project.electricity[0].kw = Some(1650.0);
    let assessment = assess(&project, Depth::Quick);
    let scaled = assessment.notices.iter().any(|n| matches!(n.kind, NoticeKind::ListScaled { .. }));
    assert!(scaled);
    let outcome = assessment.outcome.unwrap();
    // 16,246,706 bought and 10,573,294 generated.
    crate::common::near(outcome.before.site_electricity, 26_820_000.0, 1e-12);
    assert_showable(&outcome);
}

/// No electricity bought, nothing burnt, nothing used: no division by any of it.
#[test]
fn plants_of_nothing() {
    for (_, mut project) in cases() {
        for bill in &mut project.bills {
            bill.months.clear();
            bill.amount = Some(0.0);
        }
        let assessment = assess(&project, Depth::Full);
        // A power station cannot use what is neither bought nor generated; all else has an answer.
        let told: Vec<&str> = assessment.problems.iter().map(|p| p.field.name).collect();
        assert!(told.is_empty() || told == ["gross_generation"], "{:?}", assessment.problems);
        if let Some(outcome) = &assessment.outcome {
            assert_showable(outcome);
            assert!(
                outcome.before.carrier.iter().all(|energy| *energy <= 0.0),
                "{:?}",
                outcome.before.carrier
            );
        }
    }
    let mut project = Project::new();
    "cn_prd".clone_into(&mut project.site.region);
    "plastics".clone_into(&mut project.site.sector);
    for carrier in ["electricity", "bituminous_coal", "natural_gas", "steam", "water"] {
        project.bills.push(Bill { carrier: carrier.to_owned(), amount: Some(0.0), ..Bill::default() });
    }
    let empty = |service: &str| HeatSystem {
        service: service.to_owned(),
        uses: vec![HeatUse { share: Some(0.0), ..HeatUse::default() }],
        sources: vec![HeatSource {
            carrier: "natural_gas".to_owned(),
            share: Some(0.0),
            ..HeatSource::default()
        }],
        ..HeatSystem::default()
    };
    project.heat = vec![empty("steam"), empty("hot_water"), empty("thermal_oil"), HeatSystem::default()];
    project.heat[3].service = "steam".to_owned();
    project.fired =
        vec![FiredUse { kind: "oven".to_owned(), carrier: "natural_gas".to_owned(), ..FiredUse::default() }];
    assert_showable(&crate::common::outcome(&project, Depth::Full));
}

/// What a hostile or broken file may hold at any place.
fn odd() -> impl Strategy<Value = Value> {
    let numbers =
        [-1.0, 0.0, -0.0, 1e-300, 1e-9, 0.5, 99.9, 100.0, 101.0, 1e6, 1e12, 9.9e12, 1e13, 1e300, f64::MAX];
    prop_oneof![
        10 => select(numbers.to_vec()).prop_map(Value::from),
        5 => any::<f64>().prop_filter("finite", |f| f.is_finite()).prop_map(Value::from),
        1 => any::<u64>().prop_map(Value::from),
        1 => Just(Value::Null),
        1 => any::<bool>().prop_map(Value::from),
        1 => select(vec!["", "x", "steam", "electricity", "water", "hk", "purchased", "back_pressure", "\u{0}"])
            .prop_map(Value::from),
        1 => Just(Value::Array(Vec::new())),
        1 => Just(serde_json::json!({})),
    ]
}

/// Every place in a document that holds a plain value.
fn leaves<'v>(value: &'v mut Value, out: &mut Vec<&'v mut Value>) {
    let is_leaf = match value {
        Value::Array(items) => items.is_empty(),
        Value::Object(fields) => fields.is_empty(),
        _ => true,
    };
    match value {
        leaf if is_leaf => out.push(leaf),
        Value::Array(items) => items.iter_mut().for_each(|item| leaves(item, out)),
        Value::Object(fields) => fields.values_mut().for_each(|item| leaves(item, out)),
        _ => {}
    }
}

/// Adds fields that a project may leave out, so that they can be spoilt as well.
fn spell_out(project: &mut Project) {
    for source in project.heat.iter_mut().flat_map(|h| &mut h.sources) {
        source.stack_temperature.get_or_insert(200.0);
        source.oxygen.get_or_insert(6.0);
        source.gross_generation.get_or_insert(10.0);
        source.own_use.get_or_insert(1.0);
        source.unburnt_loss.get_or_insert(1.0);
        source.other_loss.get_or_insert(1.0);
    }
    for use_ in &mut project.electricity {
        use_.share.get_or_insert(1.0);
    }
    project.finance.grant_cap.get_or_insert(1e6);
    project.finance.cny_per_hkd.get_or_insert(0.9);
    project.finance.hkd_per_usd.get_or_insert(7.8);
    let finance = &mut project.finance;
    finance.mop_per_hkd.get_or_insert(1.03);
    let shares = [&mut finance.loan_share, &mut finance.loan_rate, &mut finance.profits_tax];
    let growths = [&mut finance.price_growth, &mut finance.carbon_growth, &mut finance.tax_growth];
    let rates = [&mut finance.finance_rate, &mut finance.reinvest_rate, &mut finance.running_growth];
    for field in shares.into_iter().chain(growths).chain(rates) {
        field.get_or_insert(5.0);
    }
    finance.loan_years.get_or_insert(7);
    finance.depreciation_years.get_or_insert(7);
    project.finance.horizon.get_or_insert(10);
    for choice in project.plans.iter_mut().flat_map(|p| &mut p.measures) {
        for key in ["size", "coverage", "life", "capex"] {
            choice.params.entry(key.to_owned()).or_insert(1.0);
        }
    }
}

proptest! {
    #![proptest_config(often(300))]

    /// A project with anything anywhere: refused, complained about, or computed with finite
    /// figures.
    #[test]
    fn anything_anywhere_is_survived(
        mut project in project(),
        changes in prop::collection::vec((any::<prop::sample::Index>(), odd()), 1..4),
    ) {
        spell_out(&mut project);
        let mut document: Value = serde_json::from_str(&to_json(&project)).unwrap();
        {
            let mut places = Vec::new();
            leaves(&mut document, &mut places);
            for (index, odd) in changes {
                let place = index.index(places.len());
                *places[place] = odd;
            }
        }
        if let Ok(project) = from_json(&document.to_string()) {
            let assessment = assess(&project, Depth::Quick);
            prop_assert_eq!(assessment.problems.is_empty(), assessment.outcome.is_some());
            if let Some(outcome) = &assessment.outcome {
                assert_showable(outcome);
            }
        }
    }

    /// A project file reads back as it was.
    #[test]
    fn files_read_back(project in project()) {
        let read = from_json(&to_json(&project));
        prop_assert_eq!(read.as_ref(), Ok(&project));
    }

    /// Any text at all.
    #[test]
    fn any_text_is_survived(text in "\\PC*") {
        prop_assert!(from_json(&text).is_err());
    }

    /// A file cut off or damaged anywhere.
    #[test]
    fn damaged_files_are_survived(project in project(), cut in any::<prop::sample::Index>(), byte in any::<u8>()) {
        let text = to_json(&project);
        let place = cut.index(text.len());
        prop_assert!(matches!(from_json(&text[..place]), Err(FileError::Damaged { .. })), "cut at {}", place);
        let mut bytes = text.into_bytes();
        bytes[place] = byte;
        if let Ok(text) = String::from_utf8(bytes)
            && let Ok(project) = from_json(&text)
        {
            let _ = assess(&project, Depth::Quick);
        }
    }
}

#[test]
fn files_that_are_no_projects() {
    for text in
        ["", "null", "1", "\"x\"", "[]", "{}", "{\"format\":\"1\"}", "{\"format\":1.5}", "{\"format\":-1}"]
    {
        let error = from_json(text).unwrap_err();
        assert!(
            matches!(error, FileError::Damaged { .. } | FileError::NotAProject { .. }),
            "{text}: {error:?}"
        );
    }
    let newer = format!("{{\"format\":{}}}", FORMAT + 1);
    assert_eq!(from_json(&newer), Err(FileError::Newer { found: FORMAT + 1, supported: FORMAT }));
    let far = from_json("{\"format\":18446744073709551615}");
    assert_eq!(far, Err(FileError::Newer { found: u32::MAX, supported: FORMAT }));
    // Nesting in every way that could overflow a stack.
    for (open, close) in [("[", "]"), ("{\"a\":", "}"), ("[{\"a\":", "}]")] {
        for depth in [100, 1_000, 200_000] {
            let nested = format!("{}1{}", open.repeat(depth), close.repeat(depth));
            let text = format!("{{\"format\":{FORMAT},\"bills\":{nested}}}");
            assert!(from_json(&text).is_err(), "{open} {depth}");
            assert!(from_json(&open.repeat(depth)).is_err(), "{open} {depth}, cut");
        }
    }
    // Two million bytes are the limit, whatever they say.
    let title = "x".repeat(3_000_000);
    let text = format!("{{\"format\":{FORMAT},\"title\":\"{title}\"}}");
    assert!(matches!(from_json(&text), Err(FileError::TooLarge { limit: 2_097_152, .. })));
}

/// As many entries as the limit of the file allows must not overflow what numbers them.
#[test]
fn very_many_entries_are_survived() {
    let mut project = case("plastics");
    let use_ = project.electricity[0].clone();
    project.electricity = vec![use_; 20_000];
    let assessment = assess(&project, Depth::Quick);
    assert_eq!(assessment.problems.is_empty(), assessment.outcome.is_some());
    if let Some(outcome) = &assessment.outcome {
        assert_showable(outcome);
        crate::common::near(outcome.before.site_electricity, 9_850_000.0, 1e-9);
    }
}
