//! The catalogue of clean-production upgrades, one file each.
//!
//! A measure is three functions: `applies` (what the plant must have), `size` (how many of the
//! things its cost is quoted in, as a suggestion the user may replace) and `edits` (its
//! commutative change of the plant's numbers, generic over the number type). Names, units,
//! defaults, bounds and sources of its parameters are rows of `data/measure_params.csv`.

use crate::carrier::Group;
use crate::data::MeasureId;
use crate::edit::Edits;
use crate::plant::{
    Air, AirPollutant, Boiler, Cooling, Electric, ElectricKind, FiredKind, Heat, Params, Plant, Service,
    Slot, Source, SourceKind, Special,
};
use crate::scalar::Scalar;
use crate::step::Step;

pub use lacking::Missing;
pub use steam_trap_repair::flow as trap_flow;

/// Where the numbers of one measure stand in the parameter vector.
#[derive(Clone, Debug)]
pub struct MeasureSlots {
    pub id: MeasureId,
    /// In the order of the measure's parameter rows.
    pub params: Vec<Slot>,
    /// Share of the equipment it acts on that is treated.
    pub coverage: Slot,
    /// How many of the unit its cost is quoted in.
    pub size: Slot,
    /// The currency of its cost in the project's own.
    pub exchange: Slot,
    /// What the user says that it costs to run, and that it saves besides, money a year.
    pub running: Option<Slot>,
    pub other_saving: Option<Slot>,
}

/// What a measure may look at: the plant's structure, its calibrated numbers and its own
/// parameters.
#[derive(Clone, Copy, Debug)]
pub struct Context<'a, S> {
    pub plant: &'a Plant,
    pub p: &'a Params<S>,
    pub own: &'a MeasureSlots,
}

impl<S: Scalar> Context<'_, S> {
    /// A parameter by its key in the table. A key that the table lacks is a bug, found by the
    /// test that evaluates every measure with the check below.
    pub fn param(&self, key: &str) -> S {
        let place = self.own.id.param(key).map(|(index, _)| index);
        debug_assert!(place.is_some(), "{:?} has no parameter {key}", self.own.id);
        place.and_then(|index| self.own.params.get(index)).map_or_else(S::zero, |&slot| self.p[slot])
    }

    /// Share of the equipment that is treated.
    pub fn coverage(&self) -> S {
        self.p[self.own.coverage]
    }

    /// Size in the unit of the cost.
    pub fn size(&self) -> S {
        self.p[self.own.size]
    }

    /// An amount in the currency of the measure's cost, in the project's own.
    pub fn money(&self, amount: S) -> S {
        amount * self.p[self.own.exchange]
    }

    /// `1 − coverage × (1 − factor)`: a factor on the treated part only.
    pub fn covered(&self, factor: S) -> S {
        S::one() - self.coverage() * (S::one() - factor)
    }
}

mod fuel_switch;
mod furnace;
mod lacking;
mod moulding;
mod reference;
mod side;

use side::{base_fuel, fan_energy, fleets_of, flue_gas, litre_heat, treated_per_day, uncaught};

macro_rules! catalogue {
    ($($module:ident => $id:ident),+ $(,)?) => {
        $(mod $module;)+

        /// The measures the engine can compute, in the order in which a plan is applied.
        pub const CATALOGUE: &[MeasureId] = &[$(MeasureId::$id),+];

        /// The edits of a measure on a plant it applies to.
        pub fn edits<S: Scalar>(cx: &Context<'_, S>) -> Edits<S> {
            let mut out = Edits::default();
            match cx.own.id {
                $(MeasureId::$id => $module::edits(cx, &mut out),)+
            }
            running(cx, &mut out);
            out
        }

        /// What the plant lacks for a measure, if anything.
        pub fn missing(id: MeasureId, plant: &Plant) -> Option<Missing> {
            let lacking = match id {
                $(MeasureId::$id => $module::missing(plant),)+
            };
            lacking.or_else(|| unpriced(id, plant))
        }

        /// Suggested size in the unit of the measure's cost (calibrated plant).
        pub fn size(cx: &Context<'_, f64>) -> f64 {
            match cx.own.id {
                $(MeasureId::$id => $module::size(cx),)+
            }
        }
    };
}

