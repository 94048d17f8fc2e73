//! Names that controls look up by slug: sectors, carriers, units, measures and their parameters.
//!
//! They come from `data/`, typeset for reading, so that a new carrier or measure needs no locale
//! entry. The `names` section of a locale file adds further ones (`step.stack_loss`) and replaces
//! single names where the reader needs another word than the table.

use std::collections::BTreeMap;
use std::path::Path;

use crate::TextsError;
use crate::locale::{Language, Locale};
use crate::typeset::typeset;

/// The lists of `keys.csv` that a picker, a table or a badge shows before any fact is opened.
/// The other lists are read on the sources page only and stand in its own file.
pub const SHOWN_LISTS: &[&str] = &[
    "basis",
    "blend",
    "carrier",
    "emission",
    "equipment",
    "evidence",
    "exclusive_group",
    "fuel",
    "gas",
    "greenhouse_gas",
    "gwp_set",
    "industry",
    "material",
    "measure_group",
    "mode",
    "pollutant",
    "price_item",
    "region",
    "sector",
    "technology",
    "transport_vehicle",
    "treatment",
    "vehicle",
    "wwm_activity",
];

/// The names of one language, by slug.
#[derive(Debug)]
pub struct Names {
    pub language: Language,
    pub entries: BTreeMap<String, String>,
}

impl Names {
    pub fn read(data: &Path, locale: &Locale) -> Result<Self, TextsError> {
        let language = locale.language;
        let mut entries = BTreeMap::new();
        let mut add = |slug: String, name: &str| entries.insert(slug, typeset(language, name));

        let keys = Table::read(&data.join("keys.csv"))?;
        let (list, slug, name) = (keys.column("list")?, keys.column("slug")?, keys.name_column(language)?);
        for row in keys.rows.iter().filter(|row| SHOWN_LISTS.contains(&field(row, list))) {
            add(format!("key.{}.{}", field(row, list), field(row, slug)), field(row, name));
        }

        let units = Table::read(&data.join("units.csv"))?;
        let (slug, latin) = (units.column("slug")?, units.column("symbol_en")?);
        let symbol =
            units.column(language_column(language, ["symbol_en", "symbol_zh_hant", "symbol_zh_hans"]))?;
        for row in &units.rows {
            add(format!("unit.{}", field(row, slug)), field(row, symbol));
            // Tables and formulas keep the international symbol where the everyday word differs.
            if field(row, symbol) != field(row, latin) {
                add(format!("symbol.{}", field(row, slug)), field(row, latin));
            }
        }

        let measures = Table::read(&data.join("measures.csv"))?;
        let (id, name) = (measures.column("id")?, measures.name_column(language)?);
        for row in &measures.rows {
            add(format!("measure.{}", field(row, id)), field(row, name));
        }

        let params = Table::read(&data.join("measure_params.csv"))?;
        let columns = (params.column("measure_id")?, params.column("param")?, params.name_column(language)?);
        for (slug, name) in param_names(&params.rows, columns) {
            add(slug, name);
        }

        entries.extend(locale.names.iter().map(|(slug, name)| (slug.clone(), name.clone())));
        Ok(Self { language, entries })
    }
}

/// Most measures share names such as "Implementation cost": the commonest name of a parameter is
/// stored once under `param.<param>`, the others under `param.<measure>.<param>`.
fn param_names(rows: &[csv::StringRecord], columns: (usize, usize, usize)) -> Vec<(String, &str)> {
    let (measure, param, name) = columns;
    let mut uses: BTreeMap<&str, Vec<(&str, usize)>> = BTreeMap::new();
    for row in rows {
        let names = uses.entry(field(row, param)).or_default();
        match names.iter_mut().find(|(known, _)| *known == field(row, name)) {
            Some((_, count)) => *count += 1,
            None => names.push((field(row, name), 1)),
        }
    }
    let common: BTreeMap<&str, &str> = uses
        .into_iter()
        .filter_map(|(param, names)| {
            // The first of equals, so that the choice does not depend on anything but the file.
            let most = names.iter().map(|(_, count)| *count).max()?;
            names.into_iter().find(|(_, count)| *count == most).map(|(name, _)| (param, name))
        })
        .collect();
    let special = rows
        .iter()
        .filter(|row| common.get(field(row, param)) != Some(&field(row, name)))
        .map(|row| (format!("param.{}.{}", field(row, measure), field(row, param)), field(row, name)));
    let shared = common.iter().map(|(param, name)| (format!("param.{param}"), *name));
    shared.chain(special).collect()
}

fn language_column(language: Language, columns: [&'static str; 3]) -> &'static str {
    let [english, traditional, simplified] = columns;
    match language {
        Language::En => english,
        Language::ZhHant => traditional,
        Language::ZhHans => simplified,
    }
}

fn field(row: &csv::StringRecord, column: usize) -> &str {
    row.get(column).unwrap_or_default()
}

struct Table {
    path: String,
    header: csv::StringRecord,
    rows: Vec<csv::StringRecord>,
}

impl Table {
    fn read(path: &Path) -> Result<Self, TextsError> {
        let shown = path.display().to_string();
        let wrong = |source| TextsError::Csv { path: shown.clone(), source };
        let mut reader = csv::Reader::from_path(path).map_err(wrong)?;
        let header = reader.headers().map_err(wrong)?.clone();
        let rows = reader.records().collect::<Result<Vec<_>, _>>().map_err(wrong)?;
        Ok(Self { path: shown, header, rows })
    }

    fn column(&self, column: &'static str) -> Result<usize, TextsError> {
        self.header
            .iter()
            .position(|name| name == column)
            .ok_or_else(|| TextsError::Column { path: self.path.clone(), column })
    }

    fn name_column(&self, language: Language) -> Result<usize, TextsError> {
        self.column(language_column(language, ["name_en", "name_zh_hant", "name_zh_hans"]))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shared_parameter_name_is_stored_once() {
        let rows: Vec<_> =
            [["led", "capex", "Cost"], ["pv", "capex", "Cost"], ["chp", "capex", "Cost per kW"]]
                .map(|row| csv::StringRecord::from(row.to_vec()))
                .to_vec();
        let names = param_names(&rows, (0, 1, 2));
        assert_eq!(
            names,
            [("param.capex".to_owned(), "Cost"), ("param.chp.capex".to_owned(), "Cost per kW")]
        );
    }
}
