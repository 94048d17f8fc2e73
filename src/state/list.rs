//! Commands for everything that is a list of rows: bills, end uses, boilers, vehicles …
//!
//! A list is named by a small value ([`Bills`], [`HeatUses`]`(system)`); rows by their index. An
//! index that is no longer there changes nothing: two views may briefly disagree about a row that
//! one of them has just removed.

use super::command::{Command, EditKey, Part};
use lantian_engine::project::{
    Activity, Bill, ElectricUse, FiredUse, HeatSource, HeatSystem, HeatUse, Project, Refrigerant, Solvent,
    Target, VehicleUse,
};

/// A list inside the project.
pub trait List: Copy + Send + Sync + 'static {
    /// What its rows are.
    type Row: Clone + PartialEq + Send + Sync + 'static;
    /// The part its edits belong to.
    const PART: Part;

    /// Row of the outer list that holds this one; 0 for lists of the project itself.
    fn outer(self) -> usize {
        0
    }

    /// The rows; empty when the list does not exist.
    fn rows(self, project: &Project) -> &[Self::Row];

    /// The rows to write to; `None` when the list does not exist.
    fn rows_mut(self, project: &mut Project) -> Option<&mut Vec<Self::Row>>;
}

macro_rules! project_list {
    ($($(#[$doc:meta])* $name:ident: $row:ty = $field:ident, $part:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub struct $name;

        impl List for $name {
            type Row = $row;
            const PART: Part = Part::$part;

            fn rows(self, project: &Project) -> &[$row] {
                &project.$field
            }

            fn rows_mut(self, project: &mut Project) -> Option<&mut Vec<$row>> {
                Some(&mut project.$field)
            }
        }
    )*};
}

project_list! {
    /// [`Project::bills`].
    Bills: Bill = bills, Bills;
    /// [`Project::electricity`].
    ElectricUses: ElectricUse = electricity, Electricity;
    /// [`Project::heat`].
    HeatSystems: HeatSystem = heat, HeatSystems;
    /// [`Project::fired`].
    FiredUses: FiredUse = fired, Fired;
    /// [`Project::vehicles`].
    Vehicles: VehicleUse = vehicles, Vehicles;
    /// [`Project::solvents`].
    Solvents: Solvent = solvents, Solvents;
    /// [`Project::refrigerants`].
    Refrigerants: Refrigerant = refrigerants, Refrigerants;
    /// [`Project::activities`].
    Activities: Activity = activities, Activities;
}

macro_rules! system_list {
    ($($(#[$doc:meta])* $name:ident: $row:ty = $field:ident, $part:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub struct $name(pub usize);

        impl List for $name {
            type Row = $row;
            const PART: Part = Part::$part;

            fn outer(self) -> usize {
                self.0
            }

            fn rows(self, project: &Project) -> &[$row] {
                project.heat.get(self.0).map_or(&[], |system| &system.$field)
            }

            fn rows_mut(self, project: &mut Project) -> Option<&mut Vec<$row>> {
                project.heat.get_mut(self.0).map(|system| &mut system.$field)
            }
        }
    )*};
}

system_list! {
    /// [`HeatSystem::uses`] of the heat system with this index.
    HeatUses: HeatUse = uses, HeatUses;
    /// [`HeatSystem::sources`] of the heat system with this index.
    HeatSources: HeatSource = sources, HeatSources;
}

/// [`Outlook::targets`](lantian_engine::project::Outlook::targets).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Targets;

impl List for Targets {
    type Row = Target;
    const PART: Part = Part::Outlook;

    // The row of single assumptions is 0: a field of a target is another edit.
    fn outer(self) -> usize {
        1
    }

    fn rows(self, project: &Project) -> &[Target] {
        &project.outlook.targets
    }

    fn rows_mut(self, project: &mut Project) -> Option<&mut Vec<Target>> {
        Some(&mut project.outlook.targets)
    }
}

/// Adds a row at the end.
pub fn add<L: List>(list: L, row: L::Row) -> Command {
    Command::once(L::PART, move |project| {
        if let Some(rows) = list.rows_mut(project) {
            rows.push(row);
        }
    })
}

/// Puts a row in at `at`, or at the end when the list is shorter.
pub fn insert<L: List>(list: L, at: usize, row: L::Row) -> Command {
    Command::once(L::PART, move |project| {
        if let Some(rows) = list.rows_mut(project) {
            rows.insert(at.min(rows.len()), row);
        }
    })
}

/// Removes a row.
pub fn remove<L: List>(list: L, at: usize) -> Command {
    Command::once(L::PART, move |project| {
        if let Some(rows) = list.rows_mut(project)
            && at < rows.len()
        {
            rows.remove(at);
        }
    })
}

/// Moves a row to another place; the rows between close up.
pub fn shift<L: List>(list: L, from: usize, to: usize) -> Command {
    Command::once(L::PART, move |project| {
        if let Some(rows) = list.rows_mut(project)
            && from < rows.len()
        {
            let row = rows.remove(from);
            rows.insert(to.min(rows.len()), row);
        }
    })
}

/// Edits one field of a row; edits of the same field in a row are one undo step.
pub fn edit<L: List>(
    list: L,
    at: usize,
    field: &'static str,
    edit: impl FnOnce(&mut L::Row) + 'static,
) -> Command {
    Command::keyed(EditKey::new(L::PART, list.outer(), at, field), move |project| {
        if let Some(row) = list.rows_mut(project).and_then(|rows| rows.get_mut(at)) {
            edit(row);
        }
    })
}

/// Puts other rows in place of all rows: a pasted table.
pub fn set_rows<L: List>(list: L, rows: Vec<L::Row>) -> Command {
    Command::once(L::PART, move |project| {
        if let Some(old) = list.rows_mut(project) {
            *old = rows;
        }
    })
}
