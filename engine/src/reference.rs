//! A small plant with just what one measure acts on, for asking about the measure by itself.
//!
//! Only the scale is chosen here, in round numbers that every result is proportional to: a million of a
//! bill's small unit, a thousand tonnes. All else is left open, so that lowering fills in the defaults of the
//! sector tables, each with its source, as it does for a visitor who says nothing.
//!
//! What the plant needs is found by asking the measure what it lacks until it lacks nothing.

use crate::carrier::Carrier;
use crate::data::{MeasureId, Sector};
use crate::lower::{lower, usual_unit};
use crate::measures::{Missing, missing};
use crate::notice::Problem;
use crate::plant::ElectricKind;
use crate::project::{
    Activity, Bill, ElectricUse, FiredUse, HeatSource, HeatSystem, HeatUse, Project, Refrigerant, Solvent,
    VehicleUse, Wastewater, path,
};
use crate::units::UnitId;

/// Bills in small units (kWh, m3, L, kg) and in tonnes, a year.
const SMALL_UNITS: f64 = 1e6;
const TONNES: f64 = 1e3;
/// Water, m3 a year.
const WATER: f64 = 1e5;
/// Solvent, t a year, all of it volatile.
const SOLVENT: f64 = 100.0;
/// Refrigerant lost, kg a year.
const REFRIGERANT: f64 = 100.0;
const WHOLE: f64 = 100.0;
/// Hours a year where the tables have none for the sector: 300 days of 20 hours, an assumption.
const HOURS: f64 = 6000.0;

/// What shapes a reference plant; anything else is set on its fields.
#[derive(Clone, Copy, Debug, Default)]
pub struct Shape<'a> {
    /// Slug of the sector; the first that the measure suits.
    pub sector: Option<&'a str>,
    /// Slug of the region; the Pearl River Delta.
    pub region: Option<&'a str>,
    /// What its boiler, oven or vehicle burns; what the measure needs, else natural gas or diesel.
    pub fuel: Option<&'a str>,
}

/// Why there is no such plant.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum ReferenceError {
    /// Not a carrier that is burnt.
    #[error("unknown fuel")]
    UnknownFuel,
    /// Nothing in the plant burns a fuel.
    #[error("no fuel is burnt")]
    NoFuel,
    /// The shape asked for leaves the measure nothing to act on.
    #[error("lacks {}", .0.slug())]
    Lacks(Missing),
    /// Sector or region do not exist, or the tables cannot describe the fuel there.
    #[error("not a plant")]
    Problems(Vec<Problem>),
}

/// The smallest plant that a measure applies to.
pub fn reference(id: MeasureId, shape: &Shape<'_>) -> Result<Project, ReferenceError> {
    let fuel = match shape.fuel.map(Carrier::from_slug) {
        None => None,
        Some(carrier) => Some(carrier.filter(|c| c.is_fuel()).ok_or(ReferenceError::UnknownFuel)?),
    };
    let mut project = Project::new();
    let suited = id.spec().sectors.first().copied().filter(|sector| *sector != Sector::All);
    let sector = shape.sector.unwrap_or(suited.unwrap_or(Sector::Plastics).slug());
    sector.clone_into(&mut project.site.sector);
    shape.region.unwrap_or("cn_prd").clone_into(&mut project.site.region);
    let hong_kong = project.site.region.starts_with("hk");
    if hong_kong { "hkd" } else { "cny" }.clone_into(&mut project.finance.currency);
    project.bills.push(bill(Carrier::Electricity));
    electricity(&mut project, ElectricKind::Other);
    if lower(&project).result.is_err_and(|problems| problems.iter().any(|p| p.field.name == "hours")) {
        project.site.hours = Some(HOURS);
    }
    let mut met: Vec<Missing> = Vec::new();
    while let Some(lacking) = lacking(id, &project)? {
        if met.contains(&lacking) {
            return Err(ReferenceError::Lacks(lacking));
        }
        add(&mut project, id, lacking, fuel);
        met.push(lacking);
    }
    let burns = project.bills.iter().any(|b| Carrier::from_slug(&b.carrier).is_some_and(Carrier::is_fuel));
    if fuel.is_some() && !burns { Err(ReferenceError::NoFuel) } else { Ok(project) }
}

