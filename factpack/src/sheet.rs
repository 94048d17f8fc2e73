//! A CSV file as rows with named cells and line numbers.

use std::rc::Rc;

use crate::problem::{Place, Report};

/// All rows of one file.
#[derive(Debug, Default)]
pub(crate) struct Sheet {
    pub(crate) name: String,
    pub(crate) header: Rc<[String]>,
    pub(crate) rows: Vec<Row>,
}

/// One row; cells are asked for by column name.
#[derive(Clone, Debug)]
pub(crate) struct Row {
    pub(crate) place: Place,
    header: Rc<[String]>,
    cells: Vec<String>,
}

impl Sheet {
    /// Reads `text`; wrong field counts, spaces around cells and missing columns are reported.
    pub(crate) fn read(name: &str, text: &str, columns: &[&str], report: &mut Report) -> Self {
        let mut sheet = Self { name: name.to_owned(), ..Self::default() };
        let file = Place::file(name);
        if text.is_empty() {
            report.add(&file, "the file is missing or empty");
            return sheet;
        }
        if text.contains('\r') {
            report.add(&file, "line ends must be LF");
        }
        let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(text.as_bytes());
        match reader.headers() {
            Ok(header) => sheet.header = header.iter().map(str::to_owned).collect(),
            Err(error) => report.add(&file, format!("header cannot be read: {error}")),
        }
        for column in columns {
            if !sheet.header.iter().any(|have| have == column) {
                report.add(&file, format!("no column {column}"));
            }
        }
        for record in reader.records() {
            let record = match record {
                Ok(record) => record,
                Err(error) => {
                    report.add(&file, format!("row cannot be read: {error}"));
                    continue;
                }
            };
            let place =
                Place { file: name.to_owned(), line: record.position().map_or(0, csv::Position::line) };
            if record.len() != sheet.header.len() {
                report.add(&place, format!("{} fields instead of {}", record.len(), sheet.header.len()));
                continue;
            }
            for (column, cell) in sheet.header.iter().zip(record.iter()) {
                if cell != cell.trim() {
                    report.add(&place, format!("spaces around {column}"));
                }
            }
            let cells = record.iter().map(|cell| cell.trim().to_owned()).collect();
            sheet.rows.push(Row { place, header: Rc::clone(&sheet.header), cells });
        }
        sheet
    }
}

impl Row {
    /// The cell under `column`; empty when there is no such column, which `Sheet::read` reported.
    pub(crate) fn get(&self, column: &str) -> &str {
        let place = self.header.iter().position(|name| name == column);
        place.and_then(|place| self.cells.get(place)).map_or("", String::as_str)
    }

    pub(crate) fn text(&self, column: &str) -> String {
        self.get(column).to_owned()
    }

    /// `None` for an empty cell.
    pub(crate) fn optional(&self, column: &str) -> Option<String> {
        Some(self.text(column)).filter(|cell| !cell.is_empty())
    }

    /// The words of a cell separated by vertical bars.
    pub(crate) fn list(&self, column: &str) -> Vec<String> {
        self.get(column).split('|').filter(|word| !word.is_empty()).map(str::to_owned).collect()
    }

    /// A plain decimal number; reports anything else.
    pub(crate) fn number(&self, column: &str, report: &mut Report) -> Option<f64> {
        let cell = self.get(column);
        if cell.is_empty() {
            return None;
        }
        let value = plain_number(cell);
        if value.is_none() {
            report.add(&self.place, format!("{column} is not a number: {cell:?}"));
        }
        value
    }

    /// A number that must be there.
    pub(crate) fn needed_number(&self, column: &str, report: &mut Report) -> Option<f64> {
        if self.get(column).is_empty() {
            report.add(&self.place, format!("{column} is empty"));
        }
        self.number(column, report)
    }

    /// A year with four digits; reports anything else, an empty cell is `None`.
    pub(crate) fn year(&self, column: &str, report: &mut Report) -> Option<u16> {
        let cell = self.get(column);
        if cell.is_empty() {
            return None;
        }
        let year = Some(cell)
            .filter(|cell| cell.len() == 4)
            .and_then(|cell| cell.parse::<u16>().ok())
            .filter(|year| (1900..2100).contains(year));
        if year.is_none() {
            report.add(&self.place, format!("{column} {cell:?} is not a year"));
        }
        year
    }
}

/// Digits, an optional sign, fraction and exponent; nothing that only some readers understand.
fn plain_number(text: &str) -> Option<f64> {
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    let (mantissa, exponent) = match text.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, Some(exponent)),
        None => (text, None),
    };
    let unsigned = mantissa.strip_prefix('-').unwrap_or(mantissa);
    let good_mantissa = match unsigned.split_once('.') {
        Some((whole, fraction)) => digits(whole) && digits(fraction),
        None => digits(unsigned),
    };
    let good_exponent = exponent.is_none_or(|e| digits(e.strip_prefix(['-', '+']).unwrap_or(e)));
    if good_mantissa && good_exponent {
        text.parse().ok().filter(|value: &f64| value.is_finite())
    } else {
        None
    }
}

/// Lower-case words joined by single underscores.
pub(crate) fn is_slug(text: &str) -> bool {
    text.split('_')
        .all(|word| !word.is_empty() && word.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit()))
}

/// Slugs joined by dots.
pub(crate) fn is_id(text: &str) -> bool {
    text.split('.').all(is_slug)
}

/// `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
pub(crate) fn is_date(text: &str) -> bool {
    let mut parts = text.split('-');
    let sized = |part: Option<&str>, size: usize| {
        part.is_none_or(|part| part.len() == size && part.bytes().all(|b| b.is_ascii_digit()))
    };
    let year = parts.next();
    year.is_some_and(|year| !year.is_empty())
        && sized(year, 4)
        && sized(parts.next(), 2)
        && sized(parts.next(), 2)
        && parts.next().is_none()
}

#[cfg(test)]
mod tests {
    use super::{is_date, is_id, is_slug, plain_number};

    #[test]
    fn numbers_are_plain() {
        assert_eq!(plain_number("-1.5e3"), Some(-1500.0));
        for bad in ["", "1,5", "１２", ".5", "5.", "+1", "1e", "inf", "nan", "1 000", "1e999"] {
            assert_eq!(plain_number(bad), None, "{bad}");
        }
    }

    #[test]
    fn slugs_ids_and_dates() {
        assert!(is_slug("hfo_1234yf") && !is_slug("a__b") && !is_slug("Ab") && !is_slug("a.b"));
        assert!(is_id("cn.prov.guangdong_2023") && !is_id("cn..x") && !is_id(""));
        assert!(is_date("2024") && is_date("2024-12") && is_date("2024-12-31"));
        assert!(!is_date("24") && !is_date("2024-1") && !is_date("2024-12-31-1") && !is_date(""));
    }
}
