//! What shows only once the bills are solved: boilers that give no heat, turbines that give more
//! work than their boiler raises.

use super::Lowered;
use crate::evaluate::{GJ_PER_KWH, efficiency};
use crate::notice::{Problem, ProblemKind};
use crate::origin::Field;
use crate::plant::{Boiler, SourceKind};

/// Efficiencies on net calorific value that leave heat; what the fuel allows is in `limits`.
const EFFICIENCY: core::ops::RangeInclusive<f64> = 0.05..=1.2;

pub(super) fn calibrated(lowered: &Lowered) -> Vec<Problem> {
    let mut problems = Vec::new();
    for (index, heat) in lowered.plant.heat.iter().enumerate() {
        for (child, source) in heat.sources.iter().enumerate().filter(|(_, s)| !s.dormant) {
            if let SourceKind::Boiler(boiler) = &source.kind {
                let field = |name| Field::child("source", index, child, name);
                problems.extend(boiler_problem(lowered, boiler, &field));
            }
        }
    }
    problems
}

fn boiler_problem(
    lowered: &Lowered,
    boiler: &Boiler,
    field: &impl Fn(&'static str) -> Field,
) -> Option<Problem> {
    let p = &lowered.params;
    let efficiency = efficiency(boiler, p, 0);
    if !EFFICIENCY.contains(&efficiency) {
        let kind = ProblemKind::NoEfficiency { losses: (1.0 - efficiency) * 100.0 };
        return Some(Problem { field: field("efficiency"), kind });
    }
    if let Some(problem) = super::limits::efficiency(lowered, boiler, efficiency, field("efficiency")) {
        return Some(problem);
    }
    let turbine = boiler.turbine.as_ref()?;
    let beyond = |name, value, max| {
        let kind = ProblemKind::OutOfRange { value, min: 0.0, max, reason: None };
        (value > max).then(|| Problem { field: field(name), kind })
    };
    // Not even all heat raised would drive it, or its own station uses more than the site has.
    let raised = fuel(lowered, boiler) * efficiency / (1.0 + p[boiler.blowdown]);
    let most = raised * p[turbine.efficiency] / GJ_PER_KWH;
    beyond("gross_generation", p[turbine.gross], most * (1.0 - 1e-9)).or_else(|| {
        let grid = lowered.plant.supplies.get(lowered.plant.electricity)?;
        beyond("own_use", p[turbine.own_use], p[turbine.gross] + p[grid.quantity] * p[grid.content])
    })
}

/// Fuel of a boiler in the base case, GJ.
fn fuel(lowered: &Lowered, boiler: &Boiler) -> f64 {
    let (plant, p) = (&lowered.plant, &lowered.params);
    let burner = plant.burners.get(boiler.burner);
    let supply = burner.and_then(|b| plant.supplies.get(b.carrier).map(|s| (b, s)));
    supply.map_or(0.0, |(burner, supply)| p[supply.quantity] * p[supply.content] * p[burner.bill_share])
}
