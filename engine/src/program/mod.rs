//! The model as a list of operations that run on many trials at once.
//!
//! [`Recorder`] and its number [`Symbol`] take down what an evaluation does instead of doing it. As
//! every evaluation of a plant goes through the same numbers, an operation that was met before is
//! not taken down twice, one whose operands are all fixed is done at once, and a guard that can
//! never act (told by [`crate::interval`] bounds) vanishes. What is left of base case, plan and every measure
//! alone together is a fraction of one evaluation each; [`Program`] does it block by block, `BLOCK` trials
//! side by side, which the compiler turns into vector instructions (decision 0008).
//!
//! The same operations in the same order: a program gives the digits of an evaluation with [`f64`].

mod compile;
mod record;
mod run;

pub use compile::{Program, TooLarge};
pub use record::{Recorder, Symbol};
pub use run::{BLOCK, Block, Workspace};

#[cfg(test)]
mod tests;
