//! How far figures of the user may be off.

use super::builder::{Ask, Builder};
use crate::data::MeasureId;
use crate::measures::CATALOGUE;
use crate::notice::NoticeKind;
use crate::origin::{Field, Origin};
use crate::project::Project;
use std::collections::BTreeMap;

/// How far a figure of the user may be off, as a fraction of it: 0.05 for 5 % more or less. 95 % of all
/// values lie within.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct UserRange {
    pub field: Field,
    pub deviation: f64,
}

/// Largest deviation, per cent: nothing that is there at all is less than nothing.
const LARGEST: f64 = 95.0;

/// The ranges given in a project for figures that the plant uses.
pub(super) fn ranges(b: &mut Builder<'_>, project: &Project) -> Vec<UserRange> {
    let mut found = Vec::new();
    let mut take = |part, index, child, table: &BTreeMap<String, f64>| {
        for (name, percent) in table {
            let at = Field::child(part, index, child, "plus_minus");
            let Some(field) = given(b, at, name) else {
                b.notice(at, NoticeKind::RangeUnused { name: name.clone() });
                continue;
            };
            let ask = Ask::amount(at, super::builder::PURE).within(0.0, LARGEST);
            if let Some(percent) = b.check(Some(*percent), ask).filter(|percent| *percent > 0.0) {
                found.push(UserRange { field, deviation: percent / 100.0 });
            }
        }
    };
    take("site", 0, 0, &project.site.plus_minus);
    for (index, bill) in project.bills.iter().enumerate() {
        take("bill", index, 0, &bill.plus_minus);
    }
    for (index, use_) in project.electricity.iter().enumerate() {
        take("electric", index, 0, &use_.plus_minus);
    }
    for (index, heat) in project.heat.iter().enumerate() {
        take("heat", index, 0, &heat.plus_minus);
        for (child, use_) in heat.uses.iter().enumerate() {
            take("heat_use", index, child, &use_.plus_minus);
        }
        for (child, source) in heat.sources.iter().enumerate() {
            take("source", index, child, &source.plus_minus);
        }
    }
    for (index, use_) in project.fired.iter().enumerate() {
        take("fired", index, 0, &use_.plus_minus);
    }
    for (index, fleet) in project.vehicles.iter().enumerate() {
        take("fleet", index, 0, &fleet.plus_minus);
    }
    if let Some(solar) = &project.solar {
        take("solar", 0, 0, &solar.plus_minus);
    }
    if let Some(water) = &project.wastewater {
        take("wastewater", 0, 0, &water.plus_minus);
    }
    for (index, solvent) in project.solvents.iter().enumerate() {
        take("solvent", index, 0, &solvent.plus_minus);
    }
    for (index, gas) in project.refrigerants.iter().enumerate() {
        take("refrigerant", index, 0, &gas.plus_minus);
    }
    for (index, activity) in project.activities.iter().enumerate() {
        take("activity", index, 0, &activity.plus_minus);
    }
    for choice in &project.plan().measures {
        let place = CATALOGUE.iter().position(|id| id.slug() == choice.measure);
        if let Some(index) = place {
            take("measure", index, 0, &choice.plus_minus);
        }
    }
    found
}

/// The field with this name in a part of the project, if a figure of it is used.
fn given(b: &Builder<'_>, at: Field, name: &str) -> Option<Field> {
    b.slots
        .iter()
        .filter_map(|info| match info.origin {
            Origin::Input(field) => Some(field),
            Origin::Measure { measure, param: place, changed: true } => parameter_field(measure, place),
            _ => None,
        })
        .find(|field| {
            (field.part, field.index, field.child, field.name) == (at.part, at.index, at.child, name)
        })
}

/// The field of a measure's parameter, by its place.
pub(crate) fn parameter_field(measure: MeasureId, param: u16) -> Option<Field> {
    let place = CATALOGUE.iter().position(|id| *id == measure)?;
    Some(Field::new("measure", place, measure.spec().params.get(usize::from(param))?.key))
}
