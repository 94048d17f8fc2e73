//! How far the figures can be trusted: ranges by trials.
//!
//! # Method
//! Every uncertain number of the plant ([`sources`]) is drawn anew in each trial from its distribution
//! ([`Spread`]) and the model is evaluated with it: base case, plan and each measure alone in the same trial.
//! A number that enters in several places is drawn once, so that what belongs together moves together.
//! Results are the percentiles P10, P50 and P90 of every headline, its histogram, the probability that the
//! plan's net present value is positive, and how much of the spread of a result would go if an input were
//! known exactly (its first-order index).
//!
//! Draws are a Latin hypercube of 1024 trials, repeated: in every such cycle each of 1024 equally
//! probable parts of a distribution is drawn exactly once, in an order that depends on seed, input and
//! cycle alone. So a trial does not depend on which worker does it, and chunks of trials can be computed
//! anywhere and merged in order ([`Tally::merge`]): the same digits natively and in every browser.
//!
//! # Limits
//! What lies beyond the middle of the outermost of 1024 parts (the outer 0.05 % on each side) is not
//! drawn. Prices and rates count as certain unless a range is given for them.
//!
//! # Sources
//! M. D. McKay, R. J. Beckman and W. J. Conover, "A Comparison of Three Methods for Selecting Values of
//! Input Variables in the Analysis of Output from a Computer Code", 1979 (Latin hypercube). I. M. Sobol,
//! "Sensitivity Estimates for Nonlinear Mathematical Models", 1993 (first-order index).

mod draws;
mod reading;
mod sources;
mod spread;
mod study;
mod tally;
mod wholes;

pub use draws::CYCLE;
pub use reading::{Case, Figure, Ranges, Reading};
pub use sources::{Identity, Source, sources};
pub use spread::{Inverted, Spread};
pub use study::{CHUNK, HEADLINES, Study, TooLarge, chunks};
pub use tally::{BINS, Influence, Range, Tally};
