//! Rules that hold for every measure, on the worked cases and on a plant that has everything.

use crate::common::{
    bill, boiler, case, compressors, electric, factory, measure, outcome, plain_system, stated, tick,
};
use lantian_engine::assess::{Model, excludes};
use lantian_engine::data::MeasureId;
use lantian_engine::edit::Kind;
use lantian_engine::lower::lower;
use lantian_engine::measures::CATALOGUE;
use lantian_engine::metric::Metric;
use lantian_engine::plant::ElectricKind;
use lantian_engine::project::{
    Activity, Bill, ElectricUse, FiredUse, HeatSource, Project, Refrigerant, Solvent, VehicleUse, Wastewater,
};

const CASES: [&str; 4] = ["dyeing_mill", "electroplating", "hk_hotel", "plastics"];

/// A plant on which every measure of the catalogue has something to act on.
fn everything() -> Project {
    let mut project = factory(20e6);
    // Rooms with lamps are cooled in this sector.
    project.site.sector = "electronics_pcb".into();
    let fuels = [
        bill("natural_gas", 4e6, "m3", 4.2),
        Bill { sulphur: Some(0.6), ..bill("bituminous_coal", 5000.0, "t", 860.0) },
        Bill { sulphur: Some(0.5), ..bill("fuel_oil", 1000.0, "t", 5300.0) },
        bill("biomass_pellets", 0.0, "t", 1100.0),
        bill("diesel", 40_000.0, "l", 6.9),
        bill("water", 500_000.0, "m3", 4.0),
    ];
    project.bills.extend(fuels);
    let mut system = plain_system(
        "steam",
        vec![
            HeatSource { share: Some(60.0), ..boiler("natural_gas", 240.0, 7.0, 1.5) },
            boiler("bituminous_coal", 200.0, 11.0, 2.0),
            stated("fuel_oil", Some(85.0)),
        ],
    );
    (system.condensate_return, system.blowdown) = (Some(30.0), Some(3.0));
    (system.pipe_loss, system.trap_loss) = (Some(5.0), Some(4.0));
    (system.uses[0].share, system.uses[0].preheatable) = (Some(91.0), Some(50.0));
    system.uses[0].kind = "dyeing".into();
    project.heat.push(system);
    let uses = [("stenter", 15.0), ("cooking", 5.0), ("furnace", 12.0), ("oven", 4.0), ("dryer", 4.0)];
    for (kind, share) in uses {
        project.fired.push(FiredUse {
            kind: kind.into(),
            carrier: "natural_gas".into(),
            share: Some(share),
            count: Some(4.0),
            ..FiredUse::default()
        });
    }
    let kinds = [
        ElectricKind::Fans,
        ElectricKind::Pumps,
        ElectricKind::Lighting,
        ElectricKind::MouldingMachines,
        ElectricKind::Hvac,
        ElectricKind::ProcessCooling,
        ElectricKind::Wastewater,
    ];
    project.electricity = kinds.map(|kind| electric(kind, 1e6)).to_vec();
    project.electricity.push(compressors(1e6, 30.0, 7.5, "load_unload_short"));
    let sewing = electric(ElectricKind::ProcessMachines, 1e6);
    project.electricity.push(ElectricUse { drive: Some("clutch".into()), ..sewing });
    project.electricity.push(ElectricUse { name: "line".into(), ..electric(ElectricKind::Rectifiers, 1e6) });
    for kind in ["light_commercial", "forklift"] {
        project.vehicles.push(VehicleUse {
            kind: kind.into(),
            carrier: "diesel".into(),
            share: Some(50.0),
            ..VehicleUse::default()
        });
    }
    project.solvents.push(Solvent {
        name: "ink".into(),
        tonnes: Some(100.0),
        volatile: Some(60.0),
        ..Solvent::default()
    });
    project.refrigerants.push(Refrigerant {
        gas: "r_410a".into(),
        leak: Some(20.0),
        ..Refrigerant::default()
    });
    for factor in [
        "desnz_2025.car_average.unknown_fuel.per_vehicle_km",
        "desnz_2025.hgv_artic_gt33.laden_average.per_tonne_km",
        "desnz_2025.waste.commercial_industrial.landfill",
    ] {
        project.activities.push(Activity {
            factor: factor.into(),
            amount: Some(1000.0),
            ..Activity::default()
        });
    }
    project.wastewater = Some(Wastewater {
        volume: Some(400_000.0),
        on_site: true,
        cod_in: Some(1200.0),
        cod_out: Some(80.0),
        nitrogen_in: Some(45.0),
        ..Wastewater::default()
    });
    project
}

