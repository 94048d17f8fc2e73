//! The texts of the product as they stand.
#![expect(clippy::unwrap_used, reason = "a test may panic")]

use std::path::Path;

use lantian_texts::Texts;
use serde_json::Value;

fn texts() -> Texts {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    Texts::load(root).unwrap_or_else(|error| panic!("{error}"))
}

#[test]
fn every_text_passes_the_checks() {
    assert_eq!(texts().locales.len(), 3);
}

#[test]
fn the_tables_have_a_line_for_each_key_and_sorted_names() {
    let texts = texts();
    let (hash, (first, rest)) =
        (texts.keys().hash(), (texts.keys().parts().0.len(), texts.keys().parts().1.len()));
    for (name, table) in texts.tables() {
        let (keys, slug) = if name.starts_with("ui.") {
            (first, "key.sector.textile_dyeing")
        } else {
            (rest, "measure.lighting_led")
        };
        let mut lines = table.strip_suffix('\n').unwrap().split('\n');
        let head = lines.next().unwrap();
        let slugs: Vec<_> = lines.skip(keys).map(|line| line.split_once('\t').unwrap().0).collect();
        assert_eq!(head, format!("lantian-texts {hash} {keys} {}", slugs.len()), "{name}");
        assert!(slugs.is_sorted() && slugs.contains(&slug), "{name}");
    }
}

/// What a look at the first screen and at a page shows.
#[test]
fn the_first_screen_has_its_texts_and_the_pages_wait() {
    let texts = texts();
    let first = |key: &str| texts.first.keys.contains(key);
    for shown in
        ["START_ELECTRICITY", "NAV_REPORT", "SITE_PLANT", "ERROR_INPUT_LETTER", "ERROR_LOAD", "PERIOD_MONTH"]
    {
        assert!(first(shown), "{shown}");
    }
    for waits in ["REPORT_TITLE", "UPGRADES_LEAD", "WHY_STEP_N", "NOTICE_DEFAULT_USED", "PROBLEM_NO_PRICE"] {
        assert!(!first(waits), "{waits}");
    }
    for shown in ["key.sector.hotel", "key.region.hk", "unit.kwh", "key.carrier.electricity"] {
        assert!(texts.first.has_name(shown), "{shown}");
    }
    for waits in ["measure.lighting_led", "param.capex", "step.stack_loss", "key.material.insulation"] {
        assert!(!texts.first.has_name(waits), "{waits}");
    }
}

#[test]
fn fact_files_follow_the_pack() {
    let texts = texts();
    let facts: usize = texts.pack.tables.iter().map(|table| table.facts.len()).sum();
    for (name, file) in texts.fact_files() {
        let file: Value = serde_json::from_str(&file).unwrap();
        let length = |list: &str| file.get(list).and_then(Value::as_array).unwrap().len();
        assert_eq!(file.get("hash").unwrap(), &Value::from(texts.pack.hash.as_str()), "{name}");
        assert_eq!(length("facts"), facts, "{name}");
        assert_eq!(length("sources"), texts.pack.sources.len(), "{name}");
        assert_eq!(length("measures"), texts.pack.measures.len(), "{name}");
        assert_eq!(length("params"), texts.pack.measures.len(), "{name}");
    }
}

#[test]
fn the_agreed_glossary_words_are_used() {
    // Words whose Hong Kong and Mainland forms are easily mixed up.
    let texts = texts();
    for (key, words) in [
        ("nav.upgrades", ["Upgrades", "改善措施", "改造措施"]),
        ("act.save", ["Save", "儲存", "保存"]),
        ("act.undo", ["Undo", "復原", "撤销"]),
        ("act.print", ["Print", "列印", "打印"]),
        ("finance.irr", ["Internal rate of return (IRR)", "內部回報率（IRR）", "内部收益率（IRR）"]),
        (
            "metric.pm10",
            ["Respirable suspended particulates (PM10)", "可吸入懸浮粒子（PM10）", "可吸入颗粒物（PM10）"],
        ),
        ("why.factor", ["Factor", "系數", "因子"]),
        ("badge.confidence_high", ["confidence high", "可信程度：高", "可信度：高"]),
    ] {
        let shown = texts.locales.iter().map(|locale| locale.texts.get(key).unwrap().as_str());
        assert!(shown.eq(words), "{key}");
    }
}
