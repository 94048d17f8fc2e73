//! Whole sentences with formatted values, as the wording rules give them.

use super::{Currency, Format, Lang, Texts, bundled, k, site};

fn texts(lang: Lang) -> &'static Texts {
    Box::leak(Box::new(Texts::parse(lang, bundled(lang)).unwrap()))
}

/// The sentence made by `word` in English, Traditional and Simplified Chinese, ordinary spaces only.
fn in_all(word: impl Fn(&'static Texts, Format) -> String) -> [String; 3] {
    [Lang::En, Lang::ZhHant, Lang::ZhHans].map(|lang| {
        let texts = texts(lang);
        word(texts, Format::new(texts)).replace('\u{a0}', " ")
    })
}

#[test]
fn a_saving_plan() {
    let shown = in_all(|texts, format| {
        let payback = texts.fill(k::FINDING_PAYBACK_YEARS, [("time", &format.years(2.4))]);
        let (amount, share) = (format.co2e(3_940.0), format.share_words(0.249));
        texts.fill(k::FINDING_SAVING, [("amount", &amount), ("share", &share), ("payback", &payback)])
    });
    assert_eq!(
        shown,
        [
            "The plan cuts 3,940 t CO₂e a year, a quarter of today, and pays back in 2.4 years.",
            "此方案每年減少 3,940 噸 CO₂e，相當於現時的四分之一，2.4 年回本。",
            "本方案每年减少 3,940 吨 CO₂e，相当于目前的四分之一，2.4 年收回投资。",
        ]
    );
}

#[test]
fn money_saved_for_money_spent() {
    let shown = in_all(|texts, format| {
        let money = |value| format.money_sentence(value, Currency::Hkd);
        texts.fill(k::FINDING_MONEY, [("saving", &money(7_900_000.0)), ("cost", &money(19_200_000.0))])
    });
    assert_eq!(
        shown,
        [
            "It saves HK$7.9 million a year on energy, water and tax for HK$19.2 million of work.",
            "投資港幣 1,920 萬元，每年節省能源費、水費及稅項共港幣 790 萬元。",
            "投资 1,920 万港元，每年节约能源费、水费和税费共 790 万港元。",
        ]
    );
}

#[test]
fn a_payback_beyond_the_life_and_a_cost_that_rises() {
    let beyond =
        in_all(|texts, format| texts.fill(k::FINDING_PAYBACK_BEYOND_LIFE, [("life", &format.years(10.0))]));
    assert_eq!(beyond[1..], ["在 10 年使用年期內不能回本", "在 10 年使用寿命内无法收回投资"]);
    let rises = in_all(|texts, format| {
        let extra = format.money_sentence(3_100_000.0, Currency::Hkd);
        texts.fill(k::FINDING_PAYBACK_COSTS_MORE, [("extra", &extra)])
    });
    assert_eq!(
        rises,
        [
            "costs HK$3.1 million more a year, so it never pays back",
            "每年開支增加港幣 310 萬元，因此不能回本",
            "年费用增加 310 万港元，因此无法收回投资",
        ]
    );
}

#[test]
fn a_pollutant_that_rises() {
    let remedy = ["a catalyst", "加裝催化裝置", "加装催化装置"];
    let shown = in_all(|texts, format| {
        let remedy = match texts.lang() {
            Lang::En => remedy[0],
            Lang::ZhHant => remedy[1],
            Lang::ZhHans => remedy[2],
        };
        let change = format.share(0.04);
        texts
            .fill(k::FINDING_POLLUTANT_RISES, [("pollutant", "NOx"), ("change", &change), ("remedy", remedy)])
    });
    assert_eq!(
        shown,
        [
            "One pollutant needs a look: on-site NOx rises 4%; a catalyst would prevent it.",
            "一項污染物須留意：廠內 NOx 增加 4%；加裝催化裝置可避免。",
            "有一项污染物需要注意：厂内 NOx 增加 4%；加装催化装置可避免。",
        ]
    );
}

#[test]
fn doubt_and_chance() {
    let doubt = in_all(|texts, _| {
        let first = texts.get(k::PLANT_BOILER_EFFICIENCY);
        texts.fill(k::FINDING_DOUBT, [("unverified", "2"), ("all", "14"), ("first", first)])
    });
    assert_eq!(
        doubt[1..],
        [
            "這個數字用到 14 項系數，其中 2 項未核實；實測鍋爐效率最能收窄區間。",
            "这个数用到 14 项因子，其中 2 项未核实；实测锅炉效率最能缩小区间。",
        ]
    );
    let chance = in_all(|texts, format| texts.fill(k::FINDING_CHANCE, [("time", &format.years(3.6))]));
    assert_eq!(chance[1], "十次模擬中有九次在 3.6 年內回本。");
}

#[test]
fn messages_about_bills_and_files() {
    let price = in_all(|texts, format| {
        let money = |value| format.price_words(value, Currency::Hkd, 2);
        let values = [
            ("field", texts.key_name("carrier", "electricity").unwrap()),
            ("price", &*money(12.4)),
            ("unit", texts.unit("kwh").unwrap()),
            ("range", &*format.price_range(0.9, 1.6, Currency::Hkd, 2)),
        ];
        texts.fill(k::ERROR_PRICE_HIGH, values)
    });
    assert_eq!(
        price,
        [
            "Electricity: this works out at HK$12.40 per kWh, far above the usual HK$0.90–1.60. \
             Check amount, unit and period.",
            "電力：折合每度 HK$12.40，遠高於常見的 HK$0.90–1.60。請核對金額、單位及期間。",
            "电力：折合每千瓦时 12.40 港元，远高于常见的 0.90–1.60 港元。请核对金额、单位和期间。",
        ]
    );
    let month = in_all(|texts, format| texts.fill(k::ERROR_MONTH_MISSING, [("month", &format.month(8))]));
    assert_eq!(month[1], "欠缺 8月。請補填，或按其他月份估算並加以標示。");
    let paste = in_all(|texts, _| {
        texts.fill(k::ERROR_PASTE_COLUMNS, [("row", "7"), ("found", "11"), ("expected", "12")])
    });
    assert_eq!(paste[2], "粘贴的第 7 行有 11 个数值，应为 12 个。请补上缺少的月份再粘贴。原有数据未改动。");
    let list = in_all(|texts, format| {
        let (list, bill) = (format.electricity(1_320_000.0), format.electricity(960_000.0));
        texts.fill(k::ERROR_LIST_EXCEEDS_BILL, [("list", &list), ("bill", &bill)])
    });
    assert_eq!(list[1], "設備清單共用 132 萬度，賬單只有 96 萬度。請核對時數及數量，或按賬單調整清單。");
}

#[test]
fn headings_speak_of_the_right_place() {
    for (sector, shown) in
        [("textile_dyeing", "貴廠用了甚麼"), ("hotel", "貴酒店用了甚麼"), ("hk_office", "貴公司用了甚麼")]
    {
        let texts = texts(Lang::ZhHant);
        assert_eq!(texts.fill(k::PLANT_TITLE, [("site", texts.get(site(sector)))]), shown);
    }
}
