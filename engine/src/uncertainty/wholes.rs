//! Shares of a whole stay shares of a whole.
//!
//! Drawn one by one, the shares of electricity uses would no longer make the bill. So the shares of one
//! whole are drawn and then scaled together to what they were together; where one use takes what the
//! others leave, they are only scaled when they would exceed the whole.

use crate::plant::{Params, Plant, Size, Slot, SourceKind};
use crate::scalar::{Scalar, sum};

/// Shares that belong together.
#[derive(Clone, Debug)]
pub(super) struct Whole {
    /// The number that is given, and what turns it into the share.
    members: Vec<(Slot, f64)>,
    /// Something takes what the members leave of one.
    rest: bool,
}

/// The wholes of a plant.
pub(super) fn wholes(plant: &Plant) -> Vec<Whole> {
    let mut found = Vec::new();
    // A list of uses that is scaled to the bill is so whatever it holds.
    if !plant.scale_list {
        let shares = plant.electric.iter().filter_map(|node| match node.size {
            Size::Share(slot) => Some(slot),
            Size::Given(_) | Size::Rest => None,
        });
        let rest = plant.electric.iter().any(|node| node.size == Size::Rest);
        found.push(Whole { members: members(plant, shares), rest });
    }
    for heat in &plant.heat {
        let shares = heat.uses.iter().map(|u| u.share).chain([heat.pipe_share, heat.trap_share]);
        found.push(Whole { members: members(plant, shares), rest: false });
    }
    for carrier in 0..plant.supplies.len() {
        let burners = plant.burners.iter().filter(|b| b.carrier == carrier).map(|b| b.bill_share);
        let bought = plant.heat.iter().flat_map(|h| &h.sources).filter_map(|source| match &source.kind {
            SourceKind::Purchased { carrier: of, bill_share, .. } if *of == carrier => Some(*bill_share),
            _ => None,
        });
        found.push(Whole { members: members(plant, burners.chain(bought)), rest: false });
    }
    found
}

/// The given number behind each share: a share may be a multiple of what was said.
fn members(plant: &Plant, shares: impl Iterator<Item = Slot>) -> Vec<(Slot, f64)> {
    shares
        .map(|share| match plant.derived.iter().find(|derived| derived.target == share) {
            Some(derived) => (derived.times.first().copied().unwrap_or(share), derived.constant),
            None => (share, 1.0),
        })
        .collect()
}

impl Whole {
    /// Scales the members of `drawn` to what they are together in `given`.
    pub fn close<S: Scalar>(&self, given: &Params<f64>, drawn: &mut Params<S>) {
        let before: f64 = self.members.iter().map(|(slot, times)| given[*slot] * times).sum();
        if before <= 0.0 {
            return;
        }
        let now = sum(self.members.iter().map(|(slot, times)| drawn[*slot] * S::constant(*times)));
        let factor = if self.rest { S::one().min(S::one() / now) } else { S::constant(before) / now };
        for (slot, _) in &self.members {
            drawn[*slot] = drawn[*slot] * factor;
        }
    }
}
