//! Collects the numbers of a plant while it is lowered: one slot each, with its origin, and
//! every problem and notice on the way.

use crate::data::{FactId, GwpSet, Region, Sector, SectorKey, SectorQuantity, SectorRow, sector_default};
use crate::notice::{Notice, NoticeKind, Problem, ProblemKind, Reason};
use crate::origin::{Field, Origin, SlotInfo};
use crate::plant::{Derived, Slot};
use crate::project::Project;
use crate::units::UnitId;

/// Unit slugs, numerator and denominator.
pub(super) type Unit = (&'static str, &'static str);

/// A pure number.
pub(super) const PURE: Unit = ("", "");
/// Largest amount of anything that a plant can have: the electricity of a large country in kWh
/// stays below it.
const HUGE: f64 = 1e13;

/// The state of lowering.
#[derive(Debug)]
pub(super) struct Builder<'a> {
    pub project: &'a Project,
    pub region: Region,
    pub sector: Sector,
    pub values: Vec<f64>,
    pub slots: Vec<SlotInfo>,
    pub derived: Vec<Derived>,
    pub problems: Vec<Problem>,
    pub notices: Vec<Notice>,
}

/// What a figure is and which values it can have.
#[derive(Clone, Copy, Debug)]
pub(super) struct Ask {
    pub field: Field,
    pub unit: Unit,
    /// Slot value = field value × scale (0.01 for per cent).
    pub scale: f64,
    pub min: f64,
    pub max: f64,
    /// Why nothing lies below `min`, where it needs saying.
    pub reason: Option<Reason>,
}

impl Ask {
    /// An amount, zero or more.
    pub fn amount(field: Field, unit: Unit) -> Self {
        Ask { field, unit, scale: 1.0, min: 0.0, max: HUGE, reason: None }
    }

    /// Per cent of a whole, stored as a fraction.
    pub fn percent(field: Field) -> Self {
        Ask { field, unit: PURE, scale: 0.01, min: 0.0, max: 100.0, reason: None }
    }

    pub fn within(mut self, min: f64, max: f64) -> Self {
        (self.min, self.max) = (min, max);
        self
    }

    pub fn because(mut self, reason: Reason) -> Self {
        self.reason = Some(reason);
        self
    }
}

impl<'a> Builder<'a> {
    pub fn new(project: &'a Project, region: Region, sector: Sector) -> Self {
        Builder {
            project,
            region,
            sector,
            values: Vec::with_capacity(1024),
            slots: Vec::with_capacity(1024),
            derived: Vec::new(),
            problems: Vec::new(),
            notices: Vec::new(),
        }
    }

    /// Another set of global warming potentials than AR5 is chosen: factors in CO2e are put together again
    /// from their gases where the tables have them.
    pub fn weighs_anew(&self) -> bool {
        self.project.site.gwp_set.as_deref().is_some_and(|set| set != GwpSet::Ar5.slug())
    }

    pub fn problem(&mut self, field: Field, kind: ProblemKind) {
        self.problems.push(Problem { field, kind });
    }

    pub fn notice(&mut self, field: Field, kind: NoticeKind) {
        self.notices.push(Notice { field, kind });
    }

    pub fn slot(&mut self, value: f64, origin: Origin, unit: Unit, name: &'static str) -> Slot {
        let slot = Slot(self.values.len() as u16);
        self.values.push(value);
        self.slots.push(SlotInfo { origin, unit, name });
        slot
    }

    pub fn value(&self, slot: Slot) -> f64 {
        self.values.get(slot.index()).copied().unwrap_or(0.0)
    }

    /// A handle for measures.
    pub fn neutral(&mut self, value: f64) -> Slot {
        self.slot(value, Origin::Neutral, PURE, "neutral")
    }

    /// A number that calibration will fill.
    pub fn solved(&mut self, unit: Unit, name: &'static str) -> Slot {
        self.slot(0.0, Origin::Solved, unit, name)
    }

    /// True by definition or by the structure of the model.
    pub fn fixed(&mut self, value: f64, unit: Unit, name: &'static str) -> Slot {
        self.slot(value, Origin::Definition, unit, name)
    }

