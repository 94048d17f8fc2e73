//! Whole results of the worked cases: they show that something changed, not that it is right.

use crate::common::cases;
use lantian_engine::assess::{Assessment, Depth, MeasureOutcome, assess};
use lantian_engine::metric::{Metric, Totals};
use serde_json::{Map, Value, json};

/// Six significant digits: more would change with any re-ordering of a sum.
fn digits(value: f64) -> Value {
    let rounded: f64 = format!("{value:.5e}").parse().unwrap();
    json!(rounded + 0.0)
}

fn figures(totals: &Totals<f64>, metrics: &[Metric]) -> Value {
    let pairs = metrics.iter().map(|&m| (m.slug().to_owned(), digits(totals[m])));
    Value::Object(pairs.collect::<Map<String, Value>>())
}

fn measure(outcome: &MeasureOutcome) -> Value {
    const SHOWN: &[Metric] = &[
        Metric::Co2e,
        Metric::So2,
        Metric::Nox,
        Metric::Pm10,
        Metric::Voc,
        Metric::SiteElectricity,
        Metric::Fuel,
        Metric::Water,
        Metric::Cost,
    ];
    if let Some(missing) = outcome.missing {
        return json!({ "missing": missing.slug() });
    }
    let appraisal = outcome.appraisal.as_ref().unwrap();
    json!({
        "in_plan": outcome.counted,
        "size": digits(outcome.size),
        "investment": digits(outcome.cost),
        "payback": format!("{:.4?}", appraisal.simple_payback),
        "npv": digits(appraisal.npv),
        "alone": figures(outcome.alone.as_ref().unwrap(), SHOWN),
        "share": outcome.share.as_ref().map(|share| figures(&share.in_plan, &[Metric::Co2e, Metric::Cost])),
    })
}

fn result(assessment: &Assessment) -> Value {
    let outcome = assessment.outcome.as_ref().unwrap();
    let notices = assessment.notices.iter().map(|n| {
        let field = n.field;
        format!("{} {}.{}.{}", n.kind.slug(), field.part, field.index, field.name)
    });
    let measures = outcome.measures.iter().map(|m| (m.id.slug().to_owned(), measure(m)));
    json!({
        "notices": notices.collect::<Vec<_>>(),
        "before": figures(&outcome.before.totals, Metric::ALL),
        "after": figures(&outcome.after.totals, Metric::ALL),
        "npv": digits(outcome.appraisal.npv),
        "measures": measures.collect::<Map<String, Value>>(),
    })
}

#[test]
fn results_of_the_cases() {
    for (name, project) in cases() {
        insta::assert_json_snapshot!(name, result(&assess(&project, Depth::Full)));
    }
}
