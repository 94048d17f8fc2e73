//! A table as data: what `DataTable` shows, what stands beside every chart, what exports write.

/// A column.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Column {
    /// Its heading, with the unit.
    pub label: String,
    /// Figures: aligned at the end.
    pub numeric: bool,
}

impl Column {
    /// A column of words.
    pub fn text(label: impl Into<String>) -> Self {
        Self { label: label.into(), numeric: false }
    }

    /// A column of figures.
    pub fn number(label: impl Into<String>) -> Self {
        Self { label: label.into(), numeric: true }
    }
}

/// A cell, already formatted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cell {
    /// What is shown.
    pub text: String,
    /// Makes the cell open its explanation: the key handed back, and what a screen reader says.
    pub why: Option<(String, String)>,
}

impl Cell {
    /// A cell that opens its explanation.
    pub fn with_why(text: impl Into<String>, key: impl Into<String>, name: impl Into<String>) -> Self {
        Self { text: text.into(), why: Some((key.into(), name.into())) }
    }
}

impl<T: Into<String>> From<T> for Cell {
    fn from(text: T) -> Self {
        Self { text: text.into(), why: None }
    }
}

/// What a row is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum RowKind {
    /// Ordinary.
    #[default]
    Plain,
    /// A sum.
    Total,
    /// A heading over the rows that follow.
    Group,
}

/// A row. Its first cell names it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// The cells in the order of the columns.
    pub cells: Vec<Cell>,
    /// What it is.
    pub kind: RowKind,
}

impl Row {
    /// An ordinary row.
    pub fn new(cells: impl IntoIterator<Item = impl Into<Cell>>) -> Self {
        Self { cells: cells.into_iter().map(Into::into).collect(), kind: RowKind::Plain }
    }

    /// Marks the row as a sum.
    #[must_use]
    pub fn total(mut self) -> Self {
        self.kind = RowKind::Total;
        self
    }

    /// Marks the row as a heading over those that follow.
    #[must_use]
    pub fn group(mut self) -> Self {
        self.kind = RowKind::Group;
        self
    }
}

/// A table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// What it shows, with place and period.
    pub caption: String,
    /// The columns; the first one holds the names of the rows.
    pub columns: Vec<Column>,
    /// The rows.
    pub rows: Vec<Row>,
}
