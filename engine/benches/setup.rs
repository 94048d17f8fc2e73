//! The plant that benchmarks evaluate: the worked dyeing mill with its ticked upgrades.

use lantian_engine::assess::Model;
use lantian_engine::lower::lower;
use lantian_engine::measures::missing;
use lantian_engine::metric::Totals;
use lantian_engine::project::{Project, from_json};
use lantian_engine::set::MeasureSet;

/// The worked case as it ships.
const CASE: &str = include_str!("../../cases/dyeing_mill.json");

/// Project, model and the set of its ticked measures.
#[derive(Debug)]
pub struct Setup {
    pub project: Project,
    pub model: Model,
    pub set: MeasureSet,
    /// Of the base case.
    pub before: Totals<f64>,
    /// Measures that apply to the plant, ticked or not.
    applicable: Vec<usize>,
}

impl Setup {
    /// `None` when the case does not load, which the tests of the cases would have found.
    pub fn new() -> Option<Self> {
        let project = from_json(CASE).ok()?;
        let model = Model::new(*lower(&project).result.ok()?);
        let entries = || model.lowered.measures.iter().enumerate();
        let set = entries().filter(|(_, e)| e.on).map(|(place, _)| place).collect();
        let applies = entries().filter(|(_, e)| missing(e.slots.id, &model.lowered.plant).is_none());
        let applicable = applies.map(|(place, _)| place).collect();
        let mut scratch = model.scratch();
        model.evaluate(MeasureSet::EMPTY, &mut scratch);
        Some(Setup { project, before: scratch.flows.totals, applicable, model, set })
    }

    /// The first `count` measures that apply to the plant.
    pub fn applicable(&self, count: usize) -> Vec<usize> {
        self.applicable.iter().copied().take(count).collect()
    }
}
