//! What things are called for people: figures with their units, metrics, steps, end uses, sources,
//! origins of numbers, paybacks.
//!
//! Pure functions over the texts on screen: a page passes what it knows and gets words. Nothing in
//! here calculates.

mod activity;
mod evidence;
mod figure;
mod inside;
mod metric;
mod money;
mod place;
mod step;

pub use activity::{activity_group, activity_label};
pub use evidence::{evidence_badge, evidence_word, is_factor, is_unverified, kind_of};
pub use figure::{amount, figure, is_share, unit_text};
pub use inside::inside;
pub use metric::{MetricText, metric_key, short_key, spoken};
pub use money::{
    costs_per_kg, currency_of, irr_words, payback_clause, payback_short, pays_back, rank_of, ratios,
};
pub use place::{Places, carrier_name};
pub use step::{step_name, step_unit};
