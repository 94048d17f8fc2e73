//! The examples of the wording rules, and what must never be printed.

use super::super::{Currency, Format, Lang, Texts, bundled};

fn format(lang: Lang) -> Format {
    Format::new(Box::leak(Box::new(Texts::parse(lang, bundled(lang)).unwrap())))
}

fn all() -> [Format; 3] {
    [format(Lang::En), format(Lang::ZhHant), format(Lang::ZhHans)]
}

/// No-break spaces shown as `~`, so that a test tells them from ordinary ones.
fn seen(text: &str) -> String {
    text.replace('\u{a0}', "~")
}

#[test]
fn headlines_carry_three_figures_and_scale_words() {
    for (value, en, hant, hans) in [
        (3_938.2, "3,940", "3,940", "3,940"),
        (7_904_210.0, "7.9~million", "790~萬", "790~万"),
        (1_320_000.0, "1.32~million", "132~萬", "132~万"),
        (42_500_000.0, "42.5~million", "4,250~萬", "4,250~万"),
        (9_996.0, "10,000", "1~萬", "1~万"),
        (99_960_000.0, "100~million", "1~億", "1~亿"),
        (2.5e9, "2.5~billion", "25~億", "25~亿"),
        (0.0, "0", "0", "0"),
        (-0.0, "0", "0", "0"),
        (-310.4, "−310", "−310", "−310"),
        (0.012_34, "0.0123", "0.0123", "0.0123"),
    ] {
        for (format, shown) in all().into_iter().zip([en, hant, hans]) {
            assert_eq!(seen(&format.headline(value, "")), shown);
        }
    }
}

#[test]
fn a_unit_stays_with_its_number() {
    let [en, hant, hans] = all();
    assert_eq!(seen(&en.co2e(3_940.0)), "3,940~t~CO₂e");
    assert_eq!(seen(&hant.co2e(3_940.0)), "3,940~噸~CO₂e");
    assert_eq!(seen(&hans.co2e(3_940.0)), "3,940~吨~CO₂e");
    assert_eq!(seen(&hant.co2e(39_400.0)), "3.94~萬噸~CO₂e");
    assert_eq!(seen(&en.co2e(0.012)), "12~kg~CO₂e");
    assert_eq!(seen(&en.quantity(40.0, 0, "°C")), "40~°C");
    assert_eq!(seen(&hant.water(884_000.0)), "88.4~萬~m³");
    assert_eq!(en.quantity(12.0, 1, "%"), "12.0%");
}

#[test]
fn electricity_follows_its_size() {
    let [en, hant, hans] = all();
    assert_eq!(seen(&en.electricity(1_320_000.0)), "1.32~GWh");
    assert_eq!(seen(&en.electricity(820_000.0)), "820~MWh");
    assert_eq!(seen(&en.electricity(12_340.0)), "12,300~kWh");
    assert_eq!(seen(&hant.electricity(1_320_000.0)), "132~萬度");
    assert_eq!(seen(&hans.electricity(960_000.0)), "96~万千瓦时");
    assert_eq!(seen(&en.energy(38_120.0)), "38,100~GJ");
    assert_eq!(seen(&en.energy(152_000.0)), "152~TJ");
}

#[test]
fn tables_keep_full_digits() {
    for format in all() {
        assert_eq!(format.table(1_234_567.5, 0), "1,234,568");
        assert_eq!(format.table(7_904_210.0, 0), "7,904,210");
        assert_eq!(format.table(-0.04, 1), "0.0");
        assert_eq!(format.table(-1010.0, 0), "−1,010");
        assert_eq!(format.own(12_300.25), "12,300.25");
        assert_eq!(format.own(0.1), "0.1");
    }
}

#[test]
fn a_change_has_a_sign_or_a_word() {
    let [en, hant, hans] = all();
    assert_eq!(en.percent(-0.25), "−25%");
    assert_eq!(en.percent(0.043), "+4.3%");
    assert_eq!(en.percent(0.04), "+4%");
    assert_eq!(en.percent(-0.996), "−100%");
    assert_eq!(en.percent(-0.000_4), "unchanged");
    assert_eq!(hant.percent(0.0), "不變");
    assert_eq!(hans.percent(-0.0), "不变");
    assert_eq!(en.change_table(-0.4, 0), "unchanged");
    assert_eq!(en.change_table(120.0, 0), "+120");
    assert_eq!(seen(&en.co2e_change(-1_010.0)), "−1,010~t~CO₂e");
    assert_eq!(seen(&en.change(120.0, "t")), "+120~t");
    assert_eq!(seen(&en.points(0.03)), "+3~points");
    assert_eq!(seen(&en.points(-0.01)), "−1~point");
    assert_eq!(seen(&hant.points(0.03)), "+3~百分點");
}

#[test]
fn common_fractions_have_words() {
    let [en, hant, hans] = all();
    assert_eq!(en.share_words(0.249), "a quarter");
    assert_eq!(hant.share_words(0.26), "四分之一");
    assert_eq!(hans.share_words(0.33), "三分之一");
    assert_eq!(en.share_words(0.27), "27%");
    assert_eq!(en.share(0.312), "31%");
    assert_eq!(en.share(0.031_2), "3.1%");
}