    /// A second slot for the same number, which a measure may set while the first stays.
    pub fn copy(&mut self, slot: Slot) -> Slot {
        let value = self.value(slot);
        match self.slots.get(slot.index()).copied() {
            Some(info) => self.slot(value, info.origin, info.unit, info.name),
            None => slot,
        }
    }

    /// Checks what the user said; `None` when nothing was said. A wrong value is a problem and
    /// counts as not said.
    pub fn check(&mut self, said: Option<f64>, ask: Ask) -> Option<f64> {
        // Minus zero is zero, also where something is divided by it.
        let value = said? + 0.0;
        if value.is_finite() && value >= ask.min && value <= ask.max {
            return Some(value);
        }
        let reason = ask.reason.filter(|_| value < ask.min);
        self.problem(ask.field, ProblemKind::OutOfRange { value, min: ask.min, max: ask.max, reason });
        None
    }

    /// A slot for what the user said, if anything (or anything usable) was said.
    pub fn said(&mut self, said: Option<f64>, ask: Ask) -> Option<Slot> {
        let value = self.check(said, ask)?;
        Some(self.slot(value * ask.scale, Origin::Input(ask.field), ask.unit, ask.field.name))
    }

    /// What the user said, else zero without a word: for things that are simply absent.
    pub fn said_or_none(&mut self, said: Option<f64>, ask: Ask) -> Slot {
        match self.said(said, ask) {
            Some(slot) => slot,
            None => self.fixed(0.0, ask.unit, ask.field.name),
        }
    }

    /// What the user said, else the sector's default with a notice.
    pub fn said_or_default(
        &mut self,
        said: Option<f64>,
        ask: Ask,
        kind: SectorQuantity,
        key: SectorKey,
        unit: UnitId,
    ) -> Slot {
        if let Some(slot) = self.said(said, ask) {
            return slot;
        }
        match sector_default(self.sector, kind, key) {
            Some(row) => self.default_row(row, ask, unit),
            None => {
                self.problem(ask.field, ProblemKind::Missing);
                self.fixed(0.0, ask.unit, ask.field.name)
            }
        }
    }

    /// A sector default, read in the unit the field is written in.
    pub fn default_row(&mut self, row: &'static SectorRow, ask: Ask, unit: UnitId) -> Slot {
        let value = match row.range_in(unit, row.den) {
            Ok([_, Some(value), _]) => value,
            _ => row.typical().unwrap_or(0.0),
        };
        self.notice(ask.field, NoticeKind::DefaultUsed { value, unit: unit.slug() });
        self.slot(value * ask.scale, Origin::Sector(row, ask.field), ask.unit, ask.field.name)
    }

    /// A constant of the sector tables (no field stands behind it).
    pub fn constant(&mut self, kind: SectorQuantity, key: SectorKey, scale: f64, name: &'static str) -> Slot {
        match sector_default(Sector::All, kind, key) {
            Some(row) => {
                let field = Field::new("constant", 0, name);
                let value = row.typical().unwrap_or(0.0) * scale;
                self.slot(value, Origin::Sector(row, field), PURE, name)
            }
            None => self.fixed(0.0, PURE, name),
        }
    }

    /// A factor in the given unit; `None` when the row does not convert to it.
    pub fn fact(
        &mut self,
        fact: FactId,
        num: UnitId,
        den: Option<UnitId>,
        unit: Unit,
        name: &'static str,
    ) -> Option<Slot> {
        let value = fact.fact().value_in(num, den).ok()?;
        Some(self.slot(value, Origin::Fact(fact), unit, name))
    }

    /// `constant × Π times ÷ Π over`, kept as a formula.
    pub fn derive(
        &mut self,
        constant: f64,
        times: &[Slot],
        over: &[Slot],
        unit: Unit,
        name: &'static str,
    ) -> Slot {
        let value = over.iter().fold(
            times.iter().fold(constant, |product, &slot| product * self.value(slot)),
            |quotient, &slot| quotient / self.value(slot),
        );
        let target = self.slot(value, Origin::Derived, unit, name);
        self.derived.push(Derived { target, constant, times: times.to_vec(), over: over.to_vec() });
        target
    }
}