fn plants() -> Vec<(&'static str, Project)> {
    CASES.map(|name| (name, case(name))).into_iter().chain([("everything", everything())]).collect()
}

#[track_caller]
fn model(project: &Project) -> Model {
    Model::new(*lower(project).result.unwrap_or_else(|p| panic!("{p:?}")))
}

/// Nothing is missing, and every measure changes some number. A parameter key that its table lacks
/// stops the engine in tests.
#[test]
fn everything_has_a_use_for_every_measure() {
    let outcome = outcome(&everything());
    assert_eq!(outcome.measures.len(), CATALOGUE.len());
    for (entry, edits) in outcome.measures.iter().zip(&outcome.model.edits) {
        assert_eq!(entry.missing, None, "{}", entry.id.slug());
        assert!(!edits.is_empty(), "{}", entry.id.slug());
        // Other fuel needs no equipment.
        let free = entry.id == MeasureId::LowSulphurFuel;
        assert!(entry.size > 0.0 && (entry.cost > 0.0 || free), "{}", entry.id.slug());
    }
}

/// Two measures of one plan never set the same number, or the plan would depend on their order.
#[test]
fn no_number_is_set_twice() {
    for (name, project) in plants() {
        let model = model(&project);
        let sets: Vec<(MeasureId, Vec<_>)> = CATALOGUE
            .iter()
            .zip(&model.edits)
            .map(|(&id, edits)| {
                let list = edits.list().iter().filter(|e| e.kind == Kind::Set);
                (id, list.map(|e| e.slot).collect())
            })
            .collect();
        for (place, (one, slots)) in sets.iter().enumerate() {
            for (index, slot) in slots.iter().enumerate() {
                assert!(!slots[..index].contains(slot), "{name}: {} twice", one.slug());
            }
            for (other, others) in &sets[place + 1..] {
                let shared = others.iter().any(|slot| slots.contains(slot));
                let pair = (one.slug(), other.slug());
                assert!(!shared || excludes(*one, *other), "{name}: {pair:?}");
            }
        }
    }
}

/// The rule above can fail: servo and all-electric do set the same drive, and exclude each other.
#[test]
fn rivals_do_set_the_same_number() {
    let model = model(&everything());
    let set = |id: MeasureId| {
        let index = CATALOGUE.iter().position(|&c| c == id).unwrap();
        model.edits[index].list().iter().filter(|e| e.kind == Kind::Set).map(|e| e.slot).collect::<Vec<_>>()
    };
    let (servo, electric) = (set(MeasureId::ImmServoRetrofit), set(MeasureId::ImmAllElectric));
    assert_eq!(servo, electric);
    assert!(excludes(MeasureId::ImmServoRetrofit, MeasureId::ImmAllElectric));
}

/// A measure that treats nothing changes nothing.
#[test]
fn coverage_of_nothing_changes_nothing() {
    for (name, project) in plants() {
        let mut project = project;
        project.plans[0].measures.clear();
        for &id in CATALOGUE {
            tick(&mut project, id, &[("coverage", 0.0)]);
        }
        let outcome = outcome(&project);
        for entry in &outcome.measures {
            let Some(alone) = &entry.alone else { continue };
            for &metric in Metric::ALL {
                let scale = outcome.before.totals[metric].abs() + 1e-6;
                assert!(
                    alone[metric].abs() <= 1e-12 * scale,
                    "{name}: {} moves {} by {}",
                    entry.id.slug(),
                    metric.slug(),
                    alone[metric]
                );
            }
        }
        for &metric in Metric::ALL {
            let scale = outcome.before.totals[metric].abs() + 1e-6;
            assert!(outcome.saving()[metric].abs() <= 1e-12 * scale, "{name}: {}", metric.slug());
        }
    }
}