#[test]
fn money_reads_as_the_place_says_it() {
    let [en, hant, hans] = all();
    let (hkd, cny, mop, usd) = (Currency::Hkd, Currency::Cny, Currency::Mop, Currency::Usd);
    assert_eq!(seen(&en.money_sentence(7_900_000.0, hkd)), "HK$7.9~million");
    assert_eq!(seen(&en.money_sentence(7_200_000.0, cny)), "RMB~7.2~million");
    assert_eq!(seen(&hant.money_sentence(7_900_000.0, hkd)), "港幣 790~萬元");
    assert_eq!(seen(&hant.money_sentence(7_200_000.0, cny)), "人民幣 720~萬元");
    assert_eq!(seen(&hans.money_sentence(7_200_000.0, cny)), "720~万元");
    assert_eq!(seen(&hans.money_sentence(7_900_000.0, hkd)), "790~万港元");
    assert_eq!(seen(&hant.money_sentence(8_000.0, hkd)), "港幣 8,000~元");
    assert_eq!(seen(&hans.money_sentence(50_000.0, hkd)), "5~万港元");
    assert_eq!(seen(&hant.money_sentence(19_200_000.0, hkd)), "港幣 1,920~萬元");
    assert_eq!(seen(&hans.money_sentence(1.5e8, mop)), "1.5~亿澳门元");
    assert_eq!(seen(&en.money_sentence(-3_100_000.0, usd)), "−US$3.1~million");
    assert_eq!(seen(&hant.money_change(3_100_000.0, hkd)), "+港幣 310~萬元");
    assert_eq!(seen(&hant.money_change(-3_100_000.0, hkd)), "−港幣 310~萬元");
    assert_eq!(en.money_change(0.0, hkd), "unchanged");
    assert_eq!(en.money_table(7_904_210.4, hkd), "HK$7,904,210");
    assert_eq!(seen(&en.money_table(-7_200_000.0, cny)), "−RMB~7,200,000");
    assert_eq!(hans.money_table(7_200_000.0, cny), "¥7,200,000");
    assert_eq!(hant.price(1.32, hkd, 2), "HK$1.32");
}

#[test]
fn prices_keep_their_decimals() {
    let [en, hant, hans] = all();
    assert_eq!(seen(&hans.price_words(12.4, Currency::Hkd, 2)), "12.40~港元");
    assert_eq!(seen(&hans.price_words(0.68, Currency::Cny, 2)), "0.68~元");
    assert_eq!(hant.price_words(12.4, Currency::Hkd, 2), "HK$12.40");
    assert_eq!(seen(&en.price_words(-0.68, Currency::Cny, 2)), "−RMB~0.68");
    assert_eq!(en.price_range(0.9, 1.6, Currency::Hkd, 2), "HK$0.90–1.60");
    assert_eq!(seen(&hans.price_range(0.9, 1.6, Currency::Hkd, 2)), "0.90–1.60~港元");
}

#[test]
fn ranges_never_put_a_dash_beside_a_minus() {
    let [en, hant, hans] = all();
    assert_eq!(en.range_table(1.9, 3.6, 1), "1.9–3.6");
    assert_eq!(en.range_table(-3.0, 5.0, 0), "−3 to 5");
    assert_eq!(hant.range_table(-3.0, 5.0, 0), "−3 至 5");
    assert_eq!(seen(&en.years_range(1.9, 3.6)), "1.9 to 3.6~years");
    assert_eq!(seen(&hant.years_range(1.9, 3.6)), "1.9 至 3.6~年");
    assert_eq!(seen(&hans.years_range(0.5, 1.5)), "6~个月至 1.5~年");
    assert_eq!(seen(&en.range(2_700.0, 5_000.0, "t CO₂e")), "2,700 to 5,000~t~CO₂e");
    assert_eq!(seen(&hant.range(19_000.0, 36_000.0, "噸")), "1.9~萬至 3.6~萬噸");
    assert_eq!(seen(&hant.money_range(1.2e6, 3e6, Currency::Hkd)), "港幣 120~萬至 300~萬元");
    assert_eq!(seen(&en.money_range(1.2e6, 3e6, Currency::Hkd)), "HK$1.2~million to HK$3~million");
}

#[test]
fn durations_count_months_then_years() {
    let [en, hant, hans] = all();
    for (years, shown) in [
        (5.0 / 12.0, "5~months"),
        (1.0 / 12.0, "1~month"),
        (0.97, "1~year"),
        (1.0, "1~year"),
        (2.4, "2.4~years"),
        (2.0, "2~years"),
        (9.97, "10~years"),
        (12.4, "12~years"),
    ] {
        assert_eq!(seen(&en.years(years)), shown);
    }
    assert_eq!(seen(&hant.years(5.0 / 12.0)), "5~個月");
    assert_eq!(seen(&hans.years(2.4)), "2.4~年");
    assert_eq!(seen(&hant.period(10)), "10~年");
}

#[test]
fn dates_and_lists_follow_the_language() {
    let [en, hant, hans] = all();
    assert_eq!(en.date(2026, 3, 5), "5 March 2026");
    assert_eq!(hant.date(2026, 3, 5), "2026年3月5日");
    assert_eq!(Format::date_iso(2026, 3, 5), "2026-03-05");
    assert_eq!(en.month(13), "");
    assert_eq!(en.list(&["A", "B", "C"]), "A, B and C");
    assert_eq!(hant.list(&["煤", "柴油"]), "煤及柴油");
    assert_eq!(hans.list(&["煤", "柴油", "电力"]), "煤、柴油和电力");
}

#[test]
fn what_is_no_number_never_looks_like_one() {
    for format in all() {
        for value in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
            for shown in [
                format.table(value, 2),
                format.headline(value, "t").trim_end_matches(['t', '\u{a0}']).to_owned(),
                format.percent(value),
                format.years(value),
                format.money_sentence(value, Currency::Hkd),
                format.co2e_change(value),
            ] {
                assert_eq!(shown, "–");
            }
        }
    }
}
