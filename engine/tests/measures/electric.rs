//! Motors, belts, compressed air, moulding machines and cooling.

use crate::common::{
    GRID_CO2, alone, compressors, electric, factory, hotel, measure, near, nothing, outcome, same, saved,
    tick, with,
};
use lantian_engine::assess::Outcome;
use lantian_engine::data::MeasureId::{
    self, AirNozzles, ChilledWaterReset, ChillerHighCop, CompressedAirLeaks, CompressorCoolIntake,
    CompressorVsd, FreeCooling, ImmBarrelInsulation, ImmScrapCycle, ImmServoRetrofit, MotorHighEfficiency,
    PumpFanReplacement, PumpImpellerTrim, PumpVsd, RoomSetpoint, SynchronousBelts,
};
use lantian_engine::measures::Missing;
use lantian_engine::metric::Metric;
use lantian_engine::plant::ElectricKind::{
    self, Fans, Hvac, MouldingMachines, ProcessCooling, ProcessMachines, Pumps,
};
use lantian_engine::project::{Activity, ElectricUse, Project};

fn plant(uses: Vec<ElectricUse>) -> Project {
    let mut project = factory(10e6);
    project.electricity = uses;
    project
}

/// A plant of one use of a million kWh, and what a measure saves of it.
fn million(kind: ElectricKind, id: MeasureId, params: &[(&str, f64)]) -> f64 {
    kwh(&alone(&plant(vec![electric(kind, 1e6)]), id, params)) / 1e6
}

fn kwh(outcome: &Outcome) -> f64 {
    saved(outcome, Metric::SiteElectricity)
}

/// Average power, kW, of `count` machines for so many hours.
fn listed(kind: ElectricKind, count: f64, kw: f64, hours: f64) -> ElectricUse {
    ElectricUse {
        kind: kind.slug().into(),
        count: Some(count),
        kw: Some(kw),
        hours: Some(hours),
        ..ElectricUse::default()
    }
}

/// 88 % becomes 93 %: 1 − 0.88/0.93 = 5.3763 %.
#[test]
fn better_motors_do_the_same_work() {
    near(million(ProcessMachines, MotorHighEfficiency, &[]), 0.053_763, 1e-5);
    // Rewound once, at a cost of 1.5 points: 1 − 0.865/0.93.
    let rewound = [("rewound", 1.0), ("rewind_loss", 0.015)];
    near(million(ProcessMachines, MotorHighEfficiency, &rewound), 0.069_892, 1e-5);
    // As good already.
    nothing(million(ProcessMachines, MotorHighEfficiency, &[("efficiency_new", 0.85)]), 1.0);
    // 125 kW drawn on average are 110 kW at the shaft, three quarters of 146.7 kW.
    let outcome = alone(&plant(vec![electric(ProcessMachines, 1e6)]), MotorHighEfficiency, &[]);
    near(measure(&outcome, MotorHighEfficiency).size, 146.667, 1e-5);
    same(saved(&outcome, Metric::Co2e), kwh(&outcome) * GRID_CO2 / 1000.0);
}

/// At three quarters of load, slip falls from 1.5 to 1.125 %: the fan turns 0.98875/0.985 =
/// 1.003807 times as fast and takes 1.011465 times the power, which eats a fifth of the saving.
#[test]
fn less_slip_drives_fans_faster() {
    near(million(Fans, MotorHighEfficiency, &[]), 1.0 - 0.946_237 * 1.011_465, 1e-4);
    let same_speed = [("slip_old", 0.02), ("slip_new", 0.02)];
    near(million(Fans, MotorHighEfficiency, &same_speed), 0.053_763, 1e-5);
    // A motor that gains two points and slips 2 % less costs power: the trap is shown, not hidden.
    let trap = [("efficiency_old", 0.92), ("efficiency_new", 0.93), ("slip_old", 0.03), ("slip_new", 0.01)];
    assert!(million(Pumps, MotorHighEfficiency, &trap) < 0.0);
}

/// DOE Pumping Tip Sheet 4: 235 kW for 6,000 h at 55 % instead of 78 % waste 415,769 kWh.
#[test]
fn pump_of_the_tip_sheet() {
    let project = plant(vec![listed(Pumps, 1.0, 235.0, 6000.0)]);
    let outcome = alone(&project, PumpFanReplacement, &[("coverage", 1.0)]);
    near(kwh(&outcome), 415_769.0, 1e-5);
    // As a default, half of the pumps; a pump that is better than the new one stays.
    near(kwh(&alone(&project, PumpFanReplacement, &[])), 415_769.0 / 2.0, 1e-5);
    nothing(million(Fans, PumpFanReplacement, &[("efficiency_actual", 0.85)]), 1.0);
}

