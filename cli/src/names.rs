//! English names of measures and facts, from the fact tables.

use lantian_engine::data::{FactId, MeasureId};

include!(concat!(env!("OUT_DIR"), "/names.rs"));

pub fn measure(id: MeasureId) -> &'static str {
    MEASURES.get(id.index()).copied().unwrap_or(id.slug())
}

pub fn fact(id: FactId) -> &'static str {
    FACTS.get(id.index()).copied().unwrap_or(id.slug())
}