/// What each measure is there to lower.
const AIMS: &[(MeasureId, Metric)] = &[
    (MeasureId::EnergyManagementSystem, Metric::Energy),
    (MeasureId::WasteRecycling, Metric::Scope3Waste),
    (MeasureId::IdleShutdownTraining, Metric::SiteElectricity),
    (MeasureId::YieldRightFirstTime, Metric::Energy),
    (MeasureId::BoilerCoalToGas, Metric::Co2),
    (MeasureId::BoilerOilToGas, Metric::Co2),
    (MeasureId::BoilerBiomassPellets, Metric::Co2),
    (MeasureId::DistrictSteam, Metric::Fuel),
    (MeasureId::BoilerEconomizer, Metric::Fuel),
    (MeasureId::BoilerCondensingEconomizer, Metric::Fuel),
    (MeasureId::BoilerBlowdownRecovery, Metric::Fuel),
    (MeasureId::BoilerTuningO2Trim, Metric::Fuel),
    (MeasureId::BoilerCondensateReturn, Metric::Fuel),
    (MeasureId::SteamPressureReduction, Metric::Fuel),
    (MeasureId::SteamTrapRepair, Metric::Fuel),
    (MeasureId::SteamInsulation, Metric::Fuel),
    (MeasureId::StenterExhaustHumidityControl, Metric::Fuel),
    (MeasureId::FurnaceInsulation, Metric::Fuel),
    (MeasureId::InfraredOven, Metric::Fuel),
    (MeasureId::StenterHeatRecovery, Metric::Fuel),
    (MeasureId::CombustionAirPreheat, Metric::Fuel),
    (MeasureId::WasteHeatCascade, Metric::Fuel),
    (MeasureId::AbsorptionChiller, Metric::SiteElectricity),
    (MeasureId::DyehouseWastewaterHeatRecovery, Metric::Fuel),
    (MeasureId::FanVsd, Metric::SiteElectricity),
    (MeasureId::PumpVsd, Metric::SiteElectricity),
    (MeasureId::PumpFanReplacement, Metric::SiteElectricity),
    (MeasureId::PumpImpellerTrim, Metric::SiteElectricity),
    (MeasureId::SynchronousBelts, Metric::SiteElectricity),
    (MeasureId::MotorHighEfficiency, Metric::SiteElectricity),
    (MeasureId::AirNozzles, Metric::SiteElectricity),
    (MeasureId::CompressedAirLeaks, Metric::SiteElectricity),
    (MeasureId::CompressedAirPressure, Metric::SiteElectricity),
    (MeasureId::CompressorCoolIntake, Metric::SiteElectricity),
    (MeasureId::CompressorVsd, Metric::SiteElectricity),
    (MeasureId::CompressorHeatRecovery, Metric::Fuel),
    (MeasureId::ImmServoRetrofit, Metric::SiteElectricity),
    (MeasureId::ImmAllElectric, Metric::SiteElectricity),
    (MeasureId::ImmBarrelInsulation, Metric::SiteElectricity),
    (MeasureId::ImmScrapCycle, Metric::SiteElectricity),
    (MeasureId::ServoSewingMachines, Metric::SiteElectricity),
    (MeasureId::LightingLed, Metric::SiteElectricity),
    (MeasureId::LightingControls, Metric::SiteElectricity),
    (MeasureId::RoomSetpoint, Metric::SiteElectricity),
    (MeasureId::FreeCooling, Metric::SiteElectricity),
    (MeasureId::ChilledWaterReset, Metric::SiteElectricity),
    (MeasureId::RefrigerantLeakRepair, Metric::Refrigerants),
    (MeasureId::ChillerHighCop, Metric::SiteElectricity),
    (MeasureId::SplitUnitReplacement, Metric::SiteElectricity),
    (MeasureId::PowerFactorCorrection, Metric::SiteElectricity),
    (MeasureId::TransformerAmorphous, Metric::SiteElectricity),
    (MeasureId::VideoMeetings, Metric::Scope3Travel),
    (MeasureId::RailTravel, Metric::Scope3),
    (MeasureId::FreightConsolidation, Metric::Scope3Freight),
    (MeasureId::ElectricVans, Metric::Fuel),
    (MeasureId::ElectricForklifts, Metric::Fuel),
    (MeasureId::SolarThermal, Metric::Fuel),
    (MeasureId::HeatPumpHotWater, Metric::Fuel),
    (MeasureId::SolarPv, Metric::GridElectricity),
    (MeasureId::Chp, Metric::GridElectricity),
    (MeasureId::LowVocMaterials, Metric::Voc),
    (MeasureId::SolventRecovery, Metric::Voc),
    (MeasureId::VocRto, Metric::Voc),
    (MeasureId::LowNoxBurner, Metric::Nox),
    (MeasureId::ScrSncr, Metric::Nox),
    (MeasureId::LowSulphurFuel, Metric::So2),
    (MeasureId::FlueGasDesulphurisation, Metric::So2),
    (MeasureId::BagFilter, Metric::Pm10),
    (MeasureId::CounterCurrentRinsing, Metric::Water),
    (MeasureId::LowLiquorRatioDyeing, Metric::Water),
    (MeasureId::CoolingWaterReuse, Metric::Water),
    (MeasureId::ChemicalRecovery, Metric::Water),
    (MeasureId::RoWaterReuse, Metric::Water),
    (MeasureId::AerationDoControl, Metric::SiteElectricity),
    (MeasureId::FineBubbleDiffusers, Metric::SiteElectricity),
    (MeasureId::AnaerobicBiogas, Metric::Fuel),
];