/// Nine tenths of the diameter: 0.9³ = 0.729 of the power. Deeper than a fifth the laws end: 0.8³.
#[test]
fn trim_by_the_affinity_laws() {
    let of = |ratio| million(Pumps, PumpImpellerTrim, &[("diameter_ratio", ratio), ("coverage", 1.0)]);
    same(of(0.9), 0.271);
    same(of(0.5), 1.0 - 0.512);
    nothing(of(1.0), 1.0);
    // As a default, half of the pumps.
    same(million(Pumps, PumpImpellerTrim, &[]), 0.271 / 2.0);
    let outcome = alone(&plant(vec![listed(Pumps, 4.0, 41.0, 7920.0)]), PumpImpellerTrim, &[]);
    same(measure(&outcome, PumpImpellerTrim).size, 4.0);
}

/// A pump that changes its speed is not trimmed as well.
#[test]
fn trim_and_drive_exclude_each_other() {
    let mut project = plant(vec![electric(Pumps, 1e6)]);
    tick(&mut project, PumpVsd, &[]);
    tick(&mut project, PumpImpellerTrim, &[]);
    let outcome = outcome(&project);
    assert_eq!(measure(&outcome, PumpImpellerTrim).excluded_by, Some(PumpVsd));
    assert!(!measure(&outcome, PumpImpellerTrim).counted);
}

/// Lehigh's 1.5 points on a belt of 95 %: 0.015/0.965 = 1.5544 %. Five points would end at 100 %; a
/// synchronous belt ends at 98 % (MEASUR): 0.03/0.98.
#[test]
fn belts_have_a_best() {
    let every = ("coverage", 1.0);
    near(million(Fans, SynchronousBelts, &[every]), 0.015_544, 1e-4);
    near(million(Fans, SynchronousBelts, &[every, ("efficiency_gain", 0.05)]), 0.030_612, 1e-4);
    near(million(ProcessMachines, SynchronousBelts, &[]), 0.015_544 / 3.0, 1e-4);
}

fn station(kwh: f64, leaks: f64, control: &str) -> Project {
    plant(vec![compressors(kwh, leaks, 7.0, control)])
}

/// Lehigh's curves: a modulating compressor of 100 kW at 65 % of its flow takes 0.3 × 0.65 + 0.7 =
/// 0.895 of its power, a variable-speed one 0.65; blow-off takes all of it.
#[test]
fn compressor_by_its_part_load_curves() {
    let outcome = alone(&station(89.5 * 8000.0, 0.0, "modulating"), CompressorVsd, &[]);
    same(kwh(&outcome), 24.5 * 8000.0);
    same(measure(&outcome, CompressorVsd).size, 100.0);
    same(kwh(&alone(&station(1e6, 0.0, "blow_off"), CompressorVsd, &[])), 0.35e6);
    // Load-unload: 0.5 × 0.65 + 0.5 = 0.825 in those curves; the factor for short cycles, 0.48,
    // gives 0.832, the one for long cycles, 0.68, gives 0.762.
    near(kwh(&alone(&station(1e6, 0.0, "load_unload_short"), CompressorVsd, &[])), 1e6 * 0.182 / 0.832, 1e-9);
    near(kwh(&alone(&station(1e6, 0.0, "load_unload_long"), CompressorVsd, &[])), 1e6 * 0.112 / 0.762, 1e-9);
    // Between 61 % at 0.60 and 65 % at 0.65.
    let between = alone(&station(1e6, 0.0, "blow_off"), CompressorVsd, &[("load", 0.625)]);
    same(kwh(&between), 0.37e6);
}

/// At full load the frequency converter costs 5 %; stopping and starting follows the flow already.
#[test]
fn compressor_drive_has_losses() {
    let full = alone(&station(1e6, 0.0, "modulating"), CompressorVsd, &[("load", 1.0)]);
    same(kwh(&full), -0.05e6);
    nothing(kwh(&alone(&station(1e6, 0.0, "start_stop"), CompressorVsd, &[])), 1e6);
    let variable = outcome(&station(1e6, 0.0, "vsd"));
    assert_eq!(measure(&variable, CompressorVsd).missing, Some(Missing::FixedSpeedCompressors));
}

/// Behind variable speed, repaired leaks count by 0.97 instead of 0.30: with 28 % of leaks down to
/// 8 % the flow falls to 0.72/0.92.
#[test]
fn leaks_save_more_behind_variable_speed() {
    let project = station(1e6, 28.0, "modulating");
    let none: &[(&str, f64)] = &[];
    let both = with(&project, &[(CompressorVsd, none), (CompressedAirLeaks, none)]);
    let left = 0.65 / 0.895 * (1.0 - 0.97 * (1.0 - 0.72 / 0.92));
    same(kwh(&both), 1e6 * (1.0 - left));
}