/// Short names for the fields of a reference plant, with their paths: the bills by what they are for, the
/// other fields by the last part of their path. Where two have the same, the equipment goes before the site.
pub fn short_names(project: &Project) -> Vec<(String, String)> {
    let mut names: Vec<(String, String)> = Vec::new();
    let place = |wanted: &dyn Fn(Carrier) -> bool| {
        project.bills.iter().position(|bill| Carrier::from_slug(&bill.carrier).is_some_and(wanted))
    };
    let mut add = |bill: Option<usize>, list: &[(&str, &str)]| {
        let Some(bill) = bill else { return };
        names.extend(list.iter().map(|(name, field)| ((*name).to_owned(), format!("bills[{bill}].{field}"))));
    };
    add(place(&|c| c == Carrier::Electricity), &[("electricity", "amount"), ("electricity_price", "price")]);
    let fuel = [
        ("fuel_amount", "amount"),
        ("fuel_unit", "unit"),
        ("fuel_price", "price"),
        ("ncv", "ncv"),
        ("sulphur", "sulphur"),
    ];
    add(place(&Carrier::is_fuel), &fuel);
    add(place(&|c| c == Carrier::BiomassPellets), &[("biomass_price", "price")]);
    add(place(&|c| c == Carrier::Water), &[("water", "amount"), ("water_price", "price")]);
    let paths = path::paths(&mut project.clone());
    let named = project.electricity.iter().rposition(|use_| use_.kind != ElectricKind::Other.slug());
    let electricity = named.map(|place| format!("electricity[{place}]."));
    let parts = ["heat[0].", "heat[0].sources[0].", "heat[0].uses[0].", "fired[0]."].map(str::to_owned);
    let rest = [
        "wastewater.",
        "solvents[0].",
        "vehicles[0].",
        "activities[0].",
        "refrigerants[0].",
        "site.",
        "finance.",
    ]
    .map(str::to_owned);
    for part in parts.into_iter().chain(electricity).chain(rest) {
        for full in paths.iter().filter(|path| path.starts_with(&part)) {
            let Some(name) = full.strip_prefix(&part).filter(|name| !name.contains('.')) else { continue };
            // What it is follows from the measure.
            if !["kind", "carrier", "name", "service"].contains(&name)
                && !names.iter().any(|(known, _)| known == name)
            {
                names.push((name.to_owned(), full.clone()));
            }
        }
    }
    names
}

/// What the measure still lacks in a project.
fn lacking(id: MeasureId, project: &Project) -> Result<Option<Missing>, ReferenceError> {
    match lower(project).result {
        Ok(lowered) => Ok(missing(id, &lowered.plant)),
        Err(problems) => Err(ReferenceError::Problems(problems)),
    }
}

fn add(project: &mut Project, id: MeasureId, lacking: Missing, fuel: Option<Carrier>) {
    let gas = fuel.unwrap_or(Carrier::NaturalGas);
    match lacking {
        Missing::Boiler
        | Missing::GasBoiler
        | Missing::CombustionBoiler
        | Missing::GasOrOilBoiler
        | Missing::Burner
        | Missing::Steam => boiler(project, "steam", "other", gas),
        Missing::CoalBoiler | Missing::SolidFuel => {
            boiler(project, "steam", "other", fuel.unwrap_or(Carrier::BituminousCoal));
        }
        Missing::OilBoiler | Missing::SulphurousFuel => {
            boiler(project, "steam", "other", fuel.unwrap_or(Carrier::FuelOil));
        }
        Missing::HeatSink => match id {
            // What warms water, where water is warmed.
            MeasureId::HeatPumpHotWater | MeasureId::SolarThermal => {
                boiler(project, "hot_water", "hot_water", gas);
            }
            _ => boiler(project, "steam", "hot_water", gas),
        },
        Missing::Dyeing => boiler(project, "steam", "dyeing", gas),
        Missing::Stenter => fired(project, "stenter", gas),
        Missing::ProcessHeat | Missing::Furnace => fired(project, "furnace", gas),
        Missing::Oven => fired(project, "oven", gas),
        Missing::CoolerProcess => fired(project, "dryer", gas),
        Missing::WarmEffluent | Missing::Water => water(project),
        Missing::EffluentLoad => {
            water(project);
            // The least that counts as concentrated; the measure's own load rules where it is set.
            project.wastewater.get_or_insert_default().cod_in = Some(2000.0);
        }
        Missing::Rinsing | Missing::Chemicals => electricity(project, ElectricKind::Rectifiers),
        Missing::Treatment => {
            water(project);
            electricity(project, ElectricKind::Wastewater);
        }
        Missing::Fans | Missing::BeltDrives => electricity(project, ElectricKind::Fans),
        Missing::Pumps | Missing::PumpsOrFans => electricity(project, ElectricKind::Pumps),
        Missing::CompressedAir | Missing::FixedSpeedCompressors => {
            electricity(project, ElectricKind::CompressedAir);
        }
        Missing::HydraulicMachines | Missing::MouldingMachines => {
            electricity(project, ElectricKind::MouldingMachines);
        }
        Missing::SewingMachines => {
            electricity(project, ElectricKind::ProcessMachines);
            if let Some(machines) = project.electricity.last_mut() {
                machines.drive = Some("clutch".to_owned());
            }
        }
        Missing::Motors | Missing::Production => electricity(project, ElectricKind::ProcessMachines),
        Missing::Lighting => electricity(project, ElectricKind::Lighting),
        Missing::Cooling | Missing::ChilledWater => electricity(project, ElectricKind::ProcessCooling),
        Missing::RoomCooling => electricity(project, ElectricKind::Hvac),
        Missing::Solvent => project.solvents.push(Solvent {
            tonnes: Some(SOLVENT),
            volatile: Some(WHOLE),
            ..Solvent::default()
        }),
        Missing::Vans => vehicle(project, "light_commercial", fuel.unwrap_or(Carrier::Diesel)),
        Missing::Forklifts => vehicle(project, "forklift", fuel.unwrap_or(Carrier::Diesel)),
        Missing::Price => priced(project, id),
        Missing::BusinessTravel | Missing::RoadOrAirTravel => {
            activity(project, "desnz_2025.car_average.unknown_fuel.per_vehicle_km");
        }
        Missing::HiredTrucks => {
            activity(project, "desnz_2025.hgv_artic_gt33.laden_average.per_tonne_km");
        }
        Missing::SortableWaste => activity(project, "hk_2010.waste.paper.landfill"),
        Missing::Refrigerant => {
            project.refrigerants.push(Refrigerant {
                gas: "hfc_134a".to_owned(),
                leak: Some(REFRIGERANT),
                ..Refrigerant::default()
            });
        }
    }
}

