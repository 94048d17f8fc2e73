//! The whole pack: every table read, every rule checked.

use std::collections::{HashMap, HashSet};
use std::path::Path;

use crate::fact::Table;
use crate::files::Files;
use crate::key::Keys;
use crate::measure::Measure;
use crate::problem::{Place, Problem, Report};
use crate::sector::{SectorMeasure, SectorRow};
use crate::sheet::{Row, Sheet};
use crate::source::Source;
use crate::unit::Unit;
use crate::{fact, fact_rules, identity, key, measure, sector, source, unit};

/// One thing in the three written languages.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Names {
    pub en: String,
    pub zh_hant: String,
    pub zh_hans: String,
}

impl Names {
    pub(crate) fn read(row: &Row, columns: [&str; 3], report: &mut Report) -> Self {
        for column in columns {
            if row.get(column).is_empty() {
                report.add(&row.place, format!("{column} is empty"));
            }
        }
        let [en, zh_hant, zh_hans] = columns.map(|column| row.text(column));
        Self { en, zh_hant, zh_hans }
    }
}

/// All rows in a fixed order: tables as `tables.csv` lists them, rows as they stand in their file.
#[derive(Clone, Debug, Default)]
pub struct Pack {
    /// From `pack.toml`.
    pub version: String,
    /// Over all CSV files, see [`Files::hash`].
    pub hash: String,
    pub units: Vec<Unit>,
    pub keys: Keys,
    pub sources: Vec<Source>,
    pub tables: Vec<Table>,
    pub measures: Vec<Measure>,
    pub sectors: Vec<SectorRow>,
    pub sector_measures: Vec<SectorMeasure>,
    dimensions: HashMap<String, String>,
    source_ids: HashSet<String>,
}

impl Pack {
    /// Reads and checks a data folder.
    pub fn load(folder: &Path) -> Result<Self, Vec<Problem>> {
        let files = Files::read(folder).map_err(|error| {
            vec![Problem { file: folder.display().to_string(), line: 0, rule: error.to_string() }]
        })?;
        Self::from_files(&files)
    }

    /// Checks files already in memory.
    pub fn from_files(files: &Files) -> Result<Self, Vec<Problem>> {
        let mut report = Report::default();
        let mut pack = Self {
            version: version(files, &mut report),
            hash: files.hash(),
            units: unit::read(files, &mut report),
            keys: key::read(files, &mut report),
            sources: source::read(files, &mut report),
            tables: fact::read(files, &mut report),
            measures: measure::read(files, &mut report),
            sectors: sector::read(files, &mut report),
            sector_measures: sector::read_measures(files, &mut report),
            dimensions: HashMap::new(),
            source_ids: HashSet::new(),
        };
        pack.source_ids = pack.sources.iter().map(|source| source.id.clone()).collect();
        let units = pack.units.iter();
        pack.dimensions = units.map(|unit| (unit.slug.clone(), unit.dimension.clone())).collect();
        fact_rules::check(&pack, &mut report);
        measure::check(&pack, &mut report);
        sector::check(&pack, &mut report);
        source::check_used(&pack.sources, &pack.used_sources(), &mut report);
        check_left_out(files, &mut report);
        check_file_names(files, &pack, &mut report);
        identity::check(&pack, &mut report);
        let problems = report.into_problems();
        if problems.is_empty() { Ok(pack) } else { Err(problems) }
    }

    pub fn table(&self, name: &str) -> Option<&Table> {
        self.tables.iter().find(|table| table.name == name)
    }

    pub fn unit(&self, slug: &str) -> Option<&Unit> {
        self.units.iter().find(|unit| unit.slug == slug)
    }

    pub fn source(&self, id: &str) -> Option<&Source> {
        self.sources.iter().find(|source| source.id == id)
    }

    pub(crate) fn has_source(&self, id: &str) -> bool {
        self.source_ids.contains(id)
    }

    pub(crate) fn dimension(&self, unit: &str) -> Option<&str> {
        self.dimensions.get(unit).map(String::as_str)
    }

    fn used_sources(&self) -> HashSet<String> {
        let facts = self.tables.iter().flat_map(|table| &table.facts).map(|fact| &fact.source);
        let measures = self.measures.iter().flat_map(|measure| {
            measure.sources.iter().chain(measure.params.iter().map(|param| &param.source))
        });
        let sectors = self.sectors.iter().map(|row| &row.source);
        facts.chain(measures).chain(sectors).cloned().collect()
    }
}

/// `version = "2026.1"` from `pack.toml`; other lines are comments.
fn version(files: &Files, report: &mut Report) -> String {
    let version = files.text("pack.toml").lines().find_map(|line| {
        let value = line.strip_prefix("version = \"")?.strip_suffix('"')?;
        let (year, number) = value.split_once('.')?;
        let all_digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
        (year.len() == 4 && all_digits(year) && all_digits(number)).then(|| value.to_owned())
    });
    if version.is_none() {
        report.add(&Place::file("pack.toml"), "no line like version = \"2026.1\"");
    }
    version.unwrap_or_default()
}

fn check_left_out(files: &Files, report: &mut Report) {
    let name = "left_out.csv";
    let columns = ["input_file", "input_id", "value", "unit", "reason"];
    let sheet = Sheet::read(name, files.text(name), &columns, report);
    for row in &sheet.rows {
        if row.get("reason").is_empty() {
            report.add(&row.place, "no reason");
        }
    }
}

/// A file nobody reads would be a file nobody checks.
fn check_file_names(files: &Files, pack: &Pack, report: &mut Report) {
    const FIXED: [&str; 10] = [
        "keys.csv",
        "left_out.csv",
        "measure_params.csv",
        "measures.csv",
        "pack.toml",
        "sector_measures.csv",
        "sectors.csv",
        "sources.csv",
        "tables.csv",
        "units.csv",
    ];
    for name in files.names() {
        let is_table = name.strip_suffix(".csv").is_some_and(|table| pack.table(table).is_some());
        if !is_table && !FIXED.contains(&name) {
            report.add(&Place::file(name), "no rule reads this file; list it in tables.csv");
        }
    }
}