/// A fifth of the air blows, nozzles halve it: a tenth of the 70 % that does not leak. Of that,
/// short load-unload cycles turn 48 % into power, blow-off nothing.
#[test]
fn nozzles_cut_the_flow() {
    let of = |leaks, control| kwh(&alone(&station(1e6, leaks, control), AirNozzles, &[])) / 1e6;
    same(of(0.0, "start_stop"), 0.1);
    same(of(30.0, "start_stop"), 0.07);
    same(of(30.0, "load_unload_short"), 0.48 * 0.07);
    nothing(of(30.0, "blow_off"), 1.0);
    // 125 kW deliver 17.7 m3/min; 3.54 of it leave open pipes of 1.04.
    let outcome = alone(&station(1e6, 0.0, "vsd"), AirNozzles, &[]);
    same(measure(&outcome, AirNozzles).size, 4.0);
}

/// 7 K at 305 K: 2.295 % (Lehigh: 12.6 °F over 89.3 + 460), if the control follows the flow.
#[test]
fn cooler_air_is_denser() {
    let of = |control| kwh(&alone(&station(1e6, 0.0, control), CompressorCoolIntake, &[])) / 1e6;
    near(of("start_stop"), 0.022_951, 1e-4);
    near(of("start_stop"), 12.6 / (89.33 + 460.0), 1e-3);
    near(of("load_unload_short"), 0.48 * 0.022_951, 1e-4);
}

fn presses(count: f64, kw: f64, hours: f64) -> Project {
    plant(vec![listed(MouldingMachines, count, kw, hours)])
}

/// Lehigh: 4.5 W/m2K × 2.1 m2 × (115 − 35) K × 8,736 h = 6,604 kWh a machine.
#[test]
fn jackets_of_the_template() {
    let outcome = alone(&presses(10.0, 18.4, 8736.0), ImmBarrelInsulation, &[]);
    near(kwh(&outcome), 66_044.0, 1e-5);
    same(measure(&outcome, ImmBarrelInsulation).size, 10.0);
    // Plant (b) runs 6,000 h: 4,536 kWh each, 4.1 % of 110,400.
    near(kwh(&alone(&presses(10.0, 18.4, 6000.0), ImmBarrelInsulation, &[])), 45_360.0, 1e-9);
    // Hours that the user says.
    let short = alone(&presses(10.0, 18.4, 6000.0), ImmBarrelInsulation, &[("hours", 3000.0)]);
    near(kwh(&short), 22_680.0, 1e-9);
}

/// Small machines: heaters of 20 % of 1 kW lose at most (115 − 35) ÷ (115 − 30) of their heat less.
#[test]
fn jackets_save_no_more_than_heaters_lose() {
    let outcome = alone(&presses(10.0, 1.0, 6000.0), ImmBarrelInsulation, &[]);
    near(kwh(&outcome), 12_000.0 * 80.0 / 85.0, 1e-9);
    // A drive of 95 % leaves heaters 5 %, whatever is said of them.
    let project = presses(10.0, 1.0, 6000.0);
    let params: &[(&str, f64)] = &[("heat_share", 0.35)];
    let drive: &[(&str, f64)] = &[("drive_share", 0.95), ("drive_saving", 1.0)];
    let both = with(&project, &[(ImmServoRetrofit, drive), (ImmBarrelInsulation, params)]);
    same(kwh(&both), 60_000.0);
}

/// Drive and heaters are different parts of the machine.
#[test]
fn jackets_add_to_the_servo() {
    let project = presses(10.0, 18.4, 6000.0);
    let none: &[(&str, f64)] = &[];
    let of = |list: &[_]| kwh(&with(&project, list));
    let (servo, jackets) = ((ImmServoRetrofit, none), (ImmBarrelInsulation, none));
    same(of(&[servo, jackets]), of(&[servo]) + of(&[jackets]));
}

/// 5 % of scrap down to 3 %: 0.95/0.97 of the mass. A cycle 4 % shorter cuts 4 % of the 40 % of the
/// electricity that follow time.
#[test]
fn scrap_and_cycle() {
    let of = |params: &[(&str, f64)]| million(MouldingMachines, ImmScrapCycle, params);
    near(of(&[]), 0.020_619, 1e-4);
    same(of(&[("cycle_reduction", 0.04)]), 1.0 - 0.95 / 0.97 * (1.0 - 0.4 * 0.04));
    // Scrap that would rise is not counted.
    nothing(of(&[("scrap_after", 0.08)]), 1.0);
}

