//! A table with a row for each company, as projects.
//!
//! The columns of [`HEAD`] stand in the template. A bill is a column named after its carrier and unit
//! (`electricity_kwh`, `natural_gas_m3`), or `…_money` for what was paid; `…_price` is its unit price. Any
//! carrier and any unit that measures it will do. What is empty was not said.

use crate::carrier::Carrier;
use crate::data::MeasureId;
use crate::measures::CATALOGUE;
use crate::project::{Bill, MeasureChoice, Plan, Project, ReadingKind};
use crate::units::UnitId;

/// The head of the template.
pub const HEAD: &[&str] = &[
    "id",
    "name",
    "sector",
    "region",
    "year",
    "hours",
    "employees",
    "floor_area",
    "output",
    "output_unit",
    "revenue",
    "currency",
    "electricity_kwh",
    "electricity_price",
    "natural_gas_m3",
    "towngas_towngas_unit",
    "lpg_kg",
    "diesel_l",
    "petrol_l",
    "fuel_oil_t",
    "raw_coal_t",
    "biomass_pellets_t",
    "steam_t",
    "water_m3",
    "measures",
];

/// What is wrong with the head of a table.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum HeaderError {
    #[error("unknown column '{0}'")]
    Unknown(String),
    #[error("column '{0}' stands twice")]
    Repeated(String),
    #[error("no column '{0}'")]
    Missing(&'static str),
}

/// What is wrong with a cell.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RowError {
    #[error("{column}: {text:?} is not a number")]
    NotANumber { column: String, text: String },
    #[error("{column}: {text:?} is not a year")]
    NotAYear { column: String, text: String },
    #[error("measures: unknown '{0}'")]
    UnknownMeasure(String),
    #[error("{found} cells instead of {wanted}")]
    Cells { found: usize, wanted: usize },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Column {
    Id,
    Name,
    Sector,
    Region,
    Year,
    Hours,
    Employees,
    FloorArea,
    Output,
    OutputUnit,
    Revenue,
    Currency,
    Measures,
    Amount(Carrier, UnitId),
    Money(Carrier),
    Price(Carrier),
}

/// The columns of one table.
#[derive(Clone, Debug)]
pub struct Columns {
    list: Vec<(String, Column)>,
}

impl Column {
    fn parse(name: &str) -> Option<Self> {
        Some(match name {
            "id" => Column::Id,
            "name" => Column::Name,
            "sector" => Column::Sector,
            "region" => Column::Region,
            "year" => Column::Year,
            "hours" => Column::Hours,
            "employees" => Column::Employees,
            "floor_area" => Column::FloorArea,
            "output" => Column::Output,
            "output_unit" => Column::OutputUnit,
            "revenue" => Column::Revenue,
            "currency" => Column::Currency,
            "measures" => Column::Measures,
            bill => return Self::bill(bill),
        })
    }

    /// The carrier is the longest that the name begins with: `steam_t`, `towngas_towngas_unit`.
    fn bill(name: &str) -> Option<Self> {
        let begins =
            |carrier: &&Carrier| name.strip_prefix(carrier.slug()).is_some_and(|rest| rest.starts_with('_'));
        let carrier = *Carrier::ALL.iter().filter(begins).max_by_key(|carrier| carrier.slug().len())?;
        match name.strip_prefix(carrier.slug())?.strip_prefix('_')? {
            "money" => Some(Column::Money(carrier)),
            "price" => Some(Column::Price(carrier)),
            unit => Some(Column::Amount(carrier, UnitId::from_slug(unit)?)),
        }
    }
}

