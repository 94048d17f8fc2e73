//! Published cases of electricity: machines, light, compressed air, cooling and the sun.

use super::inputs::Inputs;
use crate::common::{
    alone, compressors, electric, factory, hotel, in_dollars, measure, outcome, quoted, saved,
};
use lantian_engine::data::MeasureId::{
    self, ChillerHighCop, CompressedAirLeaks, ImmAllElectric, ImmServoRetrofit, LightingLed,
    PumpImpellerTrim, ServoSewingMachines, SolarPv,
};
use lantian_engine::finance::Payback;
use lantian_engine::metric::Metric;
use lantian_engine::plant::ElectricKind;
use lantian_engine::project::{ElectricUse, Project};

pub fn figure(figure: (&str, &str), i: &Inputs) -> Option<f64> {
    Some(match figure {
        ("C-06", "money saved") => right_sized_pump(i),
        ("C-08", "electricity saved") => servo(i, Metric::SiteElectricity) * 1e-6,
        ("C-08", "coal saved") => servo(i, Metric::CoalEquivalent),
        ("C-11", "electricity saved") => {
            let params = [("sec_hydraulic", i.get("kwh_before")), ("sec_electric", i.get("kwh_after"))];
            moulding_share(ImmAllElectric, &params)
        }
        ("C-59", "electricity of the pump saved") => {
            moulding_share(ImmServoRetrofit, &i.params(&["drive_share"]))
        }
        ("C-59", "electricity saved") => moulding_share(ImmAllElectric, &[]),
        ("C-21", "simple payback") => chiller(i),
        ("C-23", "money saved") => tubes(i),
        ("C-24", "greenhouse gases avoided") => headquarters(i),
        ("C-27" | "C-28" | "C-29" | "C-30", quantity) => solar(figure.0, quantity, i),
        ("C-36", "simple payback") => sewing(i),
        ("C-52", _) => holes(i),
        ("C-53", _) => howell(i),
        _ => return None,
    })
}

/// A measure saves so much electricity on uses of a kind that are as large as that takes.
fn saving(mut project: Project, kind: ElectricKind, id: MeasureId, kwh: f64) -> Project {
    project.electricity.push(electric(kind, 1e6));
    let share = saved(&alone(&project, id, &[("coverage", 1.0)]), Metric::GridElectricity) / 1e6;
    project.bills[0].amount = Some(2.0 * kwh / share);
    project.electricity[0].kwh = Some(kwh / share);
    project
}

fn right_sized_pump(i: &Inputs) -> f64 {
    let project = in_dollars(factory(10e6), i.get("price"));
    let project = saving(project, ElectricKind::Pumps, PumpImpellerTrim, i.get("saved_kwh"));
    saved(&alone(&project, PumpImpellerTrim, &[("coverage", 1.0)]), Metric::Cost)
}

fn servo(i: &Inputs, metric: Metric) -> f64 {
    let kwh = i.get("machine_gwh") * 1e6;
    let mut project = factory(1.1 * kwh);
    project.electricity.push(electric(ElectricKind::MouldingMachines, kwh));
    saved(&alone(&project, ImmServoRetrofit, &i.params(&["drive_saving"])), metric)
}

/// Per cent of the moulding machines' electricity.
fn moulding_share(id: MeasureId, params: &[(&str, f64)]) -> f64 {
    let mut project = factory(10e6);
    project.electricity.push(electric(ElectricKind::MouldingMachines, 4e6));
    saved(&alone(&project, id, params), Metric::SiteElectricity) / 4e6 * 100.0
}

/// Years; the electricity's price is what makes the saving the published one.
fn chiller(i: &Inputs) -> f64 {
    let mut project = hotel(10e6);
    project.electricity.push(electric(ElectricKind::Hvac, 4e6));
    let kwh = saved(&alone(&project, ChillerHighCop, &[]), Metric::GridElectricity);
    project.bills[0].price = Some(i.get("saving") / kwh);
    payback(&quoted(project, ChillerHighCop, &[], i.get("cost")), ChillerHighCop)
}

/// Years until the cost is back, whatever the life.
fn payback(project: &Project, id: MeasureId) -> f64 {
    let outcome = outcome(project);
    match measure(&outcome, id).appraisal.as_ref().unwrap().simple_payback {
        Payback::Years(years) | Payback::BeyondLife(years) => years,
        other => panic!("{other:?}"),
    }
}

fn tubes(i: &Inputs) -> f64 {
    let mut project = hotel(10e6);
    project.bills[0].price = Some(i.get("price"));
    project.electricity.push(ElectricUse {
        kind: ElectricKind::Lighting.slug().into(),
        count: Some(i.get("tubes")),
        kw: Some(i.get("watt_before") / 1000.0),
        hours: Some(i.get("hours_a_day") * i.get("days")),
        lamp_watt: Some(i.get("watt_before")),
        ..ElectricUse::default()
    });
    saved(&alone(&project, LightingLed, &[("lamp_power_new", i.get("watt_after"))]), Metric::Cost)
}

/// In Hong Kong, where the supplier is not known.
fn headquarters(i: &Inputs) -> f64 {
    let mut project = hotel(10e6);
    project.site.region = "hk".into();
    let project = saving(project, ElectricKind::Lighting, LightingLed, i.get("saved_kwh"));
    saved(&alone(&project, LightingLed, &[]), Metric::Co2e)
}

fn solar(case: &str, quantity: &str, i: &Inputs) -> f64 {
    let mut project = factory(100e6);
    project.site.region = match case {
        "C-27" => "cn_prd",
        "C-28" => "cn_henan",
        "C-29" => "cn_chongqing",
        _ => "cn_jiangsu",
    }
    .into();
    let mut params = i.params(&["yield", "self_use"]);
    params.push(("size", i.get("megawatt") * 1e6));
    let outcome = alone(&project, SolarPv, &params);
    match quantity {
        "electricity" | "electricity a year" => saved(&outcome, Metric::GridElectricity) * 1e-6,
        "coal saved" => saved(&outcome, Metric::CoalEquivalent),
        _ => saved(&outcome, Metric::Co2e),
    }
}

/// One machine on its own clutch motor.
fn sewing(i: &Inputs) -> f64 {
    let mut project = in_dollars(factory(1e6), i.get("price"));
    project.electricity.push(ElectricUse {
        kind: ElectricKind::ProcessMachines.slug().into(),
        drive: Some("clutch".into()),
        count: Some(1.0),
        kw: Some(i.get("kilowatt")),
        hours: Some(i.get("hours")),
        ..ElectricUse::default()
    });
    let params = [("sewing_share", 1.0)];
    payback(&quoted(project, ServoSewingMachines, &params, i.get("cost")), ServoSewingMachines)
}

/// Compressors of 1,000 cfm whose power follows the flow, with one hole to close.
fn holes(i: &Inputs) -> f64 {
    let kwh = i.get("kw_per_cfm") * 1000.0 * i.get("hours");
    leaks(kwh, i.get("price"), i.get("cfm") / 10.0, 0.0)
}

fn howell(i: &Inputs) -> f64 {
    leaks(i.get("air_cost") / i.get("price"), i.get("price"), i.get("leaks"), i.get("left"))
}

/// Money that leaks cost: a station's electricity, its price, leaks in per cent now and after.
fn leaks(kwh: f64, price: f64, now: f64, after: f64) -> f64 {
    let mut project = in_dollars(factory(2.0 * kwh), price);
    project.electricity.push(compressors(kwh, now, 7.0, "start_stop"));
    saved(&alone(&project, CompressedAirLeaks, &[("leak_share_after", after / 100.0)]), Metric::Cost)
}
