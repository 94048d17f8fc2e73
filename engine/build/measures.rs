//! The measure catalogue: what each measure is and the parameters it takes.

use std::fmt::Write as _;

use lantian_factpack::{Measure, Pack, Param};

use crate::names::{number, optional_number, optional_unit, path, source, unit, variant};

pub fn generate(pack: &Pack) -> String {
    let mut text = format!("static MEASURES: [MeasureSpec; {}] = [\n", pack.measures.len());
    for measure in &pack.measures {
        text.push_str(&spec(measure));
    }
    text.push_str("];\n");
    text
}

fn spec(measure: &Measure) -> String {
    let paths = |list: &str, slugs: &[String]| {
        slugs.iter().map(|slug| path(list, slug)).collect::<Vec<_>>().join(", ")
    };
    let sources: Vec<String> = measure.sources.iter().map(|id| source(id)).collect();
    let mut text = format!(
        "MeasureSpec {{ id: MeasureId::{}, code: {:?}, group: {}, stage: {}, stage_part: {:?}, \
         exclusive_groups: &[{}], sectors: &[{}], lifetime_years: {}, evidence: {}, sources: &[{}], params: &[\n",
        variant(&measure.id),
        measure.code,
        path("measure_group", &measure.group),
        measure.stage,
        measure.stage_part,
        paths("exclusive_group", &measure.exclusive_groups),
        paths("sector", &measure.sectors),
        number(measure.lifetime_years),
        path("evidence", &measure.evidence),
        sources.join(", "),
    );
    for param in &measure.params {
        text.push_str(&param_spec(param));
    }
    text.push_str("] },\n");
    text
}

fn param_spec(param: &Param) -> String {
    let numbers = [
        ("default", param.default),
        ("min", param.min),
        ("max", param.max),
        ("low", param.low),
        ("typical", param.typical),
        ("high", param.high),
    ];
    let mut text = format!(
        "ParamSpec {{ key: {:?}, num: {}, den: {}, ",
        param.key,
        unit(&param.num),
        optional_unit(param.den.as_ref())
    );
    for (field, value) in numbers {
        let _ = write!(text, "{field}: {}, ", optional_number(value));
    }
    let _ = writeln!(
        text,
        "source: {}, evidence: {} }},",
        source(&param.source),
        path("evidence", &param.evidence)
    );
    text
}