/// The more is treated, the more is saved, on every plant; never more than there was.
#[test]
fn more_coverage_saves_more() {
    assert!(AIMS.iter().map(|a| a.0).eq(CATALOGUE.iter().copied()));
    for (name, project) in plants() {
        let at = |coverage: f64| {
            let mut project = project.clone();
            for &id in CATALOGUE {
                tick(&mut project, id, &[("coverage", coverage)]);
            }
            outcome(&project)
        };
        let steps = [0.0, 0.25, 0.5, 0.75, 1.0].map(at);
        for &(id, metric) in AIMS {
            let saved = |step: usize| measure(&steps[step], id).alone.as_ref().map(|t| t[metric]);
            let before = steps[0].before.totals[metric];
            for step in 1..steps.len() {
                let (Some(less), Some(more)) = (saved(step - 1), saved(step)) else { continue };
                let what = format!("{name}: {} saves {less}, then {more}", id.slug());
                assert!(more >= less - 1e-9 * before, "{what}");
                assert!(more <= before * (1.0 + 1e-9), "{what}");
                assert!(more > 0.0 || name != "everything", "{what}");
            }
        }
    }
}

/// Cleaning the stack and reusing water are no energy measures: what they cost is not hidden.
#[test]
fn trade_offs_keep_their_sign() {
    let outcome = outcome(&everything());
    let alone = |id, metric: Metric| measure(&outcome, id).alone.as_ref().unwrap()[metric];
    assert!(alone(MeasureId::VocRto, Metric::Co2e) < 0.0);
    assert!(alone(MeasureId::RoWaterReuse, Metric::Co2e) < 0.0);
    assert!(alone(MeasureId::Chp, Metric::Fuel) < 0.0);
    assert!(alone(MeasureId::BoilerCoalToGas, Metric::FuelCost) < 0.0);
    assert!(alone(MeasureId::BoilerBiomassPellets, Metric::Biogenic) < 0.0);
}
