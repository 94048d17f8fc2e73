//! What the tests of whole plants share.

use lantian_engine::assess::{Assessment, Depth, Model, Outcome, assess};
use lantian_engine::finance::{Appraisal, Irr, Payback};
use lantian_engine::flows::Flows;
use lantian_engine::lower::lower;
use lantian_engine::metric::{Metric, Totals};
use lantian_engine::plant::Category;
use lantian_engine::project::{Project, from_json};
use std::path::PathBuf;

/// Every worked case that ships: name of its file and project.
pub fn cases() -> Vec<(String, Project)> {
    let folder = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../cases"));
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder).unwrap().map(|e| e.unwrap().path()).collect();
    files.retain(|file| file.extension().is_some_and(|e| e == "json"));
    files.sort();
    assert!(files.len() >= 4, "the worked cases are there");
    let read = |file: PathBuf| {
        let name = file.file_stem().unwrap().to_str().unwrap().to_owned();
        let project = from_json(&std::fs::read_to_string(&file).unwrap());
        (name, project.unwrap_or_else(|e| panic!("{}: {e}", file.display())))
    };
    files.into_iter().map(read).collect()
}

pub fn case(name: &str) -> Project {
    cases().into_iter().find(|(n, _)| n == name).unwrap().1
}

#[track_caller]
pub fn outcome(project: &Project, depth: Depth) -> Outcome {
    let Assessment { problems, outcome, .. } = assess(project, depth);
    outcome.unwrap_or_else(|| panic!("{problems:?}"))
}

#[track_caller]
pub fn model(project: &Project) -> Model {
    Model::new(*lower(project).result.unwrap_or_else(|p| panic!("{p:?}")))
}

/// Equal up to `tolerance` of the larger of both.
#[track_caller]
pub fn near(got: f64, expected: f64, tolerance: f64) {
    let scale = got.abs().max(expected.abs());
    assert!((got - expected).abs() <= tolerance * scale, "{got} instead of {expected}");
}

/// Bits of every metric, to compare without rounding.
pub fn bits(totals: &Totals<f64>) -> Vec<u64> {
    totals.0.iter().map(|v| v.to_bits()).collect()
}

/// Every number of an evaluated plant with a name for messages.
pub fn numbers(flows: &Flows<f64>) -> Vec<(String, f64)> {
    let rows = [
        ("electric", &flows.electric),
        ("burner", &flows.burner),
        ("heat_recovered", &flows.heat_recovered),
        ("engine_water", &flows.engine_water),
        ("heat_needed", &flows.heat_needed),
        ("engine_steam", &flows.engine_steam),
        ("source", &flows.source),
        ("turbine", &flows.turbine),
        ("station_use", &flows.station_use),
        ("engine_power", &flows.engine_power),
        ("carrier", &flows.carrier),
        ("biogas", &flows.biogas),
    ];
    let single = [
        ("solar", flows.solar),
        ("site_electricity", flows.site_electricity),
        ("own_used", flows.own_used),
        ("exported", flows.exported),
        ("reuse_energy", flows.reuse_energy),
        ("vehicle_energy", flows.vehicle_energy),
        ("auxiliary_energy", flows.auxiliary_energy),
        ("biogas", flows.biogas_total),
        ("biogas_leak", flows.biogas_leak),
        ("anaerobic", flows.anaerobic),
        ("solvent_burnt", flows.solvent_burnt),
        ("water_process", flows.water_process),
        ("reused", flows.reused),
        ("treated", flows.treated),
        ("effluent", flows.effluent),
    ];
    let mut all: Vec<(String, f64)> = single.map(|(name, value)| (name.to_owned(), value)).to_vec();
    for &category in Category::ALL {
        all.push((category.slug().to_owned(), flows.totals[Metric::of_category(category)]));
    }
    for (name, row) in rows {
        all.extend(row.iter().enumerate().map(|(index, value)| (format!("{name} {index}"), *value)));
    }
    let pollutants = flows.pollutants.iter().flatten();
    all.extend(pollutants.enumerate().map(|(index, value)| (format!("pollutant {index}"), *value)));
    all
}

/// No flow is below zero (but for rounding against the size of its kind) and none is not finite.
#[track_caller]
pub fn assert_physical(flows: &Flows<f64>, what: &str) {
    let scale = flows.totals[Metric::SiteElectricity].abs() + flows.totals[Metric::Fuel].abs() + 1.0;
    for (name, value) in numbers(flows) {
        assert!(value.is_finite() && value >= -1e-12 * scale, "{what}: {name} is {value}");
    }
    assert_finite(&flows.totals, what);
}

#[track_caller]
pub fn assert_finite(totals: &Totals<f64>, what: &str) {
    for &metric in Metric::ALL {
        assert!(totals[metric].is_finite(), "{what}: {} is {}", metric.slug(), totals[metric]);
    }
}

/// All a screen could show of an outcome is a finite number.
#[track_caller]
pub fn assert_showable(outcome: &Outcome) {
    assert_physical(&outcome.before, "before");
    assert_physical(&outcome.after, "after");
    appraisal(&outcome.appraisal, "plan");
    assert!(outcome.cost_per_tonne.is_none_or(f64::is_finite));
    for measure in &outcome.measures {
        let name = measure.id.slug();
        assert!(measure.size.is_finite() && measure.size >= 0.0, "{name}: size {}", measure.size);
        assert!(measure.cost.is_finite() && measure.cost >= 0.0, "{name}: cost {}", measure.cost);
        assert!(measure.cost_per_tonne.is_none_or(f64::is_finite), "{name}");
        if let Some(alone) = &measure.alone {
            assert_finite(alone, name);
        }
        if let Some(share) = &measure.share {
            for totals in [&share.alone, &share.in_plan, &share.last_in, &share.error] {
                assert_finite(totals, name);
            }
        }
        if let Some(one) = &measure.appraisal {
            appraisal(one, name);
        }
    }
}

#[track_caller]
fn appraisal(appraisal: &Appraisal, what: &str) {
    let figures = [appraisal.investment, appraisal.grant, appraisal.yearly_saving, appraisal.npv];
    assert!(figures.iter().chain(&appraisal.flows).all(|v| v.is_finite()), "{what}: {appraisal:?}");
    for payback in [appraisal.simple_payback, appraisal.discounted_payback] {
        if let Payback::Years(years) | Payback::BeyondLife(years) = payback {
            assert!(years.is_finite() && years >= 0.0, "{what}: {payback:?}");
        }
    }
    let rates = match &appraisal.irr {
        Irr::None => Vec::new(),
        Irr::One(rate) => vec![*rate],
        Irr::Several(rates) => rates.clone(),
    };
    assert!(rates.iter().all(|r| r.is_finite()), "{what}: {rates:?}");
}