impl Columns {
    /// Reads the head of a table.
    pub fn new<'a>(head: impl Iterator<Item = &'a str>) -> Result<Self, HeaderError> {
        let mut list: Vec<(String, Column)> = Vec::new();
        for name in head {
            let name = name.trim().trim_start_matches('\u{feff}');
            let column = Column::parse(name).ok_or_else(|| HeaderError::Unknown(name.to_owned()))?;
            if list.iter().any(|(_, other)| *other == column) {
                return Err(HeaderError::Repeated(name.to_owned()));
            }
            list.push((name.to_owned(), column));
        }
        for (name, column) in [("sector", Column::Sector), ("region", Column::Region)] {
            if !list.iter().any(|(_, other)| *other == column) {
                return Err(HeaderError::Missing(name));
            }
        }
        Ok(Columns { list })
    }

    /// The company of a row. Whether it makes sense is checked when it is computed.
    pub fn project<'a>(&self, cells: impl Iterator<Item = &'a str> + Clone) -> Result<Project, RowError> {
        let found = cells.clone().count();
        if found != self.list.len() {
            return Err(RowError::Cells { found, wanted: self.list.len() });
        }
        let mut project = Project::new();
        for ((name, column), cell) in self.list.iter().zip(cells) {
            let cell = cell.trim();
            if !cell.is_empty() {
                put(&mut project, name, *column, cell)?;
            }
        }
        // A price without an amount says nothing.
        project.bills.retain(|bill| bill.amount.is_some());
        Ok(project)
    }
}

fn put(project: &mut Project, name: &str, column: Column, cell: &str) -> Result<(), RowError> {
    let number = || {
        let number: Option<f64> = cell.parse().ok().filter(|number: &f64| number.is_finite());
        let wrong = || RowError::NotANumber { column: name.to_owned(), text: cell.to_owned() };
        number.ok_or_else(wrong)
    };
    let site = &mut project.site;
    match column {
        // The name is for people, the id for programs; either will do.
        Column::Id if !project.title.is_empty() => {}
        Column::Id | Column::Name => cell.clone_into(&mut project.title),
        Column::Sector => cell.clone_into(&mut site.sector),
        Column::Region => cell.clone_into(&mut site.region),
        Column::Year => {
            let wrong = |_| RowError::NotAYear { column: name.to_owned(), text: cell.to_owned() };
            site.year = Some(cell.parse().map_err(wrong)?);
        }
        Column::Hours => site.hours = Some(number()?),
        Column::Employees => site.employees = Some(number()?),
        Column::FloorArea => site.floor_area = Some(number()?),
        Column::Output => site.output = Some(number()?),
        Column::OutputUnit => cell.clone_into(&mut site.output_unit),
        Column::Revenue => site.revenue = Some(number()?),
        Column::Currency => cell.clone_into(&mut project.finance.currency),
        Column::Measures => choose(project, cell)?,
        Column::Amount(carrier, unit) => {
            let amount = number()?;
            let bill = bill(project, carrier);
            bill.amount = Some(amount);
            unit.slug().clone_into(&mut bill.unit);
        }
        Column::Money(carrier) => {
            let amount = number()?;
            let bill = bill(project, carrier);
            bill.kind = ReadingKind::Money;
            bill.amount = Some(amount);
        }
        Column::Price(carrier) => {
            let price = number()?;
            bill(project, carrier).price = Some(price);
        }
    }
    Ok(())
}

fn bill(project: &mut Project, carrier: Carrier) -> &mut Bill {
    let place = match project.bills.iter().position(|bill| bill.carrier == carrier.slug()) {
        Some(place) => place,
        None => {
            project.bills.push(Bill { carrier: carrier.slug().to_owned(), ..Bill::default() });
            project.bills.len() - 1
        }
    };
    #[expect(clippy::indexing_slicing, reason = "found or pushed just now")]
    &mut project.bills[place]
}

/// Ids or codes, divided by spaces or semicolons.
fn choose(project: &mut Project, cell: &str) -> Result<(), RowError> {
    let words = cell.split([' ', ';']).filter(|word| !word.is_empty());
    let choose = |word: &str| {
        let known = |id: &&MeasureId| id.slug() == word || id.spec().code == word;
        let id = CATALOGUE.iter().find(known).ok_or_else(|| RowError::UnknownMeasure(word.to_owned()))?;
        Ok(MeasureChoice { measure: id.slug().to_owned(), on: true, ..MeasureChoice::default() })
    };
    let measures = words.map(choose).collect::<Result<Vec<_>, _>>()?;
    project.plans = vec![Plan { measures, ..Plan::default() }];
    Ok(())
}
