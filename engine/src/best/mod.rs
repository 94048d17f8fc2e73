//! The best plan: the set of measures that does most towards a goal within budget and payback.
//!
//! # Method
//! Branch and bound on the real, interacting model. A node of the search has decided some candidates
//! and left others open. For each open one the plant is evaluated once with [`Difference`]s, which
//! bounds what it adds to *any* plan that may still come of the node. Because the worth of a plan is
//! that of the decided part plus what each further measure adds when it joins, no plan of the node is
//! worth more than the decided part plus the sum of the upper bounds (with a budget: of those that fit,
//! the last one in part). A node that cannot beat the best plan known is given up; a candidate that
//! can only harm is left out, one that can only help and takes nothing from others is taken. What
//! is left when the search ends is proven best, up to [`TOLERANCE`].
//!
//! Source of the method: A. H. Land and A. G. Doig, "An Automatic Method of Solving Discrete
//! Programming Problems", 1960; the bounds by differences are this program's own.
//!
//! [`Difference`]: crate::difference::Difference

mod ask;
mod bound;
mod front;
mod margins;
mod search;
mod worth;

pub use ask::{Ask, Best, Impossible};
pub use front::{Front, Part, Point, join};
pub use search::Search;
pub use worth::Goal;

/// Two plans whose worths differ by less than this share are equally good.
pub const TOLERANCE: f64 = 1e-9;