catalogue! {
    energy_management_system => EnergyManagementSystem,
    waste_recycling => WasteRecycling,
    idle_shutdown_training => IdleShutdownTraining,
    yield_right_first_time => YieldRightFirstTime,
    boiler_coal_to_gas => BoilerCoalToGas,
    boiler_oil_to_gas => BoilerOilToGas,
    boiler_biomass_pellets => BoilerBiomassPellets,
    district_steam => DistrictSteam,
    boiler_economizer => BoilerEconomizer,
    boiler_condensing_economizer => BoilerCondensingEconomizer,
    boiler_blowdown_recovery => BoilerBlowdownRecovery,
    boiler_tuning_o2_trim => BoilerTuningO2Trim,
    boiler_condensate_return => BoilerCondensateReturn,
    steam_pressure_reduction => SteamPressureReduction,
    steam_trap_repair => SteamTrapRepair,
    steam_insulation => SteamInsulation,
    stenter_exhaust_humidity_control => StenterExhaustHumidityControl,
    furnace_insulation => FurnaceInsulation,
    infrared_oven => InfraredOven,
    stenter_heat_recovery => StenterHeatRecovery,
    combustion_air_preheat => CombustionAirPreheat,
    waste_heat_cascade => WasteHeatCascade,
    absorption_chiller => AbsorptionChiller,
    dyehouse_wastewater_heat_recovery => DyehouseWastewaterHeatRecovery,
    fan_vsd => FanVsd,
    pump_vsd => PumpVsd,
    pump_fan_replacement => PumpFanReplacement,
    pump_impeller_trim => PumpImpellerTrim,
    synchronous_belts => SynchronousBelts,
    motor_high_efficiency => MotorHighEfficiency,
    air_nozzles => AirNozzles,
    compressed_air_leaks => CompressedAirLeaks,
    compressed_air_pressure => CompressedAirPressure,
    compressor_cool_intake => CompressorCoolIntake,
    compressor_vsd => CompressorVsd,
    compressor_heat_recovery => CompressorHeatRecovery,
    imm_servo_retrofit => ImmServoRetrofit,
    imm_all_electric => ImmAllElectric,
    imm_barrel_insulation => ImmBarrelInsulation,
    imm_scrap_cycle => ImmScrapCycle,
    servo_sewing_machines => ServoSewingMachines,
    lighting_led => LightingLed,
    lighting_controls => LightingControls,
    room_setpoint => RoomSetpoint,
    free_cooling => FreeCooling,
    chilled_water_reset => ChilledWaterReset,
    refrigerant_leak_repair => RefrigerantLeakRepair,
    chiller_high_cop => ChillerHighCop,
    split_unit_replacement => SplitUnitReplacement,
    power_factor_correction => PowerFactorCorrection,
    transformer_amorphous => TransformerAmorphous,
    video_meetings => VideoMeetings,
    rail_travel => RailTravel,
    freight_consolidation => FreightConsolidation,
    electric_vans => ElectricVans,
    electric_forklifts => ElectricForklifts,
    solar_thermal => SolarThermal,
    heat_pump_hot_water => HeatPumpHotWater,
    solar_pv => SolarPv,
    chp => Chp,
    low_voc_materials => LowVocMaterials,
    solvent_recovery => SolventRecovery,
    voc_rto => VocRto,
    low_nox_burner => LowNoxBurner,
    scr_sncr => ScrSncr,
    low_sulphur_fuel => LowSulphurFuel,
    flue_gas_desulphurisation => FlueGasDesulphurisation,
    bag_filter => BagFilter,
    counter_current_rinsing => CounterCurrentRinsing,
    low_liquor_ratio_dyeing => LowLiquorRatioDyeing,
    cooling_water_reuse => CoolingWaterReuse,
    chemical_recovery => ChemicalRecovery,
    ro_water_reuse => RoWaterReuse,
    aeration_do_control => AerationDoControl,
    fine_bubble_diffusers => FineBubbleDiffusers,
    anaerobic_biogas => AnaerobicBiogas,
}

