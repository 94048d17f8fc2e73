//! Plain text tables: columns aligned, numbers to the right.

/// How a column stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Align {
    Left,
    Right,
}

/// A table under construction.
#[derive(Debug)]
pub struct Table {
    align: Vec<Align>,
    rows: Vec<Vec<String>>,
}

impl Table {
    pub fn new<const N: usize>(head: [&str; N], align: [Align; N]) -> Self {
        Table::wide(head.map(str::to_owned).into(), align.into())
    }

    /// With as many columns as there are things to show.
    pub fn wide(head: Vec<String>, align: Vec<Align>) -> Self {
        Table { align, rows: vec![head] }
    }

    pub fn row(&mut self, cells: impl Into<Vec<String>>) {
        self.rows.push(cells.into());
    }

    /// The rows as lines, the heading underlined.
    pub fn render(&self) -> String {
        let mut widths = vec![0_usize; self.align.len()];
        for row in &self.rows {
            for (width, cell) in widths.iter_mut().zip(row) {
                *width = (*width).max(cell.chars().count());
            }
        }
        let mut out = String::new();
        for (number, row) in self.rows.iter().enumerate() {
            self.line(&mut out, row, &widths);
            if number == 0 {
                let rule: Vec<String> = widths.iter().map(|width| "-".repeat(*width)).collect();
                self.line(&mut out, &rule, &widths);
            }
        }
        out
    }

    fn line(&self, out: &mut String, cells: &[String], widths: &[usize]) {
        let mut line = String::new();
        for ((cell, width), align) in cells.iter().zip(widths).zip(&self.align) {
            let gap = " ".repeat(width - cell.chars().count());
            match align {
                Align::Left => line.extend([cell.as_str(), &gap, "  "]),
                Align::Right => line.extend([&gap, cell.as_str(), "  "]),
            }
        }
        out.push_str(line.trim_end());
        out.push('\n');
    }
}

/// A figure for reading: whole above a thousand, else about four digits that count.
pub fn figure(value: f64) -> String {
    let size = value.abs();
    let text = match size {
        _ if !value.is_finite() => return "-".to_owned(),
        _ if size < NOISE => "0".to_owned(),
        _ if size < 0.001 => format!("{size:.3e}"),
        _ if size < 1.0 => format!("{size:.4}"),
        _ if size < 10.0 => format!("{size:.3}"),
        _ if size < 100.0 => format!("{size:.2}"),
        _ if size < 1000.0 => format!("{size:.1}"),
        _ => format!("{size:.0}"),
    };
    let sign = if value < -NOISE { "-" } else { "" };
    let (whole, rest) = text.split_at(text.find('.').unwrap_or(text.len()));
    let mut grouped = String::new();
    for (place, digit) in whole.chars().enumerate() {
        if place > 0 && (whole.len() - place).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    format!("{sign}{grouped}{rest}")
}

/// Below this a figure of a plant is what rounding leaves of nothing.
const NOISE: f64 = 1e-9;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_grouped_and_rounded() {
        let cases = [
            (0.0, "0"),
            (-0.0, "0"),
            (-0.4e-9, "0"),
            (1_234_567.8, "1,234,568"),
            (-999.96, "-1,000.0"),
            (123.456, "123.5"),
            (-12.345, "-12.35"),
            (0.5, "0.5000"),
            (0.000_412, "4.120e-4"),
            (f64::NAN, "-"),
        ];
        for (value, text) in cases {
            assert_eq!(figure(value), text);
        }
    }

    #[test]
    fn columns_align() {
        let mut table = Table::new(["a", "value"], [Align::Left, Align::Right]);
        table.row(["long name".to_owned(), "1".to_owned()]);
        assert_eq!(table.render(), "a          value\n---------  -----\nlong name      1\n");
    }
}