/// Of 4,990 t of resin 2.0619 % are not moulded; a fifth of that was not reground: 20.58 t. At
/// 9,000 yuan that is 185,196 a year on top of the electricity.
#[test]
fn scrap_saves_resin() {
    let mut project = presses(40.0, 18.4, 6000.0);
    project.activities.push(Activity {
        factor: "desnz_2025.material.plastic_rigid.primary".into(),
        amount: Some(4990.0),
        ..Activity::default()
    });
    let yearly = |params: &[(&str, f64)]| {
        let outcome = alone(&project, ImmScrapCycle, params);
        measure(&outcome, ImmScrapCycle).appraisal.as_ref().unwrap().yearly_saving
    };
    near(yearly(&[("resin_input", 4990.0)]) - yearly(&[]), 185_196.0, 1e-4);
    let mut without = project.clone();
    without.activities.clear();
    let scope3 = |project: &Project| {
        let outcome = alone(project, ImmScrapCycle, &[]);
        (outcome.before.totals[Metric::Scope3], saved(&outcome, Metric::Scope3))
    };
    let ((all, less), (others, others_less)) = (scope3(&project), scope3(&without));
    near((less - others_less) / (all - others), 0.020_619 * 0.2, 1e-4);
}

fn cooling(kind: ElectricKind, cop: f64) -> ElectricUse {
    ElectricUse { cop: Some(cop), ..electric(kind, 1e6) }
}

/// 2.7 % a kelvin (1 to 2 % per °F), two kelvin: 1 − 0.973² = 5.3271 %.
#[test]
fn warmer_chilled_water() {
    let project = plant(vec![cooling(ProcessCooling, 4.0)]);
    same(kwh(&alone(&project, ChilledWaterReset, &[])), 1e6 * (1.0 - 0.973 * 0.973));
    // With a better chiller the factors multiply: COP 4 to 6 leaves two thirds.
    let chiller: &[(&str, f64)] = &[("cop_after", 6.0)];
    let both = with(&project, &[(ChillerHighCop, chiller), (ChilledWaterReset, &[])]);
    same(kwh(&both), 1e6 * (1.0 - 0.973 * 0.973 * 4.0 / 6.0));
    // Half of the plants.
    let half = alone(&project, ChilledWaterReset, &[("coverage", 0.5)]);
    same(kwh(&half), 0.5e6 * (1.0 - 0.973 * 0.973));
}

/// Split units of a factory have no chilled water; the central plant of a hotel has.
#[test]
fn room_units_have_no_chilled_water() {
    let factory = outcome(&plant(vec![cooling(Hvac, 3.0)]));
    for id in [ChilledWaterReset, FreeCooling] {
        assert_eq!(measure(&factory, id).missing, Some(Missing::ChilledWater));
    }
    let mut project = hotel(10e6);
    project.electricity = vec![cooling(Hvac, 4.6)];
    assert!(measure(&outcome(&project), ChilledWaterReset).missing.is_none());
}

/// 3 % a kelvin, two kelvin: 1 − 0.97² = 5.91 % of the room cooling, nothing of the process.
#[test]
fn warmer_rooms() {
    same(million(Hvac, RoomSetpoint, &[]), 0.0591);
    let process = outcome(&plant(vec![cooling(ProcessCooling, 4.0)]));
    assert!(measure(&process, RoomSetpoint).missing.is_some());
    // Cannot take away more than ten kelvin at ten per cent.
    let absurd = million(Hvac, RoomSetpoint, &[("temperature_change", 1e6), ("saving_per_k", 100.0)]);
    same(absurd, 1.0 - libm::pow(0.9, 10.0));
}

/// 1,000 h of 8,760 at half of the load are 5.708 % of it; at COP 4, fans and pumps of 0.02 take
/// 8 % of what the chiller saves: 5.251 %.
#[test]
fn free_cooling_by_hours() {
    let project = plant(vec![cooling(ProcessCooling, 4.0)]);
    near(kwh(&alone(&project, FreeCooling, &[])), 52_511.0, 1e-4);
    // Behind a chiller of COP 6 less is saved: 4 GWh of cold, the rest driven at 1/6.
    let share = 500.0 / 8760.0;
    let chiller: &[(&str, f64)] = &[("cop_after", 6.0)];
    let both = with(&project, &[(ChillerHighCop, chiller), (FreeCooling, &[])]);
    same(kwh(&both), 1e6 - 4e6 * ((1.0 - share) / 6.0 + share * 0.02));
    // More hours than a year has carry away the whole load, not more.
    let all = alone(&project, FreeCooling, &[("hours_available", 1e6)]);
    same(kwh(&all), 1e6 - 4e6 * 0.02);
}
