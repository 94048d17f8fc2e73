//! English names of measures and facts, from the fact tables, and of what the worked cases name.

use lantian_engine::data::{FactId, MeasureId};
use lantian_engine::project::case_key;

include!(concat!(env!("OUT_DIR"), "/names.rs"));

pub fn measure(id: MeasureId) -> &'static str {
    MEASURES.get(id.index()).copied().unwrap_or(id.slug())
}

pub fn fact(id: FactId) -> &'static str {
    FACTS.get(id.index()).copied().unwrap_or(id.slug())
}

/// Why a limit stands, in words; the slug where there are none.
pub fn reason(slug: &'static str) -> &'static str {
    REASONS.iter().find(|(known, _)| *known == slug).map_or(slug, |(_, words)| words)
}

/// A name in a project. The worked cases name by key, `@case.dyeing_mill`; other names stand as
/// they are.
pub fn own(name: &str) -> &str {
    let Some(key) = case_key(name) else { return name };
    CASES.iter().find(|(known, _)| *known == key).map_or(key, |(_, name)| name)
}
