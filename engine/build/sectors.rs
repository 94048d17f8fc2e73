//! Sector figures, sorted by sector, and the typical measures of each sector.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use lantian_factpack::{Pack, SectorRow};

use crate::names::{key_enum, number, optional_unit, path, source, unit, variant};

pub fn generate(pack: &Pack) -> String {
    let sectors: Vec<&str> = pack
        .keys
        .list("sector")
        .map_or_else(Vec::new, |list| list.keys.iter().map(|key| key.slug.as_str()).collect());
    let mut text = String::new();

    // `factory_prd_01` is January of the profile `factory_prd`.
    let profiles: BTreeSet<&str> = pack
        .sectors
        .iter()
        .filter(|row| row.kind == "monthly_share")
        .filter_map(|row| Some(row.key.rsplit_once('_')?.0))
        .collect();
    let profiles: Vec<&str> = profiles.into_iter().collect();
    text.push_str(&key_enum("How a year is spread over its months.", "MonthlyProfile", &profiles));

    let _ = writeln!(text, "static ROWS: [SectorRow; {}] = [", pack.sectors.len());
    for sector in &sectors {
        for row in pack.sectors.iter().filter(|row| row.sector == *sector) {
            text.push_str(&sector_row(row));
        }
    }
    let _ = writeln!(text, "];\n\nstatic ROW_ENDS: [u16; {}] = [", sectors.len());
    let mut end = 0;
    for sector in &sectors {
        end += pack.sectors.iter().filter(|row| row.sector == *sector).count();
        let _ = writeln!(text, "{end},");
    }

    let _ = writeln!(text, "];\n\nstatic TYPICAL: [&[MeasureId]; {}] = [", sectors.len());
    for sector in &sectors {
        let measures: Vec<String> = pack
            .sector_measures
            .iter()
            .filter(|row| row.sector == *sector)
            .map(|row| format!("MeasureId::{}", variant(&row.measure)))
            .collect();
        let _ = writeln!(text, "&[{}],", measures.join(", "));
    }
    text.push_str("];\n");
    text
}

fn sector_row(row: &SectorRow) -> String {
    let [low, typical, high] =
        [row.low, row.typical, row.high].map(|value| number(value.unwrap_or(f64::NAN)));
    format!(
        "SectorRow {{ low: {low}, typical: {typical}, high: {high}, sector: {}, kind: {}, key: SectorKey::{}, \
         num: {}, den: {}, base: {}, basis: {}, source: {}, evidence: {} }},\n",
        path("sector", &row.sector),
        path("quantity_kind", &row.kind),
        variant(&row.key),
        unit(&row.num),
        optional_unit(row.den.as_ref()),
        path("sector_base", &row.base),
        path("basis", &row.basis),
        source(&row.source),
        path("evidence", &row.evidence),
    )
}
