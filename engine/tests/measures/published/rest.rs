//! Published cases of water and solvents.

use super::inputs::Inputs;
use crate::common::{alone, bill, gas_steam, in_dollars, measure, outcome, quoted, saved, stated};
use lantian_engine::data::MeasureId::{LowLiquorRatioDyeing, SolventRecovery};
use lantian_engine::finance::Payback;
use lantian_engine::metric::Metric;
use lantian_engine::project::Solvent;

pub fn figure(figure: (&str, &str), i: &Inputs) -> Option<f64> {
    Some(match figure.0 {
        "C-50" => bath(i),
        "C-51" => still(i),
        _ => return None,
    })
}

/// Per cent of the dye baths' water.
fn bath(i: &Inputs) -> f64 {
    let mut project = gas_steam(stated("natural_gas", Some(90.0)));
    project.bills.push(bill("water", 100_000.0, "m3", 4.0));
    project.heat[0].uses[0].kind = "dyeing".into();
    let params = [
        ("liquor_ratio_before", i.get("before")),
        ("liquor_ratio_after", i.get("after")),
        ("bath_share", 1.0),
    ];
    saved(&alone(&project, LowLiquorRatioDyeing, &params), Metric::Water) / 100_000.0 * 100.0
}

/// Months until a still is paid for that saves so much worth of solvent.
fn still(i: &Inputs) -> f64 {
    let mut project = in_dollars(crate::common::factory(1e6), i.get("price"));
    // One currency throughout: a "yuan" of the solvent's price is a dollar.
    project.finance.cny_per_hkd = Some(1.0);
    project.finance.hkd_per_usd = Some(1.0);
    // US$6 a kilogram, recovered from 85 % of the solvent by nine tenths.
    let (price, recovered) = (6.0, 0.85 * 0.90);
    project.solvents.push(Solvent {
        tonnes: Some(i.get("solvent_saved") / price / recovered / 1000.0),
        volatile: Some(100.0),
        ..Solvent::default()
    });
    let params = [("solvent_price", price)];
    let outcome = outcome(&quoted(project, SolventRecovery, &params, i.get("cost")));
    match measure(&outcome, SolventRecovery).appraisal.as_ref().unwrap().simple_payback {
        Payback::Years(years) => years * 12.0,
        other => panic!("{other:?}"),
    }
}
