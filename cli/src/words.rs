//! Problems and notices as one line: the path in the project file, what is the matter, the figures.
//!
//! The word for what is the matter is the engine's own slug, the same as in JSON, so that scripts
//! can look for it.

use crate::names;
use lantian_engine::measures::CATALOGUE;
use lantian_engine::notice::{Notice, NoticeKind, Problem, ProblemKind};
use lantian_engine::origin::Field;
use lantian_engine::project::Project;

/// A field as a path in the project file: `heat[0].sources[1].oxygen`.
pub fn path(project: &Project, field: &Field) -> String {
    let Field { index, child, name, .. } = *field;
    let at = |list: &str| format!("{list}[{index}].{name}");
    match field.part {
        // Not entered by the user: a carrier or a piece of equipment that only upgrades bring.
        part if index == u16::MAX => format!("{part}.{name}"),
        "bill" => at("bills"),
        "electric" => at("electricity"),
        "heat" => at("heat"),
        "heat_use" => format!("heat[{index}].uses[{child}].{name}"),
        "source" if child == u16::MAX => format!("heat[{index}].{name}"),
        "source" => format!("heat[{index}].sources[{child}].{name}"),
        "fired" => at("fired"),
        "fleet" => at("vehicles"),
        "solvent" => at("solvents"),
        "refrigerant" => at("refrigerants"),
        "activity" => at("activities"),
        "target" => format!("outlook.targets[{index}].{name}"),
        "measure" => measure(project, field),
        part => format!("{part}.{name}"),
    }
}

/// Measures are numbered by the catalogue; the file lists those the user touched.
fn measure(project: &Project, field: &Field) -> String {
    let (plan, name) = (project.active_plan, field.name);
    let slug = CATALOGUE.get(usize::from(field.index)).map_or("", |id| id.slug());
    let place = project.plan().measures.iter().position(|choice| choice.measure == slug);
    match place {
        Some(place) if matches!(name, "on" | "quote" | "start" | "plus_minus") => {
            format!("plans[{plan}].measures[{place}].{name}")
        }
        Some(place) if name != "measure" => format!("plans[{plan}].measures[{place}].params.{name}"),
        _ => format!("plans[{plan}].measures"),
    }
}

pub fn problem(project: &Project, problem: &Problem) -> String {
    let detail = match &problem.kind {
        ProblemKind::Missing | ProblemKind::NoFactor | ProblemKind::Repeated | ProblemKind::NoPrice => {
            String::new()
        }
        ProblemKind::NotANumber { text } => format!(": {text:?}"),
        ProblemKind::NoPath { scenario } => format!(": {scenario:?}"),
        ProblemKind::OutOfRange { value, min, max, reason } => {
            let reason = reason.map_or_else(String::new, |reason| {
                format!(" ({}: {})", reason.slug(), names::reason(reason.slug()))
            });
            format!(": {value} is not within {min} to {max}{reason}")
        }
        ProblemKind::Unknown { slug } => format!(": {slug:?}"),
        ProblemKind::Unit { unit } => format!(": {unit:?}"),
        ProblemKind::FlueBelowAir { flue, air } => format!(": flue {flue} degC, air {air} degC"),
        ProblemKind::FlueBelowDewPoint { flue, dew_point } => {
            format!(": flue {flue} degC, dew point {dew_point} degC")
        }
        ProblemKind::TooEfficient { efficiency, most, dew_point } => match dew_point {
            Some(dew_point) => {
                format!(
                    ": {efficiency} on net calorific value, at most {most} at the acid dew point {dew_point} degC"
                )
            }
            None => {
                format!(": {efficiency} on net calorific value, at most {most} with all vapour condensed")
            }
        },
        ProblemKind::NoEfficiency { losses } => format!(": losses {losses}"),
        ProblemKind::SharesAbove { sum } => format!(": sum {sum}"),
    };
    format!("{}: {}{detail}", path(project, &problem.field), problem.kind.slug())
}

fn listed(slugs: impl Iterator<Item = &'static str>) -> String {
    format!(": {}", slugs.collect::<Vec<_>>().join(", "))
}

pub fn notice(project: &Project, notice: &Notice) -> String {
    let detail = match &notice.kind {
        NoticeKind::HeatUnused | NoticeKind::NotCounted => String::new(),
        NoticeKind::DefaultUsed { value, unit } => format!(": {value} {unit}").trim_end().to_owned(),
        NoticeKind::Estimated { carrier }
        | NoticeKind::SectorSplit { carrier }
        | NoticeKind::FollowsBill { carrier }
        | NoticeKind::NoPrice { carrier } => format!(": {}", carrier.slug()),
        NoticeKind::ListScaled { listed, bill } => format!(": listed {listed}, bill {bill}"),
        NoticeKind::SharesScaled { sum } => format!(": sum {sum}"),
        NoticeKind::GridYear { fact, .. } => format!(": {}", fact.slug()),
        NoticeKind::FactorStandIn { facts } => listed(facts.iter().map(|(_, fact)| fact.slug())),
        NoticeKind::NoFactor { pollutants } => listed(pollutants.iter().map(|p| p.slug())),
        NoticeKind::PriceDefault { fact, price, .. } => format!(": {price} from {}", fact.slug()),
        NoticeKind::PriceUnusual { price, low, high } => format!(": {price}, usual {low} to {high}"),
        NoticeKind::RangeUnused { name: slug } | NoticeKind::UnknownMeasure { slug } => {
            format!(": {slug:?}")
        }
        NoticeKind::Excluded { by, .. } => format!(": {by}"),
    };
    format!("{}: {}{detail}", path(project, &notice.field), notice.kind.slug())
}
