//! Unit conversion and the words people type.
#![expect(clippy::expect_used, reason = "a test that cannot convert has failed")]

use lantian_engine::units::{Dimension, UnitContext, UnitError, UnitId, convert};
use proptest::prelude::*;

#[track_caller]
fn converts(value: f64, from: UnitId, to: UnitId, want: f64) {
    let have = convert(value, from, to).expect("same dimension");
    assert!((have - want).abs() <= 1e-9 * want.abs().max(1e-9), "{have} is not {want}");
}

#[test]
fn definitions() {
    converts(1.0, UnitId::Kwh, UnitId::Mj, 3.6);
    converts(1.0, UnitId::Tce, UnitId::Gj, 29.3076);
    converts(1.0, UnitId::TowngasUnit, UnitId::Mj, 48.0);
    converts(1.0, UnitId::Therm, UnitId::Kwh, 29.307_107_016_667);
    converts(2_204.622_621_848_776, UnitId::Lb, UnitId::T, 1.0);
    converts(1.0, UnitId::CattyHk, UnitId::G, 604.789_82);
    converts(1.0, UnitId::Sm320c, UnitId::Nm3, 273.15 / 293.15);
    converts(1.0, UnitId::Mpag, UnitId::Barg, 10.0);
}

#[test]
fn absolute_temperatures_have_an_offset() {
    converts(212.0, UnitId::Degf, UnitId::Degc, 100.0);
    converts(-40.0, UnitId::Degc, UnitId::Degf, -40.0);
    converts(0.0, UnitId::Degc, UnitId::KelvinAbs, 273.15);
}

#[test]
fn other_dimensions_are_refused() {
    let refused = |from, to| assert_eq!(convert(1.0, from, to), Err(UnitError::Dimension { from, to }));
    // Gas at the meter, CO2 against CO2e, kelvin of a difference: each would be a silent error.
    refused(UnitId::M3, UnitId::Nm3);
    refused(UnitId::KgCo2, UnitId::KgCo2e);
    refused(UnitId::K, UnitId::Degc);
    refused(UnitId::Hkd, UnitId::Cny);
}

#[test]
fn words_on_bills() {
    for (text, contexts, want) in [
        ("kWh", &[][..], UnitId::Kwh),
        (" ＫＷＨ ", &[], UnitId::Kwh),
        ("萬度", &[], UnitId::Kwh10k),
        ("度", &[UnitContext::Electricity], UnitId::Kwh),
        ("度", &[UnitContext::ZhHant, UnitContext::Towngas], UnitId::TowngasUnit),
        ("斤", &[UnitContext::ZhHans], UnitId::Jin),
        ("斤", &[UnitContext::ZhHant], UnitId::CattyHk),
        ("公吨", &[], UnitId::T),
        ("ton", &[UnitContext::Metric], UnitId::T),
        ("ton", &[UnitContext::Us], UnitId::ShortTon),
        ("万立方米", &[], UnitId::TenThousandM3),
        ("m³", &[], UnitId::M3),
        ("元", &[UnitContext::Cn], UnitId::Cny),
        ("％", &[], UnitId::Percent),
        ("mj", &[], UnitId::Mj),
    ] {
        assert_eq!(UnitId::parse(text, contexts), Ok(want), "{text}");
    }
}

#[test]
fn words_that_mean_several_things_are_not_guessed() {
    let ambiguous = |text: &str, candidates: &[UnitId]| {
        let candidates = candidates.to_vec();
        assert_eq!(UnitId::parse(text, &[]), Err(UnitError::Ambiguous { candidates }), "{text}");
    };
    ambiguous("ton", &[UnitId::T, UnitId::ShortTon, UnitId::LongTon]);
    ambiguous("Gallons", &[UnitId::UsGal, UnitId::ImpGal]);
    ambiguous("度", &[UnitId::Kwh, UnitId::TowngasUnit, UnitId::K]);
    assert_eq!(UnitId::parse("bushel", &[]), Err(UnitError::Unknown));
    assert_eq!(UnitId::parse("", &[]), Err(UnitError::Unknown));
}

#[test]
fn capitals_that_matter_are_kept() {
    assert_eq!(UnitId::parse("mg", &[]), Ok(UnitId::Mg));
    assert_eq!(UnitId::parse("Mg", &[]), Ok(UnitId::T));
    assert_eq!(UnitId::parse("MW", &[]), Ok(UnitId::Mw));
    // Neither milligram nor megagram is written like this.
    let candidates = vec![UnitId::Mg, UnitId::T];
    assert_eq!(UnitId::parse("MG", &[]), Err(UnitError::Ambiguous { candidates }));
}

#[test]
fn every_unit_has_its_base() {
    for unit in UnitId::ALL {
        assert_eq!(unit.base().dimension(), unit.dimension(), "{unit:?}");
        assert_eq!(unit.base().base(), unit.base(), "{unit:?}");
        assert_eq!(UnitId::from_slug(unit.slug()), Some(*unit));
    }
    for dimension in Dimension::ALL {
        assert!(UnitId::of_dimension(*dimension).count() > 0, "{dimension:?}");
    }
}

fn pair() -> impl Strategy<Value = (UnitId, UnitId)> {
    prop::sample::select(UnitId::ALL).prop_flat_map(|from| {
        let others: Vec<UnitId> = UnitId::of_dimension(from.dimension()).collect();
        (Just(from), prop::sample::select(others))
    })
}

proptest! {
    #[test]
    fn there_and_back((from, to) in pair(), value in -1e9_f64..1e9) {
        let there = convert(value, from, to).expect("same dimension");
        let back = convert(there, to, from).expect("same dimension");
        // An offset of 273 K costs digits near zero.
        prop_assert!((back - value).abs() <= 1e-9 * value.abs().max(1.0), "{from:?} {to:?} {value} {back}");
    }

    #[test]
    fn by_way_of_the_base((from, to) in pair(), value in 0.0_f64..1e9) {
        let direct = convert(value, from, to).expect("same dimension");
        let base = convert(value, from, from.base()).expect("same dimension");
        let round = convert(base, from.base(), to).expect("same dimension");
        prop_assert!((direct - round).abs() <= 1e-9 * direct.abs().max(1e-3), "{from:?} {to:?}");
    }

    #[test]
    fn typed_text_never_panics(text in "\\PC{0,12}") {
        let _ = UnitId::parse(&text, UnitContext::ALL);
    }
}
