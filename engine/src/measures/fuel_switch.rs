//! What the three boiler fuel switches share: heat moves from the old sources to a dormant new
//! boiler that lowering has put beside them.
//!
//! The saving is net: the new fuel is counted, and where the old boiler drove a turbine its
//! generation and the power station's own use go with it.

use super::{Context, boilers, burns};
use crate::carrier::Group;
use crate::edit::Edits;
use crate::evaluate::stack_loss;
use crate::plant::{Plant, Source, SourceKind};
use crate::scalar::{Scalar, sum};
use crate::step::Step;

/// True when a heat system has a working boiler on one of `from`.
pub(super) fn has(plant: &Plant, from: &[Group]) -> bool {
    boilers(plant).any(|(_, source, boiler)| !source.dormant && from.contains(&burns(plant, boiler.burner)))
}

/// Moves the covered share of all sources on `from` to the dormant boiler on `to`, which gets
/// the efficiency of parameter `boiler_efficiency_new`.
pub(super) fn switch<S: Scalar>(cx: &Context<'_, S>, out: &mut Edits<S>, from: &[Group], to: Group, new: S) {
    let on = |source: &Source, groups: &[Group], dormant: bool| match &source.kind {
        SourceKind::Boiler(b) => source.dormant == dormant && groups.contains(&burns(cx.plant, b.burner)),
        SourceKind::Purchased { .. } => false,
    };
    for heat in &cx.plant.heat {
        let Some(target) = heat.sources.iter().find(|s| on(s, &[to], true)) else { continue };
        let moved: Vec<&Source> = heat.sources.iter().filter(|s| on(s, from, false)).collect();
        if moved.is_empty() {
            continue;
        }
        let share = sum(moved.iter().map(|s| cx.p[s.share]));
        out.add(target.share, cx.coverage() * share);
        for source in moved {
            out.scale(source.share, S::one() - cx.coverage());
        }
        if let SourceKind::Boiler(boiler) = &target.kind {
            // The new boiler's flue-gas temperature follows from its efficiency, so that an
            // economizer or an oxygen trim on top of it acts on what is really left.
            let base = cx.p[boiler.stack.temperature];
            let slope = stack_loss(&boiler.stack, cx.p, 0) / (base - cx.p[boiler.stack.air_temperature]);
            let other = cx.p[boiler.shell_loss] + cx.p[boiler.unburnt_loss] + cx.p[boiler.other_loss];
            let flue = cx.p[boiler.stack.air_temperature] + (S::one() - other - new) / slope;
            let flue = flue.label(Step::FlueTemperatureNew, 0);
            out.set(boiler.stack.temperature, flue);
        }
    }
}