/// Default share of the equipment treated; an assumption of the model that the user may change.
/// One, except where a whole conversion would be absurd.
pub fn default_coverage(id: MeasureId) -> f64 {
    match id {
        // Part of the effluent stays unsuitable for membranes; not every pump and fan is as poor, or
        // as much too large, as one that a survey finds.
        MeasureId::RoWaterReuse | MeasureId::PumpFanReplacement | MeasureId::PumpImpellerTrim => 0.5,
        // Most machines are coupled directly; many lines rinse in two stages already.
        MeasureId::SynchronousBelts | MeasureId::CounterCurrentRinsing => 1.0 / 3.0,
        _ => 1.0,
    }
}

/// A measure that brings a fuel needs its price: a cost of zero would be a lie.
fn unpriced(id: MeasureId, plant: &Plant) -> Option<Missing> {
    let group = match id {
        MeasureId::BoilerCoalToGas | MeasureId::BoilerOilToGas | MeasureId::Chp | MeasureId::VocRto => {
            Group::Gas
        }
        MeasureId::BoilerBiomassPellets => Group::Biomass,
        _ => return None,
    };
    let priced = plant.supplies.iter().any(|s| s.carrier.group() == group && s.priced);
    (!priced).then_some(Missing::Price)
}

/// What the user says about running costs and other savings of a measure.
fn running<S: Scalar>(cx: &Context<'_, S>, out: &mut Edits<S>) {
    if let Some(said) = cx.own.running {
        for handle in cx.plant.running_handles() {
            out.forget(handle);
        }
        out.add(cx.plant.running, cx.p[said]);
    }
    if let Some(said) = cx.own.other_saving {
        out.add(cx.plant.running, -cx.p[said]);
    }
}

/// Named quantities that the suggested size of a measure rests on.
pub fn sizing(cx: &Context<'_, f64>) -> Vec<(Step, f64)> {
    match cx.own.id {
        MeasureId::CompressedAirLeaks => compressed_air_leaks::sizing(cx),
        MeasureId::SteamTrapRepair => steam_trap_repair::sizing(cx),
        _ => Vec::new(),
    }
}

/// Electricity uses of a kind.
fn electric_of(plant: &Plant, kind: ElectricKind) -> impl Iterator<Item = &Electric> {
    plant.electric.iter().filter(move |e| e.kind == kind)
}

/// Compressor stations with the use they belong to.
fn stations(plant: &Plant) -> impl Iterator<Item = (&Electric, &Air)> {
    electric_of(plant, ElectricKind::CompressedAir).filter_map(|e| match &e.special {
        Special::Air(air) => Some((e, air)),
        _ => None,
    })
}

/// Cooling plants with the use they belong to.
fn coolings(plant: &Plant) -> impl Iterator<Item = (&Electric, &Cooling)> {
    plant.electric.iter().filter_map(|e| match &e.special {
        Special::Cooling(cooling) => Some((e, cooling)),
        _ => None,
    })
}

/// Cooling plants that chill water.
fn chillers(plant: &Plant) -> impl Iterator<Item = (&Electric, &Cooling)> {
    coolings(plant).filter(|(_, cooling)| cooling.chilled)
}

/// Heat systems with steam.
fn steam_systems(plant: &Plant) -> impl Iterator<Item = &Heat> {
    plant.heat.iter().filter(|h| h.service == Service::Steam)
}

/// Boilers with their heat system and source, dormant ones included.
fn boilers(plant: &Plant) -> impl Iterator<Item = (&Heat, &Source, &Boiler)> {
    plant.heat.iter().flat_map(|heat| {
        heat.sources.iter().filter_map(move |source| match &source.kind {
            SourceKind::Boiler(boiler) => Some((heat, source, &**boiler)),
            SourceKind::Purchased { .. } => None,
        })
    })
}

/// Carrier group a boiler burns.
pub(crate) fn burns(plant: &Plant, burner: usize) -> Group {
    plant
        .burners
        .get(burner)
        .and_then(|b| plant.supplies.get(b.carrier))
        .map_or(Group::None, |s| s.carrier.group())
}

