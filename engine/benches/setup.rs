//! The plant that benchmarks evaluate: the worked dyeing mill with its ticked upgrades.

use lantian_engine::assess::Model;
use lantian_engine::lower::lower;
use lantian_engine::measures::missing;
use lantian_engine::project::{Project, from_json};
use lantian_engine::set::MeasureSet;

/// The worked case as it ships.
pub const CASE: &str = include_str!("../../cases/dyeing_mill.json");

/// Project, model and the set of its ticked measures.
#[derive(Debug)]
pub struct Setup {
    pub project: Project,
    pub model: Model,
    pub set: MeasureSet,
}

impl Setup {
    /// `None` when the case does not load, which the tests of the cases would have found.
    pub fn new() -> Option<Self> {
        let project = from_json(CASE).ok()?;
        let model = Model::new(*lower(&project).result.ok()?);
        let entries = model.lowered.measures.iter().enumerate();
        let set = entries.filter(|(_, e)| e.on).map(|(place, _)| place).collect();
        Some(Setup { project, model, set })
    }

    /// The first `count` measures that apply to the plant, ticked or not.
    pub fn applicable(&self, count: usize) -> Vec<usize> {
        let entries = self.model.lowered.measures.iter().enumerate();
        let applies = entries.filter(|(_, e)| missing(e.slots.id, &self.model.lowered.plant).is_none());
        applies.map(|(index, _)| index).take(count).collect()
    }
}
