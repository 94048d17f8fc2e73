//! How the bill of a carrier is shared out among what uses it.
//!
//! All of a bill is used: a share that is not said is what the others leave, and shares that leave
//! something over are scaled up, with a notice. More than the whole is a problem.

use super::builder::{Ask, Builder, PURE};
use super::supply::Fuels;
use crate::notice::{NoticeKind, ProblemKind};
use crate::origin::Field;
use crate::plant::Slot;
use crate::project::Project;

/// Rounding to whole per cent is ours to mend; more than that is worth a word.
const ROUNDING: f64 = 0.01;

/// What is said about the shares of each carrier.
#[derive(Debug)]
pub(super) struct Shares {
    carriers: Vec<Said>,
}

#[derive(Clone, Copy, Debug, Default)]
struct Said {
    /// Sum of the shares said, of 1.
    sum: f64,
    count: usize,
    open: usize,
    told: bool,
}

impl Said {
    fn exceeds(&self) -> bool {
        self.sum > 1.0 + 1e-6
    }

    /// Everything is said but does not make a whole.
    fn falls_short(&self) -> bool {
        self.open == 0 && self.sum < 1.0 - 1e-9
    }
}

impl Shares {
    pub fn new(fuels: &Fuels, project: &Project) -> Self {
        let mut carriers = vec![Said::default(); fuels.len()];
        let sources = project.heat.iter().flat_map(|h| &h.sources).map(|s| (&s.carrier, s.share));
        let fired = project.fired.iter().map(|f| (&f.carrier, f.share));
        let vehicles = project.vehicles.iter().map(|v| (&v.carrier, v.share));
        for (carrier, share) in sources.chain(fired).chain(vehicles) {
            let Some(said) = fuels.find_slug(carrier).and_then(|index| carriers.get_mut(index)) else {
                continue;
            };
            match share {
                // What is out of range is told when its slot is asked for.
                Some(share) if (0.0..=100.0).contains(&share) => {
                    said.sum += share / 100.0;
                    said.count += 1;
                }
                Some(_) => said.count += 1,
                None => said.open += 1,
            }
        }
        Shares { carriers }
    }

    /// A slot for the share of a carrier's bill that one user has.
    pub fn slot(&mut self, b: &mut Builder<'_>, carrier: usize, said: Option<f64>, field: Field) -> Slot {
        let Some(known) = self.carriers.get_mut(carrier) else { return b.fixed(0.0, PURE, "bill_share") };
        if said.is_none() {
            let left = (1.0 - known.sum).max(0.0) / known.open.max(1) as f64;
            return b.fixed(left, PURE, "bill_share");
        }
        let Some(slot) = b.said(said, Ask::percent(field)) else { return b.fixed(0.0, PURE, "bill_share") };
        if known.exceeds() {
            b.problem(field, ProblemKind::SharesAbove { sum: known.sum * 100.0 });
        } else if known.falls_short() {
            if known.sum < 1.0 - ROUNDING && !known.told {
                b.notice(field, NoticeKind::SharesScaled { sum: known.sum * 100.0 });
                known.told = true;
            }
            if known.sum < 1e-9 {
                return b.fixed(1.0 / known.count.max(1) as f64, PURE, "bill_share");
            }
            return b.derive(1.0 / known.sum, &[slot], &[], PURE, "bill_share");
        }
        slot
    }
}
