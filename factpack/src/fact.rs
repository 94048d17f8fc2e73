//! The fact tables: one row, one fact, one unit, one source.

use crate::files::Files;
use crate::pack::Names;
use crate::problem::{Place, Report};
use crate::sheet::{Row, Sheet};

/// One row of `tables.csv` with the facts of that table.
#[derive(Clone, Debug)]
pub struct Table {
    pub place: Place,
    pub name: String,
    /// Columns that say what the value is about; each uses the closed list of its own name.
    pub key_columns: Vec<String>,
    /// At most one row with `use = default` for each combination of these columns.
    pub default_key: Vec<String>,
    pub num_dimensions: Vec<String>,
    /// An empty word allows a pure number.
    pub den_dimensions: Vec<String>,
    pub min: f64,
    pub max: f64,
    pub facts: Vec<Fact>,
}

/// One fact.
#[derive(Clone, Debug)]
pub struct Fact {
    pub place: Place,
    pub id: String,
    pub names: Names,
    /// In the order of `Table::key_columns`; `None` only where the list does not apply.
    pub keys: Vec<Option<String>>,
    pub year: Option<u16>,
    pub valid_from: Option<String>,
    pub valid_to: Option<String>,
    pub value: f64,
    pub lower: Option<f64>,
    pub upper: Option<f64>,
    /// CO2, CH4 and N2O inside a CO2e value.
    pub parts: Option<[f64; 3]>,
    pub o2_ref_percent: Option<f64>,
    pub num: String,
    pub den: Option<String>,
    pub basis: String,
    pub source: String,
    pub locator: String,
    pub evidence: String,
    pub review_by: Option<u16>,
    /// default, alternative, history or report_only.
    pub usage: String,
    pub note: String,
}

impl Table {
    /// The slug a fact has in a key column.
    pub fn key<'a>(&self, fact: &'a Fact, column: &str) -> Option<&'a str> {
        let index = self.key_columns.iter().position(|key| key == column)?;
        fact.keys.get(index)?.as_deref()
    }
}

const COLUMNS: [&str; 19] = [
    "id",
    "name_en",
    "name_zh_hant",
    "name_zh_hans",
    "year",
    "valid_from",
    "valid_to",
    "value",
    "lower",
    "upper",
    "unit_num",
    "unit_den",
    "basis",
    "source_id",
    "locator",
    "evidence",
    "review_by",
    "use",
    "note",
];
const TABLE_COLUMNS: [&str; 7] =
    ["table", "key_columns", "default_key", "num_dimensions", "den_dimensions", "min", "max"];
const PARTS: [&str; 3] = ["part_co2", "part_ch4", "part_n2o"];

pub(crate) fn read(files: &Files, report: &mut Report) -> Vec<Table> {
    let sheet = Sheet::read("tables.csv", files.text("tables.csv"), &TABLE_COLUMNS, report);
    sheet.rows.iter().map(|row| table(row, files, report)).collect()
}

fn table(row: &Row, files: &Files, report: &mut Report) -> Table {
    let name = row.text("table");
    let key_columns = row.list("key_columns");
    let file = format!("{name}.csv");
    let mut columns = COLUMNS.to_vec();
    columns.extend(key_columns.iter().map(String::as_str));
    let sheet = Sheet::read(&file, files.text(&file), &columns, report);
    check_order(&sheet, report);
    let facts = sheet.rows.iter().filter_map(|row| fact(row, &key_columns, report)).collect();
    Table {
        place: row.place.clone(),
        name,
        key_columns,
        default_key: row.list("default_key"),
        num_dimensions: row.list("num_dimensions"),
        den_dimensions: row.get("den_dimensions").split('|').map(str::to_owned).collect(),
        min: row.needed_number("min", report).unwrap_or(f64::MIN),
        max: row.needed_number("max", report).unwrap_or(f64::MAX),
        facts,
    }
}

/// House columns first and last in their fixed order, key and extra columns between.
fn check_order(sheet: &Sheet, report: &mut Report) {
    let house: Vec<&str> =
        sheet.header.iter().map(String::as_str).filter(|name| COLUMNS.contains(name)).collect();
    let starts_with_names = sheet.header.iter().zip(&COLUMNS[..4]).all(|(have, want)| have == want);
    if house != COLUMNS || !starts_with_names {
        report.add(&Place::file(&sheet.name), "columns are not in the order of the house");
    }
}

/// `None` when there is no value to carry; that was reported.
fn fact(row: &Row, key_columns: &[String], report: &mut Report) -> Option<Fact> {
    let value = row.needed_number("value", report);
    let names = Names::read(row, ["name_en", "name_zh_hant", "name_zh_hans"], report);
    let parts = if row.get(PARTS[0]).is_empty() {
        None
    } else {
        let [co2, ch4, n2o] = PARTS.map(|part| row.needed_number(part, report));
        co2.zip(ch4).zip(n2o).map(|((co2, ch4), n2o)| [co2, ch4, n2o])
    };
    Some(Fact {
        place: row.place.clone(),
        id: row.text("id"),
        names,
        keys: key_columns.iter().map(|column| row.optional(column)).collect(),
        year: row.year("year", report),
        valid_from: row.optional("valid_from"),
        valid_to: row.optional("valid_to"),
        lower: row.number("lower", report),
        upper: row.number("upper", report),
        parts,
        o2_ref_percent: row.number("o2_ref_percent", report),
        num: row.text("unit_num"),
        den: row.optional("unit_den"),
        basis: row.text("basis"),
        source: row.text("source_id"),
        locator: row.text("locator"),
        evidence: row.text("evidence"),
        review_by: row.year("review_by", report),
        usage: row.text("use"),
        note: row.text("note"),
        value: value?,
    })
}