fn bill(carrier: Carrier) -> Bill {
    let unit = usual_unit(carrier);
    let amount = match carrier {
        Carrier::Water => WATER,
        _ if unit == UnitId::T => TONNES,
        _ => SMALL_UNITS,
    };
    Bill {
        carrier: carrier.slug().to_owned(),
        amount: Some(amount),
        unit: unit.slug().to_owned(),
        ..Bill::default()
    }
}

/// A bill of nothing, for something that stands still: what the measure would burn then has a price. The
/// tables have none for pellets; they are taken for own residues until the user gives one.
fn priced(project: &mut Project, id: MeasureId) {
    let (carrier, price) = match id {
        MeasureId::BoilerBiomassPellets => (Carrier::BiomassPellets, Some(0.0)),
        _ => (Carrier::NaturalGas, None),
    };
    project.bills.push(Bill { amount: Some(0.0), price, ..bill(carrier) });
    project.fired.push(FiredUse {
        kind: "other".to_owned(),
        carrier: carrier.slug().to_owned(),
        share: Some(WHOLE),
        ..FiredUse::default()
    });
}

fn buy(project: &mut Project, carrier: Carrier) {
    if !project.bills.iter().any(|bill| bill.carrier == carrier.slug()) {
        project.bills.push(bill(carrier));
    }
}

/// Puts an electricity use in place of the unnamed one; several share the bill equally.
fn electricity(project: &mut Project, kind: ElectricKind) {
    let uses = &mut project.electricity;
    uses.retain(|use_| use_.kind != ElectricKind::Other.slug() && use_.kind != kind.slug());
    uses.push(ElectricUse { kind: kind.slug().to_owned(), ..ElectricUse::default() });
    let share = WHOLE / uses.len() as f64;
    for use_ in uses {
        use_.share = Some(share);
    }
}

fn boiler(project: &mut Project, service: &str, kind: &str, carrier: Carrier) {
    buy(project, carrier);
    project.heat.clear();
    project.heat.push(HeatSystem {
        service: service.to_owned(),
        uses: vec![HeatUse { kind: kind.to_owned(), share: Some(WHOLE), ..HeatUse::default() }],
        sources: vec![HeatSource {
            kind: "boiler".to_owned(),
            carrier: carrier.slug().to_owned(),
            share: Some(WHOLE),
            ..HeatSource::default()
        }],
        ..HeatSystem::default()
    });
}

/// Direct-fired uses share their bill equally.
fn fired(project: &mut Project, kind: &str, carrier: Carrier) {
    buy(project, carrier);
    let use_ = FiredUse { kind: kind.to_owned(), carrier: carrier.slug().to_owned(), ..FiredUse::default() };
    project.fired.push(use_);
    let share = WHOLE / project.fired.len() as f64;
    for use_ in &mut project.fired {
        use_.share = Some(share);
    }
}

/// A million of what the row counts: kilometres, tonne-kilometres; of waste a thousand tonnes.
fn activity(project: &mut Project, factor: &str) {
    let amount = if factor.contains(".waste.") { TONNES } else { SMALL_UNITS };
    project.activities.push(Activity {
        factor: factor.to_owned(),
        amount: Some(amount),
        ..Activity::default()
    });
}

fn vehicle(project: &mut Project, kind: &str, carrier: Carrier) {
    buy(project, carrier);
    project.vehicles.push(VehicleUse {
        kind: kind.to_owned(),
        carrier: carrier.slug().to_owned(),
        share: Some(WHOLE),
        ..VehicleUse::default()
    });
}

fn water(project: &mut Project) {
    buy(project, Carrier::Water);
    project.wastewater.get_or_insert_with(Wastewater::default);
}