/// The direct-fired use a burner belongs to; none for boilers, engines and vehicles.
fn fired_kind(plant: &Plant, burner: usize) -> Option<FiredKind> {
    plant.fired.iter().find(|f| f.burner == burner).map(|f| f.kind)
}

/// Seasonal COP that separates air-cooled (up to 3.5) from water-cooled machines (from 4.0) in
/// the equipment defaults.
const AIR_COOLED_BELOW: f64 = 3.75;

/// Adds upkeep as a share of the implementation cost a year.
fn upkeep<S: Scalar>(cx: &Context<'_, S>, out: &mut Edits<S>, share: f64) {
    let cost = cx.param("capex") * cx.size() * cx.coverage();
    out.add(cx.plant.running, cx.money(cost * S::constant(share)));
}

/// Steam capacity of the boilers that satisfy a test, t/h.
fn boiler_capacity(cx: &Context<'_, f64>, wanted: impl Fn(&Source, &Boiler) -> bool) -> f64 {
    boilers(cx.plant).filter(|(_, s, b)| wanted(s, b)).map(|(_, _, b)| cx.p[b.capacity]).sum()
}

/// Steam capacity, t/h, that burners correspond to: a boiler's own, and for others their fuel at
/// [`GJ_PER_TONNE`].
fn burner_capacity(cx: &Context<'_, f64>, wanted: impl Fn(usize) -> bool) -> f64 {
    let boilers = boiler_capacity(cx, |s, b| !s.dormant && wanted(b.burner));
    let fired = cx.plant.fired.iter().filter(|f| !f.dormant && wanted(f.burner));
    let fuel: f64 = fired.map(|f| cx.p[f.fuel]).sum();
    boilers + fuel / GJ_PER_TONNE / cx.p[cx.plant.hours].max(1.0)
}

/// Fuel for a tonne of steam: 2.3 GJ of heat at 90 % efficiency. Sizing only.
const GJ_PER_TONNE: f64 = 2.56;

/// Average power of electricity uses, kW: nameplate when listed, else energy over site hours.
fn power<'a>(cx: &Context<'_, f64>, uses: impl Iterator<Item = &'a Electric>) -> f64 {
    uses.map(|e| match e.machines {
        Some(m) => m.count * m.kw,
        None => cx.p[e.energy] / cx.p[cx.plant.hours].max(1.0),
    })
    .sum()
}

/// Machines of electricity uses: as listed, else their average power over that of a common one, kW.
fn count<'a>(cx: &Context<'_, f64>, uses: impl Iterator<Item = &'a Electric>, common: f64) -> f64 {
    uses.map(|e| match e.machines {
        Some(m) => m.count,
        None => (cx.p[e.energy] / cx.p[cx.plant.hours].max(1.0) / common).ceil(),
    })
    .sum()
}

/// Average power of the site, kW.
fn average_power(cx: &Context<'_, f64>) -> f64 {
    cx.plant.electric.iter().map(|e| cx.p[e.energy]).sum::<f64>() / cx.p[cx.plant.hours].max(1.0)
}

/// Scales what passes of a pollutant at every burner that satisfies a test.
fn clean<S: Scalar>(
    cx: &Context<'_, S>,
    out: &mut Edits<S>,
    pollutants: &[AirPollutant],
    removal: S,
    wanted: impl Fn(usize) -> bool,
) {
    for (index, burner) in cx.plant.burners.iter().enumerate() {
        if burner.mobile || !wanted(index) {
            continue;
        }
        for pollutant in pollutants {
            if let Some(&slot) = burner.pass_new.get(pollutant.index()) {
                out.scale(slot, cx.covered(S::one() - removal));
            }
        }
    }
}

/// Adds electricity per GJ burnt at every burner that satisfies a test.
fn use_power<S: Scalar>(
    cx: &Context<'_, S>,
    out: &mut Edits<S>,
    per_gj: impl Fn(usize) -> S,
    wanted: impl Fn(usize) -> bool,
) {
    for (index, burner) in cx.plant.burners.iter().enumerate() {
        if !burner.mobile && wanted(index) {
            out.add(burner.power, cx.coverage() * per_gj(index));
        }
    }
}
