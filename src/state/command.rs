//! The only way a project changes: a named, typed edit.
//!
//! A command is a pure edit of a [`Project`] with the [`Part`] it touches and, for what is typed
//! or dragged, a key by which consecutive edits become one undo step. The constructors here and
//! in [`list`](super::list) and [`upgrades`](super::upgrades) are the full vocabulary; they take
//! closures over one part (`site("hours", |s| s.hours = hours)`), so a field of the wrong type
//! does not compile and a new field of the project needs no new command.

use lantian_engine::project::{FinanceInput, Outlook, Project, Site, Solar, Wastewater};
use std::borrow::Cow;
use std::fmt;

/// The part of a project a command touches; the interface names the undo step by it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The whole project: opened, replaced, begun anew.
    Project,
    Title,
    Site,
    Bills,
    Electricity,
    HeatSystems,
    HeatUses,
    HeatSources,
    Fired,
    Vehicles,
    Solar,
    Wastewater,
    Solvents,
    Refrigerants,
    Activities,
    Plans,
    Measures,
    Finance,
    Outlook,
}

impl Part {
    /// Last segment of the text key that names this part.
    pub fn slug(self) -> &'static str {
        match self {
            Part::Project => "project",
            Part::Title => "title",
            Part::Site => "site",
            Part::Bills => "bills",
            Part::Electricity => "electricity",
            Part::HeatSystems => "heat_systems",
            Part::HeatUses => "heat_uses",
            Part::HeatSources => "heat_sources",
            Part::Fired => "fired",
            Part::Vehicles => "vehicles",
            Part::Solar => "solar",
            Part::Wastewater => "wastewater",
            Part::Solvents => "solvents",
            Part::Refrigerants => "refrigerants",
            Part::Activities => "activities",
            Part::Plans => "plans",
            Part::Measures => "measures",
            Part::Finance => "finance",
            Part::Outlook => "outlook",
        }
    }
}

/// The field an edit belongs to: edits with equal keys in a row are one undo step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EditKey {
    part: Part,
    /// Row and, for rows inside a row, the outer row.
    at: [usize; 2],
    field: Cow<'static, str>,
}

impl EditKey {
    /// The key of `field` in `part`, in the row `at` of the list inside row `outer`.
    pub fn new(part: Part, outer: usize, at: usize, field: impl Into<Cow<'static, str>>) -> Self {
        EditKey { part, at: [outer, at], field: field.into() }
    }
}

type Edit = Box<dyn FnOnce(&mut Project)>;

/// An edit of the project that has not happened yet.
pub struct Command {
    part: Part,
    key: Option<EditKey>,
    edit: Edit,
}

impl fmt::Debug for Command {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Command").field("part", &self.part).field("key", &self.key).finish_non_exhaustive()
    }
}

impl Command {
    /// An edit that is an undo step of its own: a tick, a row added, a choice from a list.
    pub fn once(part: Part, edit: impl FnOnce(&mut Project) + 'static) -> Self {
        Command { part, key: None, edit: Box::new(edit) }
    }

    /// An edit that joins the one before it when both have the same key.
    pub fn keyed(key: EditKey, edit: impl FnOnce(&mut Project) + 'static) -> Self {
        Command { part: key.part, key: Some(key), edit: Box::new(edit) }
    }

    /// The part this command touches.
    pub fn part(&self) -> Part {
        self.part
    }

    /// Carries the command out on `project` and returns the key of its undo step.
    pub fn apply(self, project: &mut Project) -> (Part, Option<EditKey>) {
        (self.edit)(project);
        (self.part, self.key)
    }
}

/// Puts another project in place of this one: a file, a link, a worked case, or an empty one.
pub fn replace(project: Project) -> Command {
    Command::once(Part::Project, move |p| *p = project)
}

/// Renames the project.
pub fn title(title: String) -> Command {
    Command::keyed(EditKey::new(Part::Title, 0, 0, "title"), move |p| p.title = title)
}

/// Edits one field of the site.
pub fn site(field: &'static str, edit: impl FnOnce(&mut Site) + 'static) -> Command {
    Command::keyed(EditKey::new(Part::Site, 0, 0, field), move |p| edit(&mut p.site))
}

/// Edits one financial assumption.
pub fn finance(field: &'static str, edit: impl FnOnce(&mut FinanceInput) + 'static) -> Command {
    Command::keyed(EditKey::new(Part::Finance, 0, 0, field), move |p| edit(&mut p.finance))
}

/// Edits one assumption about the years ahead.
pub fn outlook(field: &'static str, edit: impl FnOnce(&mut Outlook) + 'static) -> Command {
    Command::keyed(EditKey::new(Part::Outlook, 0, 0, field), move |p| edit(&mut p.outlook))
}

/// Edits one field of the existing photovoltaics, which come into being with their first field.
pub fn solar(field: &'static str, edit: impl FnOnce(&mut Solar) + 'static) -> Command {
    Command::keyed(EditKey::new(Part::Solar, 0, 0, field), move |p| edit(p.solar.get_or_insert_default()))
}

/// Says that there are no photovoltaics, or puts them back whole.
pub fn set_solar(solar: Option<Solar>) -> Command {
    Command::once(Part::Solar, move |p| p.solar = solar)
}

/// Edits one field of the wastewater, which comes into being with its first field.
pub fn wastewater(field: &'static str, edit: impl FnOnce(&mut Wastewater) + 'static) -> Command {
    let key = EditKey::new(Part::Wastewater, 0, 0, field);
    Command::keyed(key, move |p| edit(p.wastewater.get_or_insert_default()))
}

/// Says that there is no wastewater to look at, or puts it back whole.
pub fn set_wastewater(wastewater: Option<Wastewater>) -> Command {
    Command::once(Part::Wastewater, move |p| p.wastewater = wastewater)
}
